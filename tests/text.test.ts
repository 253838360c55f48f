import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePoints, codeUnits } from '../pipeline/text/code-points.ts';
import { even, lower, surfaceMatcher } from '../pipeline/text/phrases.ts';
import { slug } from '../pipeline/text/slug.ts';
import { overlaps, subtract, trim, within } from '../pipeline/text/span.ts';
import { termMatcher } from '../pipeline/text/terms.ts';
import type { Span } from '../pipeline/model.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

describe('spans', () => {
  test.each<[string, Span, Span, boolean]>([
    ['a shared unit', [0, 3], [2, 5], true],
    ['spans that only touch share none', [0, 3], [3, 5], false],
    ['one inside the other', [0, 9], [3, 5], true],
  ])('overlaps: %s', (_trap, a, b, expected) => {
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([expected, expected]);
  });

  test('a span lies within itself, and not within a part of itself', () => {
    expect([within([2, 4], [2, 4]), within([2, 4], [2, 3]), within([1, 4], [2, 4])]).toEqual([true, false, false]);
  });

  test.each<[string, string, Span]>([
    ['blanks of any kind go', ' \u00A0a b\n', [2, 5]],
    ['an all-blank span shrinks to its start', ' \n ', [0, 0]],
  ])('trim: %s', (_trap, text, expected) => {
    expect(trim(text, [0, text.length])).toEqual(expected);
  });

  test('subtract and what it takes away make up the whole', () => {
    const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(12)).map(([from, size]): Span => [from, from + size]));
    fc.assert(
      fc.property(spans, (holes) => {
        const left = subtract([5, 30], holes);
        for (let i = 0; i < 60; i++) {
          const has = (list: readonly Span[]): boolean => list.some(([start, end]) => start <= i && i < end);
          expect(has(left)).toBe(i >= 5 && i < 30 && !has(holes));
        }
      }),
    );
  });
});

describe('code points', () => {
  test('an offset is the number of code points before it, and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, n) => {
        const points = Array.from(text);
        const k = points.length === 0 ? 0 : n % (points.length + 1);
        const offset = points.slice(0, k).join('').length;
        expect(codePoints(text)([offset, text.length])).toEqual([k, points.length]);
        expect(codeUnits(text)([k, points.length])).toEqual([offset, text.length]);
      }),
    );
  });

  test('a lone surrogate is one code point; an offset inside a pair is the place before it', () => {
    expect(codePoints('\uD83Dx')([1, 2])).toEqual([1, 2]);
    expect(codePoints('a😀b')([2, 4])).toEqual([1, 3]);
  });
});

describe('surface patterns', () => {
  test.each([
    ['the longest wins', ['operation', 'special operation'], 'a special operation', ['special operation']],
    ['only whole words', ['war'], 'warsaw wartime war', ['war']],
    ['an asterisk takes any ending', ['invad*'], 'They invaded; invaders left', ['invaded', 'invaders']],
    ['a capital in the pattern asks for one in the text', ['West'], 'west of the West', ['West']],
    ['without a capital, case does not matter', ['annexation'], 'Annexation, ANNEXATION', ['Annexation', 'ANNEXATION']],
    ['a possessive ending is no part of it', ['Putin'], 'Putin’s visit', ['Putin']],
    [
      'apostrophes, hyphens and blanks of any kind',
      ["people's republic", 'so-called'],
      'people’s\u00A0republic so‑called',
      ['people’s\u00A0republic', 'so‑called'],
    ],
    ['a letter whose lower case is longer shifts nothing', ['war'], 'İİİ war', ['war']],
    ['two may follow each other at once', ['war', 'crimes'], 'war crimes', ['war', 'crimes']],
  ])('%s', (_trap, patterns, text, expected) => {
    const find = surfaceMatcher(patterns.map((pattern) => ({ pattern, value: pattern })));
    const { tokens } = tokenise(article(text));
    expect(find(text, tokens).map(({ span }) => text.slice(...span))).toEqual(expected);
  });

  test('evening and lowering keep every character in its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([even(text).length, lower(text).length]).toEqual([text.length, text.length]);
      }),
    );
  });
});

describe('terms', () => {
  test.each([
    ['a word by its lemma', ['say'], 'He said and says', ['said', 'says']],
    ['a phrase by its forms', ['according to'], 'According to her', ['According to']],
    ['a hyphen stands alone in both', ['so-called'], 'so-called partners', ['so-called']],
    ['the longest', ['no', 'no longer'], 'no longer so', ['no longer']],
    ['a phrase begun and not finished is none', ['no longer'], 'no long way', []],
  ])('%s', (_trap, terms, text, expected) => {
    const find = termMatcher(terms.map((term) => ({ term, value: term })));
    const { tokens } = tokenise(article(text));
    expect(find(tokens).map(({ first, end }) => text.slice(tokens.starts[first], tokens.ends[end - 1]))).toEqual(
      expected,
    );
  });

  test('looks only where it is told to', () => {
    const { tokens } = tokenise(article('war and war and war'));
    expect(termMatcher([{ term: 'war', value: 1 }])(tokens, 1, 4).map(({ first }) => first)).toEqual([2]);
  });

  test('of two equal terms the first counts', () => {
    const { tokens } = tokenise(article('war'));
    const find = termMatcher([
      { term: 'war', value: 'first' },
      { term: 'War', value: 'second' },
    ]);
    expect(find(tokens).map(({ value }) => value)).toEqual(['first']);
  });
});

describe('slugs', () => {
  test.each([
    ['accents go', 'Viktor Orbán', 'viktor-orban'],
    ['marks become one hyphen', ' The “Éire”  Post! ', 'the-eire-post'],
    ['other scripts stay', 'Владимир', 'владимир'],
  ])('%s', (_trap, name, expected) => {
    expect(slug(name)).toBe(expected);
  });
});
