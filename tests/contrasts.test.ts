import { describe, expect, test } from 'vitest';
import { compared } from './support/compared.ts';
import { periodStart } from '../pipeline/compare/contrast/periods.ts';
import { termIndex } from '../pipeline/compare/contrast/term-index.ts';
import type { Claim, Codebooks, Contrast, Contrasts, ScoredArticle, Study } from '../pipeline/model.ts';
import { claimText } from '../pipeline/report/claim-text.ts';
import { english } from '../pipeline/report/words/english.ts';
import { entity } from './support/attributed.ts';
import { northAndSouth, published, speaker } from './support/two-sides.ts';

const WAR: Codebooks = {
  naming: [
    {
      id: 'quarrel',
      title: 'The quarrel of the ferries',
      names: [
        { name: 'raid', patterns: ['raid', 'raids'] },
        { name: 'visit', patterns: ['visit', 'visits'] },
      ],
      note: 'Made up.',
      sourceNote: 'None.',
    },
  ],
  frames: [
    {
      id: 'money',
      title: 'Money',
      question: 'Who pays?',
      match: 'lemma',
      terms: [{ term: 'toll', weight: 1 }],
      note: 'Made up.',
      sourceNote: 'None.',
    },
  ],
};

/** `n` articles of an outlet, each with its own words around the text, so that none is a copy. */
function articles(outlet: string, n: number, text: (i: number) => string): readonly ScoredArticle[] {
  return Array.from({ length: n }, (_, i) => published(outlet, `${outlet}-${i}`, text(i)));
}

function contrast(given: readonly ScoredArticle[], study: Study): Contrasts {
  return compared(given, study, WAR).contrasts!;
}

/** The sentence that the report makes of `claim`. */
function told(held: Contrasts, claim: Claim): string {
  return claimText(english, claim, find(held, claim.contrast));
}

function find({ contrasts }: Contrasts, id: string): Contrast {
  return contrasts.find((one) => one.id === id)!;
}

describe('naming', () => {
  test('a name in a quotation is its speaker’s: it does not count in own voice, and counts as quoted', () => {
    const north = Array.from({ length: 4 }, (_, i) =>
      published('north-1', `n${i}`, `The harbour saw a visit at dawn. “A raid!” said Ilse Marrow.`, [
        { source: 'Ilse Marrow', cue: 'said', content: '“A raid!”', kind: 'direct', origin: 'north' },
      ]),
    );
    const found = contrast([...north, ...articles('south-1', 4, () => 'It was a raid.')], northAndSouth(1));
    expect(find(found, 'naming/quarrel/raid')).toMatchObject({
      treated: { numerator: 0, denominator: 4, value: 0 },
      reference: { numerator: 4, denominator: 4, value: 1 },
    });
    expect(find(found, 'quoting/quarrel/raid')).toMatchObject({ treated: { value: 1 }, reference: { value: 0 } });
  });

  test('nothing is tested, and no claim made, below the study’s minimum of articles', () => {
    const found = contrast(
      [...articles('north-1', 2, () => 'A raid.'), ...articles('south-1', 9, () => 'A visit.')],
      northAndSouth(1, { main: ['naming/quarrel/raid'] }),
    );
    expect(find(found, 'naming/quarrel/raid')).toMatchObject({ verdict: 'too little', p: null, q: null, bca: null });
    expect(found.claims.map((claim) => told(found, claim))).toEqual([
      'Of the names for “The quarrel of the ferries”, “raid” makes up 100.0% (95% interval 15.8 to 100.0%) in north-1 and 0.0% (95% interval 0.0 to 33.6%) in south-1. With 2 and 9 articles to count in, nothing is claimed.',
    ]);
  });

  test('one outlet a side is never a side, however many articles it has', () => {
    const found = contrast(
      [...articles('north-1', 30, () => 'A raid.'), ...articles('south-1', 30, () => 'A visit.')],
      northAndSouth(1),
    );
    const raid = find(found, 'naming/quarrel/raid');
    expect(raid).toMatchObject({ verdict: 'these outlets differ', permutation: null, placebo: null });
    expect(raid.q).toBeLessThan(0.001);
    expect(told(found, found.claims[0]!)).toContain(
      'This is said of the articles of these outlets, not of their sides',
    );
  });

  test('sides differ where the outlets of one side differ from those of the other, more than chance labels would', () => {
    const found = contrast(sides(4), northAndSouth(4));
    const raid = find(found, 'naming/quarrel/raid');
    expect(raid.permutation).toEqual({ p: 2 / 70, q: 2 / 70, floor: 2 / 70, exact: true, draws: 70 });
    expect(raid).toMatchObject({ verdict: 'differs', placebo: { rank: 1, of: 5 } });
    expect(raid.difference).toBeGreaterThan(0.4);
    expect(raid.bca?.[0]).toBeGreaterThan(0);
    expect(
      told(
        found,
        found.claims.find(({ contrast: id }) => id === raid.id)!,
      ),
    ).toMatch(
      /: a large difference, more in 4 outlets \(Northern\)\. Chance labels would set the outlets so far apart with p = 0\.029\.$/u,
    );
  });

  test('false discoveries are held down within the families that the study names, else within each kind', () => {
    const given = sides(4);
    const words = ['tide', 'wind', 'rain'].map((name) => ({ name, patterns: [name] }));
    const plain = contrast(given, northAndSouth(4, { words }));
    const families = [{ name: 'the question', contrasts: ['naming/quarrel/raid'] }];
    const own = contrast(given, northAndSouth(4, { words, families }));
    const raid = (found: Contrasts) => find(found, 'naming/quarrel/raid');
    expect(raid(own).q).toBe(raid(own).p);
    expect(raid(plain).q).toBeGreaterThanOrEqual(raid(plain).p!);
    expect(find(own, 'naming/quarrel/visit').q).toBe(find(own, 'naming/quarrel/visit').p);
  });

  test('what is the same in both is not told apart', () => {
    const found = contrast(
      [1, 2, 3].flatMap((k) => ['north', 'south'].flatMap((side) => articles(`${side}-${k}`, 6, mixed))),
      northAndSouth(3),
    );
    expect(find(found, 'naming/quarrel/raid').verdict).toBe('not told apart');
    expect(found.claims).toEqual([]);
  });

  test('where one side never uses a name its interval is exact: samples of nothing have no doubt', () => {
    const found = contrast(
      [...articles('north-1', 10, () => 'A visit.'), ...articles('south-1', 10, mixed)],
      northAndSouth(1),
    );
    const { treated, percentile, bca, p } = find(found, 'naming/quarrel/raid');
    expect(treated.interval?.[0]).toBe(0);
    expect(treated.interval?.[1]).toBeCloseTo(1 - 0.025 ** 0.1, 10);
    expect(percentile).toEqual(bca);
    expect(bca?.[1]).toBeLessThan(0);
    expect(p).toBeCloseTo(0.0325, 3);
  });

  test('the order of the articles changes nothing', () => {
    const given = sides(3);
    expect(contrast([...given].reverse(), northAndSouth(3))).toEqual(contrast(given, northAndSouth(3)));
  });

  /** Northern outlets mostly write "raid", southern ones mostly "visit". */
  function sides(outlets: number): readonly ScoredArticle[] {
    return Array.from({ length: outlets }, (_, k) => k + 1).flatMap((k) => [
      ...articles(`north-${k}`, 8, (i) => (i % 4 === k % 4 ? 'A visit.' : 'A raid.')),
      ...articles(`south-${k}`, 8, (i) => (i % 4 === k % 4 ? 'A raid.' : 'A visit.')),
    ]);
  }

  function mixed(i: number): string {
    return i % 2 === 0 ? 'A raid.' : 'A visit.';
  }
});

const BOILERPLATE = 'The islands have said again and again that the raid was wholly unprovoked and without any cause.';
const OTHER = 'Ferries sailed late that day because the wind had turned and the pilots waited for the tide.';

describe('repeats', () => {
  test('a sentence that stands in many articles was written once: it is left out, and the count before is kept', () => {
    const given = [
      ...articles('north-1', 6, (i) => `Item ${'abcdef'.charAt(i)} came in. ${BOILERPLATE}`),
      ...articles('south-1', 6, (i) => `Note ${'abcdef'.charAt(i)} went out. There was a raid.`),
    ];
    const study = northAndSouth(1, { words: [{ name: 'unprovoked', patterns: ['unprovoked'] }] });
    const found = contrast(given, study);
    expect(found.templates).toMatchObject([{ articles: 6, outlets: ['north-1'], at: { article: 'north-1-0' } }]);
    expect(found.templates[0]?.text).toContain(BOILERPLATE.replace('.', ''));
    expect(find(found, 'words/unprovoked/own')).toMatchObject({
      treated: { value: 0 },
      before: { treated: 1, reference: 0 },
    });
    expect(found.templated[0]?.share).toBeGreaterThan(0.5);
    expect(found.templated[1]?.share).toBe(0);
  });

  test('of an article and its copy the earlier counts', () => {
    const long = Array.from({ length: 60 }, (_, i) => `word${'abcdefghij'.charAt(i % 10)}${String(i)}`).join(' ');
    const given = [
      published('north-1', 'b-original', `${long} raid.`, [], { date: '2031-05-01' }),
      published('south-1', 'a-copy', `${long} raid again.`, [], { date: '2031-05-02' }),
      published('south-1', 'other', `${OTHER} A visit.`),
    ];
    const found = contrast(given, northAndSouth(1));
    expect(found.copies).toMatchObject([{ article: 'a-copy', of: 'b-original' }]);
    expect(found.articles).toMatchObject({ treated: 1, reference: 2, copies: 1 });
    expect(find(found, 'naming/quarrel/raid')).toMatchObject({
      treated: { numerator: 1 },
      reference: { numerator: 0, denominator: 1 },
      before: { reference: 0.5 },
    });
  });
});

describe('what is compared', () => {
  test('only what the two groups published within the window', () => {
    const given = [
      published('north-1', 'in', 'A raid.', [], { date: '2031-05-10' }),
      published('north-1', 'early', 'A raid.', [], { date: '2031-04-30' }),
      published('north-1', 'undated', 'A raid.', [], { date: null }),
      published('elsewhere', 'else', 'A raid.'),
      published('south-1', 'south', 'A visit.', [], { date: '2031-05-31' }),
    ];
    const study = northAndSouth(1, { window: { from: '2031-05-01', to: '2031-05-31' } });
    expect(contrast(given, study).articles).toEqual({
      treated: 1,
      reference: 1,
      elsewhere: 1,
      outsideWindow: 2,
      copies: 0,
    });
  });

  test.each([
    ['day', '2031-05-07', '2031-05-07'],
    ['week', '2031-05-07', '2031-05-05'],
    ['week', '2031-05-04', '2031-04-28'],
    ['month', '2031-05-07', '2031-05-01'],
  ] as const)('the %s of %s begins on %s', (period, date, start) => {
    expect(periodStart(date, period)).toBe(start);
  });

  test('an article without a date lies in no period', () => {
    expect(periodStart(null, 'week')).toBeNull();
  });

  test('a group without articles gives no comparison, and everything else is there', () => {
    const found = contrast(
      articles('north-1', 5, () => 'A raid on the toll house.'),
      northAndSouth(1),
    );
    expect(find(found, 'naming/quarrel/raid')).toMatchObject({
      treated: { value: 1, articles: 5 },
      reference: { value: null, interval: null, articles: 0 },
      difference: null,
      verdict: 'too little',
    });
    expect(find(found, 'terms/money')).toMatchObject({ treated: { value: 1 }, verdict: 'too little' });
    expect(found.sources).toMatchObject({ divergence: null, interval: null });
  });

  test('one group is compared with nothing', () => {
    const study = northAndSouth(1);
    const one = { ...study, groups: study.groups.slice(1), comparison: { ...study.comparison, groups: null } };
    expect(
      compared(
        articles('south-1', 2, () => 'A raid.'),
        one,
        WAR,
      ).contrasts,
    ).toBeNull();
  });

  test('shares are followed over time', () => {
    const given = ['2031-05-05', '2031-05-06', '2031-05-13'].map((date, i) =>
      published('north-1', `n${i}`, i === 1 ? 'A visit.' : 'A raid.', [], { date }),
    );
    expect(find(contrast(given, northAndSouth(1)), 'naming/quarrel/raid').periods).toMatchObject([
      { start: '2031-05-05', group: 'north', value: 0.5, articles: 2 },
      { start: '2031-05-12', group: 'north', value: 1, articles: 1, interval: null },
    ]);
  });
});

const TREES = ['alder', 'birch', 'cedar', 'elder'];

describe('sources and stance', () => {
  test('voice is given to camps by their words; reporting verbs are counted by camp', () => {
    const text = 'Ada Brek claimed the toll was fair to all. Bo Sund said no.';
    const said = [
      { source: 'Ada Brek', cue: 'claimed', content: 'the toll was fair to all', speaker: speaker('Ada Brek', 'NN') },
      { source: 'Bo Sund', cue: 'said', content: 'no', speaker: speaker('Bo Sund', 'SS') },
    ];
    const readings = [{ reporting: 'distancing' }, { reporting: 'neutral' }] as const;
    const given = Array.from({ length: 22 }, (_, i) =>
      published(i % 2 === 0 ? 'north-1' : 'south-1', `a${i}`, text, said, { readings }),
    );
    const found = contrast(given, northAndSouth(1, { templates: { words: 500, articles: 500 } }));
    expect(find(found, 'sources/camp/NN').treated).toMatchObject({ numerator: 66, denominator: 77 });
    expect(find(found, 'sources/type/person').treated.value).toBe(1);
    expect(find(found, 'reporting/NN/distancing').treated).toMatchObject({ numerator: 11, denominator: 11 });
    expect(find(found, 'reporting/SS/distancing').treated.value).toBe(0);
    const index = (6 / 7) ** 2 + (1 / 7) ** 2;
    expect(found.sources.concentration[0]?.value).toBeCloseTo(index, 10);
    expect(found.sources.divergence).toBe(0);
  });

  test('who speaks in a template, and how it is reported, counts only beside the main figure, and so does a stance there', () => {
    const toll = entity('the toll', 'group');
    const opposes = {
      target: toll,
      call: 'opposes',
      p: [0.8, 0.1, 0.1] as const,
      evidence: [],
      coreferent: [],
    } as const;
    const written = 'Ada Brek insists that the toll was wholly unprovoked and most unfair to all.';
    const given = ['north-1', 'south-1'].flatMap((outlet) =>
      Array.from({ length: 20 }, (_, i) => {
        const own = `${TREES[i % 4]!} ${TREES[(i * 7) % 4]!} ${outlet} ${i}`;
        const repeated = outlet === 'north-1' && i < 10;
        const text = repeated ? `${own}. ${written}` : `${own}. Ada Brek says ${own} is fair.`;
        const said = repeated
          ? { cue: 'insists', content: 'the toll was wholly unprovoked and most unfair to all' }
          : { cue: 'says', content: `${own} is fair` };
        return published(
          outlet,
          `${outlet}-${i}`,
          text,
          [{ source: 'Ada Brek', ...said, speaker: speaker('Ada Brek', 'NN') }],
          {
            readings: [{ reporting: repeated ? 'distancing' : 'neutral', stances: [opposes] }],
          },
        );
      }),
    );
    const found = contrast(given, northAndSouth(1));
    expect(found.templates[0]?.text).toContain('unprovoked');
    const distancing = find(found, 'reporting/NN/distancing');
    expect(distancing.treated).toMatchObject({ numerator: 0, denominator: 10 });
    expect(distancing.before).toEqual({ treated: 0.5, reference: 0 });
    expect(find(found, 'stance/the-toll/opposes').treated).toMatchObject({ numerator: 10, denominator: 10 });
    expect(find(found, 'sources/camp/NN').treated.articles).toBe(10);
  });

  test('stance is counted among calls, and what is without a call among all readings', () => {
    const toll = entity('the toll', 'group');
    const call = (side: 'opposes' | 'no call') => ({
      stances: [{ target: toll, call: side, p: [0.8, 0.1, 0.1] as const, evidence: [], coreferent: [] }],
    });
    const given = Array.from({ length: 8 }, (_, i) =>
      published(
        i % 2 === 0 ? 'north-1' : 'south-1',
        `a${i}`,
        'Ada Brek attacked the toll.',
        [{ source: 'Ada Brek', cue: 'attacked', content: 'the toll', speaker: speaker('Ada Brek', 'NN') }],
        { readings: [call(i < 4 ? 'opposes' : 'no call')] },
      ),
    );
    const found = contrast(given, northAndSouth(1));
    expect(find(found, 'stance/the-toll/opposes').treated).toMatchObject({ numerator: 2, denominator: 2 });
    expect(find(found, 'stance/the-toll/no call').treated).toMatchObject({ numerator: 2, denominator: 4 });
    expect(find(found, 'stance/ada-brek→the-toll/opposes').topic).toBe('Ada Brek on the toll');
  });
});

test('weighted terms count by their weight for each word; without weights only articles are counted', () => {
  const [money] = WAR.frames;
  const weighed = { ...WAR, frames: [{ ...money!, terms: [{ term: 'toll', weight: 0.5 }] }] };
  const given = [
    ...articles('north-1', 3, () => 'The toll rose, a toll.'),
    ...articles('south-1', 3, () => 'A visit.'),
  ];
  const found = compared(given, northAndSouth(1), weighed).contrasts!;
  expect(find(found, 'terms/money/weight').treated).toMatchObject({ numerator: 3, denominator: 15, value: 0.2 });
  expect(contrast(given, northAndSouth(1)).contrasts.map(({ id }) => id)).not.toContain('terms/money/weight');
});

test('the outlet is the holder of what its own voice says', () => {
  const stances = [
    { target: entity('the toll', 'group'), call: 'supports', p: [0.1, 0.1, 0.8], evidence: [], coreferent: [] },
  ] as const;
  const given = Array.from({ length: 6 }, (_, i) =>
    published(i % 2 === 0 ? 'north-1' : 'south-1', `a${i}`, 'The fair toll.', [], {
      read: { ownStances: i % 2 === 0 ? stances : [] },
    }),
  );
  expect(find(contrast(given, northAndSouth(1)), 'stance/own-voice→the-toll/supports')).toMatchObject({
    topic: 'own voice on the toll',
    treated: { numerator: 3, denominator: 3 },
    reference: { denominator: 0 },
    verdict: 'too little',
  });
});

describe('keyness and company', () => {
  const given = [
    ...articles('north-1', 40, (i) => `Kestrels nest here, note ${TREES[i % 4]}. The brave Marrow spoke.`),
    ...articles('south-1', 40, (i) => `Herons nest here, note ${TREES[i % 4]}. The stubborn Marrow spoke.`),
  ];

  const study = northAndSouth(1, {
    nodes: [{ name: 'Marrow', patterns: ['Marrow'] }],
    templates: { words: 30, articles: 5 },
  });

  test('a term marks a group by the documents that hold it, and the group is named', () => {
    const { keyness } = contrast(given, study);
    const named = Object.fromEntries(keyness.terms.map((term) => [term.term, term]));
    expect(named['kestrels']).toMatchObject({
      marks: 'north',
      treated: { articles: 40, outlets: 1, uses: 40 },
      reference: { articles: 0, dp: null },
    });
    expect(named['kestrels']?.lrc).toBeGreaterThan(2);
    expect(named['kestrels']?.lrc).toBeGreaterThanOrEqual(named['kestrels']!.lrcExact);
    expect(named['herons']?.marks).toBe('south');
    expect(named['herons']?.lrc).toBeLessThan(-2);
    expect(named['nest']).toMatchObject({ lrc: 0, logRatio: 0 });
    expect(named['kestrels']?.examples).toHaveLength(3);
    expect(keyness.tested).toBe(keyness.terms.length);
  });

  test('a phrase is two content words in a row; function words and short marks make none', () => {
    const terms = contrast(given, study).keyness.terms.map(({ term }) => term);
    expect(terms).toContain('brave marrow');
    expect(terms).not.toContain('the brave');
  });

  test('company stands within five words and the node’s own sentence', () => {
    const [marrow] = contrast(given, study).company;
    const terms = Object.fromEntries(
      marrow!.terms.map((term, i) => [term.term, { ...term, dice: marrow!.logDice[i] }]),
    );
    expect(terms['brave']).toMatchObject({ marks: 'north', dice: { treated: 14, reference: null } });
    expect(terms['stubborn']).toMatchObject({ marks: 'south', dice: { treated: null, reference: 14 } });
    expect(terms['note']).toBeUndefined();
  });

  test('a word that marks a group is followed over time, where a period has the study’s minimum of articles', () => {
    const dated = (outlet: string, n: number, date: string, text: string): readonly ScoredArticle[] =>
      Array.from({ length: n }, (_, i) =>
        published(outlet, `${outlet}-${date}-${text.length}-${i}`, text, [], { date }),
      );
    const corpus = [
      ...dated('north-1', 9, '2031-05-05', 'Marrow took a brave road.'),
      ...dated('north-1', 9, '2031-05-12', 'Marrow took a brave road.'),
      ...dated('north-1', 2, '2031-05-19', 'Marrow took a brave road.'),
      ...dated('south-1', 9, '2031-05-05', 'Marrow took the long road.'),
      ...dated('south-1', 8, '2031-05-12', 'Marrow took the long road.'),
      ...dated('south-1', 1, '2031-05-12', 'A brave road of Marrow.'),
    ];
    const nodes = [{ name: 'Marrow', patterns: ['Marrow'] }];
    const templates = { words: 8, articles: 500 };
    const { keyness, company } = contrast(corpus, northAndSouth(1, { nodes, templates }));
    for (const { courses } of [keyness, company[0]!]) {
      expect(courses.map(({ term, marks }) => `${marks} ${term}`)).toContain('north brave');
      expect(courses.map(({ term }) => term)).not.toContain('road');
      const { periods } = courses.find(({ term }) => term === 'brave')!;
      expect(periods.map(({ start, group, numerator, denominator }) => [start, group, numerator, denominator])).toEqual(
        [
          ['2031-05-05', 'north', 9, 9],
          ['2031-05-05', 'south', 0, 9],
          ['2031-05-12', 'north', 9, 9],
          ['2031-05-12', 'south', 1, 9],
        ],
      );
    }
  });

  test('one article a side has no interval, so nothing is tested, whatever the study asks for', () => {
    const study = { ...northAndSouth(1), minimum: { articles: 1, outlets: 1, calls: 1 } };
    const found = contrast([published('north-1', 'n', 'A raid.'), published('south-1', 's', 'A visit.')], study);
    expect(find(found, 'naming/quarrel/raid')).toMatchObject({ p: null, bca: null, verdict: 'too little' });
  });

  test('an index holds what enough documents hold, by name, whatever the numbers of its terms', () => {
    const documents = given.map((_, i) => ({ terms: Float64Array.of(i % 3), counts: Uint32Array.of(i), size: i }));
    const nameOf = (term: number): string => ['w1', 'w2', 'w0'][term]!;
    const index = termIndex({ documents, nameOf }, 10);
    expect(index.terms).toEqual(['w0', 'w1', 'w2']);
    expect([...index.documents.slice(0, 3)]).toEqual([2, 5, 8]);
    expect([...index.counts.slice(index.starts[1], index.starts[1]! + 3)]).toEqual([0, 3, 6]);
    expect(termIndex({ documents, nameOf }, 28).terms).toEqual([]);
  });
});

describe('multiverse', () => {
  test('a main contrast in every way to compute it, the study’s own first', () => {
    const given = [
      ...articles('north-1', 5, (i) => (i < 4 ? 'A raid.' : 'A visit.')),
      ...articles('south-1', 5, (i) => (i < 4 ? 'A visit. A RAID.' : 'Raiders came.')),
    ];
    const found = contrast(given, northAndSouth(1, { main: ['naming/quarrel/raid', 'sources/none'] }));
    expect(found.multiverse).toHaveLength(1);
    const [raid] = found.multiverse;
    expect(raid?.specifications).toHaveLength(4 * 2 * 2 * 3 * 3);
    expect(raid?.specifications[0]).toEqual({
      voice: 'own',
      repeats: 'left out',
      unit: 'uses',
      letterCase: 'as written',
      tokens: 'words',
      window: 'whole',
      difference: 0.8 - 0.5,
    });
    expect(raid?.sameSign).toBe(1);
    const parts = raid?.specifications.find(
      ({ tokens, unit, window, voice, letterCase }) =>
        tokens === 'parts of words' &&
        unit === 'uses' &&
        window === 'whole' &&
        voice === 'own' &&
        letterCase === 'ignored',
    );
    expect(parts?.difference).toBeCloseTo(0.8 - 5 / 9, 10);
  });

  test('what is not found by its words varies in repeats, unit and window alone', () => {
    const given = [...articles('north-1', 4, () => 'The toll.'), ...articles('south-1', 4, () => 'A visit.')];
    const [money] = contrast(given, northAndSouth(1, { main: ['terms/money'] })).multiverse;
    expect(money?.specifications).toHaveLength(2 * 3 * 3);
  });

  test('a followed word is counted by article, so uses are no unit of it', () => {
    const given = [...articles('north-1', 4, () => 'The toll.'), ...articles('south-1', 4, () => 'A visit.')];
    const words = [{ name: 'toll', patterns: ['toll*'] }];
    const [toll] = contrast(given, northAndSouth(1, { words, main: ['words/toll/own'] })).multiverse;
    expect(toll?.specifications).toHaveLength(4 * 2 * 2 * 2 * 3);
    expect(toll?.specifications[0]).toMatchObject({ unit: 'articles', difference: 1 });
  });
});
