import Handlebars from 'handlebars';
import type { Assets } from './assets.ts';
import type { Chart } from './chart-types.ts';
import { drawChart } from './charts.ts';
import { fontFaces } from './fonts.ts';
import { BREAK } from './safe.ts';
import type { ReportView } from './view.ts';

/** What the page may load: nothing but what is inside it. The PDF's print sends the same as a header. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * The report as one HTML file with fonts, styles and charts inside, for screen and print, without script.
 * Every text is escaped; a field that the templates name and `view` lacks throws.
 */
export function renderHtml(view: ReportView, assets: Assets): string {
  // The view holds every character that is shown; what the templates add of their own is in every font.
  const fonts = fontFaces(JSON.stringify(view), assets.fonts);
  const styles = [fonts, assets.screen, runningTitle(view.title), assets.print].join('\n');
  const page = { ...view, styles: new Handlebars.SafeString(styles), policy: CONTENT_SECURITY_POLICY };
  return withBreaks(compile(assets)(page));
}

type Page = ReportView & { readonly styles: Handlebars.SafeString; readonly policy: string };

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
