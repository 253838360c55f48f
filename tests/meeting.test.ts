import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meet } from '../pipeline/read/codebooks.ts';
import { meetingPlaces } from '../pipeline/read/meeting.ts';

test('of many patterns those are found that each with each would find', () => {
  const word = fc.stringMatching(/^[aAb]{1,2}\*?$/u);
  const pattern = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(pattern), pattern, (patterns, asked) => {
      const each = patterns.flatMap((one, place) => (meet(asked, one) ? [place] : []));
      expect(meetingPlaces(patterns)(asked)).toEqual(each);
    }),
  );
});
