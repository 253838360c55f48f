import { describe, expect, test } from 'vitest';
import type { Actor } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { score } from '../pipeline/score/score.ts';
import { attributed, entity, type Said } from './support/attributed.ts';

const { lexicons } = readOwnSeeds();

function actor(name: string, type: Actor['type'], country: string, more: Partial<Actor> = {}): Actor {
  const none = { aliases: [], demonyms: [], metonyms: [], roles: [] };
  return { ...entity(name, type, country), ...none, gender: null, note: 'Made up.', sourceNote: 'None.', ...more };
}

const registry = {
  outlets: [],
  actors: [
    actor('Vestonia', 'country', 'vestonia', { demonyms: ['Vestonian', 'Vestonians'], metonyms: ['Port Vest'] }),
    actor('Norland', 'country', 'norland', { demonyms: ['Norlander', 'Norlanders'] }),
    actor('Ada Brek', 'person', 'upland'),
    actor('Olin Marsh', 'person', 'vestonia'),
  ],
};

const BREK = registry.actors[2]!;
const MARSH = registry.actors[3]!;

/** The sides that the first statement takes, by rules alone, with what decided. */
function sidesIn(text: string, said: Said): string {
  const whole = attributed(text, [{ speaker: BREK, ...said }]);
  const { readings } = score(whole, registry, lexicons, { stanceThreshold: 0.7, targets: [] }, null);
  return readings[0]!.stances
    .filter(({ call }) => call === 'opposes' || call === 'supports')
    .map(({ call, target }) => `${target.name} ${call}`)
    .join('; ');
}

function said(content: string, speaker = BREK): string {
  return sidesIn(`${speaker.name} said: ${content}`, { content, speaker, cue: 'said', cueLemma: 'say' });
}

describe('deeds of a target', () => {
  test.each([
    ['the doer is accused, the victim is not', 'Vestonian troops shelled a school in Norland.', 'Vestonia opposes'],
    ['a villain’s victim is not a villain', 'Vestonia robs Norland.', 'Vestonia opposes'],
    ['grief is not opposition', 'The children of Norland were killed.', ''],
    ['a passive with its agent', 'The port was shelled by Port Vest’s forces.', 'Vestonia opposes'],
    ['a passive without agent blames nobody', 'The Vestonian port was shelled.', ''],
    ['a denied deed', 'Vestonia did not shell the school.', ''],
    ['a hypothetical', 'If Vestonia shelled the school, it could burn.', ''],
    ['a deed to come', 'Vestonia plans to bomb the city.', 'Vestonia opposes'],
    ['a question', 'Did Vestonia shell the school?', ''],
    ['armies fight armies', 'Vestonia destroyed four of the tanks.', ''],
    ['a move of war', 'Vestonia besieged the city.', ''],
    ['another move of war', 'Vestonia occupied the city.', ''],
    ['a war that dates another thing', 'Prices rose after Vestonia invaded Norland.', ''],
    ['a war that dates another thing, as a noun', 'During Vestonian air strikes on the city we slept.', ''],
    [
      'a deed in a clause of time is told all the same',
      'He died after Vestonia shelled his house.',
      'Vestonia opposes',
    ],
    ['a comma parts the time from the deed', 'Since then, Vestonia invaded Norland.', 'Vestonia opposes'],
    ['a noun with a verb that does it', 'Vestonia launched a missile strike on the port.', 'Vestonia opposes'],
    ['a noun that tells the cause', 'Ten people were killed in Vestonian shelling.', 'Vestonia opposes'],
    ['a noun that is only met', 'They withstood Vestonian shelling.', ''],
    ['the whole war is no cause', 'They were hurt in the Vestonian invasion.', ''],
    ['a man of a country is not the country', 'A Vestonian tourist killed a child.', ''],
    ['two who act together', 'Vestonia and Norland bombed the city.', 'Vestonia opposes; Norland opposes'],
    ['troops of a country', 'The troops of Vestonia have looted shops.', 'Vestonia opposes'],
    ['a wrong with its author', 'These are crimes of the Vestonian army.', 'Vestonia opposes'],
    ['a wrong committed by its author', 'We saw atrocities committed by Vestonia.', 'Vestonia opposes'],
    ['a wrong behind its author', 'We saw Vestonian war crimes.', 'Vestonia opposes'],
    ['no wrong', 'There were no Vestonian war crimes.', ''],
    ['a wrong of nobody known', 'The crime was a Norland crime.', ''],
    ['a culprit', 'Vestonia is alone to blame.', 'Vestonia opposes'],
    ['no culprit', 'Vestonia is not to blame.', ''],
    ['a culprit behind another clause', 'Vestonia saw who was to blame.', ''],

    ['a verb parts the time from the deed', 'Since talking, Vestonia attacked Norland.', 'Vestonia opposes'],
    ['a wrong behind a name that owns nothing', 'The Norland talks on crime failed.', ''],
    ['an unnamed people’s troops', 'The troops of the coast have looted shops.', ''],
    ['troops of nobody', 'The troops have looted shops.', ''],
    ['a name parted from its noun', 'Vestonia, the troops said, shelled a school.', ''],
    ['a deed dated by nothing else', 'Yesterday morning at dawn Vestonia attacked Norland.', 'Vestonia opposes'],
    ['a wrong of a possessor', 'We saw Vestonia’s worst crime.', 'Vestonia opposes'],
    ['troops of two', 'Vestonian and Norlander troops have looted shops.', 'Vestonia opposes; Norland opposes'],
    ['a name that glues to another word', 'Anti-Vestonian crimes are met here.', ''],
    ['a noun of an owner that is only met', 'They withstood Vestonia’s deadly shelling.', ''],
    ['dozens of its troops', 'Dozens of Vestonian troops shelled a school.', 'Vestonia opposes'],
    ['troops of it and of others', 'Vestonian and allied troops shelled a school.', ''],
    ['who helps us', 'Vestonia helps us.', 'Vestonia supports'],
    ['who helps another', 'Vestonia helps Norland.', ''],
  ])('%s', (_trap, content, expected) => {
    expect(said(`“${content}”`)).toBe(expected);
  });

  test.each([
    ['their own side’s deed is no accusation', 'Vestonian troops shelled a school.', ''],
    ['the other side’s is', 'Norlander troops shelled a school.', 'Norland opposes'],
    ['what the own side gives', 'Vestonia sent arms to Norland.', 'Norland supports'],
  ])('a speaker of Vestonia: %s', (_trap, content, expected) => {
    expect(said(`“${content}”`, MARSH)).toBe(expected);
  });

  test('an unknown speaker is of the side that the words for the speaker name', () => {
    const text = 'Vestonian officials said Vestonia shelled a school and Norland robbed a bank.';
    const content = 'Vestonia shelled a school and Norland robbed a bank';
    const source = 'Vestonian officials';
    expect(sidesIn(text, { speaker: null, source, content, cue: 'said', cueLemma: 'say' })).toBe('Norland opposes');
  });

  test('a deed whose words reach beyond the content is not told', () => {
    const said = { content: 'Vestonia fired', cue: 'said', cueLemma: 'say' };
    expect(sidesIn('Ada Brek said Vestonia fired on the school.', said)).toBe('');
  });

  test('nested speech: what another says within is not the speaker’s', () => {
    const text = 'Ada Brek said that Olin Marsh had claimed that Norland shelled a school.';
    const content = 'that Olin Marsh had claimed that Norland shelled a school';
    const inner = {
      content: 'that Norland shelled a school',
      source: 'Olin Marsh',
      cue: 'had claimed',
      cueLemma: 'claim',
      within: 'sample#1',
    };
    const whole = attributed(text, [
      { speaker: BREK, content, cue: 'said', cueLemma: 'say' },
      { speaker: MARSH, ...inner },
    ]);
    const { readings } = score(whole, registry, lexicons, { stanceThreshold: 0.7, targets: [] }, null);
    const calls = readings.map(({ stances }) =>
      stances.filter(({ call }) => call === 'opposes').map(({ target }) => target.name),
    );
    expect(calls).toEqual([[], ['Norland']]);
  });

  test('the words of the deed are the evidence, behind the name of its doer', () => {
    const text = 'Ada Brek said Vestonia shelled the school.';
    const whole = attributed(text, [
      { speaker: BREK, content: 'Vestonia shelled the school', cue: 'said', cueLemma: 'say' },
    ]);
    const { readings } = score(whole, registry, lexicons, { stanceThreshold: 0.7, targets: [] }, null);
    expect(readings[0]!.stances[0]!.evidence.map(([from, to]) => text.slice(from, to))).toEqual([
      'Vestonia',
      'shelled',
    ]);
  });

  test('an outlet that tells a deed in its own voice accuses nobody', () => {
    const { ownStances } = score(
      attributed('Vestonia shelled the school.', []),
      registry,
      lexicons,
      { stanceThreshold: 0.7, targets: [] },
      null,
    );
    expect(ownStances.map(({ call }) => call)).not.toContain('opposes');
  });
});

describe('deeds of the speaker, done or demanded', () => {
  test.each([
    ['a threat', 'We will bomb Vestonia.', 'Vestonia opposes'],
    ['own harm without aim', 'We will strike back.', ''],
    ['help', 'We support the people of Vestonia.', 'Vestonia supports'],
    ['help for two', 'We support the government and people of Vestonia.', 'Vestonia supports'],
    ['help for whoever joins is for the joining', 'We must support Vestonia joining.', ''],
    ['help demanded', 'The world must help Vestonia.', 'Vestonia supports'],
    ['help forbidden', 'The world must not help Vestonia.', ''],
    ['help to be ended', 'The world must stop arming Vestonia.', ''],
    ['help under another’s must', 'They must know that it is he who helps Vestonia.', ''],
    ['another clause’s must', 'You must go, and Norland helps Vestonia.', ''],
    ['“should” for “if”', 'Grave things come should Norland help Vestonia.', ''],
    ['gifts to a country', 'We sent arms to Vestonia.', 'Vestonia supports'],
    ['gifts for two', 'We sent arms to Norland and Vestonia.', 'Norland supports; Vestonia supports'],
    ['a gift right behind the verb', 'We gave Vestonia arms.', 'Vestonia supports'],
    ['a gift to its army', 'We gave the Vestonian army money.', 'Vestonia supports'],
    ['a gift of no help', 'We gave Vestonia a draft.', ''],
    ['no recipient', 'We sent arms.', ''],
    ['a recipient behind another verb', 'We sent arms, saying little to Vestonia.', ''],
    ['a gift for a fund', 'We sent Vestonian hospitals medicine.', 'Vestonia supports'],
    ['help behind a colon', 'We must act: Norland helps Vestonia.', ''],
    ['help in a clause of time', 'We must act because Norland helps Vestonia.', ''],
    ['help that stops', 'The world must stop to help Vestonia.', ''],
    ['help for a people by its name', 'We support the government and people of the Vestonians.', 'Vestonia supports'],
    ['a gift with its article', 'We gave Vestonia the arms.', 'Vestonia supports'],
    ['a gift with an adjective', 'We gave Vestonia new arms.', 'Vestonia supports'],
    ['a gift to a country and a coast', 'We sent arms to Norland and the Vestonian coast.', 'Norland supports'],
    ['a gift to nobody known', 'We sent arms to it, not to Vestonia.', ''],
    ['a need', 'The world needs to help Vestonia.', 'Vestonia supports'],
    ['a gift, and another sentence', 'We sent arms. Vestonia slept.', ''],
    ['a need of ours', 'We need more aid for Vestonia.', 'Vestonia supports'],
    ['a need of theirs', 'They saw more aid for Vestonia.', ''],
    ['a curb', 'The world must isolate Vestonia.', 'Vestonia opposes'],
    ['pressure demanded', 'The world must increase pressure on Vestonia.', 'Vestonia opposes'],
    ['pressure to be lifted', 'The world must lift sanctions on Vestonia.', ''],
    ['pressure that is told', 'The world puts pressure on Vestonia.', ''],
    ['pressure on nobody', 'The world must increase pressure.', ''],
    ['a demand to the target', 'Vestonia must withdraw.', 'Vestonia opposes'],
    ['a forecast', 'Vestonia will withdraw.', ''],
  ])('%s', (_trap, content, expected) => {
    expect(said(`“${content}”`)).toBe(expected);
  });

  test.each([
    ['a call for help', 'called for', 'call for', 'arms for Vestonia', 'Vestonia supports'],
    ['a call for pressure', 'called for', 'call for', 'tougher sanctions on Vestonia', 'Vestonia opposes'],
    ['pressure further down', 'promised', 'promise', 'to remove walls made by troops under sanctions on Vestonia', ''],
    ['a promise', 'vowed', 'vow', 'to support Vestonia', 'Vestonia supports'],
    ['a call for a deed of harm is no charge', 'urged', 'urge', 'Vestonia to bomb the city', ''],
    ['a question asked', 'asked', 'ask', 'whether Norland should help Vestonia', ''],
    ['a denial', 'denied', 'deny', 'that Vestonia shelled the school', ''],
    ['an accusation of an army', 'accused', 'accuse', 'the Vestonian army of theft', 'Vestonia opposes'],
    ['blame of what a country does', 'condemned', 'condemn', 'Vestonia’s war on Norland', 'Vestonia opposes'],
    ['blame of doings', 'condemned', 'condemn', 'the actions of the Vestonian government', 'Vestonia opposes'],
    ['blame of what befalls', 'condemned', 'condemn', 'the killing of Vestonian children', ''],
    ['blame of what is another’s', 'condemned', 'condemn', 'the size of Vestonia', ''],
    ['blame of doings of nobody known', 'condemned', 'condemn', 'the actions of', ''],
    ['blame of doings of unknown people', 'condemned', 'condemn', 'the actions of those who left Vestonia', ''],
    ['praise of a deed', 'praised', 'praise', 'Vestonian courage', 'Vestonia supports'],
    ['who is named behind “by” judges', 'was praised by', 'praise', 'the Vestonian government', ''],
  ])('by the cue: %s', (_trap, cue, cueLemma, content, expected) => {
    expect(sidesIn(`Ada Brek ${cue} ${content}.`, { cue, cueLemma, content })).toBe(expected);
  });
});
