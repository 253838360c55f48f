import type { Tokens } from '../../model.ts';
import { isTopic, type Name } from '../grammar.ts';
import type { HarmWords } from './lexicon.ts';

/** An article's tokens with what the lexicon of harm and the registry say of them. */
export interface Scene {
  readonly tokens: Tokens;
  readonly words: HarmWords;
  /** The name that a token belongs to; `null` where it belongs to none. Names of topics are no names here. */
  readonly nameAt: (i: number) => Name | null;
}

/** Sets the scene for one article. */
export function sceneOf(tokens: Tokens, names: readonly Name[], words: HarmWords): Scene {
  const owner = new Uint32Array(tokens.length);
  names.forEach((name, n) => {
    if (!isTopic(name)) owner.fill(n + 1, name.first, name.end);
  });
  return { tokens, words, nameAt: (i) => names[(owner[i] ?? 0) - 1] ?? null };
}
