import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/**
 * A database in memory, for reading and writing Parquet. One thread, so that equal rows give equal bytes; nothing is ever
 * fetched or installed.
 */
export async function openDatabase(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '1GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  return instance.connect();
}

/** A path as text within a statement. */
export function quotedPath(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}
