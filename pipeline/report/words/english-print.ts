import { integer } from './english-numbers.ts';
import { list, many } from './english-phrases.ts';

/** What the print of a large report says where it leaves out what the page shows. */
export const printWords = {
  rows: (shown: number, all: number) =>
    `In print the first ${integer(shown)} of the ${integer(all)} rows that report.html shows.`,
  tables: (left: number, file: string) =>
    `In print ${many(left, 'more table', 'more tables')} of this kind, all shown in report.html, are left out; their numbers are in ${file}.`,
  untold: (parts: readonly string[]) =>
    `Nothing is told apart here, so print leaves out ${list(parts)}: report.html shows them, and the numbers are in data/contrasts.csv.`,
  speakers: (shown: number, all: number) =>
    `In print ${integer(shown)} of the ${integer(all)} speakers whom report.html tells one by one; all statements are in data/statements.jsonl.`,
  said: (shown: number, all: number) =>
    `In print ${integer(shown)} of the ${integer(all)} statements that report.html shows.`,
  stances: (left: number) => `${integer(left)} more in report.html, all in data/stances.csv`,
  statements: (articles: number, all: number, statements: number) =>
    `In print ${many(statements, 'statement', 'statements')} of ${integer(articles)} of the ${integer(all)} articles that report.html shows, drawn by the study’s seed.`,
  evidence: (shown: number, all: number) =>
    `In print the first ${integer(shown)} of the ${integer(all)} numbers that report.html lists; the passages of all are in data/evidence.csv, the articles behind contrasts in data/contrasts.csv, the statements in data/statements.jsonl. What a sentence or figure states has its passages in the claim ledger.`,
  cut: (text: string) => `${text} […]`,
};
