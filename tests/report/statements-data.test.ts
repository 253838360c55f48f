import { describe, expect, test } from 'vitest';
import type { Result } from '../../pipeline/model.ts';
import { LIMITS } from '../../pipeline/report/setting.ts';
import type { StatementsData } from '../../pipeline/report/statements-data.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { cutSegments } from '../../pipeline/report/view-text.ts';
import { largeResult } from '../support/large-result.ts';
import { resultWithText, sampleResult } from '../support/sample-result.ts';

const data = dataOf(sampleResult());

const MARROW = 'Ilse Marrow';
const SPEAKERS = ['the Harbour Office', 'Upland Wire', MARROW, MARROW, MARROW, 'Speaker not told', 'a reader'];
const MANNERS = ['indirect', 'indirect', 'through Upland Wire, direct', 'direct', 'indirect', 'indirect', 'direct'];
const ORIGINS = ['Coast', 'Upland', 'Upland', 'Coast', 'Coast', 'No known group', 'No known group'];

describe('each statement of the sample is in the data', () => {
  test('under its number and its id', () => {
    expect(data.number).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(data.number.map((_, row) => data.articles[data.article[row]!]!.id + data.suffix[row]!)).toEqual(
      sampleResult().articles.flatMap(({ statements }) => statements.map(({ id }) => id)),
    );
  });

  test.each([
    ['speakers, each name once, and what stands for none', data.speakers, data.speaker, SPEAKERS],
    ['how it was said, and through whom', data.manners, data.manner, MANNERS],
    ['the group whose voice it comes through', data.origins, data.origin, ORIGINS],
  ])('%s', (_trap, names, places, expected) => {
    expect(new Set(names).size).toBe(names.length);
    expect(places.map((place) => names[place])).toEqual(expected);
  });

  test('with its targets and calls in turn, also more than one', () => {
    const told = data.stances.map((pairs) => pairs.map((n, i) => (i % 2 === 0 ? data.targets[n] : data.callNames[n])));
    expect(told).toEqual([[], [], ['Upland', 'no call'], ['Upland', 'opposes'], [], [], []]);
  });

  test('with its words in pieces, by role', () => {
    expect(data.words[4]).toEqual(['She', ' ', 'denies', ' that ', 'talks were held', '.']);
    expect(Array.from(data.roles[4]!).map((role) => data.roleNames[Number(role)])).toEqual([
      ...['source', 'plain', 'cue', 'plain', 'content', 'plain'],
    ]);
    expect(data.denied).toEqual([0, 0, 0, 0, 1, 0, 0]);
  });

  test('articles have one line for a citation, and an address only where it may be followed', () => {
    expect(data.articles.map(({ line, href, printed }) => [line, href, printed])).toEqual([
      ['“Ferries stop”, The Harbour Post, 3 May 2031', 'https://harbour-post.example/ferries?a=1&b=2', true],
      ['“quiet-night”, Night Letter', null, true],
    ]);
    const { articles } = sampleResult();
    const hostile = articles.map((article) => ({ ...article, url: 'javascript:alert(1)' }));
    expect(dataOf(sampleResult({ articles: hostile })).articles.map(({ href }) => href)).toEqual([null, null]);
  });
});

describe('what is long', () => {
  test('is cut at the end of a word, in the piece where the room ends', () => {
    const pieces = [
      { role: 'source', text: 'The mayor' },
      { role: 'content', text: ' said that nothing is over' },
      { role: 'plain', text: ', she added.' },
    ] as const;
    expect(cutSegments(pieces, 20).map(({ text }) => text)).toEqual(['The mayor', ' said that\u00a0…']);
    expect(cutSegments(pieces, 9).map(({ text }) => text)).toEqual(['The mayor']);
    expect(cutSegments(pieces, 1000)).toEqual(pieces);
  });

  test('is not cut within a character', () => {
    expect(cutSegments([{ role: 'content', text: '🚢🚢🚢' }], 3)).toEqual([{ role: 'content', text: '🚢\u00a0…' }]);
  });

  test.each([
    ['a text without a space', 'x'.repeat(9000)],
    ['a text of many words', 'word '.repeat(2000)],
    ['invisible characters, each of which is shown by a mark', '\u202e'.repeat(9000)],
  ])('%s stays within a bound, in words and names', (_trap, text) => {
    const { words, speakers, outlets, articles } = dataOf(resultWithText(text));
    const longest = Math.max(...[...words.flat(), ...speakers, ...outlets].map(({ length }) => length));
    expect(longest).toBeLessThanOrEqual((LIMITS.wordsInPage + 3) * '[U+202E]'.length);
    expect(articles[1]!.line.length).toBeLessThan(4000);
  });
});

describe('a large corpus', () => {
  const large = repeated(largeResult(1000), 21);
  const { find, drawn, articles } = buildView(large).statements.body;

  test('keeps to the limit by whole articles, among them all that are printed', () => {
    expect(find.data.number.length).toBeGreaterThan(LIMITS.statementsInPage - 5);
    expect(find.data.number.length).toBeLessThanOrEqual(LIMITS.statementsInPage);
    const printed = articles.flatMap(({ statements }) => statements.map(({ number }) => Number(number)));
    const held = new Set(find.data.number);
    expect(printed.length).toBeGreaterThan(100);
    expect(printed.filter((number) => !held.has(number))).toEqual([]);
    expect(find.data.articles.filter((article) => article.printed)).toHaveLength(articles.length);
  });

  test('says so, with the file that has all', () => {
    expect(find.note).toContain('Searches 20,000 of 21,000 statements, of articles drawn by the study’s seed');
    expect(find.note).toContain('data/statements.jsonl');
    expect(drawn).not.toBeNull();
  });

  test('takes less than twelve megabytes', () => {
    expect(Buffer.byteLength(JSON.stringify(find))).toBeLessThan(11e6);
  });
});

function dataOf(result: Result): StatementsData {
  return buildView(result).statements.body.find.data;
}

/** The result with its articles over and over, each time under other names. */
function repeated(result: Result, times: number): Result {
  const articles = Array.from({ length: times }, (_, n) =>
    result.articles.map((article) => {
      const id = n === 0 ? article.id : `${article.id}-${n}`;
      const statements = article.statements.map((one, i) => ({ ...one, id: `${id}#${i + 1}` }));
      return { ...article, id, statements };
    }),
  ).flat();
  return { ...result, articles };
}
