import { describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { type Terms, termsIn } from '../../pipeline/report/terms.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { languages } from '../../pipeline/report/words/languages.ts';
import { russianForms } from '../../pipeline/report/words/russian-glossary.ts';
import { contrastedResult, sampleContrasts } from '../support/sample-contrasts.ts';

const assets = readAssets();

describe.each(Object.values(languages))('terms in $language', (words) => {
  const view = buildView(contrastedResult(), words);
  const html = renderHtml(view, assets);
  const links = [...html.matchAll(/<a href="#(term-\d+)">([^<]*)<\/a>/gu)];

  test('each link leads to the entry of the word that it stands on', () => {
    expect(links.length).toBeGreaterThan(30);
    for (const [, id, text = ''] of links) {
      expect(html).toContain(`<div id="${id!}"><dt>`);
      const { term } = view.glossary.body.terms.find((one) => one.id === id)!;
      expect(termsIn(text, { terms: view.glossary.body.terms, names: [] })[0]!.href).toBe(`#${id!}`);
      expect(words.front.glossary.map(([name]) => name)).toContain(term);
    }
  });

  test('a term leads to the glossary once a section, and never out of it', () => {
    for (const section of html.split('<section ').slice(1)) {
      const ids = [...section.matchAll(/href="#(term-\d+)"/gu)].map(([, id]) => id!);
      expect(ids).toEqual([...new Set(ids)]);
      if (section.startsWith('id="glossary"')) expect(ids).toEqual([]);
    }
  });

  test('no link stands within a link, a heading, a table’s cell, a drawing or words of an article', () => {
    expect(html.match(/<a\b[^>]*>(?:(?!<\/a>)[^])*<a\b/gu)).toBeNull();
    for (const tag of ['h2', 'h3', 'th', 'td', 'caption', 'svg', 'blockquote', 'li'])
      expect(html.match(new RegExp(`<${tag}\\b(?:(?!</${tag}>)[^])*href="#term-`, 'gu'))).toBeNull();
  });

  test('no term is a use of another sense', () => {
    const around = [...html.matchAll(/[^\s<>]{1,40} <a href="#term-\d+">[^<]*/gu)].map(([text]) => text);
    expect(around.filter((text) => text.startsWith('кодовых'))).toEqual([]);
  });
});

test('a passage that holds a term is untouched', () => {
  const text = 'A contrast and its bootstrap interval, the minister said, came by relay.';
  const result = contrastedResult({ templates: [{ ...sampleContrasts.templates[0]!, text }] });
  expect(renderHtml(buildView(result, english), assets)).toContain(text);
});

test('a name from the data that holds a term is no use of it', () => {
  const result = contrastedResult();
  const groups = result.study.groups.map((group, i) => (i === 1 ? { ...group, label: 'Relay Interval' } : group));
  const held = { ...sampleContrasts, groups: [groups[0]!, groups[1]!] as const };
  const named = {
    ...result,
    study: { ...result.study, groups },
    comparison: { ...result.comparison, contrasts: held },
  };
  const html = renderHtml(buildView(named, english), assets);
  expect(html).toContain(
    'Each <a href="#term-4">contrast</a> is one proportion in The Harbour Post and in Relay Interval.',
  );
  expect(html).not.toMatch(/<a href="#term-\d+">(?:Relay|Interval)<\/a>/u);
});

const TERMS: Terms = {
  terms: [
    { id: 'one', term: 'Source', text: '', forms: ['source', 'sources'] },
    { id: 'two', term: 'Source of light', text: '', forms: ['source of light'] },
    { id: 'three', term: 'Шаблон', text: '', forms: ['шаблон*'] },
  ],
  names: ['The Source'],
};

test.each([
  ['the first use leads, a second does not', 'Sources, then a source.', '[Sources](#one), then a source.'],
  ['the longer of two is meant', 'A source of light is a source.', 'A [source of light](#two) is a [source](#one).'],
  ['part of a word is no use', 'Outsource, resources and open-source.', 'Outsource, resources and open-source.'],
  [
    'part of an address is no use',
    'See models/source/README.md or source.csv.',
    'See models/source/README.md or source.csv.',
  ],
  ['a use may end a sentence', 'It has a source.', 'It has a [source](#one).'],
  ['a name is no use', 'The Source has its sources.', 'The Source has its [sources](#one).'],
  ['a star stands for an ending', 'Слова стоят в шаблонах.', 'Слова стоят в [шаблонах](#three).'],
  ['a star stands for no more than an ending', 'Слова шаблонизированы.', 'Слова шаблонизированы.'],
])('%s', (_trap, text, expected) => {
  const pieces = termsIn(text, TERMS);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.map((piece) => (piece.href === null ? piece.text : `[${piece.text}](${piece.href})`)).join('')).toBe(
    expected,
  );
});

test('each form in Russian is of a term that the glossary has', () => {
  const terms = languages.ru.front.glossary.map(([term]) => term);
  expect(Object.keys(russianForms).filter((term) => !terms.includes(term))).toEqual([]);
});
