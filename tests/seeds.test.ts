import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Actor, Outlet } from '../pipeline/model.ts';
import { readStudy } from '../pipeline/read/inputs.ts';
import { LEXICON_NAMES } from '../pipeline/read/lexicons.ts';
import { nameFinder } from '../pipeline/text/names.ts';
import { surfaceMatcher } from '../pipeline/text/phrases.ts';
import { termMatcher } from '../pipeline/text/terms.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { inflections, NOUNS_FIRST } from './support/inflect.ts';

const { registry, lexicons, codebooks, articles, study, found, quarantined } = await readStudy('seeds/study.yaml');
const entities: readonly (Outlet | Actor)[] = [...registry.outlets, ...registry.actors];

test('the seed study reads its article untouched', () => {
  expect({ found, quarantined, ids: articles.map(({ id }) => id) }).toEqual({
    found: 1,
    quarantined: [],
    ids: ['putin-in-minsk'],
  });
  expect(articles[0]?.text).toBe(readFileSync('seeds/articles/putin-in-minsk.txt', 'utf8'));
});

test('agencies and bodies of the seed article stand on their sides', () => {
  const members = Object.fromEntries(study.groups.map((group) => [group.id, group]));
  expect(members['russian']?.members).toEqual(expect.arrayContaining(['tass', 'ria-novosti', 'rt', 'kremlin']));
  expect(members['western']?.members).toEqual(expect.arrayContaining(['bbc', 'reuters', 'nato', 'white-house']));
  expect(members['russian']?.countries).toEqual(['RU']);
  expect(members['western']?.countries).toEqual(expect.arrayContaining(['GB', 'US', 'FR', 'DE']));
});

test.each([
  ['outlets', registry.outlets.length, 80],
  ['official bodies', registry.outlets.filter(({ medium }) => medium === 'official').length, 30],
  ['actors', registry.actors.length, 120],
  ['cues', lexicons.cues.length, 250],
  ['evaluating terms', lexicons.evaluation.length, 200],
  ['role nouns', lexicons.roles.length, 100],
  ['choice sets', codebooks.naming.length, 12],
  ['terms in the shortest frame', Math.min(...codebooks.frames.map(({ terms }) => terms.length)), 25],
])('there are enough %s', (_what, count, least) => {
  expect(count).toBeGreaterThanOrEqual(least);
});

test.each([
  ['vladimir-putin', 'Vladimir Putin'],
  ['alexander-lukashenko', 'Alexander Lukashenko'],
  ['yevhen-yenin', 'Yevhen Yenin'],
  ['west', 'the West'],
  ['european-union', 'the European Union'],
  ['kremlin', 'the Kremlin'],
  ['bbc', 'BBC'],
])('%s has one name', (id, name) => {
  expect(entities.find((entity) => entity.id === id)?.name).toBe(name);
});

test('every form of a name is found in a text, whole, and means its own entry', () => {
  const find = nameFinder(registry);
  const wrong = entities.flatMap((entity) =>
    formsOf(entity).filter((form) => {
      const text = `Yesterday, ${form} was named again.`;
      const [first] = find(text, tokensOf(text));
      return first?.value.entity.id !== entity.id || text.slice(...first.span) !== form;
    }),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['a paper is no paper without its “The”', 'At the times when the sun shone, independent guards shared one sky.', []],
  [
    'a plant is not its region',
    'The Zaporizhzhia nuclear power plant lost power.',
    ['zaporizhzhia-nuclear-power-plant'],
  ],
  ['an agreement is no capital', 'The Minsk agreements failed.', ['minsk-agreements']],
  ['a bank of a river is no alliance', 'They met in the West Bank.', ['west-bank']],
  ['a ministry is not its country', 'The Belarusian Foreign Ministry spoke.', ['belarusian-foreign-ministry']],
  ['an agency is not the agency whose name it holds', 'Interfax-Ukraine reported it.', ['interfax-ukraine']],
  ['a continent is no country', 'Voice of America is heard in Latin America.', ['voice-of-america', 'latin-america']],
])('%s', (_trap, text, ids) => {
  expect(nameFinder(registry)(text, tokensOf(text)).map(({ value }) => value.entity.id)).toEqual(ids);
});

test('no office is held by two people on one day', () => {
  const held = registry.actors
    .flatMap(({ id, roles }) => roles.map((role) => ({ id, ...role })))
    .filter(({ title }) => !/^(?:Aide|Advis|Deputy|Special)/u.test(title));
  const clashes = held.flatMap((a, index) =>
    held
      .slice(index + 1)
      .filter((b) => a.id !== b.id && a.title === b.title && a.from !== null && b.from !== null)
      .filter((b) => (a.to ?? '9999') > (b.from ?? '') && (b.to ?? '9999') > (a.from ?? ''))
      .map((b) => `${a.title}: ${a.id}, ${b.id}`),
  );
  expect(clashes).toEqual([]);
});

test('every cue is found in each of its inflected forms', () => {
  const find = termMatcher(lexicons.cues.map(({ lemma }) => ({ term: lemma, value: lemma })));
  const missed = lexicons.cues.flatMap(({ lemma }) =>
    inflections(lemma)
      .filter((form) => !NOUNS_FIRST.has(form.split(' ')[0] ?? ''))
      .filter((form) => {
        const tokens = tokensOf(
          form.includes('ing') ? `Officials met, ${form} that it was so.` : `Officials ${form} that it was so.`,
        );
        return !find(tokens).some(({ first, end }) => first >= 1 && end - first >= lemma.split(' ').length);
      }),
  );
  expect(missed).toEqual([]);
});

test.each(LEXICON_NAMES.filter((name) => name !== 'cues' && name !== 'harm'))(
  'every term of %s is found as written',
  (list) => {
    const find = termMatcher(lexicons[list].map(({ term }) => ({ term, value: term })));
    const missed = lexicons[list]
      .map(({ term }) => term)
      .filter((term) => !find(tokensOf(`Then, ${term}, again.`)).some(({ value }) => value === term));
    expect(missed).toEqual([]);
  },
);

test.each(codebooks.naming.map((set) => [set.id, set] as const))(
  'every pattern of the set “%s” counts for its name',
  (_id, set) => {
    const find = surfaceMatcher(
      set.names.flatMap(({ name, patterns }) => patterns.map((pattern) => ({ pattern, value: name }))),
    );
    const wrong = set.names.flatMap(({ name, patterns }) =>
      patterns.filter((pattern) => {
        const text = `Then ${pattern.replace(/\*$/u, 'ed')} was written.`;
        return find(text, tokensOf(text))[0]?.value !== name;
      }),
    );
    expect(wrong).toEqual([]);
  },
);

function formsOf(entity: Outlet | Actor): readonly string[] {
  const own = [entity.name.replace(/^the /u, ''), ...entity.aliases];
  return 'demonyms' in entity ? [...own, ...entity.demonyms, ...entity.metonyms] : own;
}

function tokensOf(text: string) {
  return tokenise(article(text)).tokens;
}
