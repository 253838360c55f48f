import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT, Refusal, type Problem } from '../issue.ts';
import type { Annotation, AttributionGold } from '../gold.ts';
import type { Article } from '../model.ts';
import { readBrat } from './brat.ts';
import { readFile } from './file.ts';
import { goldArticle } from './gold-article.ts';
import { decodeUtf8 } from './utf8.ts';
import { bad, good, type Checked } from './yaml.ts';

/**
 * Reads a corpus in the format of PolNeAR: `text/<article>.txt`, and for each at least one
 * `attributions/<article>_<four hex digits>.ann`. Throws a `Refusal`: exit 66 where a folder or a text is missing, 65 where
 * annotations cannot be read, then with every problem of them all.
 */
export function readPolnear(folder: string): AttributionGold {
  const names = annotationNames(join(folder, 'attributions'));
  const ids = [...new Set(names.map(articleOf))];
  const articles = must(ids.map((id) => readText(join(folder, 'text', `${id}.txt`), id)));
  const lengths = new Map(articles.map(({ id, text }) => [id, Array.from(text).length]));
  const annotations = names.map((name) =>
    readAnnotation(join(folder, 'attributions', name), articleOf(name), lengths.get(articleOf(name))!),
  );
  return { articles, annotations: must(annotations) };
}

const ANNOTATOR = /_[0-9a-f]{4}\.ann$/u;

function articleOf(name: string): string {
  return name.replace(ANNOTATOR, '');
}

/** Names of the annotation files, in code-unit order. */
function annotationNames(folder: string): readonly string[] {
  const names = list(folder).filter((name) => name.endsWith('.ann'));
  if (names.length === 0) throw missing(folder, 'The folder holds no .ann file: name the folder above it.');
  const odd = names.filter((name) => !ANNOTATOR.test(name));
  const message = 'The name must end in four hex digits for the annotator, such as “_1a2b.ann”: rename the file.';
  if (odd.length === 0) return names.toSorted();
  throw new Refusal(
    EXIT.badInput,
    odd.map((name) => ({ file: join(folder, name), line: null, message })),
  );
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw missing(folder, 'There is no such folder: name one that holds text/*.txt and attributions/*.ann.', error);
  }
}

function missing(file: string, message: string, cause?: unknown): Refusal {
  return new Refusal(EXIT.missingInput, [{ file, line: null, message }], { cause });
}

function readText(file: string, id: string): Checked<Article> {
  const bytes = readFile(file, file);
  const { text, problems } = decode(bytes, file);
  if (text === null) return bad(problems);
  // Annotators' offsets count a byte order mark as a character.
  return good(goldArticle(id, file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));
}

function readAnnotation(file: string, article: string, annotated: number): Checked<Annotation> {
  const { text, problems } = decode(readFile(file, file), file);
  if (text === null) return bad(problems);
  const attributions = readBrat({ file, text, annotated });
  return attributions.value === null ? bad(attributions.problems) : good({ article, attributions: attributions.value });
}

function decode(
  bytes: Uint8Array,
  file: string,
): { readonly text: string | null; readonly problems: readonly Problem[] } {
  const { text, badLine } = decodeUtf8(bytes);
  const message = 'The file is not valid UTF-8 from here on: save it as UTF-8.';
  return { text, problems: text === null ? [{ file, line: badLine, message }] : [] };
}

function must<T>(checked: readonly Checked<T>[]): readonly T[] {
  const problems = checked.flatMap((one) => one.problems);
  if (problems.length > 0) throw new Refusal(EXIT.badInput, problems);
  return checked.map(({ value }) => value as T);
}
