import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BREAK, safeHref, showText } from '../../pipeline/report/safe.ts';

test.each([
  ['a web address stays', 'https://harbour.example/a?b=1#c', 'https://harbour.example/a?b=1#c'],
  ['an address without encryption stays', 'http://harbour.example/', 'http://harbour.example/'],
  ['a letter box stays', 'mailto:desk@harbour.example', 'mailto:desk@harbour.example'],
  ['a place in the report stays', '#s-12', '#s-12'],
  ['script is no address', 'javascript:alert(1)', null],
  ['nor in capitals with a tab in it', 'JaVa\tScRiPt:alert(1)', null],
  ['nor after white space', '  javascript:alert(1)', null],
  ['a file of the reader’s machine is none', 'file:///etc/hostname', null],
  ['data is none', 'data:text/html,<b>x</b>', null],
  ['a relative address has no scheme to check', '../secret.html', null],
  ['an address without a scheme would follow the page’s', '//harbour.example/x', null],
  ['a place with a space in it is no place', '# x', null],
  ['nothing is none', '', null],
])('%s', (_trap, url, href) => {
  expect(safeHref(url)).toBe(href);
});

test('what comes back has an allowed scheme and holds nothing that ends an attribute', () => {
  const schemes = fc.constantFrom(
    '',
    'http:',
    'https:',
    'mailto:',
    'javascript:',
    'vbscript:',
    'file:',
    '#',
    ' https:',
  );
  fc.assert(
    fc.property(schemes, fc.string({ unit: 'binary' }), (scheme, rest) => {
      const href = safeHref(scheme + rest);
      expect(href ?? '#x').toMatch(/^(?:https?:|mailto:|#)[^\s"<>]*$/u);
    }),
  );
});

test.each([
  ['an override that turns the line round is a mark', 'a\u202eb', 'a[U+202E]b'],
  ['so is an isolate', '\u2066x\u2069', '[U+2066]x[U+2069]'],
  ['so is a mark of direction', '\u200fx', '[U+200F]x'],
  ['a null is a mark', 'a\u0000b', 'a[U+0000]b'],
  ['an escape is a mark', '\u001b[31m', '[U+001B][31m'],
  ['a zero-width space is a mark', 'in\u200bvisible', 'in[U+200B]visible'],
  ['a byte-order mark within the text is a mark', 'a\ufeffb', 'a[U+FEFF]b'],
  ['a tag character outside the basic plane is one mark', '\u{e0041}', '[U+E0041]'],
  ['half a pair is a mark', 'a\ud83db', 'a[U+D83D]b'],
  ['a separator of lines is a mark', 'a\u2028b', 'a[U+2028]b'],
  ['white space stays', 'a\tb\r\nc\u00a0d', 'a\tb\r\nc\u00a0d'],
  ['a soft hyphen stays', 'co\u00adop', 'co\u00adop'],
  ['other scripts stay', 'Привет, Ελλάδα, 漢字, שלום, 🚢', 'Привет, Ελλάδα, 漢字, שלום, 🚢'],
  ['markup is text', '<b>&amp;</b>', '<b>&amp;</b>'],
  ['a word of 2,000 letters stays whole', 'x'.repeat(2000), 'x'.repeat(2000)],
  ['a longer one may break', 'x'.repeat(2001), [...Array<string>(10).fill('x'.repeat(200)), 'x'].join(BREAK)],
])('%s', (_trap, text, shown) => {
  expect(showText(text)).toBe(shown);
});

test('no text is lost: without marks and places to break, what is shown is what was there, less what cannot be seen', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const seen = text.replace(/(?![\t\n\r\u00ad])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\p{NChar}]/gu, '');
      expect(
        showText(text)
          .replaceAll(BREAK, '')
          .replace(/\[U\+[0-9A-F]{4,6}\]/gu, ''),
      ).toBe(seen);
    }),
  );
});

test('nothing unseen is left but the places to break, and no piece of a long word is longer than a word may be', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const shown = showText(text);
      expect(shown.replaceAll(BREAK, '')).not.toMatch(/(?![\t\n\r\u00ad])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u);
      expect(Math.max(0, ...shown.split(/[\s\u200b]/u).map(({ length }) => length))).toBeLessThanOrEqual(2000);
    }),
  );
});

/** Words with what hides in texts between and in them; opening brackets are left out, so that no text looks like a mark. */
function hostileText(): fc.Arbitrary<string> {
  const unseen = fc.constantFrom(
    '\u202e',
    '\u2066',
    '\u200b',
    '\u0000',
    '\ufeff',
    '\ud800',
    '\u2028',
    '\u00ad',
    '\u{e0001}',
  );
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    unseen,
    fc.nat(2500).map((n) => 'w'.repeat(n)),
    fc.constant(' '),
  );
  return fc.array(piece).map((pieces) => pieces.join('').replaceAll('[', '('));
}
