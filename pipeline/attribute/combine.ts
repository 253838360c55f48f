import type { Cue, Span } from '../model.ts';
import { runOf } from '../text/runs.ts';
import { within } from '../text/span.ts';
import type { Found, Place } from './attribution.ts';
import type { Reader } from './reader.ts';
import type { Linked } from './sequence/link.ts';
import type { Segment } from './sequence/segments.ts';
import { rawConfidence } from './sequence/tagged.ts';

/**
 * Joins what the sequence model found, which knows only outermost attributions, with what the rules found. Where both
 * found the same cue, the surer of the two decides; the rules add the attributions within others, who was told and who
 * quotes, and the words of a cue for which the model found none. Where the model saw nothing, the rules stand alone.
 */
export function combine(reader: Reader, tagged: readonly Linked[], rules: readonly Found[]): readonly Found[] {
  const ruled = rules.map(placed);
  const layered = layeredOf(ruled);
  const twinAt = twinsByToken(reader, ruled);
  const choices = tagged.flatMap((linked) => choose(reader, linked, { ruled, layered, twin: twinOf(linked, twinAt) }));
  const kept = withoutClashes(choices);
  const used = new Set(kept.map(({ twin }) => twin));
  const outer = extended(kept);
  const added = ruled.filter(
    (one) =>
      !used.has(one) && (outer.some((other) => isWithin(one, other)) || !outer.some((other) => touches(one, other))),
  );
  return [...outer, ...added].map(({ found }) => found);
}

/** An attribution with its parts and the span from the first to the last of them, worked out once. */
interface Placed {
  readonly found: Found;
  readonly parts: readonly Span[];
  readonly hull: Span;
}

function placed(found: Found): Placed {
  const { source, cue, content } = found;
  const parts = [...content, ...(source === null ? [] : [source.span]), ...(cue === null ? [] : [cue.span])];
  const hull: Span = [Math.min(...parts.map(([start]) => start)), Math.max(...parts.map(([, end]) => end))];
  return { found, parts, hull };
}

/** What is kept for one cue, and what the rules found for it. */
interface Choice extends Placed {
  readonly by: 'model' | 'rules';
  readonly twin: Placed | null;
}

interface Rulings {
  readonly ruled: readonly Placed[];
  /** Those within others, and those with others in them. */
  readonly layered: ReadonlySet<Placed>;
  /** The one whose cue shares a token with the model's. */
  readonly twin: Placed | null;
}

function layeredOf(ruled: readonly Placed[]): ReadonlySet<Placed> {
  const layered = new Set<Placed>();
  for (const one of ruled)
    for (const other of ruled) if (one !== other && isWithin(one, other)) layered.add(one).add(other);
  return layered;
}

function twinsByToken({ article: { tokens } }: Reader, ruled: readonly Placed[]): ReadonlyMap<number, Placed> {
  const twins = new Map<number, Placed>();
  for (const one of ruled) {
    if (one.found.cue === null) continue;
    const [from, to] = runOf(tokens, one.found.cue.span);
    for (let i = from; i < to; i++) if (!twins.has(i)) twins.set(i, one);
  }
  return twins;
}

function twinOf({ cue }: Linked, twins: ReadonlyMap<number, Placed>): Placed | null {
  for (let i = cue?.first ?? 0; i < (cue?.end ?? 0); i++) {
    const twin = twins.get(i);
    if (twin !== undefined) return twin;
  }
  return null;
}

/**
 * Least confidence of the model at which it overrules the rules on one cue. Chosen on PolNeAR's dev part: where the two
 * differ and the model is less sure, the rules are right in 95 cases and the model in 76; above, in 240 and 242
 * (`npm run train -- attribution-figures`).
 */
const SURE = 0.9;

/** “The parties will discuss …”: what is yet to be said is nobody’s words. */
const MODAL = /^(?:will|would|could|may|might|should|shall|can|must)$/u;

/** Words without a cue are the rules’ to join, for they follow quotations over paragraphs. */
function choose(reader: Reader, linked: Linked, rulings: Rulings): readonly Choice[] {
  const { source, cue } = linked;
  const { twin, layered } = rulings;
  if (cue === null || MODAL.test(reader.article.tokens.norms[cue.first]!)) return [];
  const content = linked.content.filter((segment) => isOfCue(reader, segment, cue));
  const own = asFound(reader, { ...linked, content }, cue, twin?.found ?? null);
  const byModel: Choice = { ...placed(own), by: 'model', twin };
  if (twin === null) return content.length === 0 ? [] : [byModel];
  const around = saidAround(reader, source, rulings);
  if (around !== null) return [asRuled(around), asRuled(twin)];
  if ((source === null && twin.found.source !== null) || layered.has(twin)) return [asRuled(twin)];
  const denial = denies(own, twin.found);
  if (content.length > 0 && rawConfidence(linked) >= SURE && !denial && !takesInWhoWasTold(own, twin.found))
    return [byModel];
  return [{ ...placed(patched(own, twin.found, denial ? twin.found.cue : own.cue)), by: 'rules', twin }];
}

/**
 * Another sentence than the cue’s is its content only where it is quoted; without marks the reporter speaks again. Of
 * PolNeAR's dev part all 19 such sentences that are right begin with marks, and all 41 that are wrong have none.
 */
function isOfCue({ article: { tokens } }: Reader, { first, line, lastLine }: Segment, cue: Segment): boolean {
  const isInSentence = line <= cue.line && cue.line <= lastLine;
  return isInSentence || tokens.quoteDepth[first]! > 0 || /^['‘’"`]/u.test(tokens.norms[first]!);
}

function asRuled(twin: Placed): Choice {
  return { ...twin, by: 'rules', twin };
}

/** The rules’ words with the model’s source and this cue, where these stand free of the words. */
function patched({ source }: Found, twin: Found, cue: Found['cue']): Found {
  const isFree = (part: Span | undefined): boolean =>
    part === undefined || !twin.content.some((content) => overlap(content, part));
  return isFree(source?.span) && isFree(cue?.span) ? { ...twin, source, cue } : twin;
}

/** "the Kremlin reports that the minister said": where the model took all of it for one source, the rules see two. */
function saidAround(reader: Reader, source: Segment | null, { ruled, twin }: Rulings): Placed | null {
  if (source === null || twin === null) return null;
  const span = spanOf(reader, source);
  return ruled.find((one) => one.found.cue !== null && within(one.found.cue.span, span) && isWithin(twin, one)) ?? null;
}

/** "told the BBC the port was shut": whoever was told is no part of the words. */
function takesInWhoWasTold(own: Found, twin: Found): boolean {
  return twin.told.some(([start]) => start === own.content[0]![0]);
}

/** "rejects claims that …": the claims are what is rejected, no part of the cue. */
function denies(own: Found, twin: Found): boolean {
  return twin.cue!.entry.engagement === 'deny' && overlap(twin.content[0]!, own.cue!.span);
}

/** Leaves out what the rules decided already for another of the model's cues, and what claims the same words as they do. */
function withoutClashes(choices: readonly Choice[]): readonly Choice[] {
  const byRules = [
    ...new Map(choices.flatMap((one) => (one.by === 'rules' ? [[one.twin, one] as const] : []))).values(),
  ];
  return choices.filter((one) => (one.by === 'rules' ? byRules.includes(one) : !byRules.some((b) => clash(one, b))));
}

/** Quotations that the rules join to a cue and that nothing else claims go on with what the model found for it. */
function extended(kept: readonly Choice[]): readonly Placed[] {
  return kept.map((one) => {
    const more = (one.twin?.found.content ?? []).filter(
      (span) => !kept.some(({ parts }) => parts.some((part) => overlap(part, span))),
    );
    const content = [...one.found.content, ...more].sort((a, b) => a[0] - b[0]);
    return more.length === 0 ? one : placed({ ...one.found, content });
  });
}

function asFound(reader: Reader, { source, content }: Linked, cue: Segment, twin: Found | null): Found {
  return {
    source: source === null ? null : placeOf(reader, source),
    cue: { span: trimmed(reader, cue), entry: entryOf(reader, cue) },
    content: content.map((segment) => spanOf(reader, segment)),
    told: twin?.told ?? [],
    quotedBy: twin?.quotedBy ?? null,
    line: cue.line,
  };
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

function spanOf(reader: Reader, { first, end }: Segment): Span {
  const { starts, ends } = reader.article.tokens;
  return [starts[first]!, ends[end - 1]!];
}

function placeOf(reader: Reader, { first, end }: Segment): Place {
  const { starts, ends } = reader.article.tokens;
  return { span: [starts[first]!, ends[end - 1]!], first, end };
}

function overlap(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

function isWithin(one: Placed, other: Placed): boolean {
  if (!within(one.hull, other.hull)) return false;
  return one.parts.every((part) => other.found.content.some((span) => within(part, span)));
}

function touches(one: Placed, other: Placed): boolean {
  return overlap(one.hull, other.hull) && one.parts.some((a) => other.parts.some((b) => overlap(a, b)));
}

/** Whether two attributions claim the same words without one standing within the other. */
function clash(one: Placed, other: Placed): boolean {
  if (!overlap(one.hull, other.hull) || isWithin(one, other) || isWithin(other, one)) return false;
  return one.found.content.some((a) => other.found.content.some((b) => overlap(a, b)));
}
