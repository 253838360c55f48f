import { integer } from './english-numbers.ts';
import { list } from './english-phrases.ts';

const headings: Readonly<Record<string, string>> = {
  camp: 'By country of the speaker',
  type: 'By kind of speaker',
};

/** The words of figures of voice and of how sure readings are, in English. */
export const figureWords = {
  title: 'How sure the readings are',
  slopes: {
    heading: (topic: string) => headings[topic] ?? topic,
    left: (source: string, share: string) => `${source} ${share}`,
    right: (source: string, share: string) => `${share} ${source}`,
    none: 'Who is given voice: no difference is told apart',
    note: 'Of all quoted and attributed words, the share of each source on either side; upright bars are 95% intervals. Heavy whole lines are told apart, dashed ones are not, dotted ones rest on too little; a source that one side has no share of has a mark and no line. Frequent sources only, so shares need not add up to 100%.',
    cut: (shown: number, all: number) => `${integer(shown)} of ${integer(all)} sources are drawn.`,
    line: (source: string, one: string, other: string, verdict: string) => `${source}: ${one}; ${other} (${verdict})`,
    panel: (heading: string, lines: readonly string[]) => `${heading}: ${lines.join('. ')}.`,
    describe: (panels: readonly string[]) => `Shares of quoted and attributed words. ${panels.join(' ')}`,
  },
  calibration: {
    title: (gap: string) => `Confidence and share right lie no more than ${gap} apart on average`,
    readings: {
      attribution: 'Statements and their sources',
      sentiment: 'How a sentence speaks of its target',
      stance: 'Stance toward an actor, model alone',
    },
    x: 'mean probability',
    y: 'share right',
    count: 'n',
    note: (commands: readonly string[]) =>
      `Probabilities in tenths against the share that people bear out, on texts of the kind that each was made on (American news) and never those that it was fitted on: attribution on articles of PolNeAR’s development part (five parts), sentiment on NewsMTSC and stance on directed sentiments of Park et al. (five folds each). On the dashed line both are equal. Bars are 95% Wilson intervals that take cases for independent; n is the number of cases. Stances that rules tell, and other news, are not covered. Printed by ${list(commands)}.`,
    bin: (mean: string, right: string, low: string, high: string, n: string) =>
      `${mean}: ${right} right (${low} to ${high}; n = ${n})`,
    panel: (heading: string, bins: readonly string[]) => `${heading}: ${bins.join('; ')}.`,
    describe: (panels: readonly string[]) => `Share right by mean probability. ${panels.join(' ')}`,
  },
  agreement: {
    title: (low: string, high: string) => `Readings agree with people in ${low} to ${high} of cases, by what is read`,
    frames: 'Frames: articles that the model was not trained on',
    harm: (group: string) => `Acts of harm in articles of the registry’s group: ${group}`,
    program: 'Reading and people',
    people: 'People with each other',
    unit: 'share of cases that agree',
    value: (share: string, n: string) => `${share} of ${n}`,
    note: (commands: readonly string[]) =>
      `Frames: accuracy in cross-validation; small squares are pairs of annotators with each other, of which no interval was measured. Acts of harm: precision of those found, four forms of equal number drawn and read by hand; what was missed was not measured. Thin bars are 95% Wilson intervals that take cases for independent. Accuracy is high where a frame is rare; F1 and alpha stand in the tables of reliability. Printed by ${list(commands)}.`,
    row: (label: string, share: string, low: string, high: string, n: string, people: string | null) =>
      `${label} ${share} (${low} to ${high}; n = ${n})${people === null ? '' : `, people with each other ${people}`}`,
    section: (heading: string, rows: readonly string[]) => `${heading}: ${rows.join('; ')}.`,
    describe: (sections: readonly string[]) => `Shares of cases that agree. ${sections.join(' ')}`,
  },
};
