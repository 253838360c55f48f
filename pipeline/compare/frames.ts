import type { Frame, FrameTable, Span, Tokens } from '../model.ts';
import { globMatcher } from '../text/globs.ts';
import { surfaceMatcher } from '../text/phrases.ts';
import { termMatcher } from '../text/terms.ts';
import { counts, mentionOf } from './counts.ts';
import type { VoicedArticle } from './passages.ts';

/**
 * How often each frame's terms are used, by group and voice, with their places. A term matches by lemma or form, one that
 * ends in `*` by the beginning of its surface; where terms of one frame overlap, the first and then the longest counts.
 * The terms of a dictionary match words as they stand. Weights do not enter: a count is of uses.
 */
export function frames(
  articles: readonly VoicedArticle[],
  codebook: readonly Frame[],
  groups: readonly (string | null)[],
): readonly FrameTable[] {
  return codebook.map((frame) => {
    const find = frameFinder(frame);
    const mentions = articles.flatMap((voiced) =>
      find(voiced.article.text, voiced.article.tokens).map((span) => mentionOf(voiced, span)),
    );
    return { frame, counts: counts(mentions, groups) };
  });
}

/** Builds the search for the terms of a frame: their spans in the order of the text, none over another. */
export function frameFinder({ match, terms }: Frame): (text: string, tokens: Tokens) => readonly Span[] {
  if (match === 'surface') {
    const find = globMatcher(terms.map(({ term }) => term));
    return (text, tokens) => withoutOverlaps(find(text, tokens));
  }
  const open = terms.filter(({ term }) => term.endsWith('*'));
  const closed = terms.filter(({ term }) => !term.endsWith('*'));
  const beginnings = surfaceMatcher(open.map(({ term }) => ({ pattern: term, value: null })));
  const lemmas = termMatcher(closed.map(({ term }) => ({ term, value: term })));
  return (text, tokens) =>
    withoutOverlaps([
      ...beginnings(text, tokens).map(({ span }) => span),
      ...lemmas(tokens).map(({ first, end }): Span => [tokens.starts[first]!, tokens.ends[end - 1]!]),
    ]);
}

function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (span[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(span);
  }
  return kept;
}
