import type { EffectSize } from '../../model.ts';
import type { ReasonOf } from './claim-parts.ts';
import type { Words } from './english.ts';
import { INTERVAL, list, many, onSide, quoted } from './russian-phrases.ts';
import { russianNames } from './russian-names.ts';

const { types, reporting, calls } = russianNames;

const SIZES: Readonly<Record<EffectSize, string>> = {
  large: 'большое различие',
  medium: 'среднее различие',
  small: 'малое различие',
  'very small': 'очень малое различие',
};

/** The sentences that state a result, why none is stated, and the names of what contrasts are made of, in Russian. */
export const russianClaims: Words['claims'] = {
  // ── Names of what is contrasted ───────────────────────────────────────────────────────────────────────────────────
  units: {
    'uses of the names': 'употребления имён набора',
    'uses of the name': 'употребления имени',
    articles: 'статьи',
    'quoted and attributed words': 'слова в кавычках и переданные без кавычек',
    'statements of the camp': 'высказывания стороны',
    calls: 'решения о позиции',
    readings: 'случаи, в которых определялась позиция',
    words: 'слова',
    'articles with a call on the actor': 'статьи с решением об акторе',
    'articles that name the actor': 'статьи, в которых назван актор',
    'acts of harm': 'акты причинения вреда',
    'acts of harm with the actor': 'акты причинения вреда с участием актора',
  },
  topics: {
    camp: 'страна',
    type: 'тип говорящего',
    unknown: 'не определена',
    'how harm is put': 'как сказано о вреде',
    'who does harm': 'кто причиняет вред',
    conflict: 'конфликт',
    economic: 'экономика',
    'human-interest': 'человеческий интерес',
    moral: 'мораль',
    resolution: 'разрешение',
  },
  labels: {
    'in own voice': 'собственный голос',
    'in quotations': 'в кавычках',
    'in attributed speech': 'переданная речь без кавычек',
    'in any voice': 'любой голос',
    ...types,
    unknown: 'не определён',
    ...reporting,
    ...calls,
    present: 'есть',
    used: 'есть термин',
    weight: 'вес терминов',
    hero: 'герой',
    villain: 'злодей',
    victim: 'жертва',
    active: 'действительный залог',
    'passive with agent': 'страдательный залог с названным деятелем',
    'passive without agent': 'страдательный залог без деятеля',
    nominalised: 'отглагольное существительное',
    'agent named': 'деятель назван',
    acts: 'действует',
  },
  stanceOf: (holder, target) =>
    holder === null
      ? `собственный голос изданий, объект ${quoted(target)}`
      : `${quoted(holder)}, объект ${quoted(target)}`,

  // ── Sentences that state a result ─────────────────────────────────────────────────────────────────────────────────
  outlets: list,
  manyOutlets: (n, label) => `${label}: ${many(n, 'издание', 'издания', 'изданий')}`,
  nothing: 'нечего считать',
  share: (share, low, high) => `${share} (${INTERVAL}: ${low}\u00a0… ${high})`,
  less: (p) => `меньше ${p}`,
  subjects: {
    naming: ({ topic, label }) => `Среди имён набора ${quoted(topic)} имя ${quoted(label)} составляет`,
    quoting: ({ label }) => `Среди употреблений имени ${quoted(label)} стоящие в кавычках составляют`,
    words: ({ topic, label }) => `Среди всех статей те, в которых есть слово ${quoted(topic)} (${label}), составляют`,
    sources: ({ topic, label }) =>
      `Среди слов в кавычках и переданных без кавычек принадлежащие таким говорящим (${topic}: ${quoted(label)}) составляют`,
    reporting: ({ topic, label }) =>
      `Среди высказываний говорящих (страна: ${quoted(topic)}) те, у которых вводящая рамка ${quoted(label)}, составляют`,
    stance: ({ topic, label, unit }) => `Позиция (${topic}), ${unit}: ${quoted(label)} составляет`,
    frames: ({ topic }) => `Среди всех статей те, в которых есть фрейм ${quoted(topic)}, составляют`,
    terms: ({ topic, key }) =>
      key === 'used'
        ? `Среди всех статей те, в которых есть термин фрейма ${quoted(topic)}, составляют`
        : `Среди всех слов взвешенные термины фрейма ${quoted(topic)} составляют`,
    roles: ({ topic, label, unit }) => `Актор ${quoted(topic)}, ${unit}: роль ${quoted(label)} составляет`,
    agency: ({ topic, label, unit }) => `Причинение вреда (${topic}), ${unit}: ${quoted(label)} составляет`,
  },
  shares: (subject, treatedShare, treated, referenceShare, reference) =>
    `${subject} ${treatedShare} ${onSide(treated)} и ${referenceShare} ${onSide(reference)}`,
  endings: {
    differs: ({ size, more, p }) =>
      `: ${SIZES[size]}, больше ${onSide(more)}. Случайные метки развели бы издания так же далеко с p = ${p ?? 'неизвестно'}.`,
    'these outlets differ': ({ size, more, p, chance }) =>
      `: ${SIZES[size]}, больше ${onSide(more)}. Это сказано о статьях этих изданий, а не об их сторонах${
        chance === null
          ? ', так как противопоставить друг другу можно слишком мало изданий'
          : `: по величине это различие занимает место ${chance.rank} из ${chance.of} среди различий отдельных изданий, а случайные метки дали бы его с p = ${p ?? 'неизвестно'} (наименьшее p, достижимое при столь малом числе изданий, — ${chance.floor})`
      }.`,
    'not told apart': () => ': по этим статьям различие не установлено.',
    'too little': ({ treatedArticles, referenceArticles }) =>
      `. Считать можно по ${many(treatedArticles, 'статье', 'статьям', 'статьям')} и ${many(referenceArticles, 'статье', 'статьям', 'статьям')}; ничего не утверждается.`,
  },

  // ── Why nothing is claimed ────────────────────────────────────────────────────────────────────────────────────────
  reasons: {
    'no article': () => 'Нет ни одной статьи, которую можно прочесть, поэтому описывать нечего.',
    'one article': () =>
      'Есть одна статья: её слова описаны и сосчитаны, о различиях между группами ничего не утверждается.',
    'nothing tested': ({ articles }) =>
      `${many(articles, 'статья описана', 'статьи описаны', 'статей описано')}, слова в них сосчитаны; ни одно различие между группами не проверялось, поэтому ни одно не утверждается.`,
    'too few groups': ({ groups }) =>
      `В исследовании ${many(groups, 'группа', 'группы', 'групп')}; для сопоставления нужны по меньшей мере две.`,
    'group lacks': ({ group, has, asked }) =>
      `В группе ${quoted(group)} ${both(has)}; исследование требует не менее ${least(asked)}, то есть не хватает: ${lack(has, asked)}.`,
  },
};

type Amount = ReasonOf<'group lacks'>['has'];

function both({ articles, outlets }: Amount): string {
  return `${many(articles, 'статья', 'статьи', 'статей')} и ${many(outlets, 'издание', 'издания', 'изданий')}`;
}

function least({ articles, outlets }: Amount): string {
  return `${many(articles, 'статьи', 'статей', 'статей')} и ${many(outlets, 'издания', 'изданий', 'изданий')}`;
}

function lack(has: Amount, asked: Amount): string {
  const [articles, outlets] = [asked.articles - has.articles, asked.outlets - has.outlets];
  return list([
    ...(articles > 0 ? [many(articles, 'статья', 'статьи', 'статей')] : []),
    ...(outlets > 0 ? [many(outlets, 'издание', 'издания', 'изданий')] : []),
  ]);
}
