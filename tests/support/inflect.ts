/**
 * The finite forms and the participle of an English verb or of a phrase that begins with one; of anything else, itself.
 * Regular by rule; what no rule gives stands in `IRREGULAR`.
 */
export function inflections(phrase: string): readonly string[] {
  const [verb = '', ...rest] = phrase.split(' ');
  return formsOf(verb).map((form) => [form, ...rest].join(' '));
}

/** Participles that news uses first of all as nouns ("a ruling", "the planning"): the lexicon leaves them to the nouns. */
export const NOUNS_FIRST: ReadonlySet<string> = new Set(
  (
    'ruling planning briefing broadcasting painting framing branding feeling understanding lecturing standing firing ' +
    'ripping liking loving siding railing musing swearing toasting thundering crowing guessing reckoning commanding communicating'
  ).split(' '),
);

function formsOf(verb: string): readonly string[] {
  if (NO_VERB.test(verb)) return [verb];
  const irregular = IRREGULAR.get(verb);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/u.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e'))
    return [verb, `${verb}s`, `${verb}d`, `${/(?:ee|oe)$/u.test(verb) ? verb : verb.slice(0, -1)}ing`];
  const third = /(?:s|x|z|ch|sh)$/u.test(verb) ? `${verb}es` : `${verb}s`;
  return [verb, third, `${verb}ed`, `${verb}ing`];
}

/** Prepositions that open a phrase, and forms that already are inflected. */
const NO_VERB = /^(?:in|by|on|as|.*(?:ing|ed|[^s]s)|foretold|learnt)$/u;

const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(
  `say says said saying
tell tells told telling
write writes wrote written writing
put puts putting
go goes went gone going
swear swears swore sworn
broadcast broadcasts
forecast forecasts forecasting
foretell foretells
think thinks thought thinking
feel feels felt
know knows knew known knowing
understand understands understood
forget forgets forgot forgotten forgetting
learn learns learned learning
seek seeks sought seeking
strive strives strove striving
choose chooses chose chosen choosing
be is are was were been
foresee foresees foresaw foreseen foreseeing
undertake undertakes undertook undertaken undertaking
draw draws drew drawn drawing
take takes took taken taking
make makes made making
cast casts casting
stand stands stood
stick sticks stuck sticking
come comes came coming
shoot shoots shooting
hit hits hitting
tear tears tore torn tearing
let lets letting
lie lies lied lying
pay pays paid paying
prove proves proved proven proving
beg begs begged begging
admit admits admitted admitting
refer refers referred referring
rip rips ripped
brag brags bragged
blog blogs
dub dubs dubbed
sob sobs sobbed
snap snaps snapped snapping
rebut rebuts rebutted rebutting
demur demurs demurred demurring
slam slams slammed slamming
prefer prefers preferring
opt opts opted opting
plan plans planned
label labels labelled labeled labelling labeling
quip quips quipped quipping
extol extols extolled extolling
concur concurs concurred
sum sums summed summing
counsel counsels counselled counseled
signal signals signalled signaled signalling signaling`
    .split('\n')
    .map((row) => row.split(' '))
    .map((forms) => [forms[0] ?? '', forms]),
);
