import { join } from 'node:path';
import { compare } from './compare/compare.ts';
import { gather, type Gathered } from './gather.ts';
import { EXIT, issue, Refusal } from './issue.ts';
import { MAP_STAGES } from './layers.ts';
import { mapStudy, type Mapped, type Shard, type Store } from './map.ts';
import type { Article, Issue, Result } from './model.ts';
import { inlinePool, threadPool } from './pool.ts';
import { provenanceOf, recordOf, runName, steadyRecordOf } from './record.ts';
import { readAssets, type Assets } from './report/assets.ts';
import { type Attachment, attachmentsOf } from './report/attachments.ts';
import { citationOf } from './report/citation.ts';
import { figureFile } from './report/figure-file.ts';
import { renderWith } from './report/given-templates.ts';
import { missingGlyphs } from './report/fonts.ts';
import { openStudy, type StudyOpened } from './read/inputs.ts';
import { withoutScript } from './report/html.ts';
import { ledgerLines } from './report/ledger.ts';
import { recordJson, withRecord } from './report/run-record.ts';
import { dataFiles } from './report/tables.ts';
import { buildReport, figuresOf } from './report/view.ts';
import { english } from './report/words/english.ts';
import { READ_KEY, stageKeysOf } from './stage-keys.ts';
import { lockFolder } from './store/lock.ts';
import { openRunFolder, type RunFolder } from './store/run-folder.ts';
import { openStore, partsInMemory } from './store/store.ts';
import { timer, type Stage, type Stopwatch } from './stopwatch.ts';
import { unknownContrasts } from './unknown-contrasts.ts';

/** What a run needs of the world around it: a clock to time stages with, a browser, and where to write. */
export interface Surroundings {
  /** Milliseconds from any start. Only timings depend on it. */
  readonly now: () => number;
  /** Prints a page, or says why nothing can. */
  readonly print: (html: string, about: PdfDetails) => Promise<Printed | NotPrinted>;
  /** Folder for reports in place of the study's, or `null`. */
  readonly out: string | null;
  /** Threads that the map works in; in this one where none are given. */
  readonly threads?: number;
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
  const unlock = await lockFolder(join(reports, opened.study.id, STORE));
  const folder = openRunFolder(reports, opened.study.id);
  try {
    const assets = readAssets(opened.templates);
    const { found, result } = await resultOf(opened, assets, stopwatch, around, join(reports, opened.study.id, STORE));
    const { html, attachments } = stopwatch('report', () =>
      writeReport(folder, result, found, opened.templates, assets),
    );
    const about = { ...detailsOf(result), attachments };
    const printed = await stopwatch('pdf', () => around.print(withoutScript(html), about));
    if (printed.pdf !== null) folder.write('report.pdf', printed.pdf);
    const timings = stopwatch.timings();
    const record = recordOf(result, found, printed, folder.hashes(), timings);
    folder.write('run.json', `${JSON.stringify(record, null, 2)}\n`);
    return { folder: folder.commit(runName(result.provenance)), result, found, printed, timings, record };
  } catch (error) {
    folder.discard();
    throw error;
  } finally {
    unlock();
  }
}

/** Within the folder of a study's reports: what is kept between runs. */
const STORE = 'store';

/** What a study gives, from its files to the comparison, with nothing written and nothing taken from an earlier run. Throws a `Refusal` as `run` does. */
export async function analyseStudy(studyFile: string, around: Watched): Promise<Result> {
  const stopwatch = timer(around);
  const opened = stopwatch('read', () => openStudy(studyFile));
  return (await resultOf(opened, readAssets(), stopwatch, around, null)).result;
}

type Watched = Pick<Surroundings, 'now' | 'observe' | 'threads'>;

async function resultOf(
  opened: StudyOpened,
  assets: Assets,
  stopwatch: Stopwatch,
  around: Watched,
  home: string | null,
): Promise<{ readonly result: Result; readonly found: number }> {
  const { articles, contributions, ...mapped } = await mapAndGather(opened, stopwatch, around, home);
  if (articles.length === 0) throw new Refusal(EXIT.badInput, mapped.quarantined.map(asProblem));
  const { study, codebooks } = opened;
  const comparison = stopwatch('compare', () => compare(contributions, study, codebooks));
  const issues = [
    ...opened.issues,
    ...mapped.issues,
    ...unknownContrasts(comparison, study),
    ...articles.flatMap((article) => [...article.issues, ...glyphsMissing(article, assets)]),
  ];
  const { quarantined, found, files } = mapped;
  const provenance = provenanceOf({ study, inputs: [...opened.inputs, ...files], articles });
  return { found, result: { study, articles, comparison, issues, quarantined, provenance } };
}

/** The map over the store in `home`, or over none, and what it leaves to the reduce. */
async function mapAndGather(
  opened: StudyOpened,
  stopwatch: Stopwatch,
  { now, observe, threads }: Watched,
  home: string | null,
): Promise<Mapped & Gathered> {
  const { parts, close } =
    home === null ? storeInMemory() : await openStore(home, { read: READ_KEY, ...stageKeysOf(opened) });
  const pool = threads === undefined ? inlinePool(opened, now) : threadPool(opened, threads, PATIENCE_MS);
  try {
    const mapped = await mapStudy(opened, parts, pool, WHOLE, (done) => {
      observe('score', done, done);
    });
    for (const stage of MAP_STAGES) stopwatch.add(stage, mapped.spent[stage]);
    return { ...mapped, ...(await stopwatch.each('read', () => gather(parts, mapped.keys))) };
  } finally {
    await pool.close();
    close();
  }
}

/** An article takes some 12 ms; what takes a minute will not end. */
const PATIENCE_MS = 60_000;

const WHOLE: Shard = { shard: 0, of: 1 };

function storeInMemory(): { readonly parts: Store; readonly close: () => void } {
  const parts = Object.fromEntries(
    ['read', ...MAP_STAGES].map((stage) => [stage, partsInMemory()]),
  ) as unknown as Store;
  return { parts, close: () => undefined };
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
  found: number,
  templates: StudyOpened['templates'],
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
