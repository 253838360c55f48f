import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import { openDatabase } from './database.ts';
import { partsIn, type Parts } from './parts.ts';

/** Opens the parts of stages in a folder, each in a folder of its own (`made=…`) by the key of the stage; `close` lets the database go. */
export async function openStore<Stage extends string>(
  folder: string,
  keys: Readonly<Record<Stage, string>>,
): Promise<{ readonly parts: Readonly<Record<Stage, Parts>>; readonly close: () => void }> {
  const database: DuckDBConnection = await openDatabase();
  const parts = Object.fromEntries(
    (Object.entries(keys) as [Stage, string][]).map(([stage, key]) => [
      stage,
      partsIn(join(folder, stage, `made=${key}`), database),
    ]),
  ) as Record<Stage, Parts>;
  return {
    parts,
    close: () => {
      database.closeSync();
    },
  };
}

/** Parts that are kept in memory, and gone with it: for who must not trust what an earlier run left. */
export function partsInMemory(): Parts {
  const held = new Map<string, ReadonlyMap<string, string>>();
  return {
    committed: () => new Map([...held].map(([name, rows]) => [name, [...rows.keys()]])),
    write: (name, rows) => {
      held.set(name, new Map(rows.map(({ key, json }) => [key, json])));
      return Promise.resolve();
    },
    read: (name) => Promise.resolve(held.get(name) ?? new Map<string, string>()),
  };
}
