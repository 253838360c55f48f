import type { TermIndex } from './term-index.ts';
import type { Unit } from './units.ts';

export type Side = 'treated' | 'reference';

/** What one side of a contrast holds, whatever the term. */
interface SideTotals {
  /** Documents with words. */
  readonly documents: number;
  readonly outlets: number;
  readonly words: number;
  /** Words of the smallest document. */
  readonly smallest: number;
}

/** Which side each document is on, and what the sides hold. */
export interface Sides extends Readonly<Record<Side, SideTotals>> {
  /** 1 treated, 2 reference, 0 neither: a document without words is on no side. */
  readonly of: Uint8Array;
  /** Number of each document's outlet. */
  readonly outlets: Uint32Array;
}

/** What one side holds of one term. Sums are whole numbers: the same in any order. */
export interface TermTally {
  readonly documents: number;
  readonly outlets: number;
  readonly uses: number;
  /** Sums of the rates per million words and of their squares, over documents. */
  readonly rates: number;
  readonly squares: number;
  /** Uses and words of the documents that hold it. */
  readonly counts: readonly number[];
  readonly sizes: readonly number[];
}

/** The documents of an index on the sides of their groups. */
export function sidesOf(
  index: TermIndex,
  units: readonly Unit[],
  groups: readonly [treated: string, reference: string],
): Sides {
  const ids = [...new Set(units.map(({ outlet }) => outlet.id))];
  const numbers = new Map(ids.map((id, i) => [id, i]));
  const outlets = Uint32Array.from(units, ({ outlet }) => numbers.get(outlet.id)!);
  const of = Uint8Array.from(units, ({ group }, i) => (index.sizes[i] === 0 ? 0 : groups.indexOf(group) + 1));
  return { of, outlets, treated: totals(index, of, outlets, 1), reference: totals(index, of, outlets, 2) };
}

function totals({ sizes }: TermIndex, of: Uint8Array, outlets: Uint32Array, side: number): SideTotals {
  const on = [...of.keys()].filter((document) => of[document] === side);
  return {
    documents: on.length,
    outlets: new Set(on.map((document) => outlets[document])).size,
    words: on.reduce((sum, document) => sum + sizes[document]!, 0),
    smallest: on.reduce((least, document) => Math.min(least, sizes[document]!), Infinity),
  };
}

/** Rates are per so many words, in whole numbers. */
const MILLION = 1e6;

/** What a side holds of the term at a place of the index. */
export function tallyTerm(index: TermIndex, place: number, sides: Sides, side: Side): TermTally {
  const number = side === 'treated' ? 1 : 2;
  const tally = { documents: 0, uses: 0, rates: 0, squares: 0 };
  const [counts, sizes]: [number[], number[]] = [[], []];
  const outlets = new Set<number>();
  for (let at = index.starts[place]!; at < index.starts[place + 1]!; at++) {
    const document = index.documents[at]!;
    if (sides.of[document] !== number) continue;
    const [count, size] = [index.counts[at]!, index.sizes[document]!];
    const rate = Math.round((MILLION * count) / size);
    tally.documents++;
    tally.uses += count;
    tally.rates += rate;
    tally.squares += rate * rate;
    counts.push(count);
    sizes.push(size);
    outlets.add(sides.outlets[document]!);
  }
  return { ...tally, outlets: outlets.size, counts, sizes };
}
