import { describe, expect, test } from 'vitest';
import { precisionOf, readCoded } from '../models/harm/gold/figures.ts';
import { drawFrom, FORMS } from '../models/harm/gold/draw.ts';
import { wilsonInterval } from '../pipeline/stats/wilson.ts';
import { randomOf } from '../models/attribution/train/random.ts';
import { harmsIn } from '../pipeline/score/harm/harms.ts';
import { actsIn, harmWords } from '../pipeline/score/harm/lexicon.ts';
import { readArticle } from '../pipeline/score/reader.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { HARM_PRECISION } from '../pipeline/report/harm-precision.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

const seeds = readOwnSeeds();

describe('form, agent and patient', () => {
  test.each([
    ['active', 'The rebels shelled the village.', 'shell: active, The rebels → the village'],
    ['a day between subject and verb', 'The army on Monday bombed a theatre.', 'bomb: active, The army → a theatre'],
    ['an infinitive', 'The army began to shell the port.', 'shell: active, The army → the port'],
    ['an order', 'The mayor ordered his troops to destroy the bridge.', 'destroy: active, his troops → the bridge'],
    ['an accusation', 'He accused the rebels of shelling the port.', 'shell: active, the rebels → the port'],
    ['a means', 'They used rockets to destroy the bridge.', 'destroy: active, They → the bridge'],
    [
      'a consequence',
      'A rocket hit a house, killing two people.',
      'hit: active, A rocket → a house',
      'kill: active, A rocket → two people',
    ],
    ['what is joined by “and”', 'Soldiers entered the town and killed a man.', 'kill: active, Soldiers → a man'],
    ['a relative clause', 'They found the shell that killed her.', 'kill: active, the shell → her'],
    ['without an object', 'Prices rose after the enemy invaded.', 'invade: active, the enemy → -'],
    [
      'passive with agent',
      'The bridge was destroyed by the rebels.',
      'destroy: passive with agent, the rebels → The bridge',
    ],
    ['passive without agent', 'At least 20 people were killed.', 'kill: passive without agent, - → 20 people'],
    [
      'two participles',
      'Three men were shot and killed.',
      'shoot: passive without agent, - → Three men',
      'kill: passive without agent, - → Three men',
    ],
    [
      'a participle behind its noun',
      'We saw a school destroyed by rockets.',
      'destroy: passive with agent, rockets → a school',
    ],
    ['no agent is a date', 'The town was destroyed by Monday.', 'destroy: passive without agent, - → The town'],
    ['… or a means', 'The town was destroyed by setting fires.', 'destroy: passive without agent, - → The town'],
    ['a clause between', 'A man who fought in the hills was killed.', 'kill: passive without agent, - → A man'],
    ['an aside', 'A soldier, the head of a brigade, was killed.', 'kill: passive without agent, - → A soldier'],
    ['a measure', 'Dozens of houses were destroyed.', 'destroy: passive without agent, - → Dozens of houses'],
    ['aimed at', 'Their car was fired on.', 'fire on: passive without agent, - → Their car'],
    ['nominalised', 'The shelling of the town went on.', 'shell: nominalised, - → the town'],
    [
      '… with its agent',
      'The shelling of the town by the rebels went on.',
      'shell: nominalised, the rebels → the town',
    ],
    ['… with its owner', 'The army’s assault on the town failed.', 'assault: nominalised, The army → the town'],
    ['… whose owner suffers', 'The girl’s killing was mourned.', 'kill: nominalised, - → The girl'],
    ['a light verb', 'The rebels launched an attack on the port.', 'attack: nominalised, The rebels → the port'],
    ['under attack', 'The port came under attack.', 'attack: nominalised, - → The port'],
  ])('%s', (_trap, text, ...expected) => {
    expect(harmsOf(text).map(({ line }) => line)).toEqual(expected);
  });
});

test('every act of the lexicon is found in each of its forms, and no idiom is', () => {
  const words = harmWords(seeds.lexicons.harm);
  const missed = [...words.acts.values()].flat().filter(({ words: form, verb, noun }) => {
    const { tokens } = tokenise(article(`Then, ${form.join(' ').replaceAll(' - ', '-')}, again.`));
    const found = actsIn(words, tokens).some(({ first, end }) => first === 2 && end - first === form.length);
    return found !== (verb !== null || noun);
  });
  expect(missed).toEqual([]);
});

describe('who is meant', () => {
  test.each([
    ['a name', 'Russia invaded Ukraine.', 'russia', 'ukraine'],
    ['by belonging', 'Russian forces shelled Ukrainian cities.', 'russia', 'ukraine'],
    ['a possessive', 'Russia’s invasion of Ukraine began.', 'russia', 'ukraine'],
    ['a demonym before a noun', 'Russian shelling of Ukrainian towns continued.', 'russia', 'ukraine'],
    ['two are no one', 'Russia and Ukraine attacked each other’s tanks.', null, null],
    ['a name glued to a word', 'Pro-Russian rebels shelled the port.', null, null],
    ['a pronoun', 'They killed him.', null, null],
  ])('%s', (_trap, text, agent, patient) => {
    const [harm] = harmsOf(text);
    expect([harm?.agent, harm?.patient]).toEqual([agent, patient]);
  });
});

describe('what is no act of harm', () => {
  test.each([
    'The sides will strike a deal.',
    'Her song was a hit record.',
    'His attack on the report was sharp.',
    'The fire brigade came.',
    'She was struck by the beauty of the place.',
    'He was occupied with letters.',
    'He took a shot at goal.',
    'Workers went on strike.',
    'Attack helicopters flew by.',
    'They rebuilt the destroyed houses.',
    'The occupied territories are large.',
    'Russian-occupied towns are poor.',
    'He shot himself in the foot.',
    'They executed the plan.',
    'The munitions blew up.',
    'Inflation hit a record.',
    'The referendum killed the project.',
    'They hid in a bomb shelter.',
    '',
  ])('%s', (text) => {
    expect(harmsOf(text)).toEqual([]);
  });
});

describe('reality', () => {
  test.each([
    ['The army shelled the town.', 'asserted'],
    ['The army did not shell the town.', 'negated'],
    ['The army denied shelling the town.', 'negated'],
    ['None of the children were injured.', 'negated'],
    ['The army will shell the town.', 'threatened'],
    ['The army threatened to shell the town.', 'threatened'],
    ['The army could shell the town.', 'hypothetical'],
    ['If the army invades the island, they will leave.', 'hypothetical'],
    ['Has the town been shelled?', 'hypothetical'],
    ['They fear an invasion of the island.', 'hypothetical'],
    ['The army was punished for shelling the town.', 'asserted'],
    ['They may leave because the army shelled the town.', 'asserted'],
  ])('%s', (text, reality) => {
    expect(harmsOf(text)[0]?.reality).toBe(reality);
  });
});

test('an unbroken row of a hundred thousand harmful words takes little time', () => {
  const text = 'Rebels killed and wounded and shelled the '.repeat(12_000);
  const { tokens } = tokenise(article(text.slice(0, 200_000)));
  const start = performance.now();
  harmsIn(tokens, [], seeds.lexicons.harm);
  expect(performance.now() - start).toBeLessThan(10_000);
});

describe('the gold', () => {
  const coded = readCoded('models/harm/gold');

  test('holds 25 events of each form and group, each coded, wrong altogether where it is no act', () => {
    for (const { cases } of precisionOf(coded)) expect(cases).toBe(25);
    expect(coded).toHaveLength(200);
    for (const { coding } of coded) {
      if (!coding.event) expect([coding.form, coding.agent, coding.patient, coding.reality]).not.toContain(true);
    }
  });

  test('is what the report says', () => {
    expect(precisionOf(coded)).toEqual(HARM_PRECISION);
  });

  test('a draw takes one event a form of an article, and the same words once', () => {
    const texts = [
      'The rebels shelled the village.',
      'The rebels shelled the village.',
      'Ten men were killed. A man was shot.',
    ];
    const articles = texts.map((text, i) => article(text, { id: `a${i}` }));
    const drawn = drawFrom(articles, seeds, randomOf(1), 5);
    expect(drawn.map(({ form }) => form)).toEqual(['active', 'passive without agent']);
    expect(FORMS).toHaveLength(4);
  });

  // Wilson’s interval of 8 of 10 and of 0 of 10 as R’s prop.test(8, 10, correct = FALSE) and binom::binom.wilson give it.
  test.each([
    [8, 10, 0.4901625, 0.9433178],
    [0, 10, 0, 0.2775328],
  ])('Wilson’s interval of %d in %d', (right, cases, low, high) => {
    expect(wilsonInterval(right, cases)[0]).toBeCloseTo(low, 6);
    expect(wilsonInterval(right, cases)[1]).toBeCloseTo(high, 6);
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});

function harmsOf(text: string) {
  const read = { ...tokenise(article(text)), statements: [], coreferences: [] };
  const { names } = readArticle(read, seeds.registry, seeds.lexicons, []);
  return harmsIn(read.tokens, names, seeds.lexicons.harm).map(({ term, form, agent, patient, reality }) => ({
    line: `${term}: ${form}, ${words(agent)} → ${words(patient)}`,
    agent: agent?.entity?.id ?? null,
    patient: patient?.entity?.id ?? null,
    reality,
  }));

  function words(party: { readonly span: readonly [number, number] } | null): string {
    return party === null ? '-' : text.slice(...party.span);
  }
}
