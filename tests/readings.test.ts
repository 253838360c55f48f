import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reading, Registry } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { score } from '../pipeline/score/score.ts';
import { attributed, entity, type Said } from './support/attributed.ts';
import { PLAIN_ACTOR } from './support/plain.ts';

/*
 * The linguistic readings of a statement, with the lexicons that Parallax brings along. A row names its trap: what looks
 * like a marker and is none, or where a scope ends.
 */

describe('denial within the words: what is denied', () => {
  test.each([
    ['a clause with “no”', 'There was no pressure.', 'There was … pressure'],
    ['a clause with “not”', 'We did not sign it.', 'We did … sign it'],
    ['a clause with “never”', 'They never attacked.', 'They … attacked'],
    ['a negated subject', 'Nobody came to the port.', 'came to the port'],
    ['“no longer”', 'The port is no longer open.', 'The port is … open'],
    ['the scope ends at “but”', 'We did not sign it, but we paid.', 'We did … sign it'],
    ['the scope ends at “but” without a comma', 'We did not sign but paid.', 'We did … sign'],
    ['the scope ends where another clause begins', 'The port did not close and trade went on.', 'The port did … close'],
    ['“and” between nouns ends nothing', 'There was no food and water.', 'There was … food and water'],
    ['the scope begins behind “because”', 'We left because there was no pressure.', 'there was … pressure'],
    ['“we deny” denies what follows', 'We deny that the port was shut.', 'the port was shut'],
    ['“we reject” denies what follows', 'We reject these claims.', 'these claims'],
    ['“I do not think” denies what follows', 'I do not think that the port is shut.', 'the port is shut'],
    ['… without “that”', 'I do not think the port is shut.', 'the port is shut'],
    ['someone else’s denial is not the speaker’s', 'They deny the attack.', ''],
    ['“not only” denies nothing', 'It is not only a port.', ''],
    ['“no doubt” denies nothing', 'There is no doubt of that.', ''],
    ['“nothing but” denies nothing', 'It was nothing but rain.', ''],
    ['“not yet” leaves it open', 'It is not yet shut.', ''],
    ['a contraction leaves no stump', 'They won’t close the port.', 'They … close the port'],
    ['full agreement is no denial', 'I could not agree more.', ''],
    ['double negation asserts', 'Nobody denied it.', ''],
    ['double negation asserts in the first person', 'We do not deny it.', ''],
    ['“refused to rule out” leaves it open', 'We refuse to rule out force.', ''],
    ['“cannot rule out” leaves it open', 'We cannot rule out force.', ''],
    ['“neither confirm nor deny” leaves it open', 'We can neither confirm nor deny it.', ''],
    ['what must not be is forbidden, not denied', 'Vestonia must not attack.', ''],
    ['an imperative forbids', 'Do not leave the port.', ''],
    ['a question denies nothing', 'Was there no pressure?', ''],
    ['a condition denies nothing', 'If there is no pressure, we stay.', ''],
    ['someone else’s words', 'He says that there was no pressure.', ''],
    ['nothing is negated', 'There was pressure.', ''],
    ['a negation alone denies nothing that can be shown', 'No.', ''],
  ])('%s', (_trap, content, expected) => {
    const text = `Ada Brek said: “${content}”`;
    const { denied, denial } = readOne(text, { content: `“${content}”` });
    expect(denied.map((span) => text.slice(...span)).join(' … ')).toBe(expected);
    expect(denial).toBe(false);
  });

  test.each([
    ['a cue denies its content', 'denied', 'deny', 'that the port was shut', 'the port was shut'],
    ['… and a noun', 'denied', 'deny', 'any pressure', 'any pressure'],
    ['the claim that is rejected', 'rejects', 'reject', 'claims that the port was shut', 'the port was shut'],
    ['… with an article and an adjective', 'rejects', 'reject', 'the false claim that it rained', 'it rained'],
    ['a claim without a clause', 'rejects', 'reject', 'these claims', 'these claims'],
    ['the scope ends at “but”', 'denied', 'deny', 'a role but praised the plan', 'a role'],
    ['a negation under a denial is denied with it', 'denied', 'deny', 'that it did not rain', 'it did not rain'],
    ['disbelief denies', 'believe', 'believe', 'that the port was shut', 'the port was shut'],
  ])('by the cue: %s', (_trap, cue, cueLemma, content, expected) => {
    const negation = cueLemma === 'believe' ? 'does not ' : '';
    const text = `Ada Brek ${negation}${cue} ${content}.`;
    const { denied, denial } = readOne(text, { cue, cueLemma, content });
    expect(denied.map((span) => text.slice(...span)).join(' … ')).toBe(expected);
    expect(denial).toBe(true);
  });

  test.each([
    ['“did not deny” denies nothing', 'Ada Brek did not deny it.', 'deny', 'deny'],
    ['“refused to rule out” denies nothing', 'Ada Brek refused to rule out it.', 'rule out', 'rule out'],
    ['“did not say” denies nothing', 'Ada Brek did not say it.', 'say', 'say'],
  ])('%s', (_trap, text, cue, cueLemma) => {
    const { denied, denial } = readOne(text, { cue, cueLemma, content: 'it.' });
    expect({ denied, denial }).toEqual({ denied: [], denial: false });
  });
});

describe('engagement in the words', () => {
  test.each([
    ['but', 'It rained, but we left.', 'counter: but'],
    ['however', 'However, it rained.', 'counter: However'],
    ['of course', 'It is, of course, late.', 'endorse: of course'],
    ['a concession with its answer', 'Admittedly it rained, but we left.', 'concede: Admittedly; counter: but'],
    ['granted, as a word for itself', 'Granted, it rained.', 'concede: Granted,'],
    ['granted as a verb is none', 'They granted leave.', ''],
    ['one view among others', 'In my view it rained.', 'entertain: In my view'],
    ['a voice without a name', 'Reportedly it rained.', 'attribute: Reportedly'],
    ['a stress', 'In fact it rained.', 'assert: In fact'],
    ['a negation is a denial', 'It did not rain.', 'deny: not'],
    ['“nothing but” is no “but”', 'It was nothing but rain.', ''],
    ['“all but” is no “but”', 'It all but stopped.', ''],
    ['“not only … but” adds', 'It was not only wet, but cold.', ''],
    ['“not only … but” adds once', 'It was not only wet, but cold, but we left.', 'counter: but'],
    ['“yet” of time is none', 'It has yet to rain.', ''],
    ['“still” of time is none', 'It still rains.', ''],
    ['a word of a name is none', 'The But Party fell.', ''],
  ])('%s', (_trap, content, expected) => {
    const text = `Ada Brek said: ${content}`;
    const { engagementMarkers } = readOne(text, { content });
    const shown = engagementMarkers.map(({ engagement, span }) => `${engagement}: ${text.slice(...span)}`);
    expect(shown.join('; ')).toBe(expected);
  });
});

describe('speech act', () => {
  test.each([
    ['an accusation by the cue', 'accused', 'accuse', 'Vestonia of a lie', 'accuse'],
    ['praise by the cue', 'praised', 'praise', 'Vestonia', 'praise'],
    ['a demand by the cue', 'demanded', 'demand', 'that it stop', 'demand'],
    ['a promise by the cue', 'promised', 'promise', 'to stay', 'promise'],
    ['a threat by the cue', 'threatened', 'threaten', 'to leave', 'threaten'],
    ['an apology by the cue', 'apologised', 'apologize', 'for the delay', 'apologise'],
    ['a denial is an assertion', 'denied', 'deny', 'the lie', 'assert'],
    ['a danger threatens nobody by words', 'threatened', 'threaten', 'the coast', 'assert'],
    ['what was promised by another', 'was promised', 'promise', 'a boat', 'assert'],
    ['a plain cue', 'said', 'say', 'it rained', 'assert'],
    ['a warning may be a threat or care', 'warned', 'warn', 'of a storm', 'assert'],
    ['a duty in reported words', 'said', 'say', 'Vestonia must withdraw', 'demand'],
  ])('%s', (_trap, cue, cueLemma, content, expected) => {
    expect(readOne(`Ada Brek ${cue} ${content}.`, { cue, cueLemma, content }).speechAct).toBe(expected);
  });

  test('an act not done', () => {
    const said = { cue: 'promise', cueLemma: 'promise', content: 'to stay' };
    expect(readOne('Ada Brek did not promise to stay.', said).speechAct).toBe('assert');
  });

  test.each([
    ['we demand', 'We demand that they leave.', 'demand'],
    ['we call on', 'We call on Vestonia to leave.', 'demand'],
    ['I apologise', 'I deeply apologise for this.', 'apologise'],
    ['we are sorry', 'We are sorry.', 'apologise'],
    ['“sorry to hear” is no apology', 'We are sorry to hear it.', 'assert'],
    ['I promise', 'I promise to stay.', 'promise'],
    ['I thank', 'I thank Vestonia.', 'praise'],
    ['we accuse', 'We accuse Vestonia of a lie.', 'accuse'],
    ['we demanded is a report', 'We demanded that they leave.', 'assert'],
    ['what others demand', 'They demand that we leave.', 'assert'],
    ['our demand is a noun', 'Our demand is old.', 'assert'],
    ['an act not done', 'We do not promise it.', 'assert'],
    ['a duty of others', 'Vestonia must withdraw.', 'demand'],
    ['a duty not to', 'They must not attack.', 'demand'],
    ['one’s own duty', 'We must withdraw.', 'assert'],
    ['what must be so', 'They must be tired.', 'assert'],
    ['a duty of nobody', 'It must be said.', 'assert'],
    ['a duty of the weather', 'It must rain.', 'assert'],
    ['a reprisal under a condition', 'We will respond if they attack.', 'threaten'],
    ['a price under a condition', 'They will pay a heavy price if they attack.', 'threaten'],
    ['a reprisal without a condition', 'We will respond to the letter.', 'assert'],
    ['a condition without a reprisal', 'We will stay if it rains.', 'assert'],
    ['a reprisal that will not come', 'We will not retaliate if they leave.', 'assert'],
    ['a question', 'Must Vestonia withdraw?', 'assert'],
  ])('in the words: %s', (_trap, content, expected) => {
    expect(readOne(`Ada Brek said: “${content}”`, { content: `“${content}”` }).speechAct).toBe(expected);
  });
});

describe('graduation', () => {
  test.each([
    ['up', 'It is very clear.', '+very'],
    ['down', 'It is somewhat odd.', '-somewhat'],
    ['both, in order', 'It is slightly odd and extremely old and very dear.', '+extremely +very -slightly'],
    ['“the very idea” is no intensifier', 'The very idea is old.', ''],
    ['“not very” lowers', 'It is not very old.', '-not very'],
    ['a sum is no intensifier', 'The total is nine.', ''],
    ['“a kind of” is a class', 'It is a kind of port.', ''],
    ['“rather than” is a choice', 'We chose tea rather than rain.', ''],
    ['a word of a name is none', 'The Sheer Party won.', ''],
    ['a verb is no intensifier', 'We complete the work.', ''],
    ['nothing', 'It rained.', ''],
  ])('%s', (_trap, content, expected) => {
    const text = `Ada Brek said: ${content}`;
    const { up, down } = readOne(text, { content }).graduation;
    const shown = [...up.map((span) => `+${text.slice(...span)}`), ...down.map((span) => `-${text.slice(...span)}`)];
    expect(shown.join(' ')).toBe(expected);
  });
});

describe('alignment with an earlier speaker', () => {
  test.each([
    ['agreed with a speaker', 'agreed with Marek Volny that it rained', 'agreed', 'agree', 'agrees Marek Volny'],
    ['… with a title', 'agreed with the mayor Marek Volny', 'agreed', 'agree', 'agrees Marek Volny'],
    ['echoed a speaker', 'echoed Marek Volny, saying it rained', 'echoed', 'echo', 'agrees Marek Volny'],
    ['contradicted a speaker', 'contradicted Marek Volny', 'contradicted', 'contradict', 'disagrees Marek Volny'],
    [
      'rejected a speaker’s claim',
      'rejected Volny’s claim that it rained',
      'rejected',
      'reject',
      'disagrees Marek Volny',
    ],
    ['rejected a country’s claims', 'rejected Vestonian claims', 'rejected', 'reject', 'disagrees Vestonia'],
    ['rejected claims by a speaker', 'rejected claims by Volny', 'rejected', 'reject', 'disagrees Marek Volny'],
    [
      'claims of someone’s deed are not by them',
      'rejected claims of Vestonian guilt',
      'rejected',
      'reject',
      'disagrees ?',
    ],
    ['claims by nobody named', 'rejects claims that it rained', 'rejects', 'reject', 'disagrees ?'],
    ['a country is no claim', 'rejected Vestonia', 'rejected', 'reject', ''],
    ['a deed is no claim', 'denied any role', 'denied', 'deny', ''],
    ['agreed to act', 'agreed to meet Marek Volny', 'agreed', 'agree', ''],
    ['agreed that, with nobody', 'agreed that it rained', 'agreed', 'agree', ''],
    ['said', 'said Volny’s claim was old', 'said', 'say', ''],
    ['one’s own claim', 'rejected Ada Brek’s claim', 'rejected', 'reject', 'disagrees ?'],
    ['a claim confirmed', 'confirmed Volny’s account', 'confirmed', 'confirm', 'agrees Marek Volny'],
    ['a claim further on is another’s object', 'rejected the plan after Volny’s claim', 'rejected', 'reject', ''],
  ])('by the cue: %s', (_trap, words, cue, cueLemma, expected) => {
    const text = `Ada Brek ${words}.`;
    const content = words.slice(cue.length + 1);
    const reading = readOne(text, { cue, cueLemma, content });
    expect(alignmentOf(reading)).toBe(expected);
  });

  test.each([
    ['not agreed is disagreed', 'did not agree with Marek Volny', 'agree', 'agree', 'disagrees Marek Volny'],
    ['not rejected is left open', 'did not reject Volny’s claim', 'reject', 'reject', ''],
  ])('%s', (_trap, words, cue, cueLemma, expected) => {
    const content = words.slice(words.indexOf(cue) + cue.length + 1);
    expect(alignmentOf(readOne(`Ada Brek ${words}.`, { cue, cueLemma, content }))).toBe(expected);
  });

  test.each([
    ['I agree with', 'I agree with Marek Volny.', 'agrees Marek Volny'],
    ['we reject accusations', 'We reject Vestonian accusations.', 'disagrees Vestonia'],
    ['we do not agree with', 'We do not agree with Volny.', 'disagrees Marek Volny'],
    ['others agree', 'They agree with Marek Volny.', ''],
  ])('in the words: %s', (_trap, content, expected) => {
    expect(alignmentOf(readOne(`Ada Brek said: “${content}”`, { content: `“${content}”` }))).toBe(expected);
  });
});

describe('what holds of any words', () => {
  test('a statement without words is read as neutral', () => {
    const { denied, engagementMarkers, speechAct, graduation, alignment, denial, stances } = readOne(
      'Ada Brek said: “…”',
      { content: '“…”' },
    );
    expect({ denied, engagementMarkers, speechAct, graduation, alignment, denial, stances }).toEqual({
      denied: [],
      engagementMarkers: [],
      speechAct: 'assert',
      graduation: { up: [], down: [] },
      alignment: null,
      denial: false,
      stances: [],
    });
  });

  test('a statement without any content is read as neutral', () => {
    const { denied, speechAct, valence } = readOne('Ada Brek said so.', { cue: 'said', cueLemma: 'say', content: [] });
    expect({ denied, speechAct, valence }).toEqual({
      denied: [],
      speechAct: 'assert',
      valence: { mean: null, words: 0 },
    });
  });

  test('every span lies in the content, holds a word, begins and ends with none but its own, and comes in order', () => {
    const words = fc.constantFrom(
      ...'we I not no never deny reject that claims of but and , . ? “ ” very somewhat of course however Vestonia Brek’s must will respond if demand is signed pressure 🚢 do the only rule out agree with'.split(
        ' ',
      ),
    );
    const cues = fc.constantFrom('say', 'deny', 'reject', 'believe', 'demand', 'accuse');
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), cues, (list, cueLemma) => {
        const content = list.join(' ');
        const text = `Ada Brek said ${content}`;
        const { denied, engagementMarkers, graduation } = readOne(text, { cue: 'said', cueLemma, content });
        const lists = [denied, engagementMarkers.map(({ span }) => span), graduation.up, graduation.down];
        for (const spans of lists) {
          for (const [start, end] of spans) {
            expect(start).toBeGreaterThanOrEqual(14);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/u);
            expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
          }
          expect(spans.map(([start]) => start)).toEqual(spans.map(([start]) => start).sort((a, b) => a - b));
        }
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

const BREK = entity('Ada Brek', 'person', 'NO');
const VOLNY = entity('Marek Volny', 'person', 'VE');

const REGISTRY: Registry = {
  outlets: [],
  actors: [
    { ...BREK, ...PLAIN_ACTOR },
    { ...entity('Sheer Party', 'institution'), ...PLAIN_ACTOR },
    { ...entity('But Party', 'institution'), ...PLAIN_ACTOR },
    { ...VOLNY, ...PLAIN_ACTOR, aliases: ['Volny'] },
    { ...entity('Vestonia', 'country', 'VE'), ...PLAIN_ACTOR, demonyms: ['Vestonian'] },
  ],
};

const { lexicons } = readOwnSeeds();

function readOne(text: string, said: Said): Reading {
  const given = attributed(text, [{ speaker: BREK, ...said }]);
  return score(given, REGISTRY, lexicons, { stanceThreshold: 0.7, targets: [] }, null).readings[0]!;
}

/** "agrees Marek Volny", "disagrees ?", or nothing. */
function alignmentOf({ alignment }: Reading): string {
  return alignment === null ? '' : `${alignment.side} ${alignment.with?.name ?? '?'}`;
}
