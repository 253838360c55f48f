import type { Tokens } from '../../model.ts';
import type { Found } from './lexicon.ts';
import { BE, HAVE, TIMES } from './words.ts';

/** Whether an act stands here as a verb or as a noun, by its tag and neighbours; `null` where it is part of another word or name. */
export function readingOf(tokens: Tokens, act: Found): 'verb' | 'noun' | null {
  if (isPart(tokens, act)) return null;
  if (act.verb !== null && isVerb(tokens, act)) return 'verb';
  return act.noun && isNoun(tokens, act) ? 'noun' : null;
}

/** "air-strike", "ex-killing", "Uplander-occupied", "fire-bombing": hyphens glue. */
function isPart({ norms, starts, ends }: Tokens, { first, end }: Found): boolean {
  const before = norms[first - 1] === '-' && ends[first - 1] === starts[first];
  const after = norms[end] === '-' && starts[end] === ends[end - 1];
  return before || after;
}

function isVerb(tokens: Tokens, { first, end, verb, noun }: Found): boolean {
  const { pos, norms } = tokens;
  const before = norms[first - 1] ?? '';
  if (verb === 'ing' && noun && isNominal(tokens, first, end)) return false;
  const isBare =
    !/^(?:AUX|PRON|PART|ADV|NOUN|PROPN)$/u.test(pos[first - 1] ?? '') && !opensObject(pos[end], norms[end]);
  if (verb === 'base' && noun && isBare) return false;
  if (pos[first] === 'VERB' || pos[first] === 'AUX')
    return !(verb === 'ing' && noun && pos[end] === 'NOUN' && pos[first - 1] === 'ADJ');
  const led = pos[first - 1] === 'AUX' || BE.has(before) || HAVE.has(before);
  if (verb === 'past') return led && (pos[first] !== 'NOUN' || norms[first] === 'shot');
  if (verb === 'base') return before === 'to' || (pos[first - 1] === 'AUX' && !BE.has(before) && !HAVE.has(before));
  return (
    verb === 'ing' &&
    pos[first] === 'ADJ' &&
    /^(?:DET|PROPN|NUM|PRON|NOUN)$/u.test(pos[end] ?? '') &&
    pos[first - 1] === 'VERB'
  );
}

/** "the killing of", "Upland’s bombing", "a shooting in": a noun in "-ing". */
function isNominal({ pos, norms }: Tokens, first: number, end: number): boolean {
  if (norms[end] === 'of' || norms[end] === 'all' || TIMES.has(norms[end] ?? '')) return true;
  const before = pos[first - 1];
  if (!/^(?:AUX|VERB|ADV)$/u.test(before ?? '') && !opensObject(pos[end], norms[end])) return true;
  return (
    (before === 'DET' || before === 'ADJ' || before === 'NUM' || norms[first - 1] === "'s") &&
    !/^(?:DET|PRON)$/u.test(pos[end] ?? '')
  );
}

function opensObject(pos: string | undefined, norm = ''): boolean {
  return (
    /^(?:DET|NUM|ADJ|NOUN|PROPN|PRON)$/u.test(pos ?? '') ||
    /^(?:at|more|up|about|around|nearly|almost|over|as)$/u.test(norm)
  );
}

/** Nouns that may stand behind a noun of harm and leave it the event. */
const EVENTS: ReadonlySet<string> = new Set(['campaign', 'spree', 'effort', 'efforts', 'attack', 'attacks']);

/** No noun before a noun ("attack helicopter"), but before a name or number it may end its phrase. */
function isNoun({ pos, norms }: Tokens, { first, end }: Found): boolean {
  if (pos[end] === 'NOUN' && !EVENTS.has(norms[end]!) && norms[end] !== 'video') return false;
  if (pos[first] === 'PROPN' && pos[end] === 'PROPN') return false;
  const tag = pos[end - 1];
  return (
    tag === 'NOUN' ||
    tag === 'VERB' ||
    tag === 'ADJ' ||
    (tag === 'PROPN' && (pos[first - 1] !== 'PROPN' || end - first > 1))
  );
}
