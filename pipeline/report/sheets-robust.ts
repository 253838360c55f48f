import type { Result, Specification, Template } from '../model.ts';
import { codePoints } from '../text/code-points.ts';
import { countOf, type Sheet, sheet, textOf } from './csv.ts';
import { number } from './sheets-contrasts.ts';
import { BETWEEN } from './sheets-voices.ts';

/** The multiverse, and what was written only once, as data files; empty where nothing is contrasted. */
export function robustSheets(result: Result): readonly Sheet[] {
  return [multiverseSheet(result), templatesSheet(result), copiesSheet(result)];
}

interface SpecificationRow extends Specification {
  readonly contrast: string;
  readonly main: boolean;
}

function multiverseSheet({ comparison }: Result): Sheet {
  const rows = (comparison.contrasts?.multiverse ?? []).flatMap(({ contrast, specifications }) =>
    specifications.map((one, i): SpecificationRow => ({ ...one, contrast, main: i === 0 })),
  );
  return sheet('multiverse.csv', rows, [
    textOf('contrast', 'Id of the main contrast.', ({ contrast }) => contrast),
    textOf('main', 'yes for the specification that the study laid down; else no.', ({ main }) => (main ? 'yes' : 'no')),
    textOf('voice', 'Whose words are counted.', ({ voice }) => voice),
    textOf('repeats', 'Whether templates and copies are left out or kept.', ({ repeats }) => repeats),
    textOf('counted', 'What the proportion is over: uses, articles or outlets.', ({ unit }) => unit),
    textOf('letter_case', 'Whether letters count as written.', ({ letterCase }) => letterCase),
    textOf('tokens', 'Whether a pattern must match whole words.', ({ tokens }) => tokens),
    textOf('window', 'Which part of the dates.', ({ window }) => window),
    number(
      'difference',
      'difference of shares, -1 to 1',
      'Group in question less reference; empty where it cannot be computed.',
      ({ difference }) => difference,
    ),
  ]);
}

function templatesSheet({ comparison, articles }: Result): Sheet {
  const toPoints = new Map(articles.map(({ id, text }) => [id, codePoints(text)]));
  const end = ({ at }: Template, which: 0 | 1): number | null => toPoints.get(at.article)?.(at.span)[which] ?? null;
  return sheet('templates.csv', comparison.contrasts?.templates ?? [], [
    textOf('text', 'The words as the first article has them.', ({ text }) => text),
    countOf('articles', 'articles', 'Articles that hold them.', (row) => row.articles),
    textOf('outlet_ids', 'Outlets of those, separated by semicolons.', ({ outlets }) => outlets.join(BETWEEN)),
    textOf('article', 'Id of the article that the text is cut from.', ({ at }) => at.article),
    countOf('start', 'Unicode code points', 'Start in its text.', (row) => end(row, 0)),
    countOf('end', 'Unicode code points', 'End in its text, exclusive.', (row) => end(row, 1)),
  ]);
}

function copiesSheet({ comparison }: Result): Sheet {
  return sheet('copies.csv', comparison.contrasts?.copies ?? [], [
    textOf('article', 'Id of the article that is left out.', ({ article }) => article),
    textOf('of', 'Id of the earlier one that it copies.', ({ of }) => of),
    number(
      'share',
      'share, 0 to 1',
      'Share of the shorter one’s runs of words that stand in the other.',
      (row) => row.share,
    ),
  ]);
}
