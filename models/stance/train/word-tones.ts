import type { Tone, Tones } from '../../../pipeline/score/target/tones.ts';
import type { Example } from './corpus.ts';

/** A word met fewer times than this tells nothing. */
const FEWEST = 3;

/** Draws the tone of seldom words towards 0. */
const DOUBT = 6;

/** Places away from the target at which a word counts 1 / e. */
const REACH = 15;

interface Count {
  readonly sums: [number, number, number];
  times: number;
}

/** The tones of all words of the examples: how the targets near them are spoken of. */
export function countTones(examples: readonly Example[]): ReadonlyMap<number, Tone> {
  const counts = new Map<number, Count>();
  const usual = [0, 0, 0];
  for (const { scene, label } of examples) {
    usual[label]! += 1 / examples.length;
    scene.words.forEach((word, i) => {
      if (scene.distance[i] === 0) return;
      const count = counts.get(word) ?? { sums: [0, 0, 0], times: 0 };
      count.sums[label]! += Math.exp(-Math.abs(scene.distance[i]!) / REACH);
      count.times++;
      counts.set(word, count);
    });
  }
  const told = [...counts].filter(([word, { times }]) => word !== 0 && times >= FEWEST);
  return new Map(told.map(([word, { sums }]) => [word, toneOf(sums, usual)]));
}

function toneOf([negative, neutral, positive]: Count['sums'], usual: readonly number[]): Tone {
  const all = negative + neutral + positive;
  return {
    lean: (positive - negative - (usual[2]! - usual[0]!) * all) / (all + DOUBT),
    calm: (neutral - usual[1]! * all) / (all + DOUBT),
  };
}

/** A look-up of counted tones. */
export function lookUp(tones: ReadonlyMap<number, Tone>): Tones {
  return (word) => tones.get(word) ?? null;
}
