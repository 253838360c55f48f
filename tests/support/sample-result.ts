import type {
  Comparison,
  Count,
  Entity,
  GroupSummary,
  Mention,
  Outlet,
  Passage,
  Reading,
  ReportedArticle,
  Result,
  Span,
  Statement,
  Study,
  Voice,
} from '../../pipeline/model.ts';
import { article } from './article.ts';
import { PLAIN_PLAN, PLAIN_READING } from './plain.ts';

/**
 * A small but complete result: two articles, two groups, an unknown publisher, a statement within another, a relay, a
 * denial, a call and a missing call, an issue and an article set aside. People, places and outlets are invented.
 */
export function sampleResult(changes: Partial<Result> = {}): Result {
  return {
    study: sampleStudy,
    articles: [ferries, night],
    comparison,
    issues: [
      {
        code: 'outlet-unknown',
        article: 'quiet-night',
        file: 'articles/quiet-night.txt',
        line: 1,
        span: [0, 4],
        message: 'The registry does not know the outlet “Night Letter”; add it to the registry.',
      },
    ],
    quarantined: [
      {
        code: 'article-empty',
        article: null,
        file: 'articles/blank.txt',
        line: null,
        span: null,
        message: 'The file articles/blank.txt holds no text.',
      },
    ],
    provenance: {
      parallax: '0.1.0',
      run: '0123456789ab',
      date: '2031-05-03',
      inputs: [
        { file: 'study.yaml', sha256: 'a'.repeat(64) },
        { file: 'articles/ferries.txt', sha256: 'b'.repeat(64) },
      ],
      packages: { sentiment: '5.0.2', 'wink-nlp': '2.4.0' },
      seed: 7,
    },
    ...changes,
  };
}

/** The sample with `text` as the whole text of its second article, in one statement without a source. */
export function resultWithText(text: string): Result {
  const whole: Span = [0, text.length];
  const only = statement('quiet-night', 1, text, { content: text, kind: 'direct' });
  const hostile: ReportedArticle = {
    ...night,
    title: text,
    outletName: text,
    text,
    words: wordsIn(text),
    sentences: [whole],
    paragraphs: [whole],
    statements: [only],
    readings: [reading(only.id)],
  };
  const passages: readonly Passage[] = [
    { article: 'quiet-night', span: whole, voice: 'quoted', group: null, statement: only.id },
  ];
  return sampleResult({
    articles: [ferries, hostile],
    comparison: { ...comparison, passages: [...comparison.passages.slice(0, 6), ...passages] },
  });
}

export const marrow: Entity = { id: 'ilse-marrow', name: 'Ilse Marrow', type: 'person', country: 'AA' };
const office: Entity = { id: 'harbour-office', name: 'the Harbour Office', type: 'institution', country: 'AA' };
const wire: Entity = { id: 'upland-wire', name: 'Upland Wire', type: 'outlet', country: 'BB' };
const reader: Entity = { id: 'a-reader', name: 'a reader', type: 'unknown', country: null };
const upland: Entity = { id: 'upland', name: 'Upland', type: 'country', country: 'BB' };

const post: Outlet = {
  id: 'harbour-post',
  name: 'The Harbour Post',
  type: 'outlet',
  country: 'AA',
  aliases: [],
  domains: ['harbour-post.example'],
  group: 'coast',
  medium: 'newspaper',
  note: 'Invented for tests.',
  sourceNote: 'None.',
};

export const sampleStudy: Study = {
  id: 'ferries',
  title: 'Ferries & families: two coasts',
  question: 'Who speaks about the blockade?',
  authors: ['Ada Lindqvist', 'Bo Okafor'],
  date: null,
  language: 'en',
  groups: [
    { id: 'coast', label: 'Coast', members: ['harbour-post', 'harbour-office'], countries: ['AA'] },
    { id: 'upland', label: 'Upland', members: ['upland-wire'], countries: ['BB'] },
  ],
  targets: [],
  attributionThreshold: 0.4,
  stanceThreshold: 0.7,
  minimum: { articles: 20, outlets: 3, calls: 6 },
  comparison: PLAIN_PLAN,
  seed: 7,
};

const FERRIES =
  'The harbour office said on Monday that ferries would stop at noon. According to Upland Wire, the minister ' +
  'Ilse Marrow had warned that “the blockade harms every family”.\n\n“We will not yield to the regime in Upland,” ' +
  'Marrow told reporters. She denies that talks were held. Nobody explained the conflict. 🚢 It sailed.';
const NIGHT = 'Some said the crisis was over. “Nothing is over,” wrote a reader.';

const ferryStatements: readonly Statement[] = [
  statement('ferries', 1, FERRIES, {
    source: 'The harbour office',
    cue: 'said',
    content: 'ferries would stop at noon',
    speaker: office,
    origin: 'coast',
  }),
  statement('ferries', 2, FERRIES, {
    source: 'Upland Wire',
    cue: 'According to',
    content: 'the minister Ilse Marrow had warned that “the blockade harms every family”',
    speaker: wire,
    origin: 'upland',
  }),
  statement('ferries', 3, FERRIES, {
    source: 'the minister Ilse Marrow',
    cue: 'had warned',
    content: '“the blockade harms every family”',
    speaker: marrow,
    relay: [wire],
    within: 'ferries#2',
    origin: 'upland',
    kind: 'direct',
  }),
  statement('ferries', 4, FERRIES, {
    source: 'Marrow',
    cue: 'told',
    content: '“We will not yield to the regime in Upland,”',
    speaker: marrow,
    origin: 'coast',
    kind: 'direct',
    after: FERRIES.indexOf('Upland,” '),
  }),
  statement('ferries', 5, FERRIES, {
    source: 'She',
    cue: 'denies',
    content: 'talks were held',
    speaker: marrow,
    origin: 'coast',
  }),
];

const nightStatements: readonly Statement[] = [
  statement('quiet-night', 1, NIGHT, { source: 'Some', cue: 'said', content: 'the crisis was over' }),
  statement('quiet-night', 2, NIGHT, {
    source: 'a reader',
    cue: 'wrote',
    content: '“Nothing is over,”',
    speaker: reader,
    kind: 'direct',
  }),
];

const ferries: ReportedArticle = {
  ...scored('ferries', FERRIES, ferryStatements),
  title: 'Ferries stop',
  publisher: post,
  outletName: 'The Harbour Post',
  date: '2031-05-03',
  url: 'https://harbour-post.example/ferries?a=1&b=2',
  readings: [
    reading('ferries#1'),
    reading('ferries#2'),
    reading('ferries#3', {
      valence: { mean: -0.4, words: 1 },
      stances: [
        {
          target: upland,
          call: 'no call',
          p: [0.33333, 0.33334, 0.33333],
          evidence: [find(FERRIES, 'blockade')],
          coreferent: [],
        },
      ],
    }),
    reading('ferries#4', {
      valence: { mean: 0.125, words: 1 },
      stances: [
        {
          target: upland,
          call: 'opposes',
          p: [0.81, 0.12, 0.07],
          evidence: [find(FERRIES, 'regime in Upland')],
          coreferent: [],
        },
      ],
      modality: ['volitional'],
      denied: [find(FERRIES, 'We will'), find(FERRIES, 'yield to the regime in Upland')],
      engagementMarkers: [{ engagement: 'deny', span: find(FERRIES, 'not') }],
      speechAct: 'threaten',
      graduation: { up: [find(FERRIES, 'every')], down: [] },
      alignment: { side: 'disagrees', with: office },
    }),
    reading('ferries#5', { valence: { mean: null, words: 0 }, denial: true, engagement: 'deny' }),
  ],
};

const night: ReportedArticle = {
  ...scored('quiet-night', NIGHT, nightStatements),
  outletName: 'Night Letter',
  readings: [reading('quiet-night#1', { reporting: 'distancing' }), reading('quiet-night#2')],
};

const VOICES: readonly Voice[] = ['own', 'quoted', 'attributed'];
const GROUPS = ['coast', 'upland', null] as const;

const regime: Mention = {
  article: 'ferries',
  span: find(FERRIES, 'regime'),
  voice: 'quoted',
  group: 'coast',
  statement: 'ferries#4',
};
const conflict: Mention = {
  article: 'ferries',
  span: find(FERRIES, 'conflict'),
  voice: 'own',
  group: 'coast',
  statement: null,
};

const comparison: Comparison = {
  contrasts: null,
  passages: [
    passage(FERRIES, 'ferries', 'The harbour office said on Monday that', 'own', 'coast', null),
    passage(FERRIES, 'ferries', 'ferries would stop at noon', 'attributed', 'coast', 'ferries#1'),
    passage(FERRIES, 'ferries', 'the minister Ilse Marrow had warned that', 'attributed', 'upland', 'ferries#2'),
    passage(FERRIES, 'ferries', '“the blockade harms every family”', 'quoted', 'upland', 'ferries#3'),
    passage(FERRIES, 'ferries', '“We will not yield to the regime in Upland,”', 'quoted', 'coast', 'ferries#4'),
    passage(FERRIES, 'ferries', 'Nobody explained the conflict. 🚢 It sailed.', 'own', 'coast', null),
    passage(NIGHT, 'quiet-night', 'the crisis was over', 'attributed', null, 'quiet-night#1'),
    passage(NIGHT, 'quiet-night', '“Nothing is over,”', 'quoted', null, 'quiet-night#2'),
    passage(NIGHT, 'quiet-night', 'wrote a reader.', 'own', null, null),
  ],
  groups: [
    group('coast', 'Coast', [post, office], 3, { own: 23, quoted: 9, attributed: 8 }),
    group('upland', 'Upland', [wire], 2, { own: 0, quoted: 5, attributed: 7 }),
    group(null, 'No known group', [], 2, { own: 5, quoted: 3, attributed: 4 }),
  ],
  sources: [
    {
      group: 'coast',
      speaker: marrow,
      statements: ['ferries#4', 'ferries#5'],
      quotedWords: 9,
      attributedWords: 3,
      share: 12 / 17,
    },
    { group: 'coast', speaker: office, statements: ['ferries#1'], quotedWords: 0, attributedWords: 5, share: 5 / 17 },
    { group: 'upland', speaker: wire, statements: ['ferries#2'], quotedWords: 0, attributedWords: 7, share: 7 / 12 },
    { group: 'upland', speaker: marrow, statements: ['ferries#3'], quotedWords: 5, attributedWords: 0, share: 5 / 12 },
    { group: null, speaker: null, statements: ['quiet-night#1'], quotedWords: 0, attributedWords: 4, share: 4 / 7 },
    { group: null, speaker: reader, statements: ['quiet-night#2'], quotedWords: 3, attributedWords: 0, share: 3 / 7 },
  ],
  chain: [
    { from: post, to: office, group: 'coast', statements: ['ferries#1'] },
    { from: post, to: wire, group: 'coast', statements: ['ferries#2', 'ferries#3'] },
    { from: wire, to: marrow, group: 'upland', statements: ['ferries#3'] },
    { from: post, to: marrow, group: 'coast', statements: ['ferries#4', 'ferries#5'] },
    { from: null, to: null, group: null, statements: ['quiet-night#1'] },
    { from: null, to: reader, group: null, statements: ['quiet-night#2'] },
  ],
  naming: [
    {
      set: set('state', 'What the government is called', ['regime', 'government']),
      rows: [
        { name: 'regime', counts: counts([regime]) },
        { name: 'government', counts: counts([]) },
      ],
    },
    {
      set: set('dispute', 'What the dispute is called', ['conflict', 'crisis']),
      rows: [
        { name: 'conflict', counts: counts([conflict]) },
        {
          name: 'crisis',
          counts: counts([
            {
              article: 'quiet-night',
              span: find(NIGHT, 'crisis'),
              voice: 'attributed',
              group: null,
              statement: 'quiet-night#1',
            },
          ]),
        },
      ],
    },
    {
      set: set('blockade', 'What the closing of the port is called', ['quarantine']),
      rows: [{ name: 'quarantine', counts: counts([]) }],
    },
  ],
  frames: [
    {
      frame: {
        id: 'harm',
        title: 'Harm',
        question: 'Who is hurt?',
        match: 'lemma',
        terms: [{ term: 'harm*', weight: 1 }],
        note: '',
        sourceNote: '',
      },
      counts: counts([
        { article: 'ferries', span: find(FERRIES, 'harms'), voice: 'quoted', group: 'upland', statement: 'ferries#3' },
      ]),
    },
  ],
  stances: [
    {
      speaker: marrow,
      target: upland,
      calls: { opposes: 1, neither: 0, supports: 0, 'no call': 1 },
      articles: 1,
      shares: null,
      statements: ['ferries#3', 'ferries#4'],
    },
  ],
  claims: {
    differences: false,
    reasons: [
      { kind: 'one article' },
      {
        kind: 'group lacks',
        group: 'Coast',
        has: { articles: 1, outlets: 2 },
        asked: { articles: 20, outlets: 2 },
      },
    ],
  },
};

interface Told {
  readonly content: string;
  readonly source?: string;
  readonly cue?: string;
  readonly speaker?: Entity;
  readonly relay?: readonly Entity[];
  readonly within?: string;
  readonly origin?: string;
  readonly kind?: Statement['kind'];
  /** Where to begin to look for the source. */
  readonly after?: number;
}

function statement(articleId: string, n: number, text: string, told: Told): Statement {
  return {
    id: `${articleId}#${n}`,
    kind: told.kind ?? 'indirect',
    source: told.source === undefined ? [] : [find(text, told.source, told.after)],
    cue: told.cue === undefined ? [] : [find(text, told.cue)],
    content: [find(text, told.content)],
    cueLemma: told.cue ?? null,
    speaker: told.speaker ?? null,
    relay: told.relay ?? [],
    within: told.within ?? null,
    origin: told.origin ?? null,
    confidence: 0.9,
    withheld: false,
  };
}

function reading(id: string, changes: Partial<Reading> = {}): Reading {
  return {
    statement: id,
    ...PLAIN_READING,
    ...changes,
  };
}

function scored(id: string, text: string, statements: readonly Statement[]): ReportedArticle {
  const sentences = [...text.matchAll(/\S.*?[.”,]+(?=\s+[A-Z“🚢]|$)/gsu)].map((match): Span => [
    match.index,
    match.index + match[0].length,
  ]);
  return {
    ...article(text, { id, file: `articles/${id}.txt` }),
    words: wordsIn(text),
    sentences,
    paragraphs: [[0, text.length]],
    quotations: [],
    issues: [],
    statements,
    coreferences: [],
    readings: [],
    frames: [],
    roles: [],
    harms: [],
    ownStances: [],
  };
}

function wordsIn(text: string): number {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].length;
}

function find(text: string, part: string, after = 0): Span {
  const start = text.indexOf(part, after);
  if (start < 0) throw new Error(`The sample text does not hold “${part}”.`);
  return [start, start + part.length];
}

function passage(
  text: string,
  id: string,
  part: string,
  voice: Voice,
  groupId: string | null,
  statementId: string | null,
): Passage {
  return { article: id, span: find(text, part), voice, group: groupId, statement: statementId };
}

function group(
  id: string | null,
  label: string,
  outlets: readonly Entity[],
  statements: number,
  words: GroupSummary['words'],
): GroupSummary {
  return { group: id, label, articles: 1, outlets, statements, words };
}

function counts(mentions: readonly Mention[]): readonly Count[] {
  return GROUPS.flatMap((id) =>
    VOICES.map((voice) => {
      const own = mentions.filter((mention) => mention.group === id && mention.voice === voice);
      return { group: id, voice, uses: own.length, articles: Math.min(1, own.length), mentions: own };
    }),
  );
}

function set(id: string, title: string, names: readonly string[]): Comparison['naming'][number]['set'] {
  return {
    id,
    title,
    names: names.map((name) => ({ name, patterns: [name] })),
    note: 'Invented for tests.',
    sourceNote: '',
  };
}
