import { POLARITIES, type StanceGold, type StancePrediction, type Triplet } from '../gold.ts';
import { classification, type Classification, type Labelled } from './classification.ts';
import { oneWithinOther } from './names.ts';
import { perCent, rates, type Rates } from './rates.ts';

/** What `parallax evaluate seesaw` says: the same fields and numbers as the project's reference scorer. Shares in per cent. */
export interface StanceScores {
  /** Polarity where source and target are given; `null` where gold holds no pair. */
  readonly polarityGivenPair: Classification | null;
  /** What was found from the sentences alone. */
  readonly endToEnd: {
    /** Sentence, source, target and polarity agree. */
    readonly triplets: Rates;
    /** The same without the polarity. */
    readonly pairs: Rates;
    /** Pairs that were found with the opposite polarity. */
    readonly wrongSignShare: number;
  };
}

/** Scores who is for or against whom. An article without a prediction counts as one in which nothing was found. */
export function scoreStances(gold: readonly StanceGold[], predictions: readonly StancePrediction[]): StanceScores {
  const lines = new Map(predictions.map((line) => [line.article, line]));
  const judged = gold.flatMap((one) => judge(one, lines.get(one.article.id)));
  const matches = gold.flatMap((one) => match(one.stances, lines.get(one.article.id)?.found ?? []));
  const found = matches.filter(({ label }) => label !== null);
  const right = found.filter(({ gold: one, label }) => one === label).length;
  const predicted = gold.reduce((sum, { article }) => sum + (lines.get(article.id)?.found.length ?? 0), 0);
  return {
    polarityGivenPair: judged.length === 0 ? null : classification(judged, POLARITIES),
    endToEnd: {
      triplets: rates({ tp: right, predicted, gold: matches.length }),
      pairs: rates({ tp: found.length, predicted, gold: matches.length }),
      wrongSignShare: perCent(found.length - right, found.length),
    },
  };
}

type Polar = Labelled<Triplet['polarity']>;

function judge({ stances }: StanceGold, line: StancePrediction | undefined): readonly Polar[] {
  if (line === undefined) return [];
  return stances.map(({ polarity }, i) => ({ gold: polarity, label: line.given[i]!.p >= 0.5 ? 'POS' : 'NEG' }));
}

/** In the order of gold, each takes the first free one of its sentence whose names agree: its polarity, else `null`. */
function match(
  stances: readonly Triplet[],
  found: readonly Triplet[],
): readonly { readonly gold: Triplet['polarity']; readonly label: Triplet['polarity'] | null }[] {
  const free = new Set(found);
  return stances.map((stance) => {
    const first = [...free].find((one) => isSamePair(one, stance));
    if (first !== undefined) free.delete(first);
    return { gold: stance.polarity, label: first?.polarity ?? null };
  });
}

function isSamePair(a: Triplet, b: Triplet): boolean {
  return a.sentence === b.sentence && oneWithinOther(a.source, b.source) && oneWithinOther(a.target, b.target);
}
