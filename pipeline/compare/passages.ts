import type { Group, Passage, ScoredArticle, Span, Statement, Voice } from '../model.ts';
import { subtract, trim } from '../text/span.ts';
import { groupOf } from './membership.ts';

/**
 * Parts an article by voice: `quoted` is what stands inside quotation marks of a statement's content, `attributed` the
 * rest of a content, `own` everything else. Words belong to the innermost statement around them; its source and cue are
 * the words of whoever writes them, the outlet or the statement around it. A statement's passages belong to the group of
 * its origin, own voice to the publisher's. The passages, in the order of the text, are a partition of it, white space at the
 * seams apart.
 */
export function passagesOf(article: ScoredArticle, groups: readonly Group[]): readonly Passage[] {
  const regions = regionsOf(article.statements);
  const marked = article.quotations.filter(({ depth }) => depth === 1).map(({ span }) => ({ span, value: true }));
  const edges = edgesOf(article.text.length, [...regions, ...marked]);
  const owners = paint<Statement>(edges, regions);
  const quoted = paint<boolean>(edges, marked);
  const pieces = edges.slice(1).map((end, i): Piece => {
    const owner = owners[i] ?? null;
    return { span: trim(article.text, [edges[i]!, end]), owner, voice: voiceOf(owner, quoted[i] ?? null) };
  });
  const own = groupOf(groups)(article.publisher);
  const words = joined(pieces.filter(({ span }) => span[1] > span[0]));
  return words.map((piece) => passageOf(article.id, piece, own));
}

/** The passage that holds the offset of a token: the last one that starts at or before it. Takes O(log n). */
export function passageAt(passages: readonly Passage[], offset: number): Passage {
  let low = 0;
  let high = passages.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (passages[mid]!.span[0] <= offset) low = mid;
    else high = mid - 1;
  }
  return passages[low]!;
}

interface Region<T> {
  readonly span: Span;
  readonly value: T;
}

interface Piece {
  readonly span: Span;
  readonly owner: Statement | null;
  readonly voice: Voice;
}

/** Contents less their own sources and cues, outer statements before the ones within them. */
function regionsOf(statements: readonly Statement[]): readonly Region<Statement>[] {
  const depths = new Map<string | null, number>();
  for (const { id, within } of statements) depths.set(id, (depths.get(within) ?? 0) + 1);
  return [...statements]
    .sort((a, b) => depths.get(a.id)! - depths.get(b.id)!)
    .flatMap((statement) =>
      statement.content
        .flatMap((span) => subtract(span, [...statement.source, ...statement.cue]))
        .map((span) => ({ span, value: statement })),
    );
}

function edgesOf(length: number, regions: readonly Region<unknown>[]): readonly number[] {
  const edges = new Set([0, length, ...regions.flatMap(({ span }) => span)]);
  return [...edges].sort((a, b) => a - b);
}

/** For each stretch between two edges the value of the last region over it, `null` where none is. */
function paint<T>(edges: readonly number[], regions: readonly Region<T>[]): readonly (T | null)[] {
  const places = new Map(edges.map((edge, place) => [edge, place]));
  const painted = new Array<T | null>(edges.length - 1).fill(null);
  for (const { span, value } of regions) painted.fill(value, places.get(span[0]), places.get(span[1]));
  return painted;
}

function voiceOf(owner: Statement | null, quoted: boolean | null): Voice {
  if (owner === null) return 'own';
  return quoted === true ? 'quoted' : 'attributed';
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.owner === piece.owner && last.voice === piece.voice) {
      out[out.length - 1] = { ...last, span: [last.span[0], piece.span[1]] };
    } else out.push(piece);
  }
  return out;
}

function passageOf(article: string, { span, owner, voice }: Piece, own: string | null): Passage {
  const group = owner === null ? own : owner.origin;
  return { article, span, voice, group, statement: owner?.id ?? null };
}
