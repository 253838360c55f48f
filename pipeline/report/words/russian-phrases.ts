import { FIXED_SPACE, integer } from './russian-numbers.ts';

const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

/** `1` as «1 статья», `2` as «2 статьи», `5`, `11` as «5 статей», «11 статей», `21` as «21 статья». */
export function many(n: number, one: string, few: string, several: string): string {
  return `${integer(n)} ${form(n, one, few, several)}`;
}

/** The form of a word that agrees with `n`: after 1, 21, 101 …; after 2–4, 22–24 …; after all others. */
export function form(n: number, one: string, few: string, several: string): string {
  const [tens, ones] = [Math.abs(n) % 100, Math.abs(n) % 10];
  if (tens > 10 && tens < 20) return several;
  if (ones === 1) return one;
  return ones > 1 && ones < 5 ? few : several;
}

/** «a, b и c». */
export function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} и ${items.at(-1)!}`;
}

/** `text` with its first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `text` between quotation marks; marks within it become those of the second rank: «сторона „Запад“». */
export function quoted(text: string): string {
  return `«${text.replaceAll('«', '„').replaceAll('»', '“')}»`;
}

/** Each of `items` between quotation marks, as a list. */
export function quotedList(items: readonly string[]): string {
  return list(items.map(quoted));
}

/** An ISO date in words, «5 июня 2022 г.»; anything else as it is. */
export function readableDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return iso;
  return [Number(day), name, year, 'г.'].join(FIXED_SPACE);
}

/** The range that the data are compatible with, as it is called throughout. */
export const INTERVAL = '95%-й ДИ';

/** Where something is found: «на стороне „…“» keeps the name as the data have it, for its case is not known. */
export function onSide(name: string): string {
  return `на стороне ${quoted(name)}`;
}
