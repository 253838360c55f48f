import type { Call } from '../model.ts';
import { tally } from './contrasting.ts';
import { integer, percent } from './numbers.ts';
import type { Setting } from './setting.ts';
import { kindParts } from './view-parts.ts';
import { speakersByWords } from './view-voices.ts';

/** The report in a few sentences made from its numbers, with what may be claimed from them. */
export interface SummaryView {
  readonly keys: readonly { readonly value: string; readonly label: string }[];
  readonly paragraphs: readonly string[];
  readonly claims: { readonly title: string; readonly reasons: readonly string[] };
}

export function summary(setting: Setting): SummaryView {
  return {
    keys: keys(setting),
    paragraphs: [corpusSentences(setting), statementSentences(setting), [stanceSentence(setting)]].map((sentences) =>
      sentences.join(' '),
    ),
    claims: claims(setting),
  };
}

/** What was told apart, where anything was tested; else why nothing is claimed. */
function claims(setting: Setting): SummaryView['claims'] {
  const { words, result } = setting;
  const say = words.summary;
  const { tested, told } = tally(setting);
  if (tested > 0) return { title: told > 0 ? say.claims : say.noClaims, reasons: [say.told(told, tested)] };
  const { differences, reasons } = result.comparison.claims;
  return { title: differences ? say.claims : say.noClaims, reasons };
}

function keys(setting: Setting): SummaryView['keys'] {
  const { result, words, entries } = setting;
  const calls = callCounts(setting);
  const outlets = new Set(result.comparison.groups.flatMap((group) => group.outlets.map(({ id }) => id)));
  const numbers = {
    articles: result.articles.length,
    outlets: outlets.size,
    words: totalWords(setting).all,
    statements: entries.length,
    speakers: namedSpeakers(setting),
    calls: calls.opposes + calls.supports + calls.neither,
    none: calls['no call'],
  } satisfies Record<keyof typeof words.summary.keys, number>;
  return Object.entries(numbers).map(([key, value]) => ({
    value: integer(value),
    label: words.summary.keys[key as keyof typeof numbers],
  }));
}

function corpusSentences(setting: Setting): readonly string[] {
  const { summary: say } = setting.words;
  const { articles } = setting.result;
  const outlets = [...new Set(articles.flatMap(({ publisher }) => (publisher === null ? [] : [publisher.name])))];
  const unnamed = articles.filter(({ publisher }) => publisher === null).length;
  const dates = articles.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const sentences = [say.corpus(articles.length, outlets.sort(), totalWords(setting).all)];
  if (unnamed > 0) sentences.push(say.unnamed(unnamed));
  if (dates.length > 0) sentences.push(say.dates(dates[0]!, dates.at(-1)!));
  return sentences;
}

function statementSentences(setting: Setting): readonly string[] {
  const { entries, words } = setting;
  const say = words.summary;
  if (entries.length === 0) return [say.nothing];
  const withheld = entries.filter(({ statement }) => statement.withheld).length;
  const untold = entries.filter(({ statement }) => statement.speaker === null).length - withheld;
  const threshold = setting.result.study.attributionThreshold.toFixed(2);
  const totals = totalWords(setting);
  const share = (part: number): string => percent(totals.all === 0 ? 0 : part / totals.all);
  const top = speakersByWords(setting).flatMap(({ speaker, words: given, statements }) =>
    speaker === null ? [] : [say.topSpeaker(speaker.name, given, statements)],
  );
  return [
    say.found(entries.length, namedSpeakers(setting), kindParts(setting.words, entries)),
    ...(untold > 0 ? [say.untold(untold)] : []),
    say.withheld(withheld, threshold),
    say.reported(share(totals.quoted + totals.attributed), share(totals.quoted), share(totals.attributed)),
    ...(top.length > 0 ? [say.top(top.slice(0, 3))] : []),
    relaySentence(setting),
    originSentence(setting),
  ];
}

/** A sentence can name no more; all stand in the data. */
const MOST_RELAYS = 12;

function relaySentence({ entries, words }: Setting): string {
  const relayed = entries.filter(({ statement }) => statement.relay.length > 0);
  const counts = new Map<string, number>();
  for (const relay of relayed.flatMap(({ statement }) => statement.relay)) {
    counts.set(relay.name, (counts.get(relay.name) ?? 0) + 1);
  }
  const parts = [...counts].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name} (${integer(n)})`);
  const rest = parts.length - MOST_RELAYS;
  const told = [...parts.slice(0, MOST_RELAYS), ...(rest > 0 ? [words.summary.otherRelays(rest)] : [])];
  return words.summary.relays(relayed.length, told);
}

function originSentence(setting: Setting): string {
  const parts = setting.result.comparison.groups
    .filter(({ statements }) => statements > 0)
    .map(({ group, statements }) => `${setting.groupLabel(group)} (${integer(statements)})`);
  return setting.words.summary.origins(parts);
}

function stanceSentence(setting: Setting): string {
  const { words, result } = setting;
  const calls = callCounts(setting);
  const all = calls.opposes + calls.neither + calls.supports + calls['no call'];
  if (all === 0) return words.summary.noStance;
  const threshold = result.study.stanceThreshold.toFixed(2);
  return words.summary.stance(all, calls.opposes, calls.supports, calls.neither, calls['no call'], threshold);
}

function callCounts({ entries }: Setting): Record<Call, number> {
  const counts: Record<Call, number> = { opposes: 0, neither: 0, supports: 0, 'no call': 0 };
  for (const { call } of entries.flatMap(({ reading }) => reading.stances)) counts[call]++;
  return counts;
}

function namedSpeakers({ entries }: Setting): number {
  return new Set(entries.flatMap(({ statement }) => statement.speaker?.id ?? [])).size;
}

function totalWords({ result }: Setting): { all: number; quoted: number; attributed: number } {
  const sum = (voice: 'own' | 'quoted' | 'attributed'): number =>
    result.comparison.groups.reduce((total, group) => total + group.words[voice], 0);
  const [own, quoted, attributed] = [sum('own'), sum('quoted'), sum('attributed')];
  return { all: own + quoted + attributed, quoted, attributed };
}
