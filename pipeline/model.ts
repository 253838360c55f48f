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

/** A frame as weighted terms (lemmas; a trailing `*` matches any ending). */
export interface Frame {
  readonly id: string;
  readonly title: string;
  readonly question: string;
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

/** A study as read and checked: everything a run depends on, with every default filled in. */
export interface Study {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly authors: readonly string[];
  /** The report's date (ISO), or `null`: then the newest article's. Never the clock's. */
  readonly date: string | null;
  /** BCP 47, of the report. */
  readonly language: string;
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
  /** Seed of every random draw. */
  readonly seed: number;
}

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

export interface AttributedArticle extends TokenisedArticle {
  readonly statements: readonly Statement[];
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

export interface ScoredArticle extends AttributedArticle {
  /** One a statement, in the same order. */
  readonly readings: readonly Reading[];
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

/** What the data allow to be said of differences between groups, in sentences. */
export interface Claims {
  /** Whether any difference between groups may be claimed. */
  readonly differences: boolean;
  readonly reasons: readonly string[];
}

export interface Comparison {
  readonly passages: readonly Passage[];
  readonly groups: readonly GroupSummary[];
  readonly sources: readonly SourceShare[];
  readonly chain: readonly VoiceLink[];
  readonly naming: readonly NamingTable[];
  readonly frames: readonly FrameTable[];
  readonly stances: readonly StanceSummary[];
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
  /** Study, registries, lexicons, codebooks, weights and articles, in this order, each with the SHA-256 of its bytes. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  /** Versions of the packages that a number depends on. */
  readonly packages: Readonly<Record<string, string>>;
  readonly seed: number;
}

/** All that the report is made from. */
export interface Result {
  readonly study: Study;
  /** Readable articles, by id. */
  readonly articles: readonly ScoredArticle[];
  readonly comparison: Comparison;
  /** Odd input of all stages, by article and place. */
  readonly issues: readonly Issue[];
  /** One issue for each article that was set aside. */
  readonly quarantined: readonly Issue[];
  readonly provenance: Provenance;
}
