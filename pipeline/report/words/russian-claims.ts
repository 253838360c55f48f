import type { EffectSize } from '../../model.ts';
import type { Difference, ReasonOf } from './claim-parts.ts';
import type { Words } from './english.ts';
import { FIXED_SPACE, integer } from './russian-numbers.ts';
import { INTERVAL, list, many, onSide, quoted } from './russian-phrases.ts';

const SIZES: Readonly<Record<EffectSize, string>> = {
  large: 'большое',
  medium: 'среднее',
  small: 'малое',
  'very small': 'очень малое',
};

/** The sentences that state a result, why none is stated, and the names of what contrasts are made of, in Russian. */
export const russianClaims: Words['claims'] = {
  // ── Names of what is contrasted, in the nominative ────────────────────────────────────────────────────────────────
  units: {
    'uses of the names': 'употребления имён набора',
    'uses of the name': 'употребления имени',
    articles: 'статьи',
    'quoted and attributed words': 'слова в кавычках и переданные без кавычек',
    'statements of the camp': 'высказывания лагеря',
    calls: 'решения',
    readings: 'прочтения',
    words: 'слова',
    'articles with a call on the actor': 'статьи с решением об участнике',
    'articles that name the actor': 'статьи, в которых назван участник',
    'acts of harm': 'акты причинения вреда',
    'acts of harm with the actor': 'акты причинения вреда с этим участником',
  },
  topics: {
    camp: 'лагерь',
    type: 'тип',
    unknown: 'неизвестно',
    'how harm is put': 'как подано причинение вреда',
    'who does harm': 'кто причиняет вред',
    conflict: 'конфликт',
    economic: 'экономика',
    'human-interest': 'человеческий интерес',
    moral: 'мораль',
    resolution: 'разрешение',
  },
  labels: {
    'in own voice': 'в собственном голосе',
    'in quotations': 'в кавычках',
    'in attributed speech': 'в переданной речи без кавычек',
    'in any voice': 'в любом голосе',
    person: 'лицо',
    institution: 'учреждение',
    outlet: 'издание',
    group: 'группа лиц',
    document: 'документ',
    unknown: 'неизвестно',
    country: 'страна',
    place: 'место',
    alliance: 'союз государств',
    topic: 'тема',
    // Of a verb: глагол.
    neutral: 'нейтральный',
    distancing: 'дистанцирующий',
    endorsing: 'поддерживающий',
    negative: 'отрицательный',
    opposes: 'против',
    neither: 'ни за, ни против',
    supports: 'за',
    'no call': 'без решения',
    present: 'есть',
    used: 'употреблены',
    weight: 'вес',
    hero: 'герой',
    villain: 'злодей',
    victim: 'жертва',
    active: 'действительный залог',
    'passive with agent': 'страдательный залог с деятелем',
    'passive without agent': 'страдательный залог без деятеля',
    nominalised: 'номинализация',
    'agent named': 'деятель назван',
    acts: 'действует',
  },
  stanceOf: (holder, target) => `${holder ?? 'собственный голос'} об объекте ${quoted(target)}`,

  // ── Sentences that state a result ─────────────────────────────────────────────────────────────────────────────────
  outlets: list,
  manyOutlets: (n, label) => `${many(n, 'издание', 'издания', 'изданий')} группы ${quoted(label)}`,
  nothing: 'нечего считать',
  share: (share, low, high) => `${share} (${INTERVAL}: ${low}–${high})`,
  less: (p) => `${BELOW}${p}`,
  subjects: {
    naming: ({ topic, label }) => `Среди имён набора ${quoted(topic)} доля имени ${quoted(label)}`,
    quoting: ({ label }) => `Среди употреблений имени ${quoted(label)} доля стоящих в кавычках`,
    words: ({ topic, label }) => `Среди статей доля тех, в которых слово ${quoted(topic)} употреблено ${label}`,
    sources: ({ topic, label }) =>
      `Среди слов в кавычках и переданных без кавычек доля тех, чей говорящий — ${topic} ${quoted(label)}`,
    reporting: ({ topic, label }) =>
      `Среди высказываний лагеря ${quoted(topic)} доля тех, которые вводит ${label} глагол`,
    stance: ({ topic, label, unit }) => `Позиция (${topic}; считаются ${unit}), доля варианта ${quoted(label)}`,
    frames: ({ topic }) => `Среди статей доля тех, в которых есть фрейм ${quoted(topic)}`,
    terms: ({ topic, key }) =>
      key === 'used'
        ? `Среди статей доля тех, в которых есть термин категории ${quoted(topic)}`
        : `Среди слов доля взвешенных терминов категории ${quoted(topic)}`,
    roles: ({ topic, label }) => `Среди статей, в которых назван участник ${quoted(topic)}, доля роли ${quoted(label)}`,
    agency: ({ topic, label, unit }) =>
      `Причинение вреда (${topic}; считаются ${unit}), доля варианта ${quoted(label)}`,
  },
  shares: (subject, treatedShare, treated, referenceShare, reference) =>
    `${subject}: ${treatedShare} ${onSide(treated)} и ${referenceShare} ${onSide(reference)}`,
  endings: {
    differs: (difference) =>
      `. ${told(difference)}. При случайной раздаче ярлыков издания разошлись бы столь же далеко с вероятностью ${chance(difference.p)}.`,
    'these outlets differ': (difference) =>
      `. ${told(difference)}. Это сказано о статьях этих изданий, а не об их сторонах: ${
        difference.chance === null
          ? 'противопоставить друг другу можно слишком мало изданий'
          : `среди разностей отдельных изданий эта занимает место ${difference.chance.rank} из ${difference.chance.of}, а при случайной раздаче ярлыков она достигалась бы с вероятностью ${chance(difference.p)} (наименьшее p, достижимое при столь малом числе изданий: ${difference.chance.floor})`
      }.`,
    'not told apart': () => '. По этим статьям различие между сторонами не установлено.',
    'too little': ({ treatedArticles, referenceArticles }) =>
      `. Статей, по которым можно считать: ${integer(treatedArticles)} и ${integer(referenceArticles)}; ничего не утверждается.`,
  },

  // ── Why nothing is claimed ────────────────────────────────────────────────────────────────────────────────────────
  reasons: {
    'no article': () => 'Нет ни одной статьи, которую удалось бы прочитать, так что описывать нечего.',
    'one article': () =>
      'Статья одна: её слова описаны и подсчитаны, и никакое различие между группами не утверждается.',
    'nothing tested': ({ articles }) =>
      `${many(articles, 'статья описана', 'статьи описаны', 'статей описано')}, слова подсчитаны; различия между группами не проверялись, поэтому ни одно не утверждается.`,
    'too few groups': ({ groups }) =>
      `В исследовании ${many(groups, 'группа', 'группы', 'групп')}; для сравнения нужны по меньшей мере две.`,
    'group lacks': ({ group, has, asked }) =>
      `В группе ${quoted(group)} — ${having(has)}; исследование требует не менее ${needed(asked)}, так что не хватает ${needed(lacking(has, asked))}.`,
  },
};

const BELOW = `<${FIXED_SPACE}`;

function told({ size, more }: Difference): string {
  return `Различие ${SIZES[size]}; больше — ${onSide(more)}`;
}

function chance(p: string | null): string {
  if (p === null) return 'p, которая неизвестна';
  return p.startsWith(BELOW) ? `p${FIXED_SPACE}${p}` : `p${FIXED_SPACE}=${FIXED_SPACE}${p}`;
}

type Amount = ReasonOf<'group lacks'>['has'];

function lacking(has: Amount, asked: Amount): Amount {
  return { articles: asked.articles - has.articles, outlets: asked.outlets - has.outlets };
}

/** The nominative. */
function having({ articles, outlets }: Amount): string {
  return `${many(articles, 'статья', 'статьи', 'статей')} и ${many(outlets, 'издание', 'издания', 'изданий')}`;
}

/** The genitive; what is not lacking is left out. */
function needed({ articles, outlets }: Amount): string {
  return [
    ...(articles > 0 ? [many(articles, 'статьи', 'статей', 'статей')] : []),
    ...(outlets > 0 ? [many(outlets, 'издания', 'изданий', 'изданий')] : []),
  ].join(' и ');
}
