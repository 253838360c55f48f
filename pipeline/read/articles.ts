import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { EXIT, issue, Refusal } from '../issue.ts';
import type { Article, Issue, Registry } from '../model.ts';
import { articleLines } from './article-lines.ts';
import { loadFile } from './file.ts';
import { findTexts } from './find.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import { outletFinder } from './outlet-finder.ts';
import type { OutletFinder } from './outlet-finder.ts';
import { decodeUtf8 } from './utf8.ts';

/** What a study’s article files gave. `articles` and `quarantined` together are what was found, each in the order of files. */
export interface ArticlesRead {
  readonly articles: readonly Article[];
  /** Odd but readable. */
  readonly issues: readonly Issue[];
  /** One for each file that did not become an article. */
  readonly quarantined: readonly Issue[];
  /** Number of articles found, readable or not. */
  readonly found: number;
  /** Files that hold an article, with the SHA-256 (hex) of their bytes. */
  readonly files: readonly FileRead[];
}

/** A file that was read, with the SHA-256 (hex) of its bytes. */
export interface FileRead {
  readonly file: string;
  readonly sha256: string;
}

/** One article with its issues, or why a part of a file is none; after the last of a file that holds one, the file itself. */
export type Read =
  | { readonly article: Article; readonly issues: readonly Issue[] }
  | { readonly rejected: Issue }
  | { readonly read: FileRead };

/**
 * Reads, one at a time, the articles that `patterns` name (files, folders, patterns; relative to `folder`). Throws a `Refusal`
 * when no file matches; a file that cannot be used is set aside and the rest is read.
 */
export async function* readArticles(
  patterns: readonly string[],
  folder: string,
  registry: Registry,
): AsyncGenerator<Read, void, undefined> {
  const { files, outside } = findTexts(patterns, folder);
  if (files.length === 0) throw new Refusal(EXIT.missingInput, [nothingFound(patterns, outside)]);
  const finder = outletFinder(registry);
  const taken = new Map<string, string>();
  for (const file of files) {
    const bytes = await loadFile(join(folder, file), file);
    let holds = false;
    for (const one of readArticlesOf(bytes, file, finder)) {
      const reading = unlessTaken(one, taken);
      if (reading.article === null) yield { rejected: reading.rejected };
      else {
        taken.set(reading.article.id, file);
        holds = true;
        yield { article: reading.article, issues: reading.issues };
      }
    }
    if (holds) yield { read: { file, sha256: createHash('sha256').update(bytes).digest('hex') } };
  }
}

/** All that a reading gives, at once. */
export async function readAll(reading: AsyncIterable<Read>): Promise<ArticlesRead> {
  const articles: Article[] = [];
  const issues: Issue[] = [];
  const quarantined: Issue[] = [];
  const files: FileRead[] = [];
  for await (const one of reading) {
    if ('read' in one) files.push(one.read);
    else if ('rejected' in one) quarantined.push(one.rejected);
    else {
      articles.push(one.article);
      issues.push(...one.issues);
    }
  }
  return { articles, issues, quarantined, found: articles.length + quarantined.length, files };
}

/** One file as an article with its issues, or why it cannot be one. */
type ArticleReading =
  | { readonly article: Article; readonly issues: readonly Issue[]; readonly rejected: null }
  | { readonly article: null; readonly issues: readonly []; readonly rejected: Issue };

/** The articles in the bytes of a file: one of text, one a line of JSON Lines. `file` is its name in the study. */
function readArticlesOf(bytes: Uint8Array, file: string, finder: OutletFinder): readonly ArticleReading[] {
  const { text, badLine } = decodeUtf8(bytes);
  if (text === null) {
    const message = `The file is not valid UTF-8 from line ${badLine} on: save it as UTF-8.`;
    return [reject(issue('article-not-utf8', message, { file, line: badLine }))];
  }
  return /\.txt$/iu.test(file) ? [readText(text, bytes, file, finder)] : readLines(text, file, finder);
}

function readText(fileText: string, bytes: Uint8Array, file: string, finder: OutletFinder): ArticleReading {
  const front = readFrontMatter(fileText);
  if (front.broken !== null) {
    return reject(issue('article-front-matter', front.broken.message, { file, line: front.broken.line }));
  }
  const line = fileText.slice(0, fileText.length - front.text.length).split('\n').length;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return readFront(front, { file, line, sha256, name: basename(file).replace(/\.txt$/iu, '') }, finder);
}

function readLines(text: string, file: string, finder: OutletFinder): readonly ArticleReading[] {
  const stem = basename(file).replace(/\.\w+$/u, '');
  return articleLines(text).map(({ line, sha256, front, reason }) =>
    front === null
      ? reject(issue('article-line', reason ?? '', { file, line }))
      : readFront(front, { file, line, sha256, name: `${stem}-${line}` }, finder),
  );
}

/** Where an article was found, and what it is called where it does not say. */
interface Place {
  readonly file: string;
  /** First line of its text. */
  readonly line: number;
  readonly sha256: string;
  readonly name: string;
}

function readFront(front: FrontMatter, place: Place, finder: OutletFinder): ArticleReading {
  const { file, line } = place;
  if (front.text.trim() === '') {
    return reject(issue('article-empty', 'The article holds no text: fill or remove it.', { file, line }));
  }
  if (!/[\p{L}\p{N}]/u.test(front.text)) {
    return reject(
      issue('article-without-words', 'The text holds no words: fill or remove the article.', { file, line }),
    );
  }
  const article = articleOf(front, place, finder);
  return { article, issues: oddities(front, article, finder), rejected: null };
}

function reject(rejected: Issue): ArticleReading {
  return { article: null, issues: [], rejected };
}

/** The article as its front matter describes it; what cannot be used is `null`. */
function articleOf({ values, text }: FrontMatter, { file, sha256, name }: Place, finder: OutletFinder): Article {
  const url = checked(values.url, isWebAddress);
  const outletName = values.outlet ?? null;
  const named = outletName === null ? null : finder.byName(outletName);
  return {
    id: idOf(values.id ?? name),
    file,
    title: values.title ?? null,
    publisher: named ?? (url === null ? null : finder.byUrl(url)),
    outletName,
    date: checked(values.date?.slice(0, ISO_DAY), isIsoDate),
    url,
    author: values.author ?? null,
    language: checked(values.language, isLanguage) ?? 'en',
    text,
    sha256,
  };
}

/** What the front matter leaves open or says oddly, in the order in which a reader would mend it. */
function oddities(front: FrontMatter, article: Article, finder: OutletFinder): readonly Issue[] {
  const { values, lineOf } = front;
  const at = { article: article.id, file: article.file };
  const odd = (message: string, line: number) => issue('article-front-matter', message, { ...at, line });
  const unused = (key: 'id' | 'url' | 'date' | 'language', used: string | null, message: string) =>
    values[key] === undefined || used !== null ? [] : [odd(message, lineOf(key))];
  return [
    ...front.odd.map(({ message, line }) => odd(message, line)),
    ...unused(
      'id',
      checked(values.id, (id) => id === article.id),
      unusableId(article.id),
    ),
    ...unused('url', article.url, 'The url is left out: it is no http or https address.'),
    ...unused('date', article.date, 'The date must be one such as 2022-12-19.'),
    ...(values.date === undefined ? [issue('date-missing', NO_DATE, at)] : []),
    ...unused('language', checked(values.language, isLanguage), 'The language must be a code such as “en”.'),
    ...(article.publisher === null ? [noPublisher(front, article, finder)] : []),
  ];
}

function unusableId(id: string): string {
  return `The id may hold letters, digits, dots, hyphens and underscores only; “${id}” is used.`;
}

/** Length of "2022-12-19": a time of day after it is left out. */
const ISO_DAY = 10;

const NO_DATE = 'The article has no date: give it a “date” such as 2022-12-19.';

/** Ids stand in file names, anchors and tables: whatever else they hold becomes a hyphen. */
function idOf(name: string): string {
  const id = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|-+$/gu, '')
    .slice(0, 120);
  return id === '' ? 'article' : id;
}

function noPublisher({ values, lineOf }: FrontMatter, { id, file }: Article, finder: OutletFinder): Issue {
  if (values.outlet === undefined) {
    const message = 'The article does not say who published it: give it an “outlet”.';
    return issue('outlet-missing', message, { article: id, file });
  }
  const near = finder.near(values.outlet);
  const mend =
    near === null ? 'Add it to the registry of outlets.' : `Did you mean “${near}”? Else add it to the registry.`;
  const message = `The registry does not know the outlet “${values.outlet.slice(0, 80)}”. ${mend}`;
  return issue('outlet-unknown', message, { article: id, file, line: lineOf('outlet') });
}

function checked(value: string | undefined, test: (value: string) => boolean): string | null {
  return value !== undefined && test(value) ? value : null;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

function isIsoDate(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function isLanguage(value: string): boolean {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(value);
}

/** The reading, or its rejection where an earlier file has the same id. */
function unlessTaken(reading: ArticleReading, taken: ReadonlyMap<string, string>): ArticleReading {
  const other = reading.article === null ? undefined : taken.get(reading.article.id);
  if (reading.article === null || other === undefined) return reading;
  const { id, file } = reading.article;
  const message = `The id “${id}” already belongs to ${other}: give one of them its own “id”.`;
  return reject(issue('article-duplicate-id', message, { file, line: 1 }));
}

function nothingFound(patterns: readonly string[], outside: readonly string[]) {
  const named = patterns.map((pattern) => `“${pattern}”`).join(', ');
  const links = outside.length === 0 ? '' : ` Links that leave their folder are not followed: ${outside.join(', ')}.`;
  return {
    file: null,
    line: null,
    message: `No .txt or .jsonl file matches ${named}: check “articles” in the study.${links}`,
  };
}
