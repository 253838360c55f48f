import { z } from 'zod';
import { EXIT, Refusal, type Problem } from '../issue.ts';
import type { GoldStatement, PointSpan, StatementGold } from '../gold.ts';
import { goldArticle } from './gold-article.ts';
import { readJsonLines, type JsonLine } from './json-lines.ts';
import { bad, good, type Checked } from './yaml.ts';
import { describe } from './zod-sentences.ts';

const SCHEMA = z.object({
  id: z.union([z.string(), z.number()], 'must be a text or a number'),
  text: z.string(),
  statements: z.array(
    z.object({
      statement: z.string(),
      offset: z.array(z.number()).nullish(),
      type: z.string().nullish(),
      name: z.string().nullish(),
    }),
  ),
});

type Entry = z.output<typeof SCHEMA>;

/**
 * Reads sourced statements: one JSON object a line with `id`, `text` and `statements`, each of these with `statement`,
 * `offset` ([start, end] in code points, or null), `type` and `name`; other keys are not looked at. Throws a `Refusal`: exit
 * 66 where the file is missing, 65 where it cannot be used, then with every problem and its line.
 */
export function readStatements(file: string): readonly StatementGold[] {
  const lines = readJsonLines(file);
  if (lines.value === null) throw new Refusal(EXIT.badInput, lines.problems);
  const read = lines.value.map((line) => readEntry(line, file));
  const articles = read.flatMap(({ value }) => value ?? []);
  const problems = [...read.flatMap((one) => one.problems), ...(lines.value.length === 0 ? [empty(file)] : [])];
  if (problems.length > 0) throw new Refusal(EXIT.badInput, problems);
  const twice = repeated(articles, lines.value, file);
  if (twice.length > 0) throw new Refusal(EXIT.badInput, twice);
  return articles;
}

function empty(file: string): Problem {
  return { file, line: null, message: 'The file holds no article: is it the right one?' };
}

function readEntry({ line, data }: JsonLine, file: string): Checked<StatementGold> {
  const result = SCHEMA.safeParse(data);
  if (!result.success) {
    const faults = result.error.issues.flatMap((issue) => describe(issue, data, SCHEMA));
    return bad(faults.map(({ path, message }) => ({ file, line, message: `${placeOf(path)}${message}` })));
  }
  const { id, text, statements } = result.data;
  const length = Array.from(text).length;
  const outside = statements.flatMap(({ offset }, i) => (offset == null || lies(offset, length) ? [] : [i]));
  if (outside.length > 0) {
    const message = `“offset” must be a start and an end within the text (0 to ${length}).`;
    return bad(outside.map((i) => ({ file, line, message: `${placeOf(['statements', i])}${message}` })));
  }
  const article = goldArticle(String(id), file, text);
  return good({ id, article, statements: statements.map(statementOf) });
}

function placeOf([list, index]: readonly PropertyKey[]): string {
  return list === 'statements' && typeof index === 'number' ? `Statement ${index + 1}: ` : '';
}

function lies([start, end, ...more]: readonly number[], length: number): boolean {
  if (start === undefined || end === undefined || more.length > 0) return false;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= length;
}

function statementOf({ statement, offset, type, name }: Entry['statements'][number]): GoldStatement {
  return {
    statement,
    offset: offset == null ? null : (offset as unknown as PointSpan),
    type: type ?? '',
    name: name === undefined || name === '' ? null : name,
  };
}

/** Two articles of one id could not be told apart in the predictions. */
function repeated(articles: readonly StatementGold[], lines: readonly JsonLine[], file: string): readonly Problem[] {
  const ids = articles.map(({ article }) => article.id);
  return ids.flatMap((id, i) => {
    const first = ids.indexOf(id);
    if (first === i) return [];
    const message = `The id “${id}” stands on line ${lines[first]!.line} already: give each article its own.`;
    return [{ file, line: lines[i]!.line, message }];
  });
}
