import type { Cue, Span } from '../model.ts';
import type { Found, Place } from './attribution.ts';
import type { Reader } from './reader.ts';
import type { Linked } from './sequence/link.ts';
import type { Segment } from './sequence/segments.ts';

/** What the model found for a cue as an attribution; who was told and who quotes is as the rules say. */
export function asFound(reader: Reader, { source, content }: Linked, cue: Segment, twin: Found | null): Found {
  return {
    source: source === null ? null : placeOf(reader, source),
    cue: { span: trimmed(reader, cue), entry: entryOf(reader, cue) },
    content: content.map((segment) => spanOf(reader, segment)),
    told: twin?.told ?? [],
    quotedBy: twin?.quotedBy ?? null,
    line: cue.line,
  };
}

/** "There were claims that": no one stands behind an empty "there", and it is no one's words. */
export function isEmptyThere({ article: { tokens } }: Reader, { first, end }: Segment): boolean {
  return end - first === 1 && tokens.norms[first] === 'there';
}

/** "The bishop, after a talk with Paul Reyn, said": who stands behind a preposition is no subject, where the rules see one before. */
export function isAside({ article: { tokens } }: Reader, source: Segment, cue: Segment, twin: Found | null): boolean {
  const ruled = twin?.source ?? null;
  return (
    ruled !== null && ruled.end < source.first && source.end <= cue.first && tokens.pos[source.first - 1] === 'ADP'
  );
}

/** What is no part of a cue at its edges: when it was said, and marks. */
const EDGE =
  /^(?:yesterday|today|tonight|earlier|later|recently|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[,:;.–—-])$/u;

function trimmed(reader: Reader, segment: Segment): Span {
  const { norms } = reader.article.tokens;
  let { first, end } = segment;
  while (end - first > 1 && EDGE.test(norms[end - 1]!)) end--;
  while (end - first > 1 && EDGE.test(norms[first]!)) first++;
  return spanOf(reader, { ...segment, first, end });
}

/** The lexicon’s entry for the cue; a cue that the lexicon lacks tells of an attitude, and nothing is known of how. */
function entryOf(reader: Reader, { first, end }: Segment): Cue {
  for (let i = first; i < end; i++) {
    const entry = reader.cues.get(i)?.value;
    if (entry !== undefined) return entry;
  }
  const { lemmas, pos } = reader.article.tokens;
  const verb = pos.slice(first, end).indexOf('VERB');
  const lemma = lemmas[verb < 0 ? end - 1 : first + verb]!;
  return { lemma, class: 'attitude', reporting: 'neutral', engagement: 'attribute', polarity: 0 };
}

/** The text of a segment. */
export function spanOf(reader: Reader, { first, end }: Segment): Span {
  const { starts, ends } = reader.article.tokens;
  return [starts[first]!, ends[end - 1]!];
}

function placeOf(reader: Reader, { first, end }: Segment): Place {
  const { starts, ends } = reader.article.tokens;
  return { span: [starts[first]!, ends[end - 1]!], first, end };
}
