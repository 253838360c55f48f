import { join } from 'node:path';
import { resultOf, type Watched } from './analysis.ts';
import type { EarlierRun, Result } from './model.ts';
import { openStudy, type StudyOpened } from './read/inputs.ts';
import { readPrevious } from './read/previous-run.ts';
import { recordOf, runName } from './record.ts';
import { readAssets, type Assets } from './report/assets.ts';
import type { Attachment } from './report/attachments.ts';
import { missingGlyphs } from './report/fonts.ts';
import { languages } from './report/words/languages.ts';
import { lockFolder } from './store/lock.ts';
import { openRunFolder } from './store/run-folder.ts';
import { timer, type Stage } from './stopwatch.ts';
import { writeReport } from './write-report.ts';

/** What a run needs of the world around it: a clock to time stages with, a browser, and where to write. */
export interface Surroundings extends Watched {
  /** Prints a page, or says why nothing can. */
  readonly print: (html: string, about: PdfDetails) => Promise<Printed | NotPrinted>;
  /** Folder for reports in place of the study's, or `null`. */
  readonly out: string | null;
}

/** What a PDF says of itself. */
export interface PdfDetails {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string;
  readonly language: string;
  /** A page by its number, in that language. */
  readonly page: (number: number) => string;
  /** ISO date or `null`. */
  readonly date: string | null;
  /** The standard that it may declare, or `null`. */
  readonly standard: 'PDF/UA-1' | null;
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
 *     Article ▸ tokenise ▸ attribute ▸ score          one article at a time: the map (`map.ts`), which keeps what it made
 *             ▸ compare                               many articles to one comparison: the reduce
 *             ▸ report                                comparison to view to HTML to PDF
 *
 * Throws a `Refusal` for what makes a run impossible; exit 75 where another run is at work in the study's folder. An article on
 * which a stage fails is set aside, and the run goes on.
 */
export async function run(studyFile: string, around: Surroundings): Promise<Finished> {
  const stopwatch = timer(around);
  const opened = stopwatch('read', () => openStudy(studyFile));
  const reports = around.out ?? opened.reports;
  const store = join(reports, opened.study.id, STORE);
  const unlock = await lockFolder(store);
  const folder = openRunFolder(reports, opened.study.id);
  try {
    const assets = readAssets(opened.templates);
    const analysed = await resultOf(opened, assets, stopwatch, around, store);
    const { result, previous, before } = withPrevious(analysed.result, reports);
    const { found } = analysed;
    const written = { result, found, previous, templates: opened.templates };
    const { page, attachments } = stopwatch('report', () => writeReport(folder, written, assets));
    const about = { ...detailsOf(result), standard: standardOf(page, opened, assets), attachments };
    const printed = await stopwatch('pdf', () => around.print(page, about));
    if (printed.pdf !== null) folder.write('report.pdf', printed.pdf);
    const timings = stopwatch.timings();
    const record = recordOf(result, found, before, printed, folder.hashes(), timings);
    folder.write('run.json', `${JSON.stringify(record, null, 2)}\n`);
    return { folder: folder.commit(runName(result.provenance)), result, found, printed, timings, record };
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    unlock();
  }
}

/** A result with the run before it; `before` is the name of its folder, read or not. */
interface Followed {
  readonly result: Result;
  readonly previous: EarlierRun | null;
  readonly before: string | null;
}

/** The run before in the folder of reports; that it cannot be read is one more issue. */
function withPrevious(result: Result, reports: string): Followed {
  const { name: before, previous, issues } = readPrevious(join(reports, result.study.id), runName(result.provenance));
  return { before, previous, result: { ...result, issues: [...result.issues, ...issues] } };
}

/** Within the folder of a study's reports: what is kept between runs. */
const STORE = 'store';

function detailsOf({ study, provenance }: Result): Omit<PdfDetails, 'attachments' | 'standard'> {
  const { title, authors, question, language } = study;
  const { page } = languages[language].pdf;
  return { title, authors, subject: question, language, page, date: provenance.date };
}

/** A validator has passed PDFs of the templates that come along; letters that no font has are against the standard (7.21.8). */
function standardOf(page: string, { templates }: StudyOpened, { fonts }: Assets): PdfDetails['standard'] {
  return Object.keys(templates).length === 0 && missingGlyphs(page, fonts).length === 0 ? 'PDF/UA-1' : null;
}
