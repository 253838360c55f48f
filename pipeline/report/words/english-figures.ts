import { integer } from '../numbers.ts';

const headings: Readonly<Record<string, string>> = {
  camp: 'By country of the speaker',
  type: 'By kind of speaker',
};

/** The words of figures of voice and of how sure readings are, in English. */
export const figureWords = {
  slopes: {
    heading: (topic: string) => headings[topic] ?? topic,
    source: (label: string) => (label === 'unknown' ? 'not known' : label),
    left: (source: string, share: string) => `${source} ${share}`,
    right: (source: string, share: string) => `${share} ${source}`,
    none: 'Who is given voice: no difference is told apart',
    note: 'Of all quoted and attributed words, the share of each source on either side; upright bars are 95% intervals. Heavy whole lines are told apart, dashed ones are not, dotted ones rest on too little; a source that one side has no share of has a mark and no line. Frequent sources only, so shares need not add up to 100%.',
    cut: (shown: number, all: number) => `${integer(shown)} of ${integer(all)} sources are drawn.`,
    line: (source: string, one: string, other: string, verdict: string) => `${source}: ${one}; ${other} (${verdict})`,
    panel: (heading: string, lines: readonly string[]) => `${heading}: ${lines.join('. ')}.`,
    describe: (panels: readonly string[]) => `Shares of quoted and attributed words. ${panels.join(' ')}`,
  },
};
