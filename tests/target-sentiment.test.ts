import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examplesOf, type Example } from '../models/stance/train/corpus.ts';
import { macroF1 } from '../models/stance/train/figures.ts';
import { heated, temperatureOf } from '../models/stance/train/folds.ts';
import CHECKS from '../models/stance/checks.json' with { type: 'json' };
import { minimise } from '../models/stance/train/minimise.ts';
import { scored, trained } from '../models/stance/train/model.ts';
import { fileOf } from '../models/stance/train/weights-file.ts';
import { readWeights } from '../pipeline/read/weights.ts';
import { featuresOf } from '../pipeline/score/target/features.ts';
import { inputsOf } from '../pipeline/score/target/inputs.ts';
import { runNetwork } from '../pipeline/score/target/network.ts';
import { partOf, rolesOf } from '../pipeline/score/target/roles.ts';
import type { Scene } from '../pipeline/score/target/scene.ts';
import { softmax, targetScene, targetSentiment } from '../pipeline/score/target/target-sentiment.ts';
import { targetWeightsOf } from '../pipeline/score/target/weights.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

describe('the scene', () => {
  test('a mention is one place, its distance 0; sides have signs', () => {
    const scene = sceneIn('Nobody trusted [Olga Marsh] again.');
    expect([...scene.distance]).toEqual([-2, -1, 0, 1, 2]);
  });

  test('a further mention counts for the distance, but is not the one judged', () => {
    const scene = sceneIn('Critics said that [she] was late, and Callow thanked her warmly.', ['her']);
    expect(scene.mentions).toHaveLength(2);
    expect(scene.main).toBe(3);
    expect([...scene.distance].slice(-3)).toEqual([0, 1, 2]);
  });

  test.each([
    ['a further mention that overlaps the judged one is left out', 'The [old mayor] fell.', ['mayor']],
    ['one that is not in the sentence is left out', 'The [old mayor] fell.', [] as string[]],
  ])('%s', (_trap, text, further) => {
    expect(sceneIn(text, further).mentions).toEqual([1]);
  });

  test('negation turns a valence round and weakens it', () => {
    const [plain, turned] = ['[Callow] is a success.', '[Callow] is no success.'].map((text) => sceneIn(text));
    const at = (scene: Scene): number => scene.valence[scene.norms.indexOf('success')]!;
    expect(at(turned!)).toBeCloseTo(-0.7 * at(plain!));
  });

  test('what stands past a comma is not near', () => {
    const scene = sceneIn('[Callow] won, the port lost.');
    expect([...scene.near].map(String).join('')).toBe('1100000');
  });
});

describe('the part that a target plays', () => {
  test.each([
    ['speaks, subject of a verb of saying', '[Callow] said the port was closed.', 1],
    ['speaks, behind the verb', 'The port was closed, said [Callow].', 1],
    ['speaks, according to', 'According to [Callow], the port was closed.', 1],
    ['owns', 'They liked [Callow]’s plan.', 2],
    ['acts', '[Callow] destroyed the port.', 3],
    ['suffers, in a passive', '[Callow] was beaten in the port.', 4],
    ['suffers, as an object', 'Sailors hated [Callow] for years.', 5],
    ['stands behind a preposition', 'They voted for [Callow].', 6],
    ['is accused: a passive of saying is no speech', '[Callow] was accused of theft.', 7],
  ])('%s', (_trap, text, part) => {
    const scene = sceneIn(text);
    expect(partOf(scene, rolesOf(scene, scene.main))).toBe(part);
  });

  test('who does it in a passive', () => {
    const scene = sceneIn('The port was destroyed by [Callow].');
    expect(rolesOf(scene, scene.main).before?.role).toBe('agent');
  });
});

describe('features', () => {
  test('names tell nothing: another name gives the same features', () => {
    expect(keysIn('The mayor praised [Callow] and Marsh.')).toEqual(keysIn('The mayor praised [Harlow] and Ellory.'));
  });

  test('the same words around another target give others', () => {
    expect(keysIn('[Callow] beat Marsh.')).not.toEqual(keysIn('Callow beat [Marsh].'));
  });

  test('each key once, never 0', () => {
    const keys = keysIn('The brave, brave [mayor] was brave and said so, so he was not fired.', ['he']);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(0);
  });

  test('a sentence with more features than there is room for at first keeps those that came first', () => {
    const [first, second] = ['bcdfghjklmnprstv', 'bdfgklmnprstvz'].map((letters) => Array.from(letters));
    const words = first!.flatMap((one) => second!.map((two) => `was ${one}o${two}ing the`)).join(' ');
    const [short, long] = [keysIn('The port of [Callow] lost.'), keysIn(`The port of [Callow] lost ${words}.`)];
    expect(long.length).toBeGreaterThan(1024);
    expect(new Set(long).size).toBe(long.length);
    expect(long.slice(0, 5)).toEqual(short.slice(0, 5));
  });
});

describe('the network in use', () => {
  const { vectors, network } = targetWeightsOf(readWeights('stance').bytes);
  const scoresIn = (marked: string): Float64Array =>
    Float64Array.from(runNetwork(network!, inputsOf(sceneIn(marked), vectors), vectors));

  test('gives the probabilities that PyTorch gave when it was trained', () => {
    expect(CHECKS.length).toBeGreaterThan(4);
    for (const { sentence, negative, neutral, positive } of CHECKS) {
      const p = softmax(scoresIn(sentence));
      [negative, neutral, positive].forEach((expected, k) => {
        expect(p[k], sentence).toBeCloseTo(expected, 4);
      });
    }
  });

  test('does not know a name, nor what was read before', () => {
    const before = scoresIn('The mayor praised [Callow] and Marsh.');
    expect(scoresIn('The mayor praised [Harlow] and Ellory.')).toEqual(before);
    expect(scoresIn('The mayor praised [Callow] and Marsh.')).toEqual(before);
  });

  test.each([
    ['a target alone', '[Callow]'],
    ['words that no vector is known of', '[Callow] zzyqx qqvrt.'],
    ['a very long sentence', `[Callow] lost ${'the port and '.repeat(400)}the bridge.`],
  ])('reads %s', (_trap, marked) => {
    for (const score of scoresIn(marked)) expect(Number.isFinite(score)).toBe(true);
  });

  test('a word is looked up in its form, then in its lemma; numbers, names and the target are classes', () => {
    const rows = (marked: string): readonly number[] => [...inputsOf(sceneIn(marked), vectors).rows];
    expect(rows('[Callow] met Marsh in 1999.').slice(0, 3).with(1, 0)).toEqual([1, 0, 3]);
    expect(rows('[Callow] met Marsh in 1999.')[4]).toBe(2);
    expect(rows('[Callow] praised it.')[1]).not.toBe(rows('[Callow] praises it.')[1]);
    expect(rows('[Callow] obeys it.')[1]).toBe(rows('[Callow] must obey it.')[2]);
    expect(rows('[Callow] obeys it.')[1]).toBeGreaterThan(0);
    expect(rows('[Callow] deplores it.')[1]).toBe(0);
  });
});

describe('the weights file in use', () => {
  const { bytes } = readWeights('stance');

  test.each([
    ['within the rows behind the networks', 8],
    ['within the networks', 3_900_000],
    ['within the keys', 5_000_000],
  ])('is refused where it is cut short %s', (_trap, missing) => {
    expect(() => targetWeightsOf(bytes.slice(0, bytes.length - missing))).toThrow(RangeError);
  });
});

describe('training on a toy task', () => {
  const examples = toy();
  const model = trained(examples);
  const bytes = fileOf(model, at(1));

  test('who is praised comes out positive, who is blamed negative, in words of training with other names', () => {
    expect(call('Farmers praised [Ellory] for the harvest.', bytes)).toBe(2);
    expect(call('Farmers blamed [Ellory] for the harvest.', bytes)).toBe(0);
    expect(call('Farmers met [Ellory] for the harvest.', bytes)).toBe(1);
  });

  test('the file gives back the scores of the model, to within its steps', () => {
    scored(model, examples).forEach((scores, n) => {
      const { text } = examples[n]!;
      const p = targetSentiment(tokenise(article(text)).tokens, spansOf(text), targetWeightsOf(bytes))!;
      heated(scores, 1).forEach((value, k) => {
        expect(p[k]).toBeCloseTo(value, 1);
      });
      expect(p.reduce((a, b) => a + b)).toBeCloseTo(1);
    });
  });

  test('the same examples give the same bytes', () => {
    expect(fileOf(trained(examples), at(1))).toEqual(bytes);
  });

  test('a higher temperature makes no other call, only a less sure one', () => {
    const text = 'Farmers praised [Ellory] for the harvest.';
    expect(call(text, fileOf(model, at(3)))).toBe(2);
    expect(Math.max(...judge(text, fileOf(model, at(3)))!)).toBeLessThan(Math.max(...judge(text, bytes)!));
  });

  test('a file cut short is refused', () => {
    expect(() => targetWeightsOf(bytes.slice(0, bytes.length - 8))).toThrow(RangeError);
  });
});

describe('bad input', () => {
  const { bytes } = readWeights('stance');

  test.each([
    ['an empty target', [4, 4]],
    ['a target past the sentence', [40, 44]],
    ['a target of blanks', [3, 4]],
  ] as const)('%s gets no judgement', (_trap, target) => {
    const { tokens } = tokenise(article('The mayor won. Callow said so the whole day long.'));
    expect(targetSentiment(tokens, { sentence: [0, 14], target, further: [] }, targetWeightsOf(bytes))).toBeNull();
  });

  test('part of a token stands for the token', () => {
    const { tokens } = tokenise(article('Sailors hated Callow.'));
    const judged = ([from, to]: readonly [number, number]): unknown =>
      targetSentiment(tokens, { sentence: [0, 21], target: [from, to], further: [] }, targetWeightsOf(bytes));
    expect(judged([16, 18])).toEqual(judged([14, 20]));
  });
});

test('the weights in use call plain praise and plain blame', () => {
  const { bytes } = readWeights('stance');
  expect(call('Everyone admired [Marsh], a brilliant and honest leader.', bytes)).toBe(2);
  expect(call('[Marsh] was condemned as a corrupt and dangerous liar.', bytes)).toBe(0);
});

test('the least value of a bent bowl is found', () => {
  const found = minimise(
    (at, slope) => {
      const [x, y] = [at[0]! - 3, at[1]! + 1];
      slope[0] = 2 * x + y;
      slope[1] = 20 * y + x;
      return x * x + 10 * y * y + x * y;
    },
    2,
    50,
  );
  expect(found[0]).toBeCloseTo(3, 1);
  expect(found[1]).toBeCloseTo(-1, 1);
});

test('a temperature above 1 cools what is too sure', () => {
  const example = toy()[0]!;
  const judged = [0, 0, 1].map((label) => ({
    example: { ...example, label },
    fold: 0,
    scores: Float64Array.of(6, 0, 0),
  }));
  expect(temperatureOf(judged)).toBeGreaterThan(2);
});

test('macro F1 is the mean over classes; a class that nobody has or calls counts 0', () => {
  const calls = [0, 0, 1, 1].map((label, n) => ({
    label,
    p: n === 3 ? [1, 0, 0] : [0, 1, 2].map((k) => (k === label ? 1 : 0)),
  }));
  expect(macroF1(calls)).toBe('48.9');
});

test('the gold is read line by line, with further mentions and labels', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sentences-'));
  const lines = ['a', 'b'].map((id) => {
    const target = { 'Input.gid': id, from: 14, to: 20, polarity: 2, further_mentions: [{ from: 26, to: 30 }] };
    return JSON.stringify({
      primary_gid: id,
      sentence_normalized: 'Sailors hated Callow, the fool.',
      targets: [target],
    });
  });
  writeFileSync(join(folder, 'train.jsonl'), lines.join('\n'));
  const examples = examplesOf(folder);
  rmSync(folder, { recursive: true });
  expect(examples.map(({ label }) => label)).toEqual([0, 0]);
  expect(examples[0]!.group).toBe(examples[1]!.group);
  expect(examples[0]!.scene.mentions).toEqual([2, 5]);
});

/** A scene from a text whose target stands in brackets. */
function sceneIn(marked: string, further: readonly string[] = []): Scene {
  const { text, target } = unmarked(marked);
  const spans = further.map((word) => [text.lastIndexOf(word), text.lastIndexOf(word) + word.length] as const);
  return targetScene(tokenise(article(text)).tokens, { sentence: [0, text.length], target, further: spans })!;
}

function at(temperature: number): Parameters<typeof fileOf>[1] {
  return { temperature, linearTemperature: temperature };
}

function keysIn(marked: string, further: readonly string[] = []): readonly number[] {
  return featuresOf(sceneIn(marked, further)).keys;
}

function unmarked(marked: string): { readonly text: string; readonly target: readonly [number, number] } {
  return { text: marked.replace(/[[\]]/gu, ''), target: [marked.indexOf('['), marked.indexOf(']') - 1] };
}

function judge(marked: string, bytes: Uint8Array): ReturnType<typeof targetSentiment> {
  const { text, target } = unmarked(marked);
  const one = { sentence: [0, text.length] as const, target, further: [] };
  return targetSentiment(tokenise(article(text)).tokens, one, targetWeightsOf(bytes));
}

function call(marked: string, bytes: Uint8Array): number {
  const p = judge(marked, bytes)!;
  return p.indexOf(Math.max(...p));
}

/** A toy sentence with the span of its target. */
function spansOf(text: string): Parameters<typeof targetSentiment>[1] {
  const name = /Callow|Marsh|Harlow/u.exec(text)!;
  return { sentence: [0, text.length], target: [name.index, name.index + name[0].length], further: [] };
}

/** Sentences that only the verb tells apart. */
function toy(): readonly Example[] {
  const texts = ['Callow', 'Marsh', 'Harlow'].flatMap((name) =>
    ['harvest', 'bridge', 'school', 'ferry'].flatMap((thing) =>
      ['blamed', 'met', 'praised'].map((verb, label) => ({
        text: `Farmers ${verb} [${name}] for the ${thing}.`,
        label,
      })),
    ),
  );
  return texts.map(({ text, label }, n) => {
    const scene = sceneIn(text);
    return { text: unmarked(text).text, scene, features: featuresOf(scene), label, group: n };
  });
}
