import type { Result } from '../model.ts';
import type { Changes } from './changes.ts';
import { citationOf } from './citation.ts';
import type { Sheet } from './csv.ts';
import { REFERENCES } from './references.ts';
import { changesSheet } from './sheets-changes.ts';
import { contrastSheets } from './sheets-contrasts.ts';
import { groupSheets } from './sheets-groups.ts';
import { keynessSheets } from './sheets-keyness.ts';
import { readingsSheet } from './sheets-readings.ts';
import { reliabilitySheet } from './sheets-reliability.ts';
import { robustSheets } from './sheets-robust.ts';
import { runSheets } from './sheets-run.ts';
import { voiceSheets } from './sheets-voices.ts';
import { statementLines } from './statement-lines.ts';
import { english, type Words } from './words/english.ts';
import { languages } from './words/languages.ts';

/** A file of the folder `data`. */
export interface DataFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Everything that the report shows in numbers as data: `statements.jsonl`, each table and figure as CSV, and
 * `codebook.json`, which names each column of each CSV with its type, unit and meaning, how to cite, and `changes` since the run before. UTF-8; offsets are code points.
 * Names, labels, units and the codebook are in English and numbers as programs write them, whatever the language of the report;
 * only sentences (of `claims.csv`, and how to cite) are in that of `words`.
 */
export function dataFiles(
  result: Result,
  words: Words = languages[result.study.language],
  changes: Changes | null = null,
): readonly DataFile[] {
  const sheets = [
    ...voiceSheets(result),
    readingsSheet(result),
    ...groupSheets(result),
    ...contrastSheets(result, words),
    ...keynessSheets(result),
    ...robustSheets(result),
    reliabilitySheet(),
    ...runSheets(result),
    changesSheet(changes),
  ];
  const { bibtex, csl } = citationOf(result, words);
  return [
    { name: 'statements.jsonl', text: statementLines(result) },
    ...sheets.map(({ name, text }) => ({ name, text })),
    { name: 'codebook.json', text: codebook(sheets) },
    { name: 'citation.bib', text: `${bibtex}\n` },
    { name: 'citation.json', text: `${csl}\n` },
    { name: 'references.json', text: `${JSON.stringify(REFERENCES, null, 2)}\n` },
  ];
}

function codebook(sheets: readonly Sheet[]): string {
  const told = sheets.map(({ name, columns }) => ({ file: name, description: descriptionOf(name), columns }));
  return `${JSON.stringify({ files: told }, null, 2)}\n`;
}

function descriptionOf(name: string): string {
  return (english.files as Readonly<Record<string, string>>)[name] ?? '';
}
