import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../pipeline/compare/compare.ts';
import { contributor, merge, type Contribution } from '../pipeline/compare/contribution.ts';
import type { Codebooks, ScoredArticle } from '../pipeline/model.ts';
import { northAndSouth, published, speaker } from './support/two-sides.ts';

const SOURCED = { note: 'Made up.', sourceNote: 'None.' };

const CODEBOOKS: Codebooks = {
  naming: [
    {
      id: 'quarrel',
      title: 'The quarrel of the ferries',
      names: [
        { name: 'raid', patterns: ['raid*'] },
        { name: 'visit', patterns: ['visit'] },
      ],
      ...SOURCED,
    },
  ],
  frames: [
    {
      id: 'money',
      title: 'Money',
      question: 'Who pays?',
      match: 'lemma',
      terms: [{ term: 'toll', weight: 2 }],
      ...SOURCED,
    },
  ],
};

const STUDY = {
  ...northAndSouth(2, {
    replicates: 40,
    templates: { words: 4, articles: 3 },
    words: [{ name: 'toll', patterns: ['toll'] }],
    nodes: [{ name: 'Marrow', patterns: ['Marrow'] }],
    main: ['naming/quarrel/raid'],
  }),
  minimum: { articles: 1, outlets: 1, calls: 1 },
};

const contribute = contributor(STUDY, CODEBOOKS);

describe('shards', () => {
  test('any shards of the articles, each through a file, merged in any order, give the comparison of one pass', () => {
    fc.assert(
      fc.property(
        fc.array(anyArticle(), { minLength: 8, maxLength: 24 }).map((list) => list.map(numbered)),
        fc.array(fc.nat(4), { minLength: 24, maxLength: 24 }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        (articles, shardOf, order) => {
          const whole = compare(articles.map(contribute), STUDY, CODEBOOKS);
          const shards = order.map((shard) =>
            structuredClone(articles.filter((_, i) => shardOf[i] === shard).map(contribute)),
          );
          const merged = compare(merge(...shards), STUDY, CODEBOOKS);
          expect(JSON.stringify(merged)).toBe(JSON.stringify(whole));
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  });

  test('merging merged shards is merging them at once', () => {
    const [a, b, c] = ['n', 'm', 'o'].map((id) => [contribute(published('north-1', id, 'A raid.'))]);
    const ids = (list: readonly Contribution[]): readonly string[] => list.map(({ id }) => id);
    expect(ids(merge(merge(c!, a!), b!))).toEqual(['m', 'n', 'o']);
    expect(merge(merge(c!, a!), b!)).toEqual(merge(a!, merge(b!, c!)));
    expect(merge()).toEqual([]);
  });

  test('an article in two shards would count twice', () => {
    const shard = [contribute(published('north-1', 'harbour', 'A raid.'))];
    expect(() => merge(shard, shard)).toThrow('“harbour” is in two shards');
  });
});

type Numbered = (article: (id: string) => ScoredArticle, i: number) => ScoredArticle;

const numbered: Numbered = (article, i) => article(`article-${i}`);

/** A text of a few words of any outlet and day, with what is said in it. */
function anyArticle(): fc.Arbitrary<(id: string) => ScoredArticle> {
  const words = fc.array(
    fc.constantFrom('raid', 'raids', 'visit', 'Marrow', 'toll', 'brave', 'harbour', 'bridge', 'paid', '.', 'of'),
    { minLength: 3, maxLength: 25 },
  );
  return fc
    .record({
      words,
      outlet: fc.constantFrom('north-1', 'north-2', 'south-1', 'south-2', 'elsewhere-1'),
      day: fc.integer({ min: 1, max: 28 }),
      said: fc.boolean(),
      target: fc.constantFrom('Saltby', 'Fenwick'),
    })
    .map(({ words: list, outlet, day, said, target }) => (id) => {
      const quote = said ? ' Ilse said the raid on the toll bridge was no visit' : '';
      const stances = [
        { target: speaker(target, null), call: 'opposes', p: [0.8, 0.1, 0.1], evidence: [], coreferent: [] } as const,
      ];
      return published(
        outlet,
        id,
        `${list.join(' ')}${quote}.`,
        said ? [{ source: 'Ilse', cue: 'said', content: 'the raid on the toll', speaker: speaker('Ilse', 'NO') }] : [],
        {
          date: `2031-05-${String(day).padStart(2, '0')}`,
          ...(said ? { readings: [{ stances }] } : {}),
          read: {
            frames: [{ frame: 'conflict', p: 0.5, present: day > 14, words: [] }],
            roles: [{ entity: speaker(target, null), p: NO_ROLE, role: said ? 'villain' : null, mentions: [] }],
          },
        },
      );
    });
}

const NO_ROLE = { hero: 0.25, villain: 0.25, victim: 0.25, none: 0.25 };
