import type { Run } from '../../text/runs.ts';
import type { UsedCue } from '../cue.ts';
import { evidenceOfCue, type Evidence } from '../evidence.ts';
import { continuesPhrase, isFree, isHead, isNoun, isPossessive, isTopic, posAt, REACH } from '../grammar.ts';
import { isMeasure } from '../no-object.ts';
import { namesIn, type Reader } from '../reader.ts';
import { actorsIn } from './parties.ts';

/**
 * Whom a judging cue means where its object is no bare name: "accused the Vestonian army of …", "condemned Vestonia’s war",
 * "denounced the actions of the government of Vestonia".
 */
export function cueObjectEvidence(
  reader: Reader,
  { entry, run: cue, negated }: UsedCue,
  own: readonly Run[],
): readonly Evidence[] {
  const { tokens } = reader;
  const content = own.find(([from]) => from === cue?.[1]);
  if (cue !== null && tokens.norms[cue[1] - 1] === 'by') return [];
  if (entry === null || cue === null || content === undefined || negated || entry.polarity === 0) return [];
  if (evidenceOfCue(reader, { entry, run: cue, negated }, own).length > 0) return [];
  if (entry.engagement !== 'assert' || !JUDGING.has(entry.lemma)) return [];
  const phrase = phraseAt(reader, content);
  if (phrase === null) return [];
  if (content === own[0] && isBareName(reader, phrase)) return [];
  if (SUFFERED.has(tokens.lemmas[phrase[1] - 1]!)) return [];
  const target = actorsIn(reader, phrase)[0] ?? ownerIn(reader, phrase, content[1]);
  if (target === undefined) return [];
  const quoted = tokens.quoteDepth[phrase[0]]! > 0;
  return [{ kind: 'cue', target: target.id, sign: entry.polarity, turned: false, quoted, words: cue }];
}

/** Cues whose object is judged by its deeds, so that praise or blame of these is meant for whose they are. */
const JUDGING: ReadonlySet<string> = new Set(
  'accuse blame condemn denounce decry slam blast lambast lambaste castigate rebuke censure deplore criticize criticise deride mock ridicule praise hail applaud laud commend'.split(
    ' ',
  ),
);

/** A bare name right behind its cue is read elsewhere, or is the subject of a clause ("condemned Vestonia leaving"). */
function isBareName({ names }: Reader, phrase: Run): boolean {
  return namesIn(names, phrase).some(({ end }) => end === phrase[1]);
}

function phraseAt({ tokens }: Reader, [from, to]: Run): Run | null {
  let end = from;
  while (end < Math.min(to, from + REACH) && isInner({ tokens }, end)) end++;
  const closes = end > from && isNoun(tokens, end - 1) && tokens.norms[end - 1] !== 's';
  return closes ? [from, end] : null;
}

function isInner({ tokens }: Pick<Reader, 'tokens'>, i: number): boolean {
  return continuesPhrase(tokens, i) || posAt(tokens, i) === 'DET' || isPossessive(tokens, i) || tokens.norms[i] === '-';
}

/** "Vestonia’s invasion of Upland", "the Vestonian attack", "the actions of Vestonia": not "the death of Vestonians". */
function ownerIn(reader: Reader, phrase: Run, to: number): ReturnType<typeof actorsIn>[number] | undefined {
  const { tokens } = reader;
  const names = namesIn(reader.names, phrase).filter(
    (name) => !isTopic(name) && isFree(tokens, name) && !isMeasure(tokens, name),
  );
  const head = tokens.lemmas[phrase[1] - 1]!;
  const owner = names.findLast((one) => isPossessive(tokens, one.end) || one.value.naming === 'demonym');
  if (owner !== undefined && !isHead(tokens, owner)) return owner.value.entity;
  if (tokens.norms[phrase[1]] !== 'of' || !DOINGS.has(head)) return undefined;
  const behind = phraseAt(reader, [phrase[1] + 1, to]);
  return behind === null ? undefined : actorsIn(reader, behind)[0];
}

const SUFFERED: ReadonlySet<string> = new Set(
  'ruin destruction downfall collapse misery death loss plight suffering murder killing treatment expulsion exclusion isolation persecution defeat victim tragedy critic opponent enemy rival opposition journalist'.split(
    ' ',
  ),
);

const DOINGS: ReadonlySet<string> = new Set(
  'action act deed conduct behavior behaviour crime atrocity aggression policy decision role plan leadership government regime attempt failure hypocrisy office administration refusal propaganda move courage bravery'.split(
    ' ',
  ),
);
