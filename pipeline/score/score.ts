import type { AttributedArticle, Lexicons, Reading, Registry, ScoredArticle, Statement, Study } from '../model.ts';
import type { Run } from '../text/runs.ts';
import { alignment } from './alignment.ts';
import { commitment, modality } from './commitment.ts';
import { readCue } from './cue.ts';
import { roles } from './cast/roles.ts';
import { roleWeightsOf } from './cast/weights.ts';
import { denials } from './denial.ts';
import { engagement } from './engagement.ts';
import { frames } from './frames/frames.ts';
import { frameWeightsOf } from './frames/weights.ts';
import { harmsIn } from './harm/harms.ts';
import { engagementMarkers, graduation } from './markers.ts';
import { ownVoiceStances } from './own-voice.ts';
import { ownRuns } from './own-words.ts';
import { readArticle, type Reader } from './reader.ts';
import { speechAct } from './speech-act.ts';
import { stances, type Judge } from './stance.ts';
import { targetWeightsOf } from './target/weights.ts';
import { valence } from './valence.ts';

/**
 * Reads each statement of an article in ways that do not see each other: valence, stance toward the targets that it names,
 * engagement of its cue and words, denial with its scope, commitment and modality, speech act, graduation, and alignment
 * with an earlier speaker. Only the speaker's own words are read: the content less
 * whatever is attributed to others within it. One reading a statement, in the same order. `weights` are the bytes of the model
 * of target sentiment; with `null` the rules judge alone. Frames and the parts that actors play are read off the whole
 * article; without their models nothing is said of them.
 */
export function score(
  article: AttributedArticle,
  registry: Registry,
  lexicons: Lexicons,
  study: Pick<Study, 'stanceThreshold' | 'targets'>,
  weights: Uint8Array | null,
  whole: WholeModels = NO_MODELS,
): ScoredArticle {
  const reader = readArticle(article, registry, lexicons, study.targets);
  const own = ownRuns(article);
  const judge = {
    threshold: study.stanceThreshold,
    weights: weights === null ? null : targetWeightsOf(weights),
    names: 'in marks' as const,
  };
  const readings = article.statements.map((statement, i) => read(reader, statement, own[i]!, judge));
  return {
    ...article,
    readings,
    ownStances: ownVoiceStances(reader, article, study.stanceThreshold),
    frames: whole.frames === null ? [] : frames(article.tokens, frameWeightsOf(whole.frames)),
    roles: whole.roles === null ? [] : roles(article.tokens, reader.named, roleWeightsOf(whole.roles)),
    harms: harmsIn(article.tokens, reader.named, lexicons.harm),
  };
}

/** The bytes of the models that read an article as a whole; `null` for one that is not to be asked. */
export interface WholeModels {
  readonly frames: Uint8Array | null;
  readonly roles: Uint8Array | null;
}

const NO_MODELS: WholeModels = { frames: null, roles: null };

function read(reader: Reader, statement: Statement, own: readonly Run[], judge: Judge): Reading {
  const cue = readCue(reader, statement);
  const { denied, negations } = denials(reader, statement, cue, own);
  return {
    statement: statement.id,
    valence: valence(reader, own),
    stances: stances(reader, statement, cue, own, judge),
    ...engagement(cue),
    commitment: commitment(reader, own),
    modality: modality(reader, own),
    denied,
    engagementMarkers: engagementMarkers(reader, own, negations),
    speechAct: speechAct(reader, cue, own),
    graduation: graduation(reader, own),
    alignment: alignment({ ...reader, names: reader.named }, cue, own, statement.speaker),
  };
}
