import type { Call, Span, Stance, Statement } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import type { Run } from '../text/runs.ts';
import { assertedSentences, ownSentences } from './asserted.ts';
import { attitudeEvidence, wishEvidence } from './attitudes.ts';
import { isAsserting, type UsedCue } from './cue.ts';
import { evidenceIn, evidenceOfCue, type Evidence, type EvidenceKind } from './evidence.ts';
import type { Reader } from './reader.ts';
import { targetsIn, type Target } from './targets.ts';
import { presupposedEvidence, topicEvidence } from './topic-evidence.ts';

/**
 * What each kind of evidence adds to the log-odds of its side against the other side. Set by hand so that with the prior
 * one clear piece alone passes a threshold of 0.7; not fitted to data, so the probabilities are not calibrated.
 */
const WEIGHTS: Readonly<Record<EvidenceKind, number>> = {
  irony: 3,
  cue: 2.5,
  predicate: 2.5,
  attribute: 2.5,
  deed: 2.5,
  attitude: 2.5,
  ill: 2.5,
};

/** A turned evaluation says less than its opposite: who is no enemy is not yet a friend. */
const TURNED = 0.4;

/**
 * A name that evaluates ("Russia’s aggression", "so-called") may be the reporter's where no quotation marks make it the
 * speaker's: alone it does not decide. What is said of the target (predicate) or done by the cue is the speaker's anyway.
 */
const NAMED_OUTSIDE_MARKS = 0.4;

const NAMING: ReadonlySet<EvidenceKind> = new Set(['irony', 'attribute', 'deed', 'ill']);

/** Log-odds of "neither" against either side before any evidence: 58 % without any. */
const PRIOR_OF_NEITHER = 1;

const CALLS = ['opposes', 'neither', 'supports'] as const satisfies readonly Call[];

/**
 * Where the speaker stands toward each target that the own words name. Rules, made to keep silent rather than be wrong:
 * only evaluations that the grammar ties to the target count, and only in what the speaker asserts (nothing in a denial,
 * under a negated cue, in questions, conditions or reported fears; of a wish only its object). Probabilities are a softmax over [opposes, neither,
 * supports] of the weights; below `threshold` the call is "no call". `evidence`: the target's mentions and the deciding
 * words, in the order of the text.
 */
export function stances(
  reader: Reader,
  statement: Statement,
  cue: UsedCue,
  own: readonly Run[],
  threshold: number,
): readonly Stance[] {
  const targets = targetsIn(reader, own, statement.speaker);
  if (targets.length === 0) return [];
  const evidence = byTarget(evidenceOf(reader, statement, cue, own));
  return targets.map((target) => {
    const decisive = evidence.get(target.entity.id) ?? [];
    const p = probabilities(decisive);
    return {
      target: plainEntity(target.entity),
      call: callOf(p, threshold),
      p,
      evidence: spansOf(reader, target, decisive),
    };
  });
}

function evidenceOf(reader: Reader, statement: Statement, cue: UsedCue, own: readonly Run[]): readonly Evidence[] {
  if (!isAsserting(cue)) return wishEvidence(reader, cue, own);
  const sentences = assertedSentences(reader, own);
  return [
    ...evidenceOfCue(reader, cue, own),
    ...sentences.flatMap((sentence) => [
      ...evidenceIn(reader, sentence, statement.speaker),
      ...topicEvidence(reader, sentence),
      ...attitudeEvidence(reader, sentence),
    ]),
    ...ownSentences(reader, own).flatMap((sentence) => presupposedEvidence(reader, sentence)),
  ];
}

function byTarget(evidence: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const piece of evidence) {
    const group = groups.get(piece.target);
    if (group === undefined) groups.set(piece.target, [piece]);
    else group.push(piece);
  }
  return groups;
}

function probabilities(evidence: readonly Evidence[]): Stance['p'] {
  const odds = { '-1': 0, '1': 0 };
  for (const piece of evidence) odds[piece.sign] += weightOf(piece);
  const parts = [odds['-1'], PRIOR_OF_NEITHER, odds['1']].map(Math.exp);
  const sum = parts.reduce((a, b) => a + b, 0);
  const [opposes, neither, supports] = parts.map((part) => part / sum);
  return [opposes!, neither!, supports!];
}

function weightOf({ kind, turned, quoted }: Evidence): number {
  const named = NAMING.has(kind) && !quoted;
  return WEIGHTS[kind] * (turned ? TURNED : 1) * (named ? NAMED_OUTSIDE_MARKS : 1);
}

function callOf(p: Stance['p'], threshold: number): Call {
  const most = Math.max(...p);
  return most < threshold ? 'no call' : CALLS[p.indexOf(most)]!;
}

function spansOf({ tokens }: Reader, { mentions }: Target, evidence: readonly Evidence[]): readonly Span[] {
  const words = evidence.map(({ words: [first, end] }): Span => [tokens.starts[first]!, tokens.ends[end - 1]!]);
  return [...mentions.map(({ span }) => span), ...words].sort((a, b) => a[0] - b[0]);
}
