import type { Family } from '../model.ts';
import type { Contrasting } from './contrasting.ts';
import { FRAME_RELIABILITY, FRAME_RELIABILITY_COMMAND } from './frame-reliability.ts';
import { HARM_PRECISION, HARM_PRECISION_COMMAND } from './harm-precision.ts';
import { figures, numberColumn, plain, table, type TableView, textColumn } from './view-parts.ts';

/** How reliable the readings behind a family are, where that was measured; else `null`. */
export function reliability(contrasting: Contrasting, family: Family): TableView | null {
  if (family === 'frames') return framesTable(contrasting);
  return family === 'agency' ? harmTable(contrasting) : null;
}

function framesTable({ setting }: Contrasting): TableView {
  const say = setting.words.contrasts.reliability.frames;
  const { columns, spans } = say;
  const [first] = FRAME_RELIABILITY;
  return table(setting, {
    id: 'frame-reliability',
    data: 'reliability.csv',
    title: say.title,
    note: say.note(setting.words.numbers.integer(first?.articles ?? 0), FRAME_RELIABILITY_COMMAND),
    first: textColumn(columns.frame),
    spans: [
      { label: spans.model, columns: 3 },
      { label: spans.people, columns: 3 },
    ],
    columns: [columns.present, columns.f1, columns.accuracy, columns.f1, columns.agreement, columns.alpha].map(
      numberColumn,
    ),
    rows: FRAME_RELIABILITY.map(({ frame, present, macroF1, accuracy, human }) => ({
      head: plain(say.names[frame]),
      cells: [
        figures(setting.words.numbers.integer(present)),
        ...[macroF1, accuracy, human.macroF1, human.agreement, human.alpha].map((value) =>
          figures(setting.words.numbers.decimal(value, 2)),
        ),
      ],
    })),
  });
}

function harmTable({ setting }: Contrasting): TableView {
  const say = setting.words.contrasts.reliability.harm;
  const { columns } = say;
  return table(setting, {
    id: 'harm-precision',
    data: 'reliability.csv',
    title: say.title,
    note: say.note(HARM_PRECISION_COMMAND),
    first: textColumn(columns.form),
    spans: null,
    columns: [columns.event, columns.formRight, columns.agent, columns.patient, columns.reality].map(numberColumn),
    rows: HARM_PRECISION.map(({ group, form, cases, right }) => ({
      head: plain(say.row(say.groups[group], setting.words.claims.labels[form])),
      cells: [right.event, right.form, right.agent, right.patient, right.reality].map((n) =>
        figures(say.of(setting.words.numbers.integer(n), setting.words.numbers.integer(cases))),
      ),
    })),
  });
}
