import type { Frame, FrameTable } from '../model.ts';
import type { Contribution } from './contribution.ts';
import { counts, mentionOf } from './counts.ts';

/**
 * How often each frame's terms are used, by group and voice, with their places. A term matches by lemma or form, one that
 * ends in `*` by the beginning of its surface; where terms of one frame overlap, the first and then the longest counts.
 * The terms of a dictionary match words as they stand. Weights do not enter here: a count is of uses.
 */
export function frames(
  articles: readonly Contribution[],
  codebook: readonly Frame[],
  groups: readonly (string | null)[],
): readonly FrameTable[] {
  return codebook.map((frame, i) => {
    const mentions = articles.flatMap((article) => article.framed[i]!.map(({ span }) => mentionOf(article, span)));
    return { frame, counts: counts(mentions, groups) };
  });
}
