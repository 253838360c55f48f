import { featureHash, textHash } from '../../text/hash.ts';
import { remembered } from '../../text/remembered.ts';
import { isWord } from '../../text/word.ts';
import type { ComparedTokens } from '../tokens.ts';

/** Runs of `n` words of one article: where each begins and ends, in tokens, and the hash of its words. */
export interface WordRuns {
  readonly hashes: Uint32Array;
  /** First token of each run. */
  readonly firsts: Uint32Array;
  /** Token after the last of each run. */
  readonly ends: Uint32Array;
}

/**
 * Every run of `n` words in a row (shingles: Broder 1997), with the marks between them left out of account, so that
 * "he said:" and "he said," begin alike. A text of fewer words has none.
 */
export function wordRuns(tokens: Pick<ComparedTokens, 'length' | 'forms' | 'form'>, n: number): WordRuns {
  const words = wordsOf(tokens);
  const length = Math.max(0, words.length - n + 1);
  const hashes = new Uint32Array(length);
  const formHashes = tokens.forms.map(wordHash);
  const wordHashes = Int32Array.from(words, (token) => formHashes[tokens.form[token]!]!);
  for (let i = 0; i < length; i++) hashes[i] = runHash(wordHashes, i, n);
  return {
    hashes,
    firsts: words.slice(0, length),
    ends: words.slice(n - 1, n - 1 + length).map((token) => token + 1),
  };
}

function wordsOf({ forms, form, length }: Pick<ComparedTokens, 'length' | 'forms' | 'form'>): Uint32Array {
  const isOne = forms.map(isWord);
  const words = new Uint32Array(length);
  let count = 0;
  for (let i = 0; i < length; i++) if (isOne[form[i]!]!) words[count++] = i;
  return words.subarray(0, count);
}

function runHash(words: Int32Array, first: number, n: number): number {
  let hash = n;
  for (let i = first; i < first + n; i++) hash = featureHash(hash, words[i]!);
  return hash >>> 0;
}

/** Words recur: each is hashed once. */
const wordHash = remembered(textHash);
