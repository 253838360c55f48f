import type { Article } from './model.ts';

/**
 * What gold corpora say, and what Parallax says of the same texts. Only `parallax evaluate` knows these types: no stage may
 * see them. Offsets are those of the published formats.
 */

/** The gold corpora that `parallax evaluate` reads, by the name that its command line takes. */
export const GOLD_NAMES = ['polnear', 'statements'] as const;

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
