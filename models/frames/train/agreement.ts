import { classification } from '../../../pipeline/evaluate/classification.ts';
import type { FrameName, FrameReliability } from '../../../pipeline/model.ts';
import { FRAMES } from '../../../pipeline/score/frames/weights.ts';
import { nominalAlpha } from '../../../pipeline/stats/alpha.ts';
import type { Example } from './corpus.ts';
import { answersTo, decisionOf, questionsOf } from './questions.ts';

/** How far annotators agree with each other, 0 … 1: the ceiling of any model. */
export type Agreement = FrameReliability['human'];

/** Agreement on whether an article has the frame, each annotator's decision by the frame's rule from their own answers. */
export function agreementOn(examples: readonly Example[], frame: FrameName): Agreement {
  return agreementOf(examples.map((example) => decisionsOn(example, frame)));
}

/** Prints agreement on each question and each frame, and how many articles at least two annotators read. */
export function printAgreement(examples: readonly Example[], say: (line: string) => void): void {
  for (const frame of FRAMES) {
    for (const question of questionsOf(frame))
      say(
        line(
          question,
          examples.map(({ answers }) => answersTo(answers, question)),
        ),
      );
    say(
      line(
        frame,
        examples.map((example) => decisionsOn(example, frame)),
      ),
    );
  }
  for (const [role, question] of Object.entries(ROLE_QUESTIONS))
    say(
      line(
        `${role} (${question})`,
        examples.map(({ answers }) => answersTo(answers, question)),
      ),
    );
}

/** The questions whether anybody plays a part. */
const ROLE_QUESTIONS = { hero: 're6', villain: 're7', victim: 'hi3' } as const;

function decisionsOn({ answers }: Example, frame: FrameName): readonly string[] {
  const questions = questionsOf(frame);
  const annotators = answers[questions[0]!]?.[1].length ?? 0;
  return Array.from({ length: annotators }, (_, who) => who)
    .filter((who) => questions.every((question) => answers[question]?.[1][who] !== -1))
    .map((who) => (decisionOf(frame, (question) => answers[question]?.[1][who] === 'yes') ? 'yes' : 'no'));
}

function agreementOf(units: readonly (readonly string[])[]): Agreement {
  const pairs = units.flatMap((values) =>
    values.flatMap((gold, i) => values.flatMap((label, j) => (i === j ? [] : [{ gold, label }]))),
  );
  return {
    macroF1: classification(pairs, ['yes', 'no']).macroF1 / 100,
    agreement: pairs.filter(({ gold, label }) => gold === label).length / pairs.length,
    alpha: nominalAlpha(units) ?? 0,
  };
}

function line(name: string, units: readonly (readonly string[])[]): string {
  const { macroF1, agreement, alpha } = agreementOf(units);
  const paired = units.filter((values) => values.length > 1).length;
  const rates = `pairs agree ${(100 * agreement).toFixed(1)} %, macro F1 of one by another ${(100 * macroF1).toFixed(1)}`;
  return `${name}: ${paired} articles, alpha ${alpha.toFixed(2)}, ${rates}`;
}
