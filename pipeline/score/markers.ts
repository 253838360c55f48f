import type { EngagementMarker, Reading, Span, Tokens } from '../model.ts';
import type { Run } from '../text/runs.ts';
import type { TermMatch } from '../text/terms.ts';
import type { Reader } from './reader.ts';

/**
 * Words among the speaker's own that engage with other voices (Martin and White 2005), in the order of the text.
 * `negations`: those that deny a clause, which are markers of denial.
 */
export function engagementMarkers(
  { tokens, lexicon, inName }: Reader,
  own: readonly Run[],
  negations: readonly Span[],
): readonly EngagementMarker[] {
  const listed = own.flatMap(([from, to]) =>
    lexicon.engagement(tokens, from, to).flatMap((term): readonly EngagementMarker[] => {
      return term.value === 'none' || inName.has(term.first) || isAdditive(tokens, term)
        ? []
        : [{ engagement: term.value, span: spanOf(tokens, term) }];
    }),
  );
  const denying = negations.map((span): EngagementMarker => ({ engagement: 'deny', span }));
  return [...listed, ...denying].sort((a, b) => a.span[0] - b.span[0]);
}

/** "not only … but": the second half adds, and counters nothing. */
function isAdditive({ norms, sentence }: Tokens, { first }: TermMatch<unknown>): boolean {
  if (norms[first] !== 'but') return false;
  for (let i = first - 1; i > 0 && sentence[i - 1] === sentence[first]; i--) {
    if (norms[i - 1] === 'not' && ADDING.has(norms[i]!)) return true;
    if (norms[i] === 'but') return false;
  }
  return false;
}

const ADDING = new Set(['only', 'just', 'merely', 'simply']);

/** Intensifiers among the speaker's own words: those that raise the force of others, and those that lower it. */
export function graduation(reader: Reader, own: readonly Run[]): Reading['graduation'] {
  const { tokens, lexicon } = reader;
  const found = own.flatMap(([from, to]) => lexicon.graduation(tokens, from, to));
  const spans = (side: 'up' | 'down'): readonly Span[] =>
    found.filter((term) => term.value === side && !isThing(reader, term)).map((term) => spanOf(tokens, term));
  return { up: spans('up'), down: spans('down') };
}

/**
 * A word that is a thing, an act or part of a name is no intensifier: "a total of nine", "we complete it", "the Sheer Party".
 * Behind an article a word is a thing where no noun follows.
 */
function isThing({ tokens: { pos }, inName }: Reader, { first, end }: TermMatch<unknown>): boolean {
  if (inName.has(first)) return true;
  if (end > first + 1) return false;
  const alone = pos[first - 1] === 'DET' && !DESCRIBED.has(pos[end]!);
  return pos[first] === 'NOUN' || pos[first] === 'VERB' || alone;
}

const DESCRIBED: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ', 'ADV', 'VERB']);

function spanOf({ starts, ends }: Tokens, { first, end }: TermMatch<unknown>): Span {
  return [starts[first]!, ends[end - 1]!];
}
