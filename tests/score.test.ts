import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { Actor, Cue, Entity, Lexicons, Outlet, Reading, Registry, Stance, Term } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { score } from '../pipeline/score/score.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { attributed, entity, type Said } from './support/attributed.ts';

describe('valence', () => {
  test.each([
    ['the mean is over all words, not over those with a value', 'It was a good plan.', 3, 5, 1],
    ['words without a value make 0, not nothing', 'It was a plan.', 0, 4, 0],
    ['a negation directly before turns a value round', 'It was not good.', -3, 4, 1],
    ['the negated verb keeps its value, turned round', 'The break did not prevent us.', 1, 6, 1],
    ['a negation two words before reaches', 'It was never a good plan.', -3, 6, 1],
    ['a negation with an apostrophe reaches', 'They weren’t good.', -3, 4, 1],
    ['a negation four words before is too far', 'It was not in any way good.', 3, 7, 1],
    ['two negations cancel out', 'They do not fail to help.', 2 + 2, 6, 2],
    ['not only is no negation', 'It was not only good.', 3, 5, 1],
    ['a comma ends the reach of a negation', 'They did not, good friends came.', 3, 6, 1],
    ['“but” ends the reach of a negation', 'It was not big but good.', 3 - 1, 6, 2],
    ['a sentence’s end ends the reach of a negation', 'They did not. Good.', 3, 4, 1],
    ['a quotation mark does not end it', 'It was not “good”.', -3, 4, 1],
    ['“no” negates and has no value of its own', 'There is no threat.', 2, 4, 1],
    ['a hyphenated word is looked up whole', 'A well-being plan of the ill-being.', 2, 8, 1],
    ['a dash between words joins nothing', 'A war - good.', -2 + 3, 3, 2],
    ['a name is no evaluation', 'The United Shires and United friends.', 1, 6, 1],
    ['an address is not cut into words', 'See https://good.example/bad now.', 0, 3, 0],
    ['a key of every object is a word like any other', 'The constructor good.', 3, 3, 1],
  ])('%s', (_trap, content, sum, words, valued) => {
    const { valence } = readOne(`Ada Brek said: ${content}`, { content });
    expect(valence.mean).toBeCloseTo(sum / words, 10);
    expect(valence.words).toBe(valued);
  });

  test('a statement without words has no mean', () => {
    const { valence } = readOne('Ada Brek said: “…”', { content: '“…”' });
    expect(valence).toEqual({ mean: null, words: 0 });
  });

  test('what others say within a statement is theirs: content, source and cue', () => {
    const text = 'The Grey House reports a good day, but happy Ada Brek lied that “all is terrible”, a bad thing.';
    const outer = { content: 'a good day, but happy Ada Brek lied that “all is terrible”, a bad thing' };
    const inner = { source: 'happy Ada Brek', cue: 'lied', content: 'that “all is terrible”', within: 'sample#1' };
    const innermost = { content: 'terrible', within: 'sample#2' };
    const [first, second, third] = readAll(text, [outer, inner, innermost]);
    expect(first?.valence).toEqual({ mean: (3 - 3) / 7, words: 2 });
    expect(second?.valence).toEqual({ mean: 0, words: 0 });
    expect(third?.valence).toEqual({ mean: -3, words: 1 });
  });
});

describe('stance: what a speaker’s words say of each target', () => {
  test.each([
    // Evaluations that the grammar ties to the target.
    ['an evaluating predicate', '“Vestonia is an aggressor.”', 'Vestonia opposes'],
    ['a predicate adjective', '“Vestonia has always been honest.”', 'Vestonia supports'],
    ['a future predicate', '“Vestonia will remain a liar.”', 'Vestonia opposes'],
    ['an adjective before an actor', '“Vestonia is a brutal and cruel state.”', 'Vestonia opposes'],
    ['an adjective before any other noun', '“Vestonia is a brutal place.”', 'Vestonia silent'],
    ['the subject is a demonym', '“The Vestonians are liars.”', 'Vestonia opposes'],
    ['an attribute before the name', '“We face brutal Vestonia.”', 'Vestonia opposes'],
    ['an actor before the name', '“The aggressor Vestonia must go.”', 'Vestonia opposes'],
    ['an apposition', '“We thank Vestonia, our ally.”', 'Vestonia supports'],
    ['a deed of a possessor', '“We saw Vestonia’s open aggression.”', 'Vestonia opposes'],
    ['a deed after a bare apostrophe', '“We saw Vestonians’ aggression.”', 'Vestonia opposes'],
    ['a deed after a demonym', '“We saw Vestonian aggression.”', 'Vestonia opposes'],
    ['rule without right after a bare name', '“The Port Vest regime fell.”', 'Vestonia opposes'],
    ['a deed after a bare name is a compound', '“We saw the Vestonia aggression.”', 'Vestonia silent'],
    // Irony.
    ['an irony mark before a demonym of friends', '“Our so-called Meridian partners left.”', 'Meridia opposes'],
    ['an irony mark before a name', '“The so-called Meridia left.”', 'Meridia opposes'],
    ['an irony mark before an evaluation in favour', '“The so-called Meridian heroes left.”', 'Meridia opposes'],
    ['an irony mark before a charge is against the charge', '“The so-called Meridian threat fell.”', 'Meridia silent'],
    [
      'an irony mark before one of two names',
      '“The so-called Meridia and Norland front fell.”',
      'Meridia, Norland silent',
    ],
    ['self-proclaimed only tells how it came about', '“The self-proclaimed Meridia left.”', 'Meridia silent'],
    ['an adverb of irony before an adjective', '“The plan is supposedly Meridian.”', 'Meridia silent'],
    ['an irony mark before nobody', '“The so-called partners left Meridia.”', 'Meridia silent'],
    ['an irony mark before part of a word', '“The so-called Meridian-led front left.”', 'Meridia silent'],
    // Victims are no villains.
    ['a threat to someone', '“There is a threat to Vestonia.”', 'Vestonia silent'],
    ['aggression against someone', '“Aggression against Vestonia goes on.”', 'Vestonia silent'],
    ['brutality against a people', '“We saw aggression against Vestonians.”', 'Vestonia silent'],
    ['whoever is under threat', '“Vestonia is under threat.”', 'Vestonia silent'],
    ['whoever is threatened', '“Vestonia is threatened.”', 'Vestonia silent'],
    ['the villain’s victim', '“Vestonia is a threat to Norland.”', 'Vestonia opposes; Norland silent'],
    ['whoever stands beside an evaluation', '“Vestonia condemned the aggressor.”', 'Vestonia silent'],
    ['whoever faces an enemy', '“The enemy Vestonia faces is brutal.”', 'Vestonia silent'],
    ['a battered name', '“We stand in embattled Vestonia.”', 'Vestonia silent'],
    ['occupiers in a place', '“In Port Vest, the occupiers fired.”', 'Vestonia silent'],
    ['occupiers in a place, with a pause', '“In Port Vest, the occupiers, it said, fired.”', 'Vestonia silent'],
    ['a dangerous place', '“Port Vest is dangerous, and dangerous Port Vest burns.”', 'Vestonia silent'],
    ['a dangerous country', '“Vestonia is dangerous.”', 'Vestonia opposes'],
    ['another’s phrase with the name in it', '“Sanctions on Vestonia are brutal.”', 'Vestonia silent'],
    ['the second of two nouns', '“Norland and Vestonia are brutal.”', 'Norland, Vestonia silent'],
    ['a second clause', '“Norland left, and Vestonia is brutal.”', 'Norland silent; Vestonia opposes'],
    ['another’s possession', '“Norland’s Vestonia is brutal.”', 'Norland, Vestonia silent'],
    ['the possessor of the subject', '“Vestonia’s army is brutal.”', 'Vestonia silent'],
    ['a noun that a name describes', '“Vestonia sanctions are brutal.”', 'Vestonia silent'],
    ['a term inside a longer phrase', '“Vestonia is enemy territory.”', 'Vestonia silent'],
    ['an infinitive', '“Vestonia is to be brutal.”', 'Vestonia silent'],
    ['a subject after a long row of nouns', `“${'war '.repeat(14)} Vestonia is brutal.”`, 'Vestonia silent'],
    ['a predicate far away', `“Vestonia is ${'very '.repeat(14)} brutal.”`, 'Vestonia silent'],
    ['a foreign noun between', '“Vestonia is in brutal pain.”', 'Vestonia silent'],
    ['a predicate that ends with another name', '“Vestonia is Norland aggressor.”', 'Vestonia, Norland silent'],
    ['a verb that is no copula', '“Vestonia looks brutal.”', 'Vestonia silent'],
    ['no verb at all', '“Vestonia always aggressor.”', 'Vestonia silent'],
    ['a deed that belongs to another noun', '“Vestonian regime change came.”', 'Vestonia silent'],
    ['a deed with a noun between', '“Vestonian trade aggression came.”', 'Vestonia silent'],
    ['a word made with the name', '“The Norland-Vestonian aggression is brutal.”', 'Norland, Vestonia silent'],
    ['an evaluation that is part of a name', '“The Daily Liar, the Daily Liar Vestonia.”', 'Vestonia silent'],
    // Whose friend, whose enemy.
    [
      'a friend of the speaker’s country',
      '“Vestonia is not only Norland’s good neighbor.”',
      'Vestonia supports; Norland silent',
    ],
    [
      'a friend of the speaker’s country, put after',
      '“Vestonia is a good neighbor to Norland.”',
      'Vestonia supports; Norland silent',
    ],
    ['a friend of the speaker', '“Vestonia is a good neighbor of the Ada Brek people.”', 'Vestonia supports'],
    ['a friend of a third party', '“Vestonia is Meridia’s good neighbor.”', 'Vestonia, Meridia silent'],
    ['a friend of somebody’s', '“Vestonia is his good neighbor.”', 'Vestonia silent'],
    ['a friend of an unknown’s', '“Vestonia is Ilex’s good neighbor.”', 'Vestonia silent'],
    ['a friend of an unknown’s, before the name', '“We met Ilex’s good neighbor Vestonia.”', 'Vestonia silent'],
    ['a friend of unknown people', '“Vestonia is a good neighbor of the Ilex.”', 'Vestonia silent'],
    ['a friend without an owner, of a person', '“Vestonia is a good neighbor.”', 'Vestonia supports'],
    ['an ally in an apposition without an owner', '“We met Vestonia, a reliable partner.”', 'Vestonia silent'],
    ['our friend', '“Vestonia is our very good neighbor.”', 'Vestonia supports'],
    // What is not asserted.
    [
      'a negated evaluation leans the other way and decides nothing',
      '“Vestonia is no aggressor.”',
      'Vestonia leans for',
    ],
    ['a negated favour', '“Vestonia is never honest.”', 'Vestonia leans against'],
    ['a question', '“Is Vestonia brutal? Vestonia is brutal?”', 'Vestonia silent'],
    ['a condition', '“If Vestonia is brutal, we leave.”', 'Vestonia silent'],
    ['a supposition', '“Vestonia would be honest.”', 'Vestonia silent'],
    ['the month of May supposes nothing', '“Since May Vestonia is brutal.”', 'Vestonia opposes'],
    ['a reported fear', '“There are fears that Vestonia is brutal.”', 'Vestonia silent'],
    ['what stands before a fear is asserted', '“Vestonia is brutal, and there are fears.”', 'Vestonia opposes'],
    ['someone else’s words', '“He says that Vestonia is brutal.”', 'Vestonia silent'],
    ['someone else’s quoted words', '“He says ‘Vestonia is brutal’ often.”', 'Vestonia silent'],
    ['one’s own words', '“We say that Vestonia is brutal.”', 'Vestonia opposes'],
    ['a verb of saying without words', '“He says much, and Vestonia is brutal.”', 'Vestonia opposes'],
    [
      'another clause',
      '“Norland is honest but Vestonia is brutal; it was; Norland.”',
      'Norland supports; Vestonia opposes',
    ],
    ['a quotation mark parts a name from what is said of it', '“Vestonia is ‘honest’.”', 'Vestonia silent'],
    ['a dash parts clauses', '“Vestonia is - brutal Norland came.”', 'Vestonia silent; Norland opposes'],
    ['two reasons weigh more than one', '“Vestonia is brutal. Vestonia is a liar.”', 'Vestonia opposes'],
    ['for and against cancel out', '“Vestonia is brutal. Vestonia is honest.”', 'Vestonia silent'],
    // Who is a target.
    ['a metonym is its actor', '“Port Vest is an aggressor.”', 'Vestonia opposes'],
    ['a longer name hides the one within', '“The Vestonia Post is brutal.”', 'silent'],
    ['an official body is a target', '“The Grey House is brutal.”', 'the Grey House opposes'],
    ['the speaker is no target', '“Ada Brek is honest.”', 'silent'],
  ])('%s', (_trap, content, expected) => {
    expect(stancesIn(readOne(`Ada Brek said: ${content}`, { content, speaker: BREK }))).toBe(expected);
  });

  test.each([
    ['an outlet’s friend without an owner is nobody’s known friend', POST, 'Vestonia silent'],
    ['an unknown speaker’s, neither', null, 'Vestonia silent'],
    ['a body’s own friend', entity('Norland Foreign Ministry', 'institution', 'NO'), 'Vestonia supports'],
  ])('%s', (_trap, speaker, expected) => {
    const content = '“Vestonia is a good neighbor.”';
    expect(stancesIn(readOne(`It said: ${content}`, { content, speaker }))).toBe(expected);
  });

  test.each([
    ['an owner is nobody’s side where the speaker is unknown', null, 'Vestonia, Norland silent'],
    ['two without a country are not of one', entity('Ilex Ring', 'person'), 'Vestonia, Norland silent'],
  ])('%s', (_trap, speaker, expected) => {
    const content = '“Vestonia is Norland’s good neighbor.”';
    expect(stancesIn(readOne(`It said: ${content}`, { content, speaker }))).toBe(expected);
  });

  test('an alliance without a country is on no country’s side', () => {
    const content = '“Vestonia is Meridia’s good neighbor.”';
    expect(stancesIn(readOne(`It said: ${content}`, { content, speaker: entity('Ilex Ring') }))).toBe(
      'Vestonia, Meridia silent',
    );
  });

  test.each([
    ['a predicate is the speaker’s', 'that Vestonia is an aggressor', 'Vestonia opposes'],
    ['a name that evaluates may be the reporter’s', 'that Vestonian aggression goes on', 'Vestonia leans against'],
    ['irony may be the reporter’s', 'that the so-called Meridian partners left', 'Meridia leans against'],
    ['a clause ends at a quotation’s edge', 'that Vestonia is “brutal Norland”', 'Vestonia silent; Norland opposes'],
  ])('outside quotation marks, %s', (_trap, content, expected) => {
    const said = { cue: 'said', cueLemma: 'say', content, speaker: BREK };
    expect(stancesIn(readOne(`Ada Brek said ${content}.`, said))).toBe(expected);
  });

  test.each([
    ['praise of a target', 'praised', 'praise', 'Vestonia', 'Vestonia supports'],
    ['blame with its reason', 'condemned', 'condemn', 'Vestonia for its war', 'Vestonia opposes'],
    [
      'blame of a title’s holder',
      'condemned',
      'condemn',
      'the Vestonian leader Marek Volny',
      'Vestonia silent; Marek Volny opposes',
    ],
    ['blame of what a target suffers', 'condemned', 'condemn', 'the attack on Vestonia', 'Vestonia silent'],
    ['blame of what belongs to a target', 'condemned', 'condemn', 'Vestonia’s ruin', 'Vestonia silent'],
    [
      'blame of a noun that a name describes',
      'condemned',
      'condemn',
      'the Vestonia and Norland pact',
      'Vestonia, Norland silent',
    ],
    ['the target is the subject of a clause', 'condemned', 'condemn', 'Vestonia leaving the pact', 'Vestonia silent'],
    ['blame of nobody known', 'condemned', 'condemn', 'the war', 'silent'],
    ['blame of what belongs to a target, with an accent', 'condemned', 'condemn', 'Vestonia´s ruin', 'Vestonia silent'],
    ['a warning may be a friend’s', 'warned', 'warn', 'Vestonia of a storm', 'Vestonia silent'],
    ['a neutral cue', 'said', 'say', 'Vestonia', 'Vestonia silent'],
    ['a denial of an evaluation', 'denied', 'deny', 'that Vestonia is an aggressor', 'Vestonia silent'],
    ['a denial’s polarity is no blame', 'denied', 'deny', 'Vestonia', 'Vestonia silent'],
    ['a wish', 'wants', 'want', 'that Vestonia is an aggressor', 'Vestonia silent'],
    ['a cue that the lexicon does not know', 'hummed', 'hum', 'Vestonia', 'Vestonia silent'],
  ])('the cue evaluates: %s', (_trap, cue, cueLemma, content, expected) => {
    const said = { cue, cueLemma, content, speaker: BREK };
    expect(stancesIn(readOne(`Ada Brek ${cue} ${content}.`, said))).toBe(expected);
  });

  test.each([
    ['a name', 'the so-called Meridia', 'Meridia leans against'],
    ['an apposition', 'Vestonia, our ally', 'Vestonia leans for'],
    ['a predicate', 'and Vestonia is brutal', 'Vestonia opposes'],
  ])('a text may end with %s', (_trap, content, expected) => {
    expect(stancesIn(readOne(`Ada Brek left ${content}`, { content, speaker: BREK }))).toBe(expected);
  });

  test('a cue after the content does not reach back', () => {
    const said = { cue: 'praised', cueLemma: 'praise', content: 'Vestonia', speaker: BREK };
    expect(stancesIn(readOne('Vestonia, Ada Brek praised.', said))).toBe('Vestonia silent');
  });

  test('a negated cue leaves nothing asserted', () => {
    const said = { cue: 'say', cueLemma: 'say', content: 'that Vestonia is an aggressor', speaker: BREK };
    expect(stancesIn(readOne('Ada Brek did not say that Vestonia is an aggressor.', said))).toBe('Vestonia silent');
  });

  test('the evidence is every mention and the deciding words, in order and once', () => {
    const content = '“Vestonia is near. Vestonia is a brutal aggressor, and Norland left.”';
    const { stances } = readOne(`Ada Brek said: ${content}`, { content, speaker: BREK });
    const text = `Ada Brek said: ${content}`;
    expect(stances.map(({ evidence }) => evidence.map((span) => text.slice(...span)))).toEqual([
      ['Vestonia', 'Vestonia', 'brutal', 'aggressor'],
      ['Norland'],
    ]);
  });

  test('a target is named by its registry entry without what the registry knows besides', () => {
    const { stances } = readOne('Ada Brek said: Vestonia left', { content: 'Vestonia left' });
    expect(stances[0]?.target).toEqual({ id: 'vestonia', name: 'Vestonia', type: 'country', country: 'VE' });
  });

  test('below the threshold there is no call, at it there is', () => {
    const content = '“Vestonia is brutal.”';
    const at = (stanceThreshold: number) =>
      readOne(`Ada Brek said: ${content}`, { content }, stanceThreshold).stances[0]?.call;
    const p = readOne(`Ada Brek said: ${content}`, { content }).stances[0]?.p[0] ?? 0;
    expect([at(p), at(p + 1e-9)]).toEqual(['opposes', 'no call']);
  });

  test('without evidence "neither" leads and the sides are even', () => {
    const { stances } = readOne('Ada Brek said: Vestonia left', { content: 'Vestonia left' }, 0.5);
    const [stance] = stances;
    expect(stance?.call).toBe('neither');
    expect(stance?.p[0]).toBe(stance?.p[2]);
  });
});

describe('the seed article', () => {
  test('decides where its words do, and keeps silent on all else', () => {
    const { registry, lexicons } = readOwnSeeds();
    const text = readFileSync(new URL('../seeds/articles/putin-in-minsk.txt', import.meta.url), 'utf8');
    const attributed = attribute(tokenise(article(text)), registry, lexicons, [], null);
    const scored = score(attributed, registry, lexicons, { stanceThreshold: 0.7, targets: [] }, null);
    const lines = scored.readings.flatMap(({ stances }, i) =>
      stances.map(({ target, call }) => `${scored.statements[i]?.speaker?.name ?? '?'} → ${target.name}: ${call}`),
    );
    expect(lines.filter((line) => !line.endsWith('no call'))).toEqual([
      'Alexander Lukashenko → the West: opposes',
      'Vladimir Putin → Belarus: supports',
    ]);
    expect(lines).toContain('BBC → Russia: no call');
    expect(lines).toContain('the Kremlin → Belarus: no call');
    expect(scored.readings.filter(({ denial }) => denial).map(({ statement }) => statement)).toEqual(['sample#16']);
  });
});

describe('engagement: cue → engagement, reporting, denial', () => {
  test.each([
    ['a plain cue', 'Ada Brek said it.', 'said', 'say', 'assert neutral'],
    ['a cue at a distance', 'Ada Brek claimed it.', 'claimed', 'claim', 'assert distancing'],
    ['a cue that concedes', 'Ada Brek admitted it.', 'admitted', 'admit', 'concede endorsing'],
    ['a denial', 'Ada Brek denied it.', 'denied', 'deny', 'deny neutral denial'],
    ['a denial not made', 'Ada Brek did not deny it.', 'deny', 'deny', 'entertain neutral'],
    ['a denial never made', 'Ada Brek has never really denied it.', 'denied', 'deny', 'entertain neutral'],
    ['what was not said is not denied', 'Ada Brek did not say it.', 'say', 'say', 'entertain neutral'],
    ['who does not believe denies', 'Ada Brek does not believe it.', 'believe', 'believe', 'deny neutral denial'],
    ['who cannot not believe', 'Ada Brek can never not believe it.', 'believe', 'believe', 'entertain neutral'],
    ['a negation of several words', 'Ada Brek no longer believes it.', 'believes', 'believe', 'deny neutral denial'],
    [
      'a negation before the subject is not the cue’s',
      'It does not, Ada Brek says, burn it.',
      'says',
      'say',
      'assert neutral',
    ],
    ['a negation in the sentence before', 'She did not. Said it.', 'Said', 'say', 'assert neutral'],
    ['a cue that the lexicon does not know', 'Ada Brek hummed it.', 'hummed', 'hum', 'assert neutral'],
    ['an unknown cue, negated', 'Ada Brek did not hum it.', 'hum', 'hum', 'entertain neutral'],
  ])('%s', (_trap, text, cue, cueLemma, expected) => {
    const { engagement, reporting, denial } = readOne(text, { cue, cueLemma, content: 'it' });
    expect([engagement, reporting, ...(denial ? ['denial'] : [])].join(' ')).toBe(expected);
  });

  test('a quotation without a cue is asserted', () => {
    const { engagement, reporting, denial } = readOne('“It is.”', { content: '“It is.”' });
    expect({ engagement, reporting, denial }).toEqual({ engagement: 'assert', reporting: 'neutral', denial: false });
  });
});

describe('commitment and modality', () => {
  test.each([
    ['nothing lowers it', 'Rain fell.', 'certain', []],
    ['a modal verb', 'Rain may fall.', 'possible', ['epistemic']],
    ['a month', 'In May rain fell.', 'certain', []],
    ['a noun like a modal verb', 'The will of the people wins.', 'certain', []],
    ['likelihood', 'Rain is likely.', 'probable', []],
    ['the weakest of several', 'Rain is likely. If it falls, we may stay.', 'hypothetical', ['epistemic']],
    ['a condition', 'Rain falls if it must.', 'hypothetical', ['deontic']],
    ['a question', 'Did rain fall?', 'possible', []],
    ['a future of the past', 'Rain would fall.', 'certain', []],
    ['a condition in the speaker’s own words', '“Rain would fall.”', 'hypothetical', []],
    ['a polite wish', '“We would like rain.”', 'certain', []],
    [
      'each kind once, in order',
      'Rain will, must and will fall; it can.',
      'certain',
      ['deontic', 'dynamic', 'volitional'],
    ],
  ])('%s', (_trap, content, commitment, modality) => {
    const reading = readOne(`Ada Brek said: ${content}`, { content });
    expect({ commitment: reading.commitment, modality: reading.modality }).toEqual({ commitment, modality });
  });

  test('what others say within a statement commits them alone', () => {
    const outer = { content: 'rain fell and Ada Brek said it may fall' };
    const inner = { source: 'Ada Brek', cue: 'said', content: 'it may fall', within: 'sample#1' };
    const readings = readAll('The Grey House said rain fell and Ada Brek said it may fall.', [outer, inner]);
    expect(readings.map(({ commitment }) => commitment)).toEqual(['certain', 'possible']);
  });
});

describe('readings', () => {
  test('come one a statement, in the same order, and leave the article as it was', () => {
    const given = attributed('Ada Brek said A. Marek Volny said B.', [{ content: 'A' }, { content: 'B' }]);
    const scored = score(given, REGISTRY, LEXICONS, { stanceThreshold: 0.7, targets: [] }, null);
    expect(scored.readings.map(({ statement }) => statement)).toEqual(['sample#1', 'sample#2']);
    expect({ ...scored, readings: null, harms: null, ownStances: null }).toEqual({
      ...given,
      readings: null,
      harms: null,
      ownStances: null,
      frames: [],
      roles: [],
    });
  });

  test('the outlet stands behind what its own voice names; what it reports is the speaker’s', () => {
    const text = 'The Vestonian regime shut the port. Ada Brek said the brutal Marek Volny lied.';
    const given = attributed(text, [{ content: 'the brutal Marek Volny lied' }]);
    const { ownStances } = score(given, REGISTRY, LEXICONS, { stanceThreshold: 0.7, targets: [] }, null);
    expect(ownStances.map(({ target, call }) => [target.name, call])).toEqual([
      ['Vestonia', 'opposes'],
      ['Ada Brek', 'no call'],
    ]);
  });

  test('hold for any words: probabilities sum to 1 and are in order, valence is in its range, evidence in the content', () => {
    const words = fc.constantFrom(
      ..."Vestonia Vestonian Norland brutal so - called partners is not a good neighbor of our ally , “ ” ? if but 's aggression May".split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 25 }), (list) => {
        const content = list.join(' ');
        const { stances, valence } = readOne(`Ada Brek said: ${content}`, { content, speaker: BREK });
        for (const stance of stances) {
          expect(stance.p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
          expect(Math.min(...stance.p)).toBeGreaterThan(0);
          expect(stance.evidence.length).toBeGreaterThan(0);
          expect(stance.evidence.every(([start, end]) => start >= 15 && end > start)).toBe(true);
        }
        expect(Math.abs(valence.mean ?? 0)).toBeLessThanOrEqual(5);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

const BREK = entity('Ada Brek', 'person', 'NO');
const VOLNY = entity('Marek Volny', 'person', 'VE');
const POST = entity('Vestonia Post', 'outlet', 'VE');

const REGISTRY: Registry = {
  outlets: [
    outlet({ ...entity('the Grey House', 'institution', 'NO') }, 'official'),
    outlet(POST, 'newspaper', ['Daily Liar']),
  ],
  actors: [
    actor(BREK),
    actor(VOLNY),
    actor(entity('Norland', 'country', 'NO')),
    actor(entity('Vestonia', 'country', 'VE'), { demonyms: ['Vestonian', 'Vestonians'], metonyms: ['Port Vest'] }),
    actor(entity('Meridia', 'alliance'), { demonyms: ['Meridian'] }),
    actor(entity('United Shires', 'country', 'US')),
  ],
};

const LEXICONS: Lexicons = {
  ...readOwnSeeds().lexicons,
  cues: [
    cue('say', {}),
    cue('claim', { reporting: 'distancing' }),
    cue('admit', { reporting: 'endorsing', engagement: 'concede' }),
    cue('deny', { engagement: 'deny', polarity: -1 }),
    cue('believe', { class: 'attitude', engagement: 'entertain' }),
    cue('want', { class: 'attitude' }),
    cue('praise', { polarity: 1 }),
    cue('condemn', { polarity: -1 }),
    cue('warn', { polarity: -1 }),
  ],
  evaluation: [
    ...terms('positive', 'honest', 'hero', 'good neighbor', 'our ally', 'reliable partner'),
    ...terms('negative', 'brutal', 'cruel', 'dangerous', 'threaten', 'threatened', 'embattled', 'threat', 'enemy'),
    ...terms('negative', 'aggressor', 'aggression', 'occupier', 'liar', 'regime'),
    ...terms('irony', 'so-called', 'self-proclaimed', 'supposedly'),
  ],
  modality: [
    ...terms('epistemic', 'may'),
    ...terms('deontic', 'must'),
    ...terms('dynamic', 'can'),
    ...terms('volitional', 'will'),
  ],
  negation: terms('negation', 'not', 'no', 'never', 'no longer', 'fail to', 'prevent'),
  roles: [],
};

function readAll(text: string, said: readonly Said[], stanceThreshold = 0.7): readonly Reading[] {
  return score(attributed(text, said), REGISTRY, LEXICONS, { stanceThreshold, targets: [] }, null).readings;
}

function readOne(text: string, said: Said, stanceThreshold?: number): Reading {
  return readAll(text, [said], stanceThreshold)[0]!;
}

/** "Vestonia opposes; Norland, Meridia silent": each target with its call, or how its probabilities lean without one. */
function stancesIn({ stances }: Reading): string {
  const groups = new Map<string, string[]>();
  for (const stance of stances) {
    const reads = lean(stance);
    groups.set(reads, [...(groups.get(reads) ?? []), stance.target.name]);
  }
  const lines = [...groups].map(([reads, names]) => `${names.join(', ')} ${reads}`);
  return lines.length === 0 ? 'silent' : lines.join('; ');
}

function lean({ call, p: [opposes, , supports] }: Stance): string {
  if (call !== 'no call') return call;
  if (opposes === supports) return 'silent';
  return opposes > supports ? 'leans against' : 'leans for';
}

function cue(lemma: string, more: Partial<Cue>): Cue {
  return { lemma, class: 'speech', reporting: 'neutral', engagement: 'assert', polarity: 0, ...more };
}

function terms(value: string, ...list: readonly string[]): readonly Term[] {
  return list.map((term) => ({ term, value }));
}

function actor(known: Entity, more: Partial<Actor> = {}): Actor {
  const none = { aliases: [], demonyms: [], metonyms: [], roles: [] };
  return { ...known, ...none, gender: null, note: 'Made up.', sourceNote: 'None.', ...more };
}

function outlet(known: Entity, medium: Outlet['medium'], aliases: readonly string[] = []): Outlet {
  const type = medium === 'official' ? 'institution' : 'outlet';
  return { ...known, type, medium, aliases, domains: [], group: null, note: 'Made up.', sourceNote: 'None.' };
}
