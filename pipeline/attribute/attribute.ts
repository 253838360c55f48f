import type {
  AttributedArticle,
  Entity,
  Group,
  Lexicons,
  Registry,
  Span,
  Statement,
  StatementKind,
  TokenisedArticle,
} from '../model.ts';
import { plainEntity } from '../text/entity.ts';
import { runOf } from '../text/runs.ts';
import { subtract, within } from '../text/span.ts';
import { isWord } from '../text/word.ts';
import type { Found } from './attribution.ts';
import { isSpeechNoun } from './cues.ts';
import { findAttributions } from './found.ts';
import { originOf } from './origin.ts';
import { readerOf, type Reader } from './reader.ts';
import { resolveVoices, type Voices } from './speakers.ts';

/**
 * Finds who says what in one article: spans by rules over wink-nlp's tags and the cue lexicon, then links, then speakers
 * and relays. Statements come in the order of the text, an outer one before those within it.
 */
export function attribute(
  article: TokenisedArticle,
  registry: Registry,
  lexicons: Lexicons,
  groups: readonly Group[],
): AttributedArticle {
  const reader = readerOf(article, registry, lexicons);
  const { found, lines } = findAttributions(reader);
  const voices = resolveVoices(reader, registry, lines, found);
  const nodes = nest(found.map((attribution, i) => ({ found: attribution, ...voices[i]! })));
  return { ...article, statements: nodes.map((node) => statementOf(reader, nodes, node, { registry, groups })) };
}

interface Resolved extends Voices {
  readonly found: Found;
}

interface Node extends Resolved {
  readonly hull: Span;
  /** Index of the node that this one stands in. */
  readonly parent: number | null;
  readonly index: number;
}

/** Orders attributions by place and finds for each the innermost one whose content holds it whole. */
function nest(resolved: readonly Resolved[]): readonly Node[] {
  const placed = resolved.map((entry) => ({ ...entry, hull: hullOf(entry.found) })).sort(outerFirst);
  const open: number[] = [];
  return placed.map((entry, index) => {
    while (open.length > 0 && placed[open.at(-1)!]!.hull[1] < entry.hull[1]) open.pop();
    const holds = (i: number): boolean => placed[i]!.found.content.some((span) => within(entry.hull, span));
    const parent = open.findLast(holds) ?? null;
    open.push(index);
    return { ...entry, parent, index };
  });
}

/** By place; of two that start together the one that holds the other, else the one whose cue comes first. */
function outerFirst(a: Resolved & { hull: Span }, b: Resolved & { hull: Span }): number {
  const holds = (outer: Resolved, inner: Span): number =>
    outer.found.content.some((span) => within(inner, span)) ? 1 : 0;
  const cueOf = ({ found }: Resolved): number => found.cue?.span[0] ?? found.content[0]![0];
  return a.hull[0] - b.hull[0] || holds(b, a.hull) - holds(a, b.hull) || cueOf(a) - cueOf(b);
}

function hullOf({ source, cue, content }: Found): Span {
  const spans = [...content, ...(source === null ? [] : [source.span]), ...(cue === null ? [] : [cue.span])];
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

function statementOf(
  reader: Reader,
  nodes: readonly Node[],
  node: Node,
  { registry, groups }: { registry: Registry; groups: readonly Group[] },
): Statement {
  const { found, speaker, index, parent } = node;
  const relay = relayOf(reader, nodes, node);
  const idOf = (i: number): string => `${reader.article.id}#${i + 1}`;
  return {
    id: idOf(index),
    kind: kindOf(
      reader,
      found,
      nodes.filter((other) => other.parent === index).map(({ hull }) => hull),
    ),
    source: found.source === null ? [] : [found.source.span],
    cue: found.cue === null ? [] : [found.cue.span],
    content: found.content,
    cueLemma: found.cue?.entry.lemma ?? null,
    speaker,
    relay,
    within: parent === null ? null : idOf(parent),
    origin: originOf([reader.article.publisher, ...relay, speaker], registry, groups),
  };
}

/** Outermost first: who relays the statement around this one, its speaker, who quotes, and the outlet that was told. */
function relayOf(reader: Reader, nodes: readonly Node[], node: Node): readonly Entity[] {
  const outer = node.parent === null ? null : nodes[node.parent]!;
  const around =
    outer === null ? [] : [...relayOf(reader, nodes, outer), ...(outer.speaker === null ? [] : [outer.speaker])];
  const told = node.found.told.map((span) => outletIn(reader, span)).find((outlet) => outlet !== null) ?? null;
  const chain = [...around, node.quotedBy, told].filter((entity) => entity !== null);
  return chain.filter(({ id }, i) => id !== node.speaker?.id && chain.findIndex((other) => other.id === id) === i);
}

/** What stands before whoever is told: "told the BBC", "in an interview with TASS", "on the BBC". */
const BEFORE_RECIPIENT = /^(?:to|with|on|tell|told|tells|telling|informed|reminded|assured|asked|warned|urged)$/u;

/** The outlet named in `span` as the one that was told. */
function outletIn(reader: Reader, span: Span): Entity | null {
  const { norms, pos } = reader.article.tokens;
  const match = reader.names.find(({ span: name, first, value }) => {
    const before = pos[first - 1] === 'DET' ? first - 2 : first - 1;
    return value.entity.type === 'outlet' && within(name, span) && BEFORE_RECIPIENT.test(norms[before] ?? '');
  });
  return match === undefined ? null : plainEntity(match.value.entity);
}

/** By what share of the speaker's own words (those of statements within apart) stands in quotation marks. */
function kindOf(reader: Reader, found: Found, inner: readonly Span[]): StatementKind {
  const own = found.content.flatMap((span) => subtract(span, inner));
  const depths = wordsIn(reader, own).map((i) => reader.article.tokens.quoteDepth[i]!);
  const quoted = depths.filter((depth) => depth > 0).length;
  if (quoted > 0) return quoted === depths.length ? 'direct' : 'mixed';
  if (found.cue?.entry.class !== 'attitude') return 'indirect';
  return rejectsSpeech(reader, found) ? 'indirect' : 'attitude';
}

/** Whoever rejects a claim speaks: the object is someone's words. */
function rejectsSpeech(reader: Reader, { cue, content }: Found): boolean {
  const [first] = wordsIn(reader, content);
  if (cue?.entry.engagement !== 'deny' || first === undefined) return false;
  return [0, 1, 2].some((i) => isSpeechNoun(reader.article.tokens.lemmas[first + i] ?? ''));
}

function wordsIn({ article: { tokens } }: Reader, spans: readonly Span[]): readonly number[] {
  return spans.flatMap((span) => {
    const [from, to] = runOf(tokens, span);
    return Array.from({ length: to - from }, (_, i) => from + i).filter((i) => isWord(tokens.norms[i]!));
  });
}
