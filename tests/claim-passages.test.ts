import { describe, expect, test } from 'vitest';
import type { Codebooks, HarmEvent, Mention, ScoredArticle, Span, Stance } from '../pipeline/model.ts';
import { entity } from './support/attributed.ts';
import { compared } from './support/compared.ts';
import { northAndSouth, published, speaker } from './support/two-sides.ts';

const BOOKS: Codebooks = {
  naming: [
    {
      id: 'quarrel',
      title: 'The quarrel of the ferries',
      names: [
        { name: 'raid', patterns: ['raid', 'sea raid'] },
        { name: 'visit', patterns: ['visit'] },
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
      terms: [{ term: 'toll', weight: 2 }],
      note: 'Made up.',
      sourceNote: 'None.',
    },
  ],
};

const TEXT = 'The tolls rose after the sea raid. “A raid!” said Ilse Marrow. Uplanders shelled Saltby in winter.';
const marrow = speaker('Ilse Marrow', 'AA');
const upland = entity('Upland', 'country', 'BB');

function at(words: string): Span {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
}

const opposes: Stance = { target: upland, call: 'opposes', p: [0.9, 0.1, 0], evidence: [at('A raid')], coreferent: [] };
const shelled: HarmEvent = {
  span: at('shelled'),
  term: 'shell',
  form: 'active',
  agent: { span: at('Uplanders'), entity: upland },
  patient: { span: at('Saltby'), entity: null },
  reality: 'asserted',
};

/** Articles that hold everything once; each family is asked about them. */
function corpus(): readonly ScoredArticle[] {
  return ['north-1', 'south-1'].flatMap((outlet) =>
    Array.from({ length: 24 }, (_, i) =>
      published(
        outlet,
        `${outlet}-${i}`,
        TEXT,
        [
          {
            source: 'Ilse Marrow',
            cue: 'said',
            content: '“A raid!”',
            kind: 'direct',
            speaker: marrow,
            origin: 'north',
          },
        ],
        {
          readings: [{ stances: [opposes], reporting: 'distancing' }],
          read: {
            ownStances: [{ ...opposes, evidence: [at('shelled')] }],
            frames: [{ frame: 'conflict', p: 0.9, present: true, words: [at('rose')] }],
            roles: [
              {
                entity: upland,
                p: { hero: 0, villain: 1, victim: 0, none: 0 },
                role: 'villain',
                mentions: [at('Uplanders')],
              },
            ],
            harms: [shelled],
          },
        },
      ),
    ),
  );
}

/** Whatever these articles repeat is no template here. */
const NO_TEMPLATES = { words: 500, articles: 500 };

function passagesOf(id: string, voice: 'own' | 'all' = 'own'): readonly Mention[] {
  const words = [{ name: 'raid', patterns: ['raid'] }];
  const study = northAndSouth(1, { main: [id], words, voice, templates: NO_TEMPLATES });
  const { claims } = compared(corpus(), study, BOOKS).contrasts!;
  return claims.find(({ contrast }) => contrast === id)!.passages;
}

describe('passages of a claim', () => {
  test.each([
    ['a name, the longest that stands there', 'naming/quarrel/raid', 'sea raid'],
    ['a name in quotation marks, and not the one outside them', 'quoting/quarrel/raid', 'raid'],
    ['a word in own voice', 'words/raid/own', 'raid'],
    ['a word in any voice', 'words/raid/all', 'raid'],
    ['what a camp says', 'sources/camp/AA', '“A raid!”'],
    ['what a type of speaker says', 'sources/type/person', '“A raid!”'],
    ['the verb of whoever reports', 'reporting/AA/distancing', 'said'],
    ['the words that decided a stance', 'stance/upland/opposes', 'A raid'],
    ['the same of one speaker', 'stance/ilse-marrow→upland/opposes', 'A raid'],
    ['own voice’s stance, apart from the speaker’s', 'stance/own-voice→upland/opposes', 'shelled'],
    ['the words that weighed most for a frame', 'frames/conflict', 'rose'],
    ['a scholar’s term, by its lemma', 'terms/money', 'tolls'],
    ['the same by weight', 'terms/money/weight', 'tolls'],
    ['where an actor is named', 'roles/upland/villain', 'Uplanders'],
    ['how an act of harm is put', 'agency/form/active', 'shelled'],
    ['an act with its agent', 'agency/agent/named', 'shelled'],
    ['an act of one actor', 'agency/upland/agent', 'shelled'],
  ])('%s', (_trap, id, words) => {
    const passages = passagesOf(id);
    expect(passages).toHaveLength(3);
    expect(new Set(passages.map(({ article }) => article)).size).toBe(3);
    expect([...new Set(passages.map(({ span }) => TEXT.slice(...span)))]).toEqual([words]);
  });

  test('a name in a quotation alone is none in own voice', () => {
    expect(passagesOf('naming/quarrel/raid').map(({ voice, span }) => [voice, span[0]])).toEqual(
      Array.from({ length: 3 }, () => ['own', TEXT.indexOf('sea raid')]),
    );
  });

  test('they are the same whatever the order of the articles', () => {
    const study = northAndSouth(1, { main: ['terms/money'], templates: NO_TEMPLATES });
    const [one, two] = [corpus(), corpus().toReversed()].map(
      (given) => compared(given, study, BOOKS).contrasts!.claims,
    );
    expect(two).toEqual(one);
  });
});
