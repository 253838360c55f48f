import type { Problem } from '../issue.ts';
import type { NamedText } from './lexicons.ts';
import { patternFault, tidy, type Category, type Dictionary } from './dictionary.ts';
import { bad, good, openYaml } from './yaml.ts';
import type { Checked, Path, Sheet } from './yaml.ts';

/** What a YAML dictionary was read to: its patterns by category, and what is wrong with it. */
interface Found {
  readonly patterns: Map<string, { readonly line: number; readonly patterns: Set<string> }>;
  readonly problems: Problem[];
}

/**
 * Reads quanteda's YAML dictionaries: categories with lists of glob patterns, which may hold further categories, to any depth
 * that `openYaml` allows. A category within another is named by both: "Economy.Taxes". Repeated patterns count once.
 */
export function readQuanteda({ file, text }: NamedText): Checked<Dictionary> {
  const sheet = openYaml(text, file);
  if (sheet.value === null) return sheet;
  const found: Found = { patterns: new Map(), problems: [] };
  const { data } = sheet.value;
  if (isMap(data)) readMap(sheet.value, data, [], [], found);
  else
    found.problems.push({
      file,
      line: 1,
      message: 'A quanteda dictionary is a map of categories: write “category: [word, …]”.',
    });
  if (found.problems.length === 0 && found.patterns.size === 0) {
    found.problems.push({ file, line: 1, message: 'The dictionary holds no words: add some.' });
  }
  if (found.problems.length > 0) return bad(found.problems);
  const categories = [...found.patterns].map(([name, { line, patterns }]): Category => {
    return { name, line, patterns: [...patterns] };
  });
  return good({ categories, leftOut: [] });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readMap(
  sheet: Sheet<unknown>,
  map: Readonly<Record<string, unknown>>,
  at: Path,
  names: readonly string[],
  found: Found,
): void {
  for (const [name, value] of Object.entries(map)) read(sheet, value, [...at, name], [...names, name.trim()], found);
}

function read(sheet: Sheet<unknown>, value: unknown, at: Path, names: readonly string[], found: Found): void {
  if (isMap(value)) readMap(sheet, value, at, names, found);
  else if (Array.isArray(value)) {
    value.forEach((item: unknown, i) => {
      if (isMap(item)) readMap(sheet, item, [...at, i], names, found);
      else addPattern(sheet, item, [...at, i], names, found);
    });
  } else addPattern(sheet, value, at, names, found);
}

function addPattern(
  { file, lineOf }: Sheet<unknown>,
  value: unknown,
  at: Path,
  names: readonly string[],
  found: Found,
): void {
  const line = lineOf(at);
  const fault = typeof value === 'string' ? patternFault(value) : null;
  if (typeof value !== 'string') {
    const message = `The category “${names.join('.')}” holds what is no word: put it into quotation marks, or take it out.`;
    found.problems.push({ file, line, message });
  } else if (fault !== null) {
    found.problems.push({ file, line, message: `“${tidy(value)}” ${fault}. Mend it or take it out.` });
  } else {
    const name = names.join('.');
    const category = found.patterns.get(name) ?? {
      line: lineOf(at.slice(0, names.length)),
      patterns: new Set<string>(),
    };
    category.patterns.add(tidy(value));
    found.patterns.set(name, category);
  }
}
