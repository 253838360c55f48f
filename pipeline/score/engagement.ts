import type { Engagement, Reading } from '../model.ts';
import { isDenial, type UsedCue } from './cue.ts';

/**
 * What the cue tells (Martin & White 2005, engagement): how the speaker takes the content, whether the content is what is
 * denied, and how the reporter treats the speaker. Without a known cue the content is asserted and reported neutrally. A
 * negated cue denies where it rejects the content ("does not believe"); else it leaves it open ("did not say", "did not
 * deny": entertain), which is no denial.
 */
export function engagement(cue: UsedCue): Pick<Reading, 'denial' | 'engagement' | 'reporting'> {
  const denial = isDenial(cue);
  return { denial, engagement: engagementOf(cue, denial), reporting: cue.entry?.reporting ?? 'neutral' };
}

function engagementOf(cue: UsedCue, denial: boolean): Engagement {
  if (denial) return 'deny';
  return cue.negated ? 'entertain' : (cue.entry?.engagement ?? 'assert');
}
