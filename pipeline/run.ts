import { attribute } from './attribute/attribute.ts';
import { withhold } from './attribute/withhold.ts';
import { compare } from './compare/compare.ts';
import { contributor, type Contribution } from './compare/contribution.ts';
import { EXIT, issue, Refusal } from './issue.ts';
import type { Article, Issue, ReportedArticle, Result, ScoredArticle } from './model.ts';
import { provenanceOf, recordOf, runName, steadyRecordOf } from './record.ts';
import { readAssets, type Assets } from './report/assets.ts';
import { type Attachment, attachmentsOf } from './report/attachments.ts';
import { citationOf } from './report/citation.ts';
import { figureFile } from './report/figure-file.ts';
import { renderWith } from './report/given-templates.ts';
import { missingGlyphs } from './report/fonts.ts';
import { readStudy, type StudyInputs } from './read/inputs.ts';
import { withoutScript } from './report/html.ts';
import { ledgerLines } from './report/ledger.ts';
import { recordJson, withRecord } from './report/run-record.ts';
import { dataFiles } from './report/tables.ts';
import { buildReport, figuresOf } from './report/view.ts';
import { english } from './report/words/english.ts';
import { score } from './score/score.ts';
import { openRunFolder, type RunFolder } from './store/run-folder.ts';
import { isWord } from './text/word.ts';
import { timer, type Stage, type Stopwatch } from './stopwatch.ts';
import { tokenise } from './tokenise/tokenise.ts';
import { unknownContrasts } from './unknown-contrasts.ts';

/** What a run needs of the world around it: a clock to time stages with, a browser, and where to write. */
export interface Surroundings {
  /** Milliseconds from any start. Only timings depend on it. */
  readonly now: () => number;
  /** Prints a page, or says why nothing can. */
  readonly print: (html: string, about: PdfDetails) => Promise<Printed | NotPrinted>;
  /** Folder for reports in place of the study's, or `null`. */
  readonly out: string | null;
  /** Told as each stage ends, and after each article. */
  readonly observe: (stage: Stage, done: number, total: number) => void;
}

/** What a PDF says of itself. */
export interface PdfDetails {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string;
  readonly language: string;
  /** ISO date or `null`. */
  readonly date: string | null;
  /** Files that it carries along. */
  readonly attachments: readonly Attachment[];
}

export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly browser: object;
}

/** One sentence that says why there is no PDF and how to get one. */
export interface NotPrinted {
  readonly pdf: null;
  readonly reason: string;
}

/** What a run left behind. */
export interface Finished {
  /** The run's folder. */
  readonly folder: string;
  readonly result: Result;
  readonly found: number;
  readonly printed: Printed | NotPrinted;
  /** Milliseconds a stage. */
  readonly timings: Readonly<Record<Stage, number>>;
  /** What `run.json` holds. */
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * The whole pipeline, top to bottom:
 *
 *     Article ▸ tokenise ▸ attribute ▸ score          one article at a time
 *             ▸ compare                               many articles to one comparison
 *             ▸ report                                comparison to view to HTML to PDF
 *
 * Throws a `Refusal` for what makes a run impossible. An article on which a stage fails is set aside, and the run goes on.
 */
export async function run(studyFile: string, around: Surroundings): Promise<Finished> {
  const stopwatch = timer(around);
  const inputs = await stopwatch('read', () => readStudy(studyFile));
  const folder = openRunFolder(around.out ?? inputs.reports, inputs.study.id);
  try {
    const assets = readAssets(inputs.templates);
    const result = resultOf(inputs, assets, stopwatch, around);
    const { html, attachments } = stopwatch('report', () => writeReport(folder, result, inputs, assets));
    const about = { ...detailsOf(result), attachments };
    const printed = await stopwatch('pdf', () => around.print(withoutScript(html), about));
    if (printed.pdf !== null) folder.write('report.pdf', printed.pdf);
    const timings = stopwatch.timings();
    const record = recordOf(result, inputs.found, printed, folder.hashes(), timings);
    folder.write('run.json', `${JSON.stringify(record, null, 2)}\n`);
    return { folder: folder.commit(runName(result.provenance)), result, found: inputs.found, printed, timings, record };
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** What a study gives, from its files to the comparison, with nothing written. Throws a `Refusal` as `run` does. */
export async function analyseStudy(studyFile: string, around: Watched): Promise<Result> {
  const stopwatch = timer(around);
  const inputs = await stopwatch('read', () => readStudy(studyFile));
  return resultOf(inputs, readAssets(), stopwatch, around);
}

type Watched = Pick<Surroundings, 'now' | 'observe'>;

function resultOf(inputs: StudyInputs, assets: Assets, stopwatch: Stopwatch, around: Watched): Result {
  const { articles, contributions, failed } = analyse(inputs, stopwatch, around);
  const quarantined = [...inputs.quarantined, ...failed];
  if (articles.length === 0) throw new Refusal(EXIT.badInput, quarantined.map(asProblem));
  const { study, codebooks } = inputs;
  const comparison = stopwatch('compare', () => compare(contributions, study, codebooks));
  const issues = [
    ...inputs.issues,
    ...unknownContrasts(comparison, study),
    ...articles.flatMap((article) => [...article.issues, ...glyphsMissing(article, assets)]),
  ];
  return { study, articles, comparison, issues, quarantined, provenance: provenanceOf(inputs) };
}

/** Runs the three stages that see one article at a time, and keeps of each what it contributes to the comparison and what the report needs. */
function analyse(
  { articles: given, registry, lexicons, codebooks, study, ...models }: StudyInputs,
  stopwatch: Stopwatch,
  { observe }: Watched,
): {
  articles: readonly ReportedArticle[];
  contributions: readonly Contribution[];
  failed: readonly Issue[];
} {
  const { attributionWeights, stanceWeights, frameWeights, roleWeights } = models;
  const whole = { frames: frameWeights.bytes, roles: roleWeights.bytes };
  const contribute = contributor(study, codebooks);
  const articles: ReportedArticle[] = [];
  const contributions: Contribution[] = [];
  const failed: Issue[] = [];
  given.forEach((article, i) => {
    let stage: Stage = 'tokenise';
    try {
      const tokenised = stopwatch.each((stage = 'tokenise'), () => tokenise(article));
      const attributed = stopwatch.each((stage = 'attribute'), () =>
        withhold(
          attribute(tokenised, registry, lexicons, study.groups, attributionWeights.bytes),
          study.attributionThreshold,
          registry,
          study.groups,
        ),
      );
      const read = stopwatch.each((stage = 'score'), () =>
        score(attributed, registry, lexicons, study, stanceWeights.bytes, whole),
      );
      contributions.push(stopwatch.each((stage = 'compare'), () => contribute(read)));
      articles.push(reported(read));
    } catch (cause) {
      failed.push(failure(article, stage, cause));
    }
    observe('score', i + 1, given.length);
  });
  return { articles, contributions, failed };
}

function reported({ tokens, ...article }: ScoredArticle): ReportedArticle {
  return { ...article, words: tokens.norms.filter(isWord).length };
}

function failure(article: Article, stage: Stage, cause: unknown): Issue {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const message = `The stage “${stage}” failed on the article (${reason}). It is set aside; please report this defect with the article.`;
  return issue('article-failed', message, { article: article.id, file: article.file });
}

function asProblem({ file, line, message }: Issue): { file: string | null; line: number | null; message: string } {
  return { file, line, message };
}

/** Characters that the report would show as blanks: said aloud, never lost in silence. */
function glyphsMissing({ id, file, text }: Article, { fonts }: Assets): readonly Issue[] {
  const missing = missingGlyphs(text, fonts);
  if (missing.length === 0) return [];
  const some = missing
    .slice(0, SHOWN_GLYPHS)
    .map((char) => `U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  const message = `The report’s fonts lack ${missing.length} character(s) of the text (${some.join(', ')}${missing.length > SHOWN_GLYPHS ? ', …' : ''}); a reader’s own fonts may show them in the HTML.`;
  return [issue('glyphs-missing', message, { article: id, file })];
}

const SHOWN_GLYPHS = 8;

/** Writes HTML, data and issues; returns the page for the print, and what the PDF carries along. */
function writeReport(
  folder: RunFolder,
  result: Result,
  { found, templates }: StudyInputs,
  assets: Assets,
): { readonly html: string; readonly attachments: readonly Attachment[] } {
  const { view, ledger } = buildReport(result);
  const record = recordJson(steadyRecordOf(result, found));
  const html = withRecord(renderWith(view, assets, Object.keys(templates)), record);
  const claims = ledgerLines(ledger);
  folder.write('report.html', html);
  folder.write('data/ledger.jsonl', claims);
  const drawings = figuresOf(view).map((figure) => figureFile(figure, assets));
  for (const { name, text } of [...dataFiles(result), ...drawings]) folder.write(`data/${name}`, text);
  const issues = [...result.quarantined, ...result.issues];
  folder.write('issues.jsonl', issues.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return { html, attachments: attachmentsOf(record, claims, citationOf(result, english)) };
}

function detailsOf({ study, provenance }: Result): Omit<PdfDetails, 'attachments'> {
  const { title, authors, question, language } = study;
  return { title, authors, subject: question, language, date: provenance.date };
}
