import { weighed } from '../../../pipeline/attribute/attribute.ts';
import { COEFFICIENTS, confidenceOf } from '../../../pipeline/attribute/confidence.ts';
import { weightsOf, withCalibration } from '../../../pipeline/attribute/sequence/weights.ts';
import { goldTokens, tokensIn } from '../../../pipeline/evaluate/gold-tokens.ts';
import { jaccard, shared } from '../../../pipeline/evaluate/sets.ts';
import type { AttributionGold, PointSpan } from '../../../pipeline/gold.ts';
import type { Article, Span } from '../../../pipeline/model.ts';
import { readOwnSeeds } from '../../../pipeline/read/inputs.ts';
import { readPolnear } from '../../../pipeline/read/polnear.ts';
import { codePoints } from '../../../pipeline/text/code-points.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';

/** A statement: the numbers that speak for it, the share of the article's annotators who mark it, and which article. */
interface Case {
  readonly numbers: readonly number[];
  readonly right: number;
  readonly article: number;
}

/** The weights with a calibration fitted on the part of PolNeAR in `folder`: not the one that the model was trained on. */
export function calibrated(bytes: Uint8Array, folder: string): Uint8Array {
  return withCalibration(
    bytes,
    fitted(casesOf(bytes, folder)).map((value) => Math.round(value * 1000) / 1000),
  );
}

/**
 * Prints the reliability table: articles in five parts, each statement judged by a calibration that was fitted on the
 * other four. `folder` holds `polnear/dev`.
 */
export function printReliability(folder: string, say: (line: string) => void): void {
  const cases = casesOf(readOwnSeeds().attributionWeights.bytes, `${folder}/polnear/dev`);
  const judged = Array.from({ length: PARTS }, (_, part) => {
    const coefficients = fitted(cases.filter(({ article }) => article % PARTS !== part));
    return cases
      .filter(({ article }) => article % PARTS === part)
      .map(({ numbers, right }) => ({ right, p: confidenceOf(numbers, coefficients) }));
  }).flat();
  for (const line of [...binLines(judged), ...thresholdLines(judged)]) say(line);
}

/** A statement with its confidence, and the share of annotators who bear it out. */
interface Judged {
  readonly p: number;
  readonly right: number;
}

function binLines(judged: readonly Judged[]): readonly string[] {
  const bins = Array.from({ length: BINS }, (_, bin) => {
    const held = judged.filter(({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)) === bin);
    const [from, to] = [bin / BINS, (bin + 1) / BINS].map((edge) => edge.toFixed(1));
    return held.length === 0 ? [] : [`${from}–${to}  ${held.length}  ${meanOf(held, 'p')}  ${meanOf(held, 'right')}`];
  });
  const brier = mean(judged.map(({ p, right }) => right * (1 - p) ** 2 + (1 - right) * p ** 2));
  const base = mean(judged.map(({ right }) => right));
  const scores = `Brier score ${brier.toFixed(3)}, of the base rate ${(base * (1 - base)).toFixed(3)}`;
  return ['confidence  statements  mean confidence  right', ...bins.flat(), scores];
}

function thresholdLines(judged: readonly Judged[]): readonly string[] {
  const rights = (some: readonly Judged[]): number => some.reduce((sum, { right }) => sum + right, 0);
  return [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((least) => {
    const kept = judged.filter(({ p }) => p >= least);
    const shares = [kept.length / judged.length, rights(kept) / kept.length, 1 - rights(kept) / rights(judged)];
    const [share, right, lost] = shares.map((value) => (100 * value).toFixed(1));
    return `threshold ${least}: ${share} % kept, right ${right} %, of the right ones lost ${lost} %`;
  });
}

function meanOf(judged: readonly Judged[], key: keyof Judged): string {
  return mean(judged.map((one) => one[key])).toFixed(3);
}

const PARTS = 5;
const BINS = 10;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Outermost statements, for the corpus marks no others. */
function casesOf(bytes: Uint8Array, folder: string): readonly Case[] {
  const gold = readPolnear(folder);
  const { registry, lexicons } = readOwnSeeds();
  return gold.articles.flatMap((article, n) => {
    const isRight = marksIn(article, gold);
    return weighed(tokenise(article), registry, lexicons, [], weightsOf(bytes))
      .statements.filter(({ statement }) => statement.within === null)
      .map(({ statement, numbers }) => ({ numbers, article: n, right: isRight(statement.source, statement.content) }));
  });
}

/** Least likeness (Jaccard) of content that counts. */
const HALF = 0.5;

/** Which share of an article's annotators mark an attribution with an overlapping source and half of the content. */
function marksIn(
  article: Article,
  gold: AttributionGold,
): (source: readonly Span[], content: readonly Span[]) => number {
  const tokens = goldTokens(article.text);
  const points = codePoints(article.text);
  const sets = (spans: readonly PointSpan[]): ReadonlySet<number> => tokensIn(tokens, spans);
  const files = gold.annotations
    .filter((annotation) => annotation.article === article.id)
    .map(({ attributions }) => attributions.map(({ source, content }) => [sets(source), sets(content)] as const));
  return (source, content) => {
    const [s, c] = [sets(source.map(points)), sets(content.map(points))];
    const agrees = files.filter((file) =>
      file.some(([gs, gc]) => jaccard(c, gc) >= HALF && (shared(s, gs) > 0 || s.size + gs.size === 0)),
    );
    return agrees.length / files.length;
  };
}

const STEPS = 4000;
const RATE = 0.5;
/** Keeps coefficients of what is seldom met from running off. */
const SHRINKAGE = 1e-3;

/** Coefficients of greatest likelihood, by gradient ascent over all cases. */
function fitted(cases: readonly Case[]): readonly number[] {
  let coefficients: readonly number[] = Array.from({ length: COEFFICIENTS }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const slopes = coefficients.map((value) => -SHRINKAGE * value);
    for (const { numbers, right } of cases) {
      const error = (right - confidenceOf(numbers, coefficients)) / cases.length;
      for (let k = 0; k < slopes.length; k++) slopes[k]! += error * numbers[k]!;
    }
    coefficients = coefficients.map((value, k) => value + RATE * slopes[k]!);
  }
  return coefficients;
}
