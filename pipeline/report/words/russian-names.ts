import { integer } from './russian-numbers.ts';
import { list, quoted, quotedList, readableDate } from './russian-phrases.ts';
import type { Words } from './english.ts';

/** What the report calls things, in Russian. */
export const russianNames: Pick<
  Words,
  | 'kinds'
  | 'calls'
  | 'callSigns'
  | 'voiceNames'
  | 'types'
  | 'reporting'
  | 'engagement'
  | 'speechAct'
  | 'quoted'
  | 'marker'
  | 'alignment'
  | 'graduation'
  | 'commitment'
  | 'modality'
  | 'noGroup'
  | 'noPublisher'
  | 'noSpeaker'
  | 'nameless'
  | 'withheldSpeaker'
  | 'noSpeakerOrWithheld'
  | 'noValue'
> = {
  // After a number as well: «4 в прямой речи».
  kinds: {
    direct: 'в прямой речи',
    mixed: 'в смешанной форме',
    indirect: 'в косвенной речи',
    attitude: 'с глаголом отношения',
  },
  calls: { opposes: 'против', neither: 'ни за, ни против', supports: 'за', 'no call': 'без решения' },
  callSigns: { opposes: '−', neither: '=', supports: '+', 'no call': '?' },
  voiceNames: { own: 'собственный голос', quoted: 'в кавычках', attributed: 'переданная речь без кавычек' },
  types: {
    person: 'лицо',
    institution: 'учреждение',
    outlet: 'издание',
    group: 'группа лиц',
    document: 'документ',
    unknown: 'тип не определён',
    country: 'страна',
    place: 'место',
    alliance: 'союз государств',
    topic: 'тема',
  },
  reporting: {
    neutral: 'нейтральная',
    distancing: 'дистанцирующая',
    endorsing: 'поддерживающая',
    negative: 'отрицательная',
  },
  engagement: {
    assert: 'утверждение',
    deny: 'отрицание',
    counter: 'возражение',
    concede: 'уступка',
    entertain: 'допущение',
    attribute: 'отсылка к чужому мнению',
    endorse: 'поддержка',
  },
  speechAct: {
    assert: 'утверждение',
    accuse: 'обвинение',
    praise: 'похвала',
    demand: 'требование',
    threaten: 'угроза',
    promise: 'обещание',
    apologise: 'извинение',
  },
  quoted,
  marker: (engagement, word) => `${engagement} (${quoted(word)})`,
  alignment: {
    agrees: (whom) => (whom === null ? 'согласие со сказанным' : `согласие; с кем: ${whom}`),
    disagrees: (whom) => (whom === null ? 'несогласие со сказанным' : `несогласие; с кем: ${whom}`),
  },
  graduation: {
    up: (found) => `усиление: ${quotedList(found)}`,
    down: (found) => `ослабление: ${quotedList(found)}`,
  },
  commitment: {
    certain: 'несомненно',
    probable: 'вероятно',
    possible: 'возможно',
    hypothetical: 'гипотетически',
  },
  modality: {
    epistemic: 'эпистемическая',
    deontic: 'деонтическая',
    dynamic: 'динамическая',
    volitional: 'волитивная',
  },
  noGroup: 'Вне известных групп',
  noPublisher: 'Издание не указано',
  noSpeaker: 'Говорящий не назван',
  nameless: (id) => (id.trim() === '' ? 'Без имени' : `Без имени (${id})`),
  withheldSpeaker: 'Говорящий оставлен без решения',
  noSpeakerOrWithheld: 'Говорящий не назван или оставлен без решения',
  noValue: '–',
};

/** The small parts of sentences, tables and figures, in Russian. */
export const russianParts: Pick<
  Words,
  | 'tableLabel'
  | 'figureLabel'
  | 'dataWord'
  | 'firstOf'
  | 'moreInFile'
  | 'statementNumber'
  | 'articleNumber'
  | 'through'
  | 'date'
> = {
  tableLabel: (n) => `Таблица ${n}`,
  figureLabel: (n) => `Рисунок ${n}`,
  dataWord: 'Данные:',
  firstOf: (shown, all) =>
    `Показано строк: ${integer(shown)} из ${integer(all)}, первые по порядку; все строки — в файле данных.`,
  moreInFile: (n, file) => `и ещё ${integer(n)} в файле ${file}`,
  statementNumber: (n) => `Высказывание ${n}`,
  articleNumber: (n) => `Статья ${n}`,
  through: (relays) => `через посредника: ${list(relays)}`,
  date: readableDate,
};
