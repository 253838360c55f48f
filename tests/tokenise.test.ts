import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../pipeline/tokenise/tokenise.ts';
import { article } from './support/article.ts';

describe('quotations', () => {
  test.each([
    ['curly marks', 'She said “yes, we can” to all.', ['“yes, we can”']],
    ['straight marks', '"No," he said, "not now."', ['"No,"', '"not now."']],
    ['typewriter marks', "''No,'' he said, ``not now.'' It's the ministers' port.", ["''No,''", "``not now.''"]],
    ['three apostrophes are no mark', "'''No''' he wrote.", []],
    ['mixed glyphs', 'He said “not today" and left.', ['“not today"']],
    ['German marks', '„Ganz klar“, said the mayor.', ['„Ganz klar“']],
    ['guillemets glued to a word', 'The «ёлка» fell.', ['«ёлка»']],
    [
      'a quotation inside a quotation',
      '“They said ‘never’ twice,” she said.',
      ['“They said ‘never’ twice,”', '2:‘never’'],
    ],
    ['the same glyph nested', '“a “b” c”', ['“a “b” c”', '2:“b”']],
    ['an opening mark before another is closed', '“a “b c”', ['!“a ', '“b c”']],
    ['never closed: it ends with its paragraph', '“Hello there.\nNext.', ['!“Hello there.']],
    ['opened again in the next paragraph', '“One.\n\n“Two,” he said.', ['!“One.', '+“Two,”']],
    ['closed in the next paragraph', '“One.\n\nTwo,” he said.', ['!“One.', '+Two,”']],
    ['closed after a paragraph without marks', '“One.\n\nTwo.\n\nThree,” he said.', ['!“One.', '!+Two.', '+Three,”']],
    [
      'opened again after a paragraph of the reporter’s',
      '“One.\n\nShe left.\n\n“Three,” he said.',
      ['!“One.', '“Three,”'],
    ],
    ['apostrophes are no marks', 'It’s the ministers’ view, don’t you think? ’90s talk.', []],
    [
      'a plural’s apostrophe inside single marks',
      'He called it ‘the ministers’ own fault’.',
      ['‘the ministers’ own fault’'],
    ],
    ['single marks of two kinds do not pair', "‘yes’ and 'no'.", ['‘yes’', "'no'"]],
    ['marks around nothing are no quotation', 'She typed ""= and left. “” stood there. Then “” and "".', []],
    ['marks around nothing pair with no other', 'The page showed “” and “no more”.', ['“no more”']],
    ['a mark between two letters is the other half', 'He is a "so"called" man', ['"so"']],
  ])('%s', (_trap, text, expected) => {
    expect(shownQuotations(text)).toEqual(expected);
  });

  test('a closing mark with nothing to close is reported, with its place', () => {
    const { issues, quotations } = tokenise(article('He left.” Then nothing.'));
    expect(quotations).toEqual([]);
    expect(issues.map(({ code, span }) => [code, span])).toEqual([['quotation-stray', [8, 9]]]);
  });

  test('an unclosed quotation is reported once; one that the next paragraph continues is not', () => {
    expect(codes('“One.\nTwo.')).toEqual(['quotation-unclosed']);
    expect(codes('“One.\n“Two.”')).toEqual([]);
  });

  test('tokens know how deep they stand, marks included', () => {
    expect(depths('a “b ‘c d’ e” f')).toBe('a0 “1 b1 ‘2 c2 d2 ’2 e1 ”1 f0');
  });
});

describe('paragraphs and sentences', () => {
  test.each([
    ['a line is a paragraph', 'One. Two.\nThree.', ['One. Two.', 'Three.']],
    ['blank lines part paragraphs', 'One.\n\n \t\nTwo.\r\nThree.', ['One.', 'Two.', 'Three.']],
    [
      'hard-wrapped lines belong together',
      'The minister\nsaid it was\nover.\n\nHe left\nearly.',
      ['The minister\nsaid it was\nover.', 'He left\nearly.'],
    ],
    [
      'a line longer than in print is a paragraph, and so are all others',
      `“No.” – Ada Finch\n“Yes.” – Tom Oakes\n\n${'word '.repeat(40)}end.`,
      ['“No.” – Ada Finch', '“Yes.” – Tom Oakes', `${'word '.repeat(40)}end.`],
    ],
    ['nothing but white space', ' \n\t\n', []],
  ])('%s', (_trap, text, expected) => {
    expect(tokenise(article(text)).paragraphs.map((span) => text.slice(...span))).toEqual(expected);
  });

  test('a sentence never crosses a paragraph’s end, even without a full stop', () => {
    const text = 'A headline without stop\nThe text begins.';
    expect(tokenise(article(text)).sentences.map((span) => text.slice(...span))).toEqual(text.split('\n'));
  });

  test.each([
    ['after a bracket that the sentence goes on from', 'Rep. Ada Finch (D-Wis.) said it on Friday. He left.'],
    ['within a short bracket', 'Sen. Tom Oakes (R-S.C.) told the paper so. He left.'],
    ['after a title', 'On Friday Rev. Ada Finch said it. He left.'],
    ['before a comma', 'Ada Finch (D-Nev.), in particular, said it. He left.'],
  ])('no sentence starts %s', (_trap, text) => {
    expect(tokenise(article(text)).sentences.map((span) => text.slice(...span))).toEqual(text.split(/(?<=\.) (?=He)/u));
  });

  test('a sentence starts after a bracket that ends one', () => {
    const text = '(This was on Friday.) He left (she stayed. So did we).';
    expect(tokenise(article(text)).sentences[0]).toEqual([0, 21]);
  });
});

test('a word for which wink-nlp has no lemma stands for itself', () => {
  expect(tokenise(article('Sir Tom Ive, who left')).tokens.lemmas).toEqual(['sir', 'tom', 'ive', ',', 'who', 'leave']);
});

describe('odd characters', () => {
  test('control and bidirectional characters become one issue with their number and first place', () => {
    const { issues } = tokenise(article('ok \u202Eevil\u202C \u0000 end'));
    expect(issues.map(({ code, span }) => [code, span])).toEqual([['text-control-characters', [3, 4]]]);
    expect(issues[0]?.message).toContain('3 ');
  });

  test('line ends, tabs and joined emoji are ordinary', () => {
    expect(codes('a\tb\r\nc 👩‍👩‍👧 d')).toEqual([]);
  });
});

describe('another language than English', () => {
  test.each([
    ['German', DE, ['text-not-english']],
    ['French', FR, ['text-not-english']],
    ['Polish, which writes its “to” as English does', PL, ['text-not-english']],
    ['Russian', RU, ['text-not-english']],
    ['Arabic', AR, ['text-not-english']],
    ['Chinese, which sets no blanks: letters count', ZH, ['text-not-english']],
    ['a line of Russian under the fewest letters', 'Порт закрыт, сказала Марш.', []],
    ['English about what a German said', `${DE.slice(0, 40)}, it was said. ${EN}`, []],
    ['English with as many words of Russian as of English, but fewer letters', `${EN} Порт закрыт. Суда ждут.`, []],
    ['English under more letters of Russian', `${EN} ${RU}`, ['text-not-english']],
    ['English words without any of the common ones, too few to tell', 'Ada Quill '.repeat(9).trim(), []],
    ['twenty of them tell', 'Ada Quill '.repeat(10).trim(), ['text-not-english']],
    ['a table of numbers has no words', '2019\t12.5\t-3\t1,000\n'.repeat(20), []],
  ])('%s', (_trap, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  test('the issue is one for the whole text and stands at its first paragraph', () => {
    const [only, ...others] = tokenise(article(`\n${RU}\n\n${RU}`)).issues;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ code: 'text-not-english', article: 'sample', span: [1, 1 + RU.length] });
    expect(only?.message).toBe('The text does not read as English; what is found in it cannot be relied on.');
  });

  test.each([
    ['7 of 100 common words are too few', 7, ['text-not-english']],
    ['8 of 100 are enough', 8, []],
  ])('%s', (_trap, common, expected) => {
    expect(codes('the '.repeat(common) + 'port '.repeat(100 - common))).toEqual(expected);
  });
});

const EN = 'The mayor of the port said that it was shut, and that the ships were waiting for the end of the strike.';
const DE =
  'Die Regierung in Berlin hat am Montag erklärt, dass der Hafen schließt. „Das war ein Fehler“, sagte der Minister, der in der Stadt war.';
const FR =
  'Le gouvernement a annoncé lundi la fermeture du port. « Nous avons décidé de partir », a déclaré la ministre, et on a dit que la ville attend.';
const PL =
  'Rząd ogłosił w poniedziałek zamknięcie portu. „To był błąd”, powiedział minister w wywiadzie dla radia. A miasto czeka od dwóch lat na statki.';
const RU =
  '«Порт закрыт», — сказала Ольга Марш. ТАСС сообщил, что суда ждут, а правительство рассмотрит вопрос о порте.';
const AR =
  'قالت أولغا إن الميناء مغلق. وقالت الوكالة إن السفن تنتظر. وأعلن الوزير يوم الاثنين أن الحكومة ستناقش مستقبل الميناء.';
const ZH =
  '奥尔加说：“港口关闭了。”塔斯社说，船在等。部长周一表示，政府下周将讨论港口以及它的未来。城市等了两年，没有船来，居民说他们很失望。市长说他会尽力，但是时间不多了。记者问他为什么，他没有回答。';

describe('offsets', () => {
  test('tokens cover every character that is not white space, in order, once', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const { tokens } = tokenise(article(text));
        let rest = '';
        let end = 0;
        for (let i = 0; i < tokens.length; i++) {
          rest += text.slice(end, tokens.starts[i]);
          expect(tokens.starts[i]).toBeGreaterThanOrEqual(end);
          expect(tokens.ends[i]).toBeGreaterThan(tokens.starts[i]!);
          end = tokens.ends[i]!;
        }
        // A next line (U+0085) parts lines by Unicode; the language's own class of white space lacks it.
        expect((rest + text.slice(end)).replace(/[\s\u0085]/gu, '')).toBe('');
      }),
      { numRuns: 400 },
    );
  });

  test('columns agree: each token lies in its sentence and its paragraph', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const { tokens, sentences, paragraphs } = tokenise(article(text));
        for (let i = 0; i < tokens.length; i++) {
          for (const [from, to] of [sentences[tokens.sentence[i]!]!, paragraphs[tokens.paragraph[i]!]!]) {
            expect(tokens.starts[i]).toBeGreaterThanOrEqual(from);
            expect(tokens.ends[i]).toBeLessThanOrEqual(to);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Quotations as the text has them, with `n:` for a depth above 1, `!` where unclosed, `+` where they continue. */
test('what was read before changes nothing: wink-nlp keeps no word of it', () => {
  const text = 'The harbour of Zorvath’s capital was shut. Zorvath’s minister said so.';
  const alone = surfaces(text);
  surfaces('A poster read “Zorvath’s” and (Zorvath’s), twice: “Zorvath’s”.');
  expect(surfaces(text)).toEqual(alone);
  expect(alone.filter((token) => token === '’s')).toHaveLength(2);
});

function surfaces(text: string): readonly string[] {
  const { tokens } = tokenise(article(text));
  return Array.from(tokens.starts, (start, i) => text.slice(start, tokens.ends[i]));
}

function shownQuotations(text: string): readonly string[] {
  return tokenise(article(text)).quotations.map(
    ({ span, depth, closed, continues }) =>
      `${depth > 1 ? `${depth}:` : ''}${closed ? '' : '!'}${continues ? '+' : ''}${text.slice(...span)}`,
  );
}

function codes(text: string): readonly string[] {
  return tokenise(article(text)).issues.map(({ code }) => code);
}

function depths(text: string): string {
  const { tokens } = tokenise(article(text));
  return Array.from(tokens.starts, (start, i) => `${text.slice(start, tokens.ends[i])}${tokens.quoteDepth[i]!}`).join(
    ' ',
  );
}

function hostileText(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(
      '“',
      '”',
      '"',
      '‘',
      '’',
      "'",
      '«',
      '»',
      '„',
      '\n',
      '\n\n',
      '\u00A0',
      '. ',
      ', ',
      'said',
      'The BBC',
      'don’t',
      'U.S.',
      '3.5%',
      '{{x}}',
      '<b>',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.lorem({ maxCount: 3 }),
  );
  return fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
}
