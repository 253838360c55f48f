import { z } from 'zod';
import type { GoldStatement, PointSpan, StatementGold } from '../gold.ts';
import { goldArticle } from './gold-article.ts';
import { readGoldLines, type Fault } from './gold-lines.ts';
import { bad, good, type Checked } from './yaml.ts';

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
  return readGoldLines(file, {
    noun: 'article',
    schema: SCHEMA,
    parts: ['statements', 'Statement'],
    read: readEntry,
    ids: ({ article }) => [article.id],
  });
}

function readEntry({ id, text, statements }: Entry, fault: Fault, file: string): Checked<StatementGold> {
  const length = Array.from(text).length;
  const outside = statements.flatMap(({ offset }, i) => (offset == null || lies(offset, length) ? [] : [i]));
  if (outside.length > 0) {
    const message = `“offset” must be a start and an end within the text (0 to ${length}).`;
    return bad(outside.map((i) => fault(message, i)));
  }
  const article = goldArticle(String(id), file, text);
  return good({ id, article, statements: statements.map(statementOf) });
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
