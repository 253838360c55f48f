import { describe, expect, test } from 'vitest';
import type { Contrast } from '../../pipeline/model.ts';
import { buildView, figuresOf } from '../../pipeline/report/view.ts';
import { languages } from '../../pipeline/report/words/languages.ts';
import { contrastedResult, sampleContrasts } from '../support/sample-contrasts.ts';
import { sampleStudy } from '../support/sample-result.ts';

describe.each(Object.values(languages))('in $language', (words) => {
  test.each([
    ['the study names none of its contrasts', []],
    ['one word is counted both as a name and between quotation marks', ['naming', 'quoting']],
    [
      'all families stand among the main contrasts',
      [...new Set(sampleContrasts.contrasts.map(({ family }) => family))],
    ],
  ])('no two titles and no two headings of one figure are the same where %s', (_trap, main) => {
    const contrasts = sampleContrasts.contrasts.map((one): Contrast => ({ ...one, verdict: 'these outlets differ' }));
    const result = contrastedResult({ contrasts });
    const { comparison } = result.study;
    const view = buildView({ ...result, study: { ...sampleStudy, comparison: { ...comparison, main } } }, words);
    expect(view.lists.length).toBeGreaterThan(30);
    expect(twice(view.lists.map(({ title }) => title))).toEqual([]);
    const headings = figuresOf(view).map(headingsOf);
    expect(headings.flat().length).toBeGreaterThan(20);
    expect(headings.flatMap(twice)).toEqual([]);
  });
});

/** Headings of the panels, or of the sections, of a figure that has several. */
function headingsOf({ chart }: ReturnType<typeof figuresOf>[number]): readonly string[] {
  if ('panels' in chart) return chart.panels.map(({ heading }) => heading);
  return 'sections' in chart ? chart.sections.map(({ heading }) => heading) : [];
}

test('two that are the same are found', () => {
  expect(twice(['one', 'two', 'one'])).toEqual(['one']);
});

function twice(texts: readonly string[]): readonly string[] {
  return texts.filter((text, i) => texts.indexOf(text) !== i);
}
