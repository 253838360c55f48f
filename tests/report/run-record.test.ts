import { describe, expect, test } from 'vitest';
import { citationOf } from '../../pipeline/report/citation.ts';
import { recordJson, withRecord } from '../../pipeline/report/run-record.ts';
import { english } from '../../pipeline/report/words/english.ts';
import { sampleResult, sampleStudy } from '../support/sample-result.ts';

describe('the record within the page', () => {
  test.each([
    ['the end of its element', '</script><script>alert(1)</script>'],
    ['a comment that opens a script state', '<!-- <script'],
    ['separators that older scripts take for line ends', 'a\u2028b\u2029c'],
    ['bidirectional, zero-width and control characters', '\u202ea\u200bb\u0000\u0085\ufeff'],
    ['half a character', '\ud800'],
    ['unseen characters of two units', '\u{e0041}\u{1d173}'],
    ['a slot for a page number', '<span class="page" data-page-of="a">000</span>'],
  ])('holds %s as data', (_trap, title) => {
    const json = recordJson({ title });
    expect(json).not.toMatch(/<|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u);
    expect(JSON.parse(json)).toEqual({ title });
  });

  test('stands last in the body, once, and changes nothing before it', () => {
    const page = '<html><body><p>words</p>\n</body>\n</html>';
    expect(withRecord(page, '{}')).toBe(
      '<html><body><p>words</p>\n<script type="application/json" id="run-record">{}</script>\n</body>\n</html>',
    );
  });
});

describe('a citation as CSL-JSON', () => {
  test('has what BibTeX has, the day, and names as they stand', () => {
    const { csl } = citationOf(sampleResult(), english);
    const [item] = JSON.parse(csl) as Record<string, unknown>[];
    expect(item).toMatchObject({ type: 'report', title: sampleStudy.title });
    expect(item!['author']).toEqual(sampleStudy.authors.map((literal) => ({ literal })));
    expect(item!['issued']).toEqual({ 'date-parts': [[2031, 5, 3]] });
  });

  test('of a study without authors and date names none', () => {
    const { study, provenance } = sampleResult();
    const { csl } = citationOf(
      { study: { ...study, authors: [] }, provenance: { ...provenance, date: null } },
      english,
    );
    expect(Object.keys((JSON.parse(csl) as object[])[0]!)).toEqual(['id', 'type', 'title', 'note']);
  });
});
