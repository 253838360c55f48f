import type { Words } from './english.ts';
import { russianForms, russianGlossary } from './russian-glossary.ts';
import { integer } from './russian-numbers.ts';
import { INTERVAL, list, onSide } from './russian-phrases.ts';

/** The words of the first page, in Russian. */
export const russianFront: Words['front'] = {
  title: 'Коротко',
  share: (share, interval) => (interval === null ? share : `${share} (${INTERVAL}: ${interval})`),
  claim: (family, what, one, share, other, otherShare) =>
    `${family}, ${what}: ${share} ${onSide(one)}, ${otherShare} ${onSide(other)}.`,
  more: 'Все различия, а также то, что различить не удалось',
  whole: 'Сводка целиком',
  figure: {
    found: (finding) => `Наибольшее различие — ${finding}`,
    none: (n) =>
      n === 1
        ? 'Главных сопоставлений: 1; различие в нём не установлено'
        : `Главных сопоставлений: ${integer(n)}; ни в одном различие не установлено`,
    note: (units) =>
      `Сначала сопоставления, которые исследование назвало заранее, затем прочие, в которых различие установлено, — в том же порядке, что и фразы выше. Крупные знаки — группы, тонкие полосы — их ${INTERVAL}. От чего вычислены доли: ${list(units)}.`,
    cut: (shown, all) => `Изображены первые по порядку: ${integer(shown)} из ${integer(all)}.`,
  },

  // ── What figures and tables show ──────────────────────────────────────────────────────────────────────────────────
  to: ' – ',
  showsOne: (what) => `: ${what}. `,
  showSeveral: (what) => `: ${what}. `,
  shows: {
    'figure-main': 'главные сопоставления в обеих группах с их интервалами',
    'figure-chain': 'цепочка голосов — от тех, кто передаёт слова, к тем, чьи это слова',
    'figure-words': 'сколько слов отведено каждому говорящему',
    'figure-stances': 'позиция каждого говорящего по отношению к каждому объекту',
    'figure-naming': 'употребляемые имена, набор за набором',
    'figure-contrasts': 'доли каждого сопоставления в обеих группах и по их изданиям',
    'figure-slopes': 'как слова других распределены между говорящими на обеих сторонах',
    'figure-outlets': 'главные сопоставления по отдельным изданиям',
    'figure-keyness': 'слова, отличающие каждую из групп, и насколько надёжно',
    'figure-placebos': 'каждое издание по очереди на месте рассматриваемого',
    'figure-periods': 'главные сопоставления во времени',
    'figure-term-periods': 'слова, отличающие группу, и слова рядом с другими — во времени',
    'figure-calibration': 'чего стоила уверенность там, где это измерялось',
    'figure-agreement': 'как часто прочтения совпадали с суждениями людей там, где это измерялось',
    'figure-multiverse': 'главное сопоставление при всех спецификациях',
    'table-warnings': 'что аномально и где',
    'table-changes-made': 'что, кроме статей, не таково, как в предыдущем прогоне',
    'table-changes-findings': 'результаты, которые не таковы, как в предыдущем прогоне',
    'table-corpus': 'статьи прогона, одна за другой',
    'table-chain': 'все звенья цепочки голосов',
    'table-sources': 'сколько места отведено каждому говорящему, по группам',
    'table-stances': 'решения для каждого говорящего и объекта',
    'table-stance-shares': 'как распределены решения там, где их достаточно',
    'table-groups': 'состав каждой группы',
    'table-naming': 'употребления каждого имени, по таблице на набор имён',
    'table-frames': 'употребления терминов каждого фрейма',
    'table-contrasts': 'каждое сопоставление в числах, с его неопределённостью',
    'table-castings': 'насколько расходятся группы в ролях каждого участника',
    'table-frame-reliability': 'насколько хорошо распознаются фреймы там, где это измерялось',
    'table-harm-precision': 'как часто акты причинения вреда прочитаны верно там, где это измерялось',
    'table-keyness': 'слова, сильнее всего отличающие группу',
    'table-company': 'слова рядом с теми, за которыми следит исследование',
    'table-multiverse': 'насколько устойчиво каждое главное сопоставление при всех спецификациях',
    'table-templates': 'последовательности слов, стоящие во многих статьях',
    'table-settings': 'настройки и версии прогона',
    'table-inputs': 'все входные данные с их хешами',
  },

  // ── Citations and glossary ────────────────────────────────────────────────────────────────────────────────────────
  // Works are cited under the names that the list of references has.
  citing: { and: '&', others: 'et al.' },
  referencesFile: 'В виде данных для библиографических менеджеров (CSL-JSON):',
  glossaryIntro:
    'Термины в том значении, в каком их употребляет этот отчёт. О том, как каждое находится или вычисляется, сказано в разделе о методах.',
  glossary: russianGlossary,
  glossaryForms: (term) => russianForms[term] ?? [term],
  glossaryOthers: ['кодовых позициях', 'кодовых позиций', 'кодовых позициям'],
};
