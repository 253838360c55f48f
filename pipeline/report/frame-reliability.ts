import type { FrameReliability } from '../model.ts';

/** The command that prints these figures, and where they are told at length. */
export const FRAME_RELIABILITY_COMMAND = 'npm run train -- frames-figures';

/** How well the model tells each frame on articles that it was not trained on. A test compares it with the weights. */
export const FRAME_RELIABILITY: readonly FrameReliability[] = [
  {
    frame: 'conflict',
    articles: 343,
    present: 216,
    macroF1: 0.738,
    accuracy: 0.758,
    human: { macroF1: 0.712, agreement: 0.769, alpha: 0.438 },
  },
  {
    frame: 'economic',
    articles: 343,
    present: 105,
    macroF1: 0.777,
    accuracy: 0.805,
    human: { macroF1: 0.794, agreement: 0.807, alpha: 0.58 },
  },
  {
    frame: 'human-interest',
    articles: 343,
    present: 41,
    macroF1: 0.722,
    accuracy: 0.875,
    human: { macroF1: 0.687, agreement: 0.769, alpha: 0.335 },
  },
  {
    frame: 'moral',
    articles: 343,
    present: 39,
    macroF1: 0.782,
    accuracy: 0.904,
    human: { macroF1: 0.746, agreement: 0.861, alpha: 0.545 },
  },
  {
    frame: 'resolution',
    articles: 343,
    present: 160,
    macroF1: 0.66,
    accuracy: 0.661,
    human: { macroF1: 0.707, agreement: 0.709, alpha: 0.427 },
  },
];
