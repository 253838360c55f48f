import type {
  AttributedArticle,
  Coreference,
  Group,
  Lexicons,
  Registry,
  Span,
  Statement,
  TokenisedArticle,
} from '../model.ts';
import { within } from '../text/span.ts';
import type { Found } from './attribution.ts';
import { combine, type Combined } from './combine.ts';
import { signalsOf, confidenceOf, RULES_ALONE } from './confidence.ts';
import { findAttributions } from './found.ts';
import { kindOf } from './kinds.ts';
import { originOf } from './origin.ts';
import { coreferencesOf } from './coreferences.ts';
import { readerOf } from './reader.ts';
import { withinRelative } from './relative-clause.ts';
import { relaysOf } from './relays.ts';
import { taggedAttributions } from './sequence/tagged.ts';
import { weightsOf, type Weights } from './sequence/weights.ts';
import { sceneOf } from './scene.ts';
import { resolveVoices, type Voices } from './speakers.ts';

/**
 * Finds who says what in one article: spans by the trained sequence model and by rules over wink-nlp's tags and the cue
 * lexicon, then links, then speakers and relays. Statements come in the order of the text, an outer one before those
 * within it. `weights` are the bytes of the model's file; with `null` the rules stand alone, and no confidence is known.
 */
export function attribute(
  article: TokenisedArticle,
  registry: Registry,
  lexicons: Lexicons,
  groups: readonly Group[],
  weights: Uint8Array | null,
): AttributedArticle {
  const read = weighed(article, registry, lexicons, groups, weights === null ? null : weightsOf(weights));
  return {
    ...article,
    statements: read.statements.map(({ statement }) => statement),
    coreferences: read.coreferences,
  };
}

/** A statement with the numbers that its confidence is told from (`signalsOf`). */
export interface Weighed {
  readonly statement: Statement;
  readonly numbers: readonly number[];
}

/** What `attribute` finds, with what speaks for each statement. */
export interface Read {
  readonly statements: readonly Weighed[];
  readonly coreferences: readonly Coreference[];
}

/** The statements of `attribute`, with what speaks for each, and who is meant without a name. */
export function weighed(
  article: TokenisedArticle,
  registry: Registry,
  lexicons: Lexicons,
  groups: readonly Group[],
  weights: Weights | null,
): Read {
  const reader = readerOf(article, registry, lexicons);
  const { found: ruled, lines } = findAttributions(reader);
  const joined =
    weights === null
      ? ruled.map((found) => ({ found, evidence: RULES_ALONE }))
      : combine(reader, taggedAttributions(reader, lines, ruled, weights), ruled);
  const found = joined.map((one) => withinRelative(reader, one.found));
  const scene = sceneOf(reader, registry, lines);
  const voices = resolveVoices(scene, found);
  const nodes = nest(found.map((one, i) => ({ found: one, evidence: joined[i]!.evidence, ...voices[i]! })));
  const relays = relaysOf(reader, nodes);
  const inner = innerHulls(nodes);
  const read: Weighed[] = [];
  for (const [i, node] of nodes.entries()) {
    const relay = relays[i]!;
    const origin = originOf([article.publisher, ...relay, node.speaker], registry, groups);
    const kind = kindOf(reader, node.found, inner[i]!);
    const numbers = signalsOf(node.evidence, kind, node.found.source !== null);
    const around = node.parent === null ? 1 : (read[node.parent]!.statement.confidence ?? 1);
    const confidence = weights === null ? null : Math.min(around, confidenceOf(numbers, weights.calibration));
    read.push({ statement: statementOf(article.id, node, { kind, relay, origin, confidence }), numbers });
  }
  return { statements: read, coreferences: coreferencesOf(scene, found, voices) };
}

interface Resolved extends Voices, Combined {}

interface Placed extends Resolved {
  readonly hull: Span;
}

interface Node extends Placed {
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
    const parent = open.findLast((i) => holds(placed[i]!, entry.hull)) ?? null;
    open.push(index);
    return { ...entry, parent, index };
  });
}

/** By place; of two that start together the one that holds the other, else the one whose cue comes first. */
function outerFirst(a: Placed, b: Placed): number {
  return a.hull[0] - b.hull[0] || Number(holds(b, a.hull)) - Number(holds(a, b.hull)) || cueStart(a) - cueStart(b);
}

function holds({ found }: Placed, inner: Span): boolean {
  return found.content.some((span) => within(inner, span));
}

function cueStart({ found }: Placed): number {
  return found.cue?.span[0] ?? found.content[0]![0];
}

function hullOf({ source, cue, content }: Found): Span {
  let [start, end] = source?.span ?? cue?.span ?? content[0]!;
  for (const span of cue === null ? content : [cue.span, ...content]) {
    start = Math.min(start, span[0]);
    end = Math.max(end, span[1]);
  }
  return [start, end];
}

/** For each node the places of those that stand right in it, in the order of the text. */
function innerHulls(nodes: readonly Node[]): readonly (readonly Span[])[] {
  const inner: Span[][] = nodes.map(() => []);
  for (const { parent, hull } of nodes) if (parent !== null) inner[parent]!.push(hull);
  return inner;
}

function statementOf(
  article: string,
  { found, speaker, index, parent }: Node,
  read: Pick<Statement, 'kind' | 'relay' | 'origin' | 'confidence'>,
): Statement {
  return {
    id: `${article}#${index + 1}`,
    kind: read.kind,
    source: found.source === null ? [] : [found.source.span],
    cue: found.cue === null ? [] : [found.cue.span],
    content: found.content,
    cueLemma: found.cue?.entry.lemma ?? null,
    speaker,
    relay: read.relay,
    within: parent === null ? null : `${article}#${parent + 1}`,
    origin: read.origin,
    confidence: read.confidence,
    withheld: false,
  };
}
