import type { z } from 'zod';
import { EXIT, Refusal, type Problem } from '../issue.ts';
import { readJsonLines, type JsonLine } from './json-lines.ts';
import { bad, type Checked } from './yaml.ts';
import { describe } from './zod-sentences.ts';

/** The format of a gold corpus of one JSON object a line. */
export interface LineFormat<Entry, Gold> {
  /** What a line is called in messages: "article". */
  readonly noun: string;
  readonly schema: z.ZodType<Entry>;
  /** The list within a line whose items messages number, and what one is called there. */
  readonly parts: readonly [list: string, part: string];
  /** The gold of a line that agrees with the schema, or what is wrong with it besides. */
  readonly read: (entry: Entry, fault: Fault, file: string) => Checked<Gold>;
  /** What predictions are told apart by. */
  readonly ids: (gold: Gold) => readonly string[];
}

/** A fault of the line, or of one of its parts (an index from 0). */
export type Fault = (message: string, part?: number) => Problem;

/**
 * Reads a gold corpus of one JSON object a line; keys that its schema does not name are not looked at. Throws a `Refusal`:
 * exit 66 where the file is missing, 65 where it cannot be used, then with every problem and its line.
 */
export function readGoldLines<Entry, Gold>(file: string, format: LineFormat<Entry, Gold>): readonly Gold[] {
  const lines = readJsonLines(file);
  if (lines.value === null) throw new Refusal(EXIT.badInput, lines.problems);
  const read = lines.value.map((line) => readLine(line, file, format));
  const problems = [...read.flatMap((one) => one.problems), ...(read.length === 0 ? [empty(file, format.noun)] : [])];
  if (problems.length > 0) throw new Refusal(EXIT.badInput, problems);
  const gold = read.map(({ value }) => value!);
  const ids = gold.flatMap((one, i) => format.ids(one).map((id) => ({ id, line: lines.value[i]!.line })));
  const twice = repeated(ids, file, format.noun);
  if (twice.length > 0) throw new Refusal(EXIT.badInput, twice);
  return gold;
}

function empty(file: string, noun: string): Problem {
  return { file, line: null, message: `The file holds no ${noun}: is it the right one?` };
}

function readLine<Entry, Gold>(
  { line, data }: JsonLine,
  file: string,
  { schema, parts, read }: LineFormat<Entry, Gold>,
): Checked<Gold> {
  const result = schema.safeParse(data);
  if (!result.success) {
    const faults = result.error.issues.flatMap((issue) => describe(issue, data, schema));
    return bad(faults.map(({ path, message }) => ({ file, line, message: `${placeOf(path, parts)}${message}` })));
  }
  const fault: Fault = (message, part) => {
    const path = part === undefined ? [] : [parts[0], part];
    return { file, line, message: `${placeOf(path, parts)}${message}` };
  };
  return read(result.data, fault, file);
}

function placeOf([list, index]: readonly PropertyKey[], [name, part]: readonly [string, string]): string {
  return list === name && typeof index === 'number' ? `${part} ${index + 1}: ` : '';
}

interface Placed {
  readonly id: string;
  readonly line: number;
}

/** Two of one id could not be told apart in the predictions. */
function repeated(ids: readonly Placed[], file: string, noun: string): readonly Problem[] {
  const first = new Map<string, number>();
  return ids.flatMap(({ id, line }) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, line);
    if (before === undefined) return [];
    return [{ file, line, message: `The id “${id}” stands on line ${before} already: give each ${noun} its own.` }];
  });
}
