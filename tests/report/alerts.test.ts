import { describe, expect, test } from 'vitest';
import { ISSUE_CODES, issue, type IssueCode } from '../../pipeline/issue.ts';
import type { Contrast, Result } from '../../pipeline/model.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { contrastedResult, sampleContrasts } from '../support/sample-contrasts.ts';
import { sampleResult } from '../support/sample-result.ts';

function alertsOf(codes: readonly IssueCode[], changes: Partial<Result> = {}): readonly string[] {
  const result = sampleResult({ issues: codes.map((code) => issue(code, 'Odd.')), quarantined: [], ...changes });
  return buildView(result).front.warnings.map(({ text }) => text);
}

describe('the warnings of the first page', () => {
  test('a thousand open quotations do not hide one line without an article: kinds are counted apart, the weightier first', () => {
    const texts = alertsOf([...Array<IssueCode>(1000).fill('quotation-unclosed'), 'date-missing', 'article-line']);
    const [grave, light] = [texts.findIndex((t) => t.includes('no article')), texts.length - 1];
    expect(texts[grave]).toBe('Missing or doubtful in the input: 1 line that holds no article.');
    expect(grave).toBe(0);
    expect(texts[light]).toBe('1 article without a date and 1,000 unclosed quotations in the input; the run went on.');
  });

  test('what is set aside comes before all odd input, too few outlets before what is slight', () => {
    const texts = alertsOf(['quotation-unclosed', 'text-not-english'], {
      quarantined: [issue('article-failed', 'Odd.')],
    });
    const order = ['set aside', 'does not read as English', 'Fewer than', 'unclosed quotation'];
    expect(texts.map((text) => order.findIndex((part) => text.includes(part)))).toEqual([0, 1, 2, 3]);
  });

  test('of nothing odd nothing is said', () => {
    expect(alertsOf([]).filter((text) => text.includes('input'))).toEqual([]);
  });

  test('every code has words of its own', () => {
    const codes = Object.keys(ISSUE_CODES) as IssueCode[];
    expect(codes.map((code) => english.alerts.kind(code, 2)).filter((text) => text.includes('oddities'))).toEqual([]);
    expect(new Set(codes.map((code) => english.alerts.kind(code, 2))).size).toBe(codes.length);
  });

  test('a frame that the classifier tells badly is named, one that it tells well is not', () => {
    const frame = (topic: string): Contrast => ({
      ...sampleContrasts.contrasts[0]!,
      family: 'frames',
      topic,
      id: `frames/${topic}/${topic}`,
    });
    const held = contrastedResult({ contrasts: [...sampleContrasts.contrasts, frame('resolution'), frame('moral')] });
    const study = { ...held.study, comparison: { ...held.study.comparison, reliability: 0.7 } };
    const texts = buildView({ ...held, study }).front.warnings.map(({ text }) => text);
    expect(texts).toContain('Frames that the classifier tells too badly to be drawn: resolution.');
  });
});

describe('the figure of the first page', () => {
  test('has its contrasts in the order of the sentences, however the comparison orders them', () => {
    const turned = contrastedResult({
      contrasts: [...sampleContrasts.contrasts].reverse(),
      claims: [...sampleContrasts.claims].reverse(),
    });
    const { points, figure } = buildView(turned).front;
    const headings = figure?.chart.kind === 'dots' ? figure.chart.sections.map(({ heading }) => heading) : [];
    const places = headings.map((heading) => {
      const [label = '', of = ''] = heading.split(' · ');
      return points.findIndex(({ text }) => text.startsWith(of.split(',')[0]!) && text.includes(label));
    });
    const said = places.filter((place) => place >= 0);
    expect(said.length).toBeGreaterThan(1);
    expect(said).toEqual([...said].sort((a, b) => a - b));
    expect(places.slice(0, said.length)).toEqual(said);
  });

  test('what the study named is drawn though it is not told apart, after what is', () => {
    const { figure } = buildView(contrastedResult()).front;
    const headings = figure?.chart.kind === 'dots' ? figure.chart.sections.map(({ heading }) => heading) : [];
    expect(headings.at(-1)).toMatch(/^unprovoked/u);
  });
});
