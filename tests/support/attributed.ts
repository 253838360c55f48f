import type { Article, AttributedArticle, Entity, Span, Statement } from '../../pipeline/model.ts';
import { tokenise } from '../../pipeline/tokenise/tokenise.ts';
import { article } from './article.ts';

/** A statement by its words, each found where the text first has them. Roles left out are absent. */
export interface Said extends Partial<
  Pick<Statement, 'id' | 'kind' | 'cueLemma' | 'speaker' | 'relay' | 'within' | 'origin' | 'confidence' | 'withheld'>
> {
  readonly source?: string;
  readonly cue?: string;
  readonly content: string | readonly string[];
}

/** An article with the statements given, numbered in their order; what it knows besides comes from `known`. */
export function attributed(text: string, said: readonly Said[], known: Partial<Article> = {}): AttributedArticle {
  const tokenised = tokenise(article(text, known));
  return {
    ...tokenised,
    statements: said.map((one, i) => statement(text, `${tokenised.id}#${i + 1}`, one)),
    coreferences: [],
  };
}

function statement(text: string, id: string, said: Said): Statement {
  const { source, cue, content } = said;
  return {
    id,
    kind: 'indirect',
    cueLemma: null,
    speaker: null,
    relay: [],
    within: null,
    origin: null,
    confidence: 0.9,
    withheld: false,
    ...said,
    source: source === undefined ? [] : [spanOf(text, source)],
    cue: cue === undefined ? [] : [spanOf(text, cue)],
    content: [content].flat().map((words) => spanOf(text, words)),
  };
}

function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The text does not hold “${words}”.`);
  return [start, start + words.length];
}

/** A fictional entity; its id is its name in kebab case. */
export function entity(name: string, type: Entity['type'] = 'person', country: string | null = null): Entity {
  return { id: name.toLowerCase().replace(/\W+/gu, '-'), name, type, country };
}
