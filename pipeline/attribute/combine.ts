import type { Span } from '../model.ts';
import { runOf } from '../text/runs.ts';
import { overlaps, within } from '../text/span.ts';
import { isWord } from '../text/word.ts';
import type { Found } from './attribution.ts';
import { RULES_ALONE, type Evidence } from './confidence.ts';
import { endsUnreal } from './no-words.ts';
import { claims, clash, isWithin, nearIn, placed, touches, type Near, type Placed } from './placed.ts';
import type { Reader } from './reader.ts';
import type { Linked } from './sequence/link.ts';
import type { Segment } from './sequence/segments.ts';
import { rawConfidence } from './sequence/tagged.ts';
import { asFound, isAside, isEmptyThere, spanOf } from './tagged-found.ts';

/**
 * Joins what the sequence model found, which knows only outermost attributions, with what the rules found. Where both
 * found the same cue, the surer of the two decides; the rules add the attributions within others, who was told and who
 * quotes, the words of a cue for which the model found none, and quotations without a cue. A cue of the rules that the
 * model does not see is none, unless its words are quoted: of the others most were wrong on PolNeAR's dev part.
 */
export function combine(reader: Reader, tagged: readonly Linked[], rules: readonly Found[]): readonly Combined[] {
  const ruled = rules.map(placed);
  const twinAt = twinsByToken(reader, ruled);
  const near = nearIn(ruled);
  const rulings = { tagged, near, layered: layeredOf(ruled, near), joined: joinedIn(rules) };
  const choices = tagged.flatMap((linked) =>
    choose(reader, linked, { ...rulings, twin: twinOf(linked, twinAt), raw: rawConfidence(linked) }),
  );
  const kept = withoutClashes(choices);
  const used = new Set(kept.map(({ twin }) => twin));
  const outer = extended(kept);
  const nearOuter = nearIn(outer);
  const added = ruled.filter((one) => !used.has(one) && addsTo(reader, nearOuter(one.hull), one));
  return [...outer, ...added.map(({ found }) => ({ found, evidence: RULES_ALONE }))];
}

/**
 * Within others, or apart from all of them and either quoted or without a cue; a quotation that no one introduces only goes
 * on with the words it stands in.
 */
function addsTo(reader: Reader, near: readonly Placed[], one: Placed): boolean {
  const isBare = one.found.source === null && one.found.cue === null;
  const around = near.some((other) => isWithin(one, other));
  if (around) return !isBare;
  return (one.found.cue === null || isQuoted(reader, one)) && !near.some((other) => touches(one, other));
}

function isQuoted({ article: { tokens } }: Reader, { found }: Placed): boolean {
  return found.content.every((span) => tokens.quoteDepth[runOf(tokens, span)[0]]! > 0);
}

/** An attribution with what speaks for it. */
export interface Combined {
  readonly found: Found;
  readonly evidence: Evidence;
}

/** What is kept for one cue, and what the rules found for it. */
interface Choice extends Placed {
  readonly by: 'model' | 'rules';
  readonly twin: Placed | null;
  readonly evidence: Evidence;
}

interface Rulings {
  readonly tagged: readonly Linked[];
  /** What the rules found. */
  readonly near: Near<Placed>;
  /** Those within others, and those with others in them. */
  readonly layered: ReadonlySet<Placed>;
  /** Where the pieces begin that go on with a statement, after the first. */
  readonly joined: ReadonlySet<number>;
  /** The one whose cue shares a token with the model's. */
  readonly twin: Placed | null;
  /** How sure the model is of the attribution; not a number where it has no words for the cue. */
  readonly raw: number;
}

function layeredOf(ruled: readonly Placed[], near: Near<Placed>): ReadonlySet<Placed> {
  const layered = new Set<Placed>();
  for (const one of ruled)
    for (const other of near(one.hull)) if (one !== other && isWithin(one, other)) layered.add(one).add(other);
  return layered;
}

function joinedIn(rules: readonly Found[]): ReadonlySet<number> {
  return new Set(rules.flatMap(({ cue, content }) => (cue === null ? [] : content.slice(1).map(([start]) => start))));
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
 * differ and the model is less sure, the rules are right in 129 cases and the model in 84; above, both in 245
 * (`npm run train -- attribution-figures`).
 */
const SURE = 0.9;

/** “The parties will discuss …”: what is yet to be said is nobody’s words. */
const MODAL = /^(?:will|would|could|may|might|should|shall|can|must)$/u;

/** Words without a cue are the rules’ to join, for they follow quotations over paragraphs. */
function choose(reader: Reader, linked: Linked, rulings: Rulings): readonly Choice[] {
  const { cue } = linked;
  const { norms } = reader.article.tokens;
  const { twin, layered, raw } = rulings;
  if (cue === null || MODAL.test(norms[cue.first]!) || endsUnreal(norms, cue.end - 1)) return [];
  const source = linked.source !== null && isEmptyThere(reader, linked.source) ? null : linked.source;
  const content = linked.content.filter((segment) => isOfCue(reader, segment, cue) && !isEmptyThere(reader, segment));
  const read = asFound(reader, { ...linked, source, content }, cue, twin?.found ?? null);
  const own =
    source !== null && isAside(reader, source, cue, twin?.found ?? null)
      ? { ...read, source: twin!.found.source }
      : read;
  const evidence = evidenceFor(linked, own, rulings);
  const byModel: Choice = { ...placed(own), by: 'model', twin, evidence };
  if (twin === null) {
    const isNone = isEmpty(reader, own) || raw < FAINT || isTaken(own, rulings) || isLabel(reader, byModel, rulings);
    return isNone ? [] : [byModel];
  }
  const around = saidAround(reader, source, rulings);
  const ruledBy = { by: 'rules', twin, evidence: { ...evidence, overruled: !evidence.agreed } } as const;
  if (around !== null)
    return [
      { ...around, ...ruledBy, twin: around },
      { ...twin, ...ruledBy },
    ];
  const denial = denies(own, twin.found);
  if ((source === null && twin.found.source !== null) || layered.has(twin)) {
    const bordered = { ...own, source: twin.found.source };
    return [{ ...(denial ? twin : placed(patched(bordered, twin.found, own.cue))), ...ruledBy }];
  }
  const isSure = raw >= SURE || takesInAnother(reader, linked, rulings);
  if (content.length > 0 && isSure && !denial && !takesInWhoWasTold(own, twin.found)) return [byModel];
  return [{ ...placed(patched(own, twin.found, denial ? twin.found.cue : own.cue)), ...ruledBy }];
}

/** A cue that only the model sees must be likelier than not: chosen on PolNeAR's dev part. */
const FAINT = 0.45;

/**
 * Another sentence than the cue’s is its content only where it is quoted; without marks the reporter speaks again, as
 * counting on PolNeAR's dev part bore out while this was made.
 */
function isOfCue({ article: { tokens } }: Reader, { first, line, lastLine }: Segment, cue: Segment): boolean {
  const isInSentence = line <= cue.line && cue.line <= lastLine;
  return isInSentence || tokens.quoteDepth[first]! > 0 || /^['‘’"`]/u.test(tokens.norms[first]!);
}

function evidenceFor({ content }: Linked, own: Found, { twin, raw }: Rulings): Evidence {
  const agreed = twin !== null && areSame(own.content, twin.found.content);
  return { raw: content.length === 0 ? null : raw, ruled: twin !== null, agreed, overruled: false };
}

function areSame(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(([start, end], i) => b[i]![0] === start && b[i]![1] === end);
}

/** Marks without a word between them are no content, and what the model joins with them is none either. */
function isEmpty({ article: { text } }: Reader, { content }: Found): boolean {
  return content.length === 0 || content.some((span) => !isWord(text.slice(...span)));
}

/** Of a cue that only the model sees and is not sure of: whether the rules join its quotation to an earlier cue. */
function isTaken({ content }: Found, { joined, raw }: Rulings): boolean {
  return raw < SURE && content.some(([start]) => joined.has(start));
}

/** "From Olga Marsh, mayor: “…”": a mark for a cue, where the rules see a label. */
function isLabel({ article: { text } }: Reader, own: Placed, { near }: Rulings): boolean {
  if (isWord(text.slice(...own.found.cue!.span))) return false;
  return near(own.hull).some((one) => one.found.cue === null && touches(one, own));
}

/** The rules’ words with the model’s source and this cue, where these stand free of the words. */
function patched({ source }: Found, twin: Found, cue: Found['cue']): Found {
  return isFree(twin, source?.span) && isFree(twin, cue?.span) ? { ...twin, source, cue } : twin;
}

function isFree({ content }: Found, part: Span | undefined): boolean {
  return part === undefined || !content.some((span) => overlaps(span, part));
}

/** "the Kremlin reports that the minister said": where the model took all of it for one source, the rules see two. */
function saidAround(reader: Reader, source: Segment | null, { near, twin }: Rulings): Placed | null {
  if (source === null || twin === null) return null;
  const span = spanOf(reader, source);
  return (
    near(span).find((one) => one.found.cue !== null && within(one.found.cue.span, span) && isWithin(twin, one)) ?? null
  );
}

/** "Ada Finch, citing a study, said …": the rules give a participle words in which only the model sees a second cue. */
function takesInAnother(reader: Reader, { source, cue }: Linked, { tagged, near, twin }: Rulings): boolean {
  if (cue === null || !reader.article.tokens.norms[cue.first]!.endsWith('ing')) return false;
  return tagged.some((other) => {
    if (source === null || other.source !== source || other.cue === null || other.cue === cue) return false;
    const span = spanOf(reader, other.cue);
    const isRuled = near(span).some(({ found }) => found.cue !== null && overlaps(found.cue.span, span));
    return !isRuled && twin!.found.content.some((words) => within(span, words));
  });
}

/** "told the BBC the port was shut": whoever was told is no part of the words. */
function takesInWhoWasTold(own: Found, twin: Found): boolean {
  return twin.told.some(([start]) => start === own.content[0]![0]);
}

/** "rejects claims that …": the claims are what is rejected, no part of the cue. */
function denies(own: Found, twin: Found): boolean {
  return twin.cue!.entry.engagement === 'deny' && overlaps(twin.content[0]!, own.cue!.span);
}

/** Leaves out what the rules decided already for another of the model's cues, and what claims the same words as they do. */
function withoutClashes(choices: readonly Choice[]): readonly Choice[] {
  const byRules = [
    ...new Map(choices.flatMap((one) => (one.by === 'rules' ? [[one.twin, one] as const] : []))).values(),
  ];
  const [first, near] = [new Set(byRules), nearIn(byRules)];
  return choices.filter((one) => (one.by === 'rules' ? first.has(one) : !near(one.hull).some((b) => clash(one, b))));
}

/** Quotations that the rules join to a cue and that nothing else claims go on with what the model found for it. */
function extended(kept: readonly Choice[]): readonly (Placed & Combined)[] {
  const near = nearIn(kept);
  return kept.map((one) => {
    const more = (one.twin?.found.content ?? []).filter(
      (span) => !claims(one, span) && !near(span).some((other) => claims(other, span)),
    );
    const content = [...one.found.content, ...more].sort((a, b) => a[0] - b[0]);
    return more.length === 0 ? one : { ...placed({ ...one.found, content }), evidence: one.evidence };
  });
}
