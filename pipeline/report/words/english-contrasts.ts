import type { Family, FrameName, Period, Verdict, Voice } from '../../model.ts';
import { integer } from './english-numbers.ts';
import { capital, list, many } from './english-phrases.ts';

/** Every word that the report says of its own about contrasts between two groups, in English. */
export const contrastWords = {
  // ── Names of things ───────────────────────────────────────────────────────────────────────────────────────────────
  families: {
    naming: 'Naming',
    quoting: 'Names between quotation marks',
    words: 'Words that the study follows',
    sources: 'Who is given voice',
    reporting: 'How speakers are introduced',
    stance: 'Stance',
    frames: 'Frames',
    terms: 'Terms of the codebooks',
    roles: 'Roles',
    agency: 'Who does and who suffers',
  } satisfies Record<Family, string>,
  familyNotes: {
    naming: 'Of all names of the set that are used, the share that each takes.',
    quoting: 'Of all uses of a name, the share that stands between quotation marks: there it is someone else’s word.',
    words: 'The share of articles that hold the word.',
    sources: 'Of all quoted and attributed words with a known speaker, the share that each side is given.',
    reporting: 'Of the statements of each side, the share that a verb of each kind introduces (“claim” distances).',
    stance:
      'Of all stances that were looked for, the share with each call; what is left without a call is shown as well.',
    frames:
      'The share of articles in which a trained classifier finds the frame; how well it tells it stands beside it.',
    terms: 'The share of articles that hold terms of the codebook. That a term occurs does not prove a frame.',
    roles: 'Of the mentions to which a role is given, the share of each role.',
    agency: 'Of the clauses with a verb of harm, the share of each form: who does and who suffers.',
  } satisfies Record<Family, string>,
  verdicts: {
    differs: 'differs',
    'these outlets differ': 'these outlets',
    'not told apart': 'not apart',
    'too little': 'too little',
  } satisfies Record<Verdict, string>,
  voices: {
    own: 'in the outlets’ own voice',
    quoted: 'within quotation marks',
    attributed: 'in attributed speech without quotation marks',
    all: 'in all voices together',
  } satisfies Record<Voice | 'all', string>,
  periods: { day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'] } satisfies Record<
    Period,
    readonly [string, string]
  >,

  // ── Sides and numbers ─────────────────────────────────────────────────────────────────────────────────────────────
  theseOutlets: (n: number, group: string) => `these ${integer(n)} outlets of ${group}`,
  names: (names: readonly string[]) => list(names),
  more: (amount: string) => `${amount} more`,
  less: (amount: string) => `${amount} less`,
  even: (amount: string) => amount,
  between: (low: string, high: string) => `${low} to ${high}`,
  range: (low: string, high: string) => `${low}–${high}`,
  moreIn: (amount: string, side: string) => `${amount} points more in ${side}`,
  lessIn: (amount: string, side: string) => `${amount} points less in ${side}`,
  evenIn: 'no difference in points',
  moreWord: (side: string) => `more in ${side}`,
  none: 'none',

  // ── What is compared ──────────────────────────────────────────────────────────────────────────────────────────────
  basis: (basis: {
    readonly treated: string;
    readonly treatedArticles: number;
    readonly reference: string;
    readonly referenceArticles: number;
    readonly voice: string;
  }) =>
    `n\u00a0=\u00a0${many(basis.treatedArticles, 'article', 'articles')} in ${basis.treated} and ${integer(basis.referenceArticles)} in ${basis.reference}, counted ${basis.voice}, templates and copies left out.`,
  intervals: (replicates: number, how: readonly string[]) =>
    `95% intervals by bootstrap (${integer(replicates)} replicates): ${list(how)}.`,
  outletsDrawn: (side: string) => `in ${side} outlets are drawn, and their articles`,
  articlesDrawn: (side: string) => `in ${side} articles are drawn within their outlets`,

  // ── What differs ──────────────────────────────────────────────────────────────────────────────────────────────────
  differs: {
    noGroups:
      'Nothing is contrasted, and no difference is told: that takes two groups that the study sets against each other, with articles of both.',
    setting: (setting: {
      readonly treated: string;
      readonly treatedOutlets: number;
      readonly treatedArticles: number;
      readonly reference: string;
      readonly referenceOutlets: number;
      readonly referenceArticles: number;
      readonly voice: string;
    }) =>
      `${capital(setting.treated)} (${many(setting.treatedArticles, 'article', 'articles')} of ${many(setting.treatedOutlets, 'outlet', 'outlets')}) ${setting.treatedOutlets === 1 ? 'is' : 'are'} set against ${setting.reference} (${many(setting.referenceArticles, 'article', 'articles')} of ${many(setting.referenceOutlets, 'outlet', 'outlets')}), counted ${setting.voice}.`,
    noArticles: (sides: readonly string[]) =>
      `No article of ${sides.join(', and none of ')} is among those compared: nothing can be told.`,
    left: (parts: readonly string[]) => `Not compared: ${list(parts)}.`,
    elsewhere: (n: number) => `${many(n, 'article', 'articles')} of neither group`,
    outside: (n: number) => `${integer(n)} outside the study’s dates`,
    copies: (n: number) => `${many(n, 'copy', 'copies')} of other articles`,
    few: (side: string) =>
      `What is said here of ${side} is said of these outlets and not of the side that they may stand for: there are too few of them to tell an outlet’s habits from a side’s.`,
    claimsTitle: 'What is told apart',
    nothing: 'No difference is told apart.',
    claimsCut: (n: number, file: string) => `${capital(many(n, 'more is', 'more are'))} in ${file}.`,
    facts: {
      difference: (words: string, interval: string) => `difference ${words} (95% interval ${interval})`,
      differenceOnly: (words: string) => `difference ${words}`,
      logOdds: (value: string, interval: string) => `log odds ratio ${value} (${interval})`,
      q: (q: string) => `q ${q} from the bootstrap, adjusted within its family`,
    },
    see: (label: string) => `see ${label}`,
    otherTitle: 'What is not told',
    untold: (n: number) =>
      `${capital(many(n, 'contrast has', 'contrasts have'))} enough data and ${n === 1 ? 'is' : 'are'} not told apart: that is no proof that nothing differs.`,
    tooLittle: (n: number, articles: number) =>
      `${capital(many(n, 'contrast rests', 'contrasts rest'))} on too little (the study asks for ${many(articles, 'article', 'articles')} a group): nothing is said of ${n === 1 ? 'it' : 'them'}.`,
  },

  // ── Contrasts, family by family ───────────────────────────────────────────────────────────────────────────────────
  blocks: {
    undrawn: 'Nothing here is told apart, so it is not drawn; the shares of each outlet are in data/outlet-shares.csv.',
    intro: (treated: string, reference: string) =>
      `Each contrast is one proportion in ${treated} and in ${reference}. Effect sizes come first and chance last; “more” and “less” are always said of ${treated}. A difference is told only where the data bear it; what is not told apart is listed all the same.`,
    found: (label: string, treated: string, treatedShare: string, reference: string, referenceShare: string) =>
      `${label}: ${treatedShare} in ${treated}, ${referenceShare} in ${reference}`,
    none: (title: string) => `${title}: no difference is told apart`,
    titleOf: (family: string, topic: string) => `${family}: ${topic}`,
    title: (title: string) => `${title}: each share, its difference and its uncertainty`,
    legend: { group: (side: string) => `${side} (large; each outlet small)` },
    figureNote: (units: readonly string[]) =>
      `Shares of ${list(units)}. Large marks are groups with their 95% interval, small ones single outlets that have the study’s minimum of articles.`,
    figureCut: (shown: number, all: number) => `The first ${integer(shown)} of ${integer(all)} contrasts are drawn.`,
    readingTitle: 'How to read the tables',
    reading: [
      {
        term: 'Points',
        text: 'the difference in percentage points, with its 95% BCa interval.',
      },
      { term: 'Kept', text: 'the shares with templates and copies left in.' },
      {
        term: 'Told',
        text: '“differs” where the groups differ; “these outlets” where they do, but with too few outlets to speak of groups; “not apart” where chance may do as much.',
      },
      {
        term: 'Rank',
        text: 'of the true contrast by size when each outlet of the reference group in turn takes the other part.',
      },
      {
        term: 'p, least p',
        text: 'permutation of the outlets’ labels, and the smallest p that this number of outlets can reach.',
      },
      {
        term: 'q of articles',
        text: 'two-sided p of the bootstrap, adjusted within the family (Benjamini and Hochberg 1995).',
      },
      {
        term: 'q of sides',
        text: 'the larger of that p and the permutation’s, adjusted likewise: on it alone a sentence about sides may rest.',
      },
    ],
    tableNote: (treated: string) => `“More” and “less” are said of ${treated}; intervals are 95% BCa.`,
    rest: (n: number) =>
      `${capital(many(n, 'more contrast', 'more contrasts'))} of this family ${n === 1 ? 'is' : 'are'} in the data file only: ${n === 1 ? 'it is' : 'they are'} not told apart, or ${n === 1 ? 'has' : 'have'} too little data.`,
    columns: {
      what: 'Contrast',
      difference: 'Points',
      interval: '95% interval',
      logOdds: 'Log odds ratio',
      verdict: 'Told',
      rank: 'Rank',
      p: 'p',
      floor: 'least p',
      sidesQ: 'q of sides',
      q: 'q of articles',
    },
    spans: { share: 'Share', effect: 'Effect', kept: 'Kept', result: 'Result', chance: 'Chance' },
    rankOf: (rank: number, of: number) => `${integer(rank)}/${integer(of)}`,
    evidence: (contrast: string) => `Articles that hold what is counted: ${contrast}`,
    axis: (unit: string) => `share of ${unit}`,
    axisMixed: 'share',
    // What is counted comes first, for a long heading is cut; its family tells two counts of one word apart.
    fullName: (what: string, family: string, topic: string) =>
      topic === what ? `${what} · ${family}` : `${what} · ${family}, ${topic}`,
    rowHeading: (topic: string, label: string) => (topic === label ? label : `${topic} – ${label}`),
    describe: (sections: readonly string[]) => `Shares in percent. ${sections.join(' ')}`,
    describeSection: (heading: string, rows: readonly string[]) => `${heading}: ${rows.join('; ')}.`,
    describeRow: (side: string, share: string, interval: string | null, outlets: readonly string[]) =>
      `${side} ${share}${interval === null ? '' : ` (${interval})`}${outlets.length === 0 ? '' : `, outlets ${list(outlets)}`}`,
  },
  castings: {
    title: (n: number) => `How far apart the groups cast ${n === 1 ? 'an actor' : `${integer(n)} actors`}`,
    note: 'Jensen-Shannon divergence (bits) between the groups’ shares of hero, villain, victim and none: 0 where they are the same, 1 where they have no role in common. 95% intervals by bootstrap. Actors that most articles show come first.',
    columns: { entity: 'Actor', divergence: 'Divergence', interval: '95% interval' },
  },
  reliability: {
    frames: {
      title: 'How well each frame is told, and how far people agree on it',
      note: (articles: string, command: string) =>
        `Of ${articles} US news articles on climate change, by those that the model was not trained on (${command}); on other topics it was not measured. Macro F1 is the mean F1 of presence and absence; people are annotators judged by each other, alpha is Krippendorff’s. No classifier can be trusted further than people agree.`,
      columns: {
        frame: 'Frame',
        present: 'Have it',
        f1: 'Macro F1',
        accuracy: 'Accuracy',
        agreement: 'Agreement',
        alpha: 'Alpha',
      },
      spans: { model: 'Model', people: 'People' },
      names: {
        conflict: 'conflict',
        economic: 'economic',
        'human-interest': 'human interest',
        moral: 'moral',
        resolution: 'resolution',
      } satisfies Record<FrameName, string>,
    },
    harm: {
      title: 'How often acts of harm were read right',
      note: (command: string) =>
        `Of 200 acts drawn from news of the war in Ukraine in 2022 and coded once, by a large language model and by no person (${command}): how many are such acts, and how many have the right form, who acts, who suffers, and whether it is said to have happened. A difference between groups that is smaller than these errors is none.`,
      columns: {
        form: 'Outlets and form',
        event: 'Act',
        formRight: 'Form',
        agent: 'Who acts',
        patient: 'Who suffers',
        reality: 'Happened',
      },
      groups: { russian: 'Russian', western: 'Western' },
      row: (group: string, form: string) => `${group}, ${form}`,
      of: (right: string, all: string) => `${right}/${all}`,
    },
  },
  outletFigure: {
    title: (label: string, treated: string, share: string, reference: string, low: string, high: string) =>
      `${label}: ${share} in ${treated}; outlet by outlet ${low} to ${high} in ${reference}`,
    plain: (label: string) => `${label}, outlet by outlet`,
    note: 'Each outlet with its 95% interval, largest share first; the large mark is that of its group.',
    group: (side: string) => `All of ${side}`,
    cut: (n: number) => `At most ${integer(n)} outlets a group are drawn.`,
  },
  sources: {
    concentration: (parts: readonly string[]) =>
      `How concentrated the voices are (Herfindahl-Hirschman index over known speakers; 1 where one speaker has all words): ${list(parts)}.`,
    concentrationOf: (group: string, value: string, interval: string | null) =>
      `${value} in ${group}${interval === null ? '' : ` (95% interval ${interval})`}`,
    divergence: (value: string, interval: string | null) =>
      `The groups’ shares of camps lie ${value} bits apart (Jensen-Shannon divergence: 0 where they are the same, 1 where they have no camp in common${interval === null ? '' : `; 95% interval ${interval}`}).`,
  },

  // ── Keyness and company ───────────────────────────────────────────────────────────────────────────────────────────
  keyness: {
    /** What `npm run bench -- calibration` prints for token G² at nominal 5 %. */
    miscalibrated: '13%',
    intro: (tested: number, least: number) =>
      `${capital(many(tested, 'word', 'words'))} that ${tested === 1 ? 'stands' : 'stand'} in at least ${many(least, 'article', 'articles')} ${tested === 1 ? 'was' : 'were'} tested. Main measures rest on articles: how many hold the word (log ratio, and its conservative bound LRC, which is 0 where chance may do), and its rate in each (Welch’s t).`,
    warning: (flagged: string) =>
      `G² and the log-odds z count uses as if each were independent. They are printed for comparison with older work only: when the articles of one side were split at random into halves, which differ in nothing, token G² at a nominal 5% flagged ${flagged} of all words.`,
    found: (treated: number, treatedSide: string, reference: number, referenceSide: string) =>
      `${capital(many(treated, 'word marks', 'words mark'))} ${treatedSide} and ${many(reference, 'word', 'words')} ${referenceSide} beyond chance`,
    nothing: 'No word marks either group beyond chance.',
    figureNote: (shown: number) =>
      `${capital(many(shown, 'word', 'words'))} whose bound is not 0. Across: LRC, the conservative log2 ratio of the shares of articles; upwards: Gries’s DP in the group that the word marks, 0 where it is spread evenly over articles and 1 where it crowds into few. Words at the bottom are used throughout; those at the top by few. Words with the largest effect are named where there is room.`,
    x: 'LRC: conservative log ratio of article shares (log2)',
    y: 'DP: uneven spread over articles',
    sideLeft: (side: string) => `more in ${side}`,
    sideRight: (side: string) => `more in ${side}`,
    describe: (treatedSide: string, treated: readonly string[], referenceSide: string, reference: readonly string[]) =>
      `More in ${treatedSide}: ${treated.length === 0 ? 'none' : treated.join('; ')}. More in ${referenceSide}: ${reference.length === 0 ? 'none' : reference.join('; ')}.`,
    describeTerm: (term: string, lrc: string, dp: string) => `${term}, LRC ${lrc}, DP ${dp}`,
    tableTitle: (side: string) => `Words that are more in ${side}`,
    tableNote: (side: string, treatedOutlets: number, referenceOutlets: number, flagged: string) =>
      `The ${side} words with the largest bound; outlets of ${integer(treatedOutlets)} and ${integer(referenceOutlets)} with articles. DP: in the group that the word marks. q: of Welch’s t, Benjamini-Hochberg over all words tested. A word leads to articles that hold it. The last two columns are miscalibrated: in an A/A test, token G² at nominal 5% flags ${flagged} of words where nothing differs.`,
    columns: {
      term: 'Word',
      dp: 'DP',
      logRatio: 'Log ratio',
      lrc: 'LRC',
      t: 't',
      q: 'q',
      g2: 'G²',
      z: 'z',
    },
    spans: {
      share: 'Articles',
      outlets: 'Outlets',
      uses: 'Uses',
      spread: 'Spread',
      effect: 'Effect',
      chance: 'Chance',
      old: 'Miscalibrated, for comparison only',
    },
    evidence: (term: string) => `Articles that hold “${term}”`,
  },
  company: {
    title: (node: string) => `Words that stand beside “${node}”`,
    found: (node: string, treated: number, treatedSide: string, reference: number, referenceSide: string) =>
      `Beside “${node}” ${many(treated, 'word marks', 'words mark')} ${treatedSide} and ${many(reference, 'word', 'words')} ${referenceSide}`,
    nothing: (node: string) => `Beside “${node}” no word marks either group beyond chance.`,
    note: (treatedArticles: number, referenceArticles: number, tested: number) =>
      `Words within the window of the node. logDice (Rychlý 2008; at most 14) tells how typical the word is of the node within a group; LRC, t and q compare the groups over articles (${integer(treatedArticles)} and ${integer(referenceArticles)} hold the node; ${many(tested, 'word', 'words')} tested).`,
    columns: { marks: 'Direction', side: 'More in', logDice: 'logDice', share: 'Articles' },
  },
};
