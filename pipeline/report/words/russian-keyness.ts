import type { Words } from './english.ts';
import { integer } from './russian-numbers.ts';
import { form, many, onSide, quoted } from './russian-phrases.ts';

/** Words that mark a group, in Russian. */
export const russianKeyness: Words['contrasts']['keyness'] = {
  /** What `npm run bench -- calibration` prints for token G² at nominal 5 %. */
  miscalibrated: '13\u00a0%',
  intro: (tested, least) =>
    `${form(tested, 'Проверено', 'Проверены', 'Проверено')} ${many(tested, 'слово', 'слова', 'слов')}, ${form(tested, 'которое встречается', 'которые встречаются', 'которые встречаются')} не менее чем в ${many(least, 'статье', 'статьях', 'статьях')}. Основные меры опираются на статьи: в скольких из них есть слово (log ratio и его консервативная граница LRC, равная 0, если дело может быть в случайности) и какова его частота в каждой (t Уэлча).`,
  warning: (flagged) =>
    `G² и z логарифма шансов считают употребления так, как если бы каждое было независимым. Они напечатаны только для сравнения с более ранними работами: когда статьи одной стороны случайно делили на половины, ничем не различающиеся, токенное G² при номинальном уровне 5\u00a0% отмечало ${flagged} всех слов.`,
  found: (treated, treatedSide, reference, referenceSide) =>
    `${many(treated, 'слово отличает', 'слова отличают', 'слов отличают')} сторону ${quoted(treatedSide)} и ${many(reference, 'слово', 'слова', 'слов')} — сторону ${quoted(referenceSide)} сверх случайного`,
  nothing: 'Ни одно слово не отличает ни одну из групп сверх случайного.',
  figureNote: (shown) =>
    `${many(shown, 'слово', 'слова', 'слов')}, граница ${form(shown, 'которого', 'которых', 'которых')} не равна 0. По горизонтали — LRC, консервативный log2 отношения долей статей; по вертикали — DP Гриса в той группе, которую слово отличает: 0, если оно равномерно распределено по статьям, и 1, если сосредоточено в немногих. Слова внизу употребляются повсеместно, слова вверху — в немногих статьях. Слова с наибольшим эффектом подписаны, где есть место.`,
  x: 'LRC: консервативный log2 отношения долей статей',
  y: 'DP: неравномерность распределения по статьям',
  sideLeft: (side) => `больше ${onSide(side)}`,
  sideRight: (side) => `больше ${onSide(side)}`,
  describe: (treatedSide, treated, referenceSide, reference) =>
    `Больше ${onSide(treatedSide)}: ${treated.length === 0 ? 'нет' : treated.join('; ')}. Больше ${onSide(referenceSide)}: ${reference.length === 0 ? 'нет' : reference.join('; ')}.`,
  describeTerm: (term, lrc, dp) => `${term}, LRC ${lrc}, DP ${dp}`,
  tableTitle: (side) => `Слова, которых больше ${onSide(side)}`,
  tableNote: (side, treatedOutlets, referenceOutlets, flagged) =>
    `Показано слов с наибольшей границей: ${side}; издания — из ${integer(treatedOutlets)} и ${integer(referenceOutlets)}, у которых есть статьи. DP: в той группе, которую слово отличает. q: для t Уэлча, поправка Бенджамини — Хохберга по всем проверенным словам. Слово ведёт к статьям, в которых оно есть. Последние два столбца плохо откалиброваны: в A/A-тесте токенное G² при номинальном уровне 5\u00a0% отмечает ${flagged} слов там, где ничто не различается.`,
  columns: { term: 'Слово', dp: 'DP', logRatio: 'Log ratio', lrc: 'LRC', t: 't', q: 'q', g2: 'G²', z: 'z' },
  spans: {
    share: 'Статьи',
    outlets: 'Издания',
    uses: 'Употребления',
    spread: 'Дисперсия',
    effect: 'Эффект',
    chance: 'Случайность',
    old: 'Плохо откалиброваны, только для сравнения',
  },
  evidence: (term) => `Статьи, в которых есть слово ${quoted(term)}`,
};

/** The company that words keep, in Russian. */
export const russianCompany: Words['contrasts']['company'] = {
  title: (node) => `Слова рядом с узлом ${quoted(node)}`,
  found: (node, treated, treatedSide, reference, referenceSide) =>
    `Рядом с узлом ${quoted(node)} ${many(treated, 'слово отличает', 'слова отличают', 'слов отличают')} сторону ${quoted(treatedSide)} и ${many(reference, 'слово', 'слова', 'слов')} — сторону ${quoted(referenceSide)}`,
  nothing: (node) => `Рядом с узлом ${quoted(node)} ни одно слово не отличает ни одну из групп сверх случайного.`,
  note: (treatedArticles, referenceArticles, tested) =>
    `Слова в пределах окна вокруг узла. logDice (Rychlý 2008; не более 14) показывает, насколько слово типично для этого узла внутри группы; LRC, t и q сравнивают группы по статьям (узел есть в ${integer(treatedArticles)} и ${integer(referenceArticles)}; проверено: ${many(tested, 'слово', 'слова', 'слов')}).`,
  columns: { marks: 'Направление', side: 'Больше на стороне', logDice: 'logDice', share: 'Статьи' },
};
