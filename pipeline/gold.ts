import type { Article, Span } from './model.ts';

/**
 * What gold corpora say, and what Parallax says of the same texts. Only `parallax evaluate` knows these types: no stage may
 * see them. Offsets are those of the published formats.
 */

/** The gold corpora that `parallax evaluate` reads, by the name that its command line takes. */
export const GOLD_NAMES = ['polnear', 'statements', 'newsmtsc', 'seesaw'] as const;

export type GoldName = (typeof GOLD_NAMES)[number];

/** Start and end (exclusive) in Unicode code points of a text. */
export type PointSpan = readonly [start: number, end: number];

/** The parts of an attribution, in the order in which they are reported. */
export const ROLES = ['source', 'cue', 'content'] as const;

export type Role = (typeof ROLES)[number];

/** Something for each role. */
export type PerRole<T> = Readonly<Record<Role, T>>;

/** Who says what, as marked by an annotator or found by Parallax. A role that is absent is an empty list. */
export type Attribution = PerRole<readonly PointSpan[]>;

/** What one annotator marked in one article; several may have read the same one. */
export interface Annotation {
  /** Id of the article. */
  readonly article: string;
  readonly attributions: readonly Attribution[];
}

/** A corpus in the format of PolNeAR (Newell, Margolin and Ruths 2018). */
export interface AttributionGold {
  /** Each text once, in the order of `annotations`. */
  readonly articles: readonly Article[];
  /** One a file, in the order of file names. */
  readonly annotations: readonly Annotation[];
}

/** A statement that a journalist marked in an article, with who made it. */
export interface GoldStatement {
  /** Its words. */
  readonly statement: string;
  /** `null` where its words could not be found in the text: then it does not count. */
  readonly offset: PointSpan | null;
  /** What its source is, as the annotator wrote it: "Named individual", "Unnamed group of people". */
  readonly type: string;
  /** The source's full name; `null` for one without. */
  readonly name: string | null;
}

/** An article with its sourced statements. */
export interface StatementGold {
  /** Its id as the file gives it. `article.id` is the same as a text. */
  readonly id: string | number;
  readonly article: Article;
  readonly statements: readonly GoldStatement[];
}

/** How a sentence speaks of a target. */
export const SENTIMENTS = ['negative', 'neutral', 'positive'] as const;

export type Sentiment = (typeof SENTIMENTS)[number];

/** A probability for each sentiment, in the order of `SENTIMENTS`; they sum to 1. */
export type SentimentOdds = readonly [negative: number, neutral: number, positive: number];

/** A target that annotators judged in a sentence. */
export interface GoldTarget {
  readonly id: string;
  /** Its mention in the sentence. */
  readonly span: PointSpan;
  /** Other mentions of it in the sentence. */
  readonly further: readonly PointSpan[];
  readonly sentiment: Sentiment;
}

/** A sentence of NewsMTSC (Hamborg and Donnay 2021), as an article of its own, with its targets. */
export interface SentenceGold {
  readonly article: Article;
  readonly targets: readonly GoldTarget[];
}

/** Against and for, as SEESAW writes it. */
export const POLARITIES = ['NEG', 'POS'] as const;

export type Polarity = (typeof POLARITIES)[number];

/** Who is for or against whom in one sentence (its index in the article). */
export interface Triplet {
  readonly sentence: number;
  /** Canonical names; a source "None" is the article's author. */
  readonly source: string;
  readonly polarity: Polarity;
  readonly target: string;
}

/** An article of SEESAW with its triplets. */
export interface StanceGold {
  /** Its text is the sentences, joined. */
  readonly article: Article;
  /** Where each sentence stands in the text, in UTF-16 units: the corpus itself has no offsets. */
  readonly sentences: readonly Span[];
  readonly stances: readonly Triplet[];
}

/** A line of predictions, of whichever corpus. */
export type Prediction = AttributionPrediction | StatementPrediction | TargetPrediction | StancePrediction;

/** One line of the predictions for NewsMTSC. */
export interface TargetPrediction {
  readonly id: string;
  readonly p: SentimentOdds;
}

/** One line of the predictions for SEESAW. */
export interface StancePrediction {
  readonly article: string;
  /** For each pair of gold, in its order, the probability that its polarity is POS. */
  readonly given: readonly (Pick<Triplet, 'sentence' | 'source' | 'target'> & { readonly p: number })[];
  /** What was found without gold. */
  readonly found: readonly Triplet[];
}

/** One line of the predictions for PolNeAR. */
export interface AttributionPrediction {
  readonly article: string;
  readonly attributions: readonly Attribution[];
}

/** A statement as predicted: everything that belongs to it, and its speaker's name where the text tells. */
export interface SourcedStatement {
  readonly spans: readonly PointSpan[];
  readonly speaker: string | null;
}

/** One line of the predictions for sourced statements. */
export interface StatementPrediction {
  readonly article: string | number;
  readonly statements: readonly SourcedStatement[];
}
