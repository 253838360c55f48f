import type { Words } from './english.ts';
import {
  russianBlocks,
  russianCastings,
  russianOutletFigure,
  russianReliability,
  russianSources,
} from './russian-blocks.ts';
import { russianCompany, russianKeyness } from './russian-keyness.ts';
import { integer } from './russian-numbers.ts';
import { form, INTERVAL, list, many, onSide, quoted } from './russian-phrases.ts';

/** What the report says of contrasts between two groups, in Russian. */
export const russianContrasts: Words['contrasts'] = {
  // ── Names of things ───────────────────────────────────────────────────────────────────────────────────────────────
  families: {
    naming: 'Именование',
    quoting: 'Имена в кавычках',
    words: 'Слова, за которыми следит исследование',
    sources: 'Кому предоставлено слово',
    reporting: 'Как вводятся говорящие',
    stance: 'Позиция',
    frames: 'Фреймы',
    terms: 'Термины кодификаторов',
    roles: 'Роли',
    agency: 'Кто действует и кто страдает',
  },
  familyNotes: {
    naming: 'Доля каждого имени среди всех употреблений имён данного набора.',
    quoting: 'Доля употреблений имени, стоящих в кавычках, среди всех его употреблений: там это чужое слово.',
    words: 'Доля статей, в которых есть это слово.',
    sources: 'Доля каждой стороны среди всех слов в кавычках и переданных без кавычек, говорящий которых известен.',
    reporting:
      'Среди высказываний каждой стороны — доля тех, которые вводит глагол каждого вида (английское claim дистанцирует).',
    stance:
      'Среди всех случаев, в которых определялась позиция, — доля каждого решения; показано и то, что оставлено без решения.',
    frames:
      'Доля статей, в которых обученный классификатор находит фрейм; насколько хорошо он его распознаёт, указано рядом.',
    terms: 'Доля статей, в которых есть термины кодификатора. Наличие термина ещё не доказывает наличия фрейма.',
    roles: 'Среди упоминаний, которым приписана роль, — доля каждой роли.',
    agency: 'Среди предложений с глаголом причинения вреда — доля каждой формы: кто действует и кто страдает.',
  },
  verdicts: {
    differs: 'различаются',
    'these outlets differ': 'эти издания',
    'not told apart': 'не установлено',
    'too little': 'мало данных',
  },
  voices: {
    own: 'собственный голос изданий',
    quoted: 'слова в кавычках',
    attributed: 'переданная речь без кавычек',
    all: 'все голоса вместе',
  },
  // The nominative, one and several.
  periods: { day: ['день', 'дни'], week: ['неделя', 'недели'], month: ['месяц', 'месяцы'] },

  // ── Sides and numbers ─────────────────────────────────────────────────────────────────────────────────────────────
  theseOutlets: (n, group) => `эти ${many(n, 'издание', 'издания', 'изданий')} группы «${group}»`,
  names: list,
  more: (amount) => `на ${amount} больше`,
  less: (amount) => `на ${amount} меньше`,
  even: (amount) => amount,
  between: (low, high) => `${low}\u00a0… ${high}`,
  range: (low, high) => `${low}–${high}`,
  moreIn: (amount, side) => `на ${amount}\u00a0п.\u00a0п. больше ${onSide(side)}`,
  lessIn: (amount, side) => `на ${amount}\u00a0п.\u00a0п. меньше ${onSide(side)}`,
  evenIn: 'в процентных пунктах разницы нет',
  moreWord: (side) => `больше ${onSide(side)}`,
  none: 'нет',

  // ── What is compared ──────────────────────────────────────────────────────────────────────────────────────────────
  basis: ({ treated, treatedArticles, reference, referenceArticles, voice }) =>
    `n\u00a0=\u00a0${many(treatedArticles, 'статья', 'статьи', 'статей')} ${onSide(treated)} и ${integer(referenceArticles)} ${onSide(reference)}; что учитывается: ${voice}; шаблоны и копии исключены.`,
  intervals: (replicates, how) =>
    `95-процентные доверительные интервалы (${INTERVAL}) получены бутстрепом (${many(replicates, 'повторение', 'повторения', 'повторений')}): ${list(how)}.`,
  outletsDrawn: (side) => `${onSide(side)} вытягиваются издания, а в них статьи`,
  articlesDrawn: (side) => `${onSide(side)} вытягиваются статьи внутри изданий`,

  // ── What differs ──────────────────────────────────────────────────────────────────────────────────────────────────
  differs: {
    noGroups:
      'Ничего не сопоставляется, и ни о каком различии не говорится: для этого нужны две группы, которые исследование противопоставляет друг другу, и статьи обеих.',
    setting: ({ treated, treatedOutlets, treatedArticles, reference, referenceOutlets, referenceArticles, voice }) =>
      `Сопоставляются сторона ${quoted(treated)} (${size(treatedArticles, treatedOutlets)}) и сторона ${quoted(reference)} (${size(referenceArticles, referenceOutlets)}); что учитывается: ${voice}.`,
    noArticles: (sides) =>
      `Среди сопоставляемых статей нет ни одной ${sides.map(onSide).join(' и ни одной ')}: сказать ничего нельзя.`,
    left: (parts) => `Не сопоставлялись: ${list(parts)}.`,
    elsewhere: (n) => `${many(n, 'статья', 'статьи', 'статей')} вне обеих групп`,
    outside: (n) => `${many(n, 'статья', 'статьи', 'статей')} вне сроков исследования`,
    copies: (n) => `${many(n, 'копия', 'копии', 'копий')} других статей`,
    few: (side) =>
      `Всё сказанное здесь о стороне ${quoted(side)} относится к этим изданиям, а не к стороне, которую они, возможно, представляют: изданий слишком мало, чтобы отличить привычки издания от привычек стороны.`,
    claimsTitle: 'Какие различия установлены',
    nothing: 'Ни одного различия не установлено.',
    claimsCut: (n, file) => `Ещё ${many(n, 'утверждение', 'утверждения', 'утверждений')} — в файле ${file}.`,
    facts: {
      difference: (words, interval) => `разность: ${words} (${INTERVAL}: ${interval})`,
      differenceOnly: (words) => `разность: ${words}`,
      logOdds: (value, interval) => `логарифм отношения шансов ${value} (${interval})`,
      q: (q) => `q ${q} по бутстрепу, с поправкой внутри семейства`,
    },
    see: (label) => `см. «${label}»`,
    otherTitle: 'О чём не говорится',
    untold: (n) =>
      `В ${many(n, 'сопоставлении', 'сопоставлениях', 'сопоставлениях')} данных достаточно, но различие не установлено: это не доказывает, что ничто не различается.`,
    tooLittle: (n, articles) =>
      `${many(n, 'сопоставление', 'сопоставления', 'сопоставлений')} ${form(n, 'опирается', 'опираются', 'опираются')} на слишком малые данные (исследование требует не менее ${many(articles, 'статьи', 'статей', 'статей')} на группу): о ${form(n, 'нём', 'них', 'них')} ничего не говорится.`,
  },

  // ── Contrasts, family by family ───────────────────────────────────────────────────────────────────────────────────
  blocks: russianBlocks,
  castings: russianCastings,
  reliability: russianReliability,
  outletFigure: russianOutletFigure,
  sources: russianSources,

  // ── Keyness and company ───────────────────────────────────────────────────────────────────────────────────────────
  keyness: russianKeyness,
  company: russianCompany,
};

function size(articles: number, outlets: number): string {
  return `${many(articles, 'статья', 'статьи', 'статей')}, ${many(outlets, 'издание', 'издания', 'изданий')}`;
}
