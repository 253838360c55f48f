import type { Claim, ClaimSide, Contrast, Interval, Reason, Share } from '../model.ts';
import { labelOf, topicOf, unitOf } from './contrast-names.ts';
import type { ReasonOf } from './words/claim-parts.ts';
import type { Words } from './words/english.ts';

/** The sentence of `claim` on its contrast: what its numbers allow to be said, and no more. */
export function claimText(words: Words, { size, verdict, sides }: Claim, contrast: Contrast): string {
  const { claims } = words;
  const { treated, reference, difference } = contrast;
  const [one, two] = [sideText(words, sides[0]), sideText(words, sides[1])];
  const subject = claims.subjects[contrast.family]({
    topic: topicOf(words, contrast),
    label: labelOf(words, contrast),
    unit: unitOf(words, contrast),
    key: contrast.label,
  });
  const shares = claims.shares(subject, shareText(words, treated), one, shareText(words, reference), two);
  const ending = claims.endings[verdict]({
    size,
    more: difference !== null && difference > 0 ? one : two,
    ...chanceOf(words, contrast),
    treatedArticles: treated.articles,
    referenceArticles: reference.articles,
  });
  return `${shares}${ending}`;
}

/** Why nothing is claimed, in a sentence. */
export function reasonText({ claims }: Words, reason: Reason): string {
  const say = claims.reasons[reason.kind] as (of: ReasonOf<Reason['kind']>) => string;
  return say(reason);
}

const FEW = 2;

function sideText({ claims }: Words, { label, outlets }: ClaimSide): string {
  if (outlets.length === 0) return label;
  return outlets.length <= FEW ? claims.outlets(outlets) : claims.manyOutlets(outlets.length, label);
}

function shareText(words: Words, { value, interval }: Share): string {
  if (value === null) return words.claims.nothing;
  const share = words.numbers.percentage(value, 1);
  return interval === null ? share : intervalText(words, share, interval);
}

/** The sign of per cent stands behind the upper end alone. */
function intervalText({ claims, numbers }: Words, share: string, [low, high]: Interval): string {
  return claims.share(share, numbers.decimal(100 * low, 1), numbers.percentage(high, 1));
}

type Chance = 'p' | 'chance';
type Ending = Parameters<Words['claims']['endings']['differs']>[0];

function chanceOf(words: Words, { permutation, placebo }: Contrast): Pick<Ending, Chance> {
  if (permutation === null) return { p: null, chance: null };
  const p = probability(words, permutation.p);
  if (placebo === null) return { p, chance: null };
  return { p, chance: { floor: probability(words, permutation.floor), rank: placebo.rank, of: placebo.of } };
}

const LEAST_P = 0.001;

/** A probability as the report's tables print it. */
function probability({ claims, numbers }: Words, p: number): string {
  return p < LEAST_P ? claims.less(numbers.decimal(LEAST_P, 3)) : numbers.decimal(p, 3);
}
