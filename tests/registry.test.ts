import { expect, test } from 'vitest';
import { sentence } from '../pipeline/issue.ts';
import { checkRegistry, type RegistryTexts } from '../pipeline/read/registry.ts';
import { taken } from './support/checks.ts';

const outlets = `sources: { own: Invented. }
outlets:
  - { id: harbour-post, name: The Harbour Post, aliases: [Harbour Post], domains: [harbour-post.example], country: AA, group: coast, medium: newspaper, note: Invented., source: own }
  - { id: tide-office, name: the Tide Office, country: AA, group: coast, medium: official, note: Invented., source: own }
`;
const actors = `sources: { own: Invented. }
actors:
  - { id: ilse-marrow, name: Ilse Marrow, type: person, country: AA, aliases: [Marrow], gender: female, roles: [{ title: Mayor of Saltby, from: 2030-01-01, to: null }], note: Invented., source: own }
  - { id: upland, name: Upland, type: country, country: UU, demonyms: [Uplander], metonyms: [Saltby], note: Invented., source: own }
`;

test('an official body is an institution, everything else an outlet; sources are written out', () => {
  const registry = taken(checkRegistry(registryTexts(outlets, actors)));
  expect(registry.outlets.map(({ type, sourceNote }) => [type, sourceNote])).toEqual([
    ['outlet', 'Invented.'],
    ['institution', 'Invented.'],
  ]);
  expect(registry.actors[1]).toEqual({
    id: 'upland',
    name: 'Upland',
    type: 'country',
    country: 'UU',
    aliases: [],
    demonyms: ['Uplander'],
    metonyms: ['Saltby'],
    gender: null,
    roles: [],
    note: 'Invented.',
    sourceNote: 'Invented.',
  });
});

test.each([
  [
    'an alias of both files',
    outlets,
    actors.replace('[Marrow]', '[Harbour Post]'),
    ['actors.yaml:3: The name “Harbour Post” already stands in outlets.yaml:3: leave it to one entry.'],
  ],
  [
    'an alias that is another’s name without “the”',
    outlets.replace('[Harbour Post]', '[Tide Office]'),
    actors,
    ['outlets.yaml:4: The name “Tide Office” already stands in outlets.yaml:3: leave it to one entry.'],
  ],
  [
    'a metonym that is an alias',
    outlets,
    actors.replace('[Marrow]', '[Saltby]'),
    ['actors.yaml:4: The name “Saltby” already stands in actors.yaml:3: leave it to one entry.'],
  ],
  [
    'a form given twice in one entry',
    outlets,
    actors.replace('[Marrow]', '[Marrow, Marrow]'),
    ['actors.yaml:3: The name “Marrow” already stands in actors.yaml:3: leave it to one entry.'],
  ],
  [
    'an id of both files',
    outlets,
    actors.replace('id: upland', 'id: tide-office'),
    ['actors.yaml:4: The id “tide-office” already stands in outlets.yaml:4: leave it to one entry.'],
  ],
  [
    'a domain of two',
    outlets.replace('Tide Office,', 'Tide Office, domains: [harbour-post.example],'),
    actors,
    ['outlets.yaml:4: The domain “harbour-post.example” already stands in outlets.yaml:3: leave it to one entry.'],
  ],
  [
    'a domain with its protocol',
    outlets.replace('[harbour-post', '["https://harbour-post'.concat('')).replace('.example]', '.example"]'),
    actors,
    ['outlets.yaml:3: Item 1 of “domains” must be a bare host such as “bbc.co.uk”.'],
  ],
  [
    'a source that is not listed',
    outlets.replace('source: own }\n  -', 'source: onw }\n  -'),
    actors,
    ['outlets.yaml:3: The source “onw” is not listed under “sources”. Did you mean “own”?'],
  ],
  [
    'a source that no entry cites',
    outlets,
    actors.replace('Invented. }\n', 'Invented., spare: None. }\n'),
    ['actors.yaml:1: No entry cites the source “spare”: remove it.'],
  ],
  [
    'an empty note',
    outlets.replace('note: Invented.', 'note: ""'),
    actors,
    ['outlets.yaml:3: “note” must not be empty, nor begin or end with a blank.'],
  ],
  [
    'a person without gender',
    outlets,
    actors.replace('gender: female, ', ''),
    ['actors.yaml:3: The person “ilse-marrow” needs a gender.'],
  ],
  [
    'a country with a gender and roles',
    outlets,
    actors.replace('metonyms: [Saltby]', 'gender: male, roles: [{ title: T, from: null, to: null }]'),
    ['actors.yaml:4: Only a person has a gender.', 'actors.yaml:4: Only a person has roles.'],
  ],
  [
    'a role that ends before it begins',
    outlets,
    actors.replace('to: null', 'to: 2029-01-01'),
    ['actors.yaml:3: The role ends before it begins.'],
  ],
  [
    'problems of both files at once',
    outlets.replace('country: AA', 'country: Aa'),
    actors.replace('type: person', 'type: persn'),
    [
      'outlets.yaml:3: “country” must be a country code of two capitals, such as “GB”.',
      'actors.yaml:3: “type” must be one of person, institution, group, country, place, alliance, topic, not “persn”. Did you mean “person”?',
    ],
  ],
])('%s', (_trap, outletText, actorText, expected) => {
  expect(checkRegistry(registryTexts(outletText, actorText)).problems.map(sentence)).toEqual(expected);
});

function registryTexts(outletText: string, actorText: string): RegistryTexts {
  return { outlets: { file: 'outlets.yaml', text: outletText }, actors: { file: 'actors.yaml', text: actorText } };
}
