import type { Contrast, Family, Group, Interval, Share, Verdict } from '../../model.ts';
import { cohensH } from '../../stats/effect.ts';

/** Of each family so many contrasts are put into words, the largest first and one a topic, besides the study's main ones. */
const MOST_A_FAMILY = 3;

/** A sentence with the contrast that it states. */
export interface Stated {
  readonly contrast: Contrast;
  readonly text: string;
  readonly verdict: Verdict;
}

/**
 * Sentences that state what the contrasts allow, and no more: the study's main ones, whatever came of them, then the largest of
 * each family that may be claimed. Words for size and certainty stand in one table each, so that no sentence says more than
 * its numbers.
 */
export function claimsOf(
  contrasts: readonly Contrast[],
  main: readonly string[],
  groups: readonly [treated: Group, reference: Group],
): readonly Stated[] {
  const first = main.flatMap((id) => contrasts.filter((contrast) => contrast.id === id));
  const others = contrasts.filter(
    (contrast) => !first.includes(contrast) && isClaimed(contrast.verdict) && !UNSURE.has(contrast.family),
  );
  const families = [...new Set(others.map(({ family }) => family))];
  const largest = families.flatMap((family) =>
    others
      .filter((contrast) => contrast.family === family)
      .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.id < b.id ? -1 : 1))
      .filter(({ topic }, i, sorted) => sorted.findIndex((one) => one.topic === topic) === i)
      .slice(0, MOST_A_FAMILY),
  );
  return [...first, ...largest].map((contrast) => ({
    contrast,
    text: sentenceOf(contrast, groups),
    verdict: contrast.verdict,
  }));
}

/** Families whose readings err too often to be put into words unasked: of the parts that are called, half are right (`npm run train -- roles-figures`). */
const UNSURE: ReadonlySet<Family> = new Set(['roles']);

function isClaimed(verdict: Verdict): boolean {
  return verdict === 'differs' || verdict === 'these outlets differ';
}

/** Cohen's h without its sign; 0 where a share is missing. */
function sizeOf({ treated, reference }: Contrast): number {
  if (treated.value === null || reference.value === null) return 0;
  return Math.abs(cohensH(treated.value, reference.value));
}

/** Words for Cohen's h, from the largest bound down (Cohen 1988, ch. 6). */
const SIZES: readonly (readonly [least: number, words: string])[] = [
  [0.8, 'a large difference'],
  [0.5, 'a medium difference'],
  [0.2, 'a small difference'],
  [0, 'a very small difference'],
];

/** What each family's proportion is a proportion of. */
const SUBJECTS: Readonly<Record<Family, (contrast: Contrast) => string>> = {
  naming: ({ topic, label }) => `Of the names for “${topic}”, “${label}” makes up`,
  quoting: ({ label }) => `Of the uses of “${label}”, those inside quotation marks make up`,
  words: ({ topic, label }) => `Of the articles, those that use “${topic}” ${label} make up`,
  sources: ({ topic, label }) => `Of the quoted and attributed words, those of the ${topic} “${label}” make up`,
  reporting: ({ topic, label }) =>
    `Of the statements of the camp “${topic}”, those with ${label === 'endorsing' ? 'an' : 'a'} ${label} verb make up`,
  stance: ({ topic, label, unit }) => `Of the ${unit} on stance (${topic}), “${label}” makes up`,
  frames: ({ topic }) => `Of the articles, those with the frame “${topic}” make up`,
  terms: ({ topic, label }) =>
    label === 'used'
      ? `Of the articles, those with a term of “${topic}” make up`
      : `Of the words, the weighted terms of “${topic}” make up`,
  roles: ({ topic, label }) => `Of the articles that name ${topic}, the role of ${label} makes up`,
  agency: ({ topic, label, unit }) => `Of the ${unit} (${topic}), “${label}” makes up`,
};

function sentenceOf(contrast: Contrast, groups: readonly [Group, Group]): string {
  const { family, treated, reference, verdict } = contrast;
  const [one, two] = groups.map((group) => sideOf(contrast, group)) as [string, string];
  const shares = `${SUBJECTS[family](contrast)} ${shareOf(treated)} in ${one} and ${shareOf(reference)} in ${two}`;
  return `${shares}${ENDINGS[verdict](contrast, one, two)}`;
}

/** What each verdict lets a sentence say. */
const ENDINGS: Readonly<Record<Verdict, (contrast: Contrast, one: string, two: string) => string>> = {
  differs: (contrast, one, two) =>
    `: ${sizeWords(contrast)}, more in ${more(contrast, one, two)}. Chance labels would set the outlets so far apart with p = ${p(contrast.permutation?.p)}.`,
  'these outlets differ': (contrast, one, two) =>
    `: ${sizeWords(contrast)}, more in ${more(contrast, one, two)}. This is said of the articles of these outlets, not of their sides${floorWords(contrast)}.`,
  'not told apart': () => ': the articles do not tell the two apart.',
  'too little': ({ treated, reference }) =>
    `. With ${treated.articles} and ${reference.articles} articles to count in, nothing is claimed.`,
};

function sizeWords(contrast: Contrast): string {
  const size = sizeOf(contrast);
  return SIZES.find(([least]) => size >= least)![1];
}

function more({ difference }: Contrast, one: string, two: string): string {
  return difference! > 0 ? one : two;
}

function floorWords({ permutation, placebo }: Contrast): string {
  if (permutation === null || placebo === null) return ', for too few outlets can be set against each other';
  const rank = `the difference ranks ${placebo.rank} of ${placebo.of} among those of the single outlets`;
  return `: ${rank}, and labels given by chance would reach it with p = ${p(permutation.p)} (the least that so few outlets can reach is ${p(permutation.floor)})`;
}

/** A group by its outlets where they are few, else by its label and their number. */
function sideOf({ outlets }: Contrast, { id, label }: Group): string {
  const names = outlets.filter(({ group }) => group === id).map(({ outlet }) => outlet.name);
  if (names.length === 0) return label;
  return names.length <= FEW ? names.join(' and ') : `${names.length} outlets (${label})`;
}

const FEW = 2;

function shareOf({ value, interval }: Share): string {
  if (value === null) return 'nothing that can be counted';
  return interval === null ? percent(value) : `${percent(value)} (${range(interval)})`;
}

function range([low, high]: Interval): string {
  return `95% interval ${(low * HUNDRED).toFixed(1)} to ${percent(high)}`;
}

const HUNDRED = 100;

function percent(share: number): string {
  return `${(share * HUNDRED).toFixed(1)}%`;
}

/** A probability as the report's tables print it. */
function p(value: number | undefined): string {
  if (value === undefined) return 'unknown';
  return value < LEAST_P ? 'less than 0.001' : value.toFixed(3);
}

const LEAST_P = 0.001;
