import type { Copy, Span, Template } from '../../model.ts';
import { byCodeUnit } from '../order.ts';
import type { Unit } from './units.ts';
import { wordRuns, type WordRuns } from './word-runs.ts';

/** What stands in the corpus more than once. */
export interface Repeats {
  /** For each unit and token 1 where it stands in a template. */
  readonly templated: readonly Uint8Array[];
  /** For each unit 1 where it is a copy of an earlier one. */
  readonly copied: Uint8Array;
  /** Most widespread first. */
  readonly templates: readonly Template[];
  /** By the copy's id. */
  readonly copies: readonly Copy[];
}

/**
 * Copies and templates among the units. Two articles are one if more than half the shorter one's runs of words stand in the
 * other: the later (by date, then id) is the copy. A template is what stands word for word in `articles` or more that
 * are no copies. Time grows as n log n with the number of words: runs are sorted by hash, not compared.
 */
export function repeats(
  units: readonly Unit[],
  { words, articles }: { readonly words: number; readonly articles: number },
): Repeats {
  const runs = units.map(({ article }) => wordRuns(article.tokens, words));
  const postings = sortedPostings(runs);
  const copies = copiesAmong(units, runs, postings);
  const copied = new Uint8Array(units.length);
  for (const { later } of copies) copied[later] = 1;
  const frequent = frequentRuns(postings, copied, articles);
  const templated = units.map(({ article }, i) => maskOf(article.tokens.length, runs[i]!, frequent));
  return {
    templated,
    copied,
    templates: templatesOf(units, runs, frequent, copied),
    copies: copies
      .map(({ earlier, later, share }) => ({ article: idOf(units, later), of: idOf(units, earlier), share }))
      .sort((a, b) => byCodeUnit(a.article, b.article)),
  };
}

/** Tells of a place in a unit whether it stands in a template: the token that begins there, or the first one after, decides. */
export function templatedAt(units: readonly Unit[], { templated }: Repeats): (unit: number, place: Span) => boolean {
  return (unit, [start]) => templated[unit]![firstFrom(units[unit]!.article.tokens.starts, start)] === 1;
}

/** The first token that begins at `offset` or after it; takes O(log n). */
function firstFrom(starts: Uint32Array, offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (starts[mid]! < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Hashes (32 bits) with the unit that they stand in (21 bits) as one number, ascending, each pair once or more. */
function sortedPostings(runs: readonly WordRuns[]): Float64Array {
  const postings = new Float64Array(runs.reduce((sum, { hashes }) => sum + hashes.length, 0));
  let at = 0;
  runs.forEach(({ hashes }, unit) => {
    for (const hash of hashes) postings[at++] = hash * MOST_UNITS + unit;
  });
  return postings.sort();
}

/** Two to the power of 21, so that a hash and a unit fit the 53 bits of a number. */
const MOST_UNITS = 2 ** 21;

/** Calls `visit` with each hash and the units that it stands in, ascending, each once. */
function eachRun(postings: Float64Array, visit: (hash: number, units: readonly number[]) => void): void {
  for (let i = 0; i < postings.length;) {
    const hash = Math.floor(postings[i]! / MOST_UNITS);
    const units: number[] = [];
    for (; i < postings.length && Math.floor(postings[i]! / MOST_UNITS) === hash; i++) {
      const unit = postings[i]! % MOST_UNITS;
      if (units.at(-1) !== unit) units.push(unit);
    }
    visit(hash, units);
  }
}

interface Pair {
  readonly earlier: number;
  readonly later: number;
  readonly share: number;
}

/** What stands in more articles than this is boilerplate and tells no copy; it also bounds the pairs that are counted. */
const MOST_HOLDERS = 30;
/** Below so many runs an article is too short to be told from what it quotes. */
const LEAST_RUNS = 30;
const LEAST_SHARE = 0.5;

/** For each copy the earliest article that it is a copy of and that is none itself. */
function copiesAmong(units: readonly Unit[], runs: readonly WordRuns[], postings: Float64Array): readonly Pair[] {
  const place = placesInTime(units);
  const pairs = [...sharedRuns(postings)].flatMap(([key, shared]) => {
    const [a, b] = [Math.floor(key / MOST_UNITS), key % MOST_UNITS];
    const fewer = Math.min(runs[a]!.hashes.length, runs[b]!.hashes.length);
    if (fewer < LEAST_RUNS || shared / fewer <= LEAST_SHARE) return [];
    const [earlier, later] = place[a]! < place[b]! ? [a, b] : [b, a];
    return [{ earlier, later, share: Math.min(1, shared / fewer) }];
  });
  const copies = new Map<number, Pair>();
  for (const pair of pairs.sort((x, y) => place[x.later]! - place[y.later]! || place[x.earlier]! - place[y.earlier]!)) {
    if (!copies.has(pair.later) && !copies.has(pair.earlier)) copies.set(pair.later, pair);
  }
  return [...copies.values()];
}

/** The place of each unit by date (those without one last), then by id. */
function placesInTime(units: readonly Unit[]): Uint32Array {
  const order = units.map((_, i) => i).sort((a, b) => byTime(units[a]!, units[b]!));
  const places = new Uint32Array(units.length);
  order.forEach((unit, place) => (places[unit] = place));
  return places;
}

function byTime(a: Unit, b: Unit): number {
  return byCodeUnit(a.date ?? '~', b.date ?? '~') || byCodeUnit(a.article.id, b.article.id);
}

/** Number of runs that two units share, by both units as one number. */
function sharedRuns(postings: Float64Array): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  eachRun(postings, (_, units) => {
    if (units.length > MOST_HOLDERS) return;
    units.forEach((a, i) => {
      for (let j = i + 1; j < units.length; j++) {
        const key = a * MOST_UNITS + units[j]!;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
    });
  });
  return shared;
}

/** Hashes of runs that stand in at least `least` units that are no copies, with their number. */
function frequentRuns(postings: Float64Array, copied: Uint8Array, least: number): ReadonlyMap<number, number> {
  const frequent = new Map<number, number>();
  eachRun(postings, (hash, units) => {
    if (units.length < least) return;
    const originals = units.filter((unit) => copied[unit] === 0).length;
    if (originals >= least) frequent.set(hash, originals);
  });
  return frequent;
}

function maskOf(length: number, { hashes, firsts, ends }: WordRuns, frequent: ReadonlyMap<number, number>): Uint8Array {
  const mask = new Uint8Array(length);
  hashes.forEach((hash, i) => {
    if (frequent.has(hash)) mask.fill(1, firsts[i], ends[i]);
  });
  return mask;
}

interface Stretch {
  readonly unit: number;
  readonly span: Span;
  readonly articles: number;
}

/**
 * One template for each most widespread run: stretches that hold the same one are the same template with other words before
 * or after. Its text is the first article's.
 */
function templatesOf(
  units: readonly Unit[],
  runs: readonly WordRuns[],
  frequent: ReadonlyMap<number, number>,
  copied: Uint8Array,
): readonly Template[] {
  const found = new Map<number, { readonly first: Stretch; readonly outlets: Set<string> }>();
  units.forEach((unit, i) => {
    if (copied[i] === 1) return;
    for (const [hash, stretch] of stretchesIn(unit, i, runs[i]!, frequent)) {
      const known = found.get(hash) ?? { first: stretch, outlets: new Set<string>() };
      found.set(hash, known);
      known.outlets.add(unit.outlet.id);
    }
  });
  return [...found.values()]
    .map(({ first, outlets }) => templateOf(units[first.unit]!, first, outlets))
    .sort((a, b) => b.articles - a.articles || byCodeUnit(a.at.article, b.at.article) || a.at.span[0] - b.at.span[0]);
}

/** Unbroken stretches of frequent runs, each by the hash of its most widespread run. */
function stretchesIn(
  { article }: Unit,
  unit: number,
  { hashes, firsts, ends }: WordRuns,
  frequent: ReadonlyMap<number, number>,
): readonly (readonly [hash: number, Stretch])[] {
  const { starts, ends: tokenEnds } = article.tokens;
  const stretches: [number, Stretch][] = [];
  for (let i = 0; i < hashes.length; i++) {
    if (!frequent.has(hashes[i]!)) continue;
    const from = i;
    let best = i;
    for (; i < hashes.length && frequent.has(hashes[i]!); i++) {
      if (frequent.get(hashes[i]!)! > frequent.get(hashes[best]!)!) best = i;
    }
    const span: Span = [starts[firsts[from]!]!, tokenEnds[ends[i - 1]! - 1]!];
    stretches.push([hashes[best]!, { unit, span, articles: frequent.get(hashes[best]!)! }]);
  }
  return stretches;
}

function templateOf({ article }: Unit, { span, articles }: Stretch, outlets: ReadonlySet<string>): Template {
  const { id, text } = article;
  return { text: text.slice(...span), articles, outlets: [...outlets].sort(), at: { article: id, span } };
}

function idOf(units: readonly Unit[], unit: number): string {
  return units[unit]!.article.id;
}
