import type { Contrast, Contrasts, Family, Interval, OutletShare } from '../model.ts';
import { labelOf, topicOf } from './contrast-names.ts';
import { rounded } from './numbers.ts';
import type { Setting } from './setting.ts';
import type { FigureDraft } from './view-parts.ts';

/** What all builders of contrasts share: the contrasts with the names of both sides and the main ones among them. */
export interface Contrasting {
  readonly setting: Setting;
  readonly held: Contrasts;
  /** What each side is called: its group, or its outlets by name where they are too few to speak for a group. */
  readonly sides: { readonly treated: string; readonly reference: string };
  /** Whether a side is called by its outlets. */
  readonly few: { readonly treated: boolean; readonly reference: boolean };
  /** Contrasts that the study named beforehand, and those that have a multiverse, in the order of the comparison. */
  readonly main: readonly Contrast[];
}

/** The contrasts of the result, or `null` where the study sets no groups against each other. */
export function openContrasting(setting: Setting): Contrasting | null {
  const held = setting.result.comparison.contrasts;
  if (held === null) return null;
  const [treated, reference] = held.groups.map((group) => sideOf(setting, held, group.id, group.label));
  return {
    setting,
    held,
    sides: { treated: treated!.name, reference: reference!.name },
    few: { treated: treated!.few, reference: reference!.few },
    main: held.contrasts.filter((contrast) => isMain(setting, held, contrast)),
  };
}

const MOST_NAMES = 4;

function sideOf(
  { words, result }: Setting,
  { contrasts }: Contrasts,
  id: string,
  label: string,
): { readonly name: string; readonly few: boolean } {
  const all = contrasts.flatMap(({ outlets }) => outlets.filter((one) => one.group === id && one.articles > 0));
  const names = new Map(all.map(({ outlet }) => [outlet.id, outlet.name]));
  const few = names.size > 0 && names.size < Math.max(2, result.study.minimum.outlets);
  if (!few) return { name: label, few };
  const say = words.contrasts;
  const name = names.size <= MOST_NAMES ? say.names([...names.values()]) : say.theseOutlets(names.size, label);
  return { name, few };
}

function isMain({ result }: Setting, { multiverse }: Contrasts, { id }: Contrast): boolean {
  const named = result.study.comparison.main.some((one) => id === one || id.startsWith(`${one}/`));
  return named || multiverse.some(({ contrast }) => contrast === id);
}

/** Contrasts that the report tells together: one choice set, or one family. */
export interface Block {
  /** Also the id of its table, after `table-`. */
  readonly id: string;
  readonly family: Family;
  /** The choice set or target, where the block holds one only. */
  readonly topic: string | null;
  /** Those that the report shows: the main ones, then those with enough data, the largest differences first. */
  readonly shown: readonly Contrast[];
  /** How many are left to the data file. */
  readonly rest: number;
}

/** More rows than this are no reading; of what is not told apart, the largest differences give the picture. */
const MOST_SHOWN = 40;
const MOST_UNTOLD = 12;
/** Families whose topics are sets of names among which a writer chooses: each is read by itself. */
const BY_TOPIC: ReadonlySet<Family> = new Set(['naming', 'quoting']);

/** All contrasts in blocks, in the order of the comparison. A block that shows nothing only counts. */
export function blocksOf({ held, main }: Contrasting): readonly Block[] {
  const keys = new Map<string, Contrast[]>();
  for (const contrast of held.contrasts) {
    const key = BY_TOPIC.has(contrast.family) ? `${contrast.family}/${contrast.topic}` : contrast.family;
    const found = keys.get(key);
    if (found === undefined) keys.set(key, [contrast]);
    else found.push(contrast);
  }
  return [...keys.values()].map((contrasts, i) => {
    const { family, topic } = contrasts[0]!;
    const shown = inOrder(contrasts, main).slice(0, MOST_SHOWN);
    return {
      id: `contrasts-${i + 1}`,
      family,
      topic: BY_TOPIC.has(family) ? topic : null,
      shown,
      rest: contrasts.length - shown.length,
    };
  });
}

const RANKS = { differs: 0, 'these outlets differ': 1, 'not told apart': 2, 'too little': 3 } as const;

function inOrder(contrasts: readonly Contrast[], main: readonly Contrast[]): readonly Contrast[] {
  const untold = contrasts.filter((one) => one.verdict === 'not told apart' && !main.includes(one)).sort(bySize);
  const kept = new Set(untold.slice(0, MOST_UNTOLD));
  const rank = (one: Contrast): number => (main.includes(one) ? -1 : RANKS[one.verdict]);
  return contrasts
    .filter((one) => main.includes(one) || isTold(one) || kept.has(one))
    .sort((a, b) => rank(a) - rank(b) || bySize(a, b));
}

function bySize(a: Contrast, b: Contrast): number {
  return Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0);
}

/** What a contrast is called where no family stands beside it: two families may count the same word. */
export function fullNameOf({ setting }: Contrasting, contrast: Contrast): string {
  const { words } = setting;
  const { blocks, families } = words.contrasts;
  return blocks.fullName(labelOf(words, contrast), families[contrast.family], topicOf(words, contrast));
}

/** What a contrast is called where its family stands beside it. */
export function nameOf({ setting }: Contrasting, contrast: Contrast): string {
  const { words } = setting;
  return words.contrasts.blocks.rowHeading(topicOf(words, contrast), labelOf(words, contrast));
}

/** What a block is called: its family, and its choice set where it has one. */
export function titleOf({ setting }: Contrasting, { family, topic }: Block): string {
  const { blocks, families } = setting.words.contrasts;
  return topic === null ? families[family] : blocks.titleOf(families[family], topic);
}

/** Outlets of one group with the study's minimum of articles, the largest share first, then by id: a share of one article says nothing. */
export function outletsOf({ setting }: Contrasting, contrast: Contrast, group: string): readonly OutletShare[] {
  const least = setting.result.study.minimum.articles;
  return contrast.outlets
    .filter((one) => one.group === group && one.value !== null && one.articles >= least)
    .sort((a, b) => b.value! - a.value! || (a.outlet.id < b.outlet.id ? -1 : 1));
}

/** Whether the report may say that the contrast shows a difference. */
export function isTold({ verdict }: Pick<Contrast, 'verdict'>): boolean {
  return verdict === 'differs' || verdict === 'these outlets differ';
}

/** How many contrasts have enough data, and how many of these may be told to differ. */
export function tally({ result }: Setting): { readonly tested: number; readonly told: number } {
  const tested = (result.comparison.contrasts?.contrasts ?? []).filter(({ verdict }) => verdict !== 'too little');
  return { tested: tested.length, told: tested.filter(isTold).length };
}

/** A share as "61.9%"; an absent one as the sign for it. */
export function shareText({ words }: Setting, value: number | null): string {
  return value === null ? words.noValue : words.numbers.percentage(value, 1);
}

export function shareInterval({ words }: Setting, [low, high]: Interval): string {
  return words.contrasts.between(words.numbers.percentage(low, 1), words.numbers.percentage(high, 1));
}

/** A difference in percentage points with its direction in words: "61.3 more". */
export function pointsText({ words }: Setting, difference: number | null): string {
  if (difference === null) return words.noValue;
  const points = rounded(100 * difference, 1);
  const amount = words.numbers.decimal(Math.abs(points), 1);
  const say = words.contrasts;
  if (points === 0) return say.even(amount);
  return points > 0 ? say.more(amount) : say.less(amount);
}

/** Bounds of a difference with their directions in words; said once where both point the same way. */
export function pointsInterval(setting: Setting, interval: Interval | null): string {
  const { words } = setting;
  if (interval === null) return words.noValue;
  const [low, high] = interval.map((bound) => rounded(100 * bound, 1)) as [number, number];
  const amount = (bound: number): string => words.numbers.decimal(Math.abs(bound), 1);
  const say = words.contrasts;
  if (low > 0) return say.more(say.range(amount(low), amount(high)));
  if (high < 0) return say.less(say.range(amount(high), amount(low)));
  return say.between(pointsText(setting, interval[0]), pointsText(setting, interval[1]));
}

/** A difference with its direction in words and the side that it is said of: "61.3 points more in RT". */
export function differenceText({ setting, sides }: Contrasting, difference: number): string {
  const say = setting.words.contrasts;
  const points = rounded(100 * difference, 1);
  const amount = setting.words.numbers.decimal(Math.abs(points), 1);
  if (points === 0) return say.evenIn;
  return points > 0 ? say.moreIn(amount, sides.treated) : say.lessIn(amount, sides.treated);
}

const LEAST_CHANCE = 0.001;

/** A probability of chance: three decimals are all that a reader can use. */
export function chance({ words }: Setting, p: number | null): string {
  if (p === null) return words.noValue;
  return p < LEAST_CHANCE ? words.numbers.below(LEAST_CHANCE, 3) : words.numbers.decimal(p, 3);
}

/** `chance` as it stands in a sentence: "= 0.003". */
export function equals(setting: Setting, p: number): string {
  return p < LEAST_CHANCE ? chance(setting, p) : `= ${chance(setting, p)}`;
}

/** `value` with a true minus sign, or the sign for what is absent. */
export function measure({ words }: Setting, value: number | null, places = 2): string {
  return value === null || !Number.isFinite(value) ? words.noValue : words.numbers.decimal(value, places);
}

/** What figures of contrasts rest on: the articles that hold what is counted, of all that are compared. */
export function restsOn(
  { held }: Contrasting,
  contrasts: readonly Pick<Contrast, 'articles'>[],
): Pick<FigureDraft, 'places' | 'size'> {
  const { articles, keyness } = held;
  return {
    places: { kind: 'articles', ids: [...new Set(contrasts.flatMap((contrast) => contrast.articles))].sort() },
    size: {
      articles: articles.treated + articles.reference,
      outlets: keyness.outlets.treated + keyness.outlets.reference,
    },
  };
}

/** n, voice and what the intervals are over: the end of every note. */
export function basis({ setting, held, sides }: Contrasting): string {
  const say = setting.words.contrasts;
  return say.basis({
    treated: sides.treated,
    treatedArticles: held.articles.treated,
    reference: sides.reference,
    referenceArticles: held.articles.reference,
    voice: say.voices[held.voice],
  });
}

/** What the 95 % intervals are over, in words. */
export function intervalsOver({ setting, held, sides }: Contrasting): string {
  const say = setting.words.contrasts;
  const how = held.outletsResampled.map(({ group, resampled }) => {
    const side = group === held.groups[0].id ? sides.treated : sides.reference;
    return resampled ? say.outletsDrawn(side) : say.articlesDrawn(side);
  });
  return say.intervals(held.replicates, how);
}
