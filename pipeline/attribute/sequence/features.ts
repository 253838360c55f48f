import { wordAt } from '../capitals.ts';
import type { Reader } from '../reader.ts';
import type { Line } from '../units.ts';
import {
  CONTEXT,
  NEIGHBOURS,
  PAIR,
  writeCue,
  writeLine,
  writeQuotation,
  writeNeighbours,
  writePair,
  type Scene,
  type UnitPlace,
} from './context.ts';
import { rateKey, rateStep, type CueRates } from './cue-rates.ts';
import { facetWriter, type Facets, type FacetWriter } from './facets.ts';
import { lineFacts, type LineFacts, type Strength } from './line-facts.ts';
import { quotationFacts } from './quotation-facts.ts';
import { quoteStates } from './quote-states.ts';
import { tokenType, type TokenType } from './token-types.ts';

/** What the sequence model sees of an article. */
export interface Features {
  /** One a token; equal tokens share one. Seen from up to `WINDOW` tokens away. */
  readonly types: readonly TokenType[];
  /** Of a token's own label, by what it shares with its neighbours in the line or in the quotation. */
  readonly context: Facets;
  /** Of a token's own label, by its next neighbours: `NEIGHBOURS` keys a token. */
  readonly neighbours: Int32Array;
  /** Of its label and the one before together: `PAIR` keys a token. */
  readonly pairs: Int32Array;
  /** The line of each token. */
  readonly lineOf: Int32Array;
  /** The quote state of each token. */
  readonly states: Uint8Array;
}

/**
 * Features after Pareti et al. (2013) and Scheible et al. (2016): words and tags around the token; its line, the cues in it
 * and what lies between; the lines before and after; the quotation that it stands in. Which words are cues is known from how
 * often training marked them. Time is linear in the tokens.
 */
export function featuresOf(reader: Reader, lines: readonly Line[], rates: CueRates): Features {
  const types = typesOf(reader, rates);
  const scene = sceneOf(reader, lines, types);
  const context = facetWriter(types.length, Object.keys(CONTEXT).length);
  const neighbours = new Int32Array(types.length * NEIGHBOURS);
  const pairs = new Int32Array(types.length * PAIR);
  const lineOf = new Int32Array(types.length);
  for (let l = 0; l < scene.lines.length; l++) {
    const facts = scene.lines[l]!;
    const near = nearestCues(facts);
    for (let u = 0; u < facts.line.length; u++) {
      const { first, end } = facts.line[u]!;
      for (let i = first; i < end; i++) {
        lineOf[i] = l;
        writeNeighbours(neighbours, scene, i);
        writePair(pairs, scene, facts.type, i);
        writeContext(context, scene, near, { l, u, state: scene.states[i]! }, i);
      }
    }
  }
  return { types, context: context.facets(), neighbours, pairs, lineOf, states: scene.states };
}

type NearestCues = Readonly<Record<Strength, Int32Array>>;

function writeContext(writer: FacetWriter, scene: Scene, near: NearestCues, place: UnitPlace, i: number): void {
  const facts = scene.lines[place.l]!;
  for (const strength of STRENGTHS) writeCue(writer, facts, strength, near[strength][place.u]!, place);
  writeLine(writer, scene, place, i);
  writeQuotation(writer, scene.quoted[i]!, place.state);
  writer.close(i);
}

const STRENGTHS: readonly Strength[] = ['strong', 'medium'];

/** Types are worked out once for each form, lemma and tag that a run meets. */
const stores = new WeakMap<CueRates, Map<string, KnownType[]>>();

interface KnownType {
  readonly lemma: string;
  readonly pos: string;
  readonly type: TokenType;
}

/** Enough for nearly every form of a corpus of news. */
const MOST_FORMS = 40_000;

function typesOf(reader: Reader, rates: CueRates): readonly TokenType[] {
  const { tokens } = reader.article;
  const store = stores.get(rates) ?? new Map<string, KnownType[]>();
  stores.set(rates, store);
  const types: TokenType[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const surface = wordAt(reader, i);
    const known = store.get(surface);
    const lemma = tokens.lemmas[i]!;
    const pos = tokens.pos[i]!;
    const same = known === undefined ? null : typeIn(known, lemma, pos);
    if (same !== null) types.push(same);
    else {
      const type = tokenType(surface, tokens.norms[i]!, lemma, pos, rateStep(rates.get(rateKey(lemma, pos))));
      types.push(type);
      if (known === undefined && store.size >= MOST_FORMS) store.clear();
      store.set(surface, [...(known ?? []), { lemma, pos, type }]);
    }
  }
  return types;
}

function typeIn(known: readonly KnownType[], lemma: string, pos: string): TokenType | null {
  for (const one of known) if (one.lemma === lemma && one.pos === pos) return one.type;
  return null;
}

function sceneOf(reader: Reader, lines: readonly Line[], types: readonly TokenType[]): Scene {
  const states = quoteStates(reader);
  return {
    ...columnsOf(types),
    states,
    paragraph: reader.article.tokens.paragraph,
    quoted: quotationFacts(reader, types, states),
    lines: lines.map((line) => lineFacts(reader, line, types, states)),
  };
}

/** Loops, for `Int32Array.from` with a function takes ten times as long. */
function columnsOf(types: readonly TokenType[]): Pick<Scene, 'words' | 'tags'> {
  const words = new Int32Array(types.length);
  const tags = new Uint8Array(types.length);
  for (let i = 0; i < types.length; i++) {
    const { wordHash, tag } = types[i]!;
    words[i] = wordHash;
    tags[i] = tag;
  }
  return { words, tags };
}

function nearestCues({ line, cues }: LineFacts): NearestCues {
  return { strong: nearest(cues.strong, line.length), medium: nearest(cues.medium, line.length) };
}

/** For each of so many units of a line, the nearest of those `at`, the earlier of two; −1 where there is none. */
function nearest(at: readonly number[], units: number): Int32Array {
  const near = new Int32Array(units).fill(-1);
  let k = 0;
  for (let u = 0; u < units && at.length > 0; u++) {
    while (k + 1 < at.length && Math.abs(at[k + 1]! - u) < Math.abs(at[k]! - u)) k++;
    near[u] = at[k]!;
  }
  return near;
}
