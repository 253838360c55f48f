import { describe, expect, test } from 'vitest';
import { REFERENCES } from '../../pipeline/report/references.ts';
import { referenceId, referenceText, withCitations } from '../../pipeline/report/citations.ts';
import { buildReport, buildView } from '../../pipeline/report/view.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { contrastedResult } from '../support/sample-contrasts.ts';
import { sampleResult } from '../support/sample-result.ts';

const plain = buildView(sampleResult());
const { view: contrasted, ledger } = buildReport(contrastedResult());

describe('the first page', () => {
  test('with claims it says the first of them in short, each with its interval and its number in the ledger', () => {
    const { points, reasons } = contrasted.front;
    expect(points.length).toBe(Math.min(4, contrasted.differs.body.claims.length));
    expect(reasons).toEqual([]);
    points.forEach(({ text, stated, fact }, i) => {
      expect(text).toMatch(/: \d.*% \(95% interval .*\) in The Harbour Post, /u);
      expect(fact).toContain('difference');
      expect(stated.text).toBe(contrasted.differs.body.claims[i]!.stated.text);
      expect(ledger.map(({ id }) => id)).toContain(stated.text);
    });
  });

  test('contrasts that the study named come first, wherever the comparison puts them', () => {
    const result = contrastedResult();
    const held = result.comparison.contrasts!;
    const turned = { ...held, claims: [...held.claims].reverse() };
    const view = buildView({ ...result, comparison: { ...result.comparison, contrasts: turned } });
    expect(view.front.points[0]!.text).toContain('operation');
  });

  test('with contrasts its figure is the main ones, two groups a contrast, and the chain stands in its section', () => {
    const { figure } = contrasted.front;
    expect(figure).toMatchObject({ id: 'figure-main', label: 'Figure 1', chart: { kind: 'dots' } });
    const rows = figure!.chart.kind === 'dots' ? figure!.chart.sections.map((section) => section.rows.length) : [];
    expect(new Set(rows)).toEqual(new Set([2]));
    expect(contrasted.voices.body.chain?.id).toBe('figure-chain');
  });

  test('where nothing is claimed it describes, says why no more, and holds the chain, which then stands once', () => {
    const { points, reasons, figure } = plain.front;
    expect(points.map(({ text }) => text)).toContain(
      'Of all words, 56% are someone else’s: 27% within quotation marks, 30% reported without them.',
    );
    expect(reasons).toEqual(plain.summary.body.claims.reasons);
    expect(figure?.id).toBe('figure-chain');
    expect(plain.voices.body.chain).toBeNull();
  });

  test('what must be known first stands first, each with a link', () => {
    const texts = plain.front.warnings.map(({ text, link }) => `${text} ${link.href ?? ''}`);
    expect(texts.some((text) => text.includes('set aside') && text.endsWith('#warnings'))).toBe(true);
    expect(texts.some((text) => text.startsWith('Fewer than') && text.endsWith('#claiming'))).toBe(true);
  });
});

describe.each([
  ['a description', plain],
  ['contrasts', contrasted],
])('figures and tables of %s', (_name, view) => {
  test('each is named in the text of its section, by itself or within a run of numbers', () => {
    const guides = Object.values(view as object).flatMap((part: unknown) =>
      typeof part === 'object' && part !== null && 'guide' in part ? [part.guide as typeof view.front.guide] : [],
    );
    const text = guides.map((guide) => guide.map((piece) => piece.text).join('')).join(' ');
    const named = new Set(text.match(/(?:Figure|Table) \d+/gu));
    for (const [, kind = '', from, to] of text.matchAll(/(Figure|Table) (\d+) to (?:Figure|Table) (\d+)/gu)) {
      for (let n = Number(from); n <= Number(to); n++) named.add(`${kind} ${n}`);
    }
    expect(view.lists.map(({ label }) => label).filter((label) => !named.has(label))).toEqual([]);
    expect(view.lists.length).toBeGreaterThan(5);
  });
});

describe('references', () => {
  const pieces = plain.methods.body.parts.flatMap(({ text }) => text);
  const links = pieces.flatMap(({ href }) => href ?? []);

  test('each is cited in the methods, and its place is in the list', () => {
    expect(REFERENCES.map((one) => `#${referenceId(one)}`).filter((href) => !links.includes(href))).toEqual([]);
    expect(plain.methods.body.references.map(({ id }) => `#${id}`).sort()).toEqual([...new Set(links)].sort());
  });

  test('no citation is left without its place', () => {
    const unlinked = pieces.filter(({ href }) => href === null).map(({ text }) => text);
    expect(unlinked.join(' | ')).not.toMatch(/(?:et al\.|\p{Lu}\p{Ll}+)(?:’s)? \(?(?:19|20)\d\d\b(?! articles)/u);
  });

  test('cutting a text at its citations loses no letter', () => {
    const text = 'Wilson’s (1927), Efron 1987 and Monroe et al. 2008.';
    const cut = withCitations(text, REFERENCES, english.front.citing);
    expect(cut.map((piece) => piece.text).join('')).toBe(text);
    expect(cut.filter(({ href }) => href !== null)).toHaveLength(3);
  });

  test.each([
    [
      'efron-1987',
      'Efron, B. (1987). Better bootstrap confidence intervals. Journal of the American Statistical Association 82(397), 171–185.',
    ],
    [
      'efron-1993',
      'Efron, B. and Tibshirani, R. J. (1993). An Introduction to the Bootstrap. New York: Chapman and Hall.',
    ],
    [
      'newell-2018',
      'Newell, E., Margolin, D. and Ruths, D. (2018). An attribution relations corpus for political news. Proceedings of LREC 2018.',
    ],
    ['searle-1976', 'Searle, J. R. (1976). A classification of illocutionary acts. Language in Society 5(1), 1–23.'],
  ])('%s is printed author and date first', (id, text) => {
    expect(
      referenceText(
        REFERENCES.find((one) => one.id === id)!,
        english,
      ),
    ).toBe(text);
  });
});

test('the glossary is in the order of the alphabet, each term once', () => {
  const terms = plain.glossary.body.terms.map(({ term }) => term);
  expect(terms).toEqual([...new Set(terms)].sort());
});
