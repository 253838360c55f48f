import model from 'wink-eng-lite-web-model';
import winkNLP, { type Model } from 'wink-nlp';
import type { Pos } from '../model.ts';

/** What wink-nlp says of a text: columns by its own tokens, which leave out blanks and may change what they read. */
export interface Reading {
  readonly tokens: readonly string[];
  /** `undefined` where wink-nlp gives none. */
  readonly pos: readonly (Pos | undefined)[];
  /** Whether a token is part of a contraction ("let’s"). */
  readonly contracted: readonly boolean[];
  /** First tokens of sentences. */
  readonly starts: ReadonlySet<number>;
  /** The lemma of a token; `undefined` for words of which wink-nlp gives none ("Ive"). */
  readonly lemmaAt: (token: number) => string | undefined;
}

/**
 * Reads a text with wink-nlp's sentence ends and tags, as if it were the first that wink-nlp ever read. Left alone, it
 * keeps every unknown word that it met, and cuts later texts by them: after “Clinton’s” in quotation marks, a plain
 * Clinton’s is one token and no longer two (in a third of the articles of a news corpus). What a text yields would then
 * hang on what was read before it; so what wink-nlp learnt is taken out of its table before each text.
 */
export function readAlone(text: string): Reading {
  if (mind.lexemes.list.length > MOST_LEXEMES) mind = newMind();
  forget(mind);
  const { nlp, lexemes, tags } = mind;
  const raw = nlp.readDoc(text).out(nlp.its.readabilityStats);
  const tokens: string[] = [];
  const pos: (Pos | undefined)[] = [];
  const contracted: boolean[] = [];
  for (let at = 0; at < raw.tokens.length; at += NUMBERS) {
    tokens.push(lexemes.list[raw.tokens[at]!]!);
    contracted.push(raw.tokens[at + 1]! >= CONTRACTED);
    pos.push(tags[(raw.tokens[at + 2]! & TAG_MASK) >>> TAG_SHIFT]);
  }
  const starts = new Set(raw.sentences.map(([first]) => first));
  return { tokens, pos, contracted, starts, lemmaAt: (token) => nlp.its.lemma(token, raw, addons) };
}

/** The document as wink-nlp itself holds it. Its accessors would make a list for each thing that they are asked for. */
interface RawDocument {
  /** Four numbers a token: its lexeme, its contraction and the blanks before it, its tag and lemma, and flags. */
  readonly tokens: readonly number[];
  /** First and last token of each sentence. */
  readonly sentences: readonly (readonly [first: number, last: number])[];
}

/** From wink-nlp's `constants.js`. */
const [NUMBERS, CONTRACTED, TAG_MASK, TAG_SHIFT] = [4, 0x10000, 0x3f00000, 20];

/** A table of the model, from values to their numbers. A value that it lacks is added at the end. */
interface Table {
  readonly list: string[];
  readonly hash: Record<string, number | undefined>;
}

/** Of wink-nlp's interface, what is used here; its own types do not know that `out` gives what `addons` make of it. */
interface Wink {
  readonly readDoc: (text: string) => { readonly out: (what: Wink['its']['readabilityStats']) => RawDocument };
  readonly its: {
    readonly readabilityStats: (document: RawDocument, helpers: object) => RawDocument;
    readonly lemma: (token: number, document: RawDocument, helpers: object) => string | undefined;
  };
}

interface Mind {
  readonly nlp: Wink;
  readonly lexemes: Table;
  readonly tags: readonly Pos[];
  /** Up to where the lexemes are what the model came with, or forgotten since. */
  settled: number;
}

/** wink-nlp counts to a million; a new reader takes some 60 ms. */
const MOST_LEXEMES = 500_000;

/** What the model's loader gives, of what is used here. */
interface Core {
  readonly features: { readonly lexeme: Table; readonly pos: { readonly list: readonly Pos[] } };
  readonly packing: { efList: readonly string[] };
}

/** Built once: the model writes it anew, and longer, each time that it is asked. */
const entities = (model as unknown as { metaCER: () => unknown }).metaCER();

/** With the document itself in the place of figures of its readability: nothing else hands it out. */
const addons = {
  ...(model as unknown as { addons: object }).addons,
  readabilityStats: (document: RawDocument) => document,
};

/** Of an unknown word wink-nlp also notes ends, case and shape, which neither tags nor sentence ends are told by. */
const NEEDED = new Set(['isAbbrev', 'pos']);

let mind = newMind();

function newMind(): Mind {
  const core = (model as unknown as { core: () => Core }).core();
  core.packing.efList = core.packing.efList.filter((feature) => NEEDED.has(feature));
  const own = { ...(model as object), core: () => core, metaCER: () => entities, addons } as unknown as Model;
  const { lexeme, pos } = core.features;
  const nlp = winkNLP(own, ['sbd', 'pos']) as unknown as Wink;
  return { nlp, lexemes: lexeme, tags: pos.list, settled: lexeme.list.length };
}

/** Words lose their numbers but not their places, which wink-nlp's own columns count on. */
function forget(known: Mind): void {
  const { list, hash } = known.lexemes;
  for (let i = known.settled; i < list.length; i++) hash[list[i]!] = undefined;
  known.settled = list.length;
}
