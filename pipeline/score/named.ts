import type { AttributedArticle, Registry, Tokens, Topic } from '../model.ts';
import { nameFinder } from '../text/names.ts';
import { surfaceMatcher, type Match } from '../text/phrases.ts';
import { articleNames, type Titles } from './article-names.ts';
import { type Name, type Named } from './grammar.ts';

/** What an article names. */
export interface NamesOf {
  /** Everyone and everything that is named, in the order of the text; of names that overlap the longest. */
  readonly names: readonly Name[];
  /** Every token that is part of a name; the words of a topic are words like any others. */
  readonly inName: ReadonlySet<number>;
}

/**
 * Finds all that an article names: what the registry knows, who only the article knows, and the topics of the study. Of
 * two names that overlap the longer counts, of equal ones the registry's: in "the war in Ukraine" Ukraine is no target,
 * in "Bank of Vestonia" Vestonia is none where the article knows that bank.
 */
export function namesOf(
  article: AttributedArticle,
  registry: Registry,
  topics: readonly Topic[],
  titles: Titles,
): NamesOf {
  const { text, tokens } = article;
  const known: readonly Name[] = nameFinder(registry)(text, tokens);
  const entities = longest([...known, ...articleNames(article, known, titles)]);
  const spoken = topics.length === 0 ? [] : topicFinder(topics)(text, tokens).filter((name) => !isOthers(tokens, name));
  const inName = new Set(
    entities.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)),
  );
  return { names: spoken.length === 0 ? entities : longest([...entities, ...spoken]), inName };
}

type TopicFinder = (text: string, tokens: Tokens) => readonly Match<Named>[];

/** One finder a study, however many articles are read with it. */
const finders = new WeakMap<readonly Topic[], TopicFinder>();

function topicFinder(topics: readonly Topic[]): TopicFinder {
  const known = finders.get(topics) ?? build(topics);
  finders.set(topics, known);
  return known;
}

function build(topics: readonly Topic[]): TopicFinder {
  return surfaceMatcher(
    topics.flatMap(({ id, name, aliases }) => {
      const value: Named = { entity: { id, name, type: 'topic', country: null }, naming: 'topic' };
      return [name.replace(/^the /u, ''), ...aliases].map((pattern) => ({ pattern, value }));
    }),
  );
}

/** "our relations with Meridia": what is ours and whom it is shared with make another thing than the topic's "our relations". */
function isOthers({ norms }: Tokens, { first, end }: Name): boolean {
  return norms[end] === 'with' && norms.slice(first, end).includes('our');
}

/** The names that no longer one overlaps; of equal ones the earlier in the list. Takes O(n log n). */
function longest(names: readonly Name[]): readonly Name[] {
  const kept: Name[] = [];
  for (const name of [...names].sort((a, b) => a.first - b.first || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= name.first) kept.push(name);
    else if (name.end - name.first > last.end - last.first) kept[kept.length - 1] = name;
  }
  return kept;
}
