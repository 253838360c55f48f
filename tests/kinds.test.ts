import { describe, expect, test } from 'vitest';
import { kindOf } from '../pipeline/attribute/kinds.ts';
import { readerOf } from '../pipeline/attribute/reader.ts';
import type { Cue, Span } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { runOf } from '../pipeline/text/runs.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

const { registry, lexicons } = readOwnSeeds();

/** source | cue | content, within the text; the cue’s lemma, and its class as the lexicon has it or else attitude. */
describe('kinds that the cue alone does not tell', () => {
  test.each([
    ['speech', 'The bank|responded to|questions', 'respond', 'indirect'],
    ['who does not respond says nothing', 'The bank|did not respond to|questions', 'respond', 'attitude'],
    ['the negation before the cue', 'The bank did not|respond to|questions', 'respond', 'attitude'],
    ['an adverb between', 'The bank did not immediately|respond to|questions', 'respond', 'attitude'],
    ['a verb that turns it', 'Olga Marsh|refrained from answering|questions', 'answer', 'attitude'],
    ['what no one says', 'No member|objected to|the debt', 'object', 'attitude'],
    ['not to deny is to say something', 'Olga Marsh|did not deny|the debt', 'deny', 'indirect'],
    ['a cue that opens the text', '|Asked|about the debt', 'ask', 'indirect'],
    ['what a document finds', 'The report|finds|the port unsafe', 'find', 'indirect'],
    ['what figures show', 'A survey of tenants|showed|that rents rose', 'show', 'indirect'],
    ['what someone finds', 'Olga Marsh|found|the port unsafe', 'find', 'attitude'],
    ['what no one finds', '|Found|the port unsafe', 'find', 'attitude'],
    ['whoever points to something tells it', 'Olga Marsh|pointed to|the debt', 'point', 'indirect'],
    ['what is pointed somewhere', 'Some lamps|are pointed at|the port', 'point', 'attitude'],
  ])('%s', (_trap, marked, lemma, expected) => {
    expect(kindIn(marked, lemma)).toBe(expected);
  });
});

function kindIn(marked: string, lemma: string): string {
  const parts = marked.split('|');
  const text = `${parts.filter((part) => part !== '').join(' ')}.`;
  const reader = readerOf(tokenise(article(text)), registry, lexicons);
  const [source, cue, content] = parts.map((part): Span => [text.indexOf(part), text.indexOf(part) + part.length]);
  const [first, end] = runOf(reader.article.tokens, source!);
  const place = parts[0] === '' ? null : { span: source!, first, end };
  const found = { source: place, cue: { span: cue!, entry: entryOf(lemma) }, content: [content!], told: [] };
  return kindOf(reader, { ...found, quotedBy: null, line: 0 }, []);
}

function entryOf(lemma: string): Cue {
  const entry = lexicons.cues.find((cue) => cue.lemma === lemma);
  return entry ?? { lemma, class: 'attitude', reporting: 'neutral', engagement: 'attribute', polarity: 0 };
}
