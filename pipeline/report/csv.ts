/** One column of a data file as the codebook tells it. */
export interface ColumnInfo {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'number' | 'date';
  /** What a number counts or is measured in; `null` for text. */
  readonly unit: string | null;
  readonly description: string;
}

/** A column with where its value comes from. An absent value is an empty cell. */
export interface Column<Row> extends ColumnInfo {
  readonly value: (row: Row) => string | number | null;
}

/** A table as data: one file. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly ColumnInfo[];
  readonly text: string;
}

/**
 * `rows` as CSV (RFC 4180, with line feeds between records), the names of the columns first. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
export function sheet<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Sheet {
  const header = columns.map((column) => quote(column.name)).join(',');
  const records = rows.map((row) => columns.map((column) => cell(column, column.value(row))).join(','));
  return {
    name,
    columns: columns.map(({ name: title, type, unit, description }) => ({ name: title, type, unit, description })),
    text: [header, ...records].map((record) => `${record}\n`).join(''),
  };
}

/** Signs that begin a formula in one spreadsheet or another, and the white space that some skip before one. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function cell({ type }: ColumnInfo, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return quote(type === 'text' && FORMULA.test(value) ? `'${value}` : value);
}

function quote(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function textOf<Row>(name: string, description: string, value: (row: Row) => string | null): Column<Row> {
  return { name, type: 'text', unit: null, description, value };
}

export function dateOf<Row>(name: string, description: string, value: (row: Row) => string | null): Column<Row> {
  return { name, type: 'date', unit: 'ISO 8601 date', description, value };
}

export function countOf<Row>(
  name: string,
  unit: string,
  description: string,
  value: (row: Row) => number | null,
): Column<Row> {
  return { name, type: 'integer', unit, description, value };
}

export function measureOf<Row>(
  name: string,
  unit: string,
  description: string,
  value: (row: Row) => number | null,
): Column<Row> {
  return { name, type: 'number', unit, description, value };
}
