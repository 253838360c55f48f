import type { Cue, Lexicons, Pos, Registry, TokenisedArticle } from '../model.ts';
import { nameFinder, type Mention } from '../text/names.ts';
import type { Match } from '../text/phrases.ts';
import { termMatcher, type TermMatch } from '../text/terms.ts';
import type { Line } from './units.ts';

/** An article with what the lexicons and the registry say of its tokens. All look-ups are by token index. */
export interface Reader {
  readonly article: TokenisedArticle;
  readonly cues: ReadonlyMap<number, TermMatch<Cue>>;
  /** What kind of speaker a noun names: "minister" is a person, "ministry" an institution. */
  readonly roles: ReadonlyMap<number, string>;
  readonly names: readonly Match<Mention>[];
  readonly nameAt: ReadonlyMap<number, Match<Mention>>;
}

/** Looks up every token once. */
export function readerOf(article: TokenisedArticle, registry: Registry, lexicons: Lexicons): Reader {
  const { text, tokens } = article;
  const names = nameFinder(registry)(text, tokens);
  const roles = matcherOf(lexicons.roles, ({ term, value }) => ({ term, value }))(tokens);
  return {
    article,
    cues: new Map(
      matcherOf(lexicons.cues, (cue) => ({ term: cue.lemma, value: cue }))(tokens).map((c) => [c.first, c]),
    ),
    roles: new Map(roles.map(({ end, value }) => [end - 1, value])),
    names,
    nameAt: byToken(names),
  };
}

/** Each match at every token that it covers. */
function byToken<T>(matches: readonly Match<T>[]): ReadonlyMap<number, Match<T>> {
  const at = new Map<number, Match<T>>();
  for (const match of matches) for (let i = match.first; i < match.end; i++) at.set(i, match);
  return at;
}

const matchers = new WeakMap<object, unknown>();

/** One matcher a lexicon, however many articles are read with it. */
function matcherOf<T, V>(
  lexicon: readonly T[],
  toTerm: (entry: T) => { term: string; value: V },
): ReturnType<typeof termMatcher<V>> {
  const known = matchers.get(lexicon) as ReturnType<typeof termMatcher<V>> | undefined;
  const matcher = known ?? termMatcher(lexicon.map(toTerm));
  matchers.set(lexicon, matcher);
  return matcher;
}

/** Form of unit `i` of a line, lower case; a folded quotation is `“”`, a place outside the line is ''. */
export function formAt(reader: Reader, line: Line, i: number): string {
  const unit = line[i];
  if (unit === undefined) return '';
  return unit.quotation === null ? reader.article.tokens.norms[unit.first]! : '“”';
}

/** Part of speech of unit `i`; `null` for a quotation and outside the line. */
export function posAt(reader: Reader, line: Line, i: number): Pos | null {
  const unit = line[i];
  return unit?.quotation === null ? reader.article.tokens.pos[unit.first]! : null;
}

export function lemmaAt(reader: Reader, line: Line, i: number): string {
  const unit = line[i];
  return unit?.quotation === null ? reader.article.tokens.lemmas[unit.first]! : '';
}
