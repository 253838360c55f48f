import { CALIBRATIONS, type Calibration } from './calibration-bins.ts';
import { countOf, type Sheet, sheet, textOf } from './csv.ts';
import { FRAME_RELIABILITY, FRAME_RELIABILITY_COMMAND } from './frame-reliability.ts';
import { HARM_PRECISION, HARM_PRECISION_COMMAND } from './harm-precision.ts';
import { number } from './sheets-contrasts.ts';

interface Row {
  readonly reading: 'frame' | 'harm' | Calibration['reading'];
  readonly what: string;
  readonly group: string | null;
  readonly measure: string;
  readonly value: number;
  readonly cases: number;
  readonly command: string;
}

/** How reliable readings were where they were measured, as data: the same for every run of a version. */
export function reliabilitySheet(): Sheet {
  return sheet(
    'reliability.csv',
    [...frameRows(), ...harmRows(), ...calibrationRows()],
    [
      textOf(
        'reading',
        'frame: generic frames of articles; harm: acts of harm; attribution, sentiment, stance: what a probability is worth.',
        ({ reading }) => reading,
      ),
      textOf('what', 'The frame, the form of the act, or the mean probability of the tenth.', ({ what }) => what),
      textOf('group', 'Group of the registry whose articles were read; empty for frames.', ({ group }) => group),
      textOf('measure', 'What was measured; “people” is annotators with each other.', ({ measure }) => measure),
      number('value', '0 to 1; alpha -1 to 1', 'Its value.', ({ value }) => value),
      countOf('cases', 'articles, acts, statements, or calls', 'Over how many.', ({ cases }) => cases),
      textOf('command', 'The command that prints it.', ({ command }) => command),
    ],
  );
}

function frameRows(): readonly Row[] {
  return FRAME_RELIABILITY.flatMap(({ frame, articles, macroF1, accuracy, human }) => {
    const measures = {
      'macro F1': macroF1,
      accuracy,
      'people, macro F1': human.macroF1,
      'people, agreement': human.agreement,
      'people, alpha': human.alpha,
    };
    return Object.entries(measures).map(([measure, value]): Row => ({
      reading: 'frame',
      what: frame,
      group: null,
      measure,
      value,
      cases: articles,
      command: FRAME_RELIABILITY_COMMAND,
    }));
  });
}

function harmRows(): readonly Row[] {
  return HARM_PRECISION.flatMap(({ group, form, cases, right }) =>
    Object.entries(right).map(([measure, n]): Row => ({
      reading: 'harm',
      what: form,
      group,
      measure: `precision of ${measure}`,
      value: n / cases,
      cases,
      command: HARM_PRECISION_COMMAND,
    })),
  );
}

function calibrationRows(): readonly Row[] {
  return CALIBRATIONS.flatMap(({ reading, command, bins }) =>
    bins.map(({ n, mean, right }): Row => ({
      reading,
      what: mean.toFixed(3),
      group: null,
      measure: 'share right',
      value: right,
      cases: n,
      command,
    })),
  );
}
