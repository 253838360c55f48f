import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputsOf, SPECIALS } from '../../../pipeline/score/target/inputs.ts';
import { networkSizes } from '../../../pipeline/score/target/network-weights.ts';
import type { Scene } from '../../../pipeline/score/target/scene.ts';
import { LEXICON, type Vectors } from '../../../pipeline/score/target/vectors.ts';
import { tableOf } from '../../../pipeline/text/table.ts';
import type { Example } from './corpus.ts';
import { foldOf, FOLDS } from './folds.ts';
import { inventedScenes } from './invented.ts';
import { prunedVectors, type PrunedVectors } from './vectors.ts';

/** Networks trained on all examples, with the mean scores of each example by those that never saw its sentence. */
export interface TrainedNetwork {
  readonly vectors: PrunedVectors;
  readonly lexicon: Int8Array;
  /** The arrays that `networkSizes` lists, one behind the other, network by network. */
  readonly floats: Float32Array;
  readonly held: readonly Float64Array[];
  /** Their mean scores of the sentences of `INVENTED`, to compare with what the product makes of them. */
  readonly checks: readonly Float64Array[];
}

/** The sizes in `network.py`. */
export const [UNITS, HIDDEN] = [32, 64] as const;

/** How many networks lie in the floats. */
export function networkCount(floats: Float32Array): number {
  return floats.length / Object.values(networkSizes(UNITS, HIDDEN)).reduce((a, b) => a + b, 0);
}

/** What Python is told of an example. */
interface Row {
  readonly scene: Scene;
  readonly label: number;
  readonly fold: number;
}

/**
 * Trains the network in Python (`network.py`, packages in `requirements.txt`; `PYTHON` names the interpreter) on exactly
 * the inputs that the product makes. One thread; the same machine and versions give the same bytes.
 * `STANCE_FOLDER` may name a folder that keeps what Python made: what lies there is not trained again.
 */
export function trainedNetwork(examples: readonly Example[], say: (line: string) => void): TrainedNetwork {
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
    ...checks.map((scene) => ({ scene, label: 0, fold: FOLDS })),
  ];
  exportRows(rows, readable(vectors, lexicon), write);
  if (!existsSync(`${folder}/networks.f32`)) python('train', folder);
  const flat = new Float32Array(read(folder, 'scores.f32'));
  const scores = rows.map((_, n) => Float64Array.from(flat.subarray(3 * n, 3 * n + 3)));
  const floats = new Float32Array(read(folder, 'networks.f32'));
  return { vectors, lexicon, floats, held: scores.slice(0, examples.length), checks: scores.slice(-checks.length) };
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
