import { describe, expect, test } from 'vitest';
import type { Actor } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { score } from '../pipeline/score/score.ts';
import { attributed, entity, type Said } from './support/attributed.ts';
import { PLAIN_ACTOR } from './support/plain.ts';

const { lexicons, stanceWeights } = readOwnSeeds();

function actor(name: string, type: Actor['type']): Actor {
  return { ...entity(name, type, null), ...PLAIN_ACTOR };
}

const BREK = actor('Ada Brek', 'person');
const registry = { outlets: [], actors: [BREK, actor('Vestonia', 'country'), actor('Norland', 'country')] };

/** The sides that the only statement takes, by rules and the trained model. */
function sidesIn(text: string, said: Said): string {
  const whole = attributed(text, [{ speaker: BREK, source: 'Ada Brek', ...said }]);
  const study = { stanceThreshold: 0.7, targets: [] };
  const { readings } = score(whole, registry, lexicons, study, stanceWeights.bytes);
  const taken = readings[0]!.stances.filter(({ call }) => call === 'opposes' || call === 'supports');
  return taken.map(({ call, target }) => `${target.name} ${call}`).join('; ');
}

describe('words that judge nobody', () => {
  test.each<[trap: string, cue: string, lemma: string, content: string, sides: string]>([
    ['who condemns, opposes', 'condemned', 'condemn', 'Vestonia', 'Vestonia opposes'],
    ['who refuses to condemn, does not', 'refused', 'refuse', 'to condemn Vestonia or to punish Vestonia', ''],
    ['nor who declines to', 'declined', 'decline', 'to denounce Vestonia for its brutal crimes', ''],
    [
      'the largest plant of a country is not the country',
      'accused',
      'accuse',
      'raiders of shelling Vestonia’s largest nuclear power plant, stoking international fears of a catastrophe on the continent',
      '',
    ],
    ['nor is its first president', 'slammed', 'slam', 'Vestonia’s first president as a drunk and a traitor', ''],
    ['its war is its own', 'slammed', 'slam', 'Vestonia’s brutal war', 'Vestonia opposes'],
  ])('%s', (_trap, cue, cueLemma, content, sides) => {
    expect(sidesIn(`Ada Brek ${cue} ${content}.`, { cue, cueLemma, content })).toBe(sides);
  });
});
