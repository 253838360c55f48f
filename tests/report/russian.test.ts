import { expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { withCitations } from '../../pipeline/report/citations.ts';
import { missingGlyphs } from '../../pipeline/report/fonts.ts';
import { REFERENCES } from '../../pipeline/report/references.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { russian } from '../../pipeline/report/words/russian.ts';
import { russianNumbers } from '../../pipeline/report/words/russian-numbers.ts';
import { list, many, onSide, quoted, readableDate } from '../../pipeline/report/words/russian-phrases.ts';
import { numbersOf, type Said, saidBy } from '../support/words.ts';

test.each([
  ['one', 1, '1 статья'],
  ['two take the genitive singular', 2, '2 статьи'],
  ['four is the last that does', 4, '4 статьи'],
  ['five take the genitive plural', 5, '5 статей'],
  ['none as many', 0, '0 статей'],
  ['eleven is no one', 11, '11 статей'],
  ['twelve is no two', 12, '12 статей'],
  ['fourteen is no four', 14, '14 статей'],
  ['twenty-one is a one again', 21, '21 статья'],
  ['twenty-two is a two again', 22, '22 статьи'],
  ['twenty-five', 25, '25 статей'],
  ['a hundred and eleven is no one either', 111, '111 статей'],
  ['a thousand and one', 1001, '1001 статья'],
  ['thousands stand apart', 12_345, '12\u00a0345 статей'],
])('a noun agrees with its number: %s', (_trap, n, expected) => {
  expect(many(n, 'статья', 'статьи', 'статей')).toBe(expected);
});

test.each([
  ['nothing', [], ''],
  ['one', ['а'], 'а'],
  ['two have no comma', ['а', 'б'], 'а и б'],
  ['three have no comma before the last', ['а', 'б', 'в'], 'а, б и в'],
])('a list: %s', (_trap, items, expected) => {
  expect(list(items)).toBe(expected);
});

test.each([
  ['the month in the genitive, no zero before the day', '2022-06-05', '5 июня 2022 г.'],
  ['a time after the day is left out', '2022-12-20T10:00:00Z', '20 декабря 2022 г.'],
  ['no such month', '2022-13-05', '2022-13-05'],
  ['no date', 'вчера', 'вчера'],
])('a date: %s', (_trap, iso, expected) => {
  expect(readableDate(iso).replaceAll('\u00a0', ' ')).toBe(expected);
});

test.each([
  ['four digits stay together', russianNumbers.integer(1234), '1234'],
  ['millions', russianNumbers.integer(1_234_567), '1\u00a0234\u00a0567'],
  ['a true minus, which is no digit', russianNumbers.integer(-12_345), '−12\u00a0345'],
  ['a comma before decimals', russianNumbers.decimal(-0.25, 2), '−0,25'],
  ['what rounds to zero has no sign', russianNumbers.decimal(-0.001, 2), '0,00'],
  ['a plus on a scale with two sides', russianNumbers.signed(1.5, 1), '+1,5'],
  ['zero has no plus', russianNumbers.signed(0.001, 1), '0,0'],
  ['a fixed space before the sign', russianNumbers.percent(0.12), '12\u00a0%'],
  ['there, but next to nothing', russianNumbers.percent(0.001), '<1\u00a0%'],
  ['a share with decimals', russianNumbers.percentage(0.6185, 1), '61,9\u00a0%'],
  ['below what is printed', russianNumbers.below(0.001, 3), '<\u00a00,001'],
])('a number: %s', (_trap, text, expected) => {
  expect(text).toBe(expected);
});

test.each([
  ['a name is not inflected', onSide('Вечерний Брег'), 'на стороне «Вечерний Брег»'],
  ['marks within marks are of the second rank', quoted('газета «Брег»'), '«газета „Брег“»'],
])('quotation marks: %s', (_trap, text, expected) => {
  expect(text).toBe(expected);
});

/** What terms look like in a text is read and never printed. */
const PAIRS = saidBy(english, russian).filter(({ path }) => !/^front\.glossary(?:Forms|Others)/u.test(path));

test('every text of the English report is there to be compared', () => {
  expect(PAIRS.length).toBeGreaterThan(500);
});

test('Russian has every text that English has, and none besides but the names of choices', () => {
  expect(PAIRS.filter(({ one, other }) => one === null || other === null).map(({ path }) => path)).toStrictEqual(
    PAIRS.filter(({ path, one }) => one === null && path.startsWith('robustness.multiverse.choices.')).map(
      ({ path }) => path,
    ),
  );
});

/** Names, commands and measures that are the same in every language, and what Russian says by a sign. */
const SAME =
  /^(?:language|program|again\.(?:command|settings\.parallax|inputColumns\.hash)|front\.citing\.\w+|page\.script\.citation|contrasts\.(?:keyness|company|blocks)\.columns\.(?:p|t|q|z|dp|lrc|g2|logRatio|logDice)|contrasts\.keyness\.describeTerm|front\.(?:to|showsOne|showSeveral)|corpus\.columns\.number|figures\.calibration\.count|contrasts\.between|claims\.less)(?:\(|$)/u;

test('every text is in Russian', () => {
  const foreign = PAIRS.filter(
    ({ path, one, other, given }) =>
      one !== null &&
      other !== null &&
      !SAME.test(path) &&
      /\p{L}/u.test(without(one, given)) &&
      !/\p{Script=Cyrillic}/u.test(other),
  );
  expect(foreign.map(({ path, other }) => `${path}: ${other ?? ''}`)).toStrictEqual([]);
});

test('no number and no name is lost', () => {
  const lost = PAIRS.flatMap(({ path, one, other, given }: Said) => {
    if (one === null || other === null) return [];
    const names = given.filter((name) => one.includes(name) && !other.includes(name));
    const told = numbersOf(other);
    const numbers = numbersOf(one).filter((number) => !told.includes(number));
    return [...names, ...numbers].map((what) => `${path} loses ${what}: ${other}`);
  });
  expect(lost).toStrictEqual([]);
});

test('nothing is filled in that is not there', () => {
  const bare = PAIRS.filter(({ other }) => other !== null && /undefined|NaN|\[object|null/u.test(other));
  expect(bare.map(({ path, other }) => `${path}: ${other ?? ''}`)).toStrictEqual([]);
});

test('the report’s fonts have every sign of it', () => {
  const text = PAIRS.map(({ other }) => other ?? '').join('');
  expect(missingGlyphs(text, readAssets().fonts)).toStrictEqual([]);
});

test('every work that the English methods cite is cited', () => {
  const study = { attribution: '0,4', threshold: '0,7', articles: 10, outlets: 3, calls: 6, groups: ['А', 'Б'] };
  const cited = (words: typeof english): readonly (string | null)[] => {
    const texts = words.methods(study).map(({ text }) => text);
    const cells = texts.flatMap((text) => withCitations(text, REFERENCES, words.front.citing));
    return [...new Set(cells.map(({ href }) => href))].sort();
  };
  expect(cited(english).length).toBeGreaterThan(10);
  expect(cited(russian)).toStrictEqual(cited(english));
});

function without(text: string, given: readonly string[]): string {
  return given.reduce((left, name) => left.replaceAll(name, ''), text);
}
