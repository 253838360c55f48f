import type { BlockView, ContrastsView } from './view-contrasts.ts';
import type { EvidenceListView } from './view-evidence.ts';
import type { GroupsView } from './view-groups.ts';
import type { TableView } from './view-parts.ts';
import type { SpeakersView, SpeakerView } from './view-speakers.ts';
import type { StatementsView } from './view-statements.ts';
import type { Words } from './words/english.ts';

/** How much the print of a large report shows. */
export const PRINT_LIMITS = {
  tableRows: 20,
  /** UTF-16 units of a cell. */
  cell: 240,
  /** Tables of choice sets. */
  sets: 8,
  speakers: 8,
  statementsOfSpeaker: 4,
  stancesOfSpeaker: 8,
  statements: 40,
  numbers: 80,
} as const;

type Say = Words['print'];

/** `value` with every table in it cut to the rows and words of print. */
export function cutTables<T>(value: T, say: Say): T {
  if (Array.isArray(value)) return value.map((one: unknown) => cutTables(one, say)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if ('rows' in value && 'file' in value) return cutTable(value as unknown as TableView, say) as T;
  const fields = Object.entries(value) as [string, unknown][];
  return Object.fromEntries(fields.map(([key, one]) => [key, cutTables(one, say)])) as T;
}

function cutTable(table: TableView, say: Say): TableView {
  const rows = table.rows.slice(0, PRINT_LIMITS.tableRows).map(({ head, cells }) => ({
    head: cutCell(head, say),
    cells: cells.map((cell) => cutCell(cell, say)),
  }));
  const cut = rows.length < table.rows.length;
  return { ...table, rows, note: cut ? `${table.note} ${say.rows(rows.length, table.rows.length)}` : table.note };
}

function cutCell<T extends { readonly text: string }>(cell: T, say: Say): T {
  if (cell.text.length <= PRINT_LIMITS.cell) return cell;
  return { ...cell, text: say.cut(cell.text.slice(0, PRINT_LIMITS.cell).replace(/\s*\S*$/u, '')) };
}

/** The speakers with the most words, each with a few statements. */
export function cutSpeakers(body: SpeakersView, say: Say): SpeakersView {
  const speakers = body.speakers.slice(0, PRINT_LIMITS.speakers).map((speaker) => cutSpeaker(speaker, say));
  if (speakers.length === body.speakers.length) return { ...body, speakers };
  return { ...body, speakers, cut: joined(body.cut, say.speakers(speakers.length, body.speakers.length)) };
}

function cutSpeaker(speaker: SpeakerView, say: Say): SpeakerView {
  const { facts, stances, statements, more } = speaker;
  const shown = statements.slice(0, PRINT_LIMITS.statementsOfSpeaker);
  const left = stances.length - PRINT_LIMITS.stancesOfSpeaker;
  return {
    ...speaker,
    facts: facts.map((text) => cutCell({ text }, say).text),
    stances: left > 0 ? [...stances.slice(0, PRINT_LIMITS.stancesOfSpeaker), say.stances(left)] : stances,
    statements: shown,
    more: shown.length === statements.length ? more : joined(say.said(shown.length, statements.length), more),
  };
}

/** The tables of the first choice sets: the figure before them shows all. */
export function cutSets(body: GroupsView, say: Say): GroupsView {
  const left = body.sets.length - PRINT_LIMITS.sets;
  if (left <= 0) return body;
  const sets = body.sets.slice(0, PRINT_LIMITS.sets);
  return { ...body, sets, unused: joined(say.tables(left, 'data/naming.csv'), body.unused) };
}

/** Blocks in which nothing is told apart, and that the study did not ask for, without figure and table. */
export function cutBlocks(body: ContrastsView, { print: say }: Words): ContrastsView {
  return { ...body, blocks: body.blocks.map((block) => (block.weight === 'told' ? block : untold(block, say))) };
}

function untold(block: BlockView, say: Say): BlockView {
  const left = [block.figure, block.table].flatMap((part) => (part === null ? [] : [part.label]));
  return { ...block, figure: null, table: null, texts: [say.untold(left)] };
}

type Draw = <T extends { readonly id: string }>(items: readonly T[], most: number) => readonly T[];

/** The statements of some of the articles, drawn until there are enough. */
export function cutStatements(body: StatementsView, say: Say, draw: Draw): StatementsView {
  const count = (articles: StatementsView['articles']): number =>
    articles.reduce((sum, { statements }) => sum + statements.length, 0);
  let articles = body.articles;
  while (articles.length > 1 && count(articles) > PRINT_LIMITS.statements)
    articles = draw(articles, articles.length - 1);
  if (articles.length === body.articles.length) return body;
  const told = say.statements(articles.length, body.articles.length, count(articles));
  return { ...body, articles, drawn: joined(body.drawn, told) };
}

/** The first numbers that something in print leads to. */
export function cutEvidence(body: EvidenceListView, say: Say, linked: ReadonlySet<string>): EvidenceListView {
  const entries = body.entries.filter(({ id }) => linked.has(`#${id}`)).slice(0, PRINT_LIMITS.numbers);
  if (entries.length === body.entries.length) return body;
  return { intro: joined(body.intro, say.evidence(entries.length, body.entries.length)), entries };
}

function joined(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text !== null).join(' ');
}
