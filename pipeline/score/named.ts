import type { AttributedArticle, Registry, Tokens, Topic } from '../model.ts';
import { nameFinder } from '../text/names.ts';
import { runOf } from '../text/runs.ts';
import { surfaceMatcher, type Match } from '../text/phrases.ts';
import { articleNames, type Titles } from './article-names.ts';
import { type Name, type Named } from './grammar.ts';

/** What an article names. */
export interface NamesOf {
  /** Everyone and everything that is named, in the order of the text; of names that overlap the longest. */
  readonly named: readonly Name[];
  /** The same with the pronouns and descriptions that stand for a name. */
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
  const known = nameFinder(registry)(text, tokens).map((name): Name => ({ ...name, value: { ...name.value, p: 1 } }));
  const entities = longest([...known, ...articleNames(article, known, titles)]);
  const spoken = topics.length === 0 ? [] : topicFinder(topics)(text, tokens).filter((name) => !isOthers(tokens, name));
  const inName = new Set(
    entities.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, i) => first + i)),
  );
  const named = spoken.length === 0 ? entities : longest([...entities, ...spoken]);
  return { named, names: withCoreferences(article, named), inName };
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
      const value: Named = { entity: { id, name, type: 'topic', country: null }, naming: 'topic', p: 1 };
      return [name.replace(/^the /u, ''), ...aliases].map((pattern) => ({ pattern, value }));
    }),
  );
}

/**
 * Pronouns for those whom the article names, and descriptions, which need no name ("the Belarusian leader"). A description's
 * span is whole, but its tokens are its head alone: so it overlaps no name, and what follows decides as behind a name.
 */
function withCoreferences({ tokens, coreferences }: AttributedArticle, named: readonly Name[]): readonly Name[] {
  if (coreferences.length === 0) return named;
  const entities = new Map(named.map(({ value: { entity } }) => [entity.id, entity]));
  const mentions = coreferences.flatMap(({ span, form, entity: meant, p }): readonly Name[] => {
    const entity = entities.get(meant.id) ?? (form === 'description' ? meant : null);
    const end = runOf(tokens, span)[1];
    return entity === null ? [] : [{ span, first: end - 1, end, value: { entity, naming: form, p } }];
  });
  return longest([...named, ...mentions]);
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
