import type { Words } from './english.ts';
import { russianAgain, russianFiles } from './russian-again.ts';
import { russianClaims } from './russian-claims.ts';
import { russianContrasts } from './russian-contrasts.ts';
import { russianAlerts } from './russian-alerts.ts';
import { russianChanges } from './russian-changes.ts';
import { russianFigures } from './russian-figures.ts';
import { russianFront } from './russian-front.ts';
import { russianGroups } from './russian-groups.ts';
import { russianLedger } from './russian-ledger.ts';
import { russianLimits, russianMethods } from './russian-methods.ts';
import { russianNames, russianParts } from './russian-names.ts';
import { russianNumbers } from './russian-numbers.ts';
import { russianPage } from './russian-page.ts';
import { russianPdf } from './russian-pdf.ts';
import { russianPrint } from './russian-print.ts';
import { russianRobustness } from './russian-robustness.ts';
import { russianSpeakers } from './russian-speakers.ts';
import { russianStatements } from './russian-statements.ts';
import { russianCorpus, russianSummary, russianWarnings } from './russian-summary.ts';
import { russianVoices } from './russian-voices.ts';

/** Every word that the report says of its own, in Russian. Names from the data stand in it uninflected. */
export const russian: Words = {
  language: 'ru-RU',
  program: 'Parallax',
  numbers: russianNumbers,
  claims: russianClaims,
  ...russianNames,
  ...russianParts,
  sections: {
    summary: 'Сводка',
    differs: 'Чем различаются группы',
    changes: 'Что изменилось после предыдущего прогона',
    warnings: 'Аномалии входных данных и отложенные статьи',
    corpus: 'Корпус',
    voices: 'Кто говорит и через кого',
    speakers: 'Что говорит каждый и какую занимает позицию',
    groups: 'Группы рядом',
    contrasts: 'Сопоставления групп, одно за другим',
    keywords: 'Слова, отличающие группу, и их окружение',
    robust: 'Насколько устойчивы сопоставления',
    claiming: 'Что этот отчёт вправе утверждать',
    methods: 'Как это сделано и чего отсюда узнать нельзя',
    glossary: 'Термины этого отчёта',
    again: 'Как повторить прогон',
    statements: 'Все высказывания',
    evidence: 'Места, на которых основаны числа',
    ledger: 'Реестр утверждений',
  },
  changes: russianChanges,
  print: russianPrint,
  front: russianFront,
  alerts: russianAlerts,
  figures: russianFigures,
  ledger: russianLedger,
  appendix: (letter) => `Приложение ${letter}`,
  contents: 'Содержание',
  figuresAndTables: 'Рисунки и таблицы',
  skip: 'Перейти к сводке',
  scrollHint: 'прокручивается вбок',
  madeWith: (version, run) => `Составлено программой Parallax ${version} · прогон ${run}`,
  summary: russianSummary,
  warnings: russianWarnings,
  corpus: russianCorpus,
  voices: russianVoices,
  speakers: russianSpeakers,
  groups: russianGroups,
  contrasts: russianContrasts,
  robustness: russianRobustness,
  methods: russianMethods,
  limitsTitle: 'Чего отсюда узнать нельзя',
  limits: russianLimits,
  referencesTitle: 'Литература',
  again: russianAgain,
  files: russianFiles,
  page: russianPage,
  pdf: russianPdf,
  ...russianStatements,
};
