import { describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { claimText } from '../../pipeline/report/claim-text.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { ledgerLines } from '../../pipeline/report/ledger.ts';
import { buildReport } from '../../pipeline/report/view.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { contrastedResult, sampleContrasts } from '../support/sample-contrasts.ts';
import { resultWithText, sampleResult } from '../support/sample-result.ts';

const result = contrastedResult();
const { view, ledger } = buildReport(result);
const html = renderHtml(view, readAssets());

describe('the claim ledger', () => {
  test('numbers every figure and every claim, once, in the order of the report', () => {
    expect(ledger.map(({ id }) => id)).toEqual(ledger.map((_, i) => `L${i + 1}`));
    const figures = view.lists.filter(({ id }) => id.startsWith('figure-'));
    expect(ledger.filter(({ kind }) => kind === 'figure').map(({ text }) => text)).toEqual(
      figures.map(({ title }) => title),
    );
    const { claims } = view.differs.body;
    expect(claims).toHaveLength(3);
    for (const { text } of claims) expect(ledger.filter((entry) => entry.text === text)).toHaveLength(1);
  });

  test('every sentence of the summary is in it', () => {
    const stated = view.summary.body.paragraphs.flat();
    expect(stated.length).toBeGreaterThan(5);
    for (const sentence of stated) {
      expect(ledger.find(({ id }) => id === sentence.stated.text)?.text).toBe(sentence.text);
    }
  });

  test('links both ways: each number leads to an entry, and back to where it stands', () => {
    for (const { id } of ledger) {
      for (const place of [`ledger-${id}`, `stated-${id}`]) {
        expect(html.split(`id="${place}"`), place).toHaveLength(2);
        expect(html.split(`href="#${place}"`).length, place).toBeGreaterThan(1);
      }
    }
  });

  test('a claim has the numbers of its contrast, unrounded, and how chance was judged', () => {
    const [claim] = sampleContrasts.claims;
    const contrast = sampleContrasts.contrasts.find(({ id }) => id === claim!.contrast)!;
    const entry = ledger.find(({ text }) => text === claimText(english, claim!, contrast))!;
    expect(entry.values['share in question']).toBeCloseTo(contrast.treated.value!, 6);
    expect(entry.values['difference']).toBeCloseTo(contrast.difference!, 6);
    expect(entry.test).toEqual({
      name: english.ledger.permutation,
      p: contrast.permutation!.p,
      q: contrast.q,
      floor: contrast.permutation!.floor,
    });
    expect(entry.articles).toBe(contrast.treated.articles + contrast.reference.articles);
    expect(entry.seed).toBe(result.study.seed);
  });

  test('a passage is cut from its article at its code points', () => {
    const shown = ledger.flatMap(({ passages }) => passages);
    expect(shown.length).toBeGreaterThan(10);
    for (const { article, start, end, words } of shown) {
      const { text } = result.articles.find(({ id }) => id === article)!;
      expect(Array.from(text).slice(start, end).join('')).toBe(words);
    }
  });

  test('no finding shows more than three passages, and they are drawn, not the first', () => {
    const sizes = ledger.map(({ passages }) => passages.length);
    expect(Math.max(...sizes)).toBe(3);
    const seeds = [1, 2, 3, 4, 5].map((seed) => buildReport({ ...result, study: { ...result.study, seed } }).ledger);
    const draws = new Set(seeds.map((one) => JSON.stringify(one.map(({ passages }) => passages))));
    expect(draws.size).toBeGreaterThan(1);
  });

  test('astral characters count as one, and a long passage is cut', () => {
    const long = buildReport(resultWithText(`“${'𝔘 '.repeat(200)}”`)).ledger.flatMap(({ passages }) => passages);
    const cut = long.filter(({ words }) => words.endsWith('…'));
    expect(cut.length).toBeGreaterThan(0);
    expect(cut[0]).toMatchObject({ start: 0, end: 402 });
    expect(Array.from(cut[0]!.words)).toHaveLength(161);
  });

  test('is one JSON object a line, the same twice', () => {
    const lines = ledgerLines(ledger).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(JSON.parse(JSON.stringify(ledger)));
    expect(ledgerLines(buildReport(contrastedResult()).ledger)).toBe(ledgerLines(ledger));
  });

  test('without groups to compare it holds the summary and the figures alone', () => {
    const plain = buildReport(sampleResult()).ledger;
    expect(plain.filter(({ test: judged }) => judged !== null)).toEqual([]);
    expect(plain.map(({ kind }) => kind)).toContain('figure');
  });
});
