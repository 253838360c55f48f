import { z } from 'zod';
import type { PointSpan } from '../../../pipeline/gold.ts';
import { readGoldLines } from '../../../pipeline/read/gold-lines.ts';
import { good } from '../../../pipeline/read/yaml.ts';

const span = z.tuple([z.int().min(0), z.int().min(0)]).readonly();
const entity = { id: z.string(), name: z.string() };

const ROW = z.strictObject({
  row: z.string(),
  article: z.string(),
  group: z.string(),
  holder: z.strictObject(entity).readonly(),
  target: z.strictObject({ ...entity, span }).readonly(),
  source: z.array(span).readonly(),
  cue: z.array(span).readonly(),
  content: z.array(span).min(1).readonly(),
});

/** What the holder's words do for the target; `cannot tell` where the coder could not decide. */
export const GOLD_STANCES = ['opposes', 'neither', 'supports', 'cannot tell'] as const;

const CODING = z.strictObject({
  row: z.string(),
  holderRight: z.boolean(),
  stance: z.enum(GOLD_STANCES),
  denial: z.boolean(),
  engagement: z.enum(['assert', 'deny', 'counter', 'concede', 'entertain', 'attribute', 'endorse']),
  reporting: z.enum(['neutral', 'distancing', 'endorsing', 'negative', 'none']),
});

/** A statement to be coded: who says it, of whom, and where. Spans are in Unicode code points of the article's text. */
export type Row = Readonly<z.output<typeof ROW>> & { readonly content: readonly PointSpan[] };

/** What one pass found in one row: see `seeds/codebooks/stance.md`. */
export type Coding = Readonly<z.output<typeof CODING>>;

/** The coded variables, in the order in which they are decided. */
export const VARIABLES = [
  'holderRight',
  'stance',
  'denial',
  'engagement',
  'reporting',
] as const satisfies readonly (keyof Coding)[];

/** Reads the drawn statements. Throws a `Refusal`: exit 66 where the file is missing, 65 where it is wrong. */
export function readRows(file: string): readonly Row[] {
  return readRowLines(file, 'statement', ROW);
}

/** Reads a coding pass. Throws a `Refusal`: exit 66 where the file is missing, 65 where it is wrong. */
export function readPass(file: string): readonly Coding[] {
  return readRowLines(file, 'coding', CODING);
}

/** Reads lines that each have a row of their own. Throws as `readRows`; `noun` is what messages call a line. */
export function readRowLines<T extends { readonly row: string }>(
  file: string,
  noun: string,
  schema: z.ZodType<T>,
): readonly T[] {
  return readGoldLines<T, T>(file, {
    noun,
    schema,
    parts: ['rows', 'Row'],
    read: (entry) => good(entry),
    ids: ({ row }) => [row],
  });
}
