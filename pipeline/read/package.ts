import { readFileSync } from 'node:fs';

/** What Parallax itself is: its version, and the exact versions of the packages that its numbers and pages depend on. */
export interface Package {
  readonly version: string;
  readonly packages: Readonly<Record<string, string>>;
}

/** Reads the package file. Dependencies are pinned there, so it tells what is installed. */
export function readPackage(): Package {
  const file = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  return { version: file.version, packages: file.dependencies };
}
