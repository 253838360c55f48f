import { fileURLToPath } from 'node:url';
import { attribute } from '../../pipeline/attribute/attribute.ts';
import type { AttributedArticle, Tokens } from '../../pipeline/model.ts';
import { readOwnSeeds } from '../../pipeline/read/inputs.ts';
import { score } from '../../pipeline/score/score.ts';
import { tokenise } from '../../pipeline/tokenise/tokenise.ts';
import { article } from '../support/article.ts';

// Whether time grows in step with the text: time per 1,000 tokens of tokenise and attribute (where a statement names many
// targets, of score, too) at one, four and sixteen times a size, as ratios to the smallest. About 1.0 everywhere is linear; 16 at the largest is quadratic.

const SIZES = [1, 4, 16] as const;
const LARGEST = 16;
/** How many times the unit is repeated at the smallest size; a multiple of 4. */
const SMALLEST = 40;
const ROUNDS = 3;
/** How often each text is read at its largest before anything is measured, so that all code is compiled. */
const WARM_UP = 4;

const { registry, lexicons, attributionWeights, stanceWeights } = readOwnSeeds();

/** Texts that are hard in one way each, from how many times their unit is repeated. */
const HARD = {
  'one long line': (n) => repeat(n, (i) => `The mayor of Port Ellory said ship ${i} was late.`, ' '),
  'no sentence end': (n) => repeat(n, () => 'and the mayor said the port was shut', ' '),
  'nested marks': (n) => `${'“the mayor said '.repeat(n)}shut${' he added”'.repeat(n)}`,
  'many quotations': (n) => repeat(n, (i) => `“We will not go home,” said Olga Marsh. “Day ${i} ends.”`, '\n\n'),
  'an open mark a paragraph': (n) => repeat(n, () => '“We will not go home, said Olga Marsh.', '\n\n'),
  'many names': (n) => repeat(n, (i) => `${nameOf(i)} met ${nameOf(i + 1)}, and she said it was over.`, '\n'),
  'many cues': (n) => repeat(n, () => 'He said she claimed they believed it was told, according to who says so.', ' '),
  'many clauses in one another': (n) => `${repeat(n / 4, (i) => `${nameOf(i)} said that`, ' ')} it was over.`,
} satisfies Record<string, (n: number) => string>;

/** Texts that are hard to score; at five times the smallest size two hundred targets stand in one sentence. */
const HARD_TO_SCORE = {
  'many targets': (n) => `“${repeat(n, (i) => `Minister ${nameOf(i)} is a liar`, ' and ')},” said Olga Marsh.`,
} satisfies Record<string, (n: number) => string>;

/**
 * One line a hard text: tokens at the smallest and the largest size, milliseconds per 1,000 tokens at the smallest, then
 * the time per 1,000 tokens at each size as a ratio to the smallest. Processor time, since other programs do not count in
 * it; each size reads as many tokens in all.
 */
export function linear(): string[] {
  return [...linesOf(HARD, read), ...linesOf(HARD_TO_SCORE, readAndScore)];
}

/** What a text is put through; gives its tokens. */
type Work = (text: string) => Tokens;

function linesOf(hard: Readonly<Record<string, (n: number) => string>>, work: Work): readonly string[] {
  for (const textOf of Object.values(hard)) for (let n = 0; n < WARM_UP; n++) work(textOf(LARGEST * SMALLEST));
  return Object.entries(hard).map(([name, textOf]) => {
    // From the largest down, so that the smallest, the base of the ratios, is measured on warm code.
    const runs = SIZES.toReversed()
      .map((size) => measured(textOf(size * SMALLEST), ROUNDS * (LARGEST / size), work))
      .toReversed();
    const base = runs[0]!;
    const ratios = runs.map(({ perThousand }) => (perThousand / base.perThousand).toFixed(2).padStart(6));
    const size = `${base.tokens} to ${runs.at(-1)!.tokens} tokens`;
    return `${name.padEnd(28)}${size.padEnd(22)}${base.perThousand.toFixed(1).padStart(7)} ms a 1,000 ${ratios.join(' ')}`;
  });
}

/** Mean milliseconds of processor time per 1,000 tokens over the rounds, after one to warm up. */
function measured(text: string, rounds: number, work: Work): { readonly tokens: number; readonly perThousand: number } {
  const { length: tokens } = work(text);
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round++) work(text);
  const { user, system } = process.cpuUsage(before);
  return { tokens, perThousand: (user + system) / rounds / tokens };
}

/** The tokens of a text that has been through both stages. */
function read(text: string): Tokens {
  return attributed(text).tokens;
}

/** The tokens of a text that has been scored, too. Throws where hardly any target was found: then nothing was measured. */
function readAndScore(text: string): Tokens {
  const study = { stanceThreshold: 0.7, targets: [] };
  const { tokens, readings } = score(attributed(text), registry, lexicons, study, stanceWeights.bytes);
  const found = readings.reduce((sum, { stances }) => sum + stances.length, 0);
  const named = text.split(' liar').length - 1;
  if (found < MOST * named) throw new Error(`Only ${found} of ${named} targets were found.`);
  return tokens;
}

/** A made-up name is now and then tagged as something else. */
const MOST = 0.9;

function attributed(text: string): AttributedArticle {
  return attribute(tokenise(article(text)), registry, lexicons, [], attributionWeights.bytes);
}

function repeat(n: number, unit: (i: number) => string, separator: string): string {
  return Array.from({ length: n }, (_, i) => unit(i)).join(separator);
}

const GIVEN = 'Anna Boris Clara Dmitri Elena Felix Greta Hugh Irina Jakob'.split(' ');
const FIRST = 'Bel Cor Dan Fal Gar Hol Mar Nor Pel Ren Sol Tor Val Wes Zan'.split(' ');
const LAST = 'der ing ova sen ton ville wick yard zin ley man'.split(' ');

/** A name for each number; 1,650 differ. */
function nameOf(i: number): string {
  const first = Math.floor(i / GIVEN.length);
  const last = Math.floor(first / FIRST.length);
  return `${GIVEN[i % GIVEN.length]!} ${FIRST[first % FIRST.length]!}${LAST[last % LAST.length]!}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(linear().join('\n'));
