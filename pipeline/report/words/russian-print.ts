import type { Words } from './english.ts';
import { integer } from './russian-numbers.ts';
import { list, many } from './russian-phrases.ts';

/** What the print of a large report says where it leaves out what the page shows, in Russian. */
export const russianPrint: Words['print'] = {
  rows: (shown, all) =>
    `В печати — первые строки: ${integer(shown)} из ${integer(all)}, которые показывает report.html.`,
  tables: (left, file) =>
    `В печати пропущено таблиц этого рода: ${integer(left)}; все они есть в report.html, а их числа — в ${file}.`,
  untold: (parts) =>
    `Здесь различие не установлено, поэтому в печати пропущено: ${list(parts)}; это есть в report.html, а числа — в data/contrasts.csv.`,
  speakers: (shown, all) =>
    `В печати — ${integer(shown)} из ${integer(all)} говорящих, представленных в report.html по одному; все высказывания — в data/statements.jsonl.`,
  said: (shown, all) => `В печати — ${integer(shown)} из ${integer(all)} высказываний, которые показывает report.html.`,
  stances: (left) => `ещё ${integer(left)} — в report.html, все — в data/stances.csv`,
  statements: (articles, all, statements) =>
    `В печати — ${many(statements, 'высказывание', 'высказывания', 'высказываний')} из статей: ${integer(articles)} из ${integer(all)}, которые показывает report.html; отобраны по зерну исследования.`,
  evidence: (shown, all) =>
    `В печати — первые числа: ${integer(shown)} из ${integer(all)}, которые перечислены в report.html; отрывки для всех — в data/evidence.csv, статьи, на которых основаны сопоставления, — в data/contrasts.csv, высказывания — в data/statements.jsonl. Отрывки для того, что утверждает фраза или рисунок, стоят в реестре утверждений.`,
  cut: (text) => `${text} […]`,
};
