import type { SourcedStatement } from '../gold.ts';
import type { AttributedArticle, Entity, Span, Statement } from '../model.ts';
import { codePoints } from '../text/code-points.ts';
import { wordSet } from '../text/word-set.ts';

/**
 * The statements of an article as its sourced statements, by the guidelines of that corpus (Markkula Center for Applied
 * Ethics, system prompt v59): whole sentences that the reporter owes to a source; what one source says in one paragraph is
 * one, with a sentence between that names no source; unnamed officials speak in their body's name.
 */
export function sourced(article: AttributedArticle): readonly SourcedStatement[] {
  const toPoints = codePoints(article.text);
  const { sentences } = article;
  const said = article.statements.filter((statement) => isSourced(article.text, statement));
  const passages = joined(said.flatMap((statement) => passagesOf(article, statement)));
  return passages.map(({ first, last, speaker }) => ({
    spans: [toPoints([sentences[first]![0], sentences[last]![1]])],
    speaker: speaker === null ? null : sourceName(speaker),
  }));
}

/** Said by someone, or an opinion that only its holder can have told; “the move signals …” is the reporter’s own conclusion. */
function isSourced(text: string, { kind, source, content, cueLemma, speaker, within }: Statement): boolean {
  if (within !== null || content.length === 0) return false;
  const lemma = cueLemma ?? '';
  if (kind === 'attitude') return OPINIONS.has(lemma) && /^(?:person|group)$/.test(speaker?.type ?? '');
  if (source.length === 0) return kind === 'direct';
  if (source.some((span) => DESCRIBES.test(text.slice(...span)))) return speaker?.type === 'person';
  return !(speaker?.type === 'unknown' && SHOWS.has(lemma));
}

/** “We asked …” is the reporter; “landlords who argued …” tells which ones are meant. */
const DESCRIBES = /^(?:we|i|you|who|that|which)$/iu;

const OPINIONS = wordSet('believe fear feel suspect worry');
const SHOWS = wordSet(
  'carry demonstrate emphasize highlight illustrate indicate question reflect signal suggest underline underscore',
);

/** Sentences [first, last] of one paragraph. */
interface Passage {
  readonly paragraph: number;
  readonly first: number;
  readonly last: number;
  readonly speaker: Entity | null;
}

/** The sentences that a statement touches, one passage a paragraph. */
function passagesOf({ sentences, paragraphs }: AttributedArticle, statement: Statement): readonly Passage[] {
  const [start, end] = hullOf(statement);
  const { speaker } = statement;
  const passages: Passage[] = [];
  for (let i = lastFrom(sentences, start); i <= lastFrom(sentences, end - 1); i++) {
    const paragraph = lastFrom(paragraphs, sentences[i]![0]);
    const before = passages.at(-1);
    if (before?.paragraph === paragraph) passages[passages.length - 1] = { ...before, last: i };
    else passages.push({ paragraph, first: i, last: i, speaker });
  }
  return passages;
}

function hullOf({ source, cue, content }: Statement): Span {
  const spans = [...source, ...cue, ...content];
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

/** Index of the last span that starts at or before `offset`. Takes O(log n). */
function lastFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (spans[mid]![0] <= offset) low = mid;
    else high = mid;
  }
  return low;
}

/** How many sentences without a source may stand between two of one speaker: “draws from the same source” (notes 9 and 10). */
const MOST_BETWEEN = 1;

/** Joins what one speaker says in a paragraph; sentences that an earlier one has said whole are not said again. */
function joined(passages: readonly Passage[]): readonly Passage[] {
  const all: Passage[] = [];
  for (const passage of passages) {
    const before = all.at(-1);
    const isNear = before?.paragraph === passage.paragraph && passage.first <= before.last + MOST_BETWEEN + 1;
    if (isNear && before.speaker?.id === passage.speaker?.id)
      all[all.length - 1] = { ...before, last: Math.max(before.last, passage.last) };
    else if (!isNear || passage.last > before.last) all.push(passage);
  }
  return all;
}

/** "an Ellory Trust official" is the Ellory Trust (note 8). */
function sourceName({ name, type }: Entity): string {
  return type === 'document' ? name : (BODY.exec(name)?.[1] ?? name);
}

const BODY =
  /^(?:(?:an?|the|some|several|many) )?(\p{Lu}.*?)(?:’s)? (?:officials?|leaders?|lawyers?|representatives?|spokes(?:man|woman|person|people))$/u;
