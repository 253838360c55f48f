import { expect, test } from 'vitest';
import { EXIT } from '../pipeline/issue.ts';
import type { Outlet, Registry } from '../pipeline/model.ts';
import { parseStudy } from '../pipeline/study.ts';
import { refusalOf } from './support/checks.ts';
import { PLAIN_PLAN } from './support/plain.ts';

const SHA256: unknown = expect.stringMatching(/^[0-9a-f]{64}$/u);

const minimal = `id: tides
title: Two coasts
articles: texts
groups:
  - { id: north, label: North, members: { groups: [north] } }
`;

test('a study that says the least gets every default', () => {
  expect(parse(minimal)).toEqual({
    id: 'tides',
    title: 'Two coasts',
    question: '',
    authors: [],
    date: null,
    language: 'en',
    groups: [{ id: 'north', label: 'North', members: ['harbour-post', 'north-office'], countries: ['NN'] }],
    targets: [],
    attributionThreshold: 0.4,
    stanceThreshold: 0.7,
    minimum: { articles: 10, outlets: 3, calls: 6 },
    comparison: { ...PLAIN_PLAN, sha256: SHA256 },
    seed: 1,
  });
});

test('a study that says everything keeps it', () => {
  const text = `${minimal}question: Who speaks?\nauthors: [Ilse Marrow]\ndate: 2031-05-04\nlanguage: en-GB
stance: { threshold: 0.9 }\nminimum: { articles: 2, outlets: 1, calls: 4 }\nseed: 7\n`;
  expect(parse(text)).toMatchObject({
    question: 'Who speaks?',
    authors: ['Ilse Marrow'],
    date: '2031-05-04',
    language: 'en',
    attributionThreshold: 0.4,
    stanceThreshold: 0.9,
    minimum: { articles: 2, outlets: 1, calls: 4 },
    seed: 7,
  });
});

test('a comparison is laid down beforehand; its groups are the first two unless it names others', () => {
  const two = `${minimal}  - { id: south, label: South, members: { groups: [south] } }\n`;
  expect(parse(two).comparison).toEqual({ ...PLAIN_PLAN, groups: ['north', 'south'], sha256: SHA256 });
  const text = `${two}comparison:\n  groups: [south, north]\n  from: 2031-01-01\n  period: day\n  words: [{ name: tide, patterns: [tide*] }]\n`;
  expect(parse(text).comparison).toMatchObject({
    groups: ['south', 'north'],
    window: { from: '2031-01-01', to: null },
    period: 'day',
    words: [{ name: 'tide', patterns: ['tide*'] }],
  });
});

test.each([
  [
    'a group that the study does not have',
    'groups: [nort, north]',
    'The study has no group “nort”. Did you mean “north”?',
  ],
  ['a group beside itself', 'groups: [north, north]', 'A group cannot be compared with itself: name two groups.'],
  [
    'a window that ends before it begins',
    'from: 2031-02-01\n  to: 2031-01-01',
    'The comparison ends (2031-01-01) before it begins (2031-02-01).',
  ],
])('a comparison is refused for %s', (_what, lines, message) => {
  const refusal = refusalOf(() => parse(`${minimal}comparison:\n  ${lines}\n`));
  expect(refusal.problems.map((problem) => problem.message)).toContain(message);
});

test.each(['fr', 'english', 'en_GB', 'e', '""'])('a report cannot be written in %s', (language) => {
  const [problem] = refusalOf(() => parse(`${minimal}language: ${language}\n`)).problems;
  expect(problem).toMatchObject({ line: 6, message: expect.stringContaining('must be “en” or “ru”') as string });
});

test('topics are targets, with their name and what else they are called', () => {
  const text = `${minimal}targets:\n  - { id: tolls, name: tolls, aliases: [river toll*] }\n  - { id: talks, name: the Tide Talks }\n`;
  expect(parse(text).targets).toEqual([
    { id: 'tolls', name: 'tolls', type: 'topic', country: null, aliases: ['river toll*'] },
    { id: 'talks', name: 'the Tide Talks', type: 'topic', country: null, aliases: [] },
  ]);
});

test.each([
  ['by a group of the registry', 'groups: [south]', ['upland-wire', 'valley-sun']],
  ['by country, whatever the group', 'countries: [NN]', ['harbour-post', 'north-office', 'valley-sun']],
  ['one by one', 'outlets: [upland-wire]', ['upland-wire']],
  [
    'taken out again, whatever let it in',
    'groups: [south], outlets: [valley-sun], except: [valley-sun]',
    ['upland-wire'],
  ],
])('members are named %s', (_trap, members, expected) => {
  expect(parse(minimal.replace('groups: [north]', members)).groups[0]?.members).toEqual(expected);
});

test.each([
  ['two groups whose members share a country leave it to neither', 'outlets: [valley-sun]', [], []],
  ['… unless one of them lists it', 'countries: [NN], except: [harbour-post, north-office]', [], ['NN']],
  ['a country of one group alone is its own', 'outlets: [upland-wire]', ['NN'], ['UU']],
])('%s', (_trap, members, first, second) => {
  const { groups } = parse(`${minimal}  - { id: south, label: South, members: { ${members} } }\n`);
  expect(groups.map(({ countries }) => countries)).toEqual([first, second]);
});

test.each([
  ['an unknown key', `${minimal}titel: x\n`, ['6: The key “titel” is not known here. Did you mean “title”?']],
  [
    'an unknown key further in',
    minimal.replace('groups: [north]', 'grups: [north]'),
    ['5: The key “grups” is not known here. Did you mean “groups”?'],
  ],
  [
    'an unknown key in a map that may be left out',
    `${minimal}stance: { treshold: 0.8 }\n`,
    ['6: The key “treshold” is not known here. Did you mean “threshold”?'],
  ],
  ['a missing key, where its map begins', minimal.replace('title: Two coasts\n', ''), ['1: “title” is missing.']],
  [
    'every problem at once',
    minimal.replace('tides', 'Tides!').replace('title: Two coasts', 'title: 3'),
    [
      '1: “id” must be lower-case letters, digits and single hyphens, such as “ria-novosti”.',
      '2: “title” must be a text, not a number.',
    ],
  ],
  ['a day that does not exist', `${minimal}date: 2031-02-30\n`, ['6: “date” must be a date such as 2022-12-19.']],
  [
    'a threshold that no probability reaches',
    `${minimal}stance: { threshold: 2 }\n`,
    ['6: “threshold” must not be above 1.'],
  ],
  [
    'a threshold that every call reaches',
    `${minimal}stance: { threshold: 0.1 }\n`,
    ['6: “threshold” must not be below 0.34.'],
  ],
  ['no groups', minimal.replace(/groups:\n.*\n/u, 'groups: []\n'), ['4: “groups” must not be empty.']],
  [
    'articles that are neither path nor list',
    minimal.replace('texts', '{ a: 1 }'),
    ['3: “articles” must be a file, a folder, a pattern such as articles/*.txt, or a list of these.'],
  ],
  [
    'YAML that breaks off',
    `${minimal}seed: [1\n`,
    ['7: This is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].'],
  ],
  ['a key given twice', `${minimal}id: again\n`, ['6: This is not valid YAML: Map keys must be unique.']],
  ['an empty file', '', ['1: The file must be a map of keys and values, not empty.']],
  [
    'two groups with one id',
    `${minimal}  - { id: north, label: South, members: { groups: [south] } }\n`,
    ['6: The group “north” already stands in line 5: choose another id.'],
  ],
  [
    'an outlet in two groups',
    `${minimal}  - { id: all, label: All, members: { outlets: [harbour-post] } }\n`,
    ['6: The outlet “harbour-post” is already in the group “north”: take it out of one with “except”.'],
  ],
  [
    'a group without members',
    minimal.replace('groups: [north]', ''),
    ['5: The group “north” has no members: name groups, countries or outlets of the registry.'],
  ],
  [
    'two topics with one id',
    targets('{ id: tolls, name: tolls }', '{ id: tolls, name: fees }'),
    ['8: The target “tolls” already stands in line 7: choose another id.'],
  ],
  [
    'an alias of two topics',
    targets('{ id: tolls, name: tolls, aliases: [river fee*] }', '{ id: fees, name: fees, aliases: [River fees] }'),
    ['8: “River fees” matches the same words as “river fee*” of “tolls” in line 7: keep one of them.'],
  ],
  [
    'an alias given twice',
    targets('{ id: tolls, name: tolls, aliases: [tolls] }'),
    ['7: “tolls” is the topic’s own name, which counts as an alias without being listed: take it out here.'],
  ],
  [
    'an alias that matches the name and more',
    targets('{ id: tolls, name: the tolls, aliases: [toll*] }'),
    [
      '7: “toll*” also matches the topic’s own name, “the tolls”, which counts as an alias: take it out, or give the topic a name that it does not match.',
    ],
  ],
  [
    'an alias twice',
    targets('{ id: tolls, name: tolls, aliases: [fees, fees] }'),
    ['7: “fees” matches the same words as “fees” in line 7: keep one of them.'],
  ],
  [
    'a topic with the id of an actor',
    targets('{ id: vestonia, name: the coast }'),
    ['7: The registry already has the id “vestonia”: choose another, or leave the target to the registry.'],
  ],
  [
    'topics that are actors of the registry by name, alias, demonym or metonym',
    targets('{ id: a, name: the Vestonian }', '{ id: b, name: x, aliases: [vestonia, VU, port vest, harbour-post] }'),
    [
      '7: “Vestonian” names Vestonia of the registry, a target of every study: take it out here.',
      '8: “vestonia” names Vestonia of the registry, a target of every study: take it out here.',
      '8: “VU” names Vestonia of the registry, a target of every study: take it out here.',
      '8: “port vest” names Vestonia of the registry, a target of every study: take it out here.',
      '8: “harbour-post” names harbour-post of the registry, a target of every study: take it out here.',
    ],
  ],
  [
    'an alias with a star inside',
    targets('{ id: tolls, name: tolls, aliases: [riv* toll] }'),
    ['7: Item 1 of “aliases” must be words, with a * at the very end or nowhere.'],
  ],
  [
    'an unknown key of a topic',
    targets('{ id: tolls, name: tolls, alias: [x] }'),
    ['7: The key “alias” is not known here.'],
  ],
  ['a topic without a name', targets('{ id: tolls }'), ['7: “name” is missing.']],
  [
    'names that the registry does not know, each with the nearest',
    minimal.replace(
      'groups: [north]',
      'groups: [nroth], outlets: [harbor-post, zzz], except: [upland-wir], countries: [QQ]',
    ),
    [
      '5: The registry of outlets knows no group “nroth”. Did you mean “north”?',
      '5: The registry has no outlet of the country “QQ”.',
      '5: The registry has no outlet with the id “harbor-post”. Did you mean “harbour-post”?',
      '5: The registry has no outlet with the id “zzz”.',
      '5: The registry has no outlet with the id “upland-wir”. Did you mean “upland-wire”?',
    ],
  ],
])('%s is refused with file, line and mend', (_trap, text, expected) => {
  const refusal = refusalOf(() => parse(text));
  expect(refusal.exit).toBe(EXIT.badStudy);
  expect(refusal.message.split('\n')).toEqual(expected.map((line) => `study.yaml:${line}`));
});

test.each([
  ['a capital that the registry’s form does not have', 'vU'],
  ['a longer phrase with an actor in it', 'war in Vestonia'],
  ['a word within a form', 'Port'],
])('no clash with the registry: %s', (_trap, alias) => {
  const text = targets(`{ id: tolls, name: tolls, aliases: [${alias}] }`);
  expect(parse(text).targets[0]?.aliases).toEqual([alias]);
});

function parse(text: string) {
  return parseStudy(text, 'study.yaml', registry);
}

/** The minimal study with topics, the first in line 7. */
function targets(...topics: readonly string[]): string {
  return `${minimal}targets:\n${topics.map((topic) => `  - ${topic}\n`).join('')}`;
}

const registry: Registry = {
  actors: [
    {
      id: 'vestonia',
      name: 'Vestonia',
      type: 'country',
      country: 'VE',
      aliases: ['VU'],
      demonyms: ['Vestonian'],
      metonyms: ['Port Vest'],
      gender: null,
      roles: [],
      note: 'Invented.',
      sourceNote: 'Invented.',
    },
  ],
  outlets: [
    outlet('harbour-post', 'north', 'NN'),
    outlet('upland-wire', 'south', 'UU'),
    outlet('north-office', 'north', 'NN'),
    outlet('valley-sun', 'south', 'NN'),
  ],
};

function outlet(id: string, group: string, country: string): Outlet {
  return {
    id,
    name: id,
    type: 'outlet',
    country,
    aliases: [],
    domains: [],
    group,
    medium: 'online',
    note: 'Invented.',
    sourceNote: 'Invented.',
  };
}
