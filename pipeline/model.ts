/**
 * The types that flow through Parallax, in the order they flow:
 *
 *     Article ▸ TokenisedArticle ▸ AttributedArticle ▸ ScoredArticle ▸ Comparison
 *
 * Each extends the one before by one readonly layer of offsets into the untouched text. This file imports nothing.
 */

// ── Places in a text ────────────────────────────────────────────────────────────────────────────────────────────────

/** Start and end (exclusive) in UTF-16 units of `Article.text`. Exports convert to code points (`text/code-points.ts`). */
export type Span = readonly [start: number, end: number];

// ── What a run starts from ──────────────────────────────────────────────────────────────────────────────────────────

/** What a speaker, relay or target is. `group` is an unnamed or collective source ("Russian media", "the Belarusian side"). */
export type EntityType = 'person' | 'institution' | 'outlet' | 'group' | 'document' | 'unknown';

/** What a target may be beyond a speaker: a place or alliance acts in the news under its own name ("Minsk", "the West"). */
export type TargetType = EntityType | 'country' | 'place' | 'alliance' | 'topic';

/** Someone or something that speaks, relays or is spoken of, under the one name that the whole run uses for it. */
export interface Entity {
  readonly id: string;
  /** Canonical name, as printed in reports: "Alexander Lukashenko", "the Kremlin", "BBC". */
  readonly name: string;
  readonly type: TargetType;
  /** ISO 3166-1 alpha-2, or `null` where none applies (an alliance, an unnamed source). */
  readonly country: string | null;
}

/** A news outlet, agency or official body of `seeds/outlets.yaml`. */
export interface Outlet extends Entity {
  readonly type: 'outlet' | 'institution';
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  /** The registry's own grouping ("russian", "western", …), which a study may use or replace. */
  readonly group: string | null;
  readonly medium: 'agency' | 'broadcaster' | 'newspaper' | 'magazine' | 'online' | 'official';
  readonly note: string;
  readonly sourceNote: string;
}

/** A role that a person held, with the dates between which a nominal ("the Russian president") means that person. */
export interface Role {
  readonly title: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** A person, body, country, alliance or place of `seeds/actors.yaml`. */
export interface Actor extends Entity {
  readonly aliases: readonly string[];
  /** Adjectives and nouns of belonging: "Belarusian", "Belarusians". They name the actor only as a target, never as a speaker. */
  readonly demonyms: readonly string[];
  /** Places that stand for the power that sits there: "Moscow" for Russia. */
  readonly metonyms: readonly string[];
  readonly gender: 'female' | 'male' | null;
  readonly roles: readonly Role[];
  readonly note: string;
  readonly sourceNote: string;
}

/** Outlets and actors with one look-up over every alias. Built and checked in `read/registry.ts`. */
export interface Registry {
  readonly outlets: readonly Outlet[];
  readonly actors: readonly Actor[];
}

/** How the reporter's verb treats the speaker. It is the reporter's stance, not the speaker's. */
export type Reporting = 'neutral' | 'distancing' | 'endorsing' | 'negative';

/** What a speaker does with a proposition (Martin & White 2005, engagement). */
export type Engagement = 'assert' | 'deny' | 'counter' | 'concede' | 'entertain' | 'attribute' | 'endorse';

/** One cue of `seeds/lexicons/cues.yaml`: a verb, noun or phrase that introduces someone's words or attitude. */
export interface Cue {
  /** Lemma, lower case: "say", "note", "according to". */
  readonly lemma: string;
  readonly class: 'speech' | 'attitude';
  readonly reporting: Reporting;
  readonly engagement: Engagement;
  /** −1 where the cue itself is adverse to what is said or done ("condemn"), +1 where it is favourable ("praise"), else 0. */
  readonly polarity: -1 | 0 | 1;
}

/** One term of a plain word list, with its value: `seeds/lexicons/evaluation.yaml`, `modality.yaml`, … */
export interface Term {
  /** Lemma or phrase of lemmas, lower case. */
  readonly term: string;
  /** What the list says of the term: a sign ("positive"), a class ("deontic"), a mark ("irony"). */
  readonly value: string;
}

/**
 * The lexicons of a run, each a closed list from one YAML file of the same name. A value `none` stands for what looks like
 * a term of the list and is none ("nothing but" is no "but").
 */
export interface Lexicons {
  readonly cues: readonly Cue[];
  /**
   * `positive` | `negative` evaluations of a target; `irony` marks ("so-called"). Of a topic: `right` | `wrong`, and `ill` for
   * verbs that take it for a trouble ("overcome"). Of a speaker's own stand: `for` | `against` | `want`.
   */
  readonly evaluation: readonly Term[];
  /** Markers of engagement among the words: `counter`, `concede`, `entertain`, `attribute`, `endorse`, `assert` | `none`. */
  readonly engagement: readonly Term[];
  /** `negator` of its clause ("not"), `denier` of what follows ("we reject"), `end` of what is denied ("but") | `none`. */
  readonly denial: readonly Term[];
  /** Words that lower commitment, by the degree they leave: `probable` | `possible` | `hypothetical` | `none`. */
  readonly commitment: readonly Term[];
  /** Verbs of speech acts by act; `duty` and `reprisal` for clauses that demand or threaten without such a verb | `none`. */
  readonly acts: readonly Term[];
  /** Intensifiers: `up` | `down` | `none`. */
  readonly graduation: readonly Term[];
  /** Verbs that side with a speaker or not (`agrees` | `disagrees`), with a claim or not (`accepts` | `rejects`); nouns for a `claim`. */
  readonly alignment: readonly Term[];
  /** `epistemic` | `deontic` | `dynamic` | `volitional` modals and hedges. */
  readonly modality: readonly Term[];
  /** Words that turn an evaluation round: "not", "never", "no longer". */
  readonly negation: readonly Term[];
  /** Nouns for people and bodies that speak ("minister", "spokesman", "media"): `person` | `group` | `institution` | `document`. */
  readonly roles: readonly Term[];
  /**
   * Acts of harm: `verb`, `noun`, `verb and noun`, each of them `doubtful` where it has peaceful senses; what decides these:
   * `body`, `weapon`, `force` | `abstract` | `none`.
   */
  readonly harm: readonly Term[];
  /**
   * Deeds that tell where their teller stands: verbs (`ill`, `help`, `give`, `curb`, `yield`) and nouns (`help noun`, `curb noun`), `guilt`,
   * `wish` words, nouns for an `actor` or an `army`, terms of `setting` | `none`. See `seeds/lexicons/deeds.yaml`.
   */
  readonly deeds: readonly Term[];
}

/** One name in a choice set, with the surface patterns that count as a use of it. */
export interface Name {
  readonly name: string;
  /** Words; a trailing `*` matches any ending. Matching ignores case unless the pattern has a capital letter. */
  readonly patterns: readonly string[];
}

/** Names among which a writer must choose for the same thing: special military operation | invasion | war | conflict. */
export interface ChoiceSet {
  readonly id: string;
  readonly title: string;
  readonly names: readonly Name[];
  readonly note: string;
  readonly sourceNote: string;
}

/** A frame as weighted terms, or a category of a dictionary that the study brings. */
export interface Frame {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /**
   * How its terms match: `lemma`, by lemma or form, with a trailing `*` for any ending; `surface`, by the words as they stand, in either
   * case, with `*` for any letters and `?` for one wherever they stand.
   */
  readonly match: 'lemma' | 'surface';
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  readonly note: string;
  readonly sourceNote: string;
}

export interface Codebooks {
  readonly naming: readonly ChoiceSet[];
  readonly frames: readonly Frame[];
}

/** A group of outlets that the study compares. */
export interface Group {
  readonly id: string;
  readonly label: string;
  /** Ids of the outlets and official bodies that belong to it, resolved from the registry by the study's rules. */
  readonly members: readonly string[];
  /** Countries whose unnamed media ("Russian media") belong to it. */
  readonly countries: readonly string[];
}

/** A topic of a study, which speakers are for or against. Its id is no id of the registry. */
export interface Topic extends Entity {
  readonly type: 'topic';
  /** Surface patterns as in a `Name`; the topic's own name counts as one, too. */
  readonly aliases: readonly string[];
}

/** A language that reports can be written in (BCP 47). */
export type ReportLanguage = 'en' | 'ru';

/** A study as read and checked: everything a run depends on, with every default filled in. */
export interface Study {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly authors: readonly string[];
  /** The report's date (ISO), or `null`: then the newest article's. Never the clock's. */
  readonly date: string | null;
  /** Of the report. */
  readonly language: ReportLanguage;
  readonly groups: readonly Group[];
  /** Topics that are targets besides the actors of the registry. */
  readonly targets: readonly Topic[];
  /** Below this confidence, who says a statement is withheld. */
  readonly attributionThreshold: number;
  /** Below this largest probability a stance is "no call". */
  readonly stanceThreshold: number;
  /**
   * A difference between groups is not claimed below these articles and outlets a group, nor a share of a speaker's stances
   * below these calls.
   */
  readonly minimum: { readonly articles: number; readonly outlets: number; readonly calls: number };
  /** How groups are contrasted. */
  readonly comparison: ComparisonPlan;
  /** Seed of every random draw. */
  readonly seed: number;
}

/** Something that happened on a day, marked in every figure over time. */
export interface StudyEvent {
  /** ISO date. */
  readonly date: string;
  readonly label: string;
}

/** What a study lays down beforehand about its contrasts, so that nothing is chosen after the results are seen. */
export interface ComparisonPlan {
  /** Ids of the two groups that are set against each other, the one in question first; `null` where the study has fewer than two. */
  readonly groups: readonly [treated: string, reference: string] | null;
  /** Whose words are counted in the main figures. */
  readonly voice: Voice | 'all';
  /** First and last day (ISO) of the articles that are compared; `null`: no bound. Articles without a date fall out where one is set. */
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly period: Period;
  readonly events: readonly StudyEvent[];
  /** Words whose share of articles is followed: “unprovoked”. */
  readonly words: readonly Name[];
  /** Nodes whose company of words is compared: “Zelensky”. */
  readonly nodes: readonly Name[];
  /** Ids of the measures that answer the study's question; the multiverse is theirs. */
  readonly main: readonly string[];
  /**
   * Families of contrasts within which false discoveries are held down, by ids or their beginnings ("naming/war"). What none names
   * is in a family with all of its kind.
   */
  readonly families: readonly { readonly name: string; readonly contrasts: readonly string[] }[];
  /** A frame that the model tells with a lower macro F1 is not drawn. */
  readonly reliability: number;
  /** Number of bootstrap replicates. */
  readonly replicates: number;
  /** A run of so many words that stands in so many articles is a template. */
  readonly templates: { readonly words: number; readonly articles: number };
  /** SHA-256 (hex) of all of the above: what was laid down can be told from what was changed afterwards. */
  readonly sha256: string;
}

export type Period = 'day' | 'week' | 'month';

// ── What can be odd ─────────────────────────────────────────────────────────────────────────────────────────────────

/** Odd input met on the way. The run goes on, and the report lists it. Codes and sentences: `issue.ts`. */
export interface Issue {
  readonly code: string;
  /** Article id, or `null` when the file did not become an article. */
  readonly article: string | null;
  readonly file: string | null;
  /** 1-based line in the file, where known. */
  readonly line: number | null;
  readonly span: Span | null;
  /** One sentence for people: what is wrong, where, and how to mend it. */
  readonly message: string;
}

// ── read ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Article {
  readonly id: string;
  /** Path of the file as the study names it, for messages and provenance. */
  readonly file: string;
  readonly title: string | null;
  /** Who published it, resolved in the registry; `null` where the article does not say or the registry does not know. */
  readonly publisher: Outlet | null;
  /** The publisher's name as the article gives it. */
  readonly outletName: string | null;
  /** ISO date. */
  readonly date: string | null;
  readonly url: string | null;
  readonly author: string | null;
  /** BCP 47. */
  readonly language: string;
  /** As read: never edited, never lower-cased. */
  readonly text: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string;
}

// ── tokenise ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** Tokens in columns; index i is one token. White space is no token. */
export interface Tokens {
  readonly length: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly pos: readonly Pos[];
  /** Lower case, as wink-nlp gives it. */
  readonly lemmas: readonly string[];
  /** Surface form in lower case, with curly apostrophes made straight. */
  readonly norms: readonly string[];
  /** Index into `sentences`. */
  readonly sentence: Uint32Array;
  /** Index into `paragraphs`. */
  readonly paragraph: Uint32Array;
  /** How many open quotations the token stands in: 0 outside. The marks themselves count as inside. */
  readonly quoteDepth: Uint8Array;
}

/** A stretch between quotation marks. */
export interface Quotation {
  /** With its marks. */
  readonly span: Span;
  /** Without its marks. */
  readonly inner: Span;
  /** 1 for an outermost quotation, 2 for one inside it. */
  readonly depth: number;
  /** `false` where the text never closes it: then it ends with its paragraph. */
  readonly closed: boolean;
  /** `true` where this paragraph opens again what the paragraph before left open: the same speaker goes on. */
  readonly continues: boolean;
}

export interface TokenisedArticle extends Article {
  readonly tokens: Tokens;
  readonly sentences: readonly Span[];
  readonly paragraphs: readonly Span[];
  readonly quotations: readonly Quotation[];
  /** What could not be read well here (an unclosed quotation, …). Later stages add theirs to the run's list. */
  readonly issues: readonly Issue[];
}

// ── attribute ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** direct: all in quotation marks; mixed: partly; indirect: a speech cue without marks; attitude: wants, believes, supports … */
export type StatementKind = 'direct' | 'mixed' | 'indirect' | 'attitude';

/** Who says what, through whom. A role that is absent is an empty list. */
export interface Statement {
  /** `<article id>#<n>`, n from 1 in the order of the text, an outer statement before the ones within it. */
  readonly id: string;
  readonly kind: StatementKind;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Lemma of the cue, lower case ("say", "according to"); `null` for a quotation that no cue introduces. */
  readonly cueLemma: string | null;
  /** `null` when the text does not tell. */
  readonly speaker: Entity | null;
  /** Who passes it on, outermost first. */
  readonly relay: readonly Entity[];
  /** Id of the statement that this one stands in. */
  readonly within: string | null;
  /** Id of the group of the outlet whose voice this reaches the reader through; `null` when unknown. */
  readonly origin: string | null;
  /**
   * Probability, 0 … 1, that an annotator would mark it, with the same source and at least half its words the same. One
   * within another has at most that one's. `null` where no trained model read the article.
   */
  readonly confidence: number | null;
  /** Whether its confidence is below the study's threshold: then it has no speaker and no relay. */
  readonly withheld: boolean;
}

/** A pronoun or description that clearly means someone whom the article names elsewhere: "he", "his", "the president". */
export interface Coreference {
  /** A description without its article. */
  readonly span: Span;
  /** `possessive`: "his regime". */
  readonly form: 'pronoun' | 'possessive' | 'description';
  readonly entity: Entity;
  /** Probability, 0 … 1, that it means the entity: the share of right ones among such when they were read by hand. */
  readonly p: number;
}

export interface AttributedArticle extends TokenisedArticle {
  readonly statements: readonly Statement[];
  /** Mentions by other means than a name, in the order of the text, where it is clear who is meant; the others are left out. */
  readonly coreferences: readonly Coreference[];
}

// ── score ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Call = 'opposes' | 'neither' | 'supports' | 'no call';

/** Where a speaker stands toward a target in one statement. */
export interface Stance {
  readonly target: Entity;
  /** "no call" below the study's threshold. */
  readonly call: Call;
  /** Probabilities of [opposes, neither, supports]; they sum to 1. */
  readonly p: readonly [opposes: number, neither: number, supports: number];
  /** The words that decided: the mention of the target and the evaluating words. */
  readonly evidence: readonly Span[];
  /** Mentions among the evidence that are no names, in the order of the text: "he", "his", "the president". */
  readonly coreferent: readonly Span[];
}

export type Commitment = 'certain' | 'probable' | 'possible' | 'hypothetical';
export type Modality = 'epistemic' | 'deontic' | 'dynamic' | 'volitional';

/** What a speaker does by saying it (Searle 1976). `assert` where nothing tells more: a denial is an assertion, too. */
export type SpeechAct = 'assert' | 'accuse' | 'praise' | 'demand' | 'threaten' | 'promise' | 'apologise';

/** Words among a statement's own that engage with other voices ("but", "of course"), and how. */
export interface EngagementMarker {
  readonly engagement: Engagement;
  readonly span: Span;
}

/** A speaker's stand toward what an earlier speaker said ("agreed with X", "rejected X’s claim"). */
export interface Alignment {
  readonly side: 'agrees' | 'disagrees';
  /** `null` where the text does not name whom ("rejects claims that …"). */
  readonly with: Entity | null;
}

/** What the speaker's own words in one statement (its content less what is attributed to others within it) were read as. */
export interface Reading {
  /** Id of the statement. */
  readonly statement: string;
  /** `mean`: AFINN valence summed over all words and divided by their number (−5 … 5); `null` without words. `words`: how many carry one. */
  readonly valence: { readonly mean: number | null; readonly words: number };
  readonly stances: readonly Stance[];
  /** The content is what is denied. */
  readonly denial: boolean;
  readonly reporting: Reporting;
  readonly engagement: Engagement;
  readonly commitment: Commitment;
  readonly modality: readonly Modality[];
  /**
   * The words that are denied, in the order of the text: what a denying cue denies, or the clause that a negation stands
   * in, without the negation itself.
   */
  readonly denied: readonly Span[];
  /** In the order of the text; negations that deny a clause are among them. */
  readonly engagementMarkers: readonly EngagementMarker[];
  readonly speechAct: SpeechAct;
  /** Words that raise or lower the force of others ("very", "somewhat"), in the order of the text. */
  readonly graduation: { readonly up: readonly Span[]; readonly down: readonly Span[] };
  /** `null` where the statement takes no side toward another's words. */
  readonly alignment: Alignment | null;
}

/** A generic frame of news (Semetko and Valkenburg 2000), with resolution in place of responsibility. */
export type FrameName = 'conflict' | 'economic' | 'human-interest' | 'moral' | 'resolution';

/** Whether an article has a generic frame, by a trained model. */
export interface FrameReading {
  readonly frame: FrameName;
  /** Probability, 0 … 1, that annotators would find the frame. */
  readonly p: number;
  /** Whether `p` reaches the frame's own threshold, which gave the best macro F1 in training: rare frames have low ones. */
  readonly present: boolean;
  /** Where the words that speak most for the frame first occur: at most five, the weightiest first. */
  readonly words: readonly Span[];
}

/** How reliable the readings of a frame are. Rates are 0 … 1. */
export interface FrameReliability {
  readonly frame: FrameName;
  /** Annotated articles, and of these how many have the frame. */
  readonly articles: number;
  readonly present: number;
  /** Of the model on articles that it was not trained on: mean F1 of presence and absence, and the share of right calls. */
  readonly macroF1: number;
  readonly accuracy: number;
  /** Of annotators with each other, each by the same rule from their own answers: the ceiling. */
  readonly human: {
    /** Mean F1 of presence and absence, each annotator judged by each other. */
    readonly macroF1: number;
    /** Share of pairs of annotators that agree. */
    readonly agreement: number;
    /** Krippendorff's alpha, nominal. */
    readonly alpha: number;
  };
}

/** The parts that an actor can play in a story. */
export type StoryRole = 'hero' | 'villain' | 'victim';

/** As what an article shows an actor, by a trained model. */
export interface RoleReading {
  readonly entity: Entity;
  /** They sum to 1. */
  readonly p: Readonly<Record<StoryRole | 'none', number>>;
  /** The likeliest part where the model is sure enough, else `null`. */
  readonly role: StoryRole | 'none' | null;
  /** Where the article names the actor, in the order of the text. */
  readonly mentions: readonly Span[];
}

/** How an act of harm is put: “nominalised” is a noun for it ("the shelling of Saltby"), with or without whoever acts. */
export type HarmForm = 'active' | 'passive with agent' | 'passive without agent' | 'nominalised';

/** Whoever acts or suffers, by the words that say so. */
export interface HarmParty {
  /** The noun phrase, or the name or owner within the phrase of a noun ("Upland’s", "Uplander"). */
  readonly span: Span;
  /**
   * Whom of the registry, or of those whom the article names, the phrase names: by itself, by belonging ("Uplander troops") or by the place
   * that stands for a power. `null` where it names nobody; what a pronoun stands for is not traced.
   */
  readonly entity: Entity | null;
}

/**
 * An act of harm (`seeds/lexicons/harm.yaml`) that an article names, in whoever's voice: where its words stand tells. Found by tags and word
 * order alone; how often that errs stands in `models/harm/gold/README.md`.
 */
export interface HarmEvent {
  /** The lexicon's term: "shell", "air strike". */
  readonly term: string;
  /** The words of the verb or noun, without auxiliaries. */
  readonly span: Span;
  readonly form: HarmForm;
  /** Who does it. `null` where the clause does not say, always so in a passive without agent. */
  readonly agent: HarmParty | null;
  /** Who or what suffers. `null` where the clause does not say. */
  readonly patient: HarmParty | null;
  /**
   * `negated`: the words say that it does not happen; `threatened`: it is to come, willed or foretold; `hypothetical`: supposed, feared, asked
   * or possible; else `asserted`, whether true or not.
   */
  readonly reality: 'asserted' | 'negated' | 'hypothetical' | 'threatened';
}

export interface ScoredArticle extends AttributedArticle {
  /** One a statement, in the same order. */
  readonly readings: readonly Reading[];
  /** Where the outlet stands in its own voice, one a target that it names there, by rules alone. */
  readonly ownStances: readonly Stance[];
  /** One a frame, always in the same order; none where the text is too short or no model read it. */
  readonly frames: readonly FrameReading[];
  /** One for each actor that the article names, in the order of the first mention; none where no model read it. */
  readonly roles: readonly RoleReading[];
  /** Acts of harm, in the order of the text. */
  readonly harms: readonly HarmEvent[];
}

// ── compare ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Whose words: the outlet's own, inside quotation marks of a statement, or reported without marks. */
export type Voice = 'own' | 'quoted' | 'attributed';

/** Unbroken words of one voice. The passages of an article are a partition of its text (white space at the seams apart). */
export interface Passage {
  readonly article: string;
  readonly span: Span;
  readonly voice: Voice;
  /** Group id of the outlet whose voice this reaches the reader through; `null` when unknown. */
  readonly group: string | null;
  /** Innermost statement that the words belong to; `null` in own voice. */
  readonly statement: string | null;
}

/** One place behind a number. */
export interface Mention {
  readonly article: string;
  readonly span: Span;
  readonly voice: Voice;
  readonly group: string | null;
  readonly statement: string | null;
}

/** A count with what it rests on: `mentions.length` uses, in so many articles and outlets. */
export interface Count {
  readonly group: string | null;
  readonly voice: Voice;
  readonly uses: number;
  readonly articles: number;
  readonly mentions: readonly Mention[];
}

/** What a group of the study holds. The entry with `group: null` is what no group could be given. */
export interface GroupSummary {
  readonly group: string | null;
  readonly label: string;
  readonly articles: number;
  /** Outlets and official bodies through which words reach the reader here. */
  readonly outlets: readonly Entity[];
  readonly statements: number;
  /** Words (tokens with a letter or digit) a voice. */
  readonly words: Readonly<Record<Voice, number>>;
}

/** How much one speaker is given voice in one group. */
export interface SourceShare {
  readonly group: string | null;
  /** `null`: the speaker is unknown. */
  readonly speaker: Entity | null;
  readonly statements: readonly string[];
  readonly quotedWords: number;
  readonly attributedWords: number;
  /** Of all quoted and attributed words in the group, 0 … 1. */
  readonly share: number;
}

/** One link in the chain of voice, outlet or relay → speaker. `from: null` is a publisher that the article does not name. */
export interface VoiceLink {
  readonly from: Entity | null;
  readonly to: Entity | null;
  readonly group: string | null;
  readonly statements: readonly string[];
}

/** Counts of each name of a choice set, per group and voice. */
export interface NamingTable {
  readonly set: ChoiceSet;
  readonly rows: readonly { readonly name: string; readonly counts: readonly Count[] }[];
}

/** Counts of a frame's terms, per group and voice. */
export interface FrameTable {
  readonly frame: Frame;
  readonly counts: readonly Count[];
}

/** A call that is one: a stance that was not withheld. */
export type Side = Exclude<Call, 'no call'>;

/** The share that a side has of all calls, with its interval of 95 %, all within [0, 1]. */
export interface SideShare {
  readonly share: number;
  readonly interval: readonly [low: number, high: number];
  /** `bootstrap` draws whole articles; `wilson` takes each call for an independent one, and is too narrow where they are not. */
  readonly method: 'wilson' | 'bootstrap';
}

/** Where a speaker stands toward a target over all statements. */
export interface StanceSummary {
  readonly speaker: Entity;
  readonly target: Entity;
  /** How many statements have each; `no call` counts those withheld. */
  readonly calls: Readonly<Record<Call, number>>;
  /** How many articles hold a call that was not withheld. */
  readonly articles: number;
  /** Of the calls that were not withheld; `null` where they are fewer than the study's minimum, so that none is a finding. */
  readonly shares: Readonly<Record<Side, SideShare>> | null;
  readonly statements: readonly string[];
}

/** Lower and upper bound. */
export type Interval = readonly [low: number, high: number];

/** The kinds of contrast; false discoveries are held down within each (Benjamini & Hochberg 1995). */
export type Family =
  'naming' | 'quoting' | 'words' | 'sources' | 'reporting' | 'stance' | 'frames' | 'terms' | 'roles' | 'agency';

/** Words that are the same in many articles. They are left out of the main figures: they were written once. */
export interface Template {
  /** As the first article (by id) has it. */
  readonly text: string;
  readonly articles: number;
  /** Ids of the outlets, by id. */
  readonly outlets: readonly string[];
  /** Where the text is cut from. */
  readonly at: { readonly article: string; readonly span: Span };
}

/** An article that is mostly another one's words: a wire copy, an update. Only the earlier one is compared. */
export interface Copy {
  readonly article: string;
  /** Id of the article that it copies. */
  readonly of: string;
  /** Share of the shorter one's runs of words that stand in the other, 0 … 1. */
  readonly share: number;
}

/** One proportion in one group or outlet: `numerator` of `denominator`, over so many articles that have any of the latter. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** `null` where the denominator is 0. */
  readonly value: number | null;
  /**
   * 95 %, from the bootstrap (percentile); exact, over articles, where all or none is counted, for samples of it do not vary.
   * `null` where there is one article.
   */
  readonly interval: Interval | null;
  readonly articles: number;
}

export interface OutletShare extends Share {
  readonly outlet: Entity;
  readonly group: string;
}

export interface PeriodShare extends Share {
  /** First day of the period, ISO. */
  readonly start: string;
  readonly group: string;
}

/** Exact or drawn permutation of the outlets' labels. */
export interface OutletTest {
  readonly p: number;
  /** The larger of this p and the bootstrap's, adjusted within the family; `null` where there is too little to test. */
  readonly q: number | null;
  /** The smallest p that this design can reach. */
  readonly floor: number;
  readonly exact: boolean;
  /** How many labellings were looked at. */
  readonly draws: number;
}

/** Every outlet of the reference group in turn plays the treated one. */
export interface PlaceboTest {
  /** The true contrast, as the difference of mean outlet shares. */
  readonly truth: number;
  /** By size, largest first. */
  readonly placebos: readonly { readonly outlet: Entity; readonly value: number }[];
  /** Rank of the true contrast among all by absolute size: 1 is the largest. */
  readonly rank: number;
  readonly of: number;
}

/**
 * What may be said of one difference:
 * `differs`: the outlets of one group differ from those of the other beyond what their articles and the labels' permutation leave open;
 * `these outlets differ`: so do their articles, but with too few outlets a side to speak of the sides;
 * `not told apart`: enough data, no difference beyond chance;
 * `too little`: below the study's minimum of articles.
 */
export type Verdict = 'differs' | 'these outlets differ' | 'not told apart' | 'too little';

/** What the denominator of a contrast counts. */
export type ContrastUnit =
  | 'uses of the names'
  | 'uses of the name'
  | 'articles'
  | 'quoted and attributed words'
  | 'statements of the camp'
  | 'calls'
  | 'readings'
  | 'words'
  | 'articles with a call on the actor'
  | 'articles that name the actor'
  | 'acts of harm'
  | 'acts of harm with the actor';

/** Who has a stance toward what, by name. */
export interface StancePair {
  readonly holder: string | null;
  readonly target: string;
}

/** One proportion set between two groups, with its uncertainty. */
export interface Contrast {
  /** `<family>/<what>/<which>`: "naming/war/special military operation". */
  readonly id: string;
  readonly family: Family;
  /** What the proportion is of: the choice set, the target, the camp. */
  readonly topic: string;
  /** What is counted: the name, the side, the frame. */
  readonly label: string;
  /** Of a stance that one holder has: who, `null` for the outlets' own voice, and toward what; `null` for all else. */
  readonly pair: StancePair | null;
  /** What the denominator counts. */
  readonly unit: ContrastUnit;
  readonly treated: Share;
  readonly reference: Share;
  readonly outlets: readonly OutletShare[];
  /** Difference of the two values, treated less reference; `null` where either is. */
  readonly difference: number | null;
  /**
   * 95 % of the difference: percentile, and bias-corrected and accelerated (Efron 1987). Both are Newcombe's (1998, method 10)
   * from the intervals of the shares where one side counts all or none.
   */
  readonly percentile: Interval | null;
  readonly bca: Interval | null;
  /** Logarithm of the odds ratio, with its 95 % percentile interval. */
  readonly logOdds: number | null;
  readonly logOddsInterval: Interval | null;
  /** Two-sided, from the bootstrap; and as adjusted within the family. */
  readonly p: number | null;
  readonly q: number | null;
  /** `null` where fewer than two outlets can be compared. */
  readonly permutation: OutletTest | null;
  readonly placebo: PlaceboTest | null;
  /** The values with templates and copies left in. */
  readonly before: { readonly treated: number | null; readonly reference: number | null };
  readonly periods: readonly PeriodShare[];
  readonly verdict: Verdict;
  /** Ids of articles that hold what is counted, by id. */
  readonly articles: readonly string[];
}

/** One word or phrase, and how it marks one group. Frequencies are of documents unless they say otherwise. */
export interface KeyTerm {
  readonly term: string;
  /** Articles that hold it, and of how many. */
  readonly treated: TermUse;
  readonly reference: TermUse;
  /** Id of the group that it marks. */
  readonly marks: string;
  /** log2 of the ratio of document shares (Hardie), and its conservative bound: 0 where the interval holds 0 (Evert 2022). */
  readonly logRatio: number;
  /** By the mid-P interval. */
  readonly lrc: number;
  /** By the exact interval (Clopper & Pearson), as published. */
  readonly lrcExact: number;
  /** Welch's t on rates per document; p and q (Benjamini-Hochberg over all terms). */
  readonly t: number;
  readonly p: number;
  readonly q: number;
  /** Token-level measures, for comparison with older work only: they call too much significant. */
  readonly g2: number;
  readonly logOddsZ: number;
  /** Articles (up to three, drawn by hash) that hold it in the group that it marks. */
  readonly examples: readonly string[];
}

export interface TermUse {
  readonly articles: number;
  readonly outlets: number;
  readonly uses: number;
  /** Gries's deviation of proportions over articles, 0 (even) … 1. */
  readonly dp: number | null;
}

export interface Keyness {
  /** Terms in at least so many articles are compared. */
  readonly leastArticles: number;
  readonly documents: { readonly treated: number; readonly reference: number };
  readonly outlets: { readonly treated: number; readonly reference: number };
  /** Number of terms compared, all of which were tested. */
  readonly tested: number;
  /** By the size of `lrc`, then of t. */
  readonly terms: readonly KeyTerm[];
  /** The main words of either group over time: the treated group's first, each group's most certain first. */
  readonly courses: readonly TermCourse[];
}

/** How common a word is period by period: of a group's articles with words, or with the node, those that hold it. */
export interface TermCourse extends Pick<KeyTerm, 'term' | 'marks'> {
  /** Periods in which a group has the study's minimum of articles. */
  readonly periods: readonly PeriodShare[];
}

/** The words beside a node, between groups. */
export interface Company extends Keyness {
  readonly node: string;
  /** logDice of each term with the node in either group (Rychlý 2008), in the order of `terms`; `null` where it does not occur. */
  readonly logDice: readonly { readonly treated: number | null; readonly reference: number | null }[];
}

/** One way to compute a main contrast, and what it gives. */
export interface Specification {
  readonly voice: Voice | 'all';
  readonly repeats: 'left out' | 'kept';
  readonly unit: 'uses' | 'articles' | 'outlets';
  readonly letterCase: 'as written' | 'ignored';
  readonly tokens: 'words' | 'parts of words';
  readonly window: 'whole' | 'first half' | 'second half';
  /** Difference treated less reference; `null` where it cannot be computed. */
  readonly difference: number | null;
}

export interface Multiverse {
  /** Id of the main contrast. */
  readonly contrast: string;
  /** The main specification first. */
  readonly specifications: readonly Specification[];
  /** Of those that can be computed, the share with the sign of the main one. */
  readonly sameSign: number | null;
}

/** Who is given voice: how concentrated it is in a group, and how far the groups' shares lie apart. */
export interface SourceProfile {
  /** Herfindahl-Hirschman index of quoted and attributed words over known speakers, 0 … 1, and its 95 % interval. */
  readonly concentration: readonly {
    readonly group: string;
    readonly value: number | null;
    readonly interval: Interval | null;
  }[];
  /** Jensen-Shannon divergence (bits, 0 … 1) between the groups' shares of camps. */
  readonly divergence: number | null;
  readonly interval: Interval | null;
}

/** How far apart two groups are in the roles that they give an actor. */
export interface RoleProfile {
  readonly entity: Entity;
  /** Jensen-Shannon divergence (bits, 0 … 1) between the groups' shares of hero, villain, victim and none; `null` where either has none. */
  readonly divergence: number | null;
  readonly interval: Interval | null;
}

/** A sentence of the report that states a result, made from the contrast that it names. */
export interface Claim {
  readonly contrast: string;
  readonly verdict: Verdict;
  /** How large the difference is; of shares that cannot be compared `very small`. */
  readonly size: EffectSize;
  readonly sides: readonly [treated: ClaimSide, reference: ClaimSide];
  /** Up to three places of what the contrast counts, drawn by hash, each in another article. */
  readonly passages: readonly Mention[];
}

/** What a difference by Cohen's h is called. */
export type EffectSize = 'large' | 'medium' | 'small' | 'very small';

/** One side of a claim: its group's label, and the names of its outlets in the contrast. */
export interface ClaimSide {
  readonly label: string;
  readonly outlets: readonly string[];
}

/** Two groups set against each other. */
export interface Contrasts {
  readonly groups: readonly [treated: Group, reference: Group];
  readonly voice: Voice | 'all';
  /** Articles compared, and those that were not, with the reason. */
  readonly articles: {
    readonly treated: number;
    readonly reference: number;
    readonly elsewhere: number;
    readonly outsideWindow: number;
    readonly copies: number;
  };
  readonly templates: readonly Template[];
  /** Share of each group's words that stand in templates, 0 … 1. */
  readonly templated: readonly { readonly group: string; readonly share: number | null }[];
  readonly copies: readonly Copy[];
  readonly contrasts: readonly Contrast[];
  readonly keyness: Keyness;
  readonly company: readonly Company[];
  readonly sources: SourceProfile;
  /** Of each actor that enough articles show in a role, most frequent first. */
  readonly roles: readonly RoleProfile[];
  readonly multiverse: readonly Multiverse[];
  readonly claims: readonly Claim[];
  /** Whether outlets were resampled within each group (else articles within outlets): `true` needs ten outlets. */
  readonly outletsResampled: readonly { readonly group: string; readonly resampled: boolean }[];
  readonly replicates: number;
  /** SHA-256 (hex) of the plan, as it stood before the run. */
  readonly plan: string;
}

/** Why no difference between groups is claimed where none was tested. */
export type Reason =
  | { readonly kind: 'no article' }
  | { readonly kind: 'one article' }
  | { readonly kind: 'nothing tested'; readonly articles: number }
  | { readonly kind: 'too few groups'; readonly groups: number }
  | {
      readonly kind: 'group lacks';
      /** Label of the group. */
      readonly group: string;
      readonly has: Amount;
      /** At least one of these is more than the group has. */
      readonly asked: Amount;
    };

interface Amount {
  readonly articles: number;
  readonly outlets: number;
}

/** What the data allow to be said of differences between groups. */
export interface Claims {
  /** Whether any difference between groups may be claimed. */
  readonly differences: boolean;
  readonly reasons: readonly Reason[];
}

export interface Comparison {
  readonly passages: readonly Passage[];
  readonly groups: readonly GroupSummary[];
  readonly sources: readonly SourceShare[];
  readonly chain: readonly VoiceLink[];
  readonly naming: readonly NamingTable[];
  readonly frames: readonly FrameTable[];
  readonly stances: readonly StanceSummary[];
  /** `null` where the study has fewer than two groups. */
  readonly contrasts: Contrasts | null;
  readonly claims: Claims;
}

// ── report ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a run rests on and what would reproduce it. The same for equal inputs on any machine: no clock, no paths of a machine. */
export interface Provenance {
  readonly parallax: string;
  /** First 12 hex digits of the SHA-256 over everything below: names the run's folder. */
  readonly run: string;
  /** ISO date of the report: the study's, else the newest article's, else `null`. */
  readonly date: string | null;
  /** Study, registries, lexicons, codebooks, dictionaries, templates, weights and articles, in this order, each with the SHA-256 of its bytes. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Versions of the packages that a number depends on. */
  readonly packages: Readonly<Record<string, string>>;
  readonly seed: number;
}

/** An article as the report needs it: without its tokens, most of what it takes to keep, but for how many of them are words. */
export interface ReportedArticle extends Omit<ScoredArticle, 'tokens'> {
  /** Tokens with a letter or digit. */
  readonly words: number;
}

/** All that the report is made from. */
export interface Result {
  readonly study: Study;
  /** Readable articles, by id. */
  readonly articles: readonly ReportedArticle[];
  readonly comparison: Comparison;
  /** Odd input of all stages, by article and place. */
  readonly issues: readonly Issue[];
  /** One issue for each article that was set aside. */
  readonly quarantined: readonly Issue[];
  readonly provenance: Provenance;
}

/** What a run tells the next run of the same study: read from its folder, for `report/changes.ts`. */
export interface EarlierRun extends Omit<Provenance, 'date'> {
  /** Name of the run's folder. */
  readonly name: string;
  /** The study as the run resolved it, by field. */
  readonly study: Readonly<Record<string, unknown>>;
  readonly articles: readonly EarlierArticle[];
  readonly contrasts: readonly EarlierContrast[];
}

/** An article of an earlier run. */
export interface EarlierArticle {
  readonly id: string;
  readonly sha256: string;
  readonly statements: number;
}

/** A contrast of an earlier run; `id` is what makes it the same contrast in another run. */
export interface EarlierContrast {
  readonly id: string;
  readonly verdict: string;
  /** Difference of shares, -1 to 1, with its 95 % interval (bias-corrected and accelerated). */
  readonly difference: number | null;
  readonly interval: Interval | null;
}
