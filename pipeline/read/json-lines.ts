import type { Problem } from '../issue.ts';
import { readFile } from './file.ts';
import { decodeUtf8 } from './utf8.ts';
import { bad, good, type Checked } from './yaml.ts';

/** A value with the line (1-based) that it stands on. */
export interface JsonLine {
  readonly line: number;
  readonly data: unknown;
}

/** Reads a file of one JSON value a line; blank lines are left out. Every line that is no JSON is a problem. */
export function readJsonLines(file: string): Checked<readonly JsonLine[]> {
  const { text, badLine } = decodeUtf8(readFile(file, file));
  if (text === null)
    return bad([{ file, line: badLine, message: 'The file is not valid UTF-8 from here on: save it as UTF-8.' }]);
  const lines = text.split('\n').map((content, i) => ({ content, line: i + 1 }));
  const parsed = lines
    .filter(({ content }) => content.trim() !== '')
    .map(({ content, line }) => parse(content, file, line));
  const problems = parsed.flatMap(({ problem }) => problem ?? []);
  return problems.length > 0 ? bad(problems) : good(parsed.map(({ line, data }) => ({ line, data })));
}

function parse(content: string, file: string, line: number): JsonLine & { readonly problem: Problem | null } {
  try {
    return { line, data: JSON.parse(content) as unknown, problem: null };
  } catch {
    const message = 'The line is no JSON: each line must hold one whole JSON object.';
    return { line, data: null, problem: { file, line, message } };
  }
}
