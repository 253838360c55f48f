import { barsDrawing } from './chart-bars.ts';
import { calibrationDrawing } from './chart-calibration.ts';
import { chainDrawing } from './chart-chain.ts';
import { curveDrawing } from './chart-curve.ts';
import { dotsDrawing } from './chart-dots.ts';
import { matrixDrawing } from './chart-matrix.ts';
import { periodsDrawing } from './chart-periods.ts';
import { scatterDrawing } from './chart-scatter.ts';
import { slopesDrawing } from './chart-slopes.ts';
import type { Chart } from './chart-types.ts';
import { draw, type Drawing } from './plot.ts';
import { BREAK } from './safe.ts';

declare const drawn: unique symbol;
/** Markup that this module drew, with every word in it escaped: the only text that templates put in without escaping. */
export type Svg = string & { readonly [drawn]: true };

/**
 * `chart` as one SVG image: the same bytes for the same chart, named by its title and description, all else hidden from
 * assistive technology. Colours are the style sheet's variables, so that it follows light, dark and print.
 */
export function drawChart(chart: Chart): Svg {
  const { width, height, markup } = markupOf(chart);
  const [title, description] = [`${chart.id}-title`, `${chart.id}-desc`];
  return (`<svg class="chart chart-${chart.kind}" role="img" aria-labelledby="${title} ${description}" ` +
    `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" style="--width:${width}" ` +
    `fill="currentColor" text-anchor="middle" font-size="10">` +
    `<title id="${title}">${escapeMarkup(chart.title)}</title><desc id="${description}">${escapeMarkup(chart.description)}</desc>` +
    `<g aria-hidden="true">${markup}</g></svg>`) as Svg;
}

/** What a chart draws, without its title and description, and the size of its view box. */
export function markupOf(chart: Chart): { readonly width: number; readonly height: number; readonly markup: string } {
  const drawing = drawingOf(chart);
  return { width: drawing.width, height: drawing.height, markup: withoutLabels(draw(drawing)) };
}

function drawingOf(chart: Chart): Drawing {
  switch (chart.kind) {
    case 'chain':
      return chainDrawing(chart);
    case 'bars':
      return barsDrawing(chart);
    case 'matrix':
      return matrixDrawing(chart);
    case 'dots':
      return dotsDrawing(chart);
    case 'scatter':
      return scatterDrawing(chart);
    case 'periods':
      return periodsDrawing(chart);
    case 'curve':
      return curveDrawing(chart);
    case 'slopes':
      return slopesDrawing(chart);
    case 'calibration':
      return calibrationDrawing(chart);
  }
}

/** `text` as it may stand in markup. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(BREAK, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Plot names its groups for assistive technology; on elements without a role, and hidden, such names are faults. */
function withoutLabels(markup: string): string {
  return markup.replace(/<[a-z][^>]*>/gu, (tag) => tag.replace(/ aria-[a-z]+="[^"]*"/gu, ''));
}
