import type { Specification } from '../../model.ts';
import { integer } from './english-numbers.ts';
import { capital, many } from './english-phrases.ts';

/** Every word that the report says of its own about how far contrasts hold and what may be claimed, in English. */
export const robustnessWords = {
  intro:
    'A difference that one way of counting shows and another hides is a finding about the counting. So the main contrasts are set against placebos, told over time, and computed again in every way that a careful reader might have chosen instead.',

  placebo: {
    firsts: (first: number, all: number, side: string) =>
      first === all
        ? `In ${all === 1 ? 'the main contrast' : `all ${integer(all)} contrasts`} ${side} lies further from the others than any other outlet does`
        : `In ${integer(first)} of ${many(all, 'contrast', 'contrasts')} ${side} lies further from the others than any other outlet does`,
    note: (side: string, reference: string) =>
      `The diamond is the true contrast of ${side}; each square sets one outlet of the other side (${reference}) against the rest as if it were in question. What lies among the squares is what any outlet would show. Differences of mean outlet shares, in percentage points.`,
    unit: (side: string) => `percentage points; to the right: more in ${side}`,
    rank: (rank: number, of: number) => `rank ${integer(rank)} of ${integer(of)}`,
    truth: (side: string) => `the true contrast: ${side}`,
    placebo: 'placebo: one outlet of the reference group',
    cut: (shown: number, all: number) => `The first ${integer(shown)} of ${integer(all)} contrasts are drawn.`,
    describe: (rows: readonly string[]) => `Differences in percentage points. ${rows.join(' ')}`,
    describeRow: (what: string, truth: string, rank: string, placebos: readonly string[]) =>
      `${what}: true contrast ${truth}, ${rank}; placebos ${placebos.length === 0 ? 'none' : placebos.join(', ')}.`,
    describePlacebo: (outlet: string, value: string) => `${outlet} ${value}`,
  },

  time: {
    found: (label: string, side: string, n: number, all: number, periods: string) =>
      `${label}: more in ${side} in ${integer(n)} of ${integer(all)} ${periods}`,
    note: (period: string) =>
      `Share by ${period}, with 95% intervals as bands; a ${period} with fewer articles on a side than the study’s minimum is left open. Each panel has its own scale.`,
    word: (term: string) => `“${term}”`,
    beside: (term: string, node: string) => `“${term}” beside “${node}”`,
    wordNote: (period: string) =>
      `Share of articles that hold the word by ${period}; beside a node, of those with the node. Words that mark a group most certainly over the whole time, of either group in turn. 95% intervals as bands; a ${period} with fewer articles on a side than the study’s minimum is left open. Each panel has its own scale.`,
    wordCut: (shown: number, all: number) =>
      `The first ${integer(shown)} of ${integer(all)} words that are followed are drawn.`,
    events: (events: readonly string[]) => `Dotted: ${events.join('; ')}.`,
    event: (n: number, date: string, label: string) => `${integer(n)}, ${date}: ${label}`,
    cut: (shown: number, all: number) => `The first ${integer(shown)} of ${integer(all)} main contrasts are drawn.`,
    describe: (panels: readonly string[]) => `Shares by period. ${panels.join(' ')}`,
    describePanel: (heading: string, lines: readonly string[]) => `${heading}: ${lines.join('; ')}.`,
    describeLine: (side: string, points: readonly string[]) =>
      `${side} ${points.length === 0 ? 'no data' : points.join(', ')}`,
    describePoint: (start: string, share: string) => `${start} ${share}`,
  },

  multiverse: {
    intro: (plan: string) =>
      `The main specification was laid down in the study before the run; the plan’s SHA-256 is ${plan}. Only the main contrasts are computed in every way.`,
    found: (label: string, share: string, n: number, direction: string) =>
      `${label}: ${share} of ${many(n, 'specification', 'specifications')} say what the main one says, ${direction}`,
    open: (label: string) => `${label}: the main specification cannot be computed`,
    note: (n: number, failed: number) =>
      `Above, the difference in percentage points under each of ${many(n, 'specification', 'specifications')}, from least to most; the diamond is the main one. Below, the choices that each made. ${failed === 0 ? 'All could be computed.' : `${capital(many(failed, 'more', 'more'))} could not be computed.`}`,
    unit: (side: string) => `points; above zero: more in ${side}`,
    headings: {
      voice: 'Voice',
      repeats: 'Templates, copies',
      unit: 'Unit',
      letterCase: 'Case',
      tokens: 'Tokens',
      window: 'Dates',
    } satisfies Record<Exclude<keyof Specification, 'difference'>, string>,
    choices: {
      own: 'own voice',
      quoted: 'quoted',
      attributed: 'attributed',
      all: 'all voices',
    } as Readonly<Record<string, string>>,
    tableTitle: 'The main contrasts under every specification',
    tableNote: (side: string) => `Differences in percentage points, more or less in ${side}.`,
    columns: {
      what: 'Main contrast',
      main: 'Main specification',
      computed: 'Specifications',
      same: 'Same direction',
      least: 'Least',
      most: 'Most',
    },
    describe: (n: number, least: string, most: string, main: string, rows: readonly string[]) =>
      `${capital(many(n, 'specification', 'specifications'))}, from ${least} to ${most}; the main one gives ${main}. Share with the same direction by choice: ${rows.join('; ')}.`,
    describeRow: (heading: string, label: string, same: number, all: number) =>
      `${heading}, ${label}: ${integer(same)} of ${integer(all)}`,
    cut: (shown: number, all: number) =>
      `The first ${integer(shown)} of ${integer(all)} main contrasts are drawn; all are in the data file.`,
  },

  repeats: {
    title: 'Templates and copies',
    intro: (words: number, articles: number) =>
      `A run of ${many(words, 'word', 'words')} or more that stands in ${many(articles, 'article', 'articles')} or more is a template: it was written once. It is left out of the main figures, and so are articles that are mostly another one’s words.`,
    none: 'No template was found.',
    templated: (parts: readonly string[]) => `Words that stand in templates: ${parts.join(', ')}.`,
    templatedOf: (group: string, share: string) => `${share} in ${group}`,
    copies: (n: number) =>
      n === 0
        ? 'No article is a copy of another.'
        : `${capital(many(n, 'article is', 'articles are'))} mostly another one’s words and ${n === 1 ? 'is' : 'are'} left out.`,
    found: (n: number, most: number, outlets: readonly string[]) =>
      `${capital(many(n, 'template', 'templates'))}; the most common stands in ${many(most, 'article', 'articles')} (${outlets.join(', ')})`,
    note: 'As the first article (by id) has it. All are in the data file with their place.',
    columns: { text: 'Template', articles: 'Articles', outlets: 'Outlets' },
    moreOutlets: (n: number) => `and ${integer(n)} more`,
  },

  claiming: {
    intro:
      'These rules hold for every sentence of the report that states a result. They were fixed before the run and are the same for every corpus.',
    rules: (study: {
      readonly articles: number;
      readonly outlets: number;
      readonly replicates: number;
      readonly flagged: string;
    }) => [
      {
        title: 'Articles and outlets are the units, never words.',
        text: 'A word that an article repeats twenty times is one article’s choice. Shares, intervals and tests rest on articles within outlets; only counts count words.',
      },
      {
        title: 'One outlet is not a side.',
        text: `Below ${many(study.outlets, 'outlet', 'outlets')} a group the report speaks of “these outlets”, by name. However many articles one outlet has, they show that outlet’s habits and nothing of others of its kind.`,
      },
      {
        title: 'p has a floor.',
        text: 'When labels of outlets are permuted, the smallest p is one over the number of ways to deal them out: with one outlet against twelve it is 1/13 = 0.077, so that no such comparison can be significant at 0.05. The floor stands beside each p.',
      },
      {
        title: 'Intervals say what they are over.',
        text: `Articles are drawn again within their outlets, ${integer(study.replicates)} times; where a group has ten outlets or more, its outlets are drawn as well. Where only articles are drawn, an interval speaks of these outlets at other times, not of other outlets.`,
      },
      {
        title: 'Too little data makes no claim.',
        text: `Below ${many(study.articles, 'article', 'articles')} a group nothing is claimed, however large the difference. “Not told apart” means that the data do not tell; it does not mean that nothing differs.`,
      },
      {
        title: 'A voice is not another’s.',
        text: 'A word inside a quotation is the speaker’s. What is said of an outlet is said of its own voice, unless the study lays down otherwise.',
      },
      {
        title: 'A sentence written once counts once.',
        text: 'Templates and copies are found, listed and left out; what the shares are with them left in stands beside each contrast.',
      },
      {
        title: 'A true contrast has to stand out among placebos.',
        text: 'Each outlet of the reference group in turn plays the one in question. Where any outlet would show as much, the difference is that of one outlet from others, and no more.',
      },
      {
        title: 'Token-level measures are shown, not used.',
        text: `G² and log-odds scores that count uses as independent are printed so that older work can be compared. Between random halves of one side, which differ in nothing, token G² at a nominal 5% flags ${study.flagged} of all words. No claim rests on them.`,
      },
      {
        title: 'Nothing says why, or what readers make of it.',
        text: 'A difference in words between outlets is a difference in words. Its cause, its intent and its effect are outside this report, and so are articles that are not in the corpus.',
      },
    ],
  },
};
