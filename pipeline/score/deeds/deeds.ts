import type { HarmEvent } from '../../model.ts';
import { runOf, type Run } from '../../text/runs.ts';
import { harmsIn } from '../harm/harms.ts';
import type { Reader } from '../reader.ts';
import type { DeedKind } from './words.ts';

/** A deed that an article names by a verb, or a harm by a noun, as tokens. */
export interface Deed {
  readonly kind: DeedKind;
  readonly term: string;
  readonly form: HarmEvent['form'];
  readonly reality: HarmEvent['reality'];
  readonly words: Run;
  readonly agent: Run | null;
  readonly patient: Run | null;
}

const known = new WeakMap<Reader, readonly Deed[]>();

/** All deeds of an article, in the order of the text; found once for a reader. */
export function deedsOf(reader: Reader): readonly Deed[] {
  const found = known.get(reader) ?? find(reader);
  known.set(reader, found);
  return found;
}

function find({ tokens, names, lexicon }: Reader): readonly Deed[] {
  const { verbs, harms, kinds } = lexicon.deeds;
  const party = (one: HarmEvent['agent']): Run | null => (one === null ? null : runOf(tokens, one.span));
  const all = [...harmsIn(tokens, names, harms), ...harmsIn(tokens, names, verbs)].map(
    ({ term, form, reality, span, agent, patient }): Deed => ({
      kind: kinds.get(term) ?? 'harm',
      term,
      form,
      reality,
      words: runOf(tokens, span),
      agent: party(agent),
      patient: party(patient),
    }),
  );
  return all.sort((a, b) => a.words[0] - b.words[0]);
}

/** The deeds whose words stand within a run. */
export function deedsIn(reader: Reader, [from, to]: Run): readonly Deed[] {
  const deeds = deedsOf(reader);
  let low = 0;
  let high = deeds.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (deeds[mid]!.words[0] < from) low = mid + 1;
    else high = mid;
  }
  const found: Deed[] = [];
  for (let i = low; i < deeds.length && deeds[i]!.words[0] < to; i++) found.push(deeds[i]!);
  return found;
}
