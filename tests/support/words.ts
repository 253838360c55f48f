/** The same text in two languages; `null` where a language lacks it. `given` are the arguments that it was made from. */
export interface Said {
  readonly path: string;
  readonly one: string | null;
  readonly other: string | null;
  readonly given: readonly string[];
}

/**
 * Every text of `one` beside the same of `other`. Lists count as one text, for each language has its own order. A function is
 * called with arguments of every kind that it takes in both languages, numbers in each of the forms that a language may have.
 * Throws where no arguments suit both.
 */
export function saidBy(one: unknown, other: unknown, path = ''): readonly Said[] {
  if (typeof one === 'function' && typeof other === 'function') {
    return calls(one as Call, other as Call, path);
  }
  if (typeof one === 'string' || Array.isArray(one) || one === undefined || other === undefined) {
    return [{ path, one: textOf(one), other: textOf(other), given: [] }];
  }
  const keys = new Set([...Object.keys(one as object), ...Object.keys(other as object)]);
  return [...keys].flatMap((key) =>
    saidBy(
      (one as Readonly<Record<string, unknown>>)[key],
      (other as Readonly<Record<string, unknown>>)[key],
      path === '' ? key : `${path}.${key}`,
    ),
  );
}

/** Numbers of `text` as digits and a point, whatever its language: "2,000", "2 000" as 2000; "0.5", "0,5" as 0.5. */
export function numbersOf(text: string): readonly string[] {
  const plain = text
    .replace(/(?<![\d.,])[1-9]\d{0,2}(?:[,\u00a0]\d{3})+(?!\d)/gu, (grouped) => grouped.replace(/\D/gu, ''))
    .replace(/(?<=\d),(?=\d)/gu, '.');
  return plain.match(/\d+(?:\.\d+)?/gu) ?? [];
}

type Call = (...given: readonly unknown[]) => unknown;

const NUMBERS = [1, 2, 5, 21, 37];

/** What a parameter may be given, by its place, so that each can be told in the text. */
function kindsAt(place: number): readonly unknown[] {
  const name = `Q${String.fromCharCode(97 + place)}`;
  return [NUMBERS[4]! + place, name, [`${name}x`, `${name}y`], FIELDS, COUNTED];
}

/** Fields that objects among the arguments have, as many as there are. */
const FIELDS = {
  ...{ treated: 'Qt', treatedArticles: 71, treatedOutlets: 72, voice: 'Qv' },
  ...{ reference: 'Qr', referenceArticles: 73, referenceOutlets: 74 },
  ...{ attribution: 'Qa', threshold: 'Qb', articles: 75, outlets: 76, calls: 77, groups: ['Qg', 'Qh'] },
  ...{ replicates: 78, flagged: 'Qf' },
  ...{ topic: 'Qk', label: 'Ql', unit: 'Qu', key: 'used' },
  ...{ size: 'large', more: 'Qm', p: 'Qp', chance: { floor: 'Qz', rank: 61, of: 62 } },
  ...{ group: 'Qo', has: { articles: 81, outlets: 82 }, asked: { articles: 91, outlets: 93 } },
};
const COUNTED = { ...FIELDS, groups: 1 };

function calls(one: Call, other: Call, path: string): readonly Said[] {
  const given = product(Array.from({ length: one.length }, (_, place) => kindsAt(place))).find((kinds) =>
    [one, other].every((say) => suits(say, kinds)),
  );
  if (given === undefined) throw new Error(`No arguments suit ${path}.`);
  const changed = given.flatMap((value, place) =>
    instead(value).map((next) => given.map((kept, i) => (i === place ? next : kept))),
  );
  return [given, ...changed.filter((kinds) => [one, other].every((say) => suits(say, kinds)))].map((kinds) => ({
    path: `${path}(${JSON.stringify(kinds)})`,
    one: textOf(one(...kinds)),
    other: textOf(other(...kinds)),
    given: kinds.flatMap(namesOf),
  }));
}

/** What else may stand in the place of `value`: another number, nothing, a shorter list. */
function instead(value: unknown): readonly unknown[] {
  if (typeof value === 'number') return [0, ...NUMBERS];
  if (typeof value === 'string') return [null];
  return Array.isArray(value) ? [[], value.slice(0, 1)] : [];
}

function suits(say: Call, given: readonly unknown[]): boolean {
  try {
    return !/undefined|NaN|null|\[object/u.test(textOf(say(...given)) ?? 'null');
  } catch {
    return false;
  }
}

function namesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('Q') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(namesOf);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  return Object.values(value)
    .map((one) => textOf(one) ?? '')
    .join('\n');
}

function product(lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return lists.reduce<readonly (readonly unknown[])[]>(
    (all, list) => all.flatMap((start) => list.map((next) => [...start, next])),
    [[]],
  );
}
