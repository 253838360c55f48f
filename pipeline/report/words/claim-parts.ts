import type { Call, EffectSize, FrameName, HarmForm, Reason, Reporting, StoryRole, TargetType } from '../../model.ts';

/** What a contrast is of, as the report prints it. `key` is its label in the data, the same in every language. */
export interface Subject {
  readonly topic: string;
  readonly label: string;
  readonly unit: string;
  readonly key: string;
}

/** What a sentence on a difference is made of: both sides by name, and the one that has more. */
export interface Difference {
  readonly size: EffectSize;
  readonly more: string;
  /** How often labels dealt out by chance set the outlets so far apart; `null` where that was not computed. */
  readonly p: string | null;
  /** The least p that so few outlets can reach, and the difference's place among those of single outlets; `null` likewise. */
  readonly chance: { readonly floor: string; readonly rank: number; readonly of: number } | null;
  readonly treatedArticles: number;
  readonly referenceArticles: number;
}

/** A reason of one kind. */
export type ReasonOf<Kind extends Reason['kind']> = Extract<Reason, { readonly kind: Kind }>;

/** Topics of contrasts that neither a study nor a codebook names. */
export type BuiltInTopic = 'camp' | 'type' | 'unknown' | 'how harm is put' | 'who does harm' | FrameName;

/** Labels of contrasts likewise. */
export type BuiltInLabel =
  | 'in own voice'
  | 'in quotations'
  | 'in attributed speech'
  | 'in any voice'
  | TargetType
  | Reporting
  | Call
  | 'present'
  | 'used'
  | 'weight'
  | StoryRole
  | HarmForm
  | 'agent named'
  | 'acts';
