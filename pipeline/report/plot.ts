import { type PlotOptions, plot } from '@observablehq/plot';
import { DOMParser } from 'linkedom';

/** What Plot is told, with the size of the view box, which labels are set for. */
export type Drawing = PlotOptions & { readonly width: number; readonly height: number };

/** The inner markup of the SVG that Plot draws, without its style sheet: the report's own styles hold for it. */
export function draw(options: Drawing): string {
  // Plot's types speak of a browser's document, whose types this program does without: hence the casts to and from it.
  const document: unknown = new DOMParser().parseFromString('<!doctype html><html><body></body></html>', 'text/html');
  const drawn: unknown = plot({ ...options, document: document as never });
  return innerMarkup(drawn).replace(/^<style>[^<]*<\/style>/u, '');
}

function innerMarkup(drawn: unknown): string {
  if (typeof drawn === 'object' && drawn !== null && 'innerHTML' in drawn && typeof drawn.innerHTML === 'string') {
    return drawn.innerHTML;
  }
  throw new Error('Plot drew no element.');
}
