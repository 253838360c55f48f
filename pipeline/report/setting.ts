import type { Result, ReportedArticle } from '../model.ts';
import type { Tone } from './chart-types.ts';
import { printedArticles } from './drawn.ts';
import { type Finding, type LedgerEntry, ledgerEntry } from './ledger.ts';
import { named } from './named.ts';
import type { Entry, Places } from './places.ts';
import type { Words } from './words/english.ts';

/** How much the report shows before it points to the data files: what a page, a chart and a browser can bear. */
export const LIMITS = {
  tableRows: 100,
  rowsKeptTogether: 14,
  chainLinks: 40,
  barsInGroup: 12,
  stanceRows: 100,
  matrixRows: 12,
  matrixColumns: 9,
  speakers: 25,
  statements: 200,
  /** In the page, to be searched, each with so many UTF-16 units of its words at most. */
  statementsInPage: 20_000,
  wordsInPage: 400,
  statementsOfSpeaker: 8,
  stancesOfSpeaker: 20,
  stancesOfStatement: 20,
  placesOfNumber: 200,
  /** Of each number's places, where the corpus is too large for all statements. */
  placesDrawn: 3,
  articlesOfNumber: 30,
} as const;

/** A number of the report that rests on several places, listed in the last appendix under `id`. */
export interface Cited {
  readonly id: string;
  readonly what: string;
  readonly places: Places;
}

/** What all builders of the view share: the result with look-ups over it, the words, and what is counted while building. */
export interface Setting {
  readonly result: Result;
  readonly words: Words;
  readonly entries: readonly Entry[];
  readonly entryOf: ReadonlyMap<string, Entry>;
  /** Ids of the articles whose statements are printed in the appendix: all, or those drawn where they are too many. */
  readonly printed: ReadonlySet<string>;
  readonly articleOf: ReadonlyMap<string, ReportedArticle>;
  /** Groups that any number is given for, in the order of the study; `null`, where it occurs, comes last. */
  readonly groups: readonly (string | null)[];
  readonly groupLabel: (group: string | null) => string;
  readonly tone: (group: string | null) => Tone;
  /** What all whose name is not given are called together: those that no text tells, and those withheld if there are any. */
  readonly noSpeaker: string;
  /** The group that an outlet or body belongs to by the study. */
  readonly groupOf: (entity: string) => string | null;
  /** The next number of a figure or table, from 1. */
  readonly next: (kind: 'figure' | 'table') => number;
  /** Where the reader finds the places behind a number: `#…`, or `null` where there are none. */
  readonly cite: (what: string, places: Places) => string | null;
  /** All that `cite` was asked to keep, in order. */
  readonly cited: readonly Cited[];
  /** Enters what a sentence or figure states into the claim ledger; returns its number there. */
  readonly state: (finding: Finding) => StatedView;
  /** The claim ledger so far, in the order of the report. */
  readonly ledger: readonly LedgerEntry[];
}

/** The number of a sentence or figure in the claim ledger: where it leads, and under which id the ledger leads back. */
export interface StatedView {
  readonly id: string;
  readonly text: string;
  readonly href: string;
}

/** Prepares `result` for the builders of the view. */
export function openSetting(given: Result, words: Words): Setting {
  const result = named(given, words);
  const entries = numbered(result);
  const entryOf = new Map(entries.map((entry) => [entry.statement.id, entry]));
  const printed = printedArticles(result.articles, LIMITS.statements, result.study.seed);
  const articleOf = new Map(result.articles.map((article) => [article.id, article]));
  const cited: Cited[] = [];
  const ledger: LedgerEntry[] = [];
  const counts = { figure: 0, table: 0 };
  const { groups: studied } = result.study;
  return {
    result,
    words,
    entries,
    entryOf,
    printed,
    articleOf,
    groups: result.comparison.groups.map(({ group }) => group),
    groupLabel: (group) => studied.find(({ id }) => id === group)?.label ?? words.noGroup,
    noSpeaker: entries.some(({ statement }) => statement.withheld) ? words.noSpeakerOrWithheld : words.noSpeaker,
    tone: (group) => toneAt(studied.findIndex(({ id }) => id === group)),
    groupOf: (entity) => studied.find(({ members }) => members.includes(entity))?.id ?? null,
    next: (kind) => ++counts[kind],
    cite: (what, places) => cite(cited, { entryOf, printed }, what, places),
    cited,
    state: (finding) => {
      const id = `L${ledger.length + 1}`;
      ledger.push(ledgerEntry({ result, entryOf, articleOf }, id, finding));
      return { id: statedAnchor(id), text: id, href: ledgerHref(id) };
    },
    ledger,
  };
}

/** Anchor of an entry in the claim ledger. */
export function ledgerHref(id: string): string {
  return `#ledger-${id}`;
}

/** Id of the place that states an entry of the claim ledger. */
export function statedAnchor(id: string): string {
  return `stated-${id}`;
}

/** Anchor of a statement in the appendix; `null` where its article is not printed there. */
export function statementHref({ printed }: Pick<Setting, 'printed'>, { article, number }: Entry): string | null {
  return printed.has(article.id) ? statementAnchor(number) : null;
}

/** Anchor of the statement of that number. */
export function statementAnchor(number: number): string {
  return `#s-${number}`;
}

/** Anchor of an article, counted from 1, in the appendix of statements. */
export function articleHref(number: number): string {
  return `#article-${number}`;
}

function numbered(result: Result): readonly Entry[] {
  const pairs = result.articles.flatMap((article) =>
    article.statements.map((statement, i) => ({ statement, reading: article.readings[i]!, article })),
  );
  return pairs.map((pair, i) => ({ ...pair, number: i + 1 }));
}

const TONES = 6;

function toneAt(index: number): Tone {
  return index < 0 ? 'none' : (((index % TONES) + 1) as Tone);
}

function cite(
  cited: Cited[],
  { entryOf, printed }: Pick<Setting, 'entryOf' | 'printed'>,
  what: string,
  places: Places,
): string | null {
  const size = places.kind === 'passages' ? places.mentions.length : places.ids.length;
  if (size === 0) return null;
  const only = places.kind === 'statements' && size === 1 ? entryOf.get(places.ids[0]!) : undefined;
  const whole = only === undefined ? null : statementHref({ printed }, only);
  if (whole !== null) return whole;
  cited.push({ id: `e-${cited.length + 1}`, what, places });
  return `#e-${cited.length}`;
}
