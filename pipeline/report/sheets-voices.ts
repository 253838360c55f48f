import type {
  Entity,
  Result,
  ReportedArticle,
  Side,
  SideShare,
  SourceShare,
  StanceSummary,
  VoiceLink,
} from '../model.ts';
import { type Column, countOf, dateOf, measureOf, type Sheet, sheet, textOf } from './csv.ts';
import { groupBy } from './group-by.ts';
import { rounded } from './numbers.ts';

/** Ids in one cell stand apart by this. */
export const BETWEEN = ';';

/** The corpus, the speakers, the chain of voice and the stances as data files. */
export function voiceSheets(result: Result): readonly Sheet[] {
  const { comparison } = result;
  return [
    articlesSheet(result),
    speakersSheet(result),
    sourcesSheet(comparison.sources),
    chainSheet(comparison.chain),
    stancesSheet(comparison.stances),
  ];
}

function articlesSheet({ articles, study }: Result): Sheet {
  const groupOf = ({ publisher }: ReportedArticle): string | null =>
    study.groups.find(({ members }) => publisher !== null && members.includes(publisher.id))?.id ?? null;
  return sheet('articles.csv', articles, [
    textOf('article', 'Id of the article.', ({ id }) => id),
    textOf('title', 'Title as the article gives it.', ({ title }) => title),
    textOf('publisher_id', 'Id of the publisher in the registry.', ({ publisher }) => publisher?.id ?? null),
    textOf('publisher', 'Name of the publisher in the registry.', ({ publisher }) => publisher?.name ?? null),
    textOf('outlet_as_given', 'Publisher as the article names it.', ({ outletName }) => outletName),
    textOf('group', 'Id of the publisher’s group in the study.', groupOf),
    dateOf('date', 'Date of the article.', ({ date }) => date),
    textOf('url', 'Address as the article gives it.', ({ url }) => url),
    textOf('author', 'Author as the article gives it.', ({ author }) => author),
    textOf('language', 'Language of the article (BCP 47).', ({ language }) => language),
    textOf('file', 'File that the article was read from.', ({ file }) => file),
    textOf('sha256', 'SHA-256 of the file’s bytes.', ({ sha256 }) => sha256),
    countOf('words', 'words', 'Tokens with a letter or a digit.', ({ words }) => words),
    countOf('statements', 'statements', 'Statements found in the article.', ({ statements }) => statements.length),
  ]);
}

interface SpeakerRow {
  readonly speaker: Entity | null;
  readonly said: readonly { kind: string; relayed: boolean; mean: number | null; words: number }[];
}

function speakersSheet({ articles }: Result): Sheet {
  const said = articles.flatMap(({ statements, readings }) =>
    statements.map(({ speaker, kind, relay }, i) => ({
      speaker,
      kind,
      relayed: relay.length > 0,
      ...readings[i]!.valence,
    })),
  );
  const bySpeaker = groupBy(said, ({ speaker }) => speaker?.id ?? null);
  const rows = [...bySpeaker.values()].map((own): SpeakerRow => ({ speaker: own[0]!.speaker, said: own }));
  const kindCount = (kind: string) =>
    countOf(
      kind,
      'statements',
      `Statements of kind ${kind}.`,
      (row: SpeakerRow) => row.said.filter((one) => one.kind === kind).length,
    );
  return sheet('speakers.csv', rows, [
    textOf(
      'speaker_id',
      'Id of the speaker; empty where the text does not tell.',
      ({ speaker }) => speaker?.id ?? null,
    ),
    textOf('speaker', 'Canonical name of the speaker.', ({ speaker }) => speaker?.name ?? null),
    textOf('type', 'What the speaker is.', ({ speaker }) => speaker?.type ?? null),
    textOf('country', 'ISO 3166-1 alpha-2 code.', ({ speaker }) => speaker?.country ?? null),
    countOf('statements', 'statements', 'All statements of the speaker.', (row) => row.said.length),
    ...['direct', 'mixed', 'indirect', 'attitude'].map(kindCount),
    countOf(
      'relayed',
      'statements',
      'Statements that reach the reader through a relay.',
      (row) => row.said.filter(({ relayed }) => relayed).length,
    ),
    measureOf('mean_valence', 'AFINN valence, −5 to 5', 'Mean of the means of the statements with words.', meanValence),
    countOf('valence_words', 'words', 'Words of the speaker on the valence list.', (row) =>
      row.said.reduce((sum, { words }) => sum + words, 0),
    ),
  ]);
}

function meanValence({ said }: SpeakerRow): number | null {
  const means = said.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  return means.length === 0 ? null : rounded(means.reduce((sum, mean) => sum + mean, 0) / means.length, 4);
}

function sourcesSheet(sources: readonly SourceShare[]): Sheet {
  return sheet('sources.csv', sources, [
    textOf(
      'group',
      'Id of the group through which the words reach the reader; empty where unknown.',
      ({ group }) => group,
    ),
    textOf(
      'speaker_id',
      'Id of the speaker; empty where the text does not tell.',
      ({ speaker }) => speaker?.id ?? null,
    ),
    textOf('speaker', 'Canonical name of the speaker.', ({ speaker }) => speaker?.name ?? null),
    countOf(
      'statements',
      'statements',
      'Statements of the speaker in the group.',
      ({ statements }) => statements.length,
    ),
    countOf('quoted_words', 'words', 'Words within quotation marks.', ({ quotedWords }) => quotedWords),
    countOf(
      'attributed_words',
      'words',
      'Words reported without quotation marks.',
      ({ attributedWords }) => attributedWords,
    ),
    measureOf('share', 'share, 0 to 1', 'Of all quoted and attributed words in the group.', ({ share }) =>
      rounded(share, 6),
    ),
    textOf('statement_ids', 'Ids of the statements, separated by semicolons.', ({ statements }) =>
      statements.join(BETWEEN),
    ),
  ]);
}

function chainSheet(chain: readonly VoiceLink[]): Sheet {
  return sheet('chain.csv', chain, [
    textOf(
      'from_id',
      'Id of the outlet or relay that passes words on; empty for a publisher that is not named.',
      ({ from }) => from?.id ?? null,
    ),
    textOf('from', 'Its canonical name.', ({ from }) => from?.name ?? null),
    textOf(
      'to_id',
      'Id of the one whose words are passed on; empty where the text does not tell.',
      ({ to }) => to?.id ?? null,
    ),
    textOf('to', 'Their canonical name.', ({ to }) => to?.name ?? null),
    textOf('group', 'Id of the group of the link; empty where unknown.', ({ group }) => group),
    countOf(
      'statements',
      'statements',
      'Statements that pass through the link.',
      ({ statements }) => statements.length,
    ),
    textOf('statement_ids', 'Ids of the statements, separated by semicolons.', ({ statements }) =>
      statements.join(BETWEEN),
    ),
  ]);
}

function stancesSheet(stances: readonly StanceSummary[]): Sheet {
  return sheet('stances.csv', stances, [
    textOf('speaker_id', 'Id of the speaker.', ({ speaker }) => speaker.id),
    textOf('speaker', 'Canonical name of the speaker.', ({ speaker }) => speaker.name),
    textOf('target_id', 'Id of the target.', ({ target }) => target.id),
    textOf('target', 'Canonical name of the target.', ({ target }) => target.name),
    countOf('opposes', 'statements', 'Statements read as opposing the target.', ({ calls }) => calls.opposes),
    countOf('neither', 'statements', 'Statements read as neither.', ({ calls }) => calls.neither),
    countOf('supports', 'statements', 'Statements read as supporting the target.', ({ calls }) => calls.supports),
    countOf('no_call', 'statements', 'Statements below the threshold.', ({ calls }) => calls['no call']),
    countOf('calls', 'statements', 'Statements with a call: all but those below the threshold.', ({ calls }) => {
      return calls.opposes + calls.neither + calls.supports;
    }),
    countOf('articles', 'articles', 'Articles that hold a call.', ({ articles }) => articles),
    ...shareColumns('opposes'),
    ...shareColumns('neither'),
    ...shareColumns('supports'),
    textOf('statement_ids', 'Ids of the statements, separated by semicolons.', ({ statements }) =>
      statements.join(BETWEEN),
    ),
  ]);
}

/** Empty where the calls are fewer than the study's minimum. */
function shareColumns(side: Side): readonly Column<StanceSummary>[] {
  const unit = 'share, 0 to 1';
  const number = (name: string, what: string, value: (share: SideShare) => number) =>
    measureOf(`${side}_${name}`, unit, what, ({ shares }: StanceSummary) =>
      shares === null ? null : rounded(value(shares[side]), 6),
    );
  return [
    number('share', `Of all calls; empty below the study’s minimum of calls.`, ({ share }) => share),
    number('low', 'Lower end of its 95% interval.', ({ interval }) => interval[0]),
    number('high', 'Upper end of its 95% interval.', ({ interval }) => interval[1]),
    textOf(
      `${side}_interval`,
      'bootstrap: over articles; wilson: calls taken for independent (fewer than ten articles, or a share of 0 or 1).',
      ({ shares }) => shares?.[side].method ?? null,
    ),
  ];
}
