import type { Segment } from './segments.ts';

/** One attribution as its segments. */
export interface Linked {
  readonly source: Segment | null;
  /** `null` for words that no cue introduces. */
  readonly cue: Segment | null;
  /** In the order of the text. */
  readonly content: readonly Segment[];
}

/**
 * Joins segments to attributions by nearness: of an annotator's own segments, 93 of 100 attributions come out whole. A
 * cue has the nearest source of its line, rather one that no other cue has; a content goes to the cue of its paragraph
 * that is nearest, by way of the source as well. In a paragraph without cue it goes on with the attribution before it.
 * A cue for which no content is left has none.
 */
export function link(segments: readonly Segment[]): readonly Linked[] {
  const cues = ofRole(segments, 'cue');
  const heads = withSources(cues, byLine(ofRole(segments, 'source')));
  const alone: Linked[] = [];
  for (const content of ofRole(segments, 'content')) {
    const head = headOf(content, heads.byParagraph.get(content.paragraph) ?? []) ?? goesOnFrom(content, heads.inOrder);
    if (head === null) alone.push({ source: null, cue: null, content: [content] });
    else head.content.push(content);
  }
  return [...heads.inOrder, ...alone].sort((a, b) => firstToken(a) - firstToken(b));
}

/** A cue with its source, and the contents found so far. */
interface Head {
  readonly source: Segment | null;
  readonly cue: Segment;
  readonly content: Segment[];
}

function ofRole(segments: readonly Segment[], role: Segment['role']): readonly Segment[] {
  return segments.filter((segment) => segment.role === role);
}

/** The token with which an attribution begins. */
function firstToken({ source, cue, content }: Linked): number {
  return Math.min(...[source, cue, content[0] ?? null].map((segment) => segment?.first ?? Infinity));
}

function byLine(segments: readonly Segment[]): ReadonlyMap<number, readonly Segment[]> {
  const lines = new Map<number, Segment[]>();
  for (const segment of segments) {
    const line = lines.get(segment.line);
    if (line === undefined) lines.set(segment.line, [segment]);
    else line.push(segment);
  }
  return lines;
}

/** Costs, in tokens. Chosen on annotators' segments of 250 training articles, where none matters by more than half a point. */
const RIGHT_OF_CUE = 8;
const OTHER_CUE_BETWEEN = 2;
const TAKEN = 2;
const FARTHEST_SOURCE = 60;
const OTHER_LINE = 20;
const SECOND_AFTER_CUE = 2;

/** How many segments on either side of a place are weighed: more never win. */
const NEIGHBOURS = 8;

function withSources(
  cues: readonly Segment[],
  sources: ReadonlyMap<number, readonly Segment[]>,
): { readonly inOrder: readonly Head[]; readonly byParagraph: ReadonlyMap<number, readonly Head[]> } {
  const inOrder: Head[] = [];
  const byParagraph = new Map<number, Head[]>();
  const taken = new Set<Segment>();
  cues.forEach((cue, n) => {
    const near = around(sources.get(cue.line) ?? [], cue.first);
    const others = cues.slice(Math.max(0, n - NEIGHBOURS), n + NEIGHBOURS);
    const cost = (source: Segment): number =>
      gap(source, cue) +
      (source.first > cue.first ? RIGHT_OF_CUE : 0) +
      OTHER_CUE_BETWEEN * countBetween(others, source, cue) +
      (taken.has(source) ? TAKEN : 0);
    const source = cheapest(near, cost, FARTHEST_SOURCE);
    if (source !== null) taken.add(source);
    const head: Head = { source, cue, content: [] };
    inOrder.push(head);
    const here = byParagraph.get(cue.paragraph);
    if (here === undefined) byParagraph.set(cue.paragraph, [head]);
    else here.push(head);
  });
  return { inOrder, byParagraph };
}

/** The segments of a sorted list that stand nearest to a token. */
function around<T extends Segment | Head>(list: readonly T[], token: number): readonly T[] {
  if (list.length <= 2 * NEIGHBOURS) return list;
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    const entry = list[mid]!;
    if (('cue' in entry ? entry.cue.first : entry.first) < token) low = mid + 1;
    else high = mid;
  }
  return list.slice(Math.max(0, low - NEIGHBOURS), low + NEIGHBOURS);
}

function gap(a: Segment, b: Segment): number {
  return Math.max(0, a.end <= b.first ? b.first - a.end : a.first - b.end);
}

function countBetween(cues: readonly Segment[], a: Segment, b: Segment): number {
  const [from, to] = a.end <= b.first ? [a.end, b.first] : [b.end, a.first];
  return cues.filter(({ first, end }) => first >= from && end <= to).length;
}

/** The entry of least cost, the first of several; `null` where none costs less than `most`. */
function cheapest<T>(list: readonly T[], cost: (entry: T) => number, most: number): T | null {
  let best: T | null = null;
  let least = most;
  for (const entry of list) {
    const price = cost(entry);
    if (price >= least) continue;
    least = price;
    best = entry;
  }
  return best;
}

function headOf(content: Segment, heads: readonly Head[]): Head | null {
  const cost = ({ source, cue, content: others }: Head): number => {
    const near = source === null ? gap(cue, content) : Math.min(gap(cue, content), gap(source, content));
    const together = cue.line === content.line || cue.line === content.lastLine;
    const second = others.length > 0 && content.first > cue.end;
    return near + (together ? 0 : OTHER_LINE) + (second ? SECOND_AFTER_CUE : 0);
  };
  return cheapest(around(heads, content.first), cost, Infinity);
}

/** The attribution whose words ended the paragraph before, or whose cue did ("He said: ¶ …"), if there is one. */
function goesOnFrom(content: Segment, heads: readonly Head[]): Head | null {
  const before = around(heads, content.first).findLast(({ cue }) => cue.paragraph < content.paragraph) ?? null;
  const last = before?.content.at(-1);
  if (before === null) return null;
  const end = last === undefined ? before.cue.paragraph : Math.max(last.paragraph, before.cue.paragraph);
  return content.paragraph - end <= 1 ? before : null;
}
