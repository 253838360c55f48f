import { z } from 'zod';
import type { Problem } from '../issue.ts';
import type { Actor, Outlet, Registry } from '../model.ts';
import { bad, checkYaml, good } from './yaml.ts';
import type { Checked, Path, Sheet } from './yaml.ts';
import { countryCode, filled, kebab, sourceProblems, sources, words } from './fields.ts';

/** Texts of the two registry files, with the names that messages give them. */
export interface RegistryTexts {
  readonly outlets: { readonly file: string; readonly text: string };
  readonly actors: { readonly file: string; readonly text: string };
}

const outletFields = z.strictObject({
  id: kebab,
  name: filled,
  aliases: words,
  domains: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/u, 'must be a bare host such as “bbc.co.uk”'))
    .default([]),
  country: countryCode.nullable(),
  group: kebab.nullable(),
  medium: z.enum(['agency', 'broadcaster', 'newspaper', 'magazine', 'online', 'official']),
  note: filled,
  source: filled,
});

const isoDay = z.iso.date('must be a date such as 2022-12-19').nullable();

const actorFields = z.strictObject({
  id: kebab,
  name: filled,
  type: z.enum(['person', 'institution', 'group', 'country', 'place', 'alliance', 'topic']),
  country: countryCode.nullable(),
  aliases: words,
  demonyms: words,
  metonyms: words,
  gender: z.enum(['female', 'male']).nullable().default(null),
  roles: z.array(z.strictObject({ title: filled, from: isoDay, to: isoDay })).default([]),
  note: filled,
  source: filled,
});

const outletFile = z.strictObject({ sources, outlets: z.array(outletFields).min(1) });
const actorFile = z.strictObject({ sources, actors: z.array(actorFields).min(1) });

/**
 * The registry of outlets and actors, checked: schema, sources, and that every id, domain and name (aliases, demonyms and
 * metonyms too, case-sensitively, a leading "the" apart) means one entity in both files together.
 */
export function checkRegistry(texts: RegistryTexts): Checked<Registry> {
  const outlets = checkYaml(texts.outlets.text, texts.outlets.file, outletFile);
  const actors = checkYaml(texts.actors.text, texts.actors.file, actorFile);
  if (outlets.value === null || actors.value === null) return bad([...outlets.problems, ...actors.problems]);
  const problems = [
    ...sourceProblems(outlets.value, outlets.value.data.outlets, ['outlets']),
    ...sourceProblems(actors.value, actors.value.data.actors, ['actors']),
    ...personProblems(actors.value),
    ...duplicates([...keysOfOutlets(outlets.value), ...keysOfActors(actors.value)]),
  ];
  if (problems.length > 0) return bad(problems);
  return good({ outlets: outletsOf(outlets.value), actors: actorsOf(actors.value) });
}

type OutletSheet = Sheet<z.output<typeof outletFile>>;
type ActorSheet = Sheet<z.output<typeof actorFile>>;

function outletsOf({ data }: OutletSheet): readonly Outlet[] {
  return data.outlets.map(({ source, ...outlet }) => ({
    ...outlet,
    type: outlet.medium === 'official' ? 'institution' : 'outlet',
    sourceNote: data.sources[source] as string,
  }));
}

function actorsOf({ data }: ActorSheet): readonly Actor[] {
  return data.actors.map(({ source, ...actor }) => ({ ...actor, sourceNote: data.sources[source] as string }));
}

/** Gender and roles belong to people and to nobody else; a role ends after it begins. */
function personProblems({ file, data, lineOf }: ActorSheet): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (path: Path, message: string): void => void problems.push({ file, line: lineOf(path), message });
  for (const [index, actor] of data.actors.entries()) {
    const at = ['actors', index];
    if (actor.type === 'person' && actor.gender === null) report(at, `The person “${actor.id}” needs a gender.`);
    if (actor.type !== 'person' && actor.gender !== null) report([...at, 'gender'], 'Only a person has a gender.');
    if (actor.type !== 'person' && actor.roles.length > 0) report([...at, 'roles'], 'Only a person has roles.');
    for (const [n, { from, to }] of actor.roles.entries()) {
      if (from !== null && to !== null && to < from) report([...at, 'roles', n], 'The role ends before it begins.');
    }
  }
  return problems;
}

/** Something that only one entity may be called: an id, a domain or a name. */
interface Key {
  readonly kind: 'id' | 'domain' | 'name';
  readonly key: string;
  readonly file: string;
  readonly line: number;
}

function keysOfOutlets({ file, data, lineOf }: OutletSheet): readonly Key[] {
  return data.outlets.flatMap((outlet, index) => {
    const key = keyMaker(file, lineOf, ['outlets', index]);
    return [
      key('id', 'id')(outlet.id),
      key('name', 'name')(withoutArticle(outlet.name)),
      ...outlet.aliases.map(key('name', 'aliases')),
      ...outlet.domains.map(key('domain', 'domains')),
    ];
  });
}

function keysOfActors({ file, data, lineOf }: ActorSheet): readonly Key[] {
  return data.actors.flatMap((actor, index) => {
    const key = keyMaker(file, lineOf, ['actors', index]);
    return [
      key('id', 'id')(actor.id),
      key('name', 'name')(withoutArticle(actor.name)),
      ...actor.aliases.map(key('name', 'aliases')),
      ...actor.demonyms.map(key('name', 'demonyms')),
      ...actor.metonyms.map(key('name', 'metonyms')),
    ];
  });
}

function keyMaker(file: string, lineOf: (path: Path) => number, at: Path) {
  return (kind: Key['kind'], field: string) =>
    (key: string, item?: number): Key => ({
      kind,
      key,
      file,
      line: lineOf([...at, field, ...(item === undefined ? [] : [item])]),
    });
}

/** In running text "the Kremlin" also stands as "Kremlin"; a capital "The" belongs to a name and is required. */
function withoutArticle(name: string): string {
  return name.replace(/^the /u, '');
}

function duplicates(keys: readonly Key[]): readonly Problem[] {
  const first = new Map<string, Key>();
  const problems: Problem[] = [];
  for (const key of keys) {
    const slot = `${key.kind} ${key.key}`;
    const earlier = first.get(slot);
    if (earlier === undefined) first.set(slot, key);
    else {
      const message = `The ${key.kind} “${key.key}” already stands in ${earlier.file}:${earlier.line}: leave it to one entry.`;
      problems.push({ file: key.file, line: key.line, message });
    }
  }
  return problems;
}
