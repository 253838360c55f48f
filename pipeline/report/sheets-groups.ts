import type { Count, GroupSummary, Mention, Passage, Result, Span } from '../model.ts';
import { codePoints } from '../text/code-points.ts';
import { type Column, countOf, type Sheet, sheet, textOf } from './csv.ts';
import { BETWEEN } from './sheets-voices.ts';

/** The groups, their names and frames, and every place behind a count as data files. */
export function groupSheets(result: Result): readonly Sheet[] {
  const place = placeIn(result);
  return [
    groupsSheet(result.comparison.groups),
    namingSheet(result),
    framesSheet(result),
    evidenceSheet(result, place),
    passagesSheet(result.comparison.passages, place),
  ];
}

/** The offsets of a place in code points, and its words. */
type PlaceIn = (mention: Mention) => { readonly points: Span; readonly words: string };

function placeIn({ articles }: Result): PlaceIn {
  const known = new Map(articles.map(({ id, text }) => [id, { text, toPoints: codePoints(text) }]));
  return ({ article, span }) => {
    const found = known.get(article);
    if (found === undefined) throw new Error(`A count rests on an article that is not in the result: ${article}`);
    return { points: found.toPoints(span), words: found.text.slice(...span) };
  };
}

function groupsSheet(groups: readonly GroupSummary[]): Sheet {
  return sheet('groups.csv', groups, [
    textOf('group', 'Id of the group in the study; empty for what no group could be given.', ({ group }) => group),
    textOf('label', 'Name of the group.', ({ label }) => label),
    countOf('articles', 'articles', 'Articles that words of the group stand in.', ({ articles }) => articles),
    countOf(
      'outlets',
      'outlets',
      'Outlets and official bodies of the group that pass words on.',
      ({ outlets }) => outlets.length,
    ),
    textOf('outlet_ids', 'Their ids, separated by semicolons.', ({ outlets }) =>
      outlets.map(({ id }) => id).join(BETWEEN),
    ),
    countOf(
      'statements',
      'statements',
      'Statements that reach the reader through the group.',
      ({ statements }) => statements,
    ),
    countOf('own_words', 'words', 'Words in the outlets’ own voice.', ({ words }) => words.own),
    countOf('quoted_words', 'words', 'Words within quotation marks.', ({ words }) => words.quoted),
    countOf('attributed_words', 'words', 'Words reported without quotation marks.', ({ words }) => words.attributed),
  ]);
}

interface CountRow extends Count {
  readonly table: 'naming' | 'frames';
  /** Id of the choice set or of the frame. */
  readonly item: string;
  /** The name that was chosen, or the frame's title. */
  readonly name: string;
}

const COUNTED: readonly Column<CountRow>[] = [
  textOf('group', 'Id of the group; empty where unknown.', ({ group }) => group),
  textOf('voice', 'own, quoted or attributed.', ({ voice }) => voice),
  countOf('uses', 'uses', 'How often it occurs.', ({ uses }) => uses),
  countOf('articles', 'articles', 'In how many articles.', ({ articles }) => articles),
];

function namingSheet(result: Result): Sheet {
  return sheet('naming.csv', namingRows(result), [
    textOf('set', 'Id of the choice set in the codebook.', ({ item }) => item),
    textOf('name', 'Name among which a writer must choose.', ({ name }) => name),
    ...COUNTED,
  ]);
}

function framesSheet(result: Result): Sheet {
  return sheet('frames.csv', frameRows(result), [
    textOf('frame', 'Id of the frame in the codebook.', ({ item }) => item),
    textOf('title', 'Title of the frame.', ({ name }) => name),
    ...COUNTED,
  ]);
}

function namingRows({ comparison }: Result): readonly CountRow[] {
  return comparison.naming.flatMap(({ set, rows }) =>
    rows.flatMap(({ name, counts }) =>
      counts.map((count) => ({ ...count, table: 'naming' as const, item: set.id, name })),
    ),
  );
}

function frameRows({ comparison }: Result): readonly CountRow[] {
  return comparison.frames.flatMap(({ frame, counts }) =>
    counts.map((count) => ({ ...count, table: 'frames' as const, item: frame.id, name: frame.title })),
  );
}

interface EvidenceRow extends Mention {
  readonly table: string;
  readonly item: string;
  readonly name: string;
}

function evidenceSheet(result: Result, place: PlaceIn): Sheet {
  const rows = [...namingRows(result), ...frameRows(result)].flatMap(({ table, item, name, mentions }) =>
    mentions.map((mention): EvidenceRow => ({ ...mention, table, item, name })),
  );
  return sheet('evidence.csv', rows, [
    textOf('table', 'naming or frames: the file whose count this is.', ({ table }) => table),
    textOf('item', 'Id of the choice set or of the frame.', ({ item }) => item),
    textOf('name', 'The name that was chosen, or the frame’s title.', ({ name }) => name),
    ...placed<EvidenceRow>(place),
    textOf('words', 'The words as they stand in the article.', (row) => place(row).words),
  ]);
}

function passagesSheet(passages: readonly Passage[], place: PlaceIn): Sheet {
  return sheet('passages.csv', passages, placed<Passage>(place));
}

function placed<Row extends Mention>(place: PlaceIn): readonly Column<Row>[] {
  return [
    textOf('group', 'Id of the group; empty where unknown.', ({ group }) => group),
    textOf('voice', 'own, quoted or attributed.', ({ voice }) => voice),
    textOf('article', 'Id of the article.', ({ article }) => article),
    countOf('start', 'Unicode code points', 'Start in the article’s text.', (row) => place(row).points[0]),
    countOf('end', 'Unicode code points', 'End in the article’s text, exclusive.', (row) => place(row).points[1]),
    textOf('statement', 'Id of the innermost statement; empty in own voice.', ({ statement }) => statement),
  ];
}
