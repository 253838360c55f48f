import { describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { REFERENCES } from '../../pipeline/report/references.ts';
import { dataFiles } from '../../pipeline/report/tables.ts';
import { buildReport } from '../../pipeline/report/view.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { languages } from '../../pipeline/report/words/languages.ts';
import type { Result } from '../../pipeline/model.ts';
import { contrastedResult } from '../support/sample-contrasts.ts';
import { sampleResult } from '../support/sample-result.ts';

const SAMPLES: readonly (readonly [what: string, result: Result])[] = [
  ['counts', inRussian(sampleResult())],
  ['contrasts', inRussian(contrastedResult())],
];

function inRussian(result: Result): Result {
  return { ...result, study: { ...result.study, language: 'ru' } };
}

/** Texts of a view that a reader sees, each with the keys that lead to it. */
function textsIn(value: unknown, path: readonly string[] = []): readonly { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path: path.join('.'), text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !UNSEEN.has(key))
    .flatMap(([key, one]) => textsIn(one, [...path, key]));
}

/** Fields with names for programs, words of articles, and lists of the program's own files. */
const UNSEEN = new Set([
  ...['id', 'href', 'mark', 'sort', 'language', 'kind', 'tone', 'shape', 'size', 'role', 'leads', 'shades', 'extent'],
  ...['context', 'passages', 'references', 'settings', 'inputs', 'bibtex', 'csl', 'command', 'file', 'drawing', 'name'],
  ...['data', 'periods', 'weight'],
]);

/** Words in Latin letters, but for places of files, commands, hashes and what the page's script fills in. */
function wordsIn(text: string): readonly string[] {
  const plain = text.replace(/\S+\/\S*|\w+\.csv|npm run [\w -]+|parallax verify|\b[\da-f]{64}\b|\{\w+\}/gu, '');
  return plain.match(/(?<![\p{L}\d])[A-Za-z][A-Za-z’-]*[A-Za-z]/gu) ?? [];
}

/** Words that the study, the articles, the registries and codebooks have, or that name a method: they stay as they are. */
function ofTheData({ study, articles, comparison, provenance, issues, quarantined }: Result): ReadonlySet<string> {
  const names = REFERENCES.flatMap(({ author }) => author.map(({ family }) => family));
  const { naming, frames, stances, sources, chain, contrasts } = comparison;
  const named = { naming, frames, speakers: [stances, sources, chain] };
  const contrasted = (contrasts?.contrasts ?? []).map(({ id, outlets }) => [id, outlets]);
  const terms = [contrasts?.keyness, contrasts?.company, contrasts?.templates, contrasts?.roles];
  const all = [
    study,
    articles.map(({ text, title, publisher, id, outletName }) => [text, title, publisher, id, outletName]),
  ];
  const rest = [named, contrasted, terms, provenance, issues, quarantined, names];
  return new Set([...JSON.stringify([...all, ...rest]).matchAll(/[A-Za-z’-]+/gu)].map(([word]) => word));
}

/** Names of methods and formats, and English words that are told of as such: “according to”, “but”, “of course”, “claim”. */
const TERMS = new Set(
  [
    'AFINN BCa BibTeX CSL-JSON DP JSON LRC Log Macro NewsMTSC Parallax PolNeAR SHA SVG Unicode al et log logDice ratio',
    'according alignment but claim course engagement',
  ].flatMap((line) => line.split(' ')),
);

describe.each(SAMPLES)('a report in Russian: %s', (_what, result) => {
  const { view, ledger } = buildReport(result);
  const inEnglish = buildReport(result, english);

  test('says nothing of its own in English', () => {
    const data = ofTheData(result);
    const left = textsIn(view).flatMap(({ path, text }) =>
      wordsIn(text)
        .filter((word) => !data.has(word) && !TERMS.has(word))
        .map((word) => `${path}: ${word}`),
    );
    expect(left).toEqual([]);
    expect(textsIn(inEnglish.view).flatMap(({ text }) => wordsIn(text)).length).toBeGreaterThan(1000);
  });

  test('has a comma before decimals, in tables, charts and sentences', () => {
    const shown = textsIn({ ...view, again: null, statements: null, methods: null }).filter(({ text }) =>
      /(?<![\d.])\d+\.\d+(?![\d.])/u.test(text.replace(/SHA-256 \w+/gu, '')),
    );
    expect(shown).toEqual([]);
    expect(textsIn(view).filter(({ text }) => /\d,\d/u.test(text)).length).toBeGreaterThan(3);
  });

  test('has a ledger with the values, names of values, tests and passages that it has in English', () => {
    const bare = (entries: typeof ledger) =>
      entries.map((entry) => {
        const { p, q, floor } = entry.test ?? {};
        return { ...entry, text: '', statistic: '', told: '', test: [p, q, floor] };
      });
    expect(bare(ledger)).toEqual(bare(inEnglish.ledger));
    expect(ledger.map(({ text }) => text)).not.toEqual(inEnglish.ledger.map(({ text }) => text));
  });

  test('has the data files that it has in English but for sentences', () => {
    const of = (words: typeof english) => new Map(dataFiles(result, words).map(({ name, text }) => [name, text]));
    const [russian, other] = [of(languages.ru), of(english)];
    const changed = [...russian].filter(([name, text]) => other.get(name) !== text).map(([name]) => name);
    const sentences = ['citation.bib', 'citation.json'];
    expect(changed.sort()).toEqual(result.comparison.contrasts === null ? sentences : [...sentences, 'claims.csv']);
  });

  test('sorts its numbers as the page in English does', () => {
    const html = (of: typeof view) => renderHtml(of, readAssets());
    const sorts = (of: typeof view) =>
      [...html(of).matchAll(/<td class="number"( data-sort="[^"]*")?(?: lang="[^"]*")?>(?:<a [^>]*>)?([^<]*)/gu)].map(
        ([, sort, text]) =>
          (sort === undefined ? null : Number(sort.slice(' data-sort="'.length, -1))) ?? readAt(text!),
      );
    expect(sorts(view)).toEqual(sorts(inEnglish.view));
  });

  test('says of each passage, title and source that it is in English, on a page in Russian', () => {
    const html = renderHtml(view, readAssets());
    expect(/<html lang="[^"]*">/u.exec(html)?.[0]).toBe('<html lang="ru-RU">');
    expect(html.match(/<blockquote(?! lang="en"|><\/blockquote>)/gu)).toBeNull();
    const article = result.articles[0]!;
    expect(html.includes(`<span lang="${article.language}">${article.title!}</span></h3>`)).toBe(true);
    expect(/<li id="reference-[^"]*" lang="en">/u.test(html)).toBe(true);
  });
});

/** What the page's script reads from a number without `data-sort`. */
function readAt(text: string): number | null {
  const number = /^<?\s*([+-]?[\d.]+)/u.exec(text.replaceAll('&lt;', '<').replaceAll(',', '').replace('−', '-'));
  return number === null ? null : Number(number[1]) - (text.startsWith('&lt;') ? 1e-9 : 0);
}

test('a page in English does not say of passages in English more than it must', () => {
  const html = renderHtml(buildReport(sampleResult()).view, readAssets());
  expect(html.match(/<(?:th|td|dd)[^>]* lang=/gu)).toBeNull();
});
