import type { Words } from './english.ts';
import { russianClaiming } from './russian-claiming.ts';
import { integer } from './russian-numbers.ts';
import { form, INTERVAL, many, onSide, quoted } from './russian-phrases.ts';

/** How far contrasts hold, in Russian. */
export const russianRobustness: Words['robustness'] = {
  intro:
    'Различие, которое один способ подсчёта показывает, а другой скрывает, говорит о самом подсчёте. Поэтому главные сопоставления сверяются с плацебо, прослеживаются во времени и вычисляются заново всеми способами, которые мог бы предпочесть внимательный читатель.',

  placebo: {
    firsts: (first, all, side) =>
      first === all
        ? `${all === 1 ? 'В главном сопоставлении' : `Во всех сопоставлениях (${integer(all)})`} сторона ${quoted(side)} удалена от остальных сильнее, чем любое другое издание`
        : `В ${integer(first)} из ${many(all, 'сопоставления', 'сопоставлений', 'сопоставлений')} сторона ${quoted(side)} удалена от остальных сильнее, чем любое другое издание`,
    note: (side, reference) =>
      `Ромб — истинное сопоставление стороны ${quoted(side)}; каждый квадрат противопоставляет остальным одно издание другой стороны (${reference}) так, как если бы речь шла о нём. То, что лежит среди квадратов, показало бы любое издание. Разности средних долей по изданиям, в процентных пунктах.`,
    unit: (side) => `процентные пункты; правее — больше ${onSide(side)}`,
    rank: (rank, of) => `ранг ${integer(rank)} из ${integer(of)}`,
    truth: (side) => `истинное сопоставление: ${side}`,
    placebo: 'плацебо: одно издание референтной группы',
    cut: (shown, all) => `Изображены первые по порядку сопоставления: ${integer(shown)} из ${integer(all)}.`,
    describe: (rows) => `Разности в процентных пунктах. ${rows.join(' ')}`,
    describeRow: (what, truth, rank, placebos) =>
      `${what}: истинное сопоставление ${truth}, ${rank}; плацебо: ${placebos.length === 0 ? 'нет' : placebos.join(', ')}.`,
    describePlacebo: (outlet, value) => `${outlet} ${value}`,
  },

  time: {
    found: (label, side, n, all, periods) =>
      `${label}: больше ${onSide(side)} — ${integer(n)} из ${integer(all)} (${periods})`,
    note: (period) =>
      `Доля по периодам (период — ${period}), полосы — ${INTERVAL}; период, в котором у какой-либо стороны меньше статей, чем требуемый исследованием минимум, оставлен пустым. У каждой панели своя шкала.`,
    word: (term) => quoted(term),
    beside: (term, node) => `${quoted(term)} рядом с ${quoted(node)}`,
    wordNote: (period) =>
      `Доля статей, в которых есть слово, по периодам (период — ${period}); рядом с узлом — доля от статей с этим узлом. Слова, которые надёжнее всего отличают группу за всё время, поочерёдно из каждой группы. Полосы — ${INTERVAL}; период, в котором у какой-либо стороны меньше статей, чем требуемый исследованием минимум, оставлен пустым. У каждой панели своя шкала.`,
    wordCut: (shown, all) =>
      `Изображены первые по порядку из прослеживаемых слов: ${integer(shown)} из ${integer(all)}.`,
    events: (events) => `Пунктир: ${events.join('; ')}.`,
    event: (n, date, label) => `${integer(n)}, ${date}: ${label}`,
    cut: (shown, all) => `Изображены первые по порядку главные сопоставления: ${integer(shown)} из ${integer(all)}.`,
    describe: (panels) => `Доли по периодам. ${panels.join(' ')}`,
    describePanel: (heading, lines) => `${heading}: ${lines.join('; ')}.`,
    describeLine: (side, points) => `${side} ${points.length === 0 ? 'нет данных' : points.join(', ')}`,
    describePoint: (start, share) => `${start} ${share}`,
  },

  multiverse: {
    intro: (plan) =>
      `Главная спецификация была установлена в исследовании до прогона; SHA-256 плана: ${plan}. Всеми способами вычисляются только главные сопоставления.`,
    found: (label, share, n, direction) =>
      `${label}: ${share} из ${many(n, 'спецификации', 'спецификаций', 'спецификаций')} говорят то же, что главная: ${direction}`,
    open: (label) => `${label}: главную спецификацию вычислить нельзя`,
    note: (n, failed) =>
      `Вверху — разность в процентных пунктах для каждой из ${many(n, 'спецификации', 'спецификаций', 'спецификаций')}, от наименьшей к наибольшей; ромб — главная. Внизу — решения, принятые в каждой. ${failed === 0 ? 'Вычислить удалось все.' : `Вычислить не удалось ещё ${integer(failed)}.`}`,
    unit: (side) => `процентные пункты; выше нуля — больше ${onSide(side)}`,
    headings: {
      voice: 'Голос',
      repeats: 'Шаблоны, копии',
      unit: 'Единица',
      letterCase: 'Регистр',
      tokens: 'Токены',
      window: 'Даты',
    },
    choices: {
      own: 'собственный голос',
      quoted: 'в кавычках',
      attributed: 'переданная речь без кавычек',
      all: 'все голоса',
      'left out': 'исключены',
      kept: 'оставлены',
      uses: 'употребления',
      articles: 'статьи',
      outlets: 'издания',
      'as written': 'как написано',
      ignored: 'не учитывается',
      words: 'слова',
      'parts of words': 'части слов',
      whole: 'весь срок',
      'first half': 'первая половина',
      'second half': 'вторая половина',
    },
    tableTitle: 'Главные сопоставления при всех спецификациях',
    tableNote: (side) => `Разности в процентных пунктах: больше или меньше ${onSide(side)}.`,
    columns: {
      what: 'Главное сопоставление',
      main: 'Главная спецификация',
      computed: 'Спецификации',
      same: 'То же направление',
      least: 'Наименьшая',
      most: 'Наибольшая',
    },
    describe: (n, least, most, main, rows) =>
      `${many(n, 'спецификация', 'спецификации', 'спецификаций')}, значения: ${least}\u00a0… ${most}; главная даёт ${main}. Сколько имеют то же направление, по принятым решениям: ${rows.join('; ')}.`,
    describeRow: (heading, label, same, all) => `${heading}, ${label}: ${integer(same)} из ${integer(all)}`,
    cut: (shown, all) =>
      `Изображены первые по порядку главные сопоставления: ${integer(shown)} из ${integer(all)}; все они есть в файле данных.`,
  },

  repeats: {
    title: 'Шаблоны и копии',
    intro: (words, articles) =>
      `Последовательность из ${many(words, 'слова', 'слов', 'слов')} и более, которая стоит в ${many(articles, 'статье', 'статьях', 'статьях')} или более, — это шаблон: написана она один раз. В главных числах шаблоны не учитываются, как и статьи, состоящие большей частью из слов другой статьи.`,
    none: 'Шаблонов не найдено.',
    templated: (parts) => `Слова, стоящие в шаблонах: ${parts.join(', ')}.`,
    templatedOf: (group, share) => `${share} ${onSide(group)}`,
    copies: (n) =>
      n === 0
        ? 'Ни одна статья не является копией другой.'
        : `${many(n, 'статья состоит', 'статьи состоят', 'статей состоят')} большей частью из слов другой статьи и ${form(n, 'исключена', 'исключены', 'исключены')}.`,
    found: (n, most, outlets) =>
      `${many(n, 'шаблон', 'шаблона', 'шаблонов')}; самый частый стоит в ${many(most, 'статье', 'статьях', 'статьях')} (${outlets.join(', ')})`,
    note: 'В том виде, в каком он стоит в первой статье (по идентификатору). Все шаблоны с их местами — в файле данных.',
    columns: { text: 'Шаблон', articles: 'Статьи', outlets: 'Издания' },
    moreOutlets: (n) => `и ещё ${integer(n)}`,
  },

  claiming: russianClaiming,
};
