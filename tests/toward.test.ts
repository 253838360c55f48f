import { describe, expect, test } from 'vitest';
import { randomOf } from '../models/attribution/train/random.ts';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { Run } from '../pipeline/text/runs.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { COEFFICIENTS } from '../pipeline/score/coefficients.ts';
import type { UsedCue } from '../pipeline/score/cue.ts';
import type { Name } from '../pipeline/score/grammar.ts';
import { canTakeSide, oddsOf, SIGNALS, signalsOf } from '../pipeline/score/odds.ts';
import { score } from '../pipeline/score/score.ts';
import { sentencesNaming, sentimentToward, type Range } from '../pipeline/score/toward.ts';
import { targetSentiment, type Sentiment } from '../pipeline/score/target/target-sentiment.ts';
import { targetWeightsOf } from '../pipeline/score/target/weights.ts';
import type { Target } from '../pipeline/score/targets.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

const { registry, lexicons, attributionWeights, stanceWeights } = readOwnSeeds();
const sentiments = targetWeightsOf(stanceWeights.bytes);
const always = (): boolean => true;

describe('the words that are read toward a target', () => {
  test.each([
    ['a cue right before them, but not who speaks', 'Marsh accused [Brek] of theft.', 2, ['accused Brek of theft']],
    ['no cue that marks do not lead from', 'Marsh said on Monday that [Brek] lied.', 5, ['Brek lied']],
    ['a cue and a colon', 'Marsh said: [Brek] lied.', 3, ['said: Brek lied']],
    [
      'each sentence that names it, once',
      'Marsh said [Brek] met [Brek]. It rained. [Brek] fell.',
      2,
      ['said Brek met Brek.', 'Brek fell'],
    ],
  ])('%s', (_trap, marked, from, expected) => {
    const { tokens, target, text } = marks(marked);
    const found = sentencesNaming(tokens, saidAt([1, 2]), [[from, tokens.length - 1]], target);
    expect(found.map(([first, end]) => text.slice(tokens.starts[first], tokens.ends[end - 1]))).toEqual(expected);
  });

  test('of a sentence without end sixty tokens to either side of a mention', () => {
    const filler = 'and it rained '.repeat(100);
    const { tokens, target } = marks(`${filler}[Brek] fell ${filler}`);
    const place = target.mentions[0]!.first;
    const found = sentencesNaming(tokens, saidAt(null), [[0, tokens.length]], target);
    expect(found).toEqual([[place - 60, place + 61]]);
  });

  test('a mention outside the own words is not read', () => {
    const { tokens, target } = marks('[Brek] said that it rained.');
    expect(sentencesNaming(tokens, saidAt(null), [[3, 5]], target)).toEqual([]);
    expect(sentimentToward(tokens, [], target, sentiments, always)).toBeNull();
  });

  test('the sentiment is the mean over the sentences', () => {
    const { tokens, target, text } = marks('[Brek] is a thief. They all thanked [Brek] warmly.');
    const sentences = sentencesNaming(tokens, saidAt(null), [[0, tokens.length]], target);
    const both = sentimentToward(tokens, sentences, target, sentiments, always)!;
    const [a, b] = target.mentions.map(({ span }, n) => {
      const sentence = [tokens.starts[sentences[n]![0]]!, tokens.ends[sentences[n]![1] - 1]!] as const;
      return targetSentiment(tokens, { sentence, target: span, further: [] }, sentiments)!;
    });
    expect(both[0] / both[2]).toBeCloseTo(Math.sqrt((a![0] * b![0]) / (a![2] * b![2])), 9);
    expect(text).toContain('thanked');
    expect(both.reduce((x, y) => x + y)).toBeCloseTo(1, 12);
  });
});

describe('the network is asked only where it can matter', () => {
  const { tokens, target } = marks('[Brek] is a thief.');
  const sentences = sentencesNaming(tokens, saidAt(null), [[0, tokens.length]], target);
  const toward = (matters: (range: Range) => boolean): Sentiment =>
    sentimentToward(tokens, sentences, target, sentiments, matters)!;

  test('else the linear model tells alone', () => {
    const alone = sentimentToward(tokens, sentences, target, { ...sentiments, network: null }, always);
    expect(toward(() => false)).toEqual(alone);
    expect(toward(always)).not.toEqual(alone);
  });

  test('what both tell lies within the range that was named', () => {
    let range: Range | null = null;
    const [negative, neutral, positive] = toward((named) => {
      range = named;
      return true;
    });
    [negative, positive].forEach((p, k) => {
      expect(Math.log(p / neutral)).toBeGreaterThanOrEqual(range!.least[k]!);
      expect(Math.log(p / neutral)).toBeLessThanOrEqual(range!.most[k]!);
    });
  });

  test('no side that any sentiment of a range takes is missed', () => {
    const random = randomOf(3);
    const number = (): number => 6 * random() - 3;
    const taken = Array.from({ length: 400 }, () => {
      const signals = [1, 0, 0, ...Array.from({ length: SIGNALS - 3 }, () => Math.round(random()))];
      const least = [number(), number()] as const;
      const most = [least[0] + 2, least[1] + 2] as const;
      const inside = least.map((low) => low + 2 * random());
      const odds = oddsOf([1, ...inside, ...signals.slice(3)], COEFFICIENTS);
      const takesSide = Math.max(odds[0], odds[2]) >= 0.7;
      return { takesSide, open: canTakeSide(signals, { least, most }, COEFFICIENTS, 0.7) };
    });
    expect(taken.filter(({ takesSide, open }) => takesSide && !open)).toEqual([]);
    expect(taken.filter(({ takesSide }) => takesSide).length).toBeGreaterThan(20);
    expect(taken.filter(({ open }) => !open).length).toBeGreaterThan(20);
  });
});

describe('signals', () => {
  const { tokens, target } = marks('Marsh praised [Brek] again.');
  const known = { own: [[2, 4]] as Run[], target, held: [[2, 4]] as Run[], quoteDepth: tokens.quoteDepth };
  const sentiment = [0.2, 0.4, 0.4] as const;

  test('a favourable cue with the target right behind it', () => {
    const signals = signalsOf({ ...known, cue: { ...saidAt([1, 2]), entry: cue('praise') } }, sentiment);
    expect(signals.map((value) => Math.round(100 * value) / 100)).toEqual([1, -0.69, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });

  test('an adverse cue elsewhere, in what is not held true', () => {
    const used = { ...saidAt(null), entry: cue('condemn') };
    expect(signalsOf({ ...known, held: [], cue: used }, sentiment).slice(3)).toEqual([0, 0, 1, 0, 0, 1, 0, 0]);
  });

  test('there is a coefficient for each, and odds add up to 1', () => {
    expect(COEFFICIENTS.map((row) => row.length)).toEqual([SIGNALS, SIGNALS, SIGNALS]);
    const odds = oddsOf(
      Array.from({ length: SIGNALS }, () => 900),
      COEFFICIENTS,
    );
    expect(odds.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
});

describe('a stance that only the model can tell', () => {
  test.each([
    ['an adverse cue', 'Ada Finch complained of brutal Russian troops and their shameful lies.', 'opposes'],
    ['the words behind it', 'Ada Finch feared the brutal Russian thieves, a shameful disgrace.', 'opposes'],
    ['nothing is told', '“Russia is a country in the east,” said Ada Finch.', 'no call'],
  ])('%s', (_trap, text, expected) => {
    const attributed = attribute(tokenise(article(text)), registry, lexicons, [], attributionWeights.bytes);
    const study = { stanceThreshold: 0.5, targets: [] };
    const { stances } = score(attributed, registry, lexicons, study, stanceWeights.bytes).readings[0]!;
    expect(stances.map(({ target, call }) => `${target.name}: ${call}`)).toEqual([`Russia: ${expected}`]);
    if (expected !== 'no call') expect(stances[0]!.evidence.length).toBe(2);
  });
});

/** A text with the mentions of a target in square brackets. */
function marks(marked: string): { tokens: ReturnType<typeof tokenise>['tokens']; target: Target; text: string } {
  const text = marked.replaceAll(/[[\]]/gu, '');
  const { tokens } = tokenise(article(text));
  const entity = { id: 'brek', name: 'Brek', type: 'person', country: null } as const;
  const mentions = tokens.norms.flatMap((norm, i): Name[] => {
    if (norm !== 'brek') return [];
    const span = [tokens.starts[i]!, tokens.ends[i]!] as const;
    return [{ first: i, end: i + 1, span, value: { entity, naming: 'name', p: 1 } }];
  });
  return { tokens, target: { entity, mentions }, text };
}

function saidAt(run: Run | null): UsedCue {
  return { entry: null, negated: false, run };
}

function cue(lemma: string): UsedCue['entry'] {
  return lexicons.cues.find((one) => one.lemma === lemma)!;
}
