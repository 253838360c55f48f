import type { Call } from '../model.ts';
import { reasonText } from './claim-text.ts';
import { tally } from './contrasting.ts';
import { NO_GROUP, VALUES } from './ledger-values.ts';
import type { Entry } from './places.ts';
import type { Setting } from './setting.ts';
import { sentence, type SentenceView } from './view-ledger.ts';
import { kindParts } from './view-parts.ts';
import { speakersByWords } from './view-voices.ts';

/** The report in a few sentences made from its numbers, with what may be claimed from them. */
export interface SummaryView {
  readonly keys: readonly { readonly value: string; readonly label: string }[];
  readonly paragraphs: readonly (readonly SentenceView[])[];
  readonly claims: { readonly title: string; readonly reasons: readonly string[] };
}

export function summary(setting: Setting): SummaryView {
  return {
    keys: keys(setting),
    paragraphs: [corpusSentences(setting), statementSentences(setting), [stanceSentence(setting)]],
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
  return {
    title: differences ? say.claims : say.noClaims,
    reasons: reasons.map((reason) => reasonText(words, reason)),
  };
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
    value: words.numbers.integer(value),
    label: words.summary.keys[key as keyof typeof numbers],
  }));
}

function corpusSentences(setting: Setting): readonly SentenceView[] {
  const { summary: say, ledger: names } = setting.words;
  const { articles } = setting.result;
  const outlets = [...new Set(articles.flatMap(({ publisher }) => (publisher === null ? [] : [publisher.name])))];
  const unnamed = articles.filter(({ publisher }) => publisher === null);
  const dates = articles.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const words = totalWords(setting).all;
  const text = [
    say.corpus(articles.length, outlets.sort(), words),
    ...(unnamed.length > 0 ? [say.unnamed(unnamed.length)] : []),
    ...(dates.length > 0 ? [say.dates(dates[0]!, dates.at(-1)!)] : []),
  ].join(' ');
  const values = {
    [VALUES.articles]: articles.length,
    [VALUES.outlets]: outlets.length,
    [VALUES.words]: words,
    [VALUES.unnamed]: unnamed.length,
  };
  const places = { kind: 'articles', ids: articles.map(({ id }) => id) } as const;
  return [sentence(setting, { text, statistic: names.statistics.corpus, values, test: null, places, size: null })];
}

function statementSentences(setting: Setting): readonly SentenceView[] {
  const { entries, words } = setting;
  const say = words.summary;
  if (entries.length === 0) return [counted(setting, say.nothing, 'statements', {}, [])];
  const withheld = entries.filter(({ statement }) => statement.withheld);
  const untold = entries.filter(({ statement }) => statement.speaker === null && !statement.withheld);
  const threshold = words.numbers.decimal(setting.result.study.attributionThreshold, 2);
  const speakers = namedSpeakers(setting);
  const found = { [VALUES.statements]: entries.length, [VALUES.speakers]: speakers };
  return [
    counted(setting, say.found(entries.length, speakers, kindParts(words, entries)), 'statements', found, entries),
    ...(untold.length > 0
      ? [counted(setting, say.untold(untold.length), 'untold', { [VALUES.statements]: untold.length }, untold)]
      : []),
    counted(
      setting,
      say.withheld(withheld.length, threshold),
      'withheld',
      { [VALUES.statements]: withheld.length },
      withheld,
    ),
    reportedSentence(setting),
    ...topSentence(setting),
    relaySentence(setting),
    originSentence(setting),
  ];
}

/** A sentence of the summary that counts something in `entries`. */
function counted(
  setting: Setting,
  text: string,
  statistic: keyof Setting['words']['ledger']['statistics'],
  values: Readonly<Record<string, number | null>>,
  entries: readonly Entry[],
): SentenceView {
  const places = { kind: 'statements', ids: entries.map(({ statement }) => statement.id) } as const;
  const { [statistic]: name } = setting.words.ledger.statistics;
  return sentence(setting, { text, statistic: name, values, test: null, places, size: null });
}

function reportedSentence(setting: Setting): SentenceView {
  const { summary: say, numbers } = setting.words;
  const { all, quoted, attributed } = totalWords(setting);
  const share = (part: number): number => (all === 0 ? 0 : part / all);
  const told = (part: number): string => numbers.percent(share(part));
  const text = say.reported(told(quoted + attributed), told(quoted), told(attributed));
  const values = {
    [VALUES.reported]: share(quoted + attributed),
    [VALUES.quoted]: share(quoted),
    [VALUES.attributed]: share(attributed),
  };
  return counted(setting, text, 'reported', values, setting.entries);
}

const MOST_SPEAKERS = 3;

function topSentence(setting: Setting): readonly SentenceView[] {
  const { summary: say } = setting.words;
  const top = speakersByWords(setting)
    .flatMap(({ speaker, words, statements }) => (speaker === null ? [] : [{ speaker, words, statements }]))
    .slice(0, MOST_SPEAKERS);
  if (top.length === 0) return [];
  const text = say.top(top.map(({ speaker, words, statements }) => say.topSpeaker(speaker.name, words, statements)));
  const values = Object.fromEntries(top.map(({ speaker, words }) => [speaker.name, words]));
  const theirs = setting.entries.filter(({ statement }) =>
    top.some(({ speaker }) => speaker.id === statement.speaker?.id),
  );
  return [counted(setting, text, 'top', values, theirs)];
}

/** A sentence can name no more; all stand in the data. */
const MOST_RELAYS = 12;

function relaySentence(setting: Setting): SentenceView {
  const { entries, words } = setting;
  const relayed = entries.filter(({ statement }) => statement.relay.length > 0);
  const counts = new Map<string, number>();
  for (const relay of relayed.flatMap(({ statement }) => statement.relay)) {
    counts.set(relay.name, (counts.get(relay.name) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  const parts = sorted.map(([name, n]) => `${name} (${words.numbers.integer(n)})`);
  const rest = parts.length - MOST_RELAYS;
  const told = [...parts.slice(0, MOST_RELAYS), ...(rest > 0 ? [words.summary.otherRelays(rest)] : [])];
  const values = {
    [VALUES.statements]: relayed.length,
    ...Object.fromEntries(sorted.slice(0, MOST_RELAYS)),
  };
  return counted(setting, words.summary.relays(relayed.length, told), 'relays', values, relayed);
}

function originSentence(setting: Setting): SentenceView {
  const groups = setting.result.comparison.groups.filter(({ statements }) => statements > 0);
  const { summary: say, numbers } = setting.words;
  const parts = groups.map(({ group, statements: n }) => `${setting.groupLabel(group)} (${numbers.integer(n)})`);
  const values = groups.map(({ group, label, statements }) => [group === null ? NO_GROUP : label, statements] as const);
  return counted(setting, say.origins(parts), 'origins', Object.fromEntries(values), setting.entries);
}

function stanceSentence(setting: Setting): SentenceView {
  const { words, result, entries } = setting;
  const calls = callCounts(setting);
  const all = calls.opposes + calls.neither + calls.supports + calls['no call'];
  const threshold = words.numbers.decimal(result.study.stanceThreshold, 2);
  const text =
    all === 0
      ? words.summary.noStance
      : words.summary.stance(all, calls.opposes, calls.supports, calls.neither, calls['no call'], threshold);
  const values = Object.fromEntries(CALLS.map((call) => [call, calls[call]]));
  const read = entries.filter(({ reading }) => reading.stances.length > 0);
  return counted(setting, text, 'stance', values, read);
}

const CALLS = ['opposes', 'neither', 'supports', 'no call'] as const satisfies readonly Call[];

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
