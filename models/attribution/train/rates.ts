import { rateKey, type CueRates } from '../../../pipeline/attribute/sequence/cue-rates.ts';
import { beginOf, isInside } from '../../../pipeline/attribute/sequence/labels.ts';
import type { Example } from './corpus.ts';

/** How often a word was met, and how often as (part of) a cue; an article that several read counts once. */
interface Count {
  all: number;
  cue: number;
}

/** Counts of words over articles. */
export interface CueCounts {
  readonly total: ReadonlyMap<string, Count>;
  readonly byArticle: ReadonlyMap<Example, ReadonlyMap<string, Count>>;
}

/** Counts how often each word is a cue. */
export function countCues(examples: readonly Example[]): CueCounts {
  const byArticle = new Map(examples.map((example) => [example, countIn(example)]));
  const total = new Map<string, Count>();
  for (const counts of byArticle.values())
    for (const [key, { all, cue }] of counts) {
      const sum = total.get(key) ?? { all: 0, cue: 0 };
      total.set(key, { all: sum.all + all, cue: sum.cue + cue });
    }
  return { total, byArticle };
}

function countIn({ reader, labellings }: Example): ReadonlyMap<string, Count> {
  const { tokens } = reader.article;
  const begin = beginOf('cue');
  const counts = new Map<string, Count>();
  for (const labels of labellings)
    labels.forEach((label, i) => {
      const key = rateKey(tokens.lemmas[i]!, tokens.pos[i]!);
      const count = counts.get(key) ?? { all: 0, cue: 0 };
      count.all += 1 / labellings.length;
      if (label === begin || (isInside(label) && label === begin + 1)) count.cue += 1 / labellings.length;
      counts.set(key, count);
    });
  return counts;
}

/** A word met less often than this tells nothing. */
const FEWEST = 2.5;

/**
 * The rate of each word, drawn towards 0 by one more sighting. With `except`, that article’s own counts are left out: a
 * model trained on rates that know their own article would trust them too much.
 */
export function cueRates({ total, byArticle }: CueCounts, except: Example | null): CueRates {
  const own = except === null ? null : byArticle.get(except)!;
  const keys = own === null ? total.keys() : own.keys();
  const rates = new Map<string, number>();
  for (const key of keys) {
    const { all, cue } = total.get(key)!;
    const less = own?.get(key) ?? { all: 0, cue: 0 };
    if (all - less.all >= FEWEST) rates.set(key, (cue - less.cue) / (all - less.all + 1));
  }
  return rates;
}
