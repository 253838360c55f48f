import { encodeTargetWeights, type TargetHead } from '../../../pipeline/score/target/weights.ts';
import { WIDTH } from './gradient.ts';
import type { Model } from './model.ts';
import { UNITS, type TrainedNetwork } from './network.ts';

/** What one step of the file's integers is worth, and the least weight that is kept. */
const STEP = 1 / 4096;
const TONE_STEP = 1 / 16384;
const LEAST = 0.004;

/** How much the linear model's scores count beside the network's. */
export const SHARE = 0.4;

/** The model as a weights file, with the network if there is one. Features whose weights are all next to nothing are left out. */
export function fileOf(
  { tones, rows, weights }: Model,
  temperatures: Pick<TargetHead, 'temperature' | 'linearTemperature'>,
  network: TrainedNetwork | null = null,
): Uint8Array {
  const row = (at: number): readonly number[] => [...weights.subarray(at * WIDTH, (at + 1) * WIDTH)];
  const kept = [...rows].filter(([, at]) => row(at).some((value) => Math.abs(value) >= LEAST));
  const keys = Int32Array.from(kept, ([key]) => key);
  const { vectors, lexicon, floats } = network ?? NONE;
  const sizes = { words: vectors.keys.length, units: network === null ? 0 : UNITS };
  return encodeTargetWeights(
    {
      tones: tones.size,
      features: kept.length,
      toneStep: TONE_STEP,
      step: STEP,
      ...temperatures,
      share: SHARE,
      ...sizes,
    },
    [
      ...([Int32Array.from(tones.keys()), keys, vectors.keys] as const),
      ...([new Int32Array(vectors.worth.buffer), new Int32Array(floats.buffer)] as const),
      steps(
        [...tones.values()].flatMap(({ lean, calm }) => [lean, calm]),
        TONE_STEP,
      ),
      steps(
        kept.flatMap(([, at]) => row(at)),
        STEP,
      ),
      ...([new Uint8Array(vectors.steps.buffer), new Uint8Array(lexicon.buffer)] as const),
    ],
  );
}

const NONE = {
  vectors: { keys: new Int32Array(0), steps: new Int8Array(0), worth: new Float32Array(0) },
  lexicon: new Int8Array(0),
  floats: new Float32Array(0),
};

function steps(values: readonly number[], step: number): Int16Array {
  return Int16Array.from(values, (value) => Math.round(Math.max(-32767, Math.min(32767, value / step))));
}
