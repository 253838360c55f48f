import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { perCent } from '../../../pipeline/evaluate/rates.ts';
import type { HarmForm } from '../../../pipeline/model.ts';
import { readOwnSeeds } from '../../../pipeline/read/inputs.ts';
import { HARM_PRECISION, HARM_PRECISION_COMMAND, type HarmPrecision } from '../../../pipeline/report/harm-precision.ts';
import { readCorpus } from '../../stance/gold/corpus.ts';
import { FORMS, harmsOf, rowOf } from './draw.ts';
import { readHarmCodings, readHarmRows, type HarmCoding, type HarmRow } from './rows.ts';
import { wilsonInterval } from '../../../pipeline/stats/wilson.ts';

const OWN_FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** What was coded of each event. */
export const PARTS = ['event', 'form', 'agent', 'patient', 'reality'] as const satisfies readonly (keyof HarmCoding)[];

/** An event with its coding. */
export interface CodedHarm {
  readonly row: HarmRow;
  readonly coding: HarmCoding;
}

/**
 * Prints how often the acts of harm that were found are right, by form and group of outlets, with Wilson’s intervals; and
 * how many of the events the program still finds as they were drawn, where `corpus`, the file that they were drawn from,
 * is there.
 */
export function printHarmGold(corpus: string, say: (line: string) => void): void {
  const coded = readCoded(OWN_FOLDER);
  say(`${coded.length} events, drawn and coded once; right in per cent with 95 % intervals (Wilson 1927)`);
  const sets: readonly (readonly [string, (row: HarmRow) => boolean])[] = [
    ...FORMS.map((form) => [form, (row: HarmRow) => row.form === form] as const),
    ['russian', (row) => row.group === 'russian'],
    ['western', (row) => row.group === 'western'],
    ['all, each form as often as the others', () => true],
  ];
  for (const [name, test] of sets) say(`${name}: ${shares(coded.filter(({ row }) => test(row)))}`);
  const same = JSON.stringify(precisionOf(coded)) === JSON.stringify(HARM_PRECISION);
  say(
    same
      ? `The report’s figures are these (${HARM_PRECISION_COMMAND}).`
      : `The report’s figures are old: ${JSON.stringify(precisionOf(coded))}`,
  );
  if (existsSync(corpus)) say(standing(coded, corpus));
}

/** The events of a folder with their codings, in the order of the draw. Throws where one has none. */
export function readCoded(folder: string): readonly CodedHarm[] {
  const codings = new Map(readHarmCodings(`${folder}/coding.jsonl`).map((coding) => [coding.row, coding]));
  return readHarmRows(`${folder}/events.jsonl`).map((row) => {
    const coding = codings.get(row.row);
    if (coding === undefined) throw new Error(`The event ${row.row} is not coded.`);
    return { row, coding };
  });
}

/** Counts of what is right, by form and group: what the report prints. */
export function precisionOf(coded: readonly CodedHarm[]): readonly HarmPrecision[] {
  return (['russian', 'western'] as const).flatMap((group) =>
    FORMS.map((form: HarmForm) => {
      const own = coded.filter(({ row }) => row.group === group && row.form === form);
      return { group, form, cases: own.length, right: rightOf(own) };
    }),
  );
}

function rightOf(coded: readonly CodedHarm[]): HarmPrecision['right'] {
  const count = (part: (typeof PARTS)[number]): number => coded.filter(({ coding }) => coding[part]).length;
  return {
    event: count('event'),
    form: count('form'),
    agent: count('agent'),
    patient: count('patient'),
    reality: count('reality'),
  };
}

function shares(coded: readonly CodedHarm[]): string {
  const right = rightOf(coded);
  const parts = PARTS.map((part) => {
    const [low, high] = wilsonInterval(right[part], coded.length);
    return `${part} ${perCent(right[part], coded.length)} [${perCent(low, 1)}, ${perCent(high, 1)}]`;
  });
  return `${coded.length} events, ${parts.join(', ')}`;
}

function standing(coded: readonly CodedHarm[], corpus: string): string {
  const seeds = readOwnSeeds();
  const articles = new Map(readCorpus(corpus, seeds.registry).map((article) => [article.id, article]));
  const standing = coded.filter(({ row }) => {
    const article = articles.get(row.article);
    if (article === undefined) return false;
    const { row: name, group } = row;
    const found = harmsOf(article, seeds).map((harm) => JSON.stringify({ row: name, group, ...rowOf(article, harm) }));
    return found.includes(JSON.stringify(row));
  });
  return `${standing.length} of ${coded.length} events are found today as they were drawn`;
}
