import type { Span } from '../model.ts';
import { trim } from '../text/span.ts';

/**
 * The paragraphs of `text`, trimmed, none blank. A line is a paragraph, unless the text is hard-wrapped (blank lines part
 * its blocks, and lines break within sentences): then a block is one.
 */
export function paragraphs(text: string): readonly Span[] {
  const lines = spansBetween(text, /\r\n|[\n\r\u0085\u2028\u2029]/gu);
  const blocks = spansBetween(text, /(?:\r\n|[\n\r])[^\S\n\r]*(?:\r\n|[\n\r])\s*/gu);
  return isWrapped(text, lines, blocks) ? blocks : lines;
}

function spansBetween(text: string, separator: RegExp): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(separator)) {
    found.push(trim(text, [from, match.index]));
    from = match.index + match[0].length;
  }
  found.push(trim(text, [from, text.length]));
  return found.filter(([start, end]) => end > start);
}

/** Lines broken for print are shorter than this; a longer one is a paragraph. */
const LONGEST_PRINTED = 150;

/** More than half of the line ends inside blocks come where no sentence ends, and every line is as short as in print. */
function isWrapped(text: string, lines: readonly Span[], blocks: readonly Span[]): boolean {
  if (blocks.length < 2 || lines.some(([start, end]) => end - start > LONGEST_PRINTED)) return false;
  const blockEnds = new Set(blocks.map(([, end]) => end));
  const inner = lines.filter(([, end]) => !blockEnds.has(end));
  const broken = inner.filter(([, end]) => !/[.!?:;…”"’'»)]/u.test(text.charAt(end - 1)));
  return inner.length > 0 && broken.length > inner.length / 2;
}
