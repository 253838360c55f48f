const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Nouns of relation: whose friend or enemy someone is decides whether the word evaluates. "A reliable partner of
 * Vestonia" says nothing of where a third speaker stands.
 */
export const BONDS = set(
  'ally partner friend neighbor neighbour neighborliness brother colleague comrade enemy foe adversary accomplice crony vassal puppet stooge lackey',
);

/** Nouns for whoever acts, which may stand in apposition to a name: "the aggressor Russia", "our ally Belarus". */
export const ACTORS = new Set([
  ...BONDS,
  ...set(
    'state country nation power people aggressor invader occupier conqueror attacker warmonger butcher murderer killer executioner torturer criminal dictator tyrant autocrat despot strongman usurper oppressor russophobe extremist fanatic racist gangster thug kleptocrat liar propagandist hypocrite coward traitor bully blackmailer provocateur pariah outcast hegemon hero leader liberator defender protector guarantor savior peacemaker peacekeeper',
  ),
]);

/**
 * Nouns for deeds and traits whose owner is their author: in "Russia’s aggression" it is Russia that attacks. Harm that
 * befalls its owner ("Ukraine’s losses", "Ukraine’s tragedy") must not stand here: a victim is no villain.
 */
export const DEEDS = set(
  'aggression provocation propaganda disinformation lie deception falsehood fabrication hypocrisy cynicism arrogance brutality cruelty barbarity barbarism savagery recklessness irresponsibility blackmail intimidation coercion meddling interference hostility treachery betrayal imperialism imperialist expansionism terrorism corruption cowardice incompetence decadence russophobia crime heroism courage bravery valor resilience wisdom generosity honesty standard',
);

/** Rule without right, which a bare name may stand before as well: "the Kiev regime". */
export const RULES = set('regime junta dictatorship tyranny autocracy');

/** Nouns for more of a thing, before "of" or "in": "the strengthening of ties". Whoever wants more of it is for it. */
export const STRENGTHENING = set(
  'strengthening deepening development expansion growth extension continuation preservation advancement promotion intensification enhancement consolidation tightening introduction imposition maintenance',
);

/** Nouns for less of a thing or its end, before "of", "to" or "in": "the lifting of sanctions", "an end to the war". */
export const LESSENING = set(
  'lift lifting removal end ending abolition cancellation ease easing suspension halt cessation weakening relaxation termination repeal reduction scaling dismantling',
);

/** Nouns for what is done about a topic, so that praise of it is praise of the topic: "landmark decisions about integration". */
export const STEPS = set('decision step move measure agreement progress success achievement advance effort');
