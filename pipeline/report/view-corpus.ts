import { codePoints } from '../text/code-points.ts';
import type { Issue, ReportedArticle } from '../model.ts';
import { safeHref } from './safe.ts';
import { articleHref, type Setting } from './setting.ts';
import { type Cell, figures, numberColumn, plain, spoken, table, type TableView, textColumn } from './view-parts.ts';

/** What was odd in the input; `table` is `null` where nothing was. */
export interface WarningsView {
  readonly intro: string;
  readonly table: TableView | null;
}

export function warnings(setting: Setting): WarningsView {
  const { words, result } = setting;
  const say = words.warnings;
  const { issues, quarantined } = result;
  if (issues.length + quarantined.length === 0) return { intro: say.none, table: null };
  const rows = [
    ...quarantined.map((issue) => issueRow(setting, issue, say.status.quarantined)),
    ...issues.map((issue) => issueRow(setting, issue, say.status.issue)),
  ];
  return {
    intro: [
      ...(issues.length > 0 ? [say.odd(issues.length)] : []),
      ...(quarantined.length > 0 ? [say.aside(quarantined.length)] : []),
    ].join(' '),
    table: table(setting, {
      id: 'warnings',
      data: 'issues.csv',
      title: say.title,
      note: say.note,
      first: textColumn(say.columns.place),
      spans: null,
      columns: [textColumn(say.columns.message), textColumn(say.columns.status), textColumn(say.columns.code)],
      rows,
    }),
  };
}

function issueRow(setting: Setting, issue: Issue, status: string): TableView['rows'][number] {
  return {
    head: plain(place(setting, issue)),
    cells: [spoken(setting.words, 'en', plain(issue.message)), plain(status), plain(issue.code)],
  };
}

function place(setting: Setting, { article, file, line, span }: Issue): string {
  const text = article === null ? undefined : setting.articleOf.get(article)?.text;
  const offsets = span === null || text === undefined ? null : codePoints(text)(span).join('–');
  const parts = [article ?? file, line === null ? null : setting.words.warnings.line(line), offsets];
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? setting.words.noValue : told.join(', ');
}

/** The articles of the run, one a row. */
export interface CorpusView {
  readonly table: TableView;
}

export function corpus(setting: Setting): CorpusView {
  const { words, result } = setting;
  const { columns } = words.corpus;
  const counts = result.articles.map(({ words }) => words);
  return {
    table: table(setting, {
      id: 'corpus',
      data: 'articles.csv',
      title: words.corpus.title(
        result.articles.length,
        counts.reduce((sum, n) => sum + n, 0),
      ),
      note: words.corpus.note,
      first: textColumn(columns.title),
      spans: null,
      columns: [
        textColumn(columns.outlet),
        textColumn(columns.group),
        textColumn(columns.date),
        numberColumn(columns.words),
        numberColumn(columns.statements),
      ],
      rows: result.articles.map((article, i) => articleRow(setting, article, i + 1, counts[i]!)),
    }),
  };
}

function articleRow(
  setting: Setting,
  article: ReportedArticle,
  number: number,
  count: number,
): TableView['rows'][number] {
  const { words } = setting;
  const group = article.publisher === null ? null : setting.groupOf(article.publisher.id);
  const href = article.url === null ? null : safeHref(article.url);
  return {
    head:
      article.title === null ? plain(article.id, href) : spoken(words, article.language, plain(article.title, href)),
    cells: [
      plain(publisher(setting, article)),
      plain(setting.groupLabel(group)),
      plain(article.date === null ? words.noValue : words.date(article.date), null, article.date),
      figures(words.numbers.integer(count), setting.printed.has(article.id) ? articleHref(number) : null),
      statementsOf(setting, article),
    ],
  };
}

function publisher({ words }: Setting, article: ReportedArticle): string {
  if (article.publisher !== null) return article.publisher.name;
  return article.outletName === null ? words.noPublisher : words.corpus.unregistered(article.outletName);
}

function statementsOf(setting: Setting, article: ReportedArticle): Cell {
  const ids = article.statements.map(({ id }) => id);
  const what = setting.words.corpus.columns.statements;
  return figures(
    setting.words.numbers.integer(ids.length),
    setting.cite(`${what}: ${article.title ?? article.id}`, { kind: 'statements', ids }),
  );
}
