import type { Actor, ComparisonPlan, Reading, ScoredArticle } from '../../pipeline/model.ts';

/** What a reading says where there is nothing to say, but for the statement that it is of. */
export const PLAIN_READING: Omit<Reading, 'statement'> = {
  valence: { mean: 0, words: 0 },
  stances: [],
  denial: false,
  reporting: 'neutral',
  engagement: 'assert',
  commitment: 'certain',
  modality: [],
  denied: [],
  engagementMarkers: [],
  speechAct: 'assert',
  graduation: { up: [], down: [] },
  alignment: null,
};

/** What the registry says of a made-up actor of whom it knows no more than who it is. */
export const PLAIN_ACTOR = {
  aliases: [],
  demonyms: [],
  metonyms: [],
  roles: [],
  gender: null,
  note: 'Made up.',
  sourceNote: 'None.',
} satisfies Partial<Actor>;

/** What a study lays down about its contrasts when it says nothing. */
export const PLAIN_PLAN: ComparisonPlan = {
  groups: null,
  voice: 'own',
  window: { from: null, to: null },
  period: 'week',
  events: [],
  words: [],
  nodes: [],
  main: [],
  families: [],
  reliability: 0.6,
  replicates: 2000,
  templates: { words: 8, articles: 5 },
  sha256: 'b'.repeat(64),
};

/** What an article as a whole was read as, where there is nothing to read. */
export const NOTHING_READ: Pick<ScoredArticle, 'ownStances' | 'frames' | 'roles' | 'harms'> = {
  ownStances: [],
  frames: [],
  roles: [],
  harms: [],
};
