import { z } from 'zod';
import { readRowLines } from '../../stance/gold/rows.ts';

const span = z.tuple([z.int().min(0), z.int().min(0)]).readonly();
const party = z.strictObject({ span, entity: z.string().nullable() }).readonly().nullable();

const ROW = z.strictObject({
  row: z.string(),
  group: z.enum(['russian', 'western']),
  article: z.string(),
  term: z.string(),
  span,
  form: z.enum(['active', 'passive with agent', 'passive without agent', 'nominalised']),
  agent: party,
  patient: party,
  reality: z.enum(['asserted', 'negated', 'hypothetical', 'threatened']),
});

const CODING = z.strictObject({
  row: z.string(),
  event: z.boolean(),
  form: z.boolean(),
  agent: z.boolean(),
  patient: z.boolean(),
  reality: z.boolean(),
});

/** An event as it was found. Spans are in Unicode code points of the article’s text. */
export type HarmRow = Readonly<z.output<typeof ROW>>;

/** Whether each part of an event is right; where the event is wrong, all of it is. */
export type HarmCoding = Readonly<z.output<typeof CODING>>;

/** Reads the drawn events. Throws a `Refusal`: exit 66 where the file is missing, 65 where it is wrong. */
export function readHarmRows(file: string): readonly HarmRow[] {
  return readRowLines(file, 'event', ROW);
}

/** Reads their coding. Throws as `readHarmRows`. */
export function readHarmCodings(file: string): readonly HarmCoding[] {
  return readRowLines(file, 'coding', CODING);
}
