import type { Entity, Span } from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import type { Found } from './attribution.ts';
import type { Reader } from './reader.ts';
import type { Voices } from './speakers.ts';

/** An attribution with its voices and the index of the one that it stands in. */
interface Nested extends Voices {
  readonly found: Found;
  readonly parent: number | null;
}

/**
 * For each statement, outermost first, who passes it on: who relays the one around it, its speaker, who quotes, and the
 * outlet that was told. `nodes`: an outer one before those within it.
 */
export function relaysOf(reader: Reader, nodes: readonly Nested[]): readonly (readonly Entity[])[] {
  const told = toldOutlets(reader);
  const relays: (readonly Entity[])[] = [];
  for (const { found, speaker, quotedBy, parent } of nodes) {
    const around = parent === null ? [] : [...relays[parent]!, nodes[parent]!.speaker];
    relays.push(distinct([...around, quotedBy, outletTold(told, found.told)], speaker));
  }
  return relays;
}

/** Each once, at its first place, and never the speaker. */
function distinct(chain: readonly (Entity | null)[], speaker: Entity | null): readonly Entity[] {
  const seen = new Set<string | undefined>([speaker?.id]);
  const once: Entity[] = [];
  for (const entity of chain) {
    if (entity === null || seen.has(entity.id)) continue;
    seen.add(entity.id);
    once.push(entity);
  }
  return once;
}

/** What stands before whoever is told: "told the BBC", "in an interview with TASS", "on the BBC". */
const BEFORE_RECIPIENT = /^(?:to|with|on|tell|told|tells|telling|informed|reminded|assured|asked|warned|urged)$/u;

interface Told {
  readonly span: Span;
  readonly outlet: Entity;
}

/** Outlets named as those that were told, in the order of the text. */
function toldOutlets(reader: Reader): readonly Told[] {
  const { norms, pos } = reader.article.tokens;
  return reader.names.flatMap(({ span, first, value: { entity } }) => {
    if (entity.type !== 'outlet') return [];
    const before = pos[first - 1] === 'DET' ? first - 2 : first - 1;
    return BEFORE_RECIPIENT.test(norms[before] ?? '') ? [{ span, outlet: plainEntity(entity) }] : [];
  });
}

/** The first of `told` within the first of `spans` that holds one. */
function outletTold(told: readonly Told[], spans: readonly Span[]): Entity | null {
  for (const [start, end] of spans) {
    const next = told[countStartingBefore(told, start)];
    if (next !== undefined && next.span[1] <= end) return next.outlet;
  }
  return null;
}

function countStartingBefore(told: readonly Told[], offset: number): number {
  let [low, high] = [0, told.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (told[middle]!.span[0] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
