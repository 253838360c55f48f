import { describe, expect, test } from 'vitest';
import { sourced } from '../pipeline/evaluate/sourced.ts';
import { attributed, entity, type Said } from './support/attributed.ts';

const MARSH = entity('Olga Marsh');
const BRANDT = entity('Ivo Brandt');

describe('statements as sourced statements', () => {
  test('whole sentences, in code points, with the speaker’s name', () => {
    const reading = attributed('😀 On Monday Olga Marsh said it was shut.', [
      { source: 'Olga Marsh', cue: 'said', content: 'it was shut', speaker: MARSH },
    ]);
    expect(sourced(reading)).toEqual([{ spans: [[0, 40]], speaker: 'Olga Marsh' }]);
  });

  test.each<[string, string, readonly Said[], readonly string[]]>([
    [
      'what one speaker says in a paragraph is one',
      'Marsh said it was shut. She said it would open.',
      [says('Marsh', 'it was shut'), says('She', 'it would open')],
      ['Marsh said it was shut. She said it would open.'],
    ],
    [
      'with a sentence between that names no source',
      'Marsh said it was shut. It is old. She said it would open.',
      [says('Marsh', 'it was shut'), says('She', 'it would open')],
      ['Marsh said it was shut. It is old. She said it would open.'],
    ],
    [
      'but no more than one',
      'Marsh said it was shut. It is old. It is big. She said it would open.',
      [says('Marsh', 'it was shut'), says('She', 'it would open')],
      ['Marsh said it was shut.', 'She said it would open.'],
    ],
    [
      'another paragraph is another statement',
      'Marsh said it was shut.\nShe said it would open.',
      [says('Marsh', 'it was shut'), says('She', 'it would open')],
      ['Marsh said it was shut.', 'She said it would open.'],
    ],
    [
      'a quotation over two paragraphs is two',
      'Marsh said: “It is shut.\n“It will open.”',
      [{ ...says('Marsh', ['“It is shut.', '“It will open.”']), kind: 'direct' }],
      ['Marsh said: “It is shut.', '“It will open.”'],
    ],
    [
      'a statement of two sentences',
      '“It is shut. It is old,” said Marsh.',
      [{ ...says('Marsh', '“It is shut. It is old,”'), kind: 'direct' }],
      ['“It is shut. It is old,” said Marsh.'],
    ],
    [
      'another speaker is another statement',
      'Marsh said it was shut. Brandt said it would open.',
      [says('Marsh', 'it was shut'), says('Brandt', 'it would open', BRANDT)],
      ['Marsh said it was shut.', 'Brandt said it would open.'],
    ],
    [
      'a sentence is said once',
      'Marsh said it was shut, but Brandt said it would open.',
      [says('Marsh', 'it was shut'), says('Brandt', 'it would open', BRANDT)],
      ['Marsh said it was shut, but Brandt said it would open.'],
    ],
    [
      'what stands within another is left to that one',
      'Marsh said Brandt had denied it.',
      [says('Marsh', 'Brandt had denied it'), { ...says('Brandt', 'it', BRANDT), within: 'sample#1' }],
      ['Marsh said Brandt had denied it.'],
    ],
    ['a source that says nothing', 'Marsh said no more.', [says('Marsh', [])], []],
    ['a plan is no words', 'Marsh plans to leave.', [thinks('plan', 'to leave')], []],
    [
      'an opinion only its holder can have told',
      'Marsh fears it will sink.',
      [thinks('fear', 'it will sink')],
      ['Marsh fears it will sink.'],
    ],
    [
      'what is said of a body’s mind nobody need have told',
      'Marsh fears it will sink.',
      [{ ...thinks('fear', 'it will sink'), speaker: entity('Marsh', 'institution') }],
      [],
    ],
    ['an opinion of no one', 'Marsh fears it will sink.', [{ ...thinks('fear', 'it'), speaker: null }], []],
    ['no source, no quotation', 'It is said to be shut.', [{ cue: 'said', content: 'to be shut' }], []],
    ['a quotation alone', '“It is shut.”', [{ kind: 'direct', content: '“It is shut.”' }], ['“It is shut.”']],
    ['what the reporter asks', 'We asked who had left.', [{ source: 'We', content: 'who had left' }], []],
    [
      'what tells which ones are meant',
      'Rain fell on tenants who argued.',
      [{ source: 'who', content: 'argued', speaker: entity('tenants', 'group') }],
      [],
    ],
    [
      'a clause about someone',
      'It rained on Marsh, who said it was shut.',
      [says('who', 'it was shut')],
      ['It rained on Marsh, who said it was shut.'],
    ],
    [
      'what a thing shows is the reporter’s conclusion',
      'The move signals a change.',
      [{ source: 'The move', cueLemma: 'signal', content: 'a change', speaker: entity('the move', 'unknown') }],
      [],
    ],
  ])('%s', (_trap, text, said, expected) => {
    const passages = sourced(attributed(text, said)).map(({ spans }) => spans.map((span) => text.slice(...span)));
    expect(passages).toEqual(expected.map((passage) => [passage]));
  });

  test.each<[string, string]>([
    ['an Ellory Trust spokesman', 'Ellory Trust'],
    ['Ellory Trust officials', 'Ellory Trust'],
    ['the Ellory Trust’s lawyers', 'Ellory Trust'],
    ['unnamed officials', 'unnamed officials'],
    ['city officials', 'city officials'],
    ['Olga Marsh', 'Olga Marsh'],
  ])('in whose name: %s', (name, expected) => {
    const speaker = entity(name, 'group');
    const reading = attributed('They said it was shut.', [{ source: 'They', cue: 'said', content: 'it', speaker }]);
    expect(sourced(reading)[0]?.speaker).toBe(expected);
  });

  test('a document is called by its own name', () => {
    const speaker = entity('Letters of Ellory Trust officials', 'document');
    const reading = attributed('They said it was shut.', [{ source: 'They', cue: 'said', content: 'it', speaker }]);
    expect(sourced(reading)[0]?.speaker).toBe('Letters of Ellory Trust officials');
  });
});

function says(source: string, content: string | readonly string[], speaker = MARSH): Said {
  return { source, content, speaker, cueLemma: 'say' };
}

function thinks(cueLemma: string, content: string): Said {
  return { kind: 'attitude', source: 'Marsh', cueLemma, content, speaker: MARSH };
}
