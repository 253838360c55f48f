import { attribute } from '../../../pipeline/attribute/attribute.ts';
import { withhold } from '../../../pipeline/attribute/withhold.ts';
import { goldTokens, tokensIn } from '../../../pipeline/evaluate/gold-tokens.ts';
import { greatest, jaccard } from '../../../pipeline/evaluate/sets.ts';
import type {
  Article,
  AttributedArticle,
  Call,
  Entity,
  Registry,
  ScoredArticle,
  Span,
  Statement,
} from '../../../pipeline/model.ts';
import type { Seeds } from '../../../pipeline/read/inputs.ts';
import { score } from '../../../pipeline/score/score.ts';
import { THRESHOLDS } from '../../../pipeline/study.ts';
import { codePoints, codeUnits } from '../../../pipeline/text/code-points.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';
import type { Row } from './rows.ts';

/** What the product calls a row. */
export interface Calls {
  /** With the gold's spans and holder in place of those found. */
  readonly given: Call;
  /** From the article alone. */
  readonly endToEnd: Call;
  /** Whether a statement is found with half of the row's words, and whether its speaker is the holder. */
  readonly found: boolean;
  readonly sameSpeaker: boolean;
}

/** Least share of words in common at which a statement counts as the row's. */
const FOUND = 0.5;

/** Analyses the row's article as a run does whose study sets nothing. A target that no reading has is "no call". */
export function callsOf(article: Article, row: Row, seeds: Seeds): Calls {
  const attributed = attributedOf(article, seeds);
  const found = nearestTo(attributed, row);
  const own = ownStatement(attributed, row, found, seeds.registry);
  const others = attributed.statements;
  const statements = found === null ? [...others, own] : others.map((one) => (one === found ? own : one));
  const sameSpeaker = found?.speaker?.id === row.holder.id;
  return {
    given: callIn(scored({ ...attributed, statements }, seeds), own.id, row),
    endToEnd: found !== null && sameSpeaker ? callIn(scored(attributed, seeds), found.id, row) : 'no call',
    found: found !== null,
    sameSpeaker,
  };
}

function attributedOf(article: Article, { registry, lexicons, attributionWeights }: Seeds): AttributedArticle {
  const attributed = attribute(tokenise(article), registry, lexicons, [], attributionWeights.bytes);
  return withhold(attributed, THRESHOLDS.attribution, registry, []);
}

function scored(article: AttributedArticle, { registry, lexicons, stanceWeights }: Seeds): ScoredArticle {
  return score(article, registry, lexicons, { stanceThreshold: THRESHOLDS.stance, targets: [] }, stanceWeights.bytes);
}

function callIn({ statements, readings }: ScoredArticle, id: string, { target }: Row): Call {
  const reading = readings[statements.findIndex((statement) => statement.id === id)];
  return reading?.stances.find((stance) => stance.target.id === target.id)?.call ?? 'no call';
}

/** The statement with most of the row's words, if these are enough. */
function nearestTo({ text, statements }: AttributedArticle, { content }: Row): Statement | null {
  const [tokens, toPoints] = [goldTokens(text), codePoints(text)];
  const marked = tokensIn(tokens, content);
  const near = (one: Statement): number => jaccard(marked, tokensIn(tokens, one.content.map(toPoints)));
  const best = greatest(statements, near);
  return best === null || near(best) < FOUND ? null : best;
}

/** The row as a statement; kind and lemma of the cue are the found one's, for the gold has none. */
function ownStatement(
  { id, text }: AttributedArticle,
  { holder, source, cue, content }: Row,
  found: Statement | null,
  registry: Registry,
): Statement {
  const toUnits = codeUnits(text);
  const spans = (list: Row['content']): readonly Span[] => list.map(toUnits);
  const base = found ?? { id: `${id}#gold`, kind: 'indirect', cueLemma: null, relay: [], within: null, origin: null };
  return {
    ...base,
    source: spans(source),
    cue: spans(cue),
    content: spans(content),
    speaker: entityOf(holder, found, registry),
    confidence: 1,
    withheld: false,
  };
}

function entityOf({ id, name }: Row['holder'], found: Statement | null, { outlets, actors }: Registry): Entity {
  if (found?.speaker?.id === id) return found.speaker;
  const known = [...outlets, ...actors].find((entity) => entity.id === id);
  return known ?? { id, name, type: 'unknown', country: null };
}
