import type { StatementKind } from '../model.ts';
import type { Chart, Shade, Shape, Tone } from './chart-types.ts';
import type { Finding } from './ledger.ts';
import { rounded } from './numbers.ts';
import type { Entry, Places } from './places.ts';
import { LIMITS, type Setting, type StatedView } from './setting.ts';
import type { Words } from './words/english.ts';

/**
 * A word or number that may lead somewhere; `kind` aligns it in a table. `sort` is what it sorts by where its text would mislead
 * (a date in ISO, a number whose sign is a word, an interval’s lower end); else `null`.
 */
export interface Cell {
  readonly text: string;
  readonly href: string | null;
  readonly kind: 'text' | 'number';
  readonly sort: string | null;
  /** The language of words cut from an article where it is not the page’s; else `null`. */
  readonly language: string | null;
}

/** A data file beside the report: its name, and the place in the report that tells what it holds. */
export interface FileRef {
  readonly name: string;
  readonly href: string;
}

export interface Column {
  readonly label: string;
  readonly kind: Cell['kind'];
}

/** A table. `spans` is the upper row of a two-row head, over the columns after the first; `null` where one row is enough. */
export interface TableView {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly note: string;
  readonly dataWord: string;
  readonly file: FileRef;
  readonly first: Column;
  readonly spans: readonly { readonly label: string; readonly columns: number }[] | null;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly head: Cell; readonly cells: readonly Cell[] }[];
  /** A short table stays on one page. */
  readonly extent: 'short' | 'long';
}

/** A figure: the finding as its title, what is counted in its note. */
export interface FigureView {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly note: string;
  readonly dataWord: string;
  readonly file: FileRef;
  /** The figure as a file of its own. */
  readonly drawing: FileRef;
  readonly legend: readonly { readonly mark: string; readonly label: string }[];
  readonly chart: Chart;
  /** Its number in the claim ledger. */
  readonly stated: StatedView;
}

/** What a builder says of a table; number, cut and file are filled in here. */
export type TableDraft = Pick<TableView, 'title' | 'note' | 'first' | 'columns' | 'rows'> & {
  readonly id: string;
  readonly data: string;
  readonly spans: TableView['spans'];
};

/** `draft` with the next number, and with rows beyond what a page can bear left to its data file, which the note then says. */
export function table(setting: Setting, draft: TableDraft): TableView {
  const { words } = setting;
  const { data, ...rest } = draft;
  const cut = draft.rows.length > LIMITS.tableRows;
  return {
    ...rest,
    id: `table-${draft.id}`,
    label: words.tableLabel(setting.next('table')),
    note: cut ? `${draft.note} ${words.firstOf(LIMITS.tableRows, draft.rows.length)}` : draft.note,
    dataWord: words.dataWord,
    file: fileRef(data),
    rows: draft.rows.slice(0, LIMITS.tableRows).map(({ head, cells }) => ({
      head,
      cells: cells.map((cell) => sortable(words, cell)),
    })),
    extent: draft.rows.length > LIMITS.rowsKeptTogether ? 'long' : 'short',
  };
}

/** A number that the page's script cannot read, for its decimals stand after another sign, with what it sorts by. */
function sortable({ numbers: { point } }: Words, cell: Cell): Cell {
  if (point === '.' || cell.kind !== 'number' || cell.sort !== null) return cell;
  const read = /^<?\s*([+-]?[\d.]+)/u.exec(
    cell.text
      .replace(/(?<=\d)\s(?=\d)/gu, '')
      .replace('−', '-')
      .replace(point, '.'),
  );
  if (read === null) return cell;
  return { ...cell, sort: String(Number(read[1]) - (cell.text.startsWith('<') ? LESS : 0)) };
}

/** What is less than a bound comes before the bound. */
const LESS = 1e-9;

/** What a builder says of a figure; `places` are what it rests on. */
export type FigureDraft = Pick<FigureView, 'id' | 'title' | 'note' | 'legend'> & {
  readonly data: string;
  readonly places: Places;
  readonly size: Finding['size'];
};

/** A figure with the next number, entered into the claim ledger. `chart` gets the figure's id and title. */
export function figure(
  setting: Setting,
  draft: FigureDraft,
  chart: (described: { id: string; title: string }) => Chart,
): FigureView {
  const { words } = setting;
  const id = `figure-${draft.id}`;
  const drawing = chart({ id: `${id}-chart`, title: draft.title });
  return {
    id,
    label: words.figureLabel(setting.next('figure')),
    title: draft.title,
    note: draft.note,
    dataWord: words.dataWord,
    file: fileRef(draft.data),
    drawing: { name: `data/figures/${id}.svg`, href: fileRef('figures/*.svg').href },
    legend: draft.legend,
    chart: drawing,
    stated: setting.state({
      kind: 'figure',
      text: draft.title,
      statistic: draft.note,
      values: {},
      told: drawing.description,
      test: null,
      places: draft.places,
      size: draft.size,
    }),
  };
}

/** Where the report tells what a data file holds. */
export function fileRef(name: string): FileRef {
  return { name: `data/${name}`, href: `#file-${name.replace(/[^\w-]+/gu, '-')}` };
}

export function plain(text: string, href: string | null = null, sort: string | number | null = null): Cell {
  return { text, href, kind: 'text', sort: typeof sort === 'number' ? String(rounded(sort, 6)) : sort, language: null };
}

export function figures(text: string, href: string | null = null, sort: number | null = null): Cell {
  return { ...plain(text, href, sort), kind: 'number' };
}

/** `cell` with words of an article in `language`. */
export function spoken(words: Words, language: string, cell: Cell): Cell {
  return { ...cell, language: foreign(words, language) };
}

/** `language` (BCP 47) where it is another than that of the page, whatever its region; else `null`. */
export function foreign(words: Words, language: string): string | null {
  const [own, other] = [words.language, language].map((code) => code.split('-')[0]!.toLowerCase());
  return own === other ? null : language;
}

export function textColumn(label: string): Column {
  return { label, kind: 'text' };
}

export function numberColumn(label: string): Column {
  return { label, kind: 'number' };
}

/** Class names of the style sheet for a group's colour and a shade. */
export function toneMark(tone: Tone): string {
  return `tone-${tone}`;
}

export function shadeMark(shade: Shade): string {
  return `shade-${shade}`;
}

/** Class names for the form of a point in a group's colour. */
export function shapeMark(shape: Shape, tone: Tone): string {
  return `tone-${tone} shape-${shape}`;
}

/** How many of `entries` are of each kind, in words: "3 direct". Kinds without any are left out. */
export function kindParts(words: Words, entries: readonly Entry[]): readonly string[] {
  const kinds = Object.entries(words.kinds) as [StatementKind, string][];
  return kinds.flatMap(([kind, name]) => {
    const n = entries.filter(({ statement }) => statement.kind === kind).length;
    return n === 0 ? [] : [`${words.numbers.integer(n)} ${name}`];
  });
}
