import { many } from './english-phrases.ts';

/** The words of the claim ledger, in English. */
export const ledgerWords = {
  intro: (seed: number) =>
    `Every sentence and figure of this report that states a result has a number (L1, L2, …), which leads here and back. An entry tells what was computed, over how much, and how chance was judged, and shows up to three places of what was counted, drawn by hash of the study’s seed (${seed}) and not picked. Offsets are Unicode code points into the text of the article, the end exclusive. “parallax verify” computes the ledger again from the articles and says what differs.`,
  facts: { statistic: 'Statistic', values: 'Values', test: 'Test', size: 'Rests on' },
  value: (name: string, value: string) => `${name} ${value}`,
  size: (articles: number, outlets: number) =>
    `${many(articles, 'article', 'articles')}, ${many(outlets, 'outlet', 'outlets')}`,
  test: (name: string, p: string | null, q: string | null, floor: string | null) =>
    [
      name,
      ...(p === null ? [] : [`p = ${p}`]),
      ...(floor === null ? [] : [`the least p that so few outlets can reach is ${floor}`]),
      ...(q === null ? [] : [`q = ${q} within the family`]),
    ].join(', '),
  permutation: 'labels of outlets permuted (two-sided), false discoveries held down (Benjamini and Hochberg 1995)',
  statistics: {
    corpus: 'articles, outlets and words counted',
    statements: 'statements and their speakers counted',
    untold: 'statements without a speaker counted',
    withheld: 'statements whose confidence is below the study’s threshold counted',
    reported: 'share of all words that are someone else’s',
    top: 'words of each named speaker, quoted and attributed, summed',
    relays: 'statements that pass through a relay counted',
    origins: 'statements counted by the group through which they reach the reader',
    stance: 'readings of stance counted by call',
    told: 'contrasts counted by verdict',
    contrast: 'ratio of sums over articles in either group, and their difference',
  },
  values: {
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
  },
};
