import { featureHash } from '../../text/hash.ts';
import type { Part, Roles } from './roles.ts';
import type { Scene } from './scene.ts';

/** A scene with what the grammar makes of its judged mention. */
export interface Case {
  readonly scene: Scene;
  readonly roles: Roles;
  readonly part: Part;
}

/** Features as they are met, each key once, with the value that it came with first. */
export interface Met {
  keys: Int32Array;
  values: Float64Array;
  count: number;
  /** An open-addressed table of them: where in `keys` each stands, counted from 1; 0 where a place is free. */
  places: Int32Array;
}

/** Room for the features of most sentences; it grows. */
const ROOM = 512;

/** Places in the table a feature, so that the table is a quarter full at most. */
const SPARE = 4;

/** Room for features, none met. */
export function nothingMet(room = ROOM): Met {
  return {
    keys: new Int32Array(room),
    values: new Float64Array(room),
    count: 0,
    places: new Int32Array(room * SPARE),
  };
}

/** Forgets what was met. */
export function startAnew(met: Met): void {
  met.count = 0;
  met.places.fill(0);
}

/** Notes a feature that is worth something: which template (`TEMPLATE`), its value, and what it is about (hashes or small numbers). */
export function add(met: Met, template: number, value: number, a: number, b = 0, c = 0, d = 0): void {
  const key = featureHash(template, a, b, c, d);
  if (value !== 0 && key !== 0) note(met, key, value);
}

function note(met: Met, key: number, value: number): void {
  const { keys, places, count } = met;
  const last = places.length - 1;
  let at = key & last;
  for (let place = places[at]!; place !== 0; place = places[at]!) {
    if (keys[place - 1] === key) return;
    at = (at + 1) & last;
  }
  if (count === keys.length) {
    grow(met);
    note(met, key, value);
    return;
  }
  keys[count] = key;
  met.values[count] = value;
  met.count = count + 1;
  places[at] = count + 1;
}

function grow(met: Met): void {
  const { keys, values } = met;
  Object.assign(met, nothingMet(2 * keys.length));
  keys.forEach((key, n) => {
    note(met, key, values[n]!);
  });
}
