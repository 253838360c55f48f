import type { Call } from '../model.ts';
import type { Words } from './words/english.ts';

/**
 * What the values of the claim ledger are called in its data, the same in every language of the report. A value of a speaker,
 * a relay or a group bears its name, and that of a call the call.
 */
export const VALUES = {
  articles: 'articles',
  outlets: 'outlets',
  words: 'words',
  unnamed: 'without publisher',
  statements: 'statements',
  speakers: 'speakers',
  reported: 'reported',
  quoted: 'quoted',
  attributed: 'attributed',
  tested: 'tested',
  told: 'told apart',
  treated: 'share in question',
  treatedLow: 'lower bound of the share in question',
  treatedHigh: 'upper bound of the share in question',
  reference: 'reference share',
  referenceLow: 'lower bound of the reference share',
  referenceHigh: 'upper bound of the reference share',
  difference: 'difference',
  low: 'lower bound of the difference',
  high: 'upper bound of the difference',
  logOdds: 'log odds ratio',
} as const satisfies Record<keyof Words['ledger']['values'], string>;

/** Of statements that reach the reader through no group of the study. */
export const NO_GROUP = 'No known group';

/** How the report prints the value that the ledger's data call `name`. */
export function valueName({ ledger, calls, noGroup }: Words, name: string): string {
  const key = (Object.keys(VALUES) as (keyof typeof VALUES)[]).find((one) => VALUES[one] === name);
  if (key !== undefined) return ledger.values[key];
  if (name === NO_GROUP) return noGroup;
  return name in calls ? calls[name as Call] : name;
}
