import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStudy } from '../pipeline/read/inputs.ts';
import { checkTemplates } from '../pipeline/read/templates.ts';
import { readAssets } from '../pipeline/report/assets.ts';
import { renderWith } from '../pipeline/report/given-templates.ts';
import { buildView } from '../pipeline/report/view.ts';
import { parallax } from './support/parallax.ts';
import { sampleResult } from './support/sample-result.ts';
import { scratch } from './support/scratch.ts';

const METHODS = 'partials/methods.hbs';
const STUDY = `id: tides
title: Two coasts
articles: texts
templates: pages
groups:
  - { id: western, label: Western, members: { outlets: [bbc] } }
`;

describe('a template of a study is refused', () => {
  test.each<[trap: string, name: string, text: string, line: number | null, says: string]>([
    [
      'under a name that Parallax has no file of',
      'partials/metods.hbs',
      '',
      null,
      'Did you mean “partials/methods.hbs”?',
    ],
    ['in a place where nothing is overridden', 'init/study.yaml', '', null, 'no template of this name'],
    ['with a script', METHODS, '<p>a</p>\n<script>alert(1)</script>', 2, '“<script”'],
    ['with a script in capitals, cut off', METHODS, '<p>\n\n<SCRIPT', 3, '“<SCRIPT”'],
    ['that lets a text in unescaped', METHODS, 'a\n{{{title}}}', 2, 'escaped'],
    ['that lets a text in unescaped by its other spelling', METHODS, '{{&title}}', 1, 'escaped'],
    ['with a handler', METHODS, '<p onclick="go()">', 1, 'handler'],
    ['with a handler on a line of its own', METHODS, '<p\nonclick\n= "go()">', 2, 'handler'],
    ['with a picture from outside', METHODS, '<img src="https://evil.example/x.png">', 1, '“<img”'],
    ['with an address', METHODS, '<a href="https://evil.example/">x</a>', 1, 'no address'],
    ['with a link without scheme', METHODS, '<a href="//evil.example/">x</a>', 1, 'link leads'],
    ['with a link that hides its scheme', METHODS, '<a href="&#106;avascript:go()">x</a>', 1, 'link leads'],
    ['with a text as address', METHODS, '{{#each parts}}<a href="{{title}}">x</a>{{/each}}', 1, 'link leads'],
    ['with a style', METHODS, '<p style="background:red">', 1, 'loads nothing'],
    ['with a value without quotation marks', METHODS, '<p class={{title}}>', 1, 'quotation marks'],
    ['with a policy of its own', METHODS, '<meta http-equiv="refresh" content="0">', 1, 'one policy'],
    ['that names no field of a view', METHODS, 'a\n{{#each parts}}\n{{titel}}{{/each}}', 3, 'Did you mean “title”?'],
    ['that names what each object has', METHODS, '{{constructor}}', 1, 'No view has a field “constructor”'],
    ['that includes what is not there', METHODS, '{{> tabel}}', 1, 'Did you mean “table”?'],
    ['that defines a part', METHODS, '{{#*inline "x"}}{{/inline}}', 1, 'file of its own'],
    ['that does not parse', METHODS, 'a\n{{#each parts}}', 2, 'cannot be read'],
    [
      'as page without policy',
      'report.hbs',
      '<style>\n{{styles}}\n</style><body></body>',
      null,
      'Content-Security-Policy',
    ],
    ['as style sheet that loads another', 'styles/print.css', 'p{}\n@import "x.css";', 2, '@import'],
    ['as style sheet that loads a picture', 'styles/print.css', 'p{background:URL (x)}', 1, 'loads nothing'],
    ['as style sheet that hides what it loads', 'styles/print.css', 'p{background:\\75rl(x)}', 1, 'escaped letter'],
    ['as style sheet that ends itself', 'styles/screen.css', '</style><b>', 1, 'could end'],
  ])('%s', (_trap, name, text, line, says) => {
    const { problems } = checkTemplates([file(name, text)]);
    expect(problems[0]).toMatchObject({ file: `pages/${name}`, line });
    expect(problems.map(({ message }) => message).join('\n')).toContain(says);
  });

  test('with bytes that are no UTF-8', () => {
    const { problems } = checkTemplates([{ name: METHODS, shown: METHODS, bytes: Uint8Array.of(0xff) }]);
    expect(problems[0]?.message).toContain('UTF-8');
  });
});

test('Parallax’s own templates would pass as a study’s', () => {
  const names = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:hbs|css)$/u.test(name),
  );
  expect(names.length).toBeGreaterThan(20);
  const { problems, value } = checkTemplates(
    names.map((name) => file(name, readFileSync(join('templates', name), 'utf8'))),
  );
  expect(problems).toEqual([]);
  expect(Object.keys(value!)).toHaveLength(names.length);
});

describe('a study’s templates', () => {
  const files = {
    'study.yaml': STUDY,
    'texts/a.txt': 'Rain.',
    [`pages/${METHODS}`]: '<p class="own">Ours: {{limitsTitle}}</p>',
  };

  test('stand in place of Parallax’s own, and their hashes among the inputs', async () => {
    const { templates, inputs } = await readStudy(join(scratch(files), 'study.yaml'));
    const assets = readAssets(templates);
    expect(renderWith(buildView(sampleResult()), assets, [METHODS])).toContain(
      '<p class="own">Ours: What it cannot tell</p>',
    );
    expect(inputs.filter(({ file: name }) => name === `pages/${METHODS}`)).toHaveLength(1);
    expect(assets.partials['table']).toBe(readAssets().partials['table']);
  });

  test.each([
    ['with a text unescaped', METHODS, 'a\n{{{title}}}', `pages/${METHODS}:2: `],
    ['with a field that no view has', METHODS, 'a\n{{titel}}', `pages/${METHODS}:2: `],
    ['with a script', METHODS, 'a\n<script>run()</script>', `pages/${METHODS}:2: `],
    ['with a script as a file', 'scripts/report.js', 'run()', 'pages/scripts/report.js: '],
  ])('%s end the run at the door, with exit code 78, file and line', async (_trap, name, text, says) => {
    const folder = scratch({ ...files, [`pages/${name}`]: text });
    const { code, stderr } = await parallax(['run', 'study.yaml', '--no-pdf'], folder);
    expect(code).toBe(78);
    expect(stderr).toContain(says);
  });

  test('with a field in a place where its view has none are no defect of Parallax', () => {
    const assets = readAssets({ [METHODS]: '<p>{{bibtex}}</p>' });
    const render = () => renderWith(buildView(sampleResult()), assets, [METHODS]);
    expect(render).toThrow('study’s templates (partials/methods.hbs): "bibtex" not defined');
  });

  test('in a folder that is not there are missing input', async () => {
    const folder = scratch({ 'study.yaml': STUDY, 'texts/a.txt': 'Rain.' });
    expect((await parallax(['run', 'study.yaml', '--no-pdf'], folder)).code).toBe(66);
  });
});

function file(name: string, text: string) {
  return { name, shown: `pages/${name}`, bytes: Buffer.from(text) };
}
