import { expect, test } from 'vitest';
import { openYaml } from '../pipeline/read/yaml.ts';
import { taken } from './support/checks.ts';

test.each([
  ['aliases that would grow without bound', 'a: &a [x, x]\nb: [*a, *a]', [1, 2]],
  ['nesting in brackets, on which the parser would die', '['.repeat(50_000), [1]],
  ['nesting in brackets over lines', `x: 1\n${'[\n'.repeat(5000)}`, [102]],
  ['nesting in list marks', '- '.repeat(50_000), [1]],
  ['nesting by indentation', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), [102]],
  ['a tag that asks for a type', 'a: !!js/function "x"', [1]],
])('%s is refused', (_trap, text, lines) => {
  expect(openYaml(text, 'f').problems.map(({ line }) => line)).toEqual(lines);
});

test('a key __proto__ is a key like any other', () => {
  const { data } = taken(openYaml('__proto__: { odd: 1 }', 'f'));
  expect(Object.keys(data as object)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>)['odd']).toBeUndefined();
});
