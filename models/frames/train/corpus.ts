import { readFileSync } from 'node:fs';
import { goldArticle } from '../../../pipeline/read/gold-article.ts';
import { articleTerms } from '../../../pipeline/score/frames/terms.ts';
import { FRAMES } from '../../../pipeline/score/frames/weights.ts';
import { tokenise } from '../../../pipeline/tokenise/tokenise.ts';
import type { TokenisedArticle } from '../../../pipeline/model.ts';
import { decisionOf, questionsOf, sharesOf, type Answers } from './questions.ts';

/** A lemma of an article, or a pair of neighbours: its key, how often it occurs, and how many tokens it has. */
export interface Term {
  readonly key: number;
  readonly count: number;
  readonly width: number;
}

/** An article of the gold, with what its annotators answered. */
export interface Example {
  readonly article: TokenisedArticle;
  readonly terms: readonly Term[];
  /** For each of `FRAMES` whether the published label says that the article has it. */
  readonly truth: readonly boolean[];
  /** For each of `FRAMES` the mean share of “yes” over its questions, 0 … 1. */
  readonly soft: readonly number[];
  readonly answers: Answers;
}

/** Columns of the published labels. */
const COLUMNS: Readonly<Record<(typeof FRAMES)[number], string>> = {
  conflict: 'CO',
  economic: 'EC',
  'human-interest': 'HI',
  moral: 'MO',
  resolution: 'RE',
};

/**
 * Reads narrative-frames (MIT) in `folder`: texts, published labels, and the single annotators' answers. Throws an `Error`
 * where an article lacks labels or answers, or a published label is not what its answers give.
 */
export function examplesOf(folder: string): readonly Example[] {
  const labels = labelsOf(folder);
  const answers = JSON.parse(readFileSync(`${folder}/full_annotations.json`, 'utf8')) as Readonly<
    Record<string, Answers>
  >;
  return textsOf(folder).map(([id, text]) => {
    const [truth, own] = [labels.get(id), answers[id]];
    if (truth === undefined || own === undefined) throw new Error(`Article ${id} has no labels or no answers.`);
    const article = tokenise(goldArticle(id, 'articles_metadata.tsv', text));
    const soft = FRAMES.map((frame) => mean(questionsOf(frame).flatMap((question) => sharesOf(own, question))));
    FRAMES.forEach((frame, k) => {
      if (decisionOf(frame, (question) => own[question]?.[0] === 'yes') !== truth[k])
        throw new Error(`Article ${id}: the label of “${frame}” is not what the answers give.`);
    });
    return { article, terms: termsOf(article), truth, soft, answers: own };
  });
}

function termsOf({ tokens }: TokenisedArticle): readonly Term[] {
  const { counts, widths } = articleTerms(tokens);
  return Array.from({ length: counts.size }, (_, n) => ({
    key: counts.keys[n]!,
    count: counts.sums[n]!,
    width: widths[n]!,
  }));
}

/** Id and text of each article, in the order of the file. A text is quoted, its quotation marks doubled; one row ends with its text. */
export function textsOf(folder: string): readonly (readonly [id: string, text: string])[] {
  return rowsOf(`${folder}/articles_metadata.tsv`).map((row) => {
    const text = row[4]!;
    return [row[0]!, text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text];
  });
}

/** The rows of a file of tab-separated values below its head. */
export function rowsOf(file: string): readonly (readonly string[])[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1);
  return lines.filter((line) => line !== '').map((line) => line.replace(/\r$/u, '').split('\t'));
}

/** The labels stand in both files; one row of the other breaks off before them. */
function labelsOf(folder: string): ReadonlyMap<string, readonly boolean[]> {
  const file = `${folder}/role_and_frame_annoations.tsv`;
  const head = readFileSync(file, 'utf8').split('\n', 1)[0]!.trim().split('\t');
  const places = FRAMES.map((frame) => head.indexOf(COLUMNS[frame]));
  return new Map(rowsOf(file).map((row) => [row[0]!, places.map((at) => row[at]!.startsWith('True'))]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
