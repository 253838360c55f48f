import { PAIR_COUNT } from './crf.ts';
import { LABEL_COUNT } from './labels.ts';
import { addRow } from '../../text/table.ts';
import { edgeSeenFrom, PAIR_AT_START, seenFrom, WINDOW, type TokenType } from './token-types.ts';
import type { Weights } from './weights.ts';

/** What the weights say of a type of token, summed over its features. */
export interface TypeRows {
  /** `LABEL_COUNT` for each token that sees it, from the one `WINDOW` places before it to the one as far behind it. */
  readonly window: Int32Array;
  /** `PAIR_COUNT`, for the label before the token's and its own, transitions included. */
  readonly pairs: Int32Array;
  /** `PAIR_COUNT`, for the token's label and the one after. */
  readonly pairsAfter: Int32Array;
}

const stores = new WeakMap<Weights, WeakMap<TokenType, TypeRows>>();

/** The rows of each token's type, worked out once for each type, however many articles are read with the same weights. */
export function typeRows(types: readonly TokenType[], weights: Weights): readonly TypeRows[] {
  const store = stores.get(weights) ?? new WeakMap<TokenType, TypeRows>();
  stores.set(weights, store);
  return types.map((type) => {
    const known = store.get(type);
    if (known !== undefined) return known;
    const rows = rowsOf(type, weights);
    store.set(type, rows);
    return rows;
  });
}

function rowsOf({ features, pairs }: TokenType, weights: Weights): TypeRows {
  const rows = emptyRows();
  for (const { hash, reach } of features)
    for (let offset = -reach; offset <= reach; offset++)
      addRow(rows.window, (WINDOW - offset) * LABEL_COUNT, weights.unigrams, seenFrom(hash, offset));
  for (const hash of pairs.own) addRow(rows.pairs, 0, weights.pairs, hash);
  addRow(rows.pairsAfter, 0, weights.pairs, pairs.asBefore);
  addTransitions(rows.pairs, weights);
  return rows;
}

function addTransitions(row: Int32Array, { transitions, step }: Weights): void {
  for (let k = 0; k < PAIR_COUNT; k++) row[k]! += Math.round(transitions[k]! / step);
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
  const rows = { seen: windowRow(), pairsAfter: new Int32Array(PAIR_COUNT) };
  for (let offset = -WINDOW; offset <= WINDOW; offset++)
    addRow(rows.seen, (offset + WINDOW) * LABEL_COUNT, weights.unigrams, edgeSeenFrom(offset));
  addRow(rows.pairsAfter, 0, weights.pairs, PAIR_AT_START);
  return rows;
}

function emptyRows(): TypeRows {
  return { window: windowRow(), pairs: new Int32Array(PAIR_COUNT), pairsAfter: new Int32Array(PAIR_COUNT) };
}

function windowRow(): Int32Array {
  return new Int32Array((2 * WINDOW + 1) * LABEL_COUNT);
}
