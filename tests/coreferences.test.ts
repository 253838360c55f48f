import { describe, expect, test } from 'vitest';
import { attribute } from '../pipeline/attribute/attribute.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

const { registry, lexicons } = readOwnSeeds();

describe('whom pronouns mean', () => {
  test.each([
    ['he, after a name', 'Hugh Hill left. He was tired.', 'He: Hugh Hill'],
    ['she, after a name', 'Emma Marsh left. She was tired.', 'She: Emma Marsh'],
    ['his, in the same sentence', 'Hugh Hill lost his keys.', 'his: Hugh Hill'],
    [
      'her, before a noun and as an object',
      'Emma Marsh left her keys. We saw her.',
      'her: Emma Marsh, her: Emma Marsh',
    ],
    ['of two, gender tells', 'Hugh Hill met Emma Marsh. She was tired.', 'She: Emma Marsh'],
    ['of two men nobody can say', 'Hugh Hill met Boris Roe. He was tired.', ''],
    ['whom the reporter went on to', 'Hugh Hill left. Boris Roe stayed. He was tired.', 'He: Boris Roe'],
    ['a man without a name may be meant', 'Hugh Hill met a soldier. He was tired.', ''],
    ['a woman without a name is not', 'Hugh Hill met his wife. He was tired.', 'his: Hugh Hill, He: Hugh Hill'],
    ['several may be no “he”', 'Hugh Hill met soldiers. He was tired.', 'He: Hugh Hill'],
    ['only a man without a name', 'The soldier left. He was tired.', ''],
    ['a title is no other man', 'Mayor Hugh Hill left. He was tired.', 'He: Hugh Hill'],
    ['a title of many words', 'Acting Deputy Mayor Hugh Hill left. He was tired.', 'He: Hugh Hill'],
    ['an apposition is no other man', 'Hugh Hill, the new mayor, left. He was tired.', 'He: Hugh Hill'],
    ['nor is one before the name', 'The mayor, Hugh Hill, left. He was tired.', 'He: Hugh Hill'],
    ['nor what the name is said to be', 'Hugh Hill is the mayor. He was tired.', 'He: Hugh Hill'],
    ['a son between name and verb is another', 'Hugh Hill, whose son is ill, left. He was tired.', ''],
    ['nobody named', 'He was tired.', ''],
    ['a name of no known gender', 'Ossian Quill left. The mayor saw her.', ''],
    ['too far back', 'Hugh Hill left. It rained. It snowed. It rained. He was tired.', ''],
    ['an object is not the subject of its verb', 'Hugh Hill met Boris Roe. Hugh Hill thanked him.', 'him: Boris Roe'],
    ['the subject of another verb may be', 'Hugh Hill said we saw him.', 'him: Hugh Hill'],
    ['nor is an object its pronoun', 'Boris Roe left. Hugh Hill left. He saw him.', 'He: Hugh Hill, him: Boris Roe'],
    ['a fronted clause may be of whoever follows', 'Hugh Hill left. After he called, Boris Roe came.', ''],
    ['a fronted clause of the same', 'Hugh Hill left. After he called, Hugh Hill came.', 'he: Hugh Hill'],
    ['a fronted clause, nobody follows', 'Hugh Hill left. After he called, it rained.', 'he: Hugh Hill'],
    ['a name owns what does it', 'Boris Roe left. Hugh Hill’s car broke. He was tired.', ''],
    ['one behind a preposition is less ahead', 'Boris Roe left. It rained on Hugh Hill. He was tired.', ''],
    ['an adverb before the verb', 'Hugh Hill left. He also was tired.', 'He: Hugh Hill'],
    ['the last word of a text', 'Emma Marsh left. We saw her', 'her: Emma Marsh'],
    [
      'more names than are kept in mind',
      `Emma Marsh met ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
        .split('')
        .map((l) => `Boris ${l}odd`)
        .join(' and ')}. She was tired.`,
      '',
    ],
    ['beyond a quotation', 'Hugh Hill left. “We heard Boris Roe,” Emma Marsh said. He was tired.', ''],
  ])('%s', (_trap, text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  test.each([
    ['who speaks is not meant', 'Hugh Hill spoke of Boris Roe. “He is a liar,” Hugh Hill said.', 'He: Boris Roe'],
    ['whose words nobody knows', 'Hugh Hill left. “He is a liar, I tell you.”', ''],
    ['too far back for words in marks', 'Boris Roe left. It rained. “He is a liar, I tell you,” Hugh Hill said.', ''],
    ['who speaks without marks may be', 'Hugh Hill said that he was tired.', 'he: Hugh Hill'],
    ['a source is who the source is', 'Hugh Hill left. “It is over for us all,” he said.', 'he: Hugh Hill'],
  ])('in what someone says: %s', (_trap, text, expected) => {
    expect(meant(text)).toBe(expected);
  });
});

describe('whom descriptions mean', () => {
  const day = '2022-06-01';
  test.each([
    ['an office and its country', 'The Russian president left.', 'Russian president: Vladimir Putin'],
    [
      'a pronoun after it',
      'The Russian president left. He was tired.',
      'Russian president: Vladimir Putin, He: Vladimir Putin',
    ],
    ['a country behind it', 'We saw the president of the United States.', 'president: Joe Biden'],
    ['a country that owns it', 'Poland’s prime minister left.', 'Poland’s prime minister: Mateusz Morawiecki'],
    ['an office that a country’s owner has not', 'Poland’s king left.', ''],
    ['an owner that is no country', 'NATO’s chief left.', ''],
    ['its own possession', 'The Russian president’s men left.', 'Russian president: Vladimir Putin'],
    ['an office that nobody holds', 'The Russian king left.', ''],
    ['a former holder', 'The former Russian president left.', ''],
    ['several', 'The Russian presidents left.', ''],
    ['what someone becomes', 'They saw Hugh Hill as the Russian president.', ''],
    ['a title', 'The Russian president Vladimir Putin left.', ''],
    ['the last one called so', 'Mayor Hugh Hill left. The mayor was tired.', 'mayor: Hugh Hill'],
    ['an office that the registry knows', 'Vladimir Putin left. The president was tired.', 'president: Vladimir Putin'],
    ['two of an office', 'Vladimir Putin met Joe Biden. The president was tired.', ''],
    ['two of whom one has no name', 'Mayor Hugh Hill met the mayor of Saltby. The mayor was tired.', ''],
    ['what the words add', 'Deputy mayor Hugh Hill left. The deputy mayor was tired.', 'deputy mayor: Hugh Hill'],
    ['what they add of another', 'Mayor Hugh Hill left. The foreign mayor was tired.', ''],
    ['too far back', 'Mayor Hugh Hill left. It rained. The mayor was tired.', ''],
    ['one of no known gender', 'Mayor Ossian Quill left. The mayor was tired. He slept.', 'mayor: Ossian Quill'],
    [
      'an office since nobody knows when',
      'Hanna Malyar left. The deputy defence minister was tired.',
      'deputy defence minister: Hanna Maliar',
    ],
    ['in another’s mouth it is another', 'Mayor Hugh Hill left. “The mayor is a liar,” Emma Marsh said.', ''],
    ['an alliance', 'NATO met. It rained. We left the alliance.', 'alliance: NATO'],
    ['a body of no such name', 'NATO met. We left the ministry.', ''],
    ['a country is no body', 'Russia left. The country was tired.', ''],
    ['his neighbour', 'His neighbor Hugh Hill left. His neighbor was tired.', 'His: Hugh Hill, neighbor: Hugh Hill'],
    ['nothing behind the article', 'Mayor Hugh Hill met the.', ''],
  ])('%s', (_trap, text, expected) => {
    expect(meant(text, day)).toBe(expected);
  });

  test('without a date whoever holds an office still', () => {
    expect(meant('Vladimir Putin left. The president was tired.')).toBe('president: Vladimir Putin');
  });
});

test('two thousand presidents and pronouns in one sentence all mean one man', () => {
  const text = `Vladimir Putin left, ${'and the Russian president lost his hat '.repeat(2_000)}.`;
  const read = attribute(tokenise(article(text, { date: '2022-06-01' })), registry, lexicons, [], null).coreferences;
  expect(read).toHaveLength(4_000);
  expect(new Set(read.map(({ entity }) => entity.id))).toEqual(new Set(['vladimir-putin']));
});

/** "He: Hugh Hill": each mention with whom it means, in the order of the text. */
function meant(text: string, date: string | null = null): string {
  const { coreferences } = attribute(tokenise(article(text, { date })), registry, lexicons, [], null);
  return coreferences.map(({ span, entity }) => `${text.slice(...span)}: ${entity.name}`).join(', ');
}
