import type { EarlierContrast } from '../model.ts';
import type { Changes, FindingChange, MadeOtherwise } from './changes.ts';
import { blocksOf, type Contrasting, nameOf, pointsInterval, pointsText, titleOf } from './contrasting.ts';
import type { Setting } from './setting.ts';
import { type Cell, plain, table, type TableView, textColumn } from './view-parts.ts';

/** What changed since the run before: first whether the two are comparable, then articles, then findings. */
export interface ChangesView {
  readonly intro: string;
  readonly made: TableView | null;
  readonly texts: readonly string[];
  readonly findings: TableView | null;
}

/** Nothing of this enters the claim ledger, which is computed from one run: each line leads to its contrast instead. */
export function changesView(setting: Setting, contrasting: Contrasting | null, changes: Changes): ChangesView {
  const say = setting.words.changes;
  const { previous, made } = changes;
  return {
    intro: made.length === 0 ? say.same(previous) : say.otherwise(previous, made.length),
    made: made.length === 0 ? null : madeTable(setting, made),
    texts: texts(setting, changes),
    findings: changes.findings.length === 0 ? null : findingsTable(setting, contrasting, changes.findings),
  };
}

function madeTable(setting: Setting, made: readonly MadeOtherwise[]): TableView {
  const say = setting.words.changes;
  return table(setting, {
    id: 'changes-made',
    data: DATA,
    title: say.madeTitle,
    note: say.madeNote,
    spans: null,
    first: textColumn(say.columns.name),
    columns: [say.columns.kind, say.columns.before, say.columns.now].map(textColumn),
    rows: made.map(({ kind, name, before, now }) => ({
      head: plain(name),
      cells: [say.made[kind], valueText(setting, kind, before), valueText(setting, kind, now)].map((text) =>
        plain(text),
      ),
    })),
  });
}

const DATA = 'changes.csv';
const DIGITS = 12;
const LONGEST = 60;

function valueText({ words }: Setting, kind: MadeOtherwise['kind'], value: string | null): string {
  if (value === null) return words.changes.absent;
  if (kind === 'file') return value.slice(0, DIGITS);
  return value.length > LONGEST ? words.changes.long : value;
}

const NAMED = 10;

function texts({ words }: Setting, { articles, statements, findings, within }: Changes): readonly string[] {
  const say = words.changes;
  const told = (['new', 'gone', 'changed'] as const)
    .filter((kind) => articles[kind].length > 0)
    .map((kind) => say.articles[kind](articles[kind].length, articles[kind].slice(0, NAMED)));
  return [
    [...(told.length === 0 ? [say.noArticles] : told), say.statements(statements.before, statements.now)].join(' '),
    [...(findings.length === 0 ? [say.noFindings] : []), ...(within === 0 ? [] : [say.within(within)])].join(' '),
  ].filter((text) => text !== '');
}

function findingsTable(
  setting: Setting,
  contrasting: Contrasting | null,
  findings: readonly FindingChange[],
): TableView {
  const say = setting.words.changes;
  return table(setting, {
    id: 'changes-findings',
    data: DATA,
    title: say.findingsTitle,
    note: say.findingsNote,
    spans: null,
    first: textColumn(say.columns.finding),
    columns: [say.columns.kind, say.columns.before, say.columns.now].map(textColumn),
    rows: findings.map(({ kind, contrast, before, now }) => ({
      head: headOf(contrasting, contrast),
      cells: [say.kinds[kind], stateText(setting, before), stateText(setting, now)].map((text) => plain(text)),
    })),
  });
}

/** The name of a contrast, which leads to its table where it is shown; its id where this run has no such contrast. */
function headOf(contrasting: Contrasting | null, id: string): Cell {
  const contrast = contrasting?.held.contrasts.find((one) => one.id === id);
  if (contrasting === null || contrast === undefined) return plain(id);
  const block = blocksOf(contrasting).find(({ shown }) => shown.includes(contrast));
  const name = nameOf(contrasting, contrast);
  return block === undefined
    ? plain(`${contrasting.setting.words.contrasts.families[contrast.family]}: ${name}`)
    : plain(`${titleOf(contrasting, block)}: ${name}`, `#table-${block.id}`);
}

function stateText(setting: Setting, state: EarlierContrast | null): string {
  if (state === null) return setting.words.changes.absent;
  const { difference, interval } = state;
  const verdict = verdictText(setting, state.verdict);
  if (difference === null) return verdict;
  return setting.words.changes.figure(verdict, pointsText(setting, difference), pointsInterval(setting, interval));
}

/** A verdict of an earlier version may be one that this one does not know. */
function verdictText({ words }: Setting, verdict: string): string {
  return (words.contrasts.verdicts as Readonly<Record<string, string>>)[verdict] ?? verdict;
}
