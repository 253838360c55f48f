import { list, many } from './english-phrases.ts';

/** The words of the first page, in English. */
export const frontWords = {
  title: 'In short',
  share: (share: string, interval: string | null) =>
    interval === null ? share : `${share} (95% interval ${interval})`,
  claim: (family: string, what: string, one: string, share: string, other: string, otherShare: string) =>
    `${family}, ${what}: ${share} in ${one}, ${otherShare} in ${other}.`,
  more: 'All of them, with what is not told apart',
  whole: 'The summary in full',
  figure: {
    found: (finding: string) => `Farthest apart is ${finding}`,
    none: (n: number) => `Of ${many(n, 'main contrast', 'main contrasts')} none is told apart`,
    note: (units: readonly string[]) =>
      `The contrasts that the study named beforehand, then others that are told apart, in the order of the sentences above. Large marks are groups, thin bars their 95% intervals. Shares of ${list(units)}.`,
    cut: (shown: number, all: number) => `The first ${shown} of ${all} are drawn.`,
  },

  // ── What figures and tables show ──────────────────────────────────────────────────────────────────────────────────
  to: ' to ',
  showsOne: (what: string) => ` shows ${what}. `,
  showSeveral: (what: string) => ` show ${what}. `,
  shows: {
    'figure-main': 'the main contrasts in both groups, with their intervals',
    'figure-chain': 'the chain of voice, from those who pass words on to those whose words they are',
    'figure-words': 'how many words each speaker is given',
    'figure-stances': 'where each speaker stands toward each target',
    'figure-naming': 'the names that are used, set by set',
    'figure-contrasts': 'the shares of each contrast in both groups, with their outlets',
    'figure-slopes': 'how the words of others are shared out among their speakers on both sides',
    'figure-outlets': 'the main contrasts outlet by outlet',
    'figure-keyness': 'the words that mark either group, and how surely',
    'figure-placebos': 'each outlet in turn in the place of the one in question',
    'figure-periods': 'the main contrasts over time',
    'figure-term-periods': 'the words that mark a group, and those beside others, over time',
    'figure-calibration': 'what a confidence was worth where that was measured',
    'figure-agreement': 'how often readings agreed with people where that was measured',
    'figure-multiverse': 'a main contrast under every specification',
    'table-warnings': 'what was odd, and where',
    'table-changes-made': 'what besides the articles is not as it was in the run before',
    'table-changes-findings': 'the findings that are not as they were in the run before',
    'table-corpus': 'the articles of the run, one by one',
    'table-chain': 'every link of the chain of voice',
    'table-sources': 'how much each speaker is given voice, by group',
    'table-stances': 'the calls for each speaker and target',
    'table-stance-shares': 'how the calls are shared out where there are enough of them',
    'table-groups': 'what each group holds',
    'table-naming': 'the uses of each name, one set of names a table',
    'table-frames': 'the uses of each frame’s terms',
    'table-contrasts': 'each contrast in numbers, with its uncertainty',
    'table-castings': 'how far apart the groups cast each actor',
    'table-frame-reliability': 'how well the frames were told where that was measured',
    'table-harm-precision': 'how often acts of harm were read rightly where that was measured',
    'table-keyness': 'the words that mark a group most',
    'table-company': 'the words beside those that the study follows',
    'table-multiverse': 'how far each main contrast holds under all specifications',
    'table-templates': 'runs of words that stand in many articles',
    'table-settings': 'the settings and versions of the run',
    'table-inputs': 'each input with its hash',
  },

  // ── Citations and glossary ────────────────────────────────────────────────────────────────────────────────────────
  citing: { and: 'and', others: 'et al.' },
  referencesFile: 'As data for reference managers (CSL-JSON):',
  glossaryIntro: 'Terms as this report uses them. The methods tell how each is found or computed.',
  glossary: [
    [
      'Bootstrap',
      'Drawing articles, or outlets, again and again with replacement, to see how far a number would move with another sample of the same kind.',
    ],
    [
      'Claim ledger',
      'The list of all sentences and figures that state a result, each with its number, what was computed and passages to check it by.',
    ],
    [
      'Content',
      'The words of a statement that are said, thought or written: what the source is given responsibility for.',
    ],
    ['Contrast', 'One share that is compared between two groups of outlets, with the uncertainty of the difference.'],
    ['Cue', 'The word or words that tie a content to its source: “said”, “according to”, “denies”.'],
    [
      'Dispersion',
      'How evenly a word is spread over articles: a word that one article repeats is frequent and yet badly dispersed.',
    ],
    [
      'Engagement',
      'How a speaker treats a proposition: as plain fact, as one view among others, as something to deny, concede or counter.',
    ],
    [
      'False discovery rate',
      'Of all contrasts that are told apart, the share that chance alone would give. It is held down within each family of contrasts; q is the least rate at which a contrast is still told apart.',
    ],
    ['Frame', 'A way to select and order a topic, such as conflict, economic consequences or human interest.'],
    [
      'Interval',
      'The range of values that the data are compatible with. An interval of 95% knows the chance of sampling, not the errors of reading.',
    ],
    ['Keyness', 'How much a word marks one group’s articles against the other’s.'],
    [
      'Log ratio',
      'How many times more frequent a word is in one group, in doublings: 1 is twice, 2 is four times as frequent.',
    ],
    [
      'Multiverse',
      'The same contrast under every reasonable way of computing it, to see whether it depends on one choice.',
    ],
    ['No call', 'A stance that no reading reached the study’s threshold for: left open, and counted as such.'],
    ['Own voice', 'Words that the outlet says itself, neither within quotation marks nor attributed to anyone.'],
    [
      'Permutation',
      'Dealing out the labels of the groups anew among outlets, to see how often chance gives so large a difference.',
    ],
    [
      'Placebo',
      'Each outlet of the reference group put in the place of the one in question: if others stand out as much, the difference is no mark of it.',
    ],
    [
      'Relay',
      'A body or outlet through which someone’s words reach the publisher: an agency, a ministry, another paper.',
    ],
    ['Source', 'The words of a statement that name who is given responsibility for its content.'],
    ['Speaker', 'The person or body that a source refers to, the same under all of its names.'],
    [
      'Stance',
      'Whether a speaker is for or against a target, as the words show it: supports, opposes, neither, or no call.',
    ],
    [
      'Statement',
      'A source, a cue and a content together: someone is said to have said, thought or written something.',
    ],
    ['Target', 'Whom or what a stance is about.'],
    [
      'Template',
      'A run of words that stands in many articles, such as a standing paragraph of background. It is left out of contrasts.',
    ],
    ['Valence', 'How pleasant or unpleasant words are by a word list; it does not tell whom they favour.'],
  ] as readonly (readonly [term: string, text: string])[],
  /** How a text may write a term of the glossary; a star stands for an ending. */
  glossaryForms: (term: string): readonly string[] => [term, `${term}s`],
  /** Phrases in which a word of the glossary has another sense. */
  glossaryOthers: [] as readonly string[],
};
