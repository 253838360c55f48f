import { describe, expect, test } from 'vitest';
import type { CueRates } from '../pipeline/attribute/sequence/cue-rates.ts';
import { featuresOf } from '../pipeline/attribute/sequence/features.ts';
import { textHash } from '../pipeline/text/hash.ts';
import { jointsBetween, lineFacts, NOTHING, type LineFacts } from '../pipeline/attribute/sequence/line-facts.ts';
import { quotationFacts, type QuotationFacts } from '../pipeline/attribute/sequence/quotation-facts.ts';
import { quoteStates } from '../pipeline/attribute/sequence/quote-states.ts';
import { reading } from './support/reading.ts';

/** How often these words are cues: "say" strong, "add" medium, "note" weak, "leave" never. */
const RATES: CueRates = new Map([
  ['say/V', 0.9],
  ['add/V', 0.2],
  ['note/V', 0.1],
  ['leave/V', 0],
]);

/** A letter for each state: out, then long and short quotations. */
const SHOWN = '.(-)+ [~]&';

describe('where tokens stand to a quotation', () => {
  test.each([
    ['outside, opening mark, inside, closing mark', 'Olga Marsh said: “The port is old.”', '....(-----)'],
    ['three words are short', 'She called it a “very dead port”.', '....[~~~].'],
    ['four are not', 'She called it a “very dead old port”.', '....(----).'],
    ['marks within are inside', 'She said: “The ‘old port’ is shut.”', '...(--------)'],
    ['what follows at once opens anew', '“We all stay on.” “We all go on.”', '(-----)(-----)'],
    ['a paragraph that opens again', '“We all stay on.\n\n“We all go on.” She left.', '(-----+-----)...'],
    ['one that is never closed ends with its paragraph', 'He: “We all stay on.\n\nHe left.', '..(-----...'],
    ['none', 'He left.', '...'],
    ['no text', '', ''],
  ])('%s', (_trap, text, expected) => {
    expect(Array.from(quoteStates(reading(text).reader), (state) => SHOWN[state]).join('')).toBe(expected);
  });
});

/** Of the quotation that a word stands in: what comes before and after it, and its last mark; `?` for none. */
describe('what stands around a quotation', () => {
  test.each([
    ['words and marks', 'Olga said: “The port is old.” She left.', 'port', ': she .'],
    ['nothing of another paragraph', 'Olga left.\n\n“The port is old.”\n\nShe left.', 'port', '∅ ∅ .'],
    ['no last mark', 'Olga called it “old and shut for good” again.', 'shut', 'it again ?'],
    ['a comma before the closing mark', '“The port is old,” Olga said.', 'port', '∅ olga ,'],
    ['another quotation', '“The port is old.” “It will be shut,” she said.', 'shut', '” she ,'],
    [
      'one that goes on in the next paragraph',
      'Olga said: “We all stay on.\n\n“The port is old!” Olga left.',
      'stay',
      ': ∅ .',
    ],
    ['one that opens again', 'Olga said: “We all stay on.\n\n“The port is old!” Olga left.', 'port', '∅ olga !'],
    ['a quotation alone', '“', '“', '∅ ∅ ?'],
  ])('%s', (_trap, text, word, expected) => {
    const { facts, form } = around(text, word);
    expect([facts!.before, facts!.after, facts!.last].map(form).join(' ')).toBe(expected);
  });

  test('all tokens of a quotation share them, those outside have none', () => {
    const { all } = around('Olga said: “The port is old.” She left.', 'port');
    expect(all.map((facts) => facts?.first ?? null)).toEqual([
      ...nulls(3),
      ...new Array<number>(7).fill(3),
      ...nulls(3),
    ]);
    expect(new Set(all.slice(3, 10)).size).toBe(1);
  });

  test('a name and another name are of one class, “she” and “he” are not', () => {
    const after = (who: string): number => around(`“The port is old,” ${who} said.`, 'port').facts!.afterClass;
    expect(after('Olga')).toBe(after('Ivo'));
    expect(after('she')).not.toBe(after('he'));
  });
});

describe('a line', () => {
  test('its cues by strength, but none of those in a quotation', () => {
    const { cues } = factsOf('Olga said that Ivo added that she noted a “he said” and left.');
    expect(cues).toEqual({ strong: [1], medium: [4] });
  });

  test.each([
    ['in their order', 'He left, and she said that', 0, 7, ', and that'],
    ['the end is not among them', 'He left, and she said that', 0, 3, ','],
    ['the start is', 'He left, and she said that', 3, 6, 'and'],
    ['none', 'He left, and she said that', 4, 6, 'she said'],
    ['the first four', 'A, B, C, D, E and F', 0, 11, ', , , ,'],
    ['a quotation', 'He said: “The port is old.”', 0, 4, ': “It is very very old.”'],
  ])('joints between two units: %s', (_trap, text, from, to, same) => {
    expect(jointsBetween(factsOf(text), from, to)).toBe(jointsBetween(factsOf(same), 0, Infinity));
  });

  test.each([
    ['a comma for “and”', ',', 'and'],
    ['another order', ', and', 'and ,'],
    ['one more', ',', ', ,'],
    ['none', 'left', ','],
  ])('joints that differ: %s', (_trap, one, other) => {
    expect(jointsBetween(factsOf(one), 0, Infinity)).not.toBe(jointsBetween(factsOf(other), 0, Infinity));
  });

  test('its type tells the number of its cues and what quotations it has', () => {
    const texts = [
      'Olga left.',
      'Olga said so.',
      'Olga said and said so.',
      'Olga added it.',
      'Olga said: “The port is old.”',
      'Olga left: “The port is old.”',
      '“The port is old.”',
    ];
    expect(new Set(texts.map((text) => factsOf(text).type)).size).toBe(texts.length);
    expect(factsOf('Olga noted it.').type).toBe(factsOf('Olga left.').type);
  });

  test('whether it starts and ends its paragraph', () => {
    const edges = [0, 1, 2, 3].map((l) => {
      const { startsParagraph, endsParagraph } = factsOf('Olga left. She was late. It is old.\n\nIvo stayed.', l);
      return [startsParagraph, endsParagraph];
    });
    expect(edges).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [true, true],
    ]);
  });
});

test('the same words are seen by the rates of each model, whichever read them first', () => {
  const { reader, lines } = reading('Olga said so.');
  const steps = (rates: CueRates): readonly number[] =>
    featuresOf(reader, lines, rates).types.map((type) => type.cueRate);
  expect(steps(RATES)).toEqual([0, 5, 0, 0]);
  expect(steps(new Map([['say/N', 0.9]]))).toEqual([0, 0, 0, 0]);
  expect(steps(RATES)).toEqual([0, 5, 0, 0]);
});

/** The facts of a line of a text. */
function factsOf(text: string, l = 0): LineFacts {
  const { reader, lines } = reading(text);
  return lineFacts(reader, lines[l]!, featuresOf(reader, lines, RATES).types, quoteStates(reader));
}

/** The quotation facts of a text, and those at a word; `form` names a hash by the word that it is of. */
function around(
  text: string,
  word: string,
): { all: readonly (QuotationFacts | null)[]; facts: QuotationFacts | null; form: (hash: number) => string } {
  const { reader, lines } = reading(text);
  const { norms } = reader.article.tokens;
  const all = quotationFacts(reader, featuresOf(reader, lines, RATES).types, quoteStates(reader));
  const form = (hash: number): string =>
    hash === NOTHING ? '∅' : (norms.find((norm) => textHash(norm) === hash) ?? '?');
  return { all, facts: all[norms.indexOf(word)]!, form };
}

function nulls(count: number): readonly null[] {
  return new Array<null>(count).fill(null);
}
