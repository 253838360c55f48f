import { PAIR_COUNT } from './crf.ts';
import { LABEL_COUNT } from './labels.ts';
import { addRow } from '../../text/table.ts';
import { edgeSeenFrom, PAIR_AT_START, seenFrom, WINDOW, type TokenType } from './token-types.ts';
import type { Weights } from './weights.ts';

/**
 * What the weights say of the tokens' types, summed over their features: one row a type, all in one column, since reading
 * them from one place costs a fraction of what following references to them does.
 */
export interface TypeRows {
  /** For each token, where in `values` the row of its type begins. */
  readonly at: Int32Array;
  /**
   * A row: `LABEL_COUNT` for each token that sees the type, from the one `WINDOW` places before it to the one as far
   * behind it; from `OWN_PAIRS` on `PAIR_COUNT` for the label before the token's and its own, transitions included; from
   * `PAIRS_AFTER` on as many for the token's label and the one after.
   */
  readonly values: Int32Array;
}

/** How long the first part of a row is. */
export const SEEN = (2 * WINDOW + 1) * LABEL_COUNT;
/** Where in a row its other parts begin. */
export const [OWN_PAIRS, PAIRS_AFTER] = [SEEN, SEEN + PAIR_COUNT];
const ROW = PAIRS_AFTER + PAIR_COUNT;

/** Rows by type. A full store starts anew with the next article. */
interface Store {
  places: WeakMap<TokenType, number>;
  values: Int32Array;
  used: number;
}

const stores = new WeakMap<Weights, Store>();
/** Some twenty megabytes. */
const MOST_ROWS = 40_000;

/** The rows of each token's type, worked out once for each type, however many articles are read with the same weights. */
export function typeRows(types: readonly TokenType[], weights: Weights): TypeRows {
  const store = stores.get(weights) ?? { places: new WeakMap(), values: new Int32Array(1024 * ROW), used: 0 };
  stores.set(weights, store);
  if (store.used > MOST_ROWS * ROW) Object.assign(store, { places: new WeakMap(), used: 0 });
  const at = new Int32Array(types.length);
  for (let i = 0; i < types.length; i++) at[i] = store.places.get(types[i]!) ?? placeFor(store, types[i]!, weights);
  return { at, values: store.values };
}

function placeFor(store: Store, type: TokenType, weights: Weights): number {
  const at = store.used;
  store.used += ROW;
  if (store.used > store.values.length) {
    const larger = new Int32Array(2 * store.values.length);
    larger.set(store.values);
    store.values = larger;
  }
  store.values.fill(0, at, store.used);
  write(store.values, at, type, weights);
  store.places.set(type, at);
  return at;
}

function write(values: Int32Array, at: number, { features, pairs }: TokenType, weights: Weights): void {
  for (const { hash, reach } of features)
    for (let offset = -reach; offset <= reach; offset++)
      addRow(values, at + (WINDOW - offset) * LABEL_COUNT, weights.unigrams, seenFrom(hash, offset));
  for (const hash of pairs.own) addRow(values, at + OWN_PAIRS, weights.pairs, hash);
  addRow(values, at + PAIRS_AFTER, weights.pairs, pairs.asBefore);
  addTransitions(values, at + OWN_PAIRS, weights);
}

function addTransitions(values: Int32Array, at: number, { transitions, step }: Weights): void {
  for (let k = 0; k < PAIR_COUNT; k++) values[at + k]! += Math.round(transitions[k]! / step);
}

/** What stands for the tokens beyond a paragraph's edges. */
export interface EdgeRows {
  /** `LABEL_COUNT` for each place of the window, as seen from a token, from the farthest before it on. */
  readonly seen: Int32Array;
  /** `PAIR_COUNT`, for the label of a paragraph's first token. */
  readonly pairsAfter: Int32Array;
}

/** The rows of the edges, which hang on no article. */
export function edgeRows(weights: Weights): EdgeRows {
  const rows = { seen: new Int32Array(SEEN), pairsAfter: new Int32Array(PAIR_COUNT) };
  for (let offset = -WINDOW; offset <= WINDOW; offset++)
    addRow(rows.seen, (offset + WINDOW) * LABEL_COUNT, weights.unigrams, edgeSeenFrom(offset));
  addRow(rows.pairsAfter, 0, weights.pairs, PAIR_AT_START);
  return rows;
}
