import type {
  Claim,
  Company,
  Contrast,
  Contrasts,
  Entity,
  Family,
  Interval,
  Keyness,
  KeyTerm,
  Multiverse,
  OutletShare,
  PeriodShare,
  Result,
  Share,
  Specification,
  TermCourse,
  Verdict,
} from '../../pipeline/model.ts';
import { marrow, sampleResult, sampleStudy } from './sample-result.ts';

/** The sample with contrasts between its two groups: one outlet against eight. Outlets, words and numbers are invented. */
export function contrastedResult(changes: Partial<Contrasts> = {}): Result {
  const { comparison } = sampleResult();
  return sampleResult({
    study: {
      ...sampleStudy,
      comparison: { ...sampleStudy.comparison, groups: ['coast', 'upland'], main: MAIN, events },
    },
    comparison: { ...comparison, contrasts: { ...sampleContrasts, ...changes } },
  });
}

/** What is there where groups have no articles: nothing, but not `null`. */
export function emptyContrasts(): Contrasts {
  const nothing: Keyness = {
    leastArticles: 10,
    documents: { treated: 0, reference: 0 },
    outlets: { treated: 0, reference: 0 },
    tested: 0,
    terms: [],
    courses: [],
  };
  return {
    ...sampleContrasts,
    articles: { treated: 0, reference: 0, elsewhere: 2, outsideWindow: 0, copies: 0 },
    templates: [],
    templated: [
      { group: 'coast', share: null },
      { group: 'upland', share: null },
    ],
    copies: [],
    contrasts: [],
    keyness: nothing,
    company: [],
    sources: { concentration: [], divergence: null, interval: null },
    roles: [],
    multiverse: [],
    claims: [],
  };
}

const MAIN = ['naming/dispute', 'words/unprovoked'];

const events = [
  { date: '2031-03-05', label: 'The blockade begins' },
  { date: '2031-04-14', label: 'Talks at Port Ilex' },
];

const post: Entity = { id: 'harbour-post', name: 'The Harbour Post', type: 'outlet', country: 'AA' };
const UPLAND: readonly Entity[] = [
  'Upland Wire',
  'Hill Gazette',
  'The Ridge',
  'Valley Times',
  'Summit Daily',
  'Moor Courier',
  'Fell Radio',
  'Peak Online',
].map((name) => ({ id: name.toLowerCase().replaceAll(' ', '-'), name, type: 'outlet', country: 'BB' }));

const ARTICLES = { treated: 412, reference: 640 } as const;
const WEEKS = ['2031-03-03', '2031-03-10', '2031-03-17', '2031-03-24', '2031-03-31', '2031-04-07', '2031-04-14'];

const NO_SHARE: Share = { numerator: 0, denominator: 0, value: null, interval: null, articles: 0 };

const sampleKeyness: Keyness = {
  leastArticles: 10,
  documents: { treated: ARTICLES.treated, reference: ARTICLES.reference },
  outlets: { treated: 1, reference: 8 },
  tested: 4182,
  terms: keyTerms(),
  courses: [course('regime', 'coast', [0.3, 0.4, 0.35]), course('invasion', 'upland', [0.1, 0.2, 0.15])],
};

/** A word in three weeks: so common on the side that it marks, half as common on the other. */
function course(term: string, marks: string, shares: readonly number[]): TermCourse {
  const periods = shares.flatMap((share, week) =>
    ['coast', 'upland'].map((group): PeriodShare => {
      const value = group === marks ? share : share / 2;
      const start = `2031-04-${String(1 + 7 * week).padStart(2, '0')}`;
      return {
        start,
        group,
        numerator: 40 * value,
        denominator: 40,
        value,
        interval: [value / 2, 2 * value],
        articles: 40,
      };
    }),
  );
  return { term, marks, periods };
}

export const sampleContrasts: Contrasts = {
  groups: [sampleStudy.groups[0]!, sampleStudy.groups[1]!],
  voice: 'own',
  articles: { ...ARTICLES, elsewhere: 12, outsideWindow: 40, copies: 1 },
  templates: [
    template('ferries would stop at noon', 206, ['harbour-post']),
    template(
      'the minister Ilse Marrow had warned that',
      31,
      UPLAND.map(({ id }) => id),
    ),
  ],
  templated: [
    { group: 'coast', share: 0.035 },
    { group: 'upland', share: 0.002 },
  ],
  copies: [{ article: 'quiet-night', of: 'ferries', share: 0.71 }],
  contrasts: [
    contrast('naming', 'dispute', 'operation', 0.85, 0.11, 'these outlets differ'),
    contrast('naming', 'dispute', 'invasion', 0.15, 0.89, 'these outlets differ'),
    contrast('naming', 'state', 'regime', 0.31, 0.29, 'not told apart'),
    contrast('naming', 'state', 'government', 0.69, 0.71, 'not told apart'),
    contrast('quoting', 'dispute', 'invasion', 0.53, 0.06, 'these outlets differ'),
    contrast('words', 'words', 'unprovoked', 0.013, 0.018, 'not told apart', { treated: 0.165, reference: 0.018 }),
    contrast('sources', 'camp', 'Coast', 0.62, 0.24, 'these outlets differ'),
    contrast('reporting', 'Upland', 'distancing', 0.21, 0.04, 'these outlets differ'),
    contrast('stance', 'Upland', 'opposes', 0.12, 0.1, 'not told apart'),
    contrast('frames', 'Conflict', 'Conflict', 0.41, 0.37, 'not told apart'),
    contrast('agency', 'Coast', 'passive without agent', 0.28, 0.11, 'these outlets differ'),
    contrast('roles', marrow.name, 'victim', 0.2, 0.05, 'too little'),
    bare('terms', 'Harm', 'Harm'),
  ],
  keyness: sampleKeyness,
  company: [companyOf('Marrow', sampleKeyness.terms.slice(0, 24)), companyOf('ferry', sampleKeyness.terms.slice(-3))],
  sources: {
    concentration: [
      { group: 'coast', value: 0.21, interval: [0.17, 0.26] },
      { group: 'upland', value: 0.08, interval: [0.07, 0.1] },
    ],
    divergence: 0.14,
    interval: [0.1, 0.19],
  },
  roles: [
    { entity: marrow, divergence: 0.21, interval: [0.12, 0.33] },
    { entity: post, divergence: null, interval: null },
  ],
  multiverse: [multiverseOf('naming/dispute/operation', 0.74), multiverseOf('words/words/unprovoked', -0.005)],
  claims: [
    claim('naming/dispute/operation', 'large'),
    claim('quoting/dispute/invasion', 'medium'),
    claim('sources/camp/Coast', 'small'),
    { ...claim('words/words/unprovoked', 'very small'), verdict: 'not told apart', passages: [] },
  ],
  outletsResampled: [
    { group: 'coast', resampled: false },
    { group: 'upland', resampled: false },
  ],
  replicates: 2000,
  plan: 'c'.repeat(64),
};

function template(text: string, articles: number, outlets: readonly string[]): Contrasts['templates'][number] {
  const start = sampleResult().articles[0]!.text.indexOf(text);
  return { text, articles, outlets, at: { article: 'ferries', span: [start, start + text.length] } };
}

function claim(contrast: string, size: Claim['size']): Claim {
  const passage = { article: 'ferries', span: [0, 9], voice: 'own', group: 'coast', statement: null } as const;
  const sides = [
    { label: 'Coast', outlets: [post.name] },
    { label: 'Upland', outlets: UPLAND.map(({ name }) => name) },
  ] as const;
  return { contrast, verdict: 'these outlets differ', size, sides, passages: [passage] };
}

/** A number in 0 … 1 that depends on `text` alone. */
function drawn(text: string): number {
  let state = 2_166_136_261;
  for (const character of text) state = Math.imul(state ^ character.codePointAt(0)!, 16_777_619) >>> 0;
  return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function share(value: number, denominator: number, half: number): Share {
  return {
    numerator: Math.round(value * denominator),
    denominator,
    value,
    interval: [within(value - half), within(value + half)],
    articles: denominator,
  };
}

function contrast(
  family: Family,
  topic: string,
  label: string,
  treated: number,
  reference: number,
  verdict: Verdict,
  before: Contrast['before'] = { treated, reference },
): Contrast {
  const id = `${family}/${topic}/${label}`;
  const difference = treated - reference;
  const around = (half: number): Interval => [difference - half, difference + half];
  const odds = (value: number): number => Math.log(value / (1 - value));
  const placebos = UPLAND.map((outlet) => ({ outlet, value: (drawn(`${id} placebo ${outlet.id}`) - 0.5) * 0.24 }));
  const rank = 1 + placebos.filter(({ value }) => Math.abs(value) > Math.abs(difference)).length;
  const small = verdict === 'not told apart';
  return {
    id,
    family,
    topic,
    label,
    pair: null,
    unit: family === 'naming' || family === 'quoting' ? 'uses of the names' : 'articles',
    treated: share(treated, ARTICLES.treated, 0.04),
    reference: share(reference, ARTICLES.reference, 0.03),
    outlets: outletShares(id, treated, reference),
    difference,
    percentile: around(0.05),
    bca: around(0.052),
    logOdds: odds(treated) - odds(reference),
    logOddsInterval: [odds(treated) - odds(reference) - 0.4, odds(treated) - odds(reference) + 0.4],
    p: small ? 0.41 : 0.0004,
    q: small ? 0.52 : 0.0008,
    permutation: { p: small ? 0.667 : 1 / 9, q: small ? 0.71 : 0.14, floor: 1 / 9, exact: true, draws: 9 },
    placebo: {
      truth: difference,
      placebos: [...placebos].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)),
      rank,
      of: 9,
    },
    before,
    periods: WEEKS.flatMap((start, i) => [
      { ...share(within(treated + (drawn(`${id} ${start}`) - 0.5) * 0.1), 60, 0.08), start, group: 'coast' },
      i === 3
        ? { ...NO_SHARE, start, group: 'upland' }
        : { ...share(within(reference + (drawn(`${start} ${id}`) - 0.5) * 0.1), 90, 0.07), start, group: 'upland' },
    ]),
    verdict,
    articles: ['ferries', 'quiet-night'],
  };
}

function outletShares(id: string, treated: number, reference: number): readonly OutletShare[] {
  const others = UPLAND.map((outlet): OutletShare => ({
    ...share(within(reference + (drawn(`${id} ${outlet.id}`) - 0.5) * 0.2), 80, 0.07),
    outlet,
    group: 'upland',
  }));
  return [{ ...share(treated, ARTICLES.treated, 0.04), outlet: post, group: 'coast' }, ...others];
}

/** A contrast of which nothing can be computed. */
function bare(family: Family, topic: string, label: string): Contrast {
  return {
    ...contrast(family, topic, label, 0.5, 0.5, 'too little'),
    treated: NO_SHARE,
    reference: NO_SHARE,
    outlets: [],
    difference: null,
    percentile: null,
    bca: null,
    logOdds: null,
    logOddsInterval: null,
    p: null,
    q: null,
    permutation: null,
    placebo: null,
    before: { treated: null, reference: null },
    periods: [],
    articles: [],
  };
}

function keyTerms(): readonly KeyTerm[] {
  const stems = ['pier', 'barge', 'levy', 'quota', 'tug', 'mole', 'berth', 'buoy', 'crane', 'dredge', 'sluice', 'quay'];
  const words = stems.flatMap((stem) => [stem, `${stem}s`, `${stem}-side`, `${stem}man`, `re${stem}`, `${stem}ing`]);
  const terms = words.map((term, i) => keyTerm(term, i, words.length));
  return terms.sort((a, b) => Math.abs(b.lrc) - Math.abs(a.lrc) || Math.abs(b.t) - Math.abs(a.t));
}

function keyTerm(term: string, i: number, of: number): KeyTerm {
  const treated = drawn(`${term} side`) < 0.5;
  const size = i > of - 6 ? 0 : 0.3 + 5 * drawn(`${term} size`) ** 2;
  const sign = treated ? 1 : -1;
  const uses = (often: boolean, outlets: number): KeyTerm['treated'] => {
    const articles = often ? 20 + Math.round(180 * drawn(`${term} uses`)) : Math.round(6 * drawn(`${term} few`));
    return {
      articles,
      outlets: articles === 0 ? 0 : outlets,
      uses: articles * 2,
      dp: articles === 0 ? null : within(0.95 - articles / 250 - 0.2 * drawn(`${term} dp`)),
    };
  };
  return {
    term,
    treated: uses(treated, 1),
    reference: uses(!treated, treated ? 2 : 8),
    marks: treated ? 'coast' : 'upland',
    logRatio: sign * (size + 0.9),
    lrc: sign * size,
    lrcExact: sign * Math.max(0, size - 0.2),
    t: sign * (2 + 2 * size),
    p: size === 0 ? 0.2 : 0.0002,
    q: size === 0 ? 0.4 : 0.001,
    g2: 20 + 60 * size,
    logOddsZ: sign * (3 + size),
    examples: ['ferries'],
  };
}

function companyOf(node: string, terms: readonly KeyTerm[]): Company {
  return {
    ...sampleKeyness,
    node,
    tested: 310,
    documents: { treated: 297, reference: 360 },
    terms,
    logDice: terms.map(({ marks }) => ({ treated: marks === 'coast' ? 9.4 : null, reference: 7.25 })),
  };
}

function multiverseOf(id: string, main: number): Multiverse {
  const specifications = (['own', 'all', 'quoted'] as const).flatMap((voice) =>
    (['left out', 'kept'] as const).flatMap((repeats) =>
      (['uses', 'articles', 'outlets'] as const).flatMap((unit) =>
        (['ignored', 'as written'] as const).flatMap((letterCase) =>
          (['whole', 'first half', 'second half'] as const).map((window): Specification => {
            const key = [id, voice, repeats, unit, letterCase, window].join(' ');
            const shift = voice === 'quoted' ? 0.3 : 0;
            const difference = main - shift * Math.sign(main) + (drawn(key) - 0.5) * 0.2;
            return { voice, repeats, unit, letterCase, tokens: 'words', window, difference };
          }),
        ),
      ),
    ),
  );
  const [first, ...rest] = specifications;
  const all = [{ ...first!, difference: main }, ...rest.slice(0, -1), { ...rest.at(-1)!, difference: null }];
  const computed = all.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const same = computed.filter((difference) => Math.sign(difference) === Math.sign(main)).length;
  return { contrast: id, specifications: all, sameSign: same / computed.length };
}
