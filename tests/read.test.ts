import { expect, test } from 'vitest';
import { EXIT } from '../pipeline/issue.ts';
import type { Outlet, Registry } from '../pipeline/model.ts';
import { readAll, readArticles } from '../pipeline/read/articles.ts';
import { refusalFrom } from './support/checks.ts';
import { scratch, type Content } from './support/scratch.ts';

const dated = 'date: 2031-05-04\n';
const known = `${dated}outlet: Harbour Post\n`;

test('the text is the file, byte for byte, but for a byte order mark and front matter', async () => {
  const { articles } = await read({
    'a.txt': '\uFEFFRain  fell.\r\n\r\n“Stay,” she said. 🌧\n',
    'b.txt': '---\nid: second\n---\n\n Rain.\n',
  });
  expect(articles.map(({ id, text }) => [id, text])).toEqual([
    ['a', 'Rain  fell.\r\n\r\n“Stay,” she said. 🌧\n'],
    ['second', '\n Rain.\n'],
  ]);
});

test('an article that says everything has no issue', async () => {
  const head =
    '---\ntitle: Tides\noutlet: harbour post\ndate: 2031-05-04T10:00:00Z\nurl: https://harbour-post.example/1\nauthor: I. Marrow\nlanguage: en-GB\n---\n';
  const { articles, issues } = await read({ 'a.txt': `${head}Rain.` });
  expect(issues).toEqual([]);
  expect(articles[0]).toMatchObject({
    file: 'a.txt',
    title: 'Tides',
    outletName: 'harbour post',
    publisher: { id: 'harbour-post' },
    date: '2031-05-04',
    url: 'https://harbour-post.example/1',
    author: 'I. Marrow',
    language: 'en-GB',
  });
});

test.each([
  ['by name, without minding case or “the”', 'outlet: the HARBOUR post', 'harbour-post'],
  ['by domain in place of a name', 'outlet: harbour-post.example', 'harbour-post'],
  ['where the registry has a “the” and the article none', 'outlet: Tide Office', 'tide-office'],
  ['by id', 'outlet: tide-office', 'tide-office'],
  ['by the address of the page', 'url: https://news.harbour-post.example/x', 'harbour-post'],
  [
    'by the address where the name is not known',
    'outlet: HP Online\nurl: https://harbour-post.example',
    'harbour-post',
  ],
  ['not by an address that only ends alike', 'url: https://not-harbour-post.example/x', null],
  ['not by an address that only holds it', 'url: https://evil.example/harbour-post.example', null],
])('a publisher is found %s', async (_trap, head, expected) => {
  expect((await read({ 'a.txt': `---\n${head}\n---\nRain.` })).articles[0]?.publisher?.id ?? null).toBe(expected);
});

test('each line of JSON Lines is an article: what vendors add is left aside, and the line is told where something is odd', async () => {
  const line = (fields: object): string => JSON.stringify(fields);
  const full = {
    id: 'x/1',
    outlet: 'Harbour Post',
    date: '2031-05-04',
    title: 'Tides',
    text: 'Rain.',
    score: 3,
    tags: ['a'],
  };
  const { articles, issues, files, found } = await read(
    { 'a.jsonl': `${line(full)}\n\n${line({ text: 'Wind.', outlet: 7, author: ['I.'], date: null })}\n` },
    ['*.jsonl'],
  );
  expect(articles).toMatchObject([
    {
      id: 'x-1',
      file: 'a.jsonl',
      title: 'Tides',
      publisher: { id: 'harbour-post' },
      date: '2031-05-04',
      text: 'Rain.',
    },
    { id: 'a-3', title: null, publisher: null, outletName: '7', date: null, author: null, text: 'Wind.' },
  ]);
  expect(new Set(articles.map(({ sha256 }) => sha256)).size).toBe(2);
  expect(issues.map(({ code, line: at }) => [code, at])).toEqual([
    ['article-front-matter', 1],
    ['article-front-matter', 3],
    ['date-missing', null],
    ['outlet-unknown', 3],
  ]);
  expect(found).toBe(2);
  expect(files.map(({ file }) => file)).toEqual(['a.jsonl']);
});

test.each([
  ['no JSON', '{"text": ', 'article-line'],
  ['no object', '[1]', 'article-line'],
  ['no text', '{"text": 3}', 'article-line'],
  ['an empty text', '{"text": " "}', 'article-empty'],
  ['no words', '{"text": "…"}', 'article-without-words'],
  ['the id of another', '{"id": "a", "text": "Wind."}', 'article-duplicate-id'],
])('a line with %s is set aside, and the others are read', async (_what, line, code) => {
  const { articles, quarantined } = await read({ 'a.jsonl': `{"id": "a", "text": "Rain."}\n${line}\n` }, ['a.jsonl']);
  expect(articles.map(({ text }) => text)).toEqual(['Rain.']);
  expect(quarantined).toMatchObject([{ code, file: 'a.jsonl' }]);
});

test('a folder’s JSON Lines are no articles unless a pattern names their ending', async () => {
  const content = { 'a.txt': 'Rain.', 'b.jsonl': '{"text": "Wind."}' };
  expect((await read(content, ['.'])).articles.map(({ id }) => id)).toEqual(['a']);
  expect((await read(content, ['*.jsonl'])).articles.map(({ id }) => id)).toEqual(['b-1']);
});

test.each([
  ['no date, no outlet', 'title: T', ['date-missing', 'outlet-missing'], [null, null]],
  ['an outlet near to a known one', `${dated}outlet: Harbour Pots`, ['outlet-unknown'], [3]],
  ['an address that a browser would run', `${known}url: "javascript:alert(1)"`, ['article-front-matter'], [4]],
  ['an address of a file', `${known}url: file:///etc/passwd`, ['article-front-matter'], [4]],
  ['no address', `${known}url: over there`, ['article-front-matter'], [4]],
  ['a day that does not exist', 'outlet: Harbour Post\ndate: 2031-02-30', ['article-front-matter'], [3]],
  ['a date in words', 'outlet: Harbour Post\ndate: 4 May 2031', ['article-front-matter'], [3]],
  ['no language code', `${known}language: the English one`, ['article-front-matter'], [4]],
  ['an unknown key', `${known}outlets: x`, ['article-front-matter'], [4]],
  ['an id that would leave its folder', `${known}id: ../../x`, ['article-front-matter'], [4]],
])('%s is an issue, and the run goes on', async (_trap, head, codes, lines) => {
  const { articles, issues } = await read({ 'a.txt': `---\n${head}\n---\nRain.` });
  expect(articles).toHaveLength(1);
  expect(issues.map(({ code }) => code)).toEqual(codes);
  expect(issues.map(({ line }) => line)).toEqual(lines);
  expect(issues.every(({ article, file }) => article === articles[0]?.id && file === 'a.txt')).toBe(true);
});

test('what an issue says names the mend', async () => {
  const { issues } = await read({ 'a.txt': `---\n${dated}outlet: Harbour Pots\n---\nRain.` });
  expect(issues[0]?.message).toContain('Did you mean “The Harbour Post”?');
});

test.each([
  ['ids are made safe for names of files', { '..a b&c.txt': 'x' }, ['a-b-c']],
  ['letters of any script stay', { 'Дождь.txt': 'x' }, ['Дождь']],
  ['a name of signs alone', { '&&.txt': 'x' }, ['article']],
])('%s', async (_trap, files, expected) => {
  expect((await read(files)).articles.map(({ id }) => id)).toEqual(expected);
});

test.each([
  ['empty', '', 'article-empty', 1],
  ['blank', ' \n\n', 'article-empty', 1],
  ['front matter alone', '---\nid: a\n---\n', 'article-empty', 4],
  ['signs alone', '—\n***', 'article-without-words', 1],
  ['front matter that is no YAML', '---\nid: [\n---\nRain.', 'article-front-matter', 3],
  ['not UTF-8, with the line', Buffer.from('Rain\nfell in S\xe3o', 'latin1'), 'article-not-utf8', 2],
  ['UTF-16', Buffer.from('\uFEFFRain', 'utf16le'), 'article-not-utf8', 1],
  ['a character cut off at the end', Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xe2, 0x80]), 'article-not-utf8', 3],
])('a file that is %s is set aside', async (_trap, content, code, line) => {
  const { articles, quarantined, found } = await read({ 'a.txt': content, 'b.txt': 'Rain.' });
  expect(articles.map(({ id }) => id)).toEqual(['b']);
  expect(quarantined).toMatchObject([{ code, line, file: 'a.txt', article: null }]);
  expect(found).toBe(2);
});

test('of two articles with one id the first by file name stays', async () => {
  const { articles, quarantined } = await read({ 'b.txt': 'Rain.', 'a.txt': '---\nid: b\n---\nSun.' });
  expect(articles.map(({ file }) => file)).toEqual(['a.txt']);
  expect(quarantined).toMatchObject([{ code: 'article-duplicate-id', file: 'b.txt' }]);
  expect(quarantined[0]?.message).toContain('“b” already belongs to a.txt');
});

test('no file at all is refused', async () => {
  const refusal = await refusalFrom(read({ 'a.md': 'Rain.' }));
  expect(refusal.exit).toBe(EXIT.missingInput);
  expect(refusal.message).toBe('No .txt or .jsonl file matches “*”: check “articles” in the study.');
});

function read(files: Readonly<Record<string, Content>>, patterns: readonly string[] = ['*']) {
  return readAll(readArticles(patterns, scratch(files), registry()));
}

function registry(): Registry {
  const post = { type: 'outlet', medium: 'newspaper', country: 'AA', group: null, note: '', sourceNote: '' } as const;
  const outlets: readonly Outlet[] = [
    {
      ...post,
      id: 'harbour-post',
      name: 'The Harbour Post',
      aliases: ['Harbour Post'],
      domains: ['harbour-post.example'],
    },
    { ...post, id: 'tide-office', name: 'the Tide Office', aliases: [], domains: [] },
  ];
  return { outlets, actors: [] };
}
