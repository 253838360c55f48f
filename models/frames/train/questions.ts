import type { FrameName } from '../../../pipeline/model.ts';

/** What annotators answered to each question: the majority's answer, then each annotator's; −1 for those who did not read the article. */
export type Answers = Readonly<Record<string, readonly [majority: string, each: readonly (string | -1)[]]>>;

/** The questions behind each frame by their names in `full_annotations.json`, and how many must be answered “yes”. */
const RULES: Readonly<Record<FrameName, { readonly questions: readonly string[]; readonly least: number }>> = {
  conflict: { questions: ['co1', 'co2', 'co3'], least: 2 },
  economic: { questions: ['ec1', 'ec2', 'ec3'], least: 2 },
  'human-interest': { questions: ['hi1', 'hi2', 'hi5'], least: 2 },
  moral: { questions: ['mo1', 'mo2'], least: 1 },
  resolution: { questions: ['re2', 're6'], least: 2 },
};

/** The questions of a frame. */
export function questionsOf(frame: FrameName): readonly string[] {
  return RULES[frame].questions;
}

/** Whether an article has a frame, by whether each question is answered “yes”. With the majority's answers: the published label. */
export function decisionOf(frame: FrameName, isYes: (question: string) => boolean): boolean {
  const { questions, least } = RULES[frame];
  return questions.filter(isYes).length >= least;
}

/** The share of “yes” among the answers to a question: one number, or none where nobody answered. */
export function sharesOf(answers: Answers, question: string): readonly number[] {
  const given = answersTo(answers, question);
  return given.length === 0 ? [] : [given.filter((answer) => answer === 'yes').length / given.length];
}

/** The answers that were given to a question, by annotator. */
export function answersTo(answers: Answers, question: string): readonly string[] {
  return (answers[question]?.[1] ?? []).filter((answer) => answer !== -1);
}
