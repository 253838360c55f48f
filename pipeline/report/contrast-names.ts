import type { Contrast, Family } from '../model.ts';
import type { Words } from './words/english.ts';

/** Families whose topics, or labels, a study, a codebook or a registry names: these stay as they are in every language. */
const OWN_TOPICS: ReadonlySet<Family> = new Set(['naming', 'quoting', 'words', 'terms', 'roles']);
const OWN_LABELS: ReadonlySet<Family> = new Set(['naming', 'quoting']);

/** What the report calls the topic of a contrast. */
export function topicOf(
  { claims }: Words,
  { family, topic, pair }: Pick<Contrast, 'family' | 'topic' | 'pair'>,
): string {
  if (pair !== null) return claims.stanceOf(pair.holder, pair.target);
  return OWN_TOPICS.has(family) || family === 'stance' ? topic : named(claims.topics, topic);
}

/** What the report calls that which a contrast counts. */
export function labelOf({ claims }: Words, { family, label }: Pick<Contrast, 'family' | 'label'>): string {
  return OWN_LABELS.has(family) ? label : named(claims.labels, label);
}

/** What the report calls that of which a contrast gives a share. */
export function unitOf({ claims }: Words, { unit }: Pick<Contrast, 'unit'>): string {
  return claims.units[unit];
}

/** What is not in `names` is data, such as a country or an actor. */
function named(names: Readonly<Record<string, string>>, key: string): string {
  return names[key] ?? key;
}
