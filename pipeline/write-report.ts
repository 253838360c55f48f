import type { EarlierRun, Result } from './model.ts';
import type { StudyOpened } from './read/inputs.ts';
import { steadyRecordOf } from './record.ts';
import type { Assets } from './report/assets.ts';
import { type Attachment, attachmentsOf } from './report/attachments.ts';
import { changesBetween } from './report/changes.ts';
import { citationOf } from './report/citation.ts';
import { figureFile } from './report/figure-file.ts';
import { renderWith } from './report/given-templates.ts';
import { withoutScript } from './report/html.ts';
import { ledgerLines } from './report/ledger.ts';
import { printView } from './report/print-view.ts';
import { recordJson, withRecord } from './report/run-record.ts';
import { dataFiles } from './report/tables.ts';
import { buildReport, figuresOf, type ReportView } from './report/view.ts';
import { languages } from './report/words/languages.ts';
import type { RunFolder } from './store/run-folder.ts';

/** What a report is written from. */
export interface Written {
  readonly result: Result;
  /** Articles found, readable or not. */
  readonly found: number;
  readonly previous: EarlierRun | null;
  readonly templates: StudyOpened['templates'];
}

/** Writes HTML, data and issues; returns the page for the print, and what the PDF carries along. */
export function writeReport(
  folder: RunFolder,
  { result, found, previous, templates }: Written,
  assets: Assets,
): { readonly page: string; readonly attachments: readonly Attachment[] } {
  const changes = previous === null ? null : changesBetween(previous, result);
  const words = languages[result.study.language];
  const { view, ledger } = buildReport(result, words, changes);
  const record = recordJson(steadyRecordOf(result, found));
  const rendered = (one: ReportView): string => withRecord(renderWith(one, assets, Object.keys(templates)), record);
  const html = rendered(view);
  const short = printView(view, result.study.seed, words);
  const claims = ledgerLines(ledger);
  folder.write('report.html', html);
  folder.write('data/ledger.jsonl', claims);
  const drawings = figuresOf(view).map((figure) => figureFile(figure, assets));
  for (const { name, text } of [...dataFiles(result, words, changes), ...drawings]) folder.write(`data/${name}`, text);
  const issues = [...result.quarantined, ...result.issues];
  folder.write('issues.jsonl', issues.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  return {
    page: withoutScript(short === view ? html : rendered(short)),
    attachments: attachmentsOf(record, claims, citationOf(result, words), words),
  };
}
