import { z } from 'zod';
import { SENTIMENTS, type GoldTarget, type SentenceGold } from '../gold.ts';
import { goldArticle } from './gold-article.ts';
import { readGoldLines, type Fault } from './gold-lines.ts';
import { bad, good, type Checked } from './yaml.ts';

const SCHEMA = z.object({
  primary_gid: z.string(),
  sentence_normalized: z.string(),
  targets: z
    .array(
      z.object({
        'Input.gid': z.string(),
        from: z.int(),
        to: z.int(),
        polarity: z.literal([2, 4, 6]),
        further_mentions: z.array(z.object({ from: z.int(), to: z.int() })).default([]),
      }),
    )
    .min(1),
});

type Entry = z.output<typeof SCHEMA>;
type Place = Readonly<Record<'from' | 'to', number>>;

/**
 * Reads NewsMTSC (Hamborg and Donnay 2021): one sentence a line with `primary_gid`, `sentence_normalized` and `targets`,
 * each of these with `Input.gid`, `from` and `to` in code points, `polarity` (2, 4 or 6) and perhaps `further_mentions`;
 * other keys are not looked at. Throws a `Refusal`: exit 66 where the file is missing, 65 where it cannot be used, then with every problem and its line.
 */
export function readNewsmtsc(file: string): readonly SentenceGold[] {
  return readGoldLines(file, {
    noun: 'target',
    schema: SCHEMA,
    parts: ['targets', 'Target'],
    read: readEntry,
    ids: ({ targets }) => targets.map(({ id }) => id),
  });
}

function readEntry(entry: Entry, fault: Fault, file: string): Checked<SentenceGold> {
  const text = entry.sentence_normalized;
  const { length } = Array.from(text);
  const isWithin = ({ from, to }: Place): boolean => from >= 0 && from < to && to <= length;
  const outside = entry.targets.flatMap((target, i) =>
    [target, ...target.further_mentions].every(isWithin) ? [] : [i],
  );
  if (outside.length > 0) {
    const message = `“from” and “to” must mark words of the sentence: from below to, both within 0 and ${length}.`;
    return bad(outside.map((i) => fault(message, i)));
  }
  return good({ article: goldArticle(entry.primary_gid, file, text), targets: entry.targets.map(targetOf) });
}

function targetOf({
  'Input.gid': id,
  from,
  to,
  polarity,
  further_mentions: further,
}: Entry['targets'][number]): GoldTarget {
  const mentions = further.map((mention) => [mention.from, mention.to] as const);
  return { id, span: [from, to], further: mentions, sentiment: SENTIMENTS[polarity / 2 - 1]! };
}
