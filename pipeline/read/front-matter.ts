import { didYouMean } from '../text/near.ts';
import { openYaml } from './yaml.ts';

/** What an article may say about itself, in YAML between two lines `---` before its text. */
export const FRONT_MATTER_KEYS = ['id', 'title', 'outlet', 'date', 'url', 'author', 'language'] as const;

export type FrontMatterKey = (typeof FRONT_MATTER_KEYS)[number];

/** Something wrong with the front matter, with its 1-based line in the file. */
interface FrontMatterFault {
  readonly line: number;
  readonly message: string;
}

export interface FrontMatter {
  readonly values: Readonly<Partial<Record<FrontMatterKey, string>>>;
  readonly lineOf: (key: FrontMatterKey) => number;
  /** What follows the front matter, untouched; the whole text where there is none. */
  readonly text: string;
  /** Odd keys and values. They were left out, and the article can be read. */
  readonly odd: readonly FrontMatterFault[];
  /** Why the front matter could not be read at all; `null` when it could. */
  readonly broken: FrontMatterFault | null;
}

/** A head longer than this is no front matter, but a text that happens to begin with a rule. */
const LONGEST = 16_384;

/** Parts an article's file into what it says about itself and its text. The file is hostile input: nothing in it is run. */
export function readFrontMatter(fileText: string): FrontMatter {
  const opening = /^---[ \t]*\r?\n/u.exec(fileText);
  if (opening === null) return whole(fileText, null);
  const head = fileText.slice(opening[0].length);
  const closing = /^---[ \t]*(?:\r?\n|$)/mu.exec(head.slice(0, LONGEST));
  if (closing === null) {
    return whole(fileText, { line: 1, message: 'The front matter is never closed: end it with a line “---”.' });
  }
  const text = head.slice(closing.index + closing[0].length);
  const sheet = openYaml(head.slice(0, closing.index), '');
  if (sheet.value === null) {
    const [first] = sheet.problems;
    return whole(text, {
      line: 1 + (first?.line ?? 0),
      message: `${first?.message ?? ''} Put values in quotation marks.`,
    });
  }
  const { data, lineOf } = sheet.value;
  return { text, broken: null, lineOf: (key) => 1 + lineOf([key]), ...sort(data, (path) => 1 + lineOf(path)) };
}

function whole(text: string, broken: FrontMatterFault | null): FrontMatter {
  return { values: {}, lineOf: () => 1, text, odd: [], broken };
}

function sort(
  data: unknown,
  lineOf: (path: readonly string[]) => number,
): { values: Partial<Record<FrontMatterKey, string>>; odd: readonly FrontMatterFault[] } {
  const values: Partial<Record<FrontMatterKey, string>> = {};
  const odd: FrontMatterFault[] = [];
  if (data !== null && (typeof data !== 'object' || Array.isArray(data))) {
    return { values, odd: [{ line: lineOf([]), message: 'The front matter must hold lines such as “outlet: BBC”.' }] };
  }
  for (const [key, value] of Object.entries(data ?? {}) as [string, unknown][]) {
    if (!isKey(key)) {
      odd.push({ line: lineOf([key]), message: unknownKey(key) });
    } else if (typeof value === 'string' || typeof value === 'number') {
      const oneLine = String(value).replace(/\s+/gu, ' ').trim();
      if (oneLine !== '') values[key] = oneLine;
    } else if (value !== null) {
      odd.push({ line: lineOf([key]), message: `“${key}” must be a text: put it in quotation marks.` });
    }
  }
  return { values, odd };
}

function isKey(key: string): key is FrontMatterKey {
  return (FRONT_MATTER_KEYS as readonly string[]).includes(key);
}

function unknownKey(key: string): string {
  const known = FRONT_MATTER_KEYS.join(', ');
  return `The key “${key.slice(0, 80)}” is not read here; known are ${known}.${didYouMean(key.slice(0, 80), FRONT_MATTER_KEYS)}`;
}
