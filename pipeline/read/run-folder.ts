import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { EXIT, Refusal } from '../issue.ts';
import { readFile } from './file.ts';
import { readJsonLines } from './json-lines.ts';
import { describe } from './zod-sentences.ts';

const RECORD = z.object({
  parallax: z.string(),
  run: z.string(),
  inputs: z.array(z.object({ file: z.string(), sha256: z.string() })),
  packages: z.record(z.string(), z.string()),
  runtime: z.record(z.string(), z.string()),
  study: z.looseObject({ id: z.string() }),
  files: z.record(z.string(), z.string()),
});

const ENTRY = z.looseObject({ id: z.string(), text: z.string(), values: z.record(z.string(), z.number().nullable()) });

/** What a run says of itself in `run.json`. */
export type RunRecord = z.output<typeof RECORD>;

/** An entry of the claim ledger as it lies in a run's folder: its fields, of which these are known to be there. */
export type LedgerRow = z.output<typeof ENTRY>;

/** A finished run as it lies in its folder. */
export interface RunRead {
  readonly record: RunRecord;
  readonly ledger: readonly LedgerRow[];
  /** SHA-256 (hex) of each file but `run.json`, by its name in the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Reads the folder of a finished run. Throws a `Refusal`: exit 66 where it or its record or ledger is missing, 65 where
 * either cannot be used, then with file, line and what is wrong.
 */
export function readRun(folder: string): RunRead {
  return { record: readRecord(join(folder, NAME)), ledger: readLedger(folder), files: hashesIn(folder) };
}

const NAME = 'run.json';

function readRecord(file: string): RunRecord {
  const text = new TextDecoder().decode(readFile(file, file));
  return checked(RECORD, parsed(file, text), file, null);
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const message = 'The file is no JSON: it was changed or cut after the run. Make the report again.';
    throw new Refusal(EXIT.badInput, [{ file, line: null, message }], { cause });
  }
}

function readLedger(folder: string): readonly LedgerRow[] {
  const file = join(folder, 'data', 'ledger.jsonl');
  const read = readJsonLines(file);
  if (read.value === null) throw new Refusal(EXIT.badInput, read.problems);
  return read.value.map(({ data, line }) => checked(ENTRY, data, file, line));
}

function checked<T>(schema: z.ZodType<T>, data: unknown, file: string, line: number | null): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => describe(issue, data, schema));
  throw new Refusal(
    EXIT.badInput,
    faults.map(({ message }) => ({ file, line, message: `${message} Was the file made by this version of Parallax?` })),
  );
}

/** Only files of the folder itself are read, whatever names the record holds: links are not followed. */
function hashesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => name !== NAME)
    .sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFile(join(folder, name), name))
        .digest('hex'),
    ]),
  );
}
