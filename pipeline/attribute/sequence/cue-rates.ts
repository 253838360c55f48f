/** How often a word is (part of) a cue in the training articles, by lemma and class: "say/V". */
export type CueRates = ReadonlyMap<string, number>;

/** Under which name a word's cue rate is kept. */
export function rateKey(lemma: string, pos: string): string {
  return `${lemma}/${pos === 'VERB' || pos === 'AUX' ? 'V' : pos === 'NOUN' ? 'N' : 'O'}`;
}

/** Steps of the cue rate: 0 for a word not seen often enough to tell, 5 for one that is a cue more often than not. */
export function rateStep(rate: number | undefined): number {
  if (rate === undefined) return 0;
  return STEPS.findLastIndex((least) => rate >= least) + 1;
}

const STEPS = [0, 0.05, 0.15, 0.35, 0.6];

/** How many steps there are. */
export const RATE_STEPS = 1 + STEPS.length;
