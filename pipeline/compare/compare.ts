import type { Codebooks, Comparison, ScoredArticle, Study } from '../model.ts';
import { chain } from './chain.ts';
import { claims } from './claims.ts';
import { contrasts } from './contrast/contrasts.ts';
import { frames } from './frames.ts';
import { groupSummaries } from './groups.ts';
import { naming } from './naming.ts';
import { byCodeUnit } from './order.ts';
import { voiced } from './passages.ts';
import { sources } from './sources.ts';
import { stances } from './stances.ts';

/**
 * Compares the study's groups of outlets over all articles: whose words these are, who is given voice and through whom,
 * how things are named and framed, and where speakers stand. Everything is a count with its places, or a share of enough
 * of them with its interval; no difference is tested. The result does not depend on the order of `articles`, and takes time linear in their tokens.
 */
export function compare(articles: readonly ScoredArticle[], study: Study, codebooks: Codebooks): Comparison {
  const inOrder = [...articles].sort((a, b) => byCodeUnit(a.id, b.id));
  const parted = inOrder.map((article) => voiced(article, study.groups));
  const groups = groupSummaries(parted, study.groups);
  const columns = groups.map(({ group }) => group);
  return {
    passages: parted.flatMap(({ passages }) => passages),
    groups,
    sources: sources(parted, study.groups),
    chain: chain(inOrder, study.groups),
    naming: naming(parted, codebooks.naming, columns),
    frames: frames(parted, codebooks.frames, columns),
    stances: stances(inOrder, study),
    contrasts: contrasts(parted, study, codebooks),
    claims: claims(articles.length, groups, study),
  };
}
