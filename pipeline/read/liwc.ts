import type { Problem } from '../issue.ts';
import type { NamedText } from './lexicons.ts';
import { patternFault, tidy, type Category, type Dictionary, type LeftOut } from './dictionary.ts';
import { bad, good } from './yaml.ts';
import type { Checked } from './yaml.ts';

/** A category of the header: its number and name. */
interface Heading {
  readonly line: number;
  readonly name: string;
}

/** A word with the numbers of its categories. */
interface Entry {
  readonly line: number;
  readonly word: string;
  readonly numbers: readonly string[];
}

/**
 * Reads LIWC's format: a line `%`, the categories with their numbers, another `%`, then a word a line with the numbers of
 * its categories behind tabs or blanks. LIWC2015 indents subcategories and describes them in parentheses, which is left
 * off. Words that hang on others ("like (02 134)125/464") and emoticons are left out and told.
 */
export function readLiwc({ file, text }: NamedText): Checked<Dictionary> {
  const lines = text.split(/\r?\n/u).map((content, i) => ({ content, line: i + 1 }));
  const marks = lines.filter(({ content }) => content.trim() === '%');
  const [open, close] = marks;
  const first = lines.find(({ content }) => content.trim() !== '');
  if (open === undefined || close === undefined || first !== open) {
    const message = 'A LIWC dictionary begins with a line “%”, its categories, and another line “%”: add them.';
    return bad([{ file, line: first?.line ?? 1, message }]);
  }
  const written = (from: number, to: number): typeof lines =>
    lines.slice(from, to).filter(({ content }) => content.trim() !== '');
  const { headings, problems } = headingsOf(file, written(open.line, close.line - 1));
  const body = entriesOf(written(close.line, lines.length));
  const found = [...problems, ...entryProblems(file, body.entries, headings), ...none(file, close.line, body.entries)];
  return found.length > 0
    ? bad(found)
    : good({ categories: categoriesOf(headings, body.entries), leftOut: body.leftOut });
}

type Lines = readonly { readonly content: string; readonly line: number }[];

function headingsOf(
  file: string,
  lines: Lines,
): { readonly headings: ReadonlyMap<string, Heading>; readonly problems: readonly Problem[] } {
  const headings = new Map<string, Heading>();
  const problems: Problem[] = [];
  for (const { content, line } of lines) {
    const [, number, name] = /^\s*(\d+)\s+(\S.*?)(?:\s+\(.*\))?\s*$/u.exec(content) ?? [];
    const earlier = headings.get(number ?? '');
    if (number === undefined || name === undefined) {
      problems.push({ file, line, message: 'A category is a number and a name behind a tab: write it so.' });
    } else if (earlier === undefined) headings.set(number, { line, name });
    else if (earlier.name !== name) {
      const message = `The number ${number} is already that of “${earlier.name}” in line ${earlier.line}: choose another.`;
      problems.push({ file, line, message });
    }
  }
  return { headings, problems };
}

function entriesOf(lines: Lines): { readonly entries: readonly Entry[]; readonly leftOut: readonly LeftOut[] } {
  const entries: Entry[] = [];
  const leftOut: LeftOut[] = [];
  for (const { content, line } of lines) {
    const [, written = '', numbers = ''] = /^(.*?)((?:\s+\d+)+)\s*$/u.exec(content) ?? [];
    const word = tidy(written === '' ? content : written);
    const fault = written === '' ? 'has no plain numbers of categories behind it' : patternFault(word);
    if (fault === null) entries.push({ line, word, numbers: numbers.trim().split(/\s+/u) });
    else
      leftOut.push({
        line,
        message: `The entry “${word}” ${fault}. It is left out; write it as a word and numbers to have it.`,
      });
  }
  return { entries, leftOut };
}

/** Numbers that the header lacks, and words that two lines put into different categories. */
function entryProblems(
  file: string,
  entries: readonly Entry[],
  headings: ReadonlyMap<string, Heading>,
): readonly Problem[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry): readonly Problem[] => {
    const { line, word, numbers } = entry;
    const unknown = numbers.filter((number) => !headings.has(number));
    const earlier = first.get(word) ?? entry;
    first.set(word, earlier);
    const clash = key(earlier) !== key(entry);
    return [
      ...unknown.map((number) => ({
        file,
        line,
        message: `No category has the number ${number}: add it between the two “%”, or take it off.`,
      })),
      ...(clash
        ? [
            {
              file,
              line,
              message: `“${word}” has other categories in line ${earlier.line}: write all of them in one line.`,
            },
          ]
        : []),
    ];
  });
}

function key({ numbers }: Entry): string {
  return [...new Set(numbers)].sort().join(' ');
}

function none(file: string, line: number, entries: readonly Entry[]): readonly Problem[] {
  return entries.length > 0
    ? []
    : [{ file, line, message: 'The dictionary holds no words: add some below the second “%”.' }];
}

/** Categories that some word has, in the order of the header. */
function categoriesOf(headings: ReadonlyMap<string, Heading>, entries: readonly Entry[]): readonly Category[] {
  const words = new Map<string, Set<string>>();
  for (const { word, numbers } of entries) {
    for (const number of numbers) words.set(number, (words.get(number) ?? new Set()).add(word));
  }
  return [...headings].flatMap(([number, { line, name }]) => {
    const patterns = [...(words.get(number) ?? [])];
    return patterns.length === 0 ? [] : [{ name, line, patterns }];
  });
}
