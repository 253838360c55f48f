import { extname } from 'node:path';
import { issue } from '../issue.ts';
import type { Problem } from '../issue.ts';
import type { Frame, Issue } from '../model.ts';
import { slug } from '../text/slug.ts';
import type { Category, Dictionary } from './dictionary.ts';
import type { NamedText } from './lexicons.ts';
import { readLiwc } from './liwc.ts';
import { readQuanteda } from './quanteda.ts';
import { bad, good } from './yaml.ts';
import type { Checked } from './yaml.ts';

/** The frames of all dictionaries, and the entries that were left out. */
export interface Dictionaries {
  readonly frames: readonly Frame[];
  readonly issues: readonly Issue[];
}

/**
 * Reads the dictionaries that a study brings, each category as a frame whose patterns weigh 1 and match words as they stand:
 * LIWC's `.dic` (Pennebaker et al.) and quanteda's `.yml` (Benoit et al. 2018). A file of another kind, a broken one,
 * a word with two lists of categories and an id that `taken` frames have are problems.
 */
export function checkDictionaries(files: readonly NamedText[], taken: readonly Frame[]): Checked<Dictionaries> {
  const read = files.map((file) => ({ file, dictionary: readOne(file) }));
  const broken = read.flatMap(({ dictionary }) => dictionary.problems);
  if (broken.length > 0) return bad(broken);
  const found = read.flatMap(({ file, dictionary }) =>
    dictionary.value!.categories.map((category) => ({ category, file: file.file, frame: frameOf(file, category) })),
  );
  const problems = found.flatMap(({ category: { name, line }, file, frame }, i): readonly Problem[] => {
    const others = [...taken, ...found.slice(0, i).map((earlier) => earlier.frame)];
    if (!others.some(({ id }) => id === frame.id)) return [];
    const message = `The category “${name}” would be the frame “${frame.id}”, which there is already: rename the file or the category.`;
    return [{ file, line, message }];
  });
  if (problems.length > 0) return bad(problems);
  const issues = read.flatMap(({ file: { file }, dictionary }) =>
    dictionary.value!.leftOut.map(({ line, message }) => issue('dictionary-entry', message, { file, line })),
  );
  return good({ frames: found.map(({ frame }) => frame), issues });
}

function readOne(file: NamedText): Checked<Dictionary> {
  const extension = extname(file.file).toLowerCase();
  if (extension === '.dic') return readLiwc(file);
  if (extension === '.yml' || extension === '.yaml') return readQuanteda(file);
  const message =
    'This is no dictionary of a known format: bring LIWC’s .dic or quanteda’s .yml, and name the file accordingly.';
  return bad([{ file: file.file, line: null, message }]);
}

function frameOf({ file }: NamedText, { name, patterns }: Category): Frame {
  const shown = file.replace(/^.*[\\/]/u, '');
  return {
    id: slug(`${shown.replace(/\.[^.]+$/u, '')} ${name}`),
    title: `${name} (${shown})`,
    question: `How often are words of the category “${name}” used?`,
    match: 'surface',
    terms: patterns.map((term) => ({ term, weight: 1 })),
    note: `The category “${name}” of the dictionary ${shown}, which the study brought.`,
    sourceNote: `The dictionary ${shown}.`,
  };
}
