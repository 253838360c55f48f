/** A record of a CSV file by the names of its columns. */
export type CsvRow = Readonly<Record<string, string>>;

const CELL = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/guy;
/** An apostrophe that keeps a spreadsheet from taking a text for a formula. */
const GUARD = /^'(?=[=+\-@\t\r\n＝＋－＠])/u;

/** Reads CSV as the data files of a run have it (RFC 4180, line feeds between records, names of columns first). */
export function readCsv(text: string): readonly CsvRow[] {
  const [names = [], ...records] = recordsOf(text.replace(/\n$/u, ''));
  return records.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])));
}

function recordsOf(text: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  for (const [, quoted, bare = '', after] of text.matchAll(CELL)) {
    records.at(-1)!.push((quoted?.replaceAll('""', '"') ?? bare).replace(GUARD, ''));
    if (after === '') break;
    if (after === '\n') records.push([]);
  }
  return records;
}
