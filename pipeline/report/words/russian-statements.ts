import type { Words } from './english.ts';
import { integer } from './russian-numbers.ts';
import { many, quoted } from './russian-phrases.ts';

/** The appendices of statements and places, in Russian. */
export const russianStatements: Pick<
  Words,
  | 'statementsDrawn'
  | 'statementsIntro'
  | 'roles'
  | 'roleOpens'
  | 'roleCloses'
  | 'gap'
  | 'withinStatement'
  | 'denied'
  | 'facts'
  | 'valence'
  | 'noWords'
  | 'stanceLine'
  | 'standsFor'
  | 'evidenceIntro'
  | 'evidenceStatements'
  | 'evidenceArticles'
  | 'evidenceOf'
  | 'inStatement'
> = {
  statementsDrawn: (shown, all) =>
    `Корпус слишком велик, чтобы напечатать его здесь целиком: по зерну исследования вытянуто статей: ${integer(shown)} из ${integer(all)}; напечатаны их высказывания. Все высказывания — в файле data/statements.jsonl; для каждого числа отчёта таким же образом вытянуты три места.`,
  statementsIntro:
    'Каждое высказывание приведено в предложениях, в которых оно стоит, вместе с тем, что в нём прочитано. Подача говорящего — это позиция того, кто передаёт его слова, по отношению к говорящему, прочитанная по глаголу, и никогда не позиция самого говорящего; всё остальное принадлежит говорящему. В каждом отмечены:',
  roles: { source: 'источник', cue: 'маркер', content: 'содержание' },
  roleOpens: (role) => `[${role}: `,
  roleCloses: ']',
  gap: '[…]',
  withinStatement: (n) => `внутри высказывания ${n}`,
  denied: 'Содержание — то, что отрицается.',
  facts: {
    source: 'Источник',
    cue: 'Маркер',
    origin: 'Происхождение',
    confidence: 'Уверенность',
    reporting: 'Подача говорящего',
    engagement: 'Вовлечённость',
    markers: 'Вовлечённость в самих словах',
    denied: 'Отрицается',
    alignment: 'Согласие',
    speechAct: 'Речевой акт',
    commitment: 'Степень уверенности',
    modality: 'Модальность',
    graduation: 'Градуирование',
    valence: 'Валентность',
    stance: 'Позиция',
  },
  valence: (mean, words) => `${mean} (${many(words, 'слово', 'слова', 'слов')} из словаря)`,
  noWords: 'нет слов для оценки',
  stanceLine: (target, call, p, evidence) =>
    `объект «${target}»: ${call}; вероятности: против ${p[0] ?? ''}, ни за, ни против ${p[1] ?? ''}, за ${p[2] ?? ''}${evidence.length === 0 ? '' : `; прочитано по: ${evidence.join(', ')}`}`,
  standsFor: (words, name) => `${quoted(words)} (${name})`,
  evidenceIntro:
    'Если число в таблице опирается более чем на одно место, его места перечислены здесь. Смещения даны в кодовых позициях Юникода относительно текста статьи.',
  evidenceStatements: 'высказывания',
  evidenceArticles: 'статьи',
  evidenceOf: (table, row, column) => `${table}: ${row}, ${column}`,
  inStatement: (n) => `высказывание ${n}`,
};
