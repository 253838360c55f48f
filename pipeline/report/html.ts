import Handlebars from 'handlebars';
import type { Assets } from './assets.ts';
import type { Chart } from './chart-types.ts';
import { drawChart } from './charts.ts';
import { fontFaces } from './fonts.ts';
import { withTerms } from './linked.ts';
import { BREAK } from './safe.ts';
import type { ReportView } from './view.ts';

/**
 * What the page may load and run: nothing but what is inside it, and no script but its own, which may put nothing into it
 * as markup. The PDF's print sends a policy without any script as a header.
 */
export function securityPolicy({ script }: Assets): string {
  return [
    "default-src 'none'",
    `script-src 'sha256-${script.sha256}'`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/**
 * The report as one HTML file with fonts, styles, charts and a script inside, for screen and print; it can be read without
 * script. Every text is escaped; a field that the templates name and `view` lacks throws.
 */
export function renderHtml(view: ReportView, assets: Assets): string {
  // The view holds every character that is shown; what the templates add of their own is in every font.
  const fonts = fontFaces(JSON.stringify(view), assets.fonts);
  const styles = [fonts, assets.screen, runningTitle(view.title), assets.print].join('\n');
  const { words, data } = view.statements.body.find;
  const page = {
    ...withTerms(view),
    policy: securityPolicy(assets),
    styles: new Handlebars.SafeString(styles),
    data: new Handlebars.SafeString(jsonInPage({ words, data })),
    script: new Handlebars.SafeString(assets.script.text),
  };
  return withBreaks(compile(assets)(page));
}

/** `html` as `renderHtml` makes it without its script and what only that reads: for the PDF, in which nothing can run. */
export function withoutScript(html: string): string {
  return html.replace(/<script\b[^>]*>[^]*?<\/script>\n/gu, '');
}

/**
 * `value` as JSON that can stand within a script element: nothing in it can end the element or a line of it. Its texts lose the
 * places to break, which they are too short to need.
 */
export function jsonInPage(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(BREAK, '')
    .replace(/[<\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

type Page = ReportView &
  Readonly<Record<'styles' | 'data' | 'script', Handlebars.SafeString>> & { readonly policy: string };

function compile(assets: Assets): Handlebars.TemplateDelegate<Page> {
  const engine = Handlebars.create();
  for (const [name, partial] of Object.entries(assets.partials)) engine.registerPartial(name, partial);
  for (const name of ['if', 'unless', 'each', 'with']) guard(engine, name);
  engine.registerHelper('svg', (chart: Chart) => new Handlebars.SafeString(drawChart(chart)));
  return engine.compile<Page>(assets.report, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: { svg: true },
    // Otherwise a partial's indentation would stand within the words of an article.
    preventIndent: true,
  });
}

type Block = (this: unknown, value: unknown, options: Handlebars.HelperOptions) => unknown;

/** Handlebars' strict mode lets a missing field pass in silence inside a block helper; this one does not. */
function guard(engine: typeof Handlebars, name: string): void {
  const block = engine.helpers[name] as Block;
  engine.registerHelper(name, function guarded(this: unknown, value: unknown, options: Handlebars.HelperOptions) {
    if (value === undefined) throw new Error(`The view lacks a field that a template uses in {{#${name}}}.`);
    return block.call(this, value, options);
  });
}

const LONGEST_TITLE = 90;

/** The title at the head of each printed page but the first: as a CSS string in which nothing can end it. */
function runningTitle(title: string): string {
  const short = Array.from(title).slice(0, LONGEST_TITLE).join('');
  const text = short.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `);
  return `@page { @top-left { content: "${text}"; } }`;
}

/**
 * Turns the places to break that `showText` set into elements: laid out as characters of a bundled font, a word of a
 * hundred thousand letters costs Chromium minutes. What stands in the head of the page is not laid out.
 */
function withBreaks(html: string): string {
  const body = html.indexOf('<body>');
  return html.slice(0, body).replaceAll(BREAK, '') + html.slice(body).replaceAll(BREAK, '<wbr>');
}
