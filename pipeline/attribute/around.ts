import type { Entity } from '../model.ts';
import { runOf } from '../text/runs.ts';
import type { Found } from './attribution.ts';
import type { Scene } from './scene.ts';
import type { Voices } from './speakers.ts';

/** Whose words tokens are. */
export interface Around {
  /** Whoever speaks the innermost words in which the token stands; `null` where nobody does or who is unknown. */
  readonly speakerAt: (i: number) => Entity | null;
  /** Whether the token stands in the source of an attribution. */
  readonly isSource: (i: number) => boolean;
  /** Who a source of one token is; `null` elsewhere. */
  readonly sourceAt: (i: number) => Entity | null;
}

/** Looks up each attribution's places once. */
export function speakersAround({ reader }: Scene, found: readonly Found[], voices: readonly Voices[]): Around {
  const { tokens } = reader.article;
  const speakers = innermost(
    found.flatMap(({ content }, index) => content.map((span) => ({ run: runOf(tokens, span), index }))),
    tokens.length,
  );
  const sources = new Uint8Array(tokens.length);
  const alone = new Map<number, Entity | null>();
  found.forEach(({ source }, index) => {
    if (source === null) return;
    sources.fill(1, source.first, source.end);
    if (source.end === source.first + 1) alone.set(source.first, voices[index]!.speaker);
  });
  return {
    speakerAt: (i) => voices[speakers[i]!]?.speaker ?? null,
    isSource: (i) => sources[i] === 1,
    sourceAt: (i) => alone.get(i) ?? null,
  };
}

interface Stretch {
  readonly run: readonly [number, number];
  readonly index: number;
}

/** For each token the index of the stretch that began last of those around it, −1 outside. */
function innermost(stretches: readonly Stretch[], length: number): Int32Array {
  // Of two that begin together the longer one first.
  const place = ({ run: [from, to] }: Stretch): number => from * (length + 1) + length - to;
  const sorted = [...stretches].sort((a, b) => place(a) - place(b));
  const at = new Int32Array(length).fill(-1);
  const open: Stretch[] = [];
  let next = 0;
  for (let i = 0; i < length; i++) {
    for (; next < sorted.length && sorted[next]!.run[0] === i; next++) open.push(sorted[next]!);
    while (open.length > 0 && open.at(-1)!.run[1] <= i) open.pop();
    at[i] = open.at(-1)?.index ?? -1;
  }
  return at;
}
