import { createHash } from 'node:crypto';
import type { FrontMatter, FrontMatterKey } from './front-matter.ts';
import { FRONT_MATTER_KEYS } from './front-matter.ts';

/** One line of a JSON Lines file as an article says it: what it says of itself, and its text; or why it is none. */
export interface ArticleLine {
  /** 1-based. */
  readonly line: number;
  readonly sha256: string;
  readonly front: FrontMatter | null;
  /** Why the line is no article; `null` where it is one. */
  readonly reason: string | null;
}

/**
 * The lines of a JSON Lines file (one object a line: `text`, and what an article may say of itself: id, title, outlet, date, url,
 * author, language). Other keys are left aside: vendors add many. Blank lines are none. A line that cannot be used says why.
 */
export function articleLines(text: string): readonly ArticleLine[] {
  return text
    .split('\n')
    .map((content, i) => ({ content, line: i + 1 }))
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, line }) => ({
      line,
      sha256: createHash('sha256').update(content).digest('hex'),
      ...readLine(content, line),
    }));
}

function readLine(content: string, line: number): Pick<ArticleLine, 'front' | 'reason'> {
  const data = parsed(content);
  if (data === undefined) return refuse('The line is no JSON: each line must hold one whole JSON object.');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return refuse('The line holds no JSON object.');
  const fields = data as Readonly<Record<string, unknown>>;
  const text = fields['text'];
  if (typeof text !== 'string') return refuse('The line has no “text” of characters: name the article’s text so.');
  return { reason: null, front: { ...valuesOf(fields, line), text, lineOf: () => line, broken: null } };
}

function refuse(reason: string): Pick<ArticleLine, 'front' | 'reason'> {
  return { front: null, reason };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch {
    return undefined;
  }
}

function valuesOf(fields: Readonly<Record<string, unknown>>, line: number): Pick<FrontMatter, 'values' | 'odd'> {
  const given = FRONT_MATTER_KEYS.filter((key) => (fields[key] ?? null) !== null && fields[key] !== '');
  const usable = given.filter((key) => ['string', 'number'].includes(typeof fields[key]));
  const values = Object.fromEntries(usable.map((key): [FrontMatterKey, string] => [key, String(fields[key])]));
  const odd = given
    .filter((key) => !usable.includes(key))
    .map((key) => ({ line, message: `“${key}” is left out: it must be characters or a number.` }));
  return { values, odd };
}
