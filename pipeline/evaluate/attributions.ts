import { ROLES, type AttributionGold, type AttributionPrediction, type PerRole, type Role } from '../gold.ts';
import { compared, type Compared, type TokenSets } from './compared.ts';
import type { GoldType } from './gold-type.ts';
import { perCent, rates, total, type Rates, type Tally } from './rates.ts';
import { perRole, segmentScores, type SegmentScores } from './segments.ts';
import { agree, equal, greatest, jaccard, shared, union } from './sets.ts';

/** How many gold attributions of a kind were recovered, and their share in per cent. */
export interface Recovery {
  readonly gold: number;
  readonly recovered: number;
  readonly share: number;
}

/** All measures over some annotation files. */
export interface AttributionMeasures {
  readonly segments: SegmentScores;
  /** Tokens that belong to a role of any attribution. */
  readonly tokens: PerRole<Rates>;
  /** Attributions with their roles linked, one to one. */
  readonly relations: {
    /** The same tokens in every role. */
    readonly exact: Rates;
    /** Every role shares a token. */
    readonly allRolesOverlap: Rates;
    /** The source shares a token, and half of the content's tokens agree (Jaccard). */
    readonly sourceAndContentHalf: Rates;
  };
  /** A kind that gold does not hold has no entry. */
  readonly byType: Readonly<Partial<Record<GoldType, Recovery>>>;
}

/** What `parallax evaluate polnear` says: the same fields and numbers as the project's reference scorer. */
export interface AttributionScores {
  readonly articles: number;
  readonly annotationFiles: number;
  /** Annotation files whose article was not analysed. */
  readonly articlesWithoutPrediction: number;
  /** Every annotation file counts: an article that six annotators read counts six times (the published protocol). */
  readonly allFiles: AttributionMeasures;
  /** One file an article: the first by name. */
  readonly firstAnnotatorOnly: AttributionMeasures;
}

/** Scores attributions (source, cue, content) against a gold corpus in the format of PolNeAR. */
export function scoreAttributions(
  gold: AttributionGold,
  predictions: readonly AttributionPrediction[],
): AttributionScores {
  const all = compared(gold, predictions);
  const first = gold.articles.map(({ id }) => all.find(({ article }) => article === id)!);
  const predicted = new Set(predictions.map(({ article }) => article));
  return {
    articles: first.length,
    annotationFiles: all.length,
    articlesWithoutPrediction: all.filter(({ article }) => !predicted.has(article)).length,
    allFiles: measures(all),
    firstAnnotatorOnly: measures(first),
  };
}

function measures(pairs: readonly Compared[]): AttributionMeasures {
  return {
    segments: segmentScores(pairs),
    tokens: perRole((role) => rates(total(pairs.map((pair) => tokenTally(pair, role))))),
    relations: {
      exact: linked(pairs, (a, b) => ROLES.every((role) => equal(a[role], b[role]))),
      allRolesOverlap: linked(pairs, (a, b) => ROLES.every((role) => agree(a[role], b[role]))),
      sourceAndContentHalf: linked(pairs, (a, b) => agree(a.source, b.source) && jaccard(a.content, b.content) >= HALF),
    },
    byType: recoveries(pairs),
  };
}

/** Least Jaccard of contents that are taken for the same attribution. */
const HALF = 0.5;

/** Least Jaccard of contents at which an attribution counts as recovered. */
const RECOVERED = 0.8;

function tokenTally({ gold, found }: Compared, role: Role): Tally {
  const marked = union(gold.map((one) => one[role]));
  const predicted = union(found.map((one) => one[role]));
  return { tp: shared(marked, predicted), predicted: predicted.size, gold: marked.size };
}

type Agreement = (gold: TokenSets, found: TokenSets) => boolean;

function linked(pairs: readonly Compared[], same: Agreement): Rates {
  return rates(
    total(
      pairs.map(({ gold, found }) => ({
        tp: matches(gold, found, same),
        predicted: found.length,
        gold: gold.length,
      })),
    ),
  );
}

/** In the order of gold, each takes of the free ones that agree the one which shares most of its content. */
function matches(gold: readonly TokenSets[], found: readonly TokenSets[], same: Agreement): number {
  const free = new Set(found);
  for (const one of gold) {
    const candidates = [...free].filter((other) => same(one, other));
    const best = greatest(candidates, (other) => shared(one.content, other.content));
    if (best !== null) free.delete(best);
  }
  return found.length - free.size;
}

function recoveries(pairs: readonly Compared[]): AttributionMeasures['byType'] {
  const judged = pairs.flatMap(({ gold, found }) =>
    gold.map((one) => ({ type: one.type, recovered: isRecovered(one, found) })),
  );
  const types = [...new Set(judged.map(({ type }) => type))].sort();
  return Object.fromEntries(
    types.map((type) => {
      const ofType = judged.filter((one) => one.type === type);
      const recovered = ofType.filter((one) => one.recovered).length;
      return [type, { gold: ofType.length, recovered, share: perCent(recovered, ofType.length) }];
    }),
  );
}

/** Only the one with the nearest content is asked for its source. */
function isRecovered(gold: TokenSets, found: readonly TokenSets[]): boolean {
  const best = greatest(found, (other) => jaccard(gold.content, other.content));
  return best !== null && jaccard(gold.content, best.content) >= RECOVERED && agree(gold.source, best.source);
}
