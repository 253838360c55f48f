import { issue } from './issue.ts';
import type { Comparison, Issue, Study } from './model.ts';
import { didYouMean } from './text/near.ts';

/**
 * What a study asks of contrasts that the corpus does not give: main ones, and beginnings of ids in its families. A slip of
 * the pen would else leave the question unanswered in silence; a name that nobody uses has no contrast either.
 */
export function unknownContrasts(
  { contrasts: held }: Comparison,
  { comparison }: Pick<Study, 'comparison'>,
): readonly Issue[] {
  if (held === null) return [];
  const ids = held.contrasts.map(({ id }) => id);
  const main = comparison.main.filter((asked) => !ids.includes(asked));
  const family = comparison.families
    .flatMap(({ contrasts }) => contrasts)
    .filter((asked) => !ids.some((id) => id === asked || id.startsWith(`${asked}/`)));
  return [...main, ...family].map((asked) => {
    const message = `The study’s comparison names “${asked}”, and no contrast has this id.${didYouMean(asked, ids)} All ids are in data/contrasts.csv.`;
    return issue('contrast-unknown', message);
  });
}
