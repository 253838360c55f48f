import type { Call, Span, Stance, Statement } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import type { Run } from '../text/runs.ts';
import { assertedSentences, ownSentences } from './asserted.ts';
import { attitudeEvidence, wishEvidence } from './attitudes.ts';
import { COEFFICIENTS } from './coefficients.ts';
import { deedsTold } from './deeds/told.ts';
import { isAsserting, type UsedCue } from './cue.ts';
import { evidenceIn, evidenceOfCue, type Evidence, type EvidenceKind } from './evidence.ts';
import { isCoreferent, isTopic, type Name } from './grammar.ts';
import { isMeasure, isUnwilling } from './no-object.ts';
import { canTakeSide, oddsOf, signalsOf, UNREAD, type Known } from './odds.ts';
import type { Reader } from './reader.ts';
import type { TargetWeights } from './target/weights.ts';
import { namedFirst, nearestMention, targetsIn, type Target } from './targets.ts';
import { presupposedEvidence, topicEvidence } from './topic-evidence.ts';
import { sentencesNaming, sentimentToward, type Range } from './toward.ts';

/**
 * What each kind of evidence adds to the log-odds of its side against the other side. Set by hand so that with the prior
 * one clear piece alone passes a threshold of 0.7; not fitted to data, so the probabilities are not calibrated. What annotators say of those who
 * are tied so stands in `models/stance/README.md`.
 */
const WEIGHTS: Readonly<Record<EvidenceKind, number>> = {
  irony: 3,
  cue: 2.5,
  predicate: 2.5,
  attribute: 2.5,
  deed: 2.5,
  attitude: 2.5,
  ill: 2.5,
  wrongdoer: 2.8,
  struck: 2.5,
  helped: 2.8,
  helper: 2.5,
  curbed: 2.4,
  'called on': 2.4,
  culprit: 2.4,
};

/** A turned evaluation says less than its opposite: who is no enemy is not yet a friend. */
const TURNED = 0.4;

/**
 * A name that evaluates ("Russia’s aggression", "so-called") may be the reporter's where no quotation marks make it the
 * speaker's. What is said of the target (predicate) or done by the cue is the speaker's anyway.
 */
const NAMED_OUTSIDE_MARKS = 0.4;

const NAMING: ReadonlySet<EvidenceKind> = new Set(['irony', 'attribute', 'deed', 'ill']);

/** How much a piece of evidence counts, 0 … 1. */
function shareOf({ kind, turned, quoted }: Evidence, names: Judge['names']): number {
  const may = NAMING.has(kind) && !quoted && names === 'in marks';
  return (turned ? TURNED : 1) * (may ? NAMED_OUTSIDE_MARKS : 1);
}

/** Log-odds of "neither" against either side before any evidence: 58 % without any. */
const PRIOR_OF_NEITHER = 1;

const CALLS = ['opposes', 'neither', 'supports'] as const satisfies readonly Call[];

/** What decides where a stance is called. */
export interface Judge {
  /** Least probability of a call. */
  readonly threshold: number;
  /** Of the model of target sentiment; with `null` the rules stand alone. */
  readonly weights: TargetWeights | null;
  /** Whose a name that evaluates is where no quotation marks stand: someone else’s may be, or the holder’s own. */
  readonly names: 'in marks' | 'all own';
}

/**
 * Where the speaker stands toward each target that the own words name. What the grammar ties to the target counts
 * only in what the speaker asserts (nothing in a denial, under a negated cue, in questions, conditions or reported fears;
 * of a wish only its object), and decides where there is any. Else, toward actors, how the words speak of them by the trained model
 * does (`signalsOf`); toward topics nothing, for the model knows only people and bodies. Probabilities are those of [opposes, neither,
 * supports]; below the threshold the call is "no call". `evidence`: the target's mentions and the deciding
 * words, in the order of the text.
 */
export function stances(
  reader: Reader,
  statement: Pick<Statement, 'speaker' | 'source'>,
  cue: UsedCue,
  own: readonly Run[],
  judge: Judge,
): readonly Stance[] {
  const targets = targetsIn(reader, own, statement.speaker);
  if (targets.length === 0) return [];
  const held = assertedSentences(reader, own);
  const evidence = tiedEvidence(reader, statement, cue, own, judge.names);
  return targets.map((target) => {
    const decisive = evidence.get(target.entity.id) ?? [];
    const isRuled = decisive.length > 0 || isTopic(target.mentions[0]!);
    const read = isRuled ? null : readingOf(reader, { cue, own, target, held }, judge);
    const near = decisive.map(({ words }) => nearestMention(target, words));
    const told = read === null ? byRules(decisive, judge.names) : oddsOf(read.signals, COEFFICIENTS);
    const p = hedged(told, read === null ? certaintyOf(near) : read.certainty);
    const call = read === null ? callOf(p, judge.threshold) : sideOf(p, judge.threshold);
    const isModels = read !== null && (call === 'opposes' || call === 'supports');
    const words = isModels ? read.sentences : decisive.map((piece) => piece.words);
    return { target: plainEntity(target.entity), call, p, ...shown(reader, target, near, words) };
  });
}

/** How probable it is that all these mentions mean the target. */
function certaintyOf(mentions: readonly Name[]): number {
  return mentions.reduce((least, { value }) => Math.min(least, value.p), 1);
}

/** Where a mention may mean another, a side toward it is taken as seldom as that: then nothing is said of the target. */
function hedged([opposes, neither, supports]: Stance['p'], certainty: number): Stance['p'] {
  return [opposes * certainty, neither + (1 - certainty) * (opposes + supports), supports * certainty];
}

/** What speaks for a stance where the model reads the words toward the target; `null` without a model, or where it has nothing to read. */
function readingOf(
  { tokens }: Reader,
  where: Omit<Known, 'quoteDepth'>,
  { weights, threshold }: Judge,
): ReadWords | null {
  if (weights === null) return null;
  const { cue, own } = where;
  if (isUnwilling(tokens, cue, own[0]!)) return null;
  const { judged, all } = namedFirst(where.target);
  if (judged.mentions.every((name) => isMeasure(tokens, name))) return null;
  const certainty = certaintyOf(judged.mentions);
  const known = { ...where, target: judged, quoteDepth: tokens.quoteDepth };
  const sentences = sentencesNaming(tokens, cue, own, judged);
  const unread = signalsOf(known, UNREAD);
  const matters = (range: Range): boolean => canTakeSide(unread, range, COEFFICIENTS, threshold / certainty);
  const sentiment = sentimentToward(tokens, sentences, all, weights, matters);
  return sentiment === null ? null : { signals: signalsOf(known, sentiment), sentences, certainty };
}

interface ReadWords {
  readonly signals: readonly number[];
  readonly sentences: readonly Run[];
  /** That the mentions which were judged mean the target. */
  readonly certainty: number;
}

/**
 * What the grammar ties to each target of a speaker's own words, by the target's id. Deeds count only where someone is cited: an outlet
 * tells in its own voice what happened, and accuses nobody by that.
 */
export function tiedEvidence(
  reader: Reader,
  statement: Pick<Statement, 'speaker' | 'source'>,
  cue: UsedCue,
  own: readonly Run[],
  names: Judge['names'],
): ReadonlyMap<string, readonly Evidence[]> {
  const told = names === 'in marks' ? deedsTold(reader, statement, cue, own) : [];
  return byTarget([...evidenceOf(reader, statement, cue, own), ...told]);
}

function evidenceOf(
  reader: Reader,
  statement: Pick<Statement, 'speaker'>,
  cue: UsedCue,
  own: readonly Run[],
): readonly Evidence[] {
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

/** Probabilities of [opposes, neither, supports] by what the grammar ties to a target, and by nothing else. */
export function byRules(evidence: readonly Evidence[], names: Judge['names']): Stance['p'] {
  const odds = { '-1': 0, '1': 0 };
  for (const piece of evidence) odds[piece.sign] += WEIGHTS[piece.kind] * shareOf(piece, names);
  const logs = [odds['-1'], PRIOR_OF_NEITHER, odds['1']];
  const most = Math.max(...logs);
  const parts = logs.map((log) => Math.exp(log - most));
  const sum = parts.reduce((a, b) => a + b, 0);
  const [opposes, neither, supports] = parts.map((part) => part / sum);
  return [opposes!, neither!, supports!];
}

function callOf(p: Stance['p'], threshold: number): Call {
  const most = Math.max(...p);
  return most < threshold ? 'no call' : CALLS[p.indexOf(most)]!;
}

/** The model alone takes a side or none: that a speaker takes none is more than it can tell outside its training's news. */
function sideOf(p: Stance['p'], threshold: number): Call {
  const call = callOf(p, threshold);
  return call === 'neither' ? 'no call' : call;
}

/** The deciding words and the mentions: every name, and of those that are none the ones that decided, or all where no name is. */
function shown(
  { tokens }: Reader,
  { mentions }: Target,
  near: readonly Name[],
  words: readonly Run[],
): Pick<Stance, 'evidence' | 'coreferent'> {
  const deciding = new Set(near);
  const isNamed = !mentions.every(isCoreferent);
  const told = mentions.filter((name) => !isNamed || !isCoreferent(name) || deciding.has(name));
  const spans = words.map(([first, end]): Span => [tokens.starts[first]!, tokens.ends[end - 1]!]);
  return {
    evidence: [...told.map(({ span }) => span), ...spans].sort((a, b) => a[0] - b[0]),
    coreferent: told.filter(isCoreferent).map(({ span }) => span),
  };
}
