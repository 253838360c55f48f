import type {
  Alignment,
  Call,
  Commitment,
  Engagement,
  Modality,
  Reporting,
  SideShare,
  SpeechAct,
  StatementKind,
  TargetType,
  Voice,
} from '../../model.ts';
import { alertWords } from './english-alerts.ts';
import { integer, numberWords } from './english-numbers.ts';
import { capital, list, many, readableDate } from './english-phrases.ts';
import { changesWords } from './english-changes.ts';
import { claimWords } from './english-claims.ts';
import { contrastWords } from './english-contrasts.ts';
import { figureWords } from './english-figures.ts';
import { frontWords } from './english-front.ts';
import { ledgerWords } from './english-ledger.ts';
import { pageWords } from './english-page.ts';
import { pdfWords } from './english-pdf.ts';
import { namelessWords } from './english-nameless.ts';
import { printWords } from './english-print.ts';
import { robustnessWords } from './english-robustness.ts';

/** Every word that the report says of its own, in English. Another language is another value of this type. */
export const english = {
  language: 'en-GB',
  program: 'Parallax',
  numbers: numberWords,

  // ── Names of things ───────────────────────────────────────────────────────────────────────────────────────────────
  kinds: { direct: 'direct', mixed: 'mixed', indirect: 'indirect', attitude: 'attitude' } satisfies Record<
    StatementKind,
    string
  >,
  calls: { opposes: 'opposes', neither: 'neither', supports: 'supports', 'no call': 'no call' } satisfies Record<
    Call,
    string
  >,
  callSigns: { opposes: '−', neither: '=', supports: '+', 'no call': '?' } satisfies Record<Call, string>,
  voiceNames: { own: 'own voice', quoted: 'quoted', attributed: 'attributed' } satisfies Record<Voice, string>,
  types: {
    person: 'person',
    institution: 'institution',
    outlet: 'outlet',
    group: 'group',
    document: 'document',
    unknown: 'unknown',
    country: 'country',
    place: 'place',
    alliance: 'alliance',
    topic: 'topic',
  } satisfies Record<TargetType, string>,
  reporting: {
    neutral: 'neutral',
    distancing: 'distancing',
    endorsing: 'endorsing',
    negative: 'negative',
  } satisfies Record<Reporting, string>,
  engagement: {
    assert: 'asserts',
    deny: 'denies',
    counter: 'counters',
    concede: 'concedes',
    entertain: 'entertains',
    attribute: 'attributes',
    endorse: 'endorses',
  } satisfies Record<Engagement, string>,
  speechAct: {
    assert: 'asserts',
    accuse: 'accuses',
    praise: 'praises',
    demand: 'demands',
    threaten: 'threatens',
    promise: 'promises',
    apologise: 'apologises',
  } satisfies Record<SpeechAct, string>,
  quoted: (text: string) => `“${text}”`,
  marker: (engagement: string, word: string) => `${engagement} (“${word}”)`,
  alignment: {
    agrees: (whom: string | null) => (whom === null ? 'agrees with what was said' : `agrees with ${whom}`),
    disagrees: (whom: string | null) => (whom === null ? 'disagrees with what was said' : `disagrees with ${whom}`),
  } satisfies Record<Alignment['side'], (whom: string | null) => string>,
  graduation: {
    up: (found: readonly string[]) => `raised by ${list(found.map((word) => `“${word}”`))}`,
    down: (found: readonly string[]) => `lowered by ${list(found.map((word) => `“${word}”`))}`,
  },
  commitment: {
    certain: 'certain',
    probable: 'probable',
    possible: 'possible',
    hypothetical: 'hypothetical',
  } satisfies Record<Commitment, string>,
  modality: {
    epistemic: 'epistemic',
    deontic: 'deontic',
    dynamic: 'dynamic',
    volitional: 'volitional',
  } satisfies Record<Modality, string>,
  noGroup: 'No known group',
  noPublisher: 'Publisher not named',
  noSpeaker: 'Speaker not told',
  withheldSpeaker: 'Speaker withheld',
  noSpeakerOrWithheld: 'Speaker not told or withheld',
  noValue: '–',

  // ── Small parts ───────────────────────────────────────────────────────────────────────────────────────────────────
  tableLabel: (n: number) => `Table ${n}`,
  figureLabel: (n: number) => `Figure ${n}`,
  dataWord: 'Data:',
  firstOf: (shown: number, all: number) =>
    `The first ${integer(shown)} of ${integer(all)} rows; all are in the data file.`,
  moreInFile: (n: number, file: string) => `and ${integer(n)} more in ${file}`,
  statementNumber: (n: number) => `Statement ${n}`,
  articleNumber: (n: number) => `Article ${n}`,
  through: (relays: readonly string[]) => `through ${list(relays)}`,
  date: (iso: string) => readableDate(iso),

  sections: {
    summary: 'Summary',
    differs: 'What differs between the groups',
    changes: 'What changed since the last run',
    warnings: 'Odd input and articles set aside',
    corpus: 'The corpus',
    voices: 'Who speaks, and through whom',
    speakers: 'What each says, and where each stands',
    groups: 'The groups side by side',
    contrasts: 'Contrasts between the groups, one by one',
    keywords: 'Words that mark a group, and the company they keep',
    robust: 'How far the contrasts hold',
    claiming: 'What this report may claim',
    methods: 'How it was done, and what it cannot tell',
    glossary: 'The terms of this report',
    again: 'How to run it again',
    statements: 'Every statement',
    evidence: 'The places behind the numbers',
    ledger: 'The claim ledger',
  },
  changes: changesWords,
  front: frontWords,
  alerts: alertWords,
  figures: figureWords,
  ledger: ledgerWords,
  claims: claimWords,
  appendix: (letter: string) => `Appendix ${letter}`,
  contents: 'Contents',
  figuresAndTables: 'Figures and tables',
  skip: 'Skip to the summary',
  scrollHint: 'scrolls sideways',
  madeWith: (version: string, run: string) => `Made with Parallax ${version} · run ${run}`,

  // ── Summary ───────────────────────────────────────────────────────────────────────────────────────────────────────
  summary: {
    corpus: (articles: number, outlets: readonly string[], words: number) =>
      `The corpus holds ${many(articles, 'article', 'articles')}${outlets.length === 0 ? '' : ` from ${list(outlets)}`}, ${many(words, 'word', 'words')} in all.`,
    unnamed: (n: number) => `For ${many(n, 'article', 'articles')} no publisher of the registry is known.`,
    dates: (from: string, to: string) =>
      from === to
        ? `The dates given are ${readableDate(from)}.`
        : `The dates given run from ${readableDate(from)} to ${readableDate(to)}.`,
    nothing: 'No statement was found: nobody is quoted, and no verb of speech or attitude has a source and a content.',
    found: (statements: number, speakers: number, kinds: readonly string[]) =>
      `${capital(many(statements, 'statement', 'statements'))} by ${many(speakers, 'named speaker', 'named speakers')} ${statements === 1 ? 'was' : 'were'} found: ${list(kinds)}.`,
    untold: (n: number) => `In ${many(n, 'statement', 'statements')} the text does not tell who speaks.`,
    withheld: (n: number, threshold: string) =>
      n === 0
        ? `No speaker was withheld: every statement reaches a confidence of ${threshold}.`
        : `In ${many(n, 'statement', 'statements')} who speaks is withheld, because the confidence is below ${threshold}; the words still count as someone else’s.`,
    reported: (all: string, quoted: string, attributed: string) =>
      `Of all words, ${all} are someone else’s: ${quoted} within quotation marks, ${attributed} reported without them.`,
    top: (speakers: readonly string[]) => `Most words are given to ${list(speakers)}.`,
    topSpeaker: (name: string, words: number, statements: number) =>
      `${name} (${many(words, 'word', 'words')} in ${many(statements, 'statement', 'statements')})`,
    otherRelays: (n: number) => many(n, 'other relay', 'other relays'),
    relays: (n: number, relays: readonly string[]) =>
      n === 0
        ? 'No statement reaches the reader through a relay.'
        : `${capital(many(n, 'statement reaches', 'statements reach'))} the reader through a relay: ${list(relays)}.`,
    origins: (parts: readonly string[]) => `By the group through which they reach the reader: ${list(parts)}.`,
    stance: (all: number, opposes: number, supports: number, neither: number, none: number, threshold: string) =>
      `A stance toward a named target was looked for ${many(all, 'time', 'times')}: ${opposes} ${opposes === 1 ? 'opposes' : 'oppose'}, ${supports} ${supports === 1 ? 'supports' : 'support'}, ${neither} ${neither === 1 ? 'does' : 'do'} neither, and ${none} ${none === 1 ? 'is' : 'are'} left without a call because no reading reached the threshold of ${threshold}.`,
    noStance: 'No target is spoken of, so no stance was read.',
    claims: 'What may be claimed',
    noClaims: 'No difference between groups is claimed',
    told: (told: number, tested: number) =>
      told === 0
        ? `None of ${many(tested, 'contrast', 'contrasts')} with enough data is told apart.`
        : `${capital(many(told, 'contrast', 'contrasts'))} of ${integer(tested)} with enough data ${told === 1 ? 'is' : 'are'} told apart. The next section says which, of whom, and how surely.`,
    keys: {
      articles: 'articles',
      outlets: 'outlets and bodies',
      words: 'words',
      statements: 'statements',
      speakers: 'named speakers',
      calls: 'stances called',
      none: 'no call',
    },
  },

  // ── Warnings ──────────────────────────────────────────────────────────────────────────────────────────────────────
  warnings: {
    none: 'Nothing odd was met, and no article was set aside.',
    odd: (n: number) => `${capital(many(n, 'oddity was', 'oddities were'))} met in the input; the run went on.`,
    aside: (n: number) =>
      `${capital(many(n, 'article was', 'articles were'))} set aside and ${n === 1 ? 'is' : 'are'} in no number of this report.`,
    title: 'What was odd in the input, and where',
    note: 'Places are offsets in Unicode code points into the text of the article.',
    columns: { status: 'What came of it', code: 'Code', place: 'Place', message: 'What is wrong' },
    status: { issue: 'read on', quarantined: 'set aside' },
    line: (n: number) => `line ${n}`,
  },

  // ── Corpus ────────────────────────────────────────────────────────────────────────────────────────────────────────
  corpus: {
    title: (articles: number, words: number) =>
      `${capital(many(articles, 'article', 'articles'))}, ${many(words, 'word', 'words')}`,
    note: 'Words are tokens with a letter or a digit. A statement counts in the article in which it stands.',
    columns: {
      number: 'No.',
      title: 'Article',
      outlet: 'Publisher',
      group: 'Group',
      date: 'Date',
      words: 'Words',
      statements: 'Statements',
    },
    unregistered: (name: string) => `${name} (not in the registry)`,
  },

  // ── Voices ────────────────────────────────────────────────────────────────────────────────────────────────────────
  voices: {
    intro:
      'Words reach the reader through a chain: a publisher may quote an official body, which reports what a person said. Each link of that chain is counted once for each statement that passes through it. A body or outlet that both passes words on and speaks for itself stands on both sides.',
    chainTitle: (from: string, to: string, n: number) =>
      `The widest link leads from ${from} to ${to}: ${many(n, 'statement', 'statements')}`,
    chainTied: (n: number, links: number) =>
      `${capital(many(links, 'link carries', 'links carry'))} ${many(n, 'statement', 'statements')} each, and none carries more`,
    chainNote: (links: number, statements: number) =>
      `${capital(many(links, 'link', 'links'))} of ${many(statements, 'statement', 'statements')}. Left: outlets and bodies that pass words on, with their group; right: whose words they are. The thickness of a band is the number of statements; its colour is the group of the outlet or body through which they reach the reader.`,
    chainCut: (shown: number, all: number) => `The ${integer(shown)} widest of ${integer(all)} links are drawn.`,
    chainDescription: (links: readonly string[]) => `Links from left to right, the widest first. ${links.join('; ')}.`,
    chainLink: (from: string, to: string, n: number) => `${from} to ${to}, ${many(n, 'statement', 'statements')}`,
    nodeDetail: (what: string, n: number) => `${what} · ${many(n, 'statement', 'statements')}`,
    linksTitle: 'Each link in the chain of voice',
    linksNote: 'From an outlet or relay to the one whose words it passes on.',
    linkColumns: { from: 'From', group: 'Group', to: 'To', statements: 'Statements' },
    wordsTitle: (name: string, words: number, share: string) =>
      `${name} is given the most words of all who are named: ${integer(words)}, or ${share} of the reported words`,
    wordsOfNobody: (words: number) => `No speaker is named: ${many(words, 'reported word', 'reported words')}`,
    wordsNote:
      'Words within quotation marks (quoted) and reported without them (attributed), by the group through which they reach the reader. A word belongs to the innermost speaker.',
    barsCut: (n: number) => `At most ${n} speakers a group are drawn.`,
    wordsUnit: 'words',
    wordsDescription: (sections: readonly string[]) => `Words given to each speaker. ${sections.join(' ')}`,
    wordsSection: (group: string, rows: readonly string[]) => `${group}: ${rows.join('; ')}.`,
    wordsRow: (name: string, quoted: number, attributed: number) =>
      `${name}, ${integer(quoted)} quoted and ${integer(attributed)} attributed`,
    barValue: (quoted: number, attributed: number) => `${integer(quoted)} + ${integer(attributed)}`,
    sourcesTitle: 'How much each speaker is given voice, by group',
    sourcesNote: 'The share is of all quoted and attributed words that reach the reader through the group.',
    sourceColumns: {
      speaker: 'Speaker',
      group: 'Group',
      statements: 'Statements',
      quoted: 'Words quoted',
      attributed: 'Words attributed',
      share: 'Share',
    },
  },

  // ── Speakers ──────────────────────────────────────────────────────────────────────────────────────────────────────
  speakers: {
    intro: (threshold: string) =>
      `A stance is called only where its probability reaches ${threshold}; every target that a speaker names is listed, so that what was left open can be seen. Valence is a plain published baseline, the mean of the word list AFINN (package sentiment) from −5 to 5; it tells how pleasant the words are, not whom they favour.`,
    matrixTitle: (called: number, all: number) =>
      called === 0
        ? `None of ${many(all, 'reading', 'readings')} of a stance carries a call`
        : `${capital(many(called, 'reading', 'readings'))} of ${integer(all)} ${called === 1 ? 'carries' : 'carry'} a call; the others are left open`,
    matrixNote: (least: number) =>
      `Speakers (rows) toward targets (columns). + supports, − opposes, = neither, ? no call; after each sign the number of statements. With ${many(least, 'call', 'calls')} or more a cell also has the 95% interval of the share of the side with the most calls, in per cent, and a shade: that of a side whose whole interval lies above one half, else a mixed one. With fewer it has no shade and is no finding. An empty place: the speaker does not name the target.`,
    matrixRange: (side: string, range: string) => `${side} in ${range}% of the calls (95% interval)`,
    matrixCut: (rows: number, columns: number) =>
      `The ${rows} speakers and ${columns} targets with the most calls are drawn.`,
    matrixDescription: (rows: readonly string[]) =>
      `Stance of each speaker toward each target, in numbers of statements. ${rows.join(' ')}`,
    matrixRow: (speaker: string, cells: readonly string[]) => `${speaker}: ${cells.join('; ')}.`,
    matrixCell: (target: string, calls: readonly string[]) => `${target}, ${calls.join(', ')}`,
    callCount: (n: number, call: string) => `${n} ${call}`,
    stancesTitle: 'Where each speaker stands toward each target',
    stancesNote: 'Numbers of statements. Rules decide, then a trained model; most is withheld: see the methods.',
    stanceColumns: { speaker: 'Speaker', target: 'Target' },
    noShares: (least: number) =>
      `No speaker has the ${many(least, 'call', 'calls')} toward a target that the study asks for, so no share is given.`,
    withoutCalls: (pairs: number) =>
      `${capital(many(pairs, 'pair', 'pairs'))} of speaker and target without any call ${pairs === 1 ? 'is' : 'are'} in the data file only.`,
    sharesTitle: (pairs: number) =>
      `How the calls are shared out, for the ${many(pairs, 'pair', 'pairs')} of speaker and target with enough of them`,
    sharesNote: (least: number) =>
      `Pairs with ${many(least, 'call', 'calls')} or more; fewer are no finding. Each share is of the calls, in brackets its 95% interval in per cent: of a bootstrap that draws whole articles where the calls stand in ten or more; W marks Wilson’s interval, used below that and for shares of 0% and 100%, which takes each call for an independent one. The intervals know chance, not the errors of reading.`,
    shareColumns: { calls: 'Calls', withheld: 'No call', articles: 'Articles with a call' },
    share: (share: string, range: string, method: SideShare['method']) =>
      `${share} (${range}${method === 'wilson' ? ' W' : ''})`,
    cut: (shown: number, all: number) =>
      `The ${integer(shown)} speakers with the most words of ${integer(all)} are told one by one; the others stand in the tables and in the appendix.`,
    who: (type: string, country: string | null) => (country === null ? capital(type) : `${capital(type)}, ${country}`),
    says: (statements: number, kinds: readonly string[]) =>
      `${many(statements, 'statement', 'statements')} (${list(kinds)})`,
    relays: (relays: readonly string[]) => `through ${list(relays)}`,
    valence: (mean: string, scored: number, statements: number) =>
      `mean valence ${mean} (${many(scored, 'word', 'words')} on the list, in ${many(statements, 'statement', 'statements')})`,
    noValence: 'no words to score',
    stances: 'Stances',
    noStances: 'names no target',
    notSummed: 'not summed, for these are different people; each stands with its statement',
    moreStatements: (n: number) =>
      `${capital(many(n, 'more statement stands', 'more statements stand'))} in data/statements.jsonl.`,
    toward: (target: string, calls: readonly string[]) => `toward ${target}: ${calls.join(', ')}`,
    denial: 'denies that',
    statementValence: (mean: string) => `valence ${mean}`,
  },

  // ── Groups ────────────────────────────────────────────────────────────────────────────────────────────────────────
  groups: {
    none: 'The study names no groups.',
    describes:
      'The tables below describe each group by itself, in counts. They are no test, and no difference between them is claimed:',
    counts:
      'The tables below describe each group by itself, in counts, and are no test: what differs stands in the second section.',
    may: 'What may be said of differences:',
    title: 'What each group holds',
    note: 'Words in the outlets’ own voice, within quotation marks, and reported without them. A passage belongs to the group of the outlet or body through which it reaches the reader.',
    columns: {
      group: 'Group',
      articles: 'Articles',
      outlets: 'Outlets and bodies',
      statements: 'Statements',
      words: (voice: string) => `Words, ${voice}`,
    },
    namingIntro:
      'A writer who names a thing chooses among names. Each table counts the uses of the names in one set; zero is a count like any other.',
    namingTitle: (title: string, uses: number) => `${title}: ${many(uses, 'use', 'uses')}`,
    namingUnused: (titles: readonly string[]) => `No name was used of these sets: ${titles.join('; ')}.`,
    namingFirst: 'Name',
    namingChart: (uses: number, sets: number) =>
      `${capital(many(uses, 'use', 'uses'))} of a name with alternatives, in ${many(sets, 'set', 'sets')}`,
    namingChartNote:
      'Uses by group and voice; counts, with no difference tested. Names that nobody uses are in the tables.',
    namingUnit: 'uses',
    namingRow: (name: string, group: string) => `${name} · ${group}`,
    namingDescription: (sections: readonly string[]) => `Uses of each name. ${sections.join(' ')}`,
    namingCell: (row: string, parts: readonly string[]) => `${row}, ${parts.join(', ')}`,
    framesTitle: 'Terms of each frame, by group and voice',
    framesNote:
      'Counts of the terms that the codebook lists for a frame. That a term occurs does not prove the frame. The first row gives the words of each voice, for scale.',
    framesFirst: 'Frame',
    framesWords: 'All words',
    framesNone: 'No term of any frame of the codebook was found.',
  },

  // ── Contrasts ─────────────────────────────────────────────────────────────────────────────────────────────────────
  contrasts: contrastWords,
  robustness: robustnessWords,

  // ── Methods ───────────────────────────────────────────────────────────────────────────────────────────────────────
  methods: (study: {
    readonly attribution: string;
    readonly threshold: string;
    readonly articles: number;
    readonly outlets: number;
    readonly calls: number;
    readonly groups: readonly string[];
  }) => [
    {
      title: 'Reading',
      text: 'Articles are read as they are and never edited: whatever this report shows is cut from the original text, with control and invisible characters shown as marks such as [U+202E]. Each text is divided into tokens, sentences, paragraphs and quotations; a quotation may run over several paragraphs, and one that is never closed ends with its paragraph and is reported.',
    },
    {
      title: 'Who says what, through whom',
      text: `A model trained on American political news of 2016 (a conditional random field, Lafferty et al. 2001; the PolNeAR corpus, Newell et al. 2018) and rules look for a cue (“said”, “according to”, “denies”), its source and its content; where the model is not sure, and for statements within statements, the rules decide. Each statement has a confidence, the probability that an annotator of that corpus would mark it with an overlapping source and at least half the same words; it was calibrated on articles that the model was not trained on, of the same kind, and a corpus of another kind may bear it out less well. Below ${study.attribution} who speaks is withheld: the statement counts as words of a speaker not told. The model card (models/attribution/README.md) gives how often it errs. Pronouns, titles and aliases are resolved to one name a speaker with the help of the text and the registry. Outlets and bodies that pass a statement on are its relays. A statement’s origin is the group of the innermost relaying outlet or official body, and of the publisher where there is none.`,
    },
    {
      title: 'Groups',
      text: `The study compares ${study.groups.length === 0 ? 'no groups' : list(study.groups)}. An outlet belongs to a group by the registry and the study, not by what it writes.`,
    },
    {
      title: 'Valence',
      text: 'The valence of a statement is the sum of the values that the AFINN list (Nielsen 2011; −5 to 5) gives to the speaker’s own words, divided by their number; words that are attributed to others within the statement do not count, and negation is taken into account. AFINN, as the package sentiment carries it, is a plain published baseline made for short messages, not for news.',
    },
    {
      title: 'Stance',
      text: `Targets are the actors of the registry, people and bodies that only the article knows by name, and the topics of the study; the speaker is none, and of names that overlap the longest counts. Pronouns and descriptions are not traced to a target. For each target that a statement names, rules weigh the evidence that the sentence ties to the name: evaluating terms, marks of irony, verbs that are themselves for or against, what “I” or “we” support or oppose, and of topics also what is wished for and what is taken for a trouble to overcome. Within a denial, a question or a condition nothing is asserted, and nothing counts but what is presupposed there. The weights of the rules become probabilities of opposes, neither and supports; they were set by hand and are not calibrated. Where the rules find nothing about an actor, a model trained on American news (NewsMTSC, Hamborg and Donnay 2021) reads how the speaker’s own words, with the verb that leads them in, speak of it; what that is worth for a stance was fitted on directed sentiments in American political news (Park et al. 2021). It only takes sides, and its probabilities may bear out less well on other news. Below ${study.threshold} for the largest the result is no call. The model card (models/stance/README.md) gives how often it errs.`,
    },
    {
      title: 'Shares of stances',
      text: `For each speaker and target the calls are counted with those withheld. From ${many(study.calls, 'call', 'calls')} on, the share of each side is given with an interval of 95%. Statements of one article are not independent, so where ten articles or more hold calls whole articles are drawn again 2,000 times (a percentile bootstrap, Efron and Tibshirani 1993, with Poisson weights hashed from the study’s seed, Chamandy et al. 2012). Below that, and for shares of 0% and 100%, from which nothing can be drawn, the interval is Wilson’s (1927), which is too narrow where statements resemble each other. Neither knows the errors of reading, nor whether what was withheld would divide as what was called.`,
    },
    {
      title: 'Engagement',
      text: 'How a speaker treats a proposition (asserts, denies, concedes, entertains …) follows the engagement system of Martin and White (2005), read from the cue and, apart from that, from markers among the words (“but”, “of course”). The reporter’s verb is read apart from both: it shows the reporter’s stance toward the speaker and never the speaker’s. What is denied is what a denying cue has for its content, or the clause in which a negation stands, without the negation (scope as in Morante and Daelemans 2012); two negations in a clause cancel out. The speech act (Searle 1976) is read from the cue, from a verb that “I” or “we” perform, from a duty laid on others or a reprisal under a condition; where none is clear it is an assertion. Graduation lists intensifiers. Alignment is read from verbs of agreeing with a speaker or a claim, or of rejecting it. Commitment and modality are read from modal verbs, hedges and conditions. Each list with its sources is a file of the folder lexicons/; none of these readings was measured on annotated texts.',
    },
    {
      title: 'Naming and frames',
      text: 'Names and frame terms are counted from codebooks, in the outlet’s own voice, in quoted and in attributed words apart; the longest match counts. A name inside a quotation is the speaker’s choice, not the outlet’s.',
    },
    {
      title: 'Differences between groups',
      text: `Two groups are set against each other as the study laid down beforehand. Templates (runs of words that stand in many articles) and copies of other articles are left out. Each contrast is a proportion in either group. Intervals come from a bootstrap of articles within outlets, and of outlets where a group has ten: percentile, and bias-corrected and accelerated (Efron 1987); where one side counts all or none they are Newcombe’s (1998). Labels of outlets are permuted, all of them or a seeded draw, and each outlet of the reference group in turn plays the one in question. False discoveries are held down within each family (Benjamini and Hochberg 1995). Key words are found by how many articles hold them, as the conservative bound of the log ratio, and by Welch’s t on rates per article (Lijffijt et al. 2016), with Gries’s (2008) deviation of proportions as dispersion; G² (Rayson and Garside 2000) and the log odds with a Dirichlet prior (Monroe et al. 2008) stand beside them for comparison only. The company of a word is told by logDice (Rychlý 2008). A difference is not claimed below ${many(study.articles, 'article', 'articles')} a group, and said of sides only with ${many(study.outlets, 'outlet', 'outlets')} in each.`,
    },
  ],
  limitsTitle: 'What it cannot tell',
  limits: [
    'How many statements were missed, or wrongly found, in this corpus: that takes texts annotated by people. Read the appendix against the articles before you rely on a count.',
    'What a speaker means by what is not said beside a name: irony without a mark, allusion, comparison and a stance that only the whole article shows all end as no call.',
    'Whether what is said is true, or was said at all: the report knows the article, not the event.',
    'Anything about articles outside the corpus. With one article, or one outlet a group, the report is a description of that text and nothing more.',
    'Anything about languages other than English, or about what a translation changed.',
  ],
  referencesTitle: 'References',

  // ── How to run it again ───────────────────────────────────────────────────────────────────────────────────────────
  again: {
    intro:
      'With the same program, inputs and settings a run gives the same numbers, the same data files and the same report, on any machine. In a copy of the program with the inputs beside it:',
    command: (study: string) => `npm ci && npm start -- run ${study}`,
    settingsTitle: 'Settings and versions',
    settingsNote: 'The version of each package that a number depends on stands here.',
    settingColumns: { name: 'Setting', value: 'Value' },
    settings: {
      parallax: 'Parallax',
      run: 'Run',
      seed: 'Random seed',
      attribution: 'Attribution threshold',
      threshold: 'Stance threshold',
      articles: 'Fewest articles a group',
      outlets: 'Fewest outlets a group',
      calls: 'Fewest calls of a share',
    },
    inputsTitle: 'Inputs with the hash of each',
    inputsNote: 'SHA-256 of the bytes of each file.',
    inputColumns: { file: 'File', hash: 'SHA-256' },
    filesTitle: 'Data files',
    filesIntro:
      'Every table and figure is one file in the folder data/ beside this report; data/codebook.json names each column with its type and unit. Offsets are Unicode code points into the text as read, the end exclusive.',
    citeTitle: 'How to cite',
    citeIntro: 'This report:',
    cite: (authors: readonly string[], year: string | null, title: string, version: string, run: string) =>
      `${authors.length === 0 ? '' : `${list(authors)} `}${year === null ? '(no date)' : `(${year})`}. ${title}. Report made with Parallax ${version}, run ${run}.`,
    citeNote: (version: string, run: string) => `Report made with Parallax ${version}, run ${run}`,
  },
  files: {
    'ledger.jsonl': 'The claim ledger: every sentence and figure that states a result, one a line.',
    'references.json': 'Sources of the methods, as CSL-JSON.',
    'figures/*.svg': 'Every figure as a drawing that stands alone, for papers and slides.',
    'statements.jsonl': 'Every statement with its roles, speaker, relays and readings, one a line.',
    'articles.csv': 'The corpus.',
    'speakers.csv': 'Statements and valence of each speaker.',
    'sources.csv': 'How much each speaker is given voice, by group.',
    'chain.csv': 'Links from outlets and relays to speakers.',
    'stances.csv': 'Calls of each speaker toward each target, and their shares.',
    'readings.csv': 'What was read in each statement, one a row.',
    'groups.csv': 'What each group holds.',
    'naming.csv': 'Uses of each name, by group and voice.',
    'frames.csv': 'Uses of each frame’s terms, by group and voice.',
    'claims.csv': 'Sentences that state a result, each with the contrast that it is made from.',
    'contrasts.csv': 'Every contrast between the two groups, with its uncertainty.',
    'outlet-shares.csv': 'What each contrast compares, outlet by outlet.',
    'periods.csv': 'What each contrast compares, period by period.',
    'term-periods.csv':
      'Of each group’s articles with words, or with a node, those that hold a main word, period by period.',
    'placebos.csv': 'Each contrast with every outlet of the reference group in turn in the other’s place.',
    'multiverse.csv': 'The main contrasts under every specification.',
    'keyness.csv': 'Every word that was tested, and how it marks a group.',
    'company.csv': 'Every word that was tested beside a node, and how it marks a group.',
    'templates.csv': 'Runs of words that stand in many articles, with their place.',
    'copies.csv': 'Articles that are mostly another one’s words.',
    'castings.csv': 'How far apart the groups are in the roles that they give an actor.',
    'reliability.csv': 'How reliable frames and acts of harm were read where that was measured.',
    'evidence.csv': 'Every use counted in naming.csv and frames.csv, with its place and words.',
    'passages.csv': 'Every passage with its voice and group: the words behind the counts of words.',
    'changes.csv': 'What is not as it was in the run before; empty where there was none.',
    'issues.csv': 'Odd input, and articles set aside.',
    'inputs.csv': 'Inputs of the run with their hashes.',
    'settings.csv': 'Settings and versions of the run.',
    'citation.bib': 'How to cite this report, for BibTeX.',
    'citation.json': 'How to cite this report, as CSL-JSON.',
  },

  // ── What the page can do ─────────────────────────────────────────────────────────────────────────────────────────
  page: pageWords,
  pdf: pdfWords,
  ...namelessWords,
  print: printWords,

  // ── Appendices ────────────────────────────────────────────────────────────────────────────────────────────────────
  statementsDrawn: (shown: number, all: number) =>
    `The corpus is too large to print here whole: ${shown} of ${all} articles were drawn by the study’s seed, and their statements are printed. All statements are in data/statements.jsonl; of each number in the report three places are drawn likewise.`,
  statementsIntro:
    'Each statement in the sentences in which it stands, with what was read in it. The reporter’s framing is the stance of whoever reports toward the speaker, read from the verb, and never the speaker’s; all else is the speaker’s. Marked in each:',
  roles: { source: 'source', cue: 'cue', content: 'content' },
  roleOpens: (role: string) => `[${role}: `,
  roleCloses: ']',
  gap: '[…]',
  withinStatement: (n: number) => `within statement ${n}`,
  denied: 'The content is what is denied.',
  facts: {
    source: 'Source',
    cue: 'Cue',
    origin: 'Origin',
    confidence: 'Confidence',
    reporting: 'Reporter’s framing of the speaker',
    engagement: 'Engagement',
    markers: 'Engagement in the words',
    denied: 'Denied',
    alignment: 'Alignment',
    speechAct: 'Speech act',
    commitment: 'Commitment',
    modality: 'Modality',
    graduation: 'Graduation',
    valence: 'Valence',
    stance: 'Stance',
  },
  valence: (mean: string, words: number) => `${mean} (${many(words, 'word', 'words')} on the list)`,
  noWords: 'no words to score',
  stanceLine: (target: string, call: string, p: readonly string[], evidence: readonly string[]) =>
    `toward ${target}: ${call}; opposes ${p[0] ?? ''}, neither ${p[1] ?? ''}, supports ${p[2] ?? ''}${evidence.length === 0 ? '' : `; read from ${evidence.join(', ')}`}`,
  standsFor: (words: string, name: string) => `“${words}” (${name})`,
  evidenceIntro:
    'Where a number in a table rests on more than one place, its places are listed here. Offsets are Unicode code points into the text of the article.',
  evidenceStatements: 'statements',
  evidenceArticles: 'articles',
  evidenceOf: (table: string, row: string, column: string) => `${table}: ${row}, ${column}`,
  inStatement: (n: number) => `statement ${n}`,
};

export type Words = typeof english;
