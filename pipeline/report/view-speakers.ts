import type { Entity, StanceSummary } from '../model.ts';
import { drawn } from '../text/drawn.ts';
import { groupBy } from './group-by.ts';
import type { Entry } from './places.ts';
import { LIMITS, type Setting, statementHref } from './setting.ts';
import { matrixFigure } from './view-matrix.ts';
import { CALLS, callsOf, sharesTable, stancesTable } from './view-stances.ts';
import { cutWords } from './view-text.ts';
import { type Cell, figures, type FigureView, kindParts, type TableView } from './view-parts.ts';
import { speakersByWords } from './view-voices.ts';

/** One speaker with all that they say. `id` is an anchor. */
export interface SpeakerView {
  readonly id: string;
  readonly name: string;
  readonly who: string;
  readonly facts: readonly string[];
  readonly stancesWord: string;
  readonly stances: readonly string[];
  readonly statements: readonly SaidView[];
  /** Says how many statements are left to the appendix; `null` where none is. */
  readonly more: string | null;
}

/** One statement in the list of its speaker: cut to a line or two, with what was read in it. */
export interface SaidView {
  readonly link: Cell;
  readonly language: string;
  /** "denies that" before what is denied; `null` otherwise. */
  readonly denial: string | null;
  readonly words: string;
  readonly notes: string;
}

/**
 * What each says and where each stands. The table is `null` where no target is named, that of shares where no pair has
 * enough calls, the figure where one row says all.
 */
export interface SpeakersView {
  readonly intro: string;
  readonly matrix: FigureView | null;
  readonly stances: TableView | null;
  readonly shares: TableView | null;
  readonly speakers: readonly SpeakerView[];
  /** Says how many speakers are left to the tables; `null` where none is. */
  readonly cut: string | null;
}

export function speakers(setting: Setting): SpeakersView {
  const { words, result } = setting;
  const { stances } = result.comparison;
  const all = speakersByWords(setting).map(({ speaker }) => speaker);
  const told = all.slice(0, LIMITS.speakers);
  const bySpeaker = groupBy(setting.entries, ({ statement }) => statement.speaker?.id ?? null);
  return {
    intro: words.speakers.intro(words.numbers.decimal(result.study.stanceThreshold, 2)),
    matrix: stances.length < 2 ? null : matrixFigure(setting),
    stances: stances.length === 0 ? null : stancesTable(setting),
    shares: sharesTable(setting),
    speakers: told.map((speaker, i) => speakerView(setting, speaker, bySpeaker.get(speaker?.id ?? null) ?? [], i + 1)),
    cut: told.length < all.length ? words.speakers.cut(told.length, all.length) : null,
  };
}

function speakerView(setting: Setting, speaker: Entity | null, said: readonly Entry[], number: number): SpeakerView {
  const { words } = setting;
  const rest = said.length - LIMITS.statementsOfSpeaker;
  return {
    id: `speaker-${number}`,
    name: speaker?.name ?? setting.noSpeaker,
    who: speaker === null ? '' : words.speakers.who(words.types[speaker.type], speaker.country),
    facts: [
      words.speakers.says(said.length, kindParts(setting.words, said)),
      ...relayFact(setting, said),
      valenceFact(setting, said),
    ],
    stancesWord: words.speakers.stances,
    stances: stanceLines(setting, speaker),
    statements: drawn(said, LIMITS.statementsOfSpeaker, setting.result.study.seed, ({ statement }) => statement.id).map(
      (entry) => saidView(setting, entry),
    ),
    more: rest > 0 ? words.speakers.moreStatements(rest) : null,
  };
}

function relayFact({ words }: Setting, said: readonly Entry[]): readonly string[] {
  const relays = new Set(said.flatMap(({ statement }) => statement.relay.map(({ name }) => name)));
  return relays.size === 0 ? [] : [words.speakers.relays([...relays])];
}

function valenceFact({ words }: Setting, said: readonly Entry[]): string {
  const readings = said.map(({ reading }) => reading.valence);
  const means = readings.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  if (means.length === 0) return words.speakers.noValence;
  const mean = means.reduce((sum, one) => sum + one, 0) / means.length;
  const scored = readings.reduce((sum, one) => sum + one.words, 0);
  return words.speakers.valence(words.numbers.signed(mean, 2), scored, means.length);
}

/** Those with a call first. */
function stanceLines(setting: Setting, speaker: Entity | null): readonly string[] {
  const { words, result } = setting;
  if (speaker === null) return [words.speakers.notSummed];
  const own = result.comparison.stances.filter((one) => one.speaker.id === speaker.id);
  if (own.length === 0) return [words.speakers.noStances];
  const rest = own.length - LIMITS.stancesOfSpeaker;
  const told = own.sort((a, b) => callsOf(b) - callsOf(a)).slice(0, LIMITS.stancesOfSpeaker);
  return [
    ...told.map((one) => stanceLine(setting, one)),
    ...(rest > 0 ? [words.moreInFile(rest, 'data/stances.csv')] : []),
  ];
}

function stanceLine({ words }: Setting, { target, calls }: StanceSummary): string {
  return words.speakers.toward(
    target.name,
    CALLS.filter((call) => calls[call] > 0).map((call) => words.speakers.callCount(calls[call], words.calls[call])),
  );
}

/** By its number, or, where it is not printed in the appendix, by the name that data files use. */
function linkTo(setting: Setting, entry: Entry): Cell {
  const href = statementHref(setting, entry);
  return figures(href === null ? entry.statement.id : setting.words.statementNumber(entry.number), href);
}

function saidView(setting: Setting, entry: Entry): SaidView {
  const { words } = setting;
  const { statement, reading, article } = entry;
  const { mean } = reading.valence;
  const stances = reading.stances
    .slice(0, LIMITS.stancesOfStatement)
    .map(({ target, call }) => words.speakers.toward(target.name, [words.calls[call]]));
  const rest = reading.stances.length - stances.length;
  return {
    link: linkTo(setting, entry),
    language: article.language,
    denial: reading.denial ? words.speakers.denial : null,
    words: cutWords(statement.content.map((span) => article.text.slice(...span)).join(' … ')),
    notes: [
      words.kinds[statement.kind],
      mean === null ? words.speakers.noValence : words.speakers.statementValence(words.numbers.signed(mean, 2)),
      ...stances,
      ...(rest > 0 ? [words.moreInFile(rest, 'data/statements.jsonl')] : []),
    ].join(' · '),
  };
}
