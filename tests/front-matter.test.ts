import { expect, test } from 'vitest';
import { readFrontMatter } from '../pipeline/read/front-matter.ts';

test.each([
  ['none', 'Rain fell.\n', {}, 'Rain fell.\n'],
  [
    'all keys',
    '---\nid: a\ntitle: T\noutlet: O\ndate: 2031-05-04\nurl: u\nauthor: A\nlanguage: en\n---\nRain.',
    { id: 'a', title: 'T', outlet: 'O', date: '2031-05-04', url: 'u', author: 'A', language: 'en' },
    'Rain.',
  ],
  ['blank line after it stays in the text', '---\nid: a\n---\n\nRain.', { id: 'a' }, '\nRain.'],
  ['Windows line ends', '---\r\nid: a\r\n---\r\nRain.\r\n', { id: 'a' }, 'Rain.\r\n'],
  ['no keys', '---\n---\nRain.', {}, 'Rain.'],
  ['an empty value is none', '---\nid:\ntitle: " "\n---\nRain.', {}, 'Rain.'],
  ['a number is a text', '---\ntitle: 1984\n---\nRain.', { title: '1984' }, 'Rain.'],
  ['line breaks in a value become blanks', '---\ntitle: "A\\nB"\n---\nRain.', { title: 'A B' }, 'Rain.'],
  ['a rule further down is text', 'Rain.\n---\nid: a\n---\n', {}, 'Rain.\n---\nid: a\n---\n'],
])('%s', (_trap, file, values, text) => {
  expect(readFrontMatter(file)).toMatchObject({ values, text, odd: [], broken: null });
});

test.each([
  ['an unknown key', 'id: a\noutlett: O', [[3, 'Did you mean “outlet”?']]],
  ['a list where a text belongs', 'author: [A, B]', [[2, '“author” must be a text']]],
  ['no map at all', '- a\n- b', [[2, 'must hold lines such as']]],
])('%s is left out and said', (_trap, head, expected) => {
  const { odd, broken, text } = readFrontMatter(`---\n${head}\n---\nRain.`);
  expect(odd).toEqual(
    expected.map(([line, part]) => ({ line, message: expect.stringContaining(String(part)) as string })),
  );
  expect({ broken, text }).toEqual({ broken: null, text: 'Rain.' });
});

test.each([
  [
    'a colon that needs quotation marks',
    '---\nid: a\ntitle: Rain: a story\n---\nRain.',
    3,
    'Put values in quotation marks.',
  ],
  ['never closed', '---\nid: a\nRain.', 1, 'never closed'],
  ['closed only after more than any head holds', `---\n${'# x\n'.repeat(9000)}---\nRain.`, 1, 'never closed'],
  ['a bomb', `---\na: ${'['.repeat(9000)}\n---\nRain.`, 2, 'nested too deeply'],
])('%s: the article cannot be read', (_trap, file, line, part) => {
  expect(readFrontMatter(file).broken).toEqual({ line, message: expect.stringContaining(part) as string });
});
