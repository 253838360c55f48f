import { z } from 'zod';
import type { Problem } from '../issue.ts';
import type { ChoiceSet, Codebooks, Frame } from '../model.ts';
import { filled, kebab, sourceProblems, sources } from './fields.ts';
import type { NamedText } from './lexicons.ts';
import { bad, checkYaml, good } from './yaml.ts';
import type { Checked, Path, Sheet } from './yaml.ts';

/** The files of a codebook folder, each `<name>.yaml`, in the order in which they are read. */
export const CODEBOOK_NAMES = ['naming', 'frames'] as const satisfies readonly (keyof Codebooks)[];

/** Words parted by single blanks; a `*`, for any ending, only at the very end and after two letters at the least. */
export const pattern = z
  .string()
  .regex(/^[^\s*]+(?: [^\s*]+)*$|^(?:[^\s*]+ )*[^\s*]{2,}\*$/u, 'must be words, with a * at the very end or nowhere');

const choiceSet = z.strictObject({
  id: kebab,
  title: filled,
  note: filled,
  source: filled,
  names: z.array(z.strictObject({ name: filled, patterns: z.array(pattern).min(1) })).min(2),
});

const frame = z.strictObject({
  id: kebab,
  title: filled,
  question: filled,
  note: filled,
  source: filled,
  terms: z.record(pattern, z.number().gt(0).max(1)),
});

const namingFile = z.strictObject({ sources, sets: z.array(choiceSet).min(1) });
const framesFile = z.strictObject({ sources, frames: z.array(frame).min(1) });

/** The codebooks of a run, checked: schema, sources, ids used once, frames with terms, choice sets that do not overlap themselves. */
export function checkCodebooks(texts: Readonly<Record<keyof Codebooks, NamedText>>): Checked<Codebooks> {
  const naming = checkNaming(texts.naming);
  const frames = checkFrames(texts.frames);
  if (naming.value === null || frames.value === null) return bad([...naming.problems, ...frames.problems]);
  return good({ naming: naming.value, frames: frames.value });
}

function checkNaming({ file, text }: NamedText): Checked<readonly ChoiceSet[]> {
  const sheet = checkYaml(text, file, namingFile);
  if (sheet.value === null) return sheet;
  const { sets } = sheet.value.data;
  const references = sheet.value.data.sources;
  const problems = [
    ...sourceProblems(sheet.value, sets, ['sets']),
    ...repeated(sheet.value, sets, ['sets']),
    ...sets.flatMap((_, index) => overlaps(sheet.value, index)),
  ];
  if (problems.length > 0) return bad(problems);
  return good(sets.map(({ source, ...set }) => ({ ...set, sourceNote: references[source] as string })));
}

function checkFrames({ file, text }: NamedText): Checked<readonly Frame[]> {
  const sheet = checkYaml(text, file, framesFile);
  if (sheet.value === null) return sheet;
  const { frames } = sheet.value.data;
  const references = sheet.value.data.sources;
  const problems = [
    ...sourceProblems(sheet.value, frames, ['frames']),
    ...repeated(sheet.value, frames, ['frames']),
    ...empty(sheet.value),
  ];
  if (problems.length > 0) return bad(problems);
  return good(
    frames.map(({ source, terms, ...rest }) => ({
      ...rest,
      match: 'lemma' as const,
      terms: Object.entries(terms).map(([term, weight]) => ({ term, weight })),
      sourceNote: references[source] as string,
    })),
  );
}

function empty({ file, data, lineOf }: Sheet<z.output<typeof framesFile>>): readonly Problem[] {
  return data.frames.flatMap(({ id, terms }, index) => {
    if (Object.keys(terms).length > 0) return [];
    return [{ file, line: lineOf(['frames', index, 'terms']), message: `The frame “${id}” has no terms: add some.` }];
  });
}

function repeated(
  { file, lineOf }: Sheet<unknown>,
  entries: readonly { readonly id: string }[],
  at: Path,
): readonly Problem[] {
  return entries.flatMap(({ id }, index) => {
    const first = entries.findIndex((entry) => entry.id === id);
    if (first === index) return [];
    const message = `The id “${id}” already stands in line ${lineOf([...at, first, 'id'])}: choose another.`;
    return [{ file, line: lineOf([...at, index, 'id']), message }];
  });
}

/** Patterns of two names of one set that some words would match both, for a use must count for one; and repeated ones. */
function overlaps({ file, data, lineOf }: Sheet<z.output<typeof namingFile>>, set: number): readonly Problem[] {
  const patterns = (data.sets[set]?.names ?? []).flatMap(({ name, patterns }, n) =>
    patterns.map((text, p) => ({ name, text, line: lineOf(['sets', set, 'names', n, 'patterns', p]) })),
  );
  return patterns.flatMap((later, index) =>
    patterns
      .slice(0, index)
      .filter((earlier) => (earlier.name === later.name ? earlier.text === later.text : meet(earlier.text, later.text)))
      .map((earlier) => ({
        file,
        line: later.line,
        message:
          `“${later.text}” matches the same words as “${earlier.text}” of “${earlier.name}” ` +
          `in line ${earlier.line}: keep one of them.`,
      })),
  );
}

/** Whether some words match both patterns. Case is left out: a set that tells names apart by case alone is a trap. */
export function meet(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase().split(' '), b.toLowerCase().split(' ')];
  return left.length === right.length && left.every((word, index) => wordsMeet(word, right[index] as string));
}

function wordsMeet(a: string, b: string): boolean {
  const [stemA, stemB] = [a.replace(/\*$/u, ''), b.replace(/\*$/u, '')];
  if (a.endsWith('*') && b.endsWith('*')) return stemA.startsWith(stemB) || stemB.startsWith(stemA);
  if (a.endsWith('*')) return b.startsWith(stemA);
  return b.endsWith('*') ? a.startsWith(stemB) : a === b;
}
