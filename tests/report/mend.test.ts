import { describe, expect, test } from 'vitest';
import { wrapUnmarked } from '../../pipeline/report/pdf/artifacts.ts';
import { mayLinkTo } from '../../pipeline/report/pdf/links.ts';

describe('what is painted outside tags becomes an artifact', () => {
  test.each<[trap: string, operators: string, expected: string | null]>([
    [
      'a rule before and after a paragraph',
      'r re|f|/P <</MCID 0 >>BDC|x Tj|EMC|S',
      '/Artifact BMC|r re|f|EMC|/P <</MCID 0 >>BDC|x Tj|EMC|/Artifact BMC|S|EMC',
    ],
    [
      'settings alone paint nothing',
      'q|1 0 0 rg|/P <</MCID 0 >>BDC|x Tj|EMC|Q',
      'q|1 0 0 rg|/P <</MCID 0 >>BDC|x Tj|EMC|Q',
    ],
    ['a path that only clips paints nothing', '0 0 9 9 re|W* n', '0 0 9 9 re|W* n'],
    [
      'marks within marks are one',
      '/Artifact BMC|/P <</MCID 0 >>BDC|x Tj|EMC|f|EMC',
      '/Artifact BMC|/P <</MCID 0 >>BDC|x Tj|EMC|f|EMC',
    ],
    [
      'a mark that only says how letters read',
      '/Span <</ActualText <FEFF6E2F>>>BDC|x Tj|EMC|f',
      '/Artifact BMC|/Span <</ActualText <FEFF6E2F>>>BDC|x Tj|EMC|f|EMC',
    ],
    [
      'such a mark within a tag stays there',
      '/P <</MCID 0 >>BDC|/Span <</ActualText <FEFF6E2F>>>BDC|x Tj|EMC|EMC',
      '/P <</MCID 0 >>BDC|/Span <</ActualText <FEFF6E2F>>>BDC|x Tj|EMC|EMC',
    ],
    ['a tag within such a mark is left alone', '/Span BMC|/P <</MCID 0 >>BDC|x Tj|EMC|EMC', null],
    ['a form', '/X1 Do', '/Artifact BMC|/X1 Do|EMC'],
    ['a form with tags in it is none', 'f|/X9 Do|S', '/Artifact BMC|f|EMC|/X9 Do|/Artifact BMC|S|EMC'],
    ['a mark that is never closed is left alone', '/P <</MCID 0 >>BDC|x Tj', null],
    ['an end without a beginning is left alone', 'f|EMC|f', null],
  ])('%s', (_trap, operators, expected) => {
    const wrapped = wrapUnmarked(operators.replaceAll('|', '\n'), new Set(['X9']));
    expect(wrapped?.replaceAll('\n', '|') ?? null).toBe(expected);
  });
});

describe('a report may link', () => {
  test.each([
    ['to the web', 'https://gazette.example/', true],
    ['to a letter', 'mailto:ada@gazette.example', true],
    ['not to a script', 'javascript:alert(1)', false],
    ['not to a script after a tab that browsers skip', 'java\tscript:alert(1)', false],
    ['not to a file', 'file:///etc/passwd', false],
    ['not to a place beside itself, of which there is none', 'http://report.invalid/etc/passwd', false],
    ['not to nothing', '', false],
  ])('%s', (_trap, address, allowed) => {
    expect(mayLinkTo(address)).toBe(allowed);
  });
});
