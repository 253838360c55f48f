import type { Mention, Result, ReportedArticle, Span } from '../model.ts';
import { codePoints } from '../text/code-points.ts';
import { drawn } from '../text/drawn.ts';
import { rounded } from './numbers.ts';
import type { Entry, Places } from './places.ts';

/** How chance was judged: labels of outlets permuted, and false discoveries held down within the family. */
export interface LedgerTest {
  readonly name: string;
  readonly p: number | null;
  readonly q: number | null;
  /** The smallest p that the design can reach. */
  readonly floor: number | null;
}

/** A sentence or figure of the report that states a result, as whoever builds it knows it. */
export interface Finding {
  readonly kind: 'sentence' | 'figure';
  /** As the report has it. */
  readonly text: string;
  /** What was computed, in words. */
  readonly statistic: string;
  /** What the text states, as computed; of a figure nothing, for `told` has its numbers. */
  readonly values: Readonly<Record<string, number | null>>;
  /** The numbers of a figure in words; `null` for a sentence. */
  readonly told: string | null;
  readonly test: LedgerTest | null;
  /** Where passages are drawn from. */
  readonly places: Places;
  /** How many articles and outlets it rests on; `null` for those of `places`. */
  readonly size: { readonly articles: number; readonly outlets: number } | null;
}

/** A finding as the ledger holds it. `id` is “L1”, “L2” … in the order of the report. */
export interface LedgerEntry extends Omit<Finding, 'places' | 'size'> {
  readonly id: string;
  readonly articles: number;
  readonly outlets: number;
  readonly seed: number;
  /** Up to three places, drawn by hash of the seed. */
  readonly passages: readonly LedgerPassage[];
}

/** A place in an article. Offsets are Unicode code points, the end exclusive. */
export interface LedgerPassage {
  readonly article: string;
  readonly url: string | null;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Passages that are shown of a finding. */
const SHOWN = 3;
/** Enough to find a passage again; its place tells the rest. */
const LONGEST = 160;
const PLACES = 6;

/** What the ledger needs to look up. */
export interface LedgerGround {
  readonly result: Result;
  readonly entryOf: ReadonlyMap<string, Entry>;
  readonly articleOf: ReadonlyMap<string, ReportedArticle>;
}

/** `finding` as the ledger's entry `id`, with its passages drawn. */
export function ledgerEntry(ground: LedgerGround, id: string, finding: Finding): LedgerEntry {
  const { kind, text, statistic, told, test, places, size, values } = finding;
  const { seed } = ground.result.study;
  return {
    id,
    kind,
    text,
    statistic,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sixPlaces(value)])),
    told,
    ...(size ?? sizeOf(ground, places)),
    test,
    seed,
    passages: mentionsOf(ground, places, id).map((mention) => passageOf(ground, mention)),
  };
}

function sixPlaces(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : rounded(value, PLACES);
}

type Place = Pick<Mention, 'article' | 'span'>;

function sizeOf({ entryOf, articleOf }: LedgerGround, places: Places): { articles: number; outlets: number } {
  const ids = new Set(articleIds(places, entryOf));
  const outlets = new Set([...ids].flatMap((id) => articleOf.get(id)?.publisher?.id ?? []));
  return { articles: ids.size, outlets: outlets.size };
}

function articleIds(places: Places, entryOf: LedgerGround['entryOf']): readonly string[] {
  if (places.kind === 'articles') return places.ids;
  if (places.kind === 'statements') return places.ids.flatMap((id) => entryOf.get(id)?.article.id ?? []);
  return places.mentions.map(({ article }) => article);
}

/** Up to three places, drawn: a statement by its content, an article by its first sentence. */
function mentionsOf({ result, entryOf, articleOf }: LedgerGround, places: Places, key: string): readonly Place[] {
  const { seed } = result.study;
  if (places.kind === 'passages') {
    return drawn(places.mentions, SHOWN, seed, ({ article, span }) => `${key} ${article} ${span[0]}`);
  }
  return drawn(places.ids, SHOWN, seed, (id) => `${key} ${id}`).flatMap((id): readonly Place[] => {
    if (places.kind === 'statements') {
      const entry = entryOf.get(id);
      return entry === undefined ? [] : [{ article: entry.article.id, span: wholeOf(entry.statement.content) }];
    }
    const span = articleOf.get(id)?.sentences[0];
    return span === undefined ? [] : [{ article: id, span }];
  });
}

function wholeOf(spans: readonly Span[]): Span {
  return [spans[0]![0], spans.at(-1)![1]];
}

function passageOf({ articleOf }: LedgerGround, { article: id, span }: Place): LedgerPassage {
  const article = articleOf.get(id);
  if (article === undefined) throw new Error(`A finding rests on an article that is not in the result: ${id}`);
  const [start, end] = codePoints(article.text)(span);
  const words = Array.from(article.text.slice(...span));
  const shown = words.length <= LONGEST ? words : [...words.slice(0, LONGEST), '…'];
  return { article: id, url: article.url, start, end, words: shown.join('') };
}

/** The ledger as JSON Lines: an entry a line. */
export function ledgerLines(entries: readonly LedgerEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
