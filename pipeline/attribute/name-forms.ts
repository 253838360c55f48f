import { remembered } from '../text/remembered.ts';

/** Spellings of one given name, by language, transliteration or habit; each line is one name. */
const SAME_GIVEN = `
alexander aleksandr alexandr aleksander oleksandr aliaksandr alyaksandr alex sasha
alexei aleksei alexey aleksey oleksiy oleksii
andrei andrey andriy andrii andrew andy
anthony tony
benjamin ben
charles charlie chuck
christopher chris
daniel dan danny
david dave
dmitry dmitri dmitriy dmytro
donald don
edward ed eddie ted
elizabeth liz beth betsy
gregory greg
igor ihor
james jim jimmy
jeffrey jeff
joseph joe
katherine catherine kate kathy cathy
kenneth ken
lawrence larry
matthew matt
michael mike mikhail mykhailo
nicholas nick nikolai nikolay mykola
oleg oleh
patrick pat
pavel pavlo paul
peter pyotr petro
richard rick dick
robert bob bobby rob
samuel sam
sergei sergey sergiy serhiy serhii siarhei
stephen steven steve
svetlana svitlana sviatlana
thomas tom tommy
timothy tim
viktor victor
vladimir volodymyr uladzimir
william will bill billy
yevgeny evgeny yevhen eugene
yulia yuliia julia
yuri yury yuriy iurii
`;

const GIVEN_CLASS: ReadonlyMap<string, string> = new Map(
  SAME_GIVEN.trim()
    .split('\n')
    .flatMap((line) => line.split(' ').map((name) => [name, line.split(' ')[0]!] as const)),
);

/** The words of a name in lower case without accents, points or apostrophes; a hyphenated word is one. */
export const nameWords = remembered((name): readonly string[] => {
  const plain = name.normalize('NFKD').replace(/[\p{M}.'’‘ʼ]/gu, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}&]+(?:\s?[-‐‑–]\s?[\p{L}\p{N}]+)*/gu) ?? [];
});

/** A word as every common transliteration from Cyrillic would come out: Zelensky, Zelenskyy and Zelenskiy are one. */
export const foldWord = remembered((word) =>
  word
    .replace(/[-‐‑–\s]+/gu, ' ')
    .replace(/(?:iy|yy|yi|ij|ii|y)$/u, 'i')
    .replace(/ks/gu, 'x')
    .replace(/t?sch|tch/gu, 'ch')
    .replace(/[jy]([aeou])/gu, 'i$1')
    .replace(/^ie/u, 'e')
    .replace(/(\p{L})\1/gu, '$1'),
);

/** A given name as its class: "Bill" as "william", "Oleksandr" as "alexander". */
export function foldGiven(word: string): string {
  return foldWord(GIVEN_CLASS.get(word) ?? word);
}

/** What two full names share when they are of one person: folded class of the first word and folded last word. */
export function fullKey(words: readonly string[]): string {
  return `${foldGiven(words[0]!)} ${foldWord(words.at(-1)!)}`;
}

/** Whether names of one surname can be one person's: each earlier word of the shorter is, or starts like, one of the longer. */
export function agree(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const others = long.slice(0, -1);
  return short.slice(0, -1).every((word) => others.some((other) => sameGiven(word, other)));
}

function sameGiven(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a.startsWith(b) || b.startsWith(a);
  return foldGiven(a) === foldGiven(b);
}

const SMALL = new Set('of the and for on in to a &'.split(' '));

/** Initials of a body's name, without its small words: "International Coral Alliance" → "ica". */
export function initials(words: readonly string[]): string {
  let letters = '';
  for (const word of words) for (const part of word.split(/[-\s]/u)) if (!SMALL.has(part)) letters += part.charAt(0);
  return letters;
}
