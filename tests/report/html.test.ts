import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readAssets } from '../../pipeline/report/assets.ts';
import { missingGlyphs } from '../../pipeline/report/fonts.ts';
import { jsonInPage, renderHtml, securityPolicy, withoutScript } from '../../pipeline/report/html.ts';
import { showText } from '../../pipeline/report/safe.ts';
import { buildView } from '../../pipeline/report/view.ts';
import { resultWithText, sampleResult, sampleStudy } from '../support/sample-result.ts';

const assets = readAssets();
const view = buildView(sampleResult());
const html = renderHtml(view, assets);
const body = html.slice(html.indexOf('<body>'));
const head = html.slice(0, html.indexOf('<body>'));
/** The data of the page, and its script. */
const SCRIPTS = ['<script type="application/json" id="report-data">', '<script type="module">'];

test('the same result gives the same bytes', () => {
  expect(renderHtml(buildView(structuredClone(sampleResult())), readAssets())).toBe(html);
});

describe('one file that opens anywhere', () => {
  test('nothing is loaded, and nothing runs but the script of its own', () => {
    expect(html).not.toMatch(/<link|<iframe|<object|<embed|<base|@import| on[a-z]+=/iu);
    expect(html.match(/<script[^>]*>/gu)).toEqual(SCRIPTS);
    expect(html.match(/url\((?!data:font\/woff2;base64,)/gu)).toBeNull();
    expect(body.match(/ src=/gu)).toBeNull();
  });

  test('the policy in the file forbids all but what is inside it', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(head)![1]!;
    expect(unescape(policy)).toBe(securityPolicy(assets));
    expect(unescape(policy)).toMatch(/^default-src 'none';/u);
    expect(unescape(policy)).not.toMatch(/script-src[^;]*(?:unsafe|data:|http|\*)/u);
  });

  test('the policy lets the script run by the hash of its bytes as they stand in the file', () => {
    const [, script] = /<script type="module">([^]*?)<\/script>/u.exec(html)!;
    const sha256 = createHash('sha256').update(script!).digest('base64');
    expect(unescape(head)).toContain(`script-src 'sha256-${sha256}'`);
  });

  test('the script puts nothing into the page as markup, runs no text, and asks nobody', () => {
    expect(assets.script.text).not.toMatch(
      /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|Function\(|fetch|XMLHttp|import\(|localStorage/u,
    );
    expect(assets.script.text.length).toBeLessThan(12.5 * 1024);
  });

  test('without its script the page is the same but for that', () => {
    const bare = withoutScript(html);
    expect(bare).not.toMatch(/<script/iu);
    expect(bare.endsWith('</main>\n</body>\n</html>\n')).toBe(true);
    expect(html.startsWith(bare.slice(0, -'</body>\n</html>\n'.length))).toBe(true);
  });

  test('fonts are inside, and have every character that the report adds of its own', () => {
    expect(head.split('@font-face').length - 1).toBeGreaterThanOrEqual(6);
    // The sample's ship is in no font: its absence from them is what an issue is for.
    expect(missingGlyphs(textOf(body), assets.fonts)).toEqual(['🚢']);
  });

  test('it has its language, its title, a view for phones, dark colours and a print', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/u);
    expect(head).toContain('<title>Ferries &amp; families: two coasts</title>');
    expect(head).toContain('width=device-width');
    expect(head).toContain('prefers-color-scheme: dark');
    expect(head).toContain("counter(page) ' / ' counter(pages)");
    expect(head).toContain('geometricPrecision');
  });

  test('no tag that tagged PDF does not know', () => {
    expect(body).not.toMatch(/<(?:em|strong|figure)\b/u);
  });
});

describe('places', () => {
  const ids = [...body.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id!);

  test('no id stands twice', () => {
    expect(ids.length).toBeGreaterThan(60);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  test('each link within the report leads to a place in it', () => {
    const targets = [...body.matchAll(/ href="#([^"]*)"/gu)].map(([, id]) => id!);
    expect(targets.length).toBeGreaterThan(60);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('each line of the contents has a slot for its page', () => {
    const slots = [
      ...body.matchAll(/<a href="#([^"]*)">.*?<\/a><span class="page" data-page-of="([^"]*)">000<\/span>/gu),
    ];
    expect(slots).toHaveLength(view.contents.length + view.lists.length);
    expect(slots.filter(([, href, slot]) => href !== slot)).toEqual([]);
  });

  test('each statement has its place', () => {
    expect(ids.filter((id) => /^s-\d+$/u.test(id))).toEqual(['s-1', 's-2', 's-3', 's-4', 's-5', 's-6', 's-7']);
  });
});

test('each statement stands in its sentences, unbroken but for the names of roles that are not seen', () => {
  const seen = body.replace(/<span class="unseen">[^<]*<\/span>/gu, '');
  const quotations = [...seen.matchAll(/<blockquote lang[^>]*>(.*?)<\/blockquote>/gsu)].map(([, words]) =>
    textOf(`<body>${words!}`),
  );
  const contexts = view.statements.body.articles.flatMap(({ statements }) => statements.map(({ context }) => context));
  expect(quotations).toEqual(contexts.map((context) => context.map(({ text }) => text).join('')));
  expect(quotations[2]).toBe(
    'According to Upland Wire, the minister Ilse Marrow had warned that “the blockade harms every family”.',
  );
});

test('a template’s indentation gets into no one’s words', () => {
  const { statements, ...others } = assets.partials as Readonly<Record<string, string>> & {
    readonly statements: string;
  };
  const indented = statements.replace('{{> statement this}}', '        {{> statement this}}');
  const page = renderHtml(buildView(resultWithText('one\n    two\n\tthree')), {
    ...assets,
    partials: { ...others, statements: indented },
  });
  expect(indented).not.toBe(statements);
  expect(page).toContain('<span class="unseen">[content: </span>one\n    two\n\tthree<span');
});

describe('hostile words stay words', () => {
  test.each([
    ['script', '<script>fetch("http://evil.example")</script>'],
    ['an image', '<img src=http://evil.example/x.png onerror=alert(1)>'],
    ['a frame on a local file', '<iframe src=file:///etc/hostname></iframe>'],
    ['a refresh', '<meta http-equiv="refresh" content="0;url=file:///etc/hostname">'],
    ['an end of every element that it could stand in', '</style></title></blockquote></svg></table></body></html>'],
    ['an attribute’s end', '" onmouseover="alert(1)" x=\''],
    ['a template’s tag', '{{constructor}} {{{constructor}}} {{#with this}}{{/with}} {{> table}}'],
    ['an entity', '&lt;script&gt; &#x3C;script&#x3E;'],
    ['a formula', "=cmd|' /C calc'!A0"],
    ['bidirectional overrides and isolates', 'left \u202eright\u202c \u2066in\u2069'],
    ['control and zero-width characters', 'nu\u0000ll, es\u001bc, ze\u200bro, ha\ud800lf'],
    ['a word as long as a page', 'x'.repeat(9000)],
    ['a comment that never ends', '<!-- --!> <!--'],
    ['lines that look like indentation', 'one\n    two\n\tthree'],
  ])('%s', (_trap, text) => {
    const page = renderHtml(buildView(resultWithText(text)), assets);
    expect(page).not.toMatch(/<(?:img|iframe|object|embed|base|form)\b/iu);
    expect(page.match(/<script\b[^>]*>|<\/script\b/giu)).toEqual([SCRIPTS[0], '</script', SCRIPTS[1], '</script']);
    expect(page.match(/http-equiv="/gu)).toHaveLength(1);
    expect(page.match(/<html|<body>|<\/body>|<\/style>/gu)).toHaveLength(4);
    expect(tagsOf(page).filter((tag) => / on[a-z]+\s*=/iu.test(tag))).toEqual([]);
    expect(page).not.toMatch(/[\p{Cf}\p{Cs}]|(?![\t\n])\p{Cc}/u);
    expect(textOf(page).split(showText(text).replaceAll('\u200b', '')).length).toBeGreaterThan(3);
  });

  test('a long word may break where it is laid out, and only there', () => {
    const page = renderHtml(buildView(resultWithText('x'.repeat(9000))), assets);
    expect(page).toContain(`${'x'.repeat(200)}<wbr>${'x'.repeat(200)}`);
    expect(page.slice(0, page.indexOf('<body>'))).not.toContain('<wbr>');
  });

  test('a study’s title can end neither the style sheet nor the string in it', () => {
    const title = '"; } </style><script>alert(1)</script> { \\';
    const page = renderHtml(buildView(sampleResult({ study: { ...sampleStudy, title } })), assets);
    const styles = page.slice(page.indexOf('<style>'), page.indexOf('</style>'));
    expect(styles).toContain('@top-left { content: "\\22 \\3b  \\7d  \\3c \\2f style\\3e ');
    expect(page.indexOf('</style>')).toBeGreaterThan(page.indexOf('@media print'));
  });
});

describe('the data within the page', () => {
  test.each([
    ['an end of the element', '</script><script>alert(1)</script>'],
    ['a comment that would hide the end of the element', '<!-- <script>'],
    ['line separators', 'one\u2028two\u2029three'],
    ['quotation marks and backslashes', '"\\" \\u003c'],
    ['markup characters', 'a < b & c > d'],
  ])('%s comes back as it was, and stands in no other way', (_trap, text) => {
    const json = jsonInPage({ text });
    expect(json).not.toMatch(/[<\u2028\u2029]/u);
    expect(JSON.parse(json)).toEqual({ text });
  });

  test('places to break do not become elements in it', () => {
    expect(jsonInPage({ text: 'x\u200bx' })).toBe('{"text":"xx"}');
  });
});

describe('a field that a template names must be there', () => {
  test.each([
    ['in plain text', { ...view, title: undefined }],
    ['as a condition', { ...view, question: undefined }],
    ['as a list', { ...view, contents: undefined }],
    ['as a part', { ...view, summary: undefined }],
    ['as a table', part('corpus', { table: undefined })],
    ['as a list within a part', part('summary', { ...view.summary.body, paragraphs: undefined })],
    ['as a condition within a part', part('groups', { ...view.groups.body, unused: undefined })],
    [
      'within a list',
      part('speakers', { ...view.speakers.body, speakers: [{ ...view.speakers.body.speakers[0], name: undefined }] }),
    ],
    ['as a chart', part('voices', { ...view.voices.body, chain: { ...view.voices.body.chain, chart: undefined } })],
  ])('%s', (_place, broken) => {
    const bare = JSON.parse(JSON.stringify(broken)) as typeof view;
    expect(() => renderHtml(bare, assets)).toThrow();
  });

  test('the view itself is whole', () => {
    expect(() => renderHtml(JSON.parse(JSON.stringify(view)) as typeof view, assets)).not.toThrow();
  });
});

describe('templates', () => {
  const templates = Object.entries({ report: assets.report, ...assets.partials });

  test.each(templates)(
    '%s names the interface of its view, and puts in nothing without escaping',
    (_name, template) => {
      expect(template).toMatch(/^\{\{!-- [A-Z]\w+View \(pipeline\/report\/[a-z-]+\.ts\)/u);
      expect(template).not.toMatch(/\{\{\{|\{\{&/u);
    },
  );

  test('all partials are used', () => {
    const all = templates.map(([, template]) => template).join('\n');
    expect(
      Object.keys(assets.partials).filter((name) => !all.includes(`{{> ${name} `) && !all.includes(`{{> ${name}}}`)),
    ).toEqual([]);
  });
});

function part(name: keyof typeof view, changed: object): object {
  return { ...view, [name]: { ...(view[name] as object), body: changed } };
}

function tagsOf(page: string): readonly string[] {
  return page.slice(page.indexOf('<body>')).match(/<[a-z][^>]*>/giu) ?? [];
}

/** What a reader reads: text without tags, entities resolved. */
function textOf(page: string): string {
  const start = page.indexOf('<body>');
  return unescape(page.slice(start).replace(/<[^>]*>/gu, ''));
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#x([0-9A-F]+)|([a-z]+));/giu, (_all, hex: string | undefined, name: string | undefined) =>
    hex === undefined ? named[name!]! : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}
