import type { Character, Mention } from './people.ts';
import type { Reader } from './reader.ts';

/** A document's noun in the text and whoever wrote it. */
export interface Document {
  readonly at: number;
  readonly lemma: string;
  readonly author: Character;
}

/** Documents whose author the text names: "a study by X", "the X report", "X’s report", "X … its report"; in order. */
export function documentsIn(reader: Reader, mentionAt: ReadonlyMap<number, Mention>): readonly Document[] {
  const documents: Document[] = [];
  for (const [at, role] of reader.roles) {
    if (role !== 'document' || mentionAt.has(at)) continue;
    const author = authorOf(reader, mentionAt, at);
    if (author !== null) documents.push({ at, lemma: reader.article.tokens.lemmas[at]!, author });
  }
  return documents.sort((a, b) => a.at - b.at);
}

/** Texts that someone stands behind as an author; a law or a figure has none. */
const AUTHORED =
  /^(?:report|statement|release|communique|declaration|letter|document|paper|article|editorial|column|story|study|survey|poll|analysis|assessment|briefing|bulletin|dispatch|memo|memorandum|post|tweet|message|video|filing|complaint|lawsuit|indictment|ruling|verdict|book|readout)$/u;

/** Who wrote the document whose noun stands at token `at`; `null` where the words around it do not tell. */
export function authorOf(reader: Reader, mentionAt: ReadonlyMap<number, Mention>, at: number): Character | null {
  const { lemmas } = reader.article.tokens;
  if (!AUTHORED.test(lemmas[at] ?? '')) return null;
  return (
    named(writerAfter(reader, mentionAt, at)) ??
    named(writerBefore(reader, mentionAt, at)) ??
    ownerOf(reader, mentionAt, at)
  );
}

/** A lone capital word that could be anything writes nothing. */
function named(mention: Mention | undefined): Character | null {
  if (mention === undefined) return null;
  const { isSure, isPlace, uses, entity } = mention.who;
  return isSure || entity.type === 'institution' || (uses > 1 && !isPlace) ? mention.who : null;
}

const REACH = 6;

/** "a study (published last week) by|from (the) X". */
function writerAfter(reader: Reader, mentionAt: ReadonlyMap<number, Mention>, at: number): Mention | undefined {
  const { norms, pos, sentence } = reader.article.tokens;
  for (let i = at + 1; i < at + REACH && sentence[i] === sentence[at]; i++) {
    if (/^(?:by|from)$/u.test(norms[i]!)) return mentionAt.get(pos[i + 1] === 'DET' ? i + 2 : i + 1);
    if (pos[i] === 'PUNCT' || pos[i] === 'AUX' || mentionAt.has(i)) return undefined;
  }
  return undefined;
}

/** "X|(’s) (annual) report": adjectives and nouns may stand between. */
function writerBefore(reader: Reader, mentionAt: ReadonlyMap<number, Mention>, at: number): Mention | undefined {
  const { norms, pos, sentence } = reader.article.tokens;
  for (let i = at - 1; i > at - REACH && sentence[i] === sentence[at]; i--) {
    const mention = mentionAt.get(i);
    if (mention !== undefined) return mention;
    if (norms[i] !== "'s" && !/^(?:ADJ|NOUN|NUM)$/u.test(pos[i]!)) return undefined;
  }
  return undefined;
}

const FARTHEST_OWNER = 40;

/** "X … its report": the last body before it in the sentence. */
function ownerOf(reader: Reader, mentionAt: ReadonlyMap<number, Mention>, at: number): Character | null {
  const { norms, sentence } = reader.article.tokens;
  if (!/^(?:its|their)$/u.test(norms[at - 1] ?? '') && !/^(?:its|their)$/u.test(norms[at - 2] ?? '')) return null;
  for (let i = at - 2; i >= Math.max(0, at - FARTHEST_OWNER) && sentence[i] === sentence[at]; i--) {
    const mention = mentionAt.get(i);
    if (mention?.who.entity.type === 'institution') return mention.who;
  }
  return null;
}
