import { issue } from './issue.ts';
import { MAP_STAGES, mapper, type Layers, type MapInputs, type MapStage } from './layers.ts';
import type { Article, Issue } from './model.ts';

/** An article on its way through the map, with the layers that an earlier run left. */
export interface Task {
  readonly key: string;
  readonly article: Article;
  readonly kept: Partial<Layers>;
}

/** What came of a task: the article’s layers, or why it is set aside. */
export type Outcome =
  | { readonly key: string; readonly layers: Layers; readonly failed: null }
  | { readonly key: string; readonly layers: null; readonly failed: Issue };

/** What came of a batch, in its order, and the milliseconds that each stage took. */
export interface BatchDone {
  readonly outcomes: readonly Outcome[];
  readonly spent: Readonly<Record<MapStage, number>>;
}

/** Maps a batch; `onArticle` is told the place of each article as its turn comes. */
export type MapBatch = (tasks: readonly Task[], onArticle: (place: number) => void) => BatchDone;

/** Builds what maps batches with `inputs`. An article on which a stage fails is set aside, and the others are mapped. */
export function batchMapper(inputs: MapInputs, now: () => number): MapBatch {
  const map = mapper(inputs);
  return (tasks, onArticle) => {
    const spent: Record<MapStage, number> = { tokenise: 0, attribute: 0, score: 0, compare: 0 };
    let at: MapStage = MAP_STAGES[0];
    const timed = <T>(stage: MapStage, work: () => T): T => {
      at = stage;
      const start = now();
      const value = work();
      spent[stage] += now() - start;
      return value;
    };
    const outcomes = tasks.map(({ key, article, kept }, place): Outcome => {
      onArticle(place);
      try {
        return { key, layers: map(article, kept, timed), failed: null };
      } catch (cause) {
        return { key, layers: null, failed: failure(article, at, cause) };
      }
    });
    return { outcomes, spent };
  };
}

function failure(article: Article, stage: MapStage, cause: unknown): Issue {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return setAside(article, `The stage “${stage}” failed on the article (${reason}).`);
}

/** The issue of an article that is set aside because of a defect of the program. */
export function setAside({ id, file }: Article, what: string): Issue {
  const message = `${what} It is set aside; please report this defect with the article.`;
  return issue('article-failed', message, { article: id, file });
}
