import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { AttributedArticle, Group } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { unsoundness } from './support/soundness.ts';

const { registry, lexicons, attributionWeights } = readOwnSeeds();
const GROUPS: readonly Group[] = [
  { id: 'russian', label: 'Russian', members: ['tass'], countries: ['RU'] },
  { id: 'western', label: 'Western', members: ['bbc'], countries: ['GB'] },
];
const NEWS = 'Olga Marsh told the BBC: “The port is shut.” TASS said no ship could leave.';

describe('bad input: no crash, every offset right, and the issues that tell of it', () => {
  test.each([
    ['empty', '', []],
    ['blanks only', ' \t\r\n\u00A0\n ', []],
    ['a quotation that is never closed', 'Olga Marsh said: “The port is shut. TASS disagreed.', ['quotation-unclosed']],
    ['a straight one that is never closed', '"The port," Olga Marsh said, "is shut.', ['quotation-unclosed']],
    ['two opening marks, one closing', '“The port “is shut,” Olga Marsh said.', ['quotation-unclosed']],
    ['a stray closing mark', 'The port is shut.” Olga Marsh said no ship could leave.', ['quotation-stray']],
    ['a closing guillemet for a bullet', '» Olga Marsh said the port was shut.', ['quotation-stray']],
    ['glyphs that do not match', '“The port is shut", Olga Marsh said. „It is", she added, «really”.', []],
    ['straight marks, odd in number', '"" "The port" is "shut"" Olga Marsh said.', null],
    ['marks around nothing', 'The clerk typed ""= and left. Olga Marsh said “” was no name.', null],
    ['marks only', '“”"\'‘’«»„“‟""\'\'', null],
    ['opening marks only', '“'.repeat(40), null],
    ['closing marks only', '”'.repeat(40), null],
    ['marks apart', '“ ” " \' ‘ ’ « » „ ‟', null],
    ['a thousand nested quotations', `${'“a '.repeat(1000)}Olga Marsh said${' b”'.repeat(1000)}`, ['text-not-english']],
    ['nested quotations of two kinds', `${'“a ‘b '.repeat(500)}Olga Marsh said${' c’ d”'.repeat(500)}`, null],
    ['a thousand opened, none closed', `Olga Marsh said ${'“a ‘b '.repeat(500)}`, null],
    ['punctuation only', '... !!! ??? ,,, ;;; ::: --- ––– ——— ()[]{}', []],
    ['no sentence ends', `olga marsh said ${'the port is shut and tass said it is open and '.repeat(60)}`, []],
    ['all capitals', NEWS.toUpperCase(), []],
    ['all lower case', NEWS.toLowerCase(), []],
    ['one word', 'said', []],
    ['cues only', 'said says told according to claims added that', []],
    ['one word, repeated', 'said '.repeat(500), []],
    ['emoji', '😀 Olga Marsh 👩‍👩‍👧 said 🇬🇧 “the 😀 port” 👍🏽 is shut 😀.', []],
    ['emoji glued to everything', '😀“😀The port is shut😀,”😀 Olga Marsh😀 said😀.', null],
    ['letters beyond the basic plane', '𝒪𝓁𝑔𝒶 𝑀𝒶𝓇𝓈𝒽 said “𝓉𝒽𝑒 𝓅𝑜𝓇𝓉 is shut,” and 𐍈𐍉 said so.', []],
    ['lone surrogates', '\uD83D Olga Marsh said “\uDE00 the port \uD83D” was shut.', []],
    [
      'combining marks',
      'O\u0308lga Ma\u0301rsh sa\u0300id: “The po\u0323\u0307rt is shut.” A\u0300\u0301\u0302\u0303 said so.',
      [],
    ],
    ['a combining mark on a quotation mark', 'Olga Marsh said: “\u0301The port is shut.”\u0301', null],
    ['right-to-left text', 'قالت أولغا: «الميناء مغلق». אולגה אמרה: ”הנמל סגור“.', null],
    ['right-to-left words in English', 'Olga Marsh said “مغلق” meant shut, according to سليم.', []],
    ['a table of numbers', '2019\t12.5\t-3\t1,000\n2020\t13.5\t+4\t2,000\n2021\t14.5\t0\t3,000 %', []],
    ['numbers with marks of inches', '3" 4" 5\' 6\'2" said 7"', null],
    ['a line of Russian', '«Порт закрыт», — сказала Ольга Марш. ТАСС сообщил, что суда ждут.', []],
    [
      'Russian text',
      '«Порт закрыт», — сказала Ольга Марш. ТАСС сообщил, что суда ждут. '.repeat(3),
      ['text-not-english'],
    ],
    ['Russian with English names', 'Olga Marsh сказала: «Порт закрыт». TASS said so.', []],
    ['Chinese text', '奥尔加说：“港口关闭了。”塔斯社说船在等。'.repeat(8), ['text-not-english']],
    ['CRLF', NEWS.replaceAll('. ', '.\r\n'), []],
    ['CR only', 'Olga Marsh said: “The port\ris shut.”\rTASS said so.\r', null],
    ['other line ends', 'Olga Marsh said\u2028“The port\u2029is shut.”\u0085TASS said so.', null],
    ['NUL and escapes', 'Olga\u0000 Marsh said: “The\u001B[31m port\u0007 is shut.”', ['text-control-characters']],
    ['nothing but control characters', '\u0000\u0001\u0002\u0003', ['text-control-characters']],
    ['bidirectional overrides', 'Olga \u202EhsraM\u202C said \u2066“shut”\u2069.', ['text-control-characters']],
    ['a byte order mark and zero-width blanks', '\uFEFFOlga\u200B Marsh\u200B said “\u200Bshut\u200B”.', null],
    ['blanks of other kinds', 'Olga\u00A0Marsh\u2003said:\u3000“\u00A0The port\u2009is\u202Fshut.\u00A0”', []],
    ['markup and templates', '<p>Olga Marsh said: &ldquo;{{x}} ${y}&rdquo;</p> </script>', []],
    ['clauses within clauses', `${'Olga Marsh said that TASS claimed that '.repeat(50)}it was over.`, []],
    ['names that objects have', 'constructor said __proto__ told toString that hasOwnProperty claims valueOf', []],
  ] satisfies readonly (readonly [string, string, readonly string[] | null])[])('%s', (_trap, text, expected) => {
    const read = attributed(text);
    expect(unsoundness(read)).toEqual([]);
    if (expected !== null) expect(read.issues.map(({ code }) => code)).toEqual(expected);
  });

  test('a line of 200,000 characters', () => {
    expect(unsoundness(attributed(`${NEWS} `.repeat(Math.ceil(200_000 / NEWS.length)).slice(0, 200_000)))).toEqual([]);
  });

  // wink-nlp’s own time grows with the square of a word’s length: a tenth takes most of a second already.
  test('a word of 20,000 characters', () => {
    expect(unsoundness(attributed(`Olga Marsh said ${'a'.repeat(20_000)}`))).toEqual([]);
  });

  test('text after the bad place is still read', () => {
    const { statements } = attributed(`"=""“ \u0000 ” »\n\n${NEWS}`);
    expect(statements.map(({ speaker }) => speaker?.name)).toEqual(expect.arrayContaining(['Olga Marsh', 'TASS']));
  });
});

describe('any text', () => {
  test.each([
    ['news words, marks and line ends in any order', newsLike()],
    ['news words between any characters', amidst(fc.string({ unit: 'binary', maxLength: 6 }))],
    ['news words between graphemes', amidst(fc.string({ unit: 'grapheme', maxLength: 6 }))],
    ['news that breaks off or begins anywhere', cut()],
  ])('%s', (_kind, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unsoundness(attributed(text))).toEqual([]);
      }),
      { numRuns: 60, seed: 20260730 },
    );
  });
});

function attributed(text: string): AttributedArticle {
  return attribute(tokenise(article(text)), registry, lexicons, GROUPS, attributionWeights.bytes);
}

const WORDS =
  'Putin|the BBC|TASS|Olga Marsh|he|she|who|media|said|says|told|according to|quoted|as saying|the port|is shut|and|that|,|.|:|“|”|"|‘|’|\'|«|»|\n|\n\n|\r\n|\r|…|?|–|😀|e\u0301|\u00A0|\u0000|\u202E|порт|3.5';

function newsLike(): fc.Arbitrary<string> {
  const piece = fc.tuple(fc.constantFrom(...WORDS.split('|')), fc.constantFrom(' ', ' ', ''));
  return fc.array(piece, { maxLength: 80 }).map((list) => list.flat().join(''));
}

function amidst(noise: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.array(fc.oneof(noise, newsLike()), { maxLength: 8 }).map((list) => list.join(' '));
}

/** A stretch of sound news, so that the ends fall inside words, quotations and pairs of surrogates. */
function cut(): fc.Arbitrary<string> {
  const whole = `${NEWS}\n\n“We began at dawn 😀.\n\n“We ended at dusk,” said Hugh Hill, who left. He said: ‘It’s 😀 over.’`;
  return fc
    .tuple(fc.nat(whole.length), fc.nat(whole.length))
    .map(([a, b]) => whole.slice(Math.min(a, b), Math.max(a, b)));
}
