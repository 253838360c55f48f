import { z } from 'zod';
import type { Problem } from '../issue.ts';
import { didYouMean } from '../text/near.ts';
import type { Path, Sheet } from './yaml.ts';

/** A text that says something: not empty, no blanks at its ends, on one line. */
export const filled = z.string().regex(/^\S(?:[^\n\r]*\S)?$/u, 'must not be empty, nor begin or end with a blank');

/** An identifier that also serves as the name of a folder and an anchor: "ria-novosti". */
export const kebab = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'must be lower-case letters, digits and single hyphens, such as “ria-novosti”');

/** ISO 3166-1 alpha-2, upper case. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/u, 'must be a country code of two capitals, such as “GB”');

/** A list of names or words; absent means none. */
export const words = z.array(filled).default([]);

/** The references that a file's entries cite: key to full reference. */
export const sources = z.record(z.string(), filled);

/**
 * Entries that cite a source which the file does not list, and listed sources that no entry cites. `at` is the way to the
 * list of entries.
 */
export function sourceProblems(
  sheet: Sheet<{ readonly sources: Readonly<Record<string, string>> }>,
  entries: readonly { readonly source: string }[],
  at: Path,
): readonly Problem[] {
  const { file, data, lineOf } = sheet;
  const known = Object.keys(data.sources);
  const cited = new Set(entries.map(({ source }) => source));
  const unknown = entries.flatMap(({ source }, index) => {
    if (known.includes(source)) return [];
    const message = `The source “${source}” is not listed under “sources”.${didYouMean(source, known)}`;
    return [{ file, line: lineOf([...at, index, 'source']), message }];
  });
  const idle = known
    .filter((key) => !cited.has(key))
    .map((key) => ({
      file,
      line: lineOf(['sources', key]),
      message: `No entry cites the source “${key}”: remove it.`,
    }));
  return [...unknown, ...idle];
}
