import { createHash } from 'node:crypto';
import { attribute } from './attribute/attribute.ts';
import { withhold } from './attribute/withhold.ts';
import { compare } from './compare/compare.ts';
import { EXIT, issue, Refusal } from './issue.ts';
import type { Article, Issue, Provenance, Result, ScoredArticle } from './model.ts';
import { readAssets, type Assets } from './report/assets.ts';
import { missingGlyphs } from './report/fonts.ts';
import { readStudy, type StudyInputs } from './read/inputs.ts';
import { readPackage } from './read/package.ts';
import { renderHtml, withoutScript } from './report/html.ts';
import { dataFiles } from './report/tables.ts';
import { buildView } from './report/view.ts';
import { score } from './score/score.ts';
import { openRunFolder, type RunFolder } from './store/run-folder.ts';
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

export type Stage = 'read' | 'tokenise' | 'attribute' | 'score' | 'compare' | 'report' | 'pdf';

/** What a PDF says of itself. */
export interface PdfDetails {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string;
  readonly language: string;
  /** ISO date or `null`. */
  readonly date: string | null;
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
  const inputs = stopwatch('read', () => readStudy(studyFile));
  const folder = openRunFolder(around.out ?? inputs.reports, inputs.study.id);
  try {
    const { scored, failed } = analyse(inputs, stopwatch, around);
    const quarantined = [...inputs.quarantined, ...failed];
    if (scored.length === 0) throw new Refusal(EXIT.badInput, quarantined.map(asProblem));
    const comparison = stopwatch('compare', () => compare(scored, inputs.study, inputs.codebooks));
    const assets = readAssets();
    const issues = [
      ...inputs.issues,
      ...unknownContrasts(comparison, inputs.study),
      ...scored.flatMap((article) => [...article.issues, ...glyphsMissing(article, assets)]),
    ];
    const result = {
      study: inputs.study,
      articles: scored,
      comparison,
      issues,
      quarantined,
      provenance: provenanceOf(inputs),
    };
    const html = stopwatch('report', () => writeReport(folder, result, assets));
    const printed = await stopwatch('pdf', () => around.print(withoutScript(html), detailsOf(result)));
    if (printed.pdf !== null) folder.write('report.pdf', printed.pdf);
    const timings = stopwatch.timings();
    const record = recordOf(result, inputs.found, printed, timings);
    folder.write('run.json', `${JSON.stringify(record, null, 2)}\n`);
    return { folder: folder.commit(runName(result.provenance)), result, found: inputs.found, printed, timings, record };
  } catch (error) {
    folder.discard();
    throw error;
  }
}

/** Runs the three stages that see one article at a time. */
function analyse(
  { articles, registry, lexicons, study, attributionWeights, stanceWeights, frameWeights, roleWeights }: StudyInputs,
  stopwatch: Stopwatch,
  { observe }: Surroundings,
): { scored: readonly ScoredArticle[]; failed: readonly Issue[] } {
  const whole = { frames: frameWeights.bytes, roles: roleWeights.bytes };
  const scored: ScoredArticle[] = [];
  const failed: Issue[] = [];
  articles.forEach((article, i) => {
    let stage: Stage = 'tokenise';
    try {
      const tokenised = stopwatch((stage = 'tokenise'), () => tokenise(article));
      const attributed = stopwatch((stage = 'attribute'), () =>
        withhold(
          attribute(tokenised, registry, lexicons, study.groups, attributionWeights.bytes),
          study.attributionThreshold,
          registry,
          study.groups,
        ),
      );
      scored.push(
        stopwatch((stage = 'score'), () => score(attributed, registry, lexicons, study, stanceWeights.bytes, whole)),
      );
    } catch (cause) {
      failed.push(failure(article, stage, cause));
    }
    observe('score', i + 1, articles.length);
  });
  return { scored, failed };
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

/** Writes HTML, data and issues; returns the page for the print. */
function writeReport(folder: RunFolder, result: Result, assets: Assets): string {
  const html = renderHtml(buildView(result), assets);
  folder.write('report.html', html);
  for (const { name, text } of dataFiles(result)) folder.write(`data/${name}`, text);
  const issues = [...result.quarantined, ...result.issues];
  folder.write('issues.jsonl', issues.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return html;
}

function detailsOf({ study, provenance }: Result): PdfDetails {
  const { title, authors, question, language } = study;
  return { title, authors, subject: question, language, date: provenance.date };
}

/** What the run rests on, and its name: a hash over all of it. */
function provenanceOf({ study, inputs, articles }: StudyInputs): Provenance {
  const { version, packages } = readPackage();
  const newest = articles.map(({ date }) => date ?? '').reduce((a, b) => (a > b ? a : b), '');
  const date = study.date ?? (newest === '' ? null : newest);
  const basis = { parallax: version, date, inputs, packages, seed: study.seed };
  const hash = createHash('sha256').update(JSON.stringify(basis)).digest('hex');
  return { ...basis, run: hash.slice(0, RUN_DIGITS) };
}

const RUN_DIGITS = 12;

/** Runs sort by the date of what they report. */
function runName({ date, run }: Provenance): string {
  return [date, run].filter((part) => part !== null).join('-');
}

/** `run.json`: all that the numbers depend on, and how long each stage took (the only field that differs between equal runs). */
function recordOf(
  result: Result,
  found: number,
  printed: Printed | NotPrinted,
  timings: Readonly<Record<Stage, number>>,
): Readonly<Record<string, unknown>> {
  const { study, articles, quarantined, issues, provenance } = result;
  return {
    ...provenance,
    study,
    runtime: { node: process.versions.node, icu: process.versions['icu'], unicode: process.versions['unicode'] },
    browser: printed.pdf === null ? null : printed.browser,
    pdf: printed.pdf === null ? { pages: null, reason: printed.reason } : { pages: printed.pages, reason: null },
    articles: { found, read: articles.length, quarantined: quarantined.length },
    statements: articles.reduce((sum, article) => sum + article.statements.length, 0),
    issues: issues.length,
    timings,
  };
}

/** Times named pieces of work, synchronous or not, and adds up what bears one name. */
interface Stopwatch {
  <T>(stage: Stage, work: () => T): T;
  readonly timings: () => Readonly<Record<Stage, number>>;
}

function timer({ now, observe }: Surroundings): Stopwatch {
  const spent: Record<Stage, number> = { read: 0, tokenise: 0, attribute: 0, score: 0, compare: 0, report: 0, pdf: 0 };
  const time = <T>(stage: Stage, work: () => T): T => {
    const start = now();
    const stop = (): void => {
      spent[stage] += now() - start;
    };
    const value = work();
    if (value instanceof Promise) return value.finally(stop) as T;
    stop();
    if (stage !== 'tokenise' && stage !== 'attribute' && stage !== 'score') observe(stage, 1, 1);
    return value;
  };
  const rounded = (): Record<Stage, number> =>
    Object.fromEntries(Object.entries(spent).map(([stage, ms]) => [stage, Math.round(ms)])) as Record<Stage, number>;
  return Object.assign(time, { timings: rounded });
}
