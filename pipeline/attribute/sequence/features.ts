import type { Reader } from '../reader.ts';
import type { Line } from '../units.ts';
import {
  CONTEXT,
  PAIR,
  writeClause,
  writeCue,
  writeLine,
  writeNeighbours,
  writePairs,
  writeQuotation,
  type Scene,
} from './context.ts';
import { rateKey, rateStep, type CueRates } from './cue-rates.ts';
import { facetWriter, type Facets } from './facets.ts';
import { lineFacts, type LineFacts, type Strength } from './line-facts.ts';
import { quotationFacts } from './quotation-facts.ts';
import { quoteStates } from './quote-states.ts';
import { tokenType, type TokenType } from './token-types.ts';

/** What the sequence model sees of an article. */
export interface Features {
  /** One a token; equal tokens share one. Seen from up to `WINDOW` tokens away. */
  readonly types: readonly TokenType[];
  /** Of a token's own label. */
  readonly context: Facets;
  /** Of its label and the one before together. */
  readonly pairs: Facets;
  /** The line of each token. */
  readonly lineOf: Int32Array;
}

/**
 * Features after Pareti et al. (2013) and Scheible et al. (2016): words, tags and quotation marks around the token; its
 * line, the cues in it and what lies between; the clause and the quotation that it stands in; the lines before and
 * after. Which words are cues is known from how often training marked them. Time is linear in the tokens.
 */
export function featuresOf(reader: Reader, lines: readonly Line[], rates: CueRates): Features {
  const types = typesOf(reader, rates);
  const scene = sceneOf(reader, lines, types);
  const context = facetWriter(types.length, Object.keys(CONTEXT).length);
  const pairs = facetWriter(types.length, Object.keys(PAIR).length);
  const lineOf = new Int32Array(types.length);
  scene.lines.forEach((facts, l) => {
    const near = nearestCues(facts);
    facts.line.forEach(({ first, end }, u) => {
      for (let i = first; i < end; i++) {
        const place = { l, u, state: scene.states[i]! };
        lineOf[i] = l;
        writeNeighbours(context, scene, i);
        writeLine(context, scene, l, u, i);
        for (const strength of STRENGTHS) writeCue(context, facts, strength, near[strength][u]!, place);
        writeClause(context, facts, place);
        writeQuotation(context, scene.quoted[i]!, place.state);
        context.close(i);
        writePairs(pairs, scene, facts, i);
        pairs.close(i);
      }
    });
  });
  return { types, context: context.facets(), pairs: pairs.facets(), lineOf };
}

const STRENGTHS: readonly Strength[] = ['strong', 'medium', 'weak'];

/** Types are worked out once for each form, lemma and tag that a run meets. */
const stores = new WeakMap<CueRates, Map<string, KnownType[]>>();

interface KnownType {
  readonly lemma: string;
  readonly pos: string;
  readonly type: TokenType;
}

/** Enough for nearly every form of a corpus of news. */
const MOST_FORMS = 40_000;

function typesOf({ article: { text, tokens } }: Reader, rates: CueRates): readonly TokenType[] {
  const store = stores.get(rates) ?? new Map<string, KnownType[]>();
  stores.set(rates, store);
  const types: TokenType[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const surface = text.slice(tokens.starts[i], tokens.ends[i]);
    const lemma = tokens.lemmas[i]!;
    const pos = tokens.pos[i]!;
    const known = store.get(surface);
    const same = known?.find((one) => one.lemma === lemma && one.pos === pos);
    if (same !== undefined) types.push(same.type);
    else {
      const type = tokenType(surface, tokens.norms[i]!, lemma, pos, rateStep(rates.get(rateKey(lemma, pos))));
      types.push(type);
      if (known === undefined && store.size >= MOST_FORMS) store.clear();
      store.set(surface, [...(known ?? []), { lemma, pos, type }]);
    }
  }
  return types;
}

function sceneOf(reader: Reader, lines: readonly Line[], types: readonly TokenType[]): Scene {
  const states = quoteStates(reader);
  return {
    ...columnsOf(types),
    marks: marksOf(reader),
    states,
    paragraph: reader.article.tokens.paragraph,
    quoted: quotationFacts(reader, types, states),
    lines: lines.map((line) => lineFacts(reader, line, types, states)),
  };
}

/** Loops, for `Int32Array.from` with a function takes ten times as long. */
function columnsOf(types: readonly TokenType[]): Pick<Scene, 'words' | 'tags' | 'rates'> {
  const words = new Int32Array(types.length);
  const tags = new Int32Array(types.length);
  const rates = new Uint8Array(types.length);
  for (let i = 0; i < types.length; i++) {
    const { wordHash, posHash, cueRate } = types[i]!;
    words[i] = wordHash;
    tags[i] = posHash;
    rates[i] = cueRate;
  }
  return { words, tags, rates };
}

/** What the registry, the roles and the cue lexicon say of each token, as one small number; 0 for nothing. */
function marksOf({ article: { tokens }, names, roles, cues }: Reader): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  for (const { first, end, value } of names) marks.fill(1 + NAMED.indexOf(value.entity.type), first, end);
  for (const [i, role] of roles) marks[i] = 10 + ROLES.indexOf(role);
  for (const [i, { value }] of cues) marks[i] = value.class === 'speech' ? 15 : 16;
  return marks;
}

const ROLES = ['person', 'institution', 'group', 'document'];
const NAMED = ['person', 'institution', 'outlet', 'group', 'document', 'country', 'place', 'alliance'];

/** For each unit of a line, the nearest possible cue of each strength, the earlier of two; −1 where there is none. */
function nearestCues({ line, cues }: LineFacts): Readonly<Record<Strength, Int32Array>> {
  const nearest = (at: readonly number[]): Int32Array => {
    const near = new Int32Array(line.length).fill(-1);
    let k = 0;
    for (let u = 0; u < line.length && at.length > 0; u++) {
      while (k + 1 < at.length && Math.abs(at[k + 1]! - u) < Math.abs(at[k]! - u)) k++;
      near[u] = at[k]!;
    }
    return near;
  };
  return { strong: nearest(cues.strong), medium: nearest(cues.medium), weak: nearest(cues.weak) };
}
