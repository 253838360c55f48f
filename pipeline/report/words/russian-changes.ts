import type { Words } from './english.ts';
import { integer } from './russian-numbers.ts';
import { form, list, many } from './russian-phrases.ts';

/** The words of what changed since the last run, in Russian. */
export const russianChanges: Words['changes'] = {
  same: (run) =>
    `Предыдущий прогон: ${run}. Программа, веса, лексиконы, кодовые книги и настройки в обоих прогонах одни и те же: всё, что различается, идёт от статей.`,
  otherwise: (run, n) =>
    `Числа этого прогона нельзя сравнивать с числами предыдущего (${run}): кроме статей ${form(n, 'изменилось', 'изменились', 'изменилось')} ${integer(n)} из того, на чём они основаны. То, что указано ниже, может объясняться этим, а не сообщениями изданий.`,
  noArticles: 'Новых, исчезнувших и изменённых статей нет.',
  articles: {
    new: (n, named) => `Новых статей — ${integer(n)}: ${some(n, named)}.`,
    gone: (n, named) => `Исчезнувших статей — ${integer(n)}: ${some(n, named)}.`,
    changed: (n, named) => `Статей с другим текстом, чем прежде, — ${integer(n)}: ${some(n, named)}.`,
  },
  statements: (before, now) => `Высказываний в статьях было ${integer(before)}, стало ${integer(now)}.`,
  noFindings:
    'Ни одно решение о сопоставлении не изменилось, и ни одна разность не вышла за пределы своего интервала в другом прогоне.',
  within: (n) =>
    `${many(n, 'разность сместилась', 'разности сместились', 'разностей сместилось')}, оставаясь в пределах интервалов обоих прогонов: в списке их нет.`,
  madeTitle: 'Что, кроме статей, не таково, как в предыдущем прогоне',
  madeNote: 'Файлы обозначены первыми знаками их SHA-256; то, что слишком длинно для печати, стоит в данных.',
  findingsTitle: 'Результаты, которые не таковы, как в предыдущем прогоне',
  findingsNote:
    'Решение, затем разность в процентных пунктах с её 95%-м интервалом (бутстреп с поправкой на смещение и ускорение). При том же решении разность названа, только если она лежит вне своего интервала в другом прогоне. У двух прогонов есть общие статьи: это не проверка изменения.',
  columns: { name: 'Название', kind: 'Изменение', before: 'Было', now: 'Стало', finding: 'Сопоставление' },
  made: { program: 'программа', package: 'пакет', setting: 'настройка исследования', file: 'файл' },
  kinds: {
    appeared: 'теперь различие установлено',
    disappeared: 'различие больше не установлено',
    verdict: 'другое решение',
    moved: 'число сместилось',
  },
  absent: 'нет',
  long: 'см. данные',
  figure: (verdict, difference, interval) => `${verdict}; ${difference} (${interval})`,
};

function some(n: number, named: readonly string[]): string {
  return n > named.length ? `${named.join(', ')} и ещё ${integer(n - named.length)}` : list(named);
}
