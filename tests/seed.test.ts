import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attribute } from '../pipeline/attribute/attribute.ts';
import type { Statement } from '../pipeline/model.ts';
import { readStudy } from '../pipeline/read/inputs.ts';
import { score } from '../pipeline/score/score.ts';
import { codePoints } from '../pipeline/text/code-points.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';

interface Expected {
  readonly id: number;
  readonly kind: string;
  readonly source: readonly [number, number][];
  readonly cue: readonly [number, number][];
  readonly content: readonly [number, number][];
  readonly speaker: string;
  readonly relay: readonly string[];
  readonly within?: number;
  readonly denial?: boolean;
}

const { articles, registry, lexicons, study, attributionWeights, stanceWeights } = await readStudy('seeds/study.yaml');
const attributed = attribute(tokenise(articles[0]!), registry, lexicons, study.groups, attributionWeights.bytes);
const { text, statements, readings } = score(attributed, registry, lexicons, study, stanceWeights.bytes);
const { statements: expected } = JSON.parse(
  readFileSync(new URL('cases/putin-in-minsk/expected.json', import.meta.url), 'utf8'),
) as { statements: readonly Expected[] };

describe('the article that Parallax was made for', () => {
  test.each(expected.map((entry) => [`${entry.id}: ${entry.speaker}`, entry] as const))(
    'statement %s',
    (_name, entry) => {
      const statement = statements.find(({ cue }) => sameSpans(cue, entry.cue));
      expect({
        kind: statement?.kind,
        source: inPoints(statement?.source),
        speaker: statement?.speaker?.name,
        relay: statement?.relay.map(({ name }) => name),
        within: statement?.within ?? null,
      }).toEqual({
        kind: entry.kind,
        source: entry.source,
        speaker: entry.speaker,
        relay: entry.relay,
        within: entry.within === undefined ? null : `putin-in-minsk#${entry.within}`,
      });
      expect(overlap(inPoints(statement?.content), entry.content)).toBeGreaterThanOrEqual(0.8);
    },
  );

  test('there are at most two statements besides', () => {
    expect(statements.length - expected.length).toBeLessThanOrEqual(2);
  });

  test.each([
    ['Russian media', 'russian'],
    ['TASS', 'russian'],
    ['the Kremlin', 'russian'],
    ['BBC', 'western'],
    ['Yevhen Yenin', 'western'],
    ['the Belarusian side', null],
  ])('%s reaches the reader on the side: %s', (speaker, group) => {
    const origins = statements.filter((statement) => statement.speaker?.name === speaker).map(({ origin }) => origin);
    expect(new Set(origins)).toEqual(new Set([group]));
  });

  test('no one is given a stance but Lukashenko and Putin, for ties, and Lukashenko, against the West and its sanctions', () => {
    const calls = statements.flatMap(({ speaker }, i) =>
      readings[i]!.stances.filter(({ call }) => call !== 'no call').map(({ call, target }) =>
        [speaker?.name, call, target.name].join(' '),
      ),
    );
    expect(calls).toEqual([
      'Alexander Lukashenko opposes the West',
      'Alexander Lukashenko supports Belarusian-Russian integration',
      'Alexander Lukashenko supports Belarusian-Russian integration',
      'Alexander Lukashenko opposes sanctions',
      'Vladimir Putin supports Belarusian-Russian integration',
      'Vladimir Putin supports Belarus',
    ]);
  });

  test.each([
    ['TASS', 'Belarusian-Russian integration'],
    ['the Kremlin', 'the war in Ukraine'],
    ['BBC', 'Russia'],
    ['unnamed media', 'the war in Ukraine'],
  ])('%s names %s and gets no call', (name, target) => {
    const calls = statements.flatMap(({ speaker }, i) =>
      speaker?.name === name ? readings[i]!.stances.filter((stance) => stance.target.name === target) : [],
    );
    expect(new Set(calls.map(({ call }) => call))).toEqual(new Set(['no call']));
  });

  test('the Belarusian side is neither for nor against anything', () => {
    const i = statements.findIndex(({ speaker }) => speaker?.name === 'the Belarusian side');
    expect(readings[i]?.stances).toEqual([]);
  });

  test('the Kremlin denies the claim of pressure, and accuses nobody', () => {
    const i = statements.findIndex(({ cueLemma }) => cueLemma === 'reject');
    const { denial, denied, engagement, speechAct, alignment, reporting } = readings[i]!;
    expect({ denial, engagement, speechAct, alignment, reporting }).toEqual({
      denial: true,
      engagement: 'deny',
      speechAct: 'assert',
      alignment: { side: 'disagrees', with: null },
      reporting: 'neutral',
    });
    expect(denied.map((span) => text.slice(...span))).toEqual([
      'the Russian president is pressuring Belarus into a more active role in the war against Ukraine',
    ]);
    expect(readings.filter((reading) => reading.denial)).toHaveLength(1);
    expect(new Set(readings.map((reading) => reading.speechAct))).toEqual(new Set(['assert']));
  });

  test('Putin and Lukashenko are one speaker each, under one name', () => {
    const ids = statements.flatMap(({ speaker }) => (speaker?.type === 'person' ? [speaker.id] : []));
    expect(new Set(ids)).toEqual(new Set(['alexander-lukashenko', 'vladimir-putin', 'yevhen-yenin']));
  });
});

function inPoints(spans: Statement['content'] | undefined): Statement['content'] {
  return (spans ?? []).map(codePoints(text));
}

function sameSpans(spans: Statement['cue'], wanted: Expected['cue']): boolean {
  return JSON.stringify(inPoints(spans)) === JSON.stringify(wanted);
}

/** Jaccard overlap in code points. */
function overlap(a: Statement['content'], b: Statement['content']): number {
  const points = (spans: Statement['content']): Set<number> =>
    new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)));
  const [left, right] = [points(a), points(b)];
  const shared = [...left].filter((point) => right.has(point)).length;
  return shared / (left.size + right.size - shared);
}
