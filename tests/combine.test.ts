import { describe, expect, test } from 'vitest';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { Span } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

const { registry, lexicons, attributionWeights } = readOwnSeeds();

describe('the trained model and the rules together: kind | source | cue | content', () => {
  test.each([
    [
      'a quotation after a sentence that introduces its speaker is one statement with it',
      'Ivo Larch, a baker, said he had lost his oven. “They came at night and took the thing out of the wall.”',
      [
        'mixed | Ivo Larch, a baker, | said | he had lost his oven + “They came at night and took the thing out of the wall.”',
      ],
    ],
    [
      'a quotation that goes on is not drawn to the next sentence',
      '“Where is the baker?” Ivo Larch asked. “We have stood here since the morning!” The shop was dark by then.',
      ['direct | Ivo Larch | asked | “Where is the baker?” + “We have stood here since the morning!”'],
    ],
    [
      'marks around nothing are no content',
      'The page showed “”. Ivo Larch said the form had worked.',
      ['indirect | Ivo Larch | said | the form had worked'],
    ],
    [
      'no one stands behind an empty “there”',
      'There were claims that Ivo Larch had left.',
      ['indirect | – | were claims | that Ivo Larch had left'],
    ],
    [
      'a cue of what nobody said is none',
      'The “smart” oven has been broken since June. Bakers stop and walk on as if to say “Not in my street today”.',
      [],
    ],
  ])('%s', (_trap, text, expected) => {
    expect(statementsOf(text)).toEqual(expected);
  });
});

function statementsOf(text: string): readonly string[] {
  const words = (spans: readonly Span[]): string => spans.map((span) => text.slice(...span)).join(' + ') || '–';
  const { statements } = attribute(tokenise(article(text)), registry, lexicons, [], attributionWeights.bytes);
  return statements.map(({ kind, source, cue, content }) => [kind, ...[source, cue, content].map(words)].join(' | '));
}
