import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from '../issue.ts';
import type { ComparisonPlan } from '../model.ts';
import { didYouMean } from '../text/near.ts';
import { pattern } from './codebooks.ts';
import { filled } from './fields.ts';
import type { Sheet } from './yaml.ts';

const day = z.iso.date('must be a date such as 2022-06-16');

const named = z.strictObject({
  name: filled,
  /** Words; a trailing `*` matches any ending. Case counts only where there is a capital letter. */
  patterns: z.array(pattern).min(1),
});

/** More replicates than this change no printed digit, and cost memory. */
const MOST_REPLICATES = 10_000;

/** `comparison:` of a study file, each default with its reason. */
export const planFields = z.strictObject({
  /** `null`: the first two groups, in the order of the study. */
  groups: z
    .tuple([filled, filled], 'must be the ids of two groups, such as [russian, western]')
    .nullable()
    .default(null),
  /** A word in a quotation is its speaker's: what an outlet does is seen in its own voice. */
  voice: z.enum(['own', 'quoted', 'attributed', 'all']).default('own'),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  /** News goes by the week. */
  period: z.enum(['day', 'week', 'month']).default('week'),
  events: z.array(z.strictObject({ date: day, label: filled })).default([]),
  words: z.array(named).default([]),
  nodes: z.array(named).default([]),
  main: z.array(filled).default([]),
  /** None: the contrasts of one kind (naming, sources …) are a family. */
  families: z.array(z.strictObject({ name: filled, contrasts: z.array(filled).min(1) })).default([]),
  /** Above the usual bar of chance agreement for a yes or no, and below what people reach with each other on most frames (.69 to .79). */
  reliability: z.number().min(0).max(1).default(0.6),
  /** Efron & Tibshirani (1993) ask for at least 1,000 for bounds of an interval. */
  replicates: z.int().min(200).max(MOST_REPLICATES).default(2000),
  /** Eight words in a row that five articles share are no chance: on a corpus of 3,531 articles such runs were boilerplate. */
  templates: z
    .strictObject({ words: z.int().min(4).max(30).default(8), articles: z.int().min(2).default(5) })
    .default({ words: 8, articles: 5 }),
});

interface Planned {
  readonly groups: readonly { readonly id: string }[];
  readonly comparison: z.output<typeof planFields>;
}

/** The plan of a study; its groups are the first two where it names none, `null` where there are fewer. */
export function planOf({ groups, comparison }: Planned): ComparisonPlan {
  const { from, to, groups: chosen, ...rest } = comparison;
  const [first, second] = groups.map(({ id }) => id);
  const both = first === undefined || second === undefined ? null : ([first, second] as const);
  const plan = { ...rest, groups: chosen ?? both, window: { from, to } };
  return { ...plan, sha256: createHash('sha256').update(JSON.stringify(plan)).digest('hex') };
}

/** Groups that the study does not have or that are one, and a window that ends before it begins. */
export function planProblems({ file, data, lineOf }: Sheet<Planned>): readonly Problem[] {
  const { groups, from, to } = data.comparison;
  const ids = data.groups.map(({ id }) => id);
  const unknown = (groups ?? []).flatMap((id, i) => {
    if (ids.includes(id)) return [];
    const message = `The study has no group “${id}”.${didYouMean(id, ids)}`;
    return [{ file, line: lineOf(['comparison', 'groups', i]), message }];
  });
  const line = lineOf(['comparison']);
  const same = groups !== null && groups[0] === groups[1];
  const backwards = from !== null && to !== null && from > to;
  return [
    ...unknown,
    ...(same ? [{ file, line, message: 'A group cannot be compared with itself: name two groups.' }] : []),
    ...(backwards ? [{ file, line, message: `The comparison ends (${to}) before it begins (${from}).` }] : []),
  ];
}
