import type { HarmEvent } from '../../model.ts';
import type { Run } from '../../text/runs.ts';
import type { Scene } from './scene.ts';
import { COMING, DENIAL, UNREAL } from './words.ts';

type Reality = HarmEvent['reality'];

/** Over how many tokens before an act its reality is told, and how near a negation stands to what it turns. */
const REACH = 7;
const NEAR = 3;

/**
 * Whether the words say that an act happened: by the nearest word before it in its clause that takes it back. `start` is
 * the act’s first auxiliary and `first` its own first token.
 */
export function realityOf({ tokens }: Scene, [start, first]: Run, [from, to]: Run): Reality {
  const { norms, lemmas, pos } = tokens;
  if (first > start && (norms[to - 1] === '?' || norms[to - 2] === '?')) return 'hypothetical';
  const floor = Math.max(from, start - (start === first && pos[first] !== 'VERB' ? NEAR + 1 : REACH));
  for (let i = first - 1; i >= floor; i--) {
    if ((i < start && isBorder(norms[i]!)) || (i === start - 1 && CAUSES.has(norms[i]!))) break;
    if (norms[i] === 'may' && pos[i] !== 'AUX') continue;
    const reality = meaning(norms[i]!, lemmas[i]!);
    if (reality === null || (start === first && first - i > NEAR && NEGATIONS.test(norms[i]!))) continue;
    return norms.slice(Math.max(floor, i - NEAR), i).some((norm) => NEGATIONS.test(norm)) ? 'negated' : reality;
  }
  return 'asserted';
}

const NEGATIONS = /^(?:not|n't|never)$/u;

function meaning(norm: string, lemma: string): Reality | null {
  const is = (set: ReadonlySet<string>): boolean => set.has(norm) || set.has(lemma);
  if (is(DENIAL)) return 'negated';
  if (is(UNREAL)) return 'hypothetical';
  return is(COMING) ? 'threatened' : null;
}

function isBorder(norm: string): boolean {
  return /^[,;:.“”"()–—]$/u.test(norm) || BORDERS.has(norm);
}

/** Before an act: "threatened sanctions for invading". */
const CAUSES: ReadonlySet<string> = new Set(['for', 'by', 'after', 'since']);

const BORDERS: ReadonlySet<string> = new Set(
  'but and after since because who which while when where until before than that'.split(' '),
);
