import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { featuresOf, type Features } from '../../../pipeline/score/target/features.ts';
import { inputsOf, SPECIALS } from '../../../pipeline/score/target/inputs.ts';
import type { Scene } from '../../../pipeline/score/target/scene.ts';
import { LEXICON, type Vectors } from '../../../pipeline/score/target/vectors.ts';
import { tableOf } from '../../../pipeline/text/table.ts';
import type { Example } from './corpus.ts';
import { foldOf, FOLDS } from './folds.ts';
import { inventedScenes } from './invented.ts';
import { scored, type Model } from './model.ts';
import type { Unlabelled } from './unlabelled.ts';
import { prunedVectors, type PrunedVectors } from './vectors.ts';

/** A network trained on all examples, with the scores of each example by one that never saw its sentence. */
export interface TrainedNetwork {
  readonly vectors: PrunedVectors;
  readonly lexicon: Int8Array;
  /** The arrays that `networkSizes` lists, one behind the other. */
  readonly floats: Float32Array;
  readonly held: readonly Float64Array[];
  /** The mean scores of those that taught it; they never saw the sentence either. */
  readonly taught: readonly Float64Array[];
  /** Its scores of the sentences of `INVENTED`, to compare with what the product makes of them. */
  readonly checks: readonly Float64Array[];
}

/** As in `network.py`. */
export const UNITS = 32;

/** What Python is told of an example. */
interface Row {
  readonly scene: Scene;
  /** −1: nobody judged it, or it is only to be scored. */
  readonly label: number;
  readonly fold: number;
  readonly features: Features;
}

/** What a network is taught. */
export interface Lessons {
  readonly examples: readonly Example[];
  readonly unlabelled: readonly Unlabelled[];
  /** Linear models: one for each fold left out, and last that of all. */
  readonly models: readonly Model[];
}

/**
 * Trains the network in Python (`network.py`, packages in `requirements.txt`; `PYTHON` names the interpreter) on exactly
 * the inputs that the product makes. One thread; the same machine and versions give the same bytes.
 * `STANCE_FOLDER` may name a folder that keeps what Python made: what lies there is not trained again.
 */
export function trainedNetwork({ examples, unlabelled, models }: Lessons, say: (line: string) => void): TrainedNetwork {
  const folder = process.env['STANCE_FOLDER'] ?? mkdtempSync(join(tmpdir(), 'stance-'));
  mkdirSync(folder, { recursive: true });
  const vectors = prunedVectors(folder);
  say(`${vectors.keys.length} vectors`);
  const write = writer(folder);
  write(
    'vectors.f32',
    Float32Array.from(vectors.steps, (step, n) => step * vectors.worth[Math.floor(n / 100)]!),
  );
  write('valences.f32', vectors.valences);
  if (!existsSync(`${folder}/wide.i8`)) python('valence', folder);
  const wide = new Int8Array(read(folder, 'wide.i8'));
  const lexicon = Int8Array.from({ length: wide.length * LEXICON }, (_, n) =>
    n % LEXICON === 0 ? vectors.vader[n / LEXICON]! : wide[(n - 1) / LEXICON]!,
  );
  const checks = inventedScenes();
  const rows = [
    ...examples.map((one) => ({ ...one, fold: foldOf(one) })),
    ...unlabelled.map((one) => ({ ...one, label: -1, fold: foldOf(one) })),
    ...checks.map((scene) => ({ scene, features: featuresOf(scene), label: -1, fold: FOLDS })),
  ];
  exportRows(rows, readable(vectors, lexicon), write);
  write('linear.f32', Float32Array.from(models.flatMap((model) => scored(model, rows).flatMap((one) => [...one]))));
  if (!existsSync(`${folder}/scores.f32`)) python('train', folder);
  const [scores, taught] = [scoresIn(folder, 'scores.f32'), scoresIn(folder, 'taught.f32')];
  const floats = new Float32Array(read(folder, 'network.f32'));
  const held = { held: scores.slice(0, examples.length), taught: taught.slice(0, examples.length) };
  return { vectors, lexicon, floats, ...held, checks: scores.slice(-checks.length) };
}

function scoresIn(folder: string, name: string): readonly Float64Array[] {
  const flat = new Float32Array(read(folder, name));
  return Array.from({ length: flat.length / 3 }, (_, n) => Float64Array.from(flat.subarray(3 * n, 3 * n + 3)));
}

function python(task: string, folder: string): void {
  const script = fileURLToPath(new URL('network.py', import.meta.url));
  execFileSync(process.env['PYTHON'] ?? 'python3', [script, task, folder], { stdio: 'inherit' });
}

type Write = (name: string, column: Int32Array | Uint8Array | Float32Array) => void;

function writer(folder: string): Write {
  return (name, { buffer, byteOffset, byteLength }) => {
    writeFileSync(`${folder}/${name}`, new Uint8Array(buffer, byteOffset, byteLength));
  };
}

function read(folder: string, name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(`${folder}/${name}`)).buffer;
}

/** Vectors as the product has them. */
function readable({ keys, steps, worth }: PrunedVectors, lexicon: Int8Array): Vectors {
  const known = tableOf(
    keys,
    Int16Array.from(keys, (_, n) => n + SPECIALS.length),
    1,
  );
  return { known, steps, worth, lexicon };
}

function exportRows(rows: readonly Row[], vectors: Vectors, write: Write): void {
  const inputs = rows.map(({ scene }) => inputsOf(scene, vectors));
  const total = inputs.reduce((sum, { length }) => sum + length, 0);
  const features = new Float32Array(total * (inputs[0]!.features.length / inputs[0]!.length));
  let at = 0;
  for (const one of inputs) features.set(one.features, (at += one.features.length) - one.features.length);
  write('features.f32', features);
  write('rows.i32', Int32Array.from(inputs.flatMap(({ rows }) => [...rows])));
  write('tags.u8', Uint8Array.from(inputs.flatMap(({ tags }) => [...tags])));
  write('distances.u8', Uint8Array.from(inputs.flatMap(({ distances }) => [...distances])));
  write(
    'lengths.i32',
    Int32Array.from(inputs, ({ length }) => length),
  );
  write(
    'parts.i32',
    Int32Array.from(inputs, ({ part }) => part),
  );
  write(
    'labels.i32',
    Int32Array.from(rows, ({ label }) => label),
  );
  write(
    'folds.i32',
    Int32Array.from(rows, ({ fold }) => fold),
  );
}
