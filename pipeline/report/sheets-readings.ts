import type { Reading, Result, Span, Statement } from '../model.ts';
import { countOf, measureOf, type Sheet, sheet, textOf } from './csv.ts';
import { rounded } from './numbers.ts';
import { BETWEEN } from './sheets-voices.ts';

interface Row {
  readonly statement: Statement;
  readonly reading: Reading;
  readonly cut: (spans: readonly Span[]) => string | null;
}

/** What was read in each statement, one a row; words are as the article has them. `statements.jsonl` has their places. */
export function readingsSheet({ articles }: Result): Sheet {
  const rows = articles.flatMap(({ text, statements, readings }) => {
    const cut = (spans: readonly Span[]): string | null =>
      joined(
        spans.map((span) => text.slice(...span)),
        ' … ',
      );
    return statements.map((statement, i): Row => ({ statement, reading: readings[i]!, cut }));
  });
  return sheet('readings.csv', rows, [
    textOf('statement', 'Id of the statement.', ({ statement }) => statement.id),
    textOf('speaker_id', 'Id of the speaker; empty where not told.', ({ statement }) => statement.speaker?.id ?? null),
    textOf('speaker', 'Canonical name of the speaker.', ({ statement }) => statement.speaker?.name ?? null),
    textOf(
      'reporting',
      'The reporter’s stance toward the speaker, not the speaker’s.',
      ({ reading }) => reading.reporting,
    ),
    textOf('engagement', 'What the speaker does with the content, by the cue.', ({ reading }) => reading.engagement),
    textOf('engagement_markers', 'Words of the content that engage with other voices, each with how.', markersOf),
    textOf('denial', 'Whether the content is what is denied: yes or no.', ({ reading }) =>
      reading.denial ? 'yes' : 'no',
    ),
    textOf('denied', 'Words that are denied, by the cue or by a negation.', ({ reading, cut }) => cut(reading.denied)),
    textOf('speech_act', 'What the speaker does by saying it.', ({ reading }) => reading.speechAct),
    textOf(
      'alignment',
      'agrees or disagrees with an earlier speaker’s words; else empty.',
      ({ reading }) => reading.alignment?.side ?? null,
    ),
    textOf(
      'aligned_with',
      'Canonical name of that speaker, where named.',
      ({ reading }) => reading.alignment?.with?.name ?? null,
    ),
    textOf('commitment', 'How far the speaker vouches for the content.', ({ reading }) => reading.commitment),
    textOf('modality', 'Kinds of modality, separated by semicolons.', ({ reading }) =>
      joined(reading.modality, BETWEEN),
    ),
    textOf('raised_by', 'Words that raise the force of others.', ({ reading, cut }) => cut(reading.graduation.up)),
    textOf('lowered_by', 'Words that lower the force of others.', ({ reading, cut }) => cut(reading.graduation.down)),
    measureOf(
      'valence',
      'AFINN valence, −5 to 5',
      'Mean over the speaker’s own words: a plain published baseline.',
      meanOf,
    ),
    countOf('valence_words', 'words', 'Own words on the valence list.', ({ reading }) => reading.valence.words),
  ]);
}

function markersOf({ reading, cut }: Row): string | null {
  const told = reading.engagementMarkers.map(({ engagement, span }) => `${engagement}: ${cut([span]) ?? ''}`);
  return joined(told, `${BETWEEN} `);
}

function meanOf({ reading: { valence } }: Row): number | null {
  return valence.mean === null ? null : rounded(valence.mean, 4);
}

function joined(parts: readonly string[], between: string): string | null {
  return parts.length === 0 ? null : parts.join(between);
}
