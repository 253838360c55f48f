import type { Words } from './english.ts';
import { integer } from './russian-numbers.ts';
import { form, INTERVAL, list, many, onSide, quoted } from './russian-phrases.ts';

/** Contrasts family by family, in Russian. */
export const russianBlocks: Words['contrasts']['blocks'] = {
  undrawn:
    'Здесь не установлено ни одного различия, поэтому рисунка нет; доли каждого издания — в файле data/outlet-shares.csv.',
  intro: (treated, reference) =>
    `Каждое сопоставление — это одна доля, вычисленная для двух сторон: ${quoted(treated)} и ${quoted(reference)}. Сначала приводится величина эффекта и лишь в конце — роль случайности; «больше» и «меньше» всегда сказано о стороне ${quoted(treated)}. О различии говорится, только если данные это позволяют; то, что различить не удалось, тоже перечислено.`,
  found: (label, treated, treatedShare, reference, referenceShare) =>
    `${label}: ${treatedShare} ${onSide(treated)}, ${referenceShare} ${onSide(reference)}`,
  none: (title) => `${title}: ни одного различия не установлено`,
  titleOf: (family, topic) => `${family}: ${topic}`,
  title: (title) => `${title}: доли, их разность и её неопределённость`,
  legend: { group: (side) => `${side} (крупный знак; отдельные издания — мелкие)` },
  figureNote: (units) =>
    `От чего вычислены доли: ${list(units)}. Крупные знаки — группы с их ${INTERVAL}, мелкие — отдельные издания, у которых есть требуемый исследованием минимум статей.`,
  figureCut: (shown, all) => `Изображены первые по порядку сопоставления: ${integer(shown)} из ${integer(all)}.`,
  readingTitle: 'Как читать таблицы',
  reading: [
    { term: 'П. п.', text: `разность в процентных пунктах с её ${INTERVAL} (BCa).` },
    { term: 'С повторами', text: 'доли, если шаблоны и копии оставить.' },
    {
      term: 'Вывод',
      text: '«различаются» — группы различаются; «эти издания» — различаются, но изданий слишком мало, чтобы говорить о группах; «не установлено» — столько же может дать и случайность.',
    },
    {
      term: 'Ранг',
      text: 'место истинного сопоставления по величине, когда в роли другой стороны по очереди выступает каждое издание референтной группы.',
    },
    {
      term: 'p, наименьшее p',
      text: 'перестановка ярлыков изданий и наименьшее p, достижимое при таком числе изданий.',
    },
    {
      term: 'q статей',
      text: 'двустороннее p бутстрепа с поправкой внутри семейства (Benjamini & Hochberg 1995).',
    },
    {
      term: 'q сторон',
      text: 'большее из этого p и перестановочного p с такой же поправкой: лишь на него может опираться утверждение о сторонах.',
    },
  ],
  tableNote: (treated) => `«Больше» и «меньше» сказано о стороне ${quoted(treated)}; интервалы — ${INTERVAL} (BCa).`,
  rest: (n) =>
    `Ещё ${many(n, 'сопоставление', 'сопоставления', 'сопоставлений')} этого семейства ${form(n, 'приведено', 'приведены', 'приведены')} только в файле данных: различие не установлено или данных слишком мало.`,
  columns: {
    what: 'Сопоставление',
    difference: 'П. п.',
    interval: INTERVAL,
    logOdds: 'Логарифм отношения шансов',
    verdict: 'Вывод',
    rank: 'Ранг',
    p: 'p',
    floor: 'наименьшее p',
    sidesQ: 'q сторон',
    q: 'q статей',
  },
  spans: { share: 'Доля', effect: 'Эффект', kept: 'С повторами', result: 'Результат', chance: 'Случайность' },
  rankOf: (rank, of) => `${integer(rank)}/${integer(of)}`,
  evidence: (contrast) => `Статьи, в которых есть то, что подсчитано: ${contrast}`,
  axis: (unit) => `доля; от чего: ${unit}`,
  axisMixed: 'доля',
  fullName: (what, family, topic) => (topic === what ? `${what} · ${family}` : `${what} · ${family}, ${topic}`),
  rowHeading: (topic, label) => (topic === label ? label : `${topic} – ${label}`),
  describe: (sections) => `Доли в процентах. ${sections.join(' ')}`,
  describeSection: (heading, rows) => `${heading}: ${rows.join('; ')}.`,
  describeRow: (side, share, interval, outlets) =>
    `${side} ${share}${interval === null ? '' : ` (${interval})`}${outlets.length === 0 ? '' : `, издания: ${list(outlets)}`}`,
};

/** How far apart the groups cast actors, in Russian. */
export const russianCastings: Words['contrasts']['castings'] = {
  title: (n) =>
    `Насколько расходятся группы в ролях, отводимых ${n === 1 ? 'одному участнику' : `участникам (${integer(n)})`}`,
  note: `Дивергенция Йенсена — Шеннона (в битах) между долями ролей героя, злодея, жертвы и отсутствия роли в двух группах: 0 — доли совпадают, 1 — ни одной общей роли. ${INTERVAL} получены бутстрепом. Первыми стоят участники, которые встречаются в наибольшем числе статей.`,
  columns: { entity: 'Участник', divergence: 'Дивергенция', interval: INTERVAL },
};

/** How reliable readings are that were measured, in Russian. */
export const russianReliability: Words['contrasts']['reliability'] = {
  frames: {
    title: 'Насколько хорошо распознаётся каждый фрейм и насколько согласны в нём люди',
    note: (articles, command) =>
      `По американским новостным статьям об изменении климата (${articles}); каждая оценена моделью, которая на ней не обучалась (${command}); на других темах измерений не было. Макро-F1 — среднее F1 для наличия и отсутствия фрейма; «люди» — разметчики, оценённые друг по другу; альфа — коэффициент Криппендорфа. Доверять классификатору больше, чем согласны между собой люди, нельзя.`,
    columns: {
      frame: 'Фрейм',
      present: 'Есть в статьях',
      f1: 'Макро-F1',
      accuracy: 'Точность',
      agreement: 'Согласие',
      alpha: 'Альфа',
    },
    spans: { model: 'Модель', people: 'Люди' },
    names: {
      conflict: 'конфликт',
      economic: 'экономика',
      'human-interest': 'человеческий интерес',
      moral: 'мораль',
      resolution: 'разрешение',
    },
  },
  harm: {
    title: 'Как часто акты причинения вреда прочитаны верно',
    note: (command) =>
      `По 200 актам, вытянутым из новостей о войне в Украине за 2022 год и размеченным один раз большой языковой моделью, а не человеком (${command}): сколько из них действительно такие акты и для скольких верно определены форма, кто действует, кто страдает и сказано ли, что это произошло. Различие между группами меньше этих ошибок различием не является.`,
    columns: {
      form: 'Издания и форма',
      event: 'Акт',
      formRight: 'Форма',
      agent: 'Кто действует',
      patient: 'Кто страдает',
      reality: 'Произошло',
    },
    groups: { russian: 'Российские', western: 'Западные' },
    row: (group, form) => `${group}, ${form}`,
    of: (right, all) => `${right}/${all}`,
  },
};

/** One contrast outlet by outlet, in Russian. */
export const russianOutletFigure: Words['contrasts']['outletFigure'] = {
  title: (label, treated, share, reference, low, high) =>
    `${label}: ${share} ${onSide(treated)}; по отдельным изданиям от ${low} до ${high} ${onSide(reference)}`,
  plain: (label) => `${label}, по отдельным изданиям`,
  note: `Каждое издание с его ${INTERVAL}, начиная с наибольшей доли; крупный знак — доля его группы.`,
  group: (side) => `Все издания стороны ${quoted(side)}`,
  cut: (n) => `Изображено не более ${many(n, 'издания', 'изданий', 'изданий')} на группу.`,
};

/** How concentrated the voices are, in Russian. */
export const russianSources: Words['contrasts']['sources'] = {
  concentration: (parts) =>
    `Насколько сосредоточены голоса (индекс Херфиндаля — Хиршмана по известным говорящим; 1 — все слова у одного говорящего): ${list(parts)}.`,
  concentrationOf: (group, value, interval) =>
    `${value} ${onSide(group)}${interval === null ? '' : ` (${INTERVAL}: ${interval})`}`,
  divergence: (value, interval) =>
    `Доли лагерей в двух группах отстоят друг от друга на ${value} бита (дивергенция Йенсена — Шеннона: 0 — доли совпадают, 1 — ни одного общего лагеря${interval === null ? '' : `; ${INTERVAL}: ${interval}`}).`,
};
