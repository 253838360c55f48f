import type { Words } from './english.ts';
import { integer } from './russian-numbers.ts';
import { many, quoted } from './russian-phrases.ts';

/** What the page says where script runs, in Russian. */
export const russianPage: Words['page'] = {
  title: 'Поиск высказываний',
  note: (shown, all, characters) =>
    `Поиск ведётся ${
      shown === all
        ? `по всем высказываниям (${integer(all)})`
        : `по ${integer(shown)} из ${many(all, 'высказывания', 'высказываний', 'высказываний')} — из статей, вытянутых по зерну исследования (все высказывания — в файле data/statements.jsonl)`
    }, для каждого — не далее первых символов его предложений (${integer(characters)}). Достаточно части имени; в тексте должно встретиться каждое из заданных слов, а кавычки можно вводить прямые.`,
  fields: { speaker: 'Говорящий', outlet: 'Издание', target: 'Объект позиции', stance: 'Позиция', text: 'Текст' },
  any: 'любая',
  clear: 'Очистить',
  results: 'Найденные высказывания',
  previous: 'Назад',
  next: 'Вперёд',
  article: 'Статья',
  goTo: 'Перейти к нему в отчёте',
  close: 'Закрыть',
  copy: 'Скопировать ссылку на источник',
  inArticle: (title, outlet, date) => `${quoted(title)}, ${outlet}${date === null ? '' : `, ${date}`}`,
  script: {
    found: '{n} из {all}',
    page: 'с {from} по {to}',
    title: 'Высказывание {n}',
    copied: 'Ссылка на источник скопирована',
    selected: 'Ссылка на источник выделена; скопируйте её с клавиатуры',
    sorted: {
      ascending: 'Упорядочено по столбцу «{column}», по возрастанию',
      descending: 'Упорядочено по столбцу «{column}», по убыванию',
      none: 'В исходном порядке',
    },
    citation: '{speaker} ({manner}): {words}',
    denied: '{words} [Содержание — то, что отрицается.]',
    source: 'Из статьи: {article}. {url}',
    statement: 'Высказывание {id}.',
  },
};
