import type { Assets } from './assets.ts';
import { DETAIL_SIZE, room } from './chart-text.ts';
import { escapeMarkup, markupOf } from './charts.ts';
import { fontFaces } from './fonts.ts';
import type { FigureView } from './view-parts.ts';

/** A figure as a file for papers: its name in the folder `data`, and its markup. */
export interface FigureFile {
  readonly name: string;
  readonly text: string;
}

const FONT = 'Source Sans 3';
const ROW = 18;
const SWATCH = 9;
const GAP = 16;

/**
 * `figure` as an SVG file that stands alone: legend, drawing, title and description, with the colours that `screen` gives for
 * light paper written out, for drawing programs know no variables, and its font inside. No script, nothing from elsewhere.
 */
export function figureFile(figure: FigureView, { screen, fonts }: Pick<Assets, 'screen' | 'fonts'>): FigureFile {
  const { chart, legend } = figure;
  const { width, height, markup } = markupOf(chart);
  const rows = legendRows(legend, width);
  const head = rows.length * ROW;
  const words = JSON.stringify([legend, chart]);
  const faces = fontFaces(
    words,
    fonts.filter(({ family, style }) => family === FONT && style === 'normal'),
  );
  const text = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height + head}" width="${width}" height="${height + head}" ` +
      `fill="currentColor" font-family="${FONT}, Source Sans Pro, Liberation Sans, Arial, sans-serif" font-size="10" text-anchor="middle" xml:space="preserve">`,
    `<title>${escapeMarkup(figure.title)}</title><desc>${escapeMarkup(chart.description)}</desc>`,
    `<style>${faces}</style>`,
    ...rows.flatMap((row, i) => row.map((item) => legendItem(item, i * ROW))),
    `<g transform="translate(0 ${head})">${markup}</g>`,
    '</svg>',
  ].join('\n');
  return { name: figure.drawing.name.slice('data/'.length), text: `${inColours(text, screen)}\n` };
}

/** Name of the figure's file in the folder `data`. */
interface Item {
  readonly mark: string;
  readonly label: string;
  readonly x: number;
}

/** The legend in rows that are not wider than the drawing. */
function legendRows(legend: FigureView['legend'], width: number): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  let x = Infinity;
  for (const { mark, label } of legend) {
    const wide = SWATCH + GAP / 3 + room([label], DETAIL_SIZE + 1) + GAP;
    if (x + wide > width) {
      rows.push([]);
      x = 0;
    }
    rows.at(-1)!.push({ mark, label, x });
    x += wide;
  }
  return rows;
}

function legendItem({ mark, label, x }: Item, top: number): string {
  const text = `<text x="${x + SWATCH + GAP / 3}" y="${top + SWATCH + 1}" text-anchor="start">${escapeMarkup(label)}</text>`;
  return `<g>${swatch(mark, x, top + 1)}${text}</g>`;
}

/** The mark of a legend by the class names that the style sheet knows: “tone-1 shape-square”, “shade-light”. */
function swatch(mark: string, x: number, y: number): string {
  const [colour = '', shape = ''] = mark.split(' ');
  const paint = `var(--${colour})`;
  const middle = `cx="${x + SWATCH / 2}" cy="${y + SWATCH / 2}" r="${SWATCH / 2}"`;
  if (shape === 'shape-circle') return `<circle ${middle} fill="${paint}"/>`;
  const box = `x="${x}" y="${y}" width="${SWATCH}" height="${SWATCH}"`;
  if (shape === 'shape-square') return `<rect ${box} fill="var(--paper)" stroke="${paint}" stroke-width="1.5"/>`;
  const turned = shape === 'shape-diamond' ? ` transform="rotate(45 ${x + SWATCH / 2} ${y + SWATCH / 2}) "` : '';
  const line = colour.startsWith('shade-') ? 'var(--shade-strong)' : paint;
  return `<rect ${box} fill="${paint}" stroke="${line}"${turned}/>`;
}

/** `markup` with each colour that the style sheet's first rule names written out. Throws where it names none of that name. */
function inColours(markup: string, screen: string): string {
  const root = screen.slice(0, screen.indexOf('}'));
  const colours = new Map(Array.from(root.matchAll(/(--[\w-]+):\s*([^;]+);/gu), ([, name, value]) => [name, value]));
  return markup
    .replace(/var\((--[\w-]+)\)/gu, (_, name: string) => {
      const value = colours.get(name);
      if (value === undefined) throw new Error(`The style sheet has no colour ${name}.`);
      return value;
    })
    .replaceAll('currentColor', colours.get('--ink') ?? 'black');
}
