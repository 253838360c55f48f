import type { ComparisonPlan, Entity, Group, Voice } from '../../model.ts';
import { plainEntity } from '../../text/entity.ts';
import { inWindow } from '../../text/window.ts';
import { groupOf } from '../membership.ts';
import { passageAt, type VoicedArticle } from '../passages.ts';
import { VOICES } from '../counts.ts';

/** An article as a unit of comparison: what one outlet published on one day. */
export interface Unit {
  readonly voiced: VoicedArticle;
  readonly outlet: Entity;
  /** Id of the publisher's group: the treated or the reference one. */
  readonly group: string;
  readonly date: string | null;
  /** For each token the place of its voice in `VOICES`. */
  readonly voices: Uint8Array;
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
  articles: readonly VoicedArticle[],
  groups: readonly [Group, Group],
  window: ComparisonPlan['window'],
): Units {
  const of = groupOf(groups);
  const units: Unit[] = [];
  let elsewhere = 0;
  let outsideWindow = 0;
  for (const voiced of articles) {
    const { publisher, date } = voiced.article;
    const group = of(publisher);
    if (publisher === null || group === null) elsewhere++;
    else if (!inWindow(date, window)) outsideWindow++;
    else units.push({ voiced, outlet: plainEntity(publisher), group, date, voices: tokenVoices(voiced) });
  }
  return { units, elsewhere, outsideWindow };
}

/** For each token the place of its voice in `VOICES`. */
function tokenVoices({ article: { tokens }, passages }: VoicedArticle): Uint8Array {
  const voices = new Uint8Array(tokens.length);
  let end = 0;
  let voice = 0;
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.starts[i]!;
    if (start >= end) {
      const passage = passageAt(passages, start);
      end = passage.span[1];
      voice = VOICES.indexOf(passage.voice);
    }
    voices[i] = voice;
  }
  return voices;
}

/** Whether a token is one of the voice that is counted. */
export function speaks(voices: Uint8Array, token: number, voice: Voice | 'all'): boolean {
  return voice === 'all' || voices[token] === VOICES.indexOf(voice);
}
