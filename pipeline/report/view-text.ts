import type { ReportedArticle, Span, Statement } from '../model.ts';
import { overlaps, trim } from '../text/span.ts';

/** A stretch of an article's text with the role that it plays in one statement. */
export interface Segment {
  readonly role: 'source' | 'cue' | 'content' | 'plain' | 'gap';
  readonly text: string;
}

/** About two lines. */
const CUT = 180;

/** `text` up to the last word that fits into `most` UTF-16 units, about two lines, with an ellipsis where it was cut. */
export function cutWords(text: string, most = CUT): string {
  if (text.length <= most) return text;
  // Half a surrogate pair is no character.
  const head = text.slice(0, most).replace(/\p{Cs}$/u, '');
  const end = head.search(/\s\S*$/u);
  return `${end > 0 ? head.slice(0, end) : head}\u00a0…`;
}

/** The first of `segments` that fit into `most` UTF-16 units together, the last of them cut where it must be. */
export function cutSegments(segments: readonly Segment[], most: number): readonly Segment[] {
  let room = most;
  return segments.flatMap(({ role, text }) => {
    if (room <= 0) return [];
    const cut = cutWords(text, room);
    room = cut === text ? room - text.length : 0;
    return [{ role, text: cut }];
  });
}

/**
 * The sentences in which `statement` stands, in segments by role. Where source, cue and content overlap, the cue wins
 * over the source and the source over the content. Sentences between that hold no part of it become one gap.
 */
export function inContext(article: ReportedArticle, statement: Statement): readonly Segment[] {
  const roles = [
    ...statement.cue.map((span) => ({ role: 'cue' as const, span })),
    ...statement.source.map((span) => ({ role: 'source' as const, span })),
    ...statement.content.map((span) => ({ role: 'content' as const, span })),
  ];
  return stretches(
    article,
    roles.map(({ span }) => span),
  ).flatMap((stretch, i) => [
    ...(i === 0 ? [] : [{ role: 'gap' as const, text: '' }]),
    ...cut(article.text, stretch, roles),
  ]);
}

/** Runs of neighbouring sentences that hold a part of the statement, each widened to hold the part whole. */
function stretches(article: ReportedArticle, spans: readonly Span[]): readonly Span[] {
  const runs: [number, number][] = [];
  let last = -2;
  article.sentences.forEach((sentence, i) => {
    if (!spans.some((span) => overlaps(span, sentence))) return;
    if (i === last + 1) runs.at(-1)![1] = sentence[1];
    else runs.push([...sentence]);
    last = i;
  });
  return runs.length === 0 ? spans : runs.map((run) => trim(article.text, run));
}

interface Role {
  readonly role: 'source' | 'cue' | 'content';
  readonly span: Span;
}

function cut(text: string, [from, to]: Span, roles: readonly Role[]): readonly Segment[] {
  const edges = roles.flatMap(({ span }) => span).filter((edge) => edge > from && edge < to);
  const cuts = [...new Set([from, ...edges, to])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const span: Span = [start, cuts[i + 1]!];
    return { role: roles.find((one) => overlaps(one.span, span))?.role ?? 'plain', text: text.slice(...span) };
  });
}
