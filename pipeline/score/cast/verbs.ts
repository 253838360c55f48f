import type { Tokens } from '../../model.ts';
import { featureHash } from '../../text/hash.ts';
import type { Run } from '../../text/runs.ts';
import { wordSet } from '../../text/word-set.ts';
import { wordKey } from '../frames/terms.ts';

/** A verb near an actor, and what it likely makes of the actor. */
export interface Verb {
  /** Of its lemma; with a preposition between, of both. */
  readonly key: number;
  /** 1 does it, 2 suffers it in a passive, 3 is its object, 4 stands behind a preposition, 5 is who does it in a passive. */
  readonly part: 1 | 2 | 3 | 4 | 5;
  /** Whether the actor speaks by it. */
  readonly says: boolean;
}

/** The verbs on either side that likely govern a mention, from tags and word order within `run` alone. */
export function verbsAt(tokens: Tokens, mention: Run, run: Run): readonly Verb[] {
  return [...after(tokens, mention, run), ...before(tokens, mention, run)];
}

const BE: ReadonlySet<string> = wordSet('be get');
const STOPS: ReadonlySet<string> = wordSet('; . :');
const RELATIVE: ReadonlySet<string> = wordSet('who that which');
const SPEECH: ReadonlySet<string> = wordSet(
  'acknowledge add admit announce argue call claim declare explain insist note report say state suggest tell tweet urge warn write',
);

function after({ pos, norms, lemmas }: Tokens, [, end]: Run, [, to]: Run): readonly Verb[] {
  let passive = false;
  for (let i = end; i < to; i++) {
    if (BE.has(lemmas[i]!)) passive = true;
    else if (pos[i] === 'VERB') {
      const suffers = passive && /(?:ed|en)$/u.test(norms[i]!);
      return [{ key: wordKey(lemmas[i]!), part: suffers ? 2 : 1, says: !suffers && SPEECH.has(lemmas[i]!) }];
    }
    if ((pos[i] === 'NOUN' || pos[i] === 'PRON') && !RELATIVE.has(norms[i]!)) return [];
  }
  return [];
}

function before({ pos, norms, lemmas }: Tokens, [first]: Run, [from]: Run): readonly Verb[] {
  let preposition: number | null = null;
  for (let i = first - 1; i >= from; i--) {
    if (STOPS.has(norms[i]!)) return [];
    if (pos[i] === 'ADP') preposition ??= i;
    if (pos[i] !== 'VERB') continue;
    const key = wordKey(lemmas[i]!);
    if (preposition === null) return [{ key, part: 3, says: false }];
    if (norms[preposition] === 'by') return [{ key, part: 5, says: false }];
    return [{ key: featureHash(PHRASE, key, wordKey(lemmas[preposition]!)), part: 4, says: false }];
  }
  return [];
}

const PHRASE = 20;
