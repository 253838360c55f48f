import type { Codebooks, Comparison, Study } from '../model.ts';
import { chain } from './chain.ts';
import { claims } from './claims.ts';
import { contrasts } from './contrast/contrasts.ts';
import { merge, type Contribution } from './contribution.ts';
import { frames } from './frames.ts';
import { groupSummaries } from './groups.ts';
import { naming } from './naming.ts';
import { sources } from './sources.ts';
import { stances } from './stances.ts';

/**
 * Compares the study's groups of outlets over what all articles contribute: whose words these are, who is given voice and through whom,
 * how things are named and framed, and where speakers stand. Everything is a count with its places, or a share of enough
 * of them with its interval; no difference is tested. The result does not depend on the order of `contributions`, nor on the shards
 * that they come from (`merge`), and takes time linear in their tokens. They are those of this study and these codebooks.
 */
export function compare(contributions: readonly Contribution[], study: Study, codebooks: Codebooks): Comparison {
  const articles = merge(contributions);
  const groups = groupSummaries(articles, study.groups);
  const columns = groups.map(({ group }) => group);
  return {
    passages: articles.flatMap(({ passages }) => passages),
    groups,
    sources: sources(articles, study.groups),
    chain: chain(articles, study.groups),
    naming: naming(articles, codebooks.naming, columns),
    frames: frames(articles, codebooks.frames, columns),
    stances: stances(articles, study),
    contrasts: contrasts(articles, study, codebooks),
    claims: claims(articles.length, groups, study),
  };
}
