import { ROLES, type PerRole } from '../gold.ts';
import type { AttributionMeasures, AttributionScores } from './attributions.ts';
import type { Classification } from './classification.ts';
import { columns } from './columns.ts';
import type { Rates } from './rates.ts';
import type { StanceScores } from './stances.ts';
import type { StatementScores } from './statements.ts';
import type { TargetScores } from './targets.ts';

const HEAD = ['precision', 'recall', 'F1', 'agree', 'predicted', 'gold'];

/** Scores of attributions as lines for people. Shares are in per cent. */
export function attributionLines(scores: AttributionScores): readonly string[] {
  const { articles, annotationFiles, articlesWithoutPrediction: without } = scores;
  return [
    `Articles: ${articles} · annotation files: ${annotationFiles} · of them without prediction: ${without}`,
    ...measureLines('every annotation file', scores.allFiles),
    ...measureLines('first annotator only', scores.firstAnnotatorOnly),
  ];
}

/** Scores of sourced statements as lines for people. Shares are in per cent. */
export function statementLines(scores: StatementScores): readonly string[] {
  const { pronounOrNoMention: hard } = scores;
  return [
    ...columns([
      ['sourced statements', ...HEAD],
      rateRow('words covered', scores.wordsCovered),
      rateRow('statements', scores.statements),
      rateRow('statements with the right name', scores.statementsWithName),
    ]),
    '',
    ...columns([
      ['right names among the found', share(scores.nameAccuracyAmongFound)],
      [
        `  where only a pronoun or nothing names (${hard.found} of ${hard.gold} found)`,
        share(hard.nameAccuracyAmongFound),
      ],
      ['unknown speakers among found quotations', share(scores.unknownSpeakerAmongFoundQuotes)],
    ]),
  ];
}

/** Scores of the sentiment toward targets as lines for people. Shares are in per cent. */
export function targetLines(scores: TargetScores): readonly string[] {
  const { targets, withoutPrediction, polarAt70: polar } = scores;
  return [
    `Targets: ${targets} · of them without prediction: ${withoutPrediction}`,
    '',
    ...columns([
      ['sentiment toward targets', ...CLASSES],
      classRow('all', scores.all),
      classRow('the most confident 80 %', scores.top80),
      classRow('the most confident 60 %', scores.top60),
      classRow('the most confident 50 %', scores.top50),
    ]),
    '',
    ...columns([
      ['negative or positive with p ≥ .7', 'precision', 'wrong sign', 'recall', 'calls'],
      ['', share(polar.precision), share(polar.wrongSign), share(polar.recall), `${polar.calls}`],
    ]),
  ];
}

/** Scores of who is for or against whom as lines for people. Shares are in per cent. */
export function stanceLines({ polarityGivenPair, endToEnd }: StanceScores): readonly string[] {
  const given = polarityGivenPair === null ? [] : [classRow('all', polarityGivenPair)];
  return [
    ...columns([['polarity, the pair given', ...CLASSES], ...given]),
    '',
    ...columns([
      ['from the sentences alone', ...HEAD],
      rateRow('source, polarity and target', endToEnd.triplets),
      rateRow('source and target', endToEnd.pairs),
    ]),
    '',
    ...columns([['wrong sign among the found pairs', share(endToEnd.wrongSignShare)]]),
  ];
}

const CLASSES = ['macro F1', 'accuracy', 'mean recall', 'n'];

function classRow(title: string, { macroF1, accuracy, meanRecall, n }: Classification): readonly string[] {
  return [title, share(macroF1), share(accuracy), share(meanRecall), `${n}`];
}

function measureLines(title: string, measures: AttributionMeasures): readonly string[] {
  const { segments, tokens, relations } = measures;
  return [
    '',
    ...columns([
      [title, ...HEAD],
      ...roleRows('segments, exact', segments.exact),
      ...roleRows('segments, begin', segments.begin),
      ...roleRows('tokens', tokens),
      rateRow('relations, exact', relations.exact),
      rateRow('relations, all roles overlap', relations.allRolesOverlap),
      rateRow('relations, source and half the content', relations.sourceAndContentHalf),
    ]),
    '',
    ...overlapLines(measures),
    '',
    ...recoveryLines(measures),
  ];
}

function overlapLines({ segments: { jaccard } }: AttributionMeasures): readonly string[] {
  return columns([
    ['', ...ROLES],
    ['segments, mean overlap', ...ROLES.map((role) => share(jaccard[role]))],
  ]);
}

function recoveryLines({ byType }: AttributionMeasures): readonly string[] {
  const rows = Object.entries(byType).map(([kind, { share: recall, recovered, gold }]) => {
    return [kind, share(recall), `${recovered}`, `${gold}`];
  });
  return columns([['recovered by kind', 'share', 'recovered', 'gold'], ...rows]);
}

function roleRows(title: string, per: PerRole<Rates>): readonly (readonly string[])[] {
  return ROLES.map((role) => rateRow(`${title}: ${role}`, per[role]));
}

function rateRow(title: string, { p, r, f1, tp, predicted, gold }: Rates): readonly string[] {
  return [title, share(p), share(r), share(f1), `${tp}`, `${predicted}`, `${gold}`];
}

function share(value: number): string {
  return value.toFixed(1);
}
