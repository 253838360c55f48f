import type { Call, ReportedArticle } from '../model.ts';
import { printedArticles } from './drawn.ts';
import { safeHref } from './safe.ts';
import type { Entry } from './places.ts';
import { LIMITS, type Setting } from './setting.ts';
import { mannerOf, speakerOf } from './statement-words.ts';
import { cutSegments, cutWords, inContext, type Segment } from './view-text.ts';

/** An article as the search knows it. `outlet` is a place in `StatementsData.outlets`. */
export interface ArticleData {
  readonly id: string;
  readonly outlet: number;
  /** Title, outlet and date in one line. */
  readonly line: string;
  readonly href: string | null;
  readonly language: string;
  /** Whether its statements stand in the appendix. */
  readonly printed: boolean;
}

/**
 * What the page's script searches: statements in columns, a place in each column for a statement, with names in lists of their
 * own, so that each stands there once. At most `LIMITS.statementsInPage`; of more, those of articles drawn.
 */
export interface StatementsData {
  /** The roles that digits of `roles` stand for. */
  readonly roleNames: readonly Segment['role'][];
  readonly callNames: readonly Call[];
  readonly speakers: readonly string[];
  readonly outlets: readonly string[];
  readonly targets: readonly string[];
  readonly manners: readonly string[];
  readonly origins: readonly string[];
  readonly articles: readonly ArticleData[];
  readonly number: readonly number[];
  /** A statement's id is its article's with this behind it. */
  readonly suffix: readonly string[];
  readonly article: readonly number[];
  readonly speaker: readonly number[];
  readonly manner: readonly number[];
  readonly origin: readonly number[];
  /** 1 where the content is what is denied, else 0. */
  readonly denied: readonly number[];
  /** Targets and calls in turn. */
  readonly stances: readonly (readonly number[])[];
  /** The sentences in which the statement stands, in pieces, cut at `LIMITS.wordsInPage` UTF-16 units. */
  readonly words: readonly (readonly string[])[];
  /** A digit for each piece. */
  readonly roles: readonly string[];
}

/** Collects the statements that the page can search, in the order of the report. */
export function statementsData(setting: Setting): StatementsData {
  const { result } = setting;
  const held = printedArticles(result.articles, LIMITS.statementsInPage, result.study.seed);
  const articles = result.articles.filter(({ id }) => held.has(id));
  const entries = setting.entries.filter(({ article }) => held.has(article.id));
  const place = new Map(articles.map(({ id }, i) => [id, i]));
  return {
    roleNames: ROLES,
    callNames: CALLS,
    ...articleColumns(setting, articles),
    number: entries.map(({ number }) => number),
    suffix: entries.map(({ statement, article }) => statement.id.slice(article.id.length)),
    article: entries.map(({ article }) => place.get(article.id)!),
    ...nameColumns(setting, entries),
    denied: entries.map(({ reading }) => Number(reading.denial)),
    ...stanceColumns(entries),
    ...wordColumns(setting, entries),
  };
}

const ROLES: StatementsData['roleNames'] = ['plain', 'gap', 'source', 'cue', 'content'];
const CALLS: StatementsData['callNames'] = ['opposes', 'neither', 'supports', 'no call'];

function articleColumns(
  setting: Setting,
  articles: readonly ReportedArticle[],
): Pick<StatementsData, 'articles' | 'outlets'> {
  const [outlets, outlet] = column(articles.map((article) => outletOf(setting, article)));
  return { outlets, articles: articles.map((article, i) => articleData(setting, article, outlet[i]!)) };
}

function articleData(setting: Setting, article: ReportedArticle, outlet: number): ArticleData {
  const { words, printed } = setting;
  const { id, title, date, url, language } = article;
  const told = date === null ? null : words.date(date);
  return {
    id,
    outlet,
    line: words.page.inArticle(cutWords(title ?? id), cutWords(outletOf(setting, article)), told),
    href: url === null ? null : safeHref(url),
    language,
    printed: printed.has(id),
  };
}

function outletOf({ words }: Setting, { publisher, outletName }: ReportedArticle): string {
  return publisher?.name ?? outletName ?? words.noPublisher;
}

type Named = 'speakers' | 'speaker' | 'manners' | 'manner' | 'origins' | 'origin';

function nameColumns(setting: Setting, entries: readonly Entry[]): Pick<StatementsData, Named> {
  const [speakers, speaker] = column(entries.map(({ statement }) => speakerOf(setting, statement)));
  const [manners, manner] = column(entries.map(({ statement }) => mannerOf(setting, statement)));
  const [origins, origin] = column(entries.map(({ statement }) => setting.groupLabel(statement.origin)));
  return { speakers, speaker, manners, manner, origins, origin };
}

function stanceColumns(entries: readonly Entry[]): Pick<StatementsData, 'targets' | 'stances'> {
  const all = entries.map(({ reading }) => reading.stances);
  const [targets, target] = column(all.flat().map((stance) => stance.target.name));
  let next = 0;
  return { targets, stances: all.map((own) => own.flatMap(({ call }) => [target[next++]!, CALLS.indexOf(call)])) };
}

function wordColumns({ words }: Setting, entries: readonly Entry[]): Pick<StatementsData, 'words' | 'roles'> {
  const cut = entries.map(({ article, statement }) =>
    cutSegments(
      inContext(article, statement).map((one) => (one.role === 'gap' ? { ...one, text: words.gap } : one)),
      LIMITS.wordsInPage,
    ),
  );
  return {
    words: cut.map((segments) => segments.map(({ text }) => text)),
    roles: cut.map((segments) => segments.map(({ role }) => ROLES.indexOf(role)).join('')),
  };
}

/** Each of `values`, cut at about two lines, once and in the order in which it first comes, and the place of each value. */
function column(values: readonly string[]): readonly [names: readonly string[], places: readonly number[]] {
  const cut = values.map((value) => cutWords(value));
  const places = new Map([...new Set(cut)].map((name, i) => [name, i]));
  return [[...places.keys()], cut.map((name) => places.get(name)!)];
}
