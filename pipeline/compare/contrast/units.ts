import type { ComparisonPlan, Entity, Group, Voice } from '../../model.ts';
import { inWindow } from '../../text/window.ts';
import type { Contribution } from '../contribution.ts';
import { groupOf } from '../membership.ts';
import { VOICES } from '../voices.ts';

/** An article as a unit of comparison: what one outlet published on one day. */
export interface Unit {
  readonly article: Contribution;
  readonly outlet: Entity;
  /** Id of the publisher's group: the treated or the reference one. */
  readonly group: string;
  readonly date: string | null;
}

/** The units of two groups, in the order of the articles given, and how many articles belong to neither or lie outside. */
export interface Units {
  readonly units: readonly Unit[];
  readonly elsewhere: number;
  readonly outsideWindow: number;
}

/**
 * The articles that two groups published within the study's window. The publisher decides: what an outlet relays is still
 * its article. An article without a known publisher belongs to no group, one without a date to no window.
 */
export function unitsOf(
  articles: readonly Contribution[],
  groups: readonly [Group, Group],
  window: ComparisonPlan['window'],
): Units {
  const of = groupOf(groups);
  const units: Unit[] = [];
  let elsewhere = 0;
  let outsideWindow = 0;
  for (const article of articles) {
    const { publisher, date } = article;
    const group = of(publisher);
    if (publisher === null || group === null) elsewhere++;
    else if (!inWindow(date, window)) outsideWindow++;
    else units.push({ article, outlet: publisher, group, date });
  }
  return { units, elsewhere, outsideWindow };
}

/** Whether a token is one of the voice that is counted. */
export function speaks({ article }: Unit, token: number, voice: Voice | 'all'): boolean {
  return voice === 'all' || article.tokens.voices[token] === VOICES.indexOf(voice);
}
