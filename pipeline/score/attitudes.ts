import type { Run } from '../text/runs.ts';
import type { UsedCue } from './cue.ts';
import type { Evidence } from './evidence.ts';
import { isTopic, REACH } from './grammar.ts';
import { hasNoVerb, isWholeObject, phraseAt, type Phrase } from './objects.ts';
import { namesIn, type Judgement, type Reader } from './reader.ts';
import { negationsAfterSelf } from './self.ts';

/** The sign of an attitude to its object. What is wanted may be a topic only: who wants Vestonia wants something of it. */
const SIGNS: Readonly<Record<Judgement, 1 | -1 | null>> = {
  for: 1,
  against: -1,
  want: 1,
  right: null,
  wrong: null,
  ill: null,
};

/**
 * Evidence in a speaker's own "I" or "we": "we support Vestonia", "I am against the sanctions", "we want an end to the war".
 * The object must be a name or topic by itself, or more or less of it; of anything done to it nothing is told.
 */
export function attitudeEvidence(reader: Reader, run: Run): readonly Evidence[] {
  const { tokens } = reader;
  return reader.lexicon.judgement(tokens, ...run).flatMap(({ first, end, value }) => {
    const sign = SIGNS[value];
    const negations = sign === null ? null : negationsAfterSelf(reader, first, run[0]);
    const object =
      sign === null || negations === null ? null : objectAt(reader, [end, run[1]], value === 'want' ? 'topic' : 'any');
    if (sign === null || negations === null || object === null) return [];
    const turned = negations % 2 === 1;
    const held = sign === object.direction ? 1 : -1;
    const quoted = tokens.quoteDepth[first]! > 0;
    return [
      {
        kind: 'attitude',
        target: object.name.value.entity.id,
        sign: turned ? (held === 1 ? -1 : 1) : held,
        turned,
        quoted,
        words: [first, end],
      } satisfies Evidence,
    ];
  });
}

/** Cues whose object is wished for: "called for an end to the war", "wants closer integration". */
const CALLING = new Set('want,desire,seek,urge,demand,request,call for,appeal for,propose,advocate'.split(','));

/** Evidence in a cue of wishing whose content is a topic and nothing else: who demands sanctions is for them. */
export function wishEvidence(
  reader: Reader,
  { entry, negated, run: cue }: UsedCue,
  own: readonly Run[],
): readonly Evidence[] {
  const [first] = own;
  if (entry === null || negated || cue === null || first?.[0] !== cue[1] || !CALLING.has(entry.lemma)) return [];
  const object = objectAt(reader, first, 'topic');
  if (object === null) return [];
  const target = object.name.value.entity.id;
  return [{ kind: 'attitude', target, sign: object.direction, turned: false, quoted: false, words: cue }];
}

/** The name that a verb has for its object, with how much of it; the first name behind it, or none. */
function objectAt({ tokens, names }: Reader, [from, to]: Run, wanted: 'topic' | 'any'): Phrase | null {
  const name = namesIn(names, [from, Math.min(to, from + REACH)]).find((one) => isWholeObject(tokens, one));
  if (name === undefined || (wanted === 'topic' && !(isTopic(name) && hasNoVerb(tokens, name.end, to)))) return null;
  const phrase = phraseAt(tokens, name, from);
  return phrase?.first === from ? phrase : null;
}
