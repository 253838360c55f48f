import type { Actor, AttributedArticle, Lexicons, Registry, Span, Stance } from '../model.ts';
import { overlaps, subtract } from '../text/span.ts';
import { runOf, type Run } from '../text/runs.ts';
import { assertedSentences } from './asserted.ts';
import { readCue } from './cue.ts';
import { evidenceIn, type Evidence } from './evidence.ts';
import type { Name } from './grammar.ts';
import { ownRuns } from './own-words.ts';
import { readArticle, type Reader } from './reader.ts';
import { evidenceOf, probabilities } from './stance.ts';

/**
 * How a text speaks of the target that stands at `target`, whoever speaks: probabilities of [against, neither, for] by the
 * rules of `stances`, over what its speakers assert and what the outlet itself does. The target needs no entry in the
 * registry. Whose a naming is ("Marsh’s lies") is not asked, so it counts in full without quotation marks, too.
 */
export function targetByRules(
  article: AttributedArticle,
  target: Span,
  registry: Registry,
  lexicons: Lexicons,
): Stance['p'] {
  const reader = withTarget(readArticle(article, registry, lexicons), target);
  const own = ownRuns(article);
  const evidence = [
    ...article.statements.flatMap((statement, i) => evidenceOf(reader, statement, readCue(reader, statement), own[i]!)),
    ...assertedSentences(reader, outletRuns(article)).flatMap((run) => evidenceIn(reader, run, null)),
  ];
  return probabilities(evidence.filter((piece) => piece.target === TARGET.id).map(inFull));
}

function inFull(piece: Evidence): Evidence {
  return { ...piece, quoted: true };
}

/** Stands for whatever the target is: nothing is known of it. */
const TARGET: Actor = {
  id: '(target)',
  name: '',
  type: 'unknown',
  country: null,
  aliases: [],
  demonyms: [],
  metonyms: [],
  gender: null,
  roles: [],
  note: '',
  sourceNote: '',
};

/** Names of the registry that share a token with the target give way to it. A span that touches no token names nobody. */
function withTarget(reader: Reader, span: Span): Reader {
  const { starts, ends } = reader.tokens;
  const first = ends.filter((end) => end <= span[0]).length;
  const end = starts.filter((start) => start < span[1]).length;
  if (first >= end) return reader;
  const target: Name = { span, first, end, value: { entity: TARGET, naming: 'name' } };
  const others = reader.names.filter((name) => !overlaps([name.first, name.end], [first, end]));
  return { ...reader, names: [...others, target].sort((a, b) => a.first - b.first) };
}

/** What no speaker says; how a speaker is called and the cue are the outlet's words. */
function outletRuns({ text, tokens, statements }: AttributedArticle): readonly Run[] {
  const said = statements.flatMap(({ content }) => content);
  return subtract([0, text.length], said)
    .map((span) => runOf(tokens, span))
    .filter(([from, to]) => to > from);
}
