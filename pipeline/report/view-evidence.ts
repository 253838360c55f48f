import type { Mention } from '../model.ts';
import { codePoints } from '../text/code-points.ts';
import { drawn } from '../text/drawn.ts';
import { articleHref, type Cited, LIMITS, type Setting, statementHref } from './setting.ts';
import { type Cell, plain } from './view-parts.ts';

/** One passage behind a number: where it stands and its words between some before and after. */
export interface PassageView {
  readonly place: string;
  /** The statement that the words belong to; `null` in an outlet's own voice. */
  readonly statement: Cell | null;
  readonly language: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** What one number rests on: statements, articles, or passages. `more` says how many are left to a data file, or is `null`. */
export interface EvidenceView {
  readonly id: string;
  readonly title: string;
  readonly statementsWord: string;
  readonly statements: readonly Cell[];
  readonly articlesWord: string;
  readonly articles: readonly Cell[];
  readonly passages: readonly PassageView[];
  readonly more: string | null;
}

export interface EvidenceListView {
  readonly intro: string;
  readonly entries: readonly EvidenceView[];
}

/** Everything that was cited while the other parts of the report were built and that they link to; so it is built last. */
export function evidence(setting: Setting, linked: ReadonlySet<string>): EvidenceListView {
  const offsets = new Map(setting.result.articles.map(({ id, text }) => [id, codePoints(text)]));
  return {
    intro: setting.words.evidenceIntro,
    entries: setting.cited.filter(({ id }) => linked.has(`#${id}`)).map((cited) => entryView(setting, cited, offsets)),
  };
}

type Offsets = ReadonlyMap<string, ReturnType<typeof codePoints>>;

function entryView(setting: Setting, { id, what, places }: Cited, offsets: Offsets): EvidenceView {
  const { words } = setting;
  const common = {
    id,
    title: what,
    statementsWord: words.evidenceStatements,
    statements: [],
    articlesWord: words.evidenceArticles,
    articles: [],
    passages: [],
    more: null,
  };
  if (places.kind === 'statements') return { ...common, ...statementsView(setting, places.ids) };
  if (places.kind === 'articles') return { ...common, ...articlesView(setting, places.ids) };
  const shown = some(setting, places.mentions, ({ article, span }) => `${article} ${span[0]}`);
  const rest = places.mentions.length - shown.length;
  return {
    ...common,
    passages: shown.map((mention) => passageView(setting, mention, offsets)),
    more: rest === 0 ? null : words.moreInFile(rest, 'data/evidence.csv'),
  };
}

function articlesView(setting: Setting, ids: readonly string[]): Pick<EvidenceView, 'articles' | 'more'> {
  const shown = some(setting, ids, (id) => id).slice(0, LIMITS.articlesOfNumber);
  const rest = ids.length - shown.length;
  const { result, words } = setting;
  const cells = shown.map((id) => {
    const index = result.articles.findIndex((article) => article.id === id);
    if (index < 0) throw new Error(`A number rests on an article that is not in the result: ${id}`);
    return plain(id, setting.printed.has(id) ? articleHref(index + 1) : null);
  });
  return { articles: cells, more: rest === 0 ? null : words.moreInFile(rest, 'data/contrasts.csv') };
}

function statementsView(setting: Setting, ids: readonly string[]): Pick<EvidenceView, 'statements' | 'more'> {
  const shown = some(setting, ids, (id) => id);
  const rest = ids.length - shown.length;
  const cells = shown.flatMap((id) => statementCell(setting, id));
  return { statements: cells, more: rest === 0 ? null : setting.words.moreInFile(rest, 'data/statements.jsonl') };
}

/** By its number, or, where it is not printed, by the name that data files use. */
function statementCell(setting: Setting, id: string): readonly Cell[] {
  const entry = setting.entryOf.get(id);
  if (entry === undefined) return [];
  const href = statementHref(setting, entry);
  return [plain(href === null ? id : String(entry.number), href)];
}

/** All places of a number up to a limit; of a large corpus a few that are drawn. */
function some<T>({ printed, result }: Setting, places: readonly T[], keyOf: (place: T) => string): readonly T[] {
  if (printed.size === result.articles.length) return places.slice(0, LIMITS.placesOfNumber);
  return drawn(places, LIMITS.placesDrawn, result.study.seed, keyOf);
}

function passageView(setting: Setting, mention: Mention, offsets: Offsets): PassageView {
  const article = setting.articleOf.get(mention.article);
  if (article === undefined)
    throw new Error(`A number rests on an article that is not in the result: ${mention.article}`);
  const entry = mention.statement === null ? undefined : setting.entryOf.get(mention.statement);
  const [start, end] = offsets.get(mention.article)!(mention.span);
  const { words } = setting;
  return {
    place: `${article.id} ${start}–${end}`,
    statement: entry === undefined ? null : plain(words.inStatement(entry.number), statementHref(setting, entry)),
    language: article.language,
    before: before(article.text, mention.span[0]),
    words: shorten(article.text.slice(...mention.span)),
    after: after(article.text, mention.span[1]),
  };
}

const AROUND = 40;
const LONGEST = 160;
const ENDS = 70;

/** Up to 40 characters before `at`, from the beginning of a word, within the line. */
function before(text: string, at: number): string {
  const piece = text.slice(Math.max(0, at - AROUND), at);
  const line = piece.slice(piece.lastIndexOf('\n') + 1);
  return line.length < AROUND ? line : `… ${line.replace(/^\S*\s*/u, '')}`;
}

function after(text: string, at: number): string {
  const piece = text.slice(at, at + AROUND);
  const end = piece.indexOf('\n');
  const line = end < 0 ? piece : piece.slice(0, end);
  return line.length < AROUND ? line : `${line.replace(/\s*\S*$/u, '')} …`;
}

/** A long passage by its first and last words: its place tells the rest. */
function shorten(words: string): string {
  if (words.length <= LONGEST) return words;
  const head = words.slice(0, ENDS).replace(/\s*\S*$/u, '');
  const tail = words.slice(-ENDS).replace(/^\S*\s*/u, '');
  return `${head} […] ${tail}`;
}
