import { fileURLToPath } from 'node:url';
import { classification, type Labelled } from '../../../pipeline/evaluate/classification.ts';
import { perCent } from '../../../pipeline/evaluate/rates.ts';
import type { Call } from '../../../pipeline/model.ts';
import { readOwnSeeds } from '../../../pipeline/read/inputs.ts';
import { readCorpus } from './corpus.ts';
import { agreedStance, readCoded, SIDES, type Coded, type Side } from './passes.ts';
import { callsOf, type Calls } from './scored.ts';

/** A row on whose stance the passes agree, with what the program calls it. */
interface Judged extends Calls {
  readonly coded: Coded;
  readonly gold: Side;
}

const OWN_FOLDER = fileURLToPath(new URL('.', import.meta.url));

/**
 * Prints how well the product tells the stance of the gold's rows on which the passes agree: given who says what (the
 * statement, its holder and its spans are the gold's), and end to end. "No call" counts as neither. `corpus` is the file
 * that the statements were drawn from.
 */
export function printStanceGold(corpus: string, say: (line: string) => void): void {
  const seeds = readOwnSeeds();
  const articles = new Map(readCorpus(corpus, seeds.registry).map((article) => [article.id, article]));
  const coded = readCoded(OWN_FOLDER);
  if (coded.every(({ second }) => second === null)) say('Only one pass is there: its labels are taken as they are.');
  const judged = coded.flatMap((one): Judged[] => {
    const gold = agreedStance(one);
    const article = articles.get(one.row.article);
    return gold === null || article === undefined ? [] : [{ coded: one, gold, ...callsOf(article, one.row, seeds) }];
  });
  say(`${judged.length} of ${coded.length} rows: right holder, the passes agree on a stance, the article is there`);
  say(`statements found: ${share(judged, ({ found }) => found)}, by the same speaker: ${share(judged, isSpeaker)}`);
  for (const line of [...figuresOf(judged, 'given'), ...figuresOf(judged, 'endToEnd'), allNeither(judged)]) say(line);
}

function isSpeaker({ found, sameSpeaker }: Judged): boolean {
  return found && sameSpeaker;
}

function share(judged: readonly Judged[], test: (one: Judged) => boolean): string {
  return `${perCent(judged.filter(test).length, judged.length)} %`;
}

const NAMES = { given: 'given who says what', endToEnd: 'end to end' } as const;

function figuresOf(judged: readonly Judged[], mode: keyof typeof NAMES): readonly string[] {
  const groups = [...new Set(judged.map(({ coded }) => coded.row.group))];
  const parts = groups.map((group) => ({ group, part: judged.filter(({ coded }) => coded.row.group === group) }));
  return [
    `${NAMES[mode]}: ${figures(judged, mode)}`,
    ...parts.map(({ group, part }) => `  ${group}: ${figures(part, mode)}`),
  ];
}

/** Of fewer calls than this no share is told. */
const FEWEST = 30;

function figures(judged: readonly Judged[], mode: keyof typeof NAMES): string {
  const items = judged.map((one): Labelled<Side> => ({ gold: one.gold, label: sideOf(one[mode]) }));
  const calls = items.filter(({ label }) => label !== 'neither');
  const against = (test: (one: Labelled<Side>) => boolean): string => {
    const { length } = calls.filter(test);
    return calls.length < FEWEST ? `${length}` : `${length} (${perCent(length, calls.length)} %)`;
  };
  const { macroF1, n } = classification(items, SIDES);
  const called = share(judged, (one) => one[mode] !== 'no call');
  const calm = judged.filter((one) => one[mode] === 'neither');
  const rightly =
    calm.length === 0
      ? 'neither is never called'
      : `neither right ${perCent(calm.filter(({ gold }) => gold === 'neither').length, calm.length)} % of ${calm.length}`;
  const wrong = against(({ gold, label }) => gold !== label && gold !== 'neither');
  const made = `${calls.length} sides taken, right ${against(({ gold, label }) => gold === label)}`;
  return `${n} rows, macro F1 ${macroF1}, called ${called}; ${made}, wrong sign ${wrong}; ${rightly}`;
}

/** What taking no side at all would score. */
function allNeither(judged: readonly Judged[]): string {
  const items = judged.map(({ gold }): Labelled<Side> => ({ gold, label: 'neither' }));
  return `never a side: macro F1 ${classification(items, SIDES).macroF1}`;
}

/** A call as a side: silence takes none. */
export function sideOf(call: Call): Side {
  return call === 'no call' ? 'neither' : call;
}
