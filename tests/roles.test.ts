import { describe, expect, test } from 'vitest';
import { alignedTo, namesIn } from '../models/roles/train/align.ts';
import { anyOf, fitAny } from '../models/roles/train/any.ts';
import { corpusOf, type Corpus } from '../models/roles/train/corpus.ts';
import { fitSoftmax, scoresOf, softmax } from '../models/roles/train/fit.ts';
import { crossJudged } from '../models/roles/train/folds.ts';
import { fileOf, trained } from '../models/roles/train/model.ts';
import type { RoleReading, Tokens } from '../pipeline/model.ts';
import { readOwnSeeds } from '../pipeline/read/inputs.ts';
import { portraitOf, properRuns } from '../pipeline/score/cast/context.ts';
import { judged, roles } from '../pipeline/score/cast/roles.ts';
import { verbsAt } from '../pipeline/score/cast/verbs.ts';
import { ROLES, roleWeightsOf } from '../pipeline/score/cast/weights.ts';
import { wordKey } from '../pipeline/score/frames/terms.ts';
import { score } from '../pipeline/score/score.ts';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';
import { attributed } from './support/attributed.ts';
import { scratch } from './support/scratch.ts';

const { registry, lexicons, frameWeights, roleWeights } = readOwnSeeds();
const weights = roleWeightsOf(roleWeights.bytes);

describe('the verbs around a mention', () => {
  test.each([
    ['does it', 'Callow burned the port.', 'burn', 1],
    ['suffers it', 'Callow was betrayed by all.', 'betray', 2],
    ['is its object', 'They betrayed Callow .', 'betray', 3],
    ['does it in a passive', 'It was burned by Callow .', 'burn', 5],
  ])('%s', (_trap, text, lemma, part) => {
    const tokens = tokensOf(text);
    expect(verbsAt(tokens, mentionsOf(tokens)[0]!, [0, tokens.length])).toEqual([
      { key: wordKey(lemma), part, says: false },
    ]);
  });

  test('whoever says something speaks; a noun between hides the verb; a full stop ends the search', () => {
    const says = (text: string): readonly boolean[] => {
      const tokens = tokensOf(text);
      return verbsAt(tokens, mentionsOf(tokens)[0]!, [0, tokens.length]).map((verb) => verb.says);
    };
    expect(says('Callow said so.')).toEqual([true]);
    expect(says('Callow, whose brother said so.')).toEqual([]);
    expect(says('He left; Callow .')).toEqual([]);
  });
});

describe('a portrait', () => {
  test('does not know the name', () => {
    const of = (text: string): unknown => {
      const tokens = tokensOf(text);
      const { measures, features } = portraitOf(tokens, mentionsOf(tokens).slice(0, 1), 3);
      return [measures, [...features.keys.subarray(0, features.size)]];
    };
    expect(of('Callow robbed the poor sailors of Harlow.')).toEqual(of('Marsh robbed the poor sailors of Ellory.'));
    expect(of('Callow robbed the poor sailors.')).not.toEqual(of('Callow fed the poor sailors.'));
  });

  test.each([
    ['owns', 'They took Callow’s 12 ships.', 7],
    ['stands in a quotation', 'They said “Callow took it”.', 8],
    ['a good word to the left', 'They praised Callow for it.', 9],
    ['a bad word to the right', 'It was Callow who killed it.', 10],
  ])('measures who %s', (_trap, text, at) => {
    const tokens = tokensOf(text);
    expect(portraitOf(tokens, mentionsOf(tokens), 1).measures[at]).not.toBe(0);
  });

  test('takes time in step with the mentions, and holds all their features', () => {
    const tokens = tokensOf('Callow robbed Callow and fed Callow, said the sailors of Callow. '.repeat(500));
    const { features } = portraitOf(tokens, mentionsOf(tokens), 2000);
    expect(features.size).toBeGreaterThan(5);
  });

  test('names are unbroken, and end with the sentence', () => {
    const tokens = tokensOf('They met Olga Marsh. Harlow left.');
    expect(properRuns(tokens).map(([first, end]) => tokens.norms.slice(first, end))).toEqual([
      ['olga', 'marsh'],
      ['harlow'],
    ]);
  });
});

describe('the weights in use', () => {
  const HERO =
    'Marsh saved the forest, won praise and helped families. Marsh pledged to protect the children. Marsh led efforts to fight pollution. ';
  const VILLAIN =
    'Marsh attacked the scientists, lied about the harm and blocked the law. Marsh denied the truth. Critics blame Marsh for the failure. ';

  test('tell who helps from who harms', () => {
    const [good, bad] = [HERO, VILLAIN].map((text) => portrait(text.repeat(2)));
    expect(good!.hero / good!.villain).toBeGreaterThan(3 * (bad!.hero / bad!.villain));
    expect(bad!.villain).toBeGreaterThan(bad!.hero);
  });

  test('who is named once at the end plays no part', () => {
    const tokens = tokensOf(`${'They met again and again on the way to the port. '.repeat(30)}It rained on Marsh.`);
    const { p, role } = judged(portraitOf(tokens, mentionsOf(tokens), 5), weights);
    expect(role).toBe('none');
    expect(p.none).toBeGreaterThan(0.9);
  });

  test('probabilities add up to 1, whatever the words', () => {
    for (const text of ['Marsh', 'Marsh 船 zzyqx', `Marsh ${'lied '.repeat(300)}`]) {
      const { hero, villain, victim, none } = portrait(text);
      expect(hero + villain + victim + none).toBeCloseTo(1, 12);
    }
  });

  test('are refused where they are cut short', () => {
    const { bytes } = roleWeights;
    expect(() => roleWeightsOf(bytes.slice(0, bytes.length - 100_000))).toThrow(RangeError);
  });

  function portrait(text: string): RoleReading['p'] {
    const tokens = tokensOf(text);
    return judged(portraitOf(tokens, mentionsOf(tokens), 4), weights).p;
  }
});

describe('in an article', () => {
  const study = {
    stanceThreshold: 0.7,
    targets: [{ id: 'the-port', name: 'the port', type: 'topic', country: null, aliases: [] }],
  } as const;
  const text = `Russia closed the port, the BBC said. The Kremlin and Russian sailors met. ${'It rained on the way to the port again. '.repeat(8)}`;
  const given = attributed(text, []);
  const bytes = { frames: frameWeights.bytes, roles: roleWeights.bytes };

  test('each actor has one reading with its mentions; topics and news outlets have none', () => {
    const found = score(given, registry, lexicons, study, null, bytes).roles;
    expect(found.map(({ entity, mentions }) => [entity.name, mentions.map(([a, b]) => text.slice(a, b))])).toEqual([
      ['Russia', ['Russia', 'Russian']],
      ['the Kremlin', ['Kremlin']],
    ]);
    expect(Object.keys(found[0]!.entity)).toEqual(['id', 'name', 'type', 'country']);
  });

  test('frames are read beside them; without models nothing is said', () => {
    expect(score(given, registry, lexicons, study, null, bytes).frames).toHaveLength(5);
    const silent = score(given, registry, lexicons, study, null);
    expect([silent.frames, silent.roles]).toEqual([[], []]);
  });

  test('an article that names nobody has no cast', () => {
    expect(roles(tokensOf('It rained.'), [], weights)).toEqual([]);
  });
});

describe('annotated entities', () => {
  const tokens = tokensOf('President Olga Marsh met young activists. Marsh left. The activists stayed in March.');
  const names = namesIn(tokens);

  test.each([
    ['by the last name in it', 'former minister Marsh’s', 'marsh', true, 2],
    ['by all its words', 'young activists', 'young activists', false, 1],
    ['by its head', 'loud activists in the streets', 'activists', false, 2],
  ])('%s', (_trap, entity, key, named, mentions) => {
    const found = alignedTo(tokensOf(entity), tokens, names)!;
    expect([found.key, found.candidate.named, found.candidate.mentions.length]).toEqual([key, named, mentions]);
  });

  test('what is not there is not found; a month is no name', () => {
    expect(alignedTo(tokensOf('the harbour'), tokens, names)).toBeNull();
    expect([...names.keys()]).toEqual(['marsh']);
  });
});

describe('training', () => {
  test('softmax regression tells classes apart, and leaves the bias free', () => {
    const cases = {
      rows: Int32Array.of(0, 1, 0, 1),
      values: Float64Array.of(1, 1, 1, 1),
      ends: Int32Array.of(1, 2, 3, 4),
      targets: Float64Array.of(1, 0, 0, 1, 1, 0, 0, 1),
      classes: 2,
      width: 2,
    };
    const fitted = fitSoftmax(cases, 10);
    expect(softmax(scoresOf(cases, 0, fitted))[0]).toBeGreaterThan(0.8);
    expect(softmax(scoresOf(cases, 1, fitted))[1]).toBeGreaterThan(0.8);
  });

  test('who is named often plays a part more likely', () => {
    const { examples } = toy();
    const model = fitAny(examples);
    const [often, once] = [
      examples.find(({ parts }) => parts !== null)!,
      examples.find(({ parts }) => parts === null)!,
    ];
    expect(anyOf(model, often.portrait)).toBeGreaterThan(anyOf(model, once.portrait));
  });

  test('the same gold gives the same bytes, which tell what they were trained on', () => {
    const corpus = toy();
    const bytes = fileOf(
      trained(corpus, () => null),
      [],
      () => null,
    );
    expect(
      fileOf(
        trained(toy(), () => null),
        [],
        () => null,
      ),
    ).toEqual(bytes);
    for (const { portrait, parts } of corpus.examples) {
      if (parts === null) continue;
      const { p } = judged(portrait, roleWeightsOf(bytes));
      expect(ROLES.toSorted((a, b) => p[b] - p[a])[0]).toBe(ROLES[parts.indexOf(1)]);
    }
  });

  test('every name is judged once', () => {
    const corpus = toy();
    expect(crossJudged(corpus, () => null, 1)).toHaveLength(corpus.examples.filter(({ named }) => named).length);
  });
});

/** Articles in which one person saves, robs or suffers, and another is only named. */
function toy(): Corpus {
  const deeds = [
    ['hero', 'Callow saved the poor. Callow fed the sailors.'],
    ['villain', 'Callow robbed the poor. Callow cheated the sailors.'],
    ['victim', 'The mob hurt Callow badly. Thieves beat Callow again.'],
  ] as const;
  const rows = Array.from({ length: 30 }, (_, n) => ({ id: String(n), deed: deeds[n % deeds.length]! }));
  const articles = rows.map(({ id, deed }) => `${id}\to\tb\td\t"It rained. ${deed[1]} They went home to Harlow."`);
  const entities = rows.map(({ id, deed }) => `${id}\tCallow\tx\t${deed[0]}\tb`);
  return corpusOf(
    scratch({
      'articles_metadata.tsv': `ID\tsource\tmbfc\tdate\ttext\n${articles.join('\n')}\n`,
      'role_and_frame_annoations.tsv': `ID\tentity\tgroup\trole\tmbfc\n${entities.join('\n')}\n`,
    }),
  );
}

function tokensOf(text: string): Tokens {
  return tokenise(article(text)).tokens;
}

/** The places of the names that tests give to people. */
function mentionsOf({ norms }: Tokens): readonly (readonly [number, number])[] {
  return norms.flatMap((norm, i): [number, number][] => (norm === 'callow' || norm === 'marsh' ? [[i, i + 1]] : []));
}
