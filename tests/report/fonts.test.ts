import { beforeAll, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { type FontFile, fontFaces, missingGlyphs } from '../../pipeline/report/fonts.ts';
import { coverage } from '../../pipeline/report/woff2.ts';

let fonts: readonly FontFile[];
beforeAll(() => {
  ({ fonts } = readAssets());
});

test.each([
  ['Latin, Cyrillic and Greek are there', 'Minsk, Мінськ, Ελλάδα, naïve, Łódź', []],
  ['the quotation marks and dashes of print are there', '“‘’” „ « » – — … · †', []],
  ['Chinese is not', 'The 漢字.', ['字', '漢']],
  ['nor is the non-breaking hyphen, though the package’s ranges claim it', 'co\u2011op', ['\u2011']],
  ['nor is a ship', '🚢🚢', ['🚢']],
  ['a letter that a font makes of its parts is not missing', 'e\u0301 ḅ ӛ', []],
  ['white space and what becomes a mark need no glyph', '\u2003\u00a0\t\u202e\u200b\u0000', []],
])('%s', (_trap, text, missing) => {
  expect(missingGlyphs(text, fonts)).toEqual(missing);
});

test('only the files that the text needs are inlined', () => {
  const count = (text: string): number => fontFaces(text, fonts).split('@font-face').length - 1;
  expect(count('Plain words.')).toBe(6);
  expect(count('Слова.')).toBe(12);
});

test('no character is given by two files of one face: words and the spaces between them come from one', () => {
  const rules = fontFaces('a Я Ω ệ Ł ԓ', fonts).split('\n');
  const ranges = rules
    .filter((rule) => rule.includes('Source Serif 4') && rule.includes('font-weight:700'))
    .flatMap((rule) => /unicode-range:([^}]*)/u.exec(rule)![1]!.split(','));
  const codes = ranges.flatMap((range) => {
    const [from, to] = range
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return Array.from({ length: (to ?? from!) - from! + 1 }, (_, i) => from! + i);
  });
  expect(codes.length).toBeGreaterThan(500);
  expect(new Set(codes).size).toBe(codes.length);
});

test('what is no font is refused', () => {
  expect(() => coverage(Buffer.from('wOFF nothing of the kind'))).toThrow('not in WOFF2');
});
