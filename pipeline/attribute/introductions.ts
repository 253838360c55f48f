import { isTitle } from './name-words.ts';
import type { Character, Mention } from './people.ts';
import type { Reader } from './reader.ts';

/** Nouns by which a text introduces someone, where it does so, and the words around them. */
export interface Introduction {
  readonly who: Character;
  readonly at: number;
  /** Every word of the description, lower case and lemma. */
  readonly words: ReadonlySet<string>;
}

/** Whom a text has introduced: by noun ("mayor", "company"), and by age ("46"); each list in the order of the text. */
export type Introductions = ReadonlyMap<string, readonly Introduction[]>;

/** Reads titles, appositions on both sides, ages and "is a …" around every name that the reporter uses. */
export function introductionsIn(reader: Reader, mentions: readonly Mention[]): Introductions {
  const byNoun = new Map<string, Introduction[]>();
  for (const mention of mentions) {
    for (const { nouns, words } of [before(reader, mention), after(reader, mention), ownName(reader, mention)]) {
      for (const [noun, role] of nouns) {
        if (!suits(mention, role)) continue;
        const known = byNoun.get(noun) ?? [];
        known.push({ who: mention.who, at: mention.first, words });
        byNoun.set(noun, known);
      }
    }
  }
  return byNoun;
}

/** A person is no institution, and a body no person. */
function suits({ who }: Mention, role: string | null): boolean {
  if (role === null) return true;
  return who.entity.type === 'person' ? role === 'person' : role === 'institution' || role === 'group';
}

interface Described {
  /** With the role that the lexicon gives each. */
  readonly nouns: ReadonlyMap<string, string | null>;
  readonly words: ReadonlySet<string>;
}

const NOTHING: Described = { nouns: new Map(), words: new Set() };
const LONGEST = 16;

/** "Ukrainian Foreign Minister|Dmytro Kuleba" and "the mayor of Port Ellory,|Anna Quill". */
function before(reader: Reader, { first }: Mention): Described {
  const { norms, pos, sentence } = reader.article.tokens;
  const isAside = norms[first - 1] === ',';
  const end = isAside ? first - 1 : first;
  let from = end;
  while (
    from > 0 &&
    end - from < LONGEST &&
    sentence[from - 1] === sentence[first] &&
    inPhrase(reader, from - 1, isAside)
  )
    from--;
  if (isAside && pos[from] !== 'DET' && !reader.roles.has(from)) return NOTHING;
  return describedBy(reader, from, end);
}

/** Within a description; before a name without a comma neither an article nor a preposition can stand between. */
function inPhrase(reader: Reader, i: number, isAside: boolean): boolean {
  const { norms, pos } = reader.article.tokens;
  if (/^(?:NOUN|PROPN|ADJ|NUM|X)$/u.test(pos[i]!) || norms[i] === '-') return true;
  return isAside && /^(?:ADP|DET|PART)$/u.test(pos[i]!) && norms[i + 1] !== ',';
}

/** "Anna Quill|, 46, a baker and mayor of Port Ellory" and "Anna Quill|is the mayor". */
function after(reader: Reader, { end }: Mention): Described {
  const { norms, pos } = reader.article.tokens;
  const isCopula = /^(?:is|was)$/u.test(norms[end] ?? '');
  if (norms[end] !== ',' && !isCopula) return NOTHING;
  const age = !isCopula && /^\d{1,3}$/u.test(norms[end + 1] ?? '') ? norms[end + 1]! : null;
  const from = age === null ? end + 1 : norms[end + 2] === ',' ? end + 3 : end + 2;
  const opens = /^(?:DET|ADJ|NOUN|NUM)$/u.test(pos[from] ?? '') || reader.roles.has(from) || reader.nameAt.has(from);
  const to = opens ? asideEnd(reader, from) : from;
  const { nouns, words } = describedBy(reader, from, to);
  return { nouns: age === null ? nouns : new Map([...nouns, [age, null]]), words };
}

function asideEnd(reader: Reader, from: number): number {
  const { norms, pos, sentence } = reader.article.tokens;
  let to = from;
  while (to - from < LONGEST && sentence[to] === sentence[from] && !/^(?:VERB|AUX|PRON)$/u.test(pos[to]!)) {
    if (pos[to] === 'PUNCT' && norms[to] !== '-') break;
    to++;
  }
  return to;
}

/** Titles in short with the nouns that they stand for, as wink-nlp has their lemmas. */
const TITLES: Readonly<Record<string, string>> = {
  gov: 'governor',
  sen: 'senator',
  rep: 'representative',
  gen: 'general',
  col: 'colonel',
  capt: 'captain',
  sgt: 'sergeant',
  lt: 'lieutenant',
  prof: 'professor',
  dr: 'doctor',
  rev: 'reverend',
  cllr: 'councilor',
  det: 'detective',
  insp: 'inspector',
  supt: 'superintendent',
  con: 'constable',
  pc: 'constable',
};

/** Nouns before the first preposition are what someone is; all words tell which one. */
function describedBy(reader: Reader, from: number, to: number): Described {
  const { norms, lemmas, pos } = reader.article.tokens;
  const nouns = new Map<string, string | null>();
  const words = new Set<string>();
  let isHead = true;
  for (let i = from; i < to; i++) {
    if (norms[i] === 'and') isHead = true;
    else if (pos[i] === 'ADP') isHead = false;
    const lemma = TITLES[norms[i]!.replace(/\.$/u, '')] ?? lemmas[i]!;
    if (isHead && (pos[i] === 'NOUN' || reader.roles.has(i) || isTitle(reader, i)))
      nouns.set(lemma, reader.roles.get(i) ?? null);
    words.add(norms[i]!).add(lemma);
  }
  return { nouns, words };
}

/** "the alliance" is the International Coral Alliance, "the department" the Department of Health. */
function ownName(reader: Reader, { first, end, who }: Mention): Described {
  const { norms, lemmas } = reader.article.tokens;
  if (who.entity.type === 'person' || end - first < 2) return NOTHING;
  const words = new Set([...norms.slice(first, end), ...lemmas.slice(first, end)]);
  const heads = norms.slice(first, end).filter((_, i) => reader.roles.has(first + i));
  return { nouns: new Map([...heads, norms[end - 1]!].map((noun) => [noun, null])), words };
}
