import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Contrast, Contrasts } from '../../pipeline/model.ts';
import { readAssets } from '../../pipeline/report/assets.ts';
import { missingGlyphs } from '../../pipeline/report/fonts.ts';
import { FRAME_RELIABILITY } from '../../pipeline/report/frame-reliability.ts';
import { renderHtml } from '../../pipeline/report/html.ts';
import { dataFiles } from '../../pipeline/report/tables.ts';
import type { FigureView, TableView } from '../../pipeline/report/view-parts.ts';
import { buildView, type ReportView } from '../../pipeline/report/view.ts';
import { frameReliability } from '../../pipeline/score/frames/weights.ts';
import { contrastedResult, emptyContrasts, sampleContrasts } from '../support/sample-contrasts.ts';
import { sampleResult } from '../support/sample-result.ts';

const view = buildView(contrastedResult());
const assets = readAssets();
const html = renderHtml(view, assets);

describe('what differs', () => {
  const { body } = view.differs;

  test('it comes right after the summary', () => {
    expect(view.contents.slice(0, 2).map(({ id, label }) => [id, label])).toEqual([
      ['summary', '1'],
      ['differs', '2'],
    ]);
  });

  test('with one outlet on a side the report speaks of that outlet, never of its side', () => {
    const intro = body.intro.join(' ');
    expect(intro).toContain('The Harbour Post (412 articles of 1 outlet) is set against Upland (640 articles of 8');
    expect(intro).toContain('What is said here of The Harbour Post is said of these outlets and not of the side');
    expect(JSON.stringify(body)).not.toContain('more in Coast');
  });

  test('a side with enough outlets has its group’s name, one with few outlets but many names their number', () => {
    const two = renamed(['Harbour Post', 'Port Echo']);
    expect(buildView(contrastedResult(two)).differs.body.intro[0]).toMatch(/^Harbour Post and Port Echo \(/u);
    const six = renamed(['A', 'B', 'C', 'D', 'E', 'F']);
    const result = contrastedResult(six);
    const strict = { ...result, study: { ...result.study, minimum: { articles: 20, outlets: 7, calls: 6 } } };
    expect(buildView(strict).differs.body.intro[0]).toMatch(/^These 6 outlets of Coast \(/u);
    expect(buildView(result).differs.body.intro[0]).toMatch(/^Coast \(/u);
  });

  test('each claim has its uncertainty, effect sizes first and chance last, and leads to its contrast', () => {
    expect(body.claims).toHaveLength(3);
    expect(body.claims[0]!.facts).toEqual([
      'difference 74.0 points more in The Harbour Post (95% interval 68.8–79.2 more)',
      'log odds ratio 3.83 (3.43 to 4.23)',
      'q <\u00a00.001 from the bootstrap, adjusted within its family',
    ]);
    expect(body.claims[0]!.see).toMatchObject({ text: 'see Naming: dispute', href: '#table-contrasts-1' });
    expect(html).toContain('id="table-contrasts-1"');
  });

  test('what is not told apart and what has too little data are counted, not claimed', () => {
    expect(body.other).toEqual([
      '5 contrasts have enough data and are not told apart: that is no proof that nothing differs.',
      '2 contrasts rest on too little (the study asks for 20 articles a group): nothing is said of them.',
    ]);
    expect(JSON.stringify(body.claims)).not.toContain('unprovoked');
  });

  test('more claims than a summary bears are in the data file', () => {
    const claims = Array.from({ length: 23 }, () => sampleContrasts.claims[0]!);
    const { body: many } = buildView(contrastedResult({ claims })).differs;
    expect(many.claims).toHaveLength(20);
    expect(many.more).toBe('3 more are in data/claims.csv.');
  });
});

test('the summary says how much is told apart, and no part of the report says that nothing was tested', () => {
  expect(view.summary.body.claims).toEqual({
    title: 'What may be claimed',
    reasons: [
      '6 contrasts of 11 with enough data are told apart. The next section says which, of whom, and how surely.',
    ],
  });
  expect(view.groups.body.intro).toContain('are no test: what differs stands in the second section');
  expect(html).not.toContain('Nothing was tested');
  const even = sampleContrasts.contrasts.map((one): Contrast => ({ ...one, verdict: 'not told apart' }));
  expect(buildView(contrastedResult({ contrasts: even })).summary.body.claims).toEqual({
    title: 'No difference between groups is claimed',
    reasons: ['None of 13 contrasts with enough data is told apart.'],
  });
});

describe('contrasts', () => {
  test('a choice set has a figure and a table of its own, any other family one of each', () => {
    const titles = view.contrasts!.body.blocks.map(({ title }) => title);
    expect(titles).toEqual([
      'Naming: dispute',
      'Naming: state',
      'Names between quotation marks: dispute',
      'Words that the study follows',
      'Who is given voice',
      'How speakers are introduced',
      'Stance',
      'Frames',
      'Who does and who suffers',
    ]);
  });

  test('a row tells direction in words, effect before chance, and both shares with templates kept', () => {
    expect(rowOf('table-contrasts-1', 'operation')).toEqual(
      '85.0% 11.0% | 74.0 more | 68.8–79.2 more | 3.83 | 85.0% 11.0% | these outlets | 1/9 | 0.111 0.111 0.140 <\u00a00.001',
    );
    expect(rowOf('table-contrasts-1', 'invasion')).toContain('74.0 less | 68.8–79.2 less | −3.83');
    expect(rowOf('table-contrasts-4', 'words – unprovoked')).toContain(
      '| 0.5 less | 5.7 less to 4.7 more | −0.33 | 16.5% 1.8%',
    );
  });

  test('the finding is the largest difference that may be told, else that none is', () => {
    expect(figureOf('figure-contrasts-3').title).toBe(
      'invasion · Names between quotation marks, dispute: 53.0% in The Harbour Post, 6.0% in Upland',
    );
    expect(figureOf('figure-contrasts-2').title).toBe('Naming: state: no difference is told apart');
  });

  test('note and description say n, unit, interval and every value', () => {
    const { note, chart } = figureOf('figure-contrasts-1');
    expect(note).toContain('Shares of uses of the names.');
    expect(note).toContain(
      'n\u00a0=\u00a0412 articles in The Harbour Post and 640 in Upland, counted in the outlets’ own voice',
    );
    expect(note).toContain('95% intervals by bootstrap (2,000 replicates): in The Harbour Post articles are drawn');
    expect(chart.description).toContain(
      'operation: The Harbour Post 85.0% (81.0% to 89.0%); Upland 11.0% (8.0% to 14.0%), outlets Fell Radio 17.4%',
    );
  });

  test('the main contrasts are told outlet by outlet, the largest share first', () => {
    const { chart, title } = figureOf('figure-outlets-1');
    if (chart.kind !== 'dots') throw new Error('The outlets are drawn as something else.');
    expect(title).toMatch(
      /^operation · Naming, dispute: 85.0% in The Harbour Post; outlet by outlet 6.0% to 17.4% in Upland$/u,
    );
    const [first] = chart.sections;
    expect(first!.rows.slice(0, 2).map(({ label }) => label)).toEqual(['The Harbour Post', 'All of Upland']);
    const values = first!.rows.slice(2).map(({ points }) => points[0]!.at);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(first!.rows.every(({ points }) => points[0]!.interval !== null)).toBe(true);
  });

  test('contrasts with too little data stay in the data file, but for main ones', () => {
    expect(rowsOf('table-contrasts-1')).toEqual(['operation', 'invasion']);
    expect(view.contrasts!.body.blocks.some(({ title }) => title === 'Roles')).toBe(false);
    const shy = sampleContrasts.contrasts.map((one): Contrast => ({ ...one, verdict: 'too little' }));
    const { contrasts } = buildView(contrastedResult({ contrasts: shy }));
    expect(contrasts!.body.blocks.map(({ title }) => title)).toEqual([
      'Naming: dispute',
      'Words that the study follows',
    ]);
  });

  test('a family of which nothing is told apart is listed, not drawn', () => {
    const [stance, voice] = ['Stance', 'Who is given voice'].map((title) =>
      view.contrasts!.body.blocks.find((block) => block.title === title),
    );
    expect(stance!.figure).toBeNull();
    expect(stance!.texts).toEqual([expect.stringContaining('Nothing here is told apart, so it is not drawn')]);
    expect(stance!.table!.rows).toHaveLength(1);
    expect(voice!.figure).not.toBeNull();
  });

  test('a long family is cut, and the number of the rest is said', () => {
    const one = sampleContrasts.contrasts.find(({ family }) => family === 'stance')!;
    const many = Array.from({ length: 57 }, (_, i) => ({ ...one, id: `stance/${i}`, topic: `Target ${i}` }));
    const [block] = buildView(contrastedResult({ contrasts: many, claims: [] })).contrasts!.body.blocks;
    expect(block!.table!.rows).toHaveLength(12);
    expect(block!.rest).toMatch(/^45 more contrasts of this family are in the data file only/u);
    const told = many.map((each): Contrast => ({ ...each, verdict: 'these outlets differ' }));
    const [drawn] = buildView(contrastedResult({ contrasts: told, claims: [] })).contrasts!.body.blocks;
    expect(drawn!.table!.rows).toHaveLength(40);
    expect(drawn!.figure!.note).toContain('The first 12 of 40 contrasts are drawn.');
  });

  test('a frame that is told less well than the study asks is listed and not drawn', () => {
    const told = sampleContrasts.contrasts
      .filter(({ family }) => family === 'frames')
      .map((one) => ({ ...one, topic: 'conflict', verdict: 'these outlets differ' as const }));
    const result = contrastedResult({ contrasts: told, claims: [] });
    const { comparison } = result.study;
    const strict = { ...result, study: { ...result.study, comparison: { ...comparison, reliability: 0.9 } } };
    const [drawn] = buildView(result).contrasts!.body.blocks;
    const [undrawn] = buildView(strict).contrasts!.body.blocks;
    expect(drawn!.figure).not.toBeNull();
    expect(undrawn!.figure).toBeNull();
    expect(undrawn!.table!.rows).toHaveLength(drawn!.table!.rows.length);
  });

  test('sources come with their concentration and divergence', () => {
    const block = view.contrasts!.body.blocks.find(({ title }) => title === 'Who is given voice')!;
    expect(block.texts.join(' ')).toContain('0.21 in The Harbour Post (95% interval 0.17 to 0.26)');
    expect(block.texts.join(' ')).toContain('0.14 bits apart');
  });

  test('frames and acts of harm stand beside how reliable they are, and people’s own agreement', () => {
    const of = (title: string): TableView =>
      view.contrasts!.body.blocks.find((block) => block.title === title)!.extra[0]!;
    expect(of('Frames').rows[0]!.cells.map(({ text }) => text)).toEqual([
      '216',
      '0.74',
      '0.76',
      '0.71',
      '0.77',
      '0.44',
    ]);
    expect(of('Frames').spans!.map(({ label }) => label)).toEqual(['Model', 'People']);
    expect(of('Who does and who suffers').rows).toHaveLength(8);
    expect(of('Who does and who suffers').note).toContain('by no person');
  });

  test('roles come with how far apart each actor is cast', () => {
    const result = contrastedResult();
    const { comparison } = result.study;
    const main = { ...comparison, main: ['roles'] };
    const { contrasts } = buildView({ ...result, study: { ...result.study, comparison: main } });
    const [castings] = contrasts!.body.blocks.find(({ title }) => title === 'Roles')!.extra;
    expect(castings!.title).toBe('How far apart the groups cast an actor');
    expect(castings!.rows.map(({ head, cells }) => [head.text, ...cells.map(({ text }) => text)])).toEqual([
      ['Ilse Marrow', '0.21', '0.12 to 0.33'],
    ]);
  });

  test('the figures of frames are those that training wrote into the weights', () => {
    const weights = readFileSync(new URL('../../models/frames/weights.bin', import.meta.url));
    expect(FRAME_RELIABILITY).toEqual(frameReliability(weights));
  });

  test('a share leads to the articles that hold what is counted', () => {
    const href = tableOf('table-contrasts-1').rows[0]!.cells[0]!.href!;
    const entry = view.evidence.body.entries.find(({ id }) => `#${id}` === href)!;
    expect(entry.articles.map(({ text, href: to }) => `${text} ${to!}`)).toEqual([
      'ferries #article-1',
      'quiet-night #article-2',
    ]);
    expect(html).toContain('articles <a href="#article-1">ferries</a>, <a href="#article-2">quiet-night</a>');
  });

  test('a contrast that rests on an article that is not there is a defect, not a blank', () => {
    const lost = sampleContrasts.contrasts.map((one) => ({ ...one, articles: ['lost'] }));
    expect(() => buildView(contrastedResult({ contrasts: lost }))).toThrow('not in the result: lost');
  });
});

describe('keyness', () => {
  test('the miscalibrated measures stand apart, under a head that says so, with the number that shows it', () => {
    const { spans, columns, note } = tableOf('table-keyness-treated');
    expect(spans!.at(-1)).toEqual({ label: 'Miscalibrated, for comparison only', columns: 2 });
    expect(columns.slice(-2).map(({ label }) => label)).toEqual(['G²', 'z']);
    expect(note).toContain('token G² at nominal 5% flags 13% of words where nothing differs');
    expect(view.keywords!.body.warning).toContain('flagged 13% of all words');
  });

  test('each side has its words, at most 25, the largest bound first', () => {
    for (const [id, marks] of [
      ['table-keyness-treated', 'coast'],
      ['table-keyness-reference', 'upland'],
    ] as const) {
      const own = sampleContrasts.keyness.terms.filter((term) => term.marks === marks && term.lrc !== 0);
      expect(rowsOf(id)).toEqual(own.slice(0, 25).map(({ term }) => term));
    }
  });

  test('a word leads to articles that hold it', () => {
    const { head } = tableOf('table-keyness-treated').rows[0]!;
    expect(head.href).toMatch(/^#e-\d+$/u);
  });

  test('the chart sets each side apart, and its title counts both', () => {
    const { chart, title } = figureOf('figure-keyness');
    if (chart.kind !== 'scatter') throw new Error('Keyness is drawn as something else.');
    const [left, right] = [chart.points.filter(({ x }) => x < 0), chart.points.filter(({ x }) => x > 0)];
    expect(title).toBe(`${right.length} words mark The Harbour Post and ${left.length} words Upland beyond chance`);
    expect(new Set(left.map(({ shape }) => shape))).toEqual(new Set(['square']));
    expect(chart.sides).toEqual(['more in Upland', 'more in The Harbour Post']);
  });

  test('beside a node: logDice of both groups; a node beside which nothing differs is named', () => {
    const { title, spans } = tableOf('table-company-1');
    expect(title).toMatch(/^Beside “Marrow” \d+ words mark The Harbour Post and \d+ words Upland$/u);
    expect(spans!.map(({ label }) => label)).toContain('logDice');
    expect(view.keywords!.body.silent).toEqual(['Beside “ferry” no word marks either group beyond chance.']);
  });

  test('where nothing marks a group it is said', () => {
    const terms = sampleContrasts.keyness.terms.map((term) => ({ ...term, lrc: 0, q: 0.4 }));
    const { keywords } = buildView(contrastedResult({ keyness: { ...sampleContrasts.keyness, terms } }));
    expect(keywords!.body).toMatchObject({
      figure: null,
      tables: [],
      none: 'No word marks either group beyond chance.',
    });
  });
});

describe('how far it holds', () => {
  test('the true contrast is marked among its placebos', () => {
    const { chart, title } = figureOf('figure-placebos');
    if (chart.kind !== 'dots') throw new Error('Placebos are drawn as something else.');
    expect(title).toBe('In 2 of 3 contrasts The Harbour Post lies further from the others than any other outlet does');
    const [row] = chart.sections[0]!.rows;
    expect(row!.points.map(({ shape }) => shape)).toEqual([...Array.from({ length: 8 }, () => 'square'), 'diamond']);
    expect(row!.label).toBe('rank 1 of 9');
    expect(chart.description).toMatch(/operation · Naming, dispute: true contrast 74.0 more, rank 1 of 9; placebos /u);
  });

  test('periods: events are markers, a period without data is none', () => {
    const { chart, title, note } = figureOf('figure-periods');
    if (chart.kind !== 'periods') throw new Error('Periods are drawn as something else.');
    expect(title).toBe('operation · Naming, dispute: more in The Harbour Post in 6 of 6 weeks');
    expect(chart.panels[0]!.lines[1]!.points[3]).toBeNull();
    expect(chart.markers).toEqual([
      { at: 2 / 7, label: '1' },
      { at: 6, label: '2' },
    ]);
    expect(note).toContain('Dotted: 1, 5 March 2031: The blockade begins; 2, 14 April 2031: Talks at Port Ilex.');
  });

  test('words over time: of either group in turn, then those beside nodes, each named with its node', () => {
    const { chart, title, note } = figureOf('figure-term-periods');
    if (chart.kind !== 'periods') throw new Error('Words over time are drawn as something else.');
    expect(chart.panels.map(({ heading }) => heading)).toEqual([
      '“regime”',
      '“invasion”',
      '“regime” beside “Marrow”',
      '“regime” beside “ferry”',
      '“invasion” beside “Marrow”',
      '“invasion” beside “ferry”',
    ]);
    expect(title).toBe('“regime”: more in The Harbour Post in 3 of 3 weeks');
    expect(chart.panels[1]!.lines.map(({ points }) => points.map((point) => point?.value))).toEqual([
      [0.05, 0.1, 0.075],
      [0.1, 0.2, 0.15],
    ]);
    expect(note).toContain('Share of articles that hold the word by week');
  });

  test('an event outside the periods is not marked', () => {
    const result = contrastedResult();
    const { comparison } = result.study;
    const events = ['2030-01-01', '2032-01-01'].map((date) => ({ date, label: 'Elsewhen' }));
    const { robust } = buildView({ ...result, study: { ...result.study, comparison: { ...comparison, events } } });
    const { chart } = robust!.body.time!;
    expect(chart.kind === 'periods' && chart.markers).toEqual([]);
  });

  test('the multiverse: values in order, the main one marked, choices below, the hash of the plan', () => {
    const { chart, title, note } = figureOf('figure-multiverse-1');
    if (chart.kind !== 'curve') throw new Error('The multiverse is drawn as something else.');
    expect(title).toBe(
      'operation · Naming, dispute: 100% of 107 specifications say what the main one says, more in The Harbour Post',
    );
    expect(chart.values).toEqual([...chart.values].sort((a, b) => a - b));
    expect(chart.values[chart.main!]).toBe(0.74);
    for (const { rows } of chart.choices) {
      expect(chart.values.map((_, i) => rows.filter(({ taken }) => taken[i]).length)).toEqual(
        chart.values.map(() => 1),
      );
    }
    expect(chart.choices.map(({ heading }) => heading)).toEqual([
      'Voice',
      'Templates, copies',
      'Unit',
      'Case',
      'Dates',
    ]);
    expect(note).toContain('1 more could not be computed.');
    expect(view.robust!.body.multiverse!.intro).toContain('c'.repeat(64));
  });

  test('the other direction is told of the other side', () => {
    expect(figureOf('figure-multiverse-2').title).toContain('say what the main one says, more in Upland');
  });

  test('templates and copies are listed with the share of words that they take', () => {
    const { repeats, templates } = view.robust!.body;
    expect(repeats.join(' ')).toContain('3.5% in The Harbour Post, 0.2% in Upland');
    expect(repeats.join(' ')).toContain('1 article is mostly another one’s words and is left out.');
    expect(templates!.title).toBe('2 templates; the most common stands in 206 articles (The Harbour Post)');
    expect(templates!.rows[1]!.cells[0]!.text).toBe('Upland Wire, Hill Gazette, The Ridge, Valley Times, and 4 more');
  });
});

test('what may be claimed is said with the study’s own numbers', () => {
  const rules = view.claiming.body.rules.map(({ title, text }) => `${title} ${text}`).join('\n');
  expect(rules).toContain('One outlet is not a side. Below 3 outlets a group');
  expect(rules).toContain('Below 20 articles a group nothing is claimed');
  expect(rules).toContain('1/13 = 0.077');
  expect(rules).toContain('flags 13% of all words');
});

describe('the page', () => {
  const body = html.slice(html.indexOf('<body>'));
  const ids = [...body.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id!);

  test('no id stands twice, and each link leads to a place', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const targets = [...body.matchAll(/ href="#([^"]*)"/gu)].map(([, id]) => id!);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('figures and tables are numbered as they come, and all are listed', () => {
    const labels = [...body.matchAll(/<b>((?:Figure|Table) \d+)\.<\/b>/gu)].map(([, label]) => label!);
    const of = (kind: string): readonly string[] => labels.filter((label) => label.startsWith(kind));
    for (const kind of ['Figure', 'Table']) expect(of(kind)).toEqual(of(kind).map((_, i) => `${kind} ${i + 1}`));
    expect(view.lists.map(({ label }) => label)).toEqual(labels);
  });

  test('every letter that the report adds is in its fonts', () => {
    const words = body.replace(/<[^>]*>/gu, '');
    expect(missingGlyphs(words, assets.fonts)).toEqual(['🚢']);
  });

  test('each row has a cell for each column', () => {
    for (const one of tables(view)) {
      expect(one.rows.map(({ cells }) => cells.length)).toEqual(one.rows.map(() => one.columns.length));
      if (one.spans !== null) expect(one.spans.reduce((sum, { columns }) => sum + columns, 0)).toBe(one.columns.length);
    }
  });

  test('the same result gives the same bytes', () => {
    expect(renderHtml(buildView(structuredClone(contrastedResult())), assets)).toBe(html);
  });

  test('hostile names stay words', () => {
    const evil = '<img src=x onerror=alert(1)>\u202e';
    const contrasts = sampleContrasts.contrasts.map((one) => ({ ...one, topic: evil, label: evil }));
    const terms = sampleContrasts.keyness.terms.map((one) => ({ ...one, term: evil }));
    const page = renderHtml(
      buildView(contrastedResult({ contrasts, keyness: { ...sampleContrasts.keyness, terms } })),
      assets,
    );
    expect(page).not.toMatch(/<img|\u202e/u);
    expect(page.split('&lt;img src').length).toBeGreaterThan(50);
  });
});

describe('nothing', () => {
  test('without groups that are set against each other it is said, and no section is empty', () => {
    const plain = buildView(sampleResult());
    expect(plain.differs.body).toMatchObject({ claims: [], other: [] });
    expect(plain.differs.body.intro[0]).toMatch(/^Nothing is contrasted/u);
    expect([plain.contrasts, plain.keywords, plain.robust]).toEqual([null, null, null]);
    expect(plain.contents.map(({ label }) => label).slice(0, 10)).toEqual('1 2 3 4 5 6 7 8 9 10'.split(' '));
  });

  test('groups without articles give empty lists, and a report all the same', () => {
    const bare = { ...contrastedResult(), comparison: { ...sampleResult().comparison, contrasts: emptyContrasts() } };
    const empty = buildView(bare);
    expect([empty.contrasts, empty.keywords, empty.robust]).toEqual([null, null, null]);
    expect(empty.differs.body.intro.join(' ')).toContain('No difference is told apart.');
    expect(() => renderHtml(empty, assets)).not.toThrow();
    expect(dataFiles(bare).find(({ name }) => name === 'claims.csv')!.text).toBe('contrast,verdict,text\n');
  });

  test('a contrast of which nothing can be computed is shown as absent', () => {
    const absent = sampleContrasts.contrasts.filter(({ family }) => family === 'terms');
    const result = contrastedResult({ contrasts: absent, claims: [], multiverse: [] });
    const main = { ...result.study.comparison, main: ['terms'] };
    const { contrasts } = buildView({ ...result, study: { ...result.study, comparison: main } });
    const [block] = contrasts!.body.blocks;
    expect(block!.figure).toBeNull();
    expect(block!.table!.rows[0]!.cells.map(({ text }) => text)).toEqual([
      ...Array.from({ length: 7 }, () => '–'),
      'too little',
      ...Array.from({ length: 5 }, () => '–'),
    ]);
  });

  test('a multiverse whose main specification failed says so', () => {
    const [one] = sampleContrasts.multiverse;
    const specifications = one!.specifications.map((each, i) => (i === 0 ? { ...each, difference: null } : each));
    const open = { ...one!, specifications, sameSign: null };
    const { robust } = buildView(contrastedResult({ multiverse: [open] }));
    expect(robust!.body.multiverse!.figures[0]!.title).toBe(
      'operation · Naming, dispute: the main specification cannot be computed',
    );
  });
});

/** The sample's contrasts with the treated group's outlets replaced by as many as there are names. */
function renamed(names: readonly string[]): Partial<Contrasts> {
  const contrasts = sampleContrasts.contrasts.map((one) => {
    const own = one.outlets.find(({ group }) => group === 'coast');
    const others = one.outlets.filter(({ group }) => group !== 'coast');
    if (own === undefined) return one;
    const all = names.map((name) => ({ ...own, outlet: { ...own.outlet, id: name.toLowerCase(), name } }));
    return { ...one, outlets: [...all, ...others] };
  });
  return { contrasts };
}

function tables({ contrasts, keywords, robust }: ReportView): readonly TableView[] {
  return [
    ...contrasts!.body.blocks.map(({ table }) => table!),
    ...keywords!.body.tables,
    ...keywords!.body.company,
    robust!.body.multiverse!.table,
    robust!.body.templates!,
  ];
}

function tableOf(id: string): TableView {
  return found(tables(view), id);
}

function figureOf(id: string): FigureView {
  const { contrasts, keywords, robust } = view;
  const all = [
    ...contrasts!.body.outlets,
    ...contrasts!.body.blocks.map(({ figure }) => figure),
    keywords!.body.figure,
    robust!.body.placebo,
    robust!.body.time,
    robust!.body.terms,
    ...robust!.body.multiverse!.figures,
  ];
  return found(
    all.filter((one) => one !== null),
    id,
  );
}

function found<One extends { readonly id: string }>(all: readonly One[], id: string): One {
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new Error(`The report has no ${id}.`);
  return one;
}

function rowsOf(id: string): readonly string[] {
  return tableOf(id).rows.map(({ head }) => head.text);
}

/** The cells of a row, those of one head apart by a bar. */
function rowOf(id: string, head: string): string {
  const { rows } = tableOf(id);
  const texts = rows.find((row) => row.head.text === head)!.cells.map(({ text }) => text);
  const cuts = [2, 1, 1, 1, 2, 1, 1, 4];
  return cuts.map((n) => texts.splice(0, n).join(' ')).join(' | ');
}
