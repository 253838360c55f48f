import { describe, expect, test } from 'vitest';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { Span } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { targetByRules } from '../pipeline/score/target-rules.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { attributed, entity, type Said } from './support/attributed.ts';

const { registry, lexicons } = readOwnSeeds();

describe('how a sentence speaks of a target, by rules', () => {
  test.each<[string, string, string, readonly Said[], string]>([
    ['nothing is said of it', 'Olga Marsh met Ivo Brandt.', 'Olga Marsh', [], 'neither'],
    ['the outlet’s own predicate', 'Olga Marsh is a liar.', 'Olga Marsh', [], 'against'],
    ['a person that no registry knows, by a part of the name', 'Marsh is a hero.', 'Marsh', [], 'for'],
    ['a pronoun', 'She is a hero.', 'She', [], 'for'],
    ['another’s predicate', 'Olga Marsh is a liar, and Ivo Brandt left.', 'Ivo Brandt', [], 'neither'],
    ['a naming outside quotation marks counts in full', 'We saw Marsh’s hypocrisy.', 'Marsh', [], 'against'],
    ['a supposition of the outlet', 'If Olga Marsh is a liar, it rains.', 'Olga Marsh', [], 'neither'],
    ['a name of the registry that the target lies in', 'Vladimir Putin is a liar.', 'Putin', [], 'against'],
    ['beside names of the registry', 'Belarus left, and Olga Marsh is a liar.', 'Olga Marsh', [], 'against'],
    ['before names of the registry', 'Olga Marsh left, and Belarus is a liar.', 'Olga Marsh', [], 'neither'],
    ['within a word', 'The postMarshall is a liar.', 'Marsh', [], 'against'],
    [
      'what a speaker asserts',
      'Ivo Brandt said Olga Marsh is a liar.',
      'Olga Marsh',
      [{ cue: 'said', cueLemma: 'say', content: 'Olga Marsh is a liar' }],
      'against',
    ],
    [
      'what a speaker denies is nobody’s claim',
      'Ivo Brandt denied Olga Marsh is a liar.',
      'Olga Marsh',
      [{ cue: 'denied', cueLemma: 'deny', content: 'Olga Marsh is a liar' }],
      'neither',
    ],
    [
      'a cue that evaluates',
      'Ivo Brandt praised Olga Marsh.',
      'Olga Marsh',
      [{ cue: 'praised', cueLemma: 'praise', content: 'Olga Marsh', speaker: entity('Ivo Brandt') }],
      'for',
    ],
    [
      'how the outlet calls a speaker',
      'Olga Marsh, a liar, said it rained.',
      'Olga Marsh',
      [{ source: 'Olga Marsh, a liar', cue: 'said', cueLemma: 'say', content: 'it rained' }],
      'against',
    ],
  ])('%s', (_trap, text, target, said, expected) => {
    const p = targetByRules(attributed(text, said), spanOf(text, target), registry, lexicons);
    expect(p.reduce((sum, part) => sum + part)).toBeCloseTo(1, 10);
    expect(['against', 'neither', 'for'][p.indexOf(Math.max(...p))]).toBe(expected);
  });

  test('a span that touches no word names nobody', () => {
    const text = 'She is a liar.   ';
    const silent = targetByRules(attributed('It rained.', []), [0, 2], registry, lexicons);
    expect(targetByRules(attributed(text, []), [15, 17], registry, lexicons)).toEqual(silent);
  });

  test('two hundred targets in one sentence', () => {
    const text = `${'Marsh, '.repeat(200)}and Brandt is a liar.`;
    const read = attribute(tokenise(article(text)), registry, lexicons, [], null);
    const spans = [...text.matchAll(/Marsh|Brandt/gu)].map(({ 0: name, index }): Span => [index, index + name.length]);
    const against = spans.filter((span) => targetByRules(read, span, registry, lexicons)[0] > 0.5);
    expect(against.length).toBeLessThanOrEqual(1);
  });
});

function spanOf(text: string, words: string): Span {
  return [text.indexOf(words), text.indexOf(words) + words.length];
}
