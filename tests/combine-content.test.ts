import { expect, test } from 'vitest';
import { combine } from '../pipeline/attribute/combine.ts';
import { readerOf } from '../pipeline/attribute/reader.ts';
import type { Segment } from '../pipeline/attribute/sequence/segments.ts';
import { linesOf } from '../pipeline/attribute/units.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { runOf } from '../pipeline/text/runs.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

const { registry, lexicons } = readOwnSeeds();

/** What the model takes for the content of “said”, parts set off by |, and what is left of it. */
test.each([
  [
    'a sentence of its own',
    'Olga Marsh said it was shut. The port is old.',
    'it was shut|The port is old',
    'it was shut',
  ],
  [
    'a quotation of its own',
    'Olga Marsh said it was shut. “It is far too old.”',
    'it was shut|“It is far too old.”',
    'it was shut|“It is far too old.”',
  ],
  [
    'a quotation in typewriter marks',
    "Olga Marsh said it was shut. ''It is old.''",
    "it was shut|''It is old.''",
    "it was shut|''It is old.''",
  ],
  [
    'two sentences that the cue ends',
    'The port is old. It was shut, Olga Marsh said.',
    'The port is old. It was shut',
    'The port is old. It was shut',
  ],
  ['nothing else', 'Olga Marsh said so. The port is old.', 'The port is old', ''],
])('content of the model: %s', (_trap, text, content, expected) => {
  expect(contentOf(text, content.split('|'))).toBe(expected);
});

function contentOf(text: string, parts: readonly string[]): string {
  const reader = readerOf(tokenise(article(text)), registry, lexicons);
  const segment = (role: Segment['role'], words: string): Segment => {
    const at = text.indexOf(words);
    const [first, end] = runOf(reader.article.tokens, [at, at + words.length]);
    const lines = linesOf(reader.article);
    const lineAt = (i: number): number => lines.findIndex((line) => line.at(-1)!.end > i);
    return { role, first, end, line: lineAt(first), lastLine: lineAt(end - 1), paragraph: 0, probability: 1 };
  };
  const linked = {
    source: segment('source', 'Olga Marsh'),
    cue: segment('cue', 'said'),
    content: parts.map((part) => segment('content', part)),
  };
  const found = combine(reader, [linked], []);
  return found.flatMap((one) => one.found.content.map((span) => text.slice(...span))).join('|');
}
