import { describe, expect, test } from 'vitest';
import { link, type Linked } from '../pipeline/attribute/sequence/link.ts';
import type { Role } from '../pipeline/attribute/sequence/labels.ts';
import type { Segment } from '../pipeline/attribute/sequence/segments.ts';

/**
 * Segments are written S (source), C (cue) and T (content) with their tokens; `+1` for one that ends a line later. A stroke
 * starts a line, ¶ a paragraph. What is linked reads source, cue, content.
 */
describe('the source of a cue', () => {
  test.each([
    ['the nearest of two before it', 'S0-2 S4-6 C7-8', 'S4-6 C7-8'],
    ['the one before it rather than a nearer one after', 'S0-1 C4-5 S6-7', 'S0-1 C4-5'],
    ['the one right after it rather than one far before', 'S0-1 C20-21 S21-22', 'C20-21 S21-22'],
    ['none of another line', 'S0-2 / C3-4', 'C3-4'],
    ['none that is too far', 'S0-2 C90-91', 'C90-91'],
    ['one that no other cue has, where both are near', 'S9-10 S10-11 C11-12 C13-14', 'S9-10 C13-14 | S10-11 C11-12'],
    ['one for two cues, where there is no other', 'S0-1 C1-2 C5-6', 'S0-1 C1-2 | S0-1 C5-6'],
    ['none beyond another cue, where one stands after', 'S0-1 S2-3 C3-4 C8-9 S9-10', 'S2-3 C3-4 | C8-9 S9-10'],
  ])('%s', (_trap, segments, expected) => {
    expect(linked(segments)).toBe(expected);
  });
});

describe('the content of a cue', () => {
  test.each([
    ['in two parts around it', 'T0-4 S4-5 C5-6 T7-9', 'T0-4 S4-5 C5-6 T7-9'],
    ['in two parts, the second in the next line', 'T0-4 S4-5 C5-6 / T7-9', 'T0-4 S4-5 C5-6 T7-9'],
    [
      'not that of the cue in the next line',
      'S0-1 C1-2 T2-6 / T7-9 S9-10 C10-11',
      'S0-1 C1-2 T2-6 | T7-9 S9-10 C10-11',
    ],
    ['beside its source, though far from the cue', 'S0-1 C1-2 T6-9 S9-10 C20-21', 'S0-1 C1-2 | T6-9 S9-10 C20-21'],
    ['that ends in the line of its cue', 'C0-1 / T2-9+1 / C14-15', 'C0-1 | T2-9 C14-15'],
    [
      'a second part after it only if no other cue is as near',
      'T0-4 C4-5 / T6-10 / C12-13',
      'T0-4 C4-5 | T6-10 C12-13',
    ],
    ['none', 'S0-1 C1-2', 'S0-1 C1-2'],
    ['none where the next paragraph has a cue', 'S0-1 C1-2 ¶ T3-6 C7-8', 'S0-1 C1-2 | T3-6 C7-8'],
  ])('%s', (_trap, segments, expected) => {
    expect(linked(segments)).toBe(expected);
  });
});

describe('content in a paragraph without cue', () => {
  test.each([
    ['is announced by the paragraph before', 'S0-1 C1-2 ¶ T3-9', 'S0-1 C1-2 T3-9'],
    ['goes on with what the paragraph before ended with', 'S0-1 C1-2 T2-4 ¶ T5-9', 'S0-1 C1-2 T2-4 T5-9'],
    ['goes on and on', 'S0-1 C1-2 ¶ T3-9 ¶ T9-12 ¶ T12-15', 'S0-1 C1-2 T3-9 T9-12 T12-15'],
    [
      'goes on with the last of two cues',
      'S0-1 C1-2 T2-4 / S4-5 C5-6 T6-8 ¶ T9-12',
      'S0-1 C1-2 T2-4 | S4-5 C5-6 T6-8 T9-12',
    ],
    ['stands alone after a paragraph with nothing', 'S0-1 C1-2 T2-4 ¶ ¶ T5-9', 'S0-1 C1-2 T2-4 | T5-9'],
    ['stands alone before the first cue', 'T0-4 ¶ S5-6 C6-7 T7-9', 'T0-4 | S5-6 C6-7 T7-9'],
    ['stands alone, each by itself', 'T0-4 / T5-8', 'T0-4 | T5-8'],
  ])('%s', (_trap, segments, expected) => {
    expect(linked(segments)).toBe(expected);
  });
});

test.each([
  ['nothing', ''],
  ['a source that nothing is said by', 'S0-1 ¶ S2-3'],
])('%s is no attribution', (_trap, segments) => {
  expect(link(segmentsOf(segments))).toEqual([]);
});

test.each([
  ['one line', ' '],
  ['lines of one paragraph', ' / '],
  ['paragraphs', ' ¶ '],
])('many attributions in %s stay apart', (_trap, between) => {
  const one = (n: number): string =>
    `S${10 * n}-${10 * n + 1} C${10 * n + 1}-${10 * n + 2} T${10 * n + 2}-${10 * n + 8}`;
  const all = Array.from({ length: 60 }, (_, n) => one(n));
  expect(linked(all.join(between))).toBe(all.join(' | '));
});

test('after many cues in one paragraph, the next goes on with the last', () => {
  const cues = Array.from({ length: 40 }, (_, n) => `C${2 * n}-${2 * n + 1}`);
  expect(linked(`${cues.join(' ')} ¶ T90-95`)).toBe([...cues.slice(0, -1), `${cues.at(-1)!} T90-95`].join(' | '));
});

function linked(segments: string): string {
  return link(segmentsOf(segments)).map(named).join(' | ');
}

/** The segments of an attribution, in the order of the text; contents as `link` orders them. */
function named({ source, cue, content }: Linked): string {
  expect(content.map(({ first }) => first)).toEqual(content.map(({ first }) => first).toSorted((a, b) => a - b));
  return [source, cue, ...content]
    .filter((segment) => segment !== null)
    .toSorted((a, b) => a.first - b.first)
    .map(({ role, first, end }) => `${LETTERS[role]}${first}-${end}`)
    .join(' ');
}

const LETTERS: Readonly<Record<Role, string>> = { source: 'S', cue: 'C', content: 'T' };
const ROLES: Readonly<Record<string, Role>> = { S: 'source', C: 'cue', T: 'content' };

function segmentsOf(written: string): readonly Segment[] {
  let [line, paragraph] = [0, 0];
  return written.split(' ').flatMap((word) => {
    if (word === '/' || word === '¶') line++;
    if (word === '¶') paragraph++;
    const parts = /^(?<role>[SCT])(?<first>\d+)-(?<end>\d+)(?<more>\+1)?$/u.exec(word)?.groups;
    if (parts === undefined) return [];
    const lastLine = line + (parts['more'] === undefined ? 0 : 1);
    const [first, end] = [Number(parts['first']), Number(parts['end'])];
    return [{ role: ROLES[parts['role']!]!, first, end, line, lastLine, paragraph, probability: 1 }];
  });
}
