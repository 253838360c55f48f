import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('the rules between modules hold, and every module was read', async () => {
  const { modules, summary } = await look(ROOT);
  const own = modules.map(({ source }) => source).filter((source) => source.startsWith('pipeline/'));
  expect(new Set(own)).toEqual(new Set(sources('pipeline')));
  expect(modules.some(({ source, dependencies }) => source === 'pipeline/run.ts' && dependencies.length > 5)).toBe(
    true,
  );
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

test('the rules can fail: a small house that breaks seven of them', async () => {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  const files = {
    'pipeline/score/score.ts': "import '../attribute/a.ts'; import 'node:fs'; import '../store/s.ts';",
    'pipeline/attribute/a.ts': 'export const a = 1;',
    'pipeline/store/s.ts': "import '../text/t.ts'; export const s = 1;",
    'pipeline/text/t.ts': "import '../text/u.ts'; export const t = 1;",
    'pipeline/text/u.ts': "import '../text/t.ts'; export const u = 1;",
    'pipeline/report/r.ts': "import 'node:fs';",
    'pipeline/evaluate/e.ts': "import '../gold.ts'; export const e = 1;",
    'pipeline/gold.ts': 'export const gold = 1;',
    'pipeline/run.ts': "import './evaluate/e.ts'; import './gold.ts';",
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  }
  const { summary } = await look(house);
  rmSync(house, { recursive: true });
  expect([...new Set(summary.violations.map(({ rule }) => rule.name))].sort()).toEqual([
    'accuracy-is-measured-from-outside',
    'no-cycles',
    'no-stage-sees-gold',
    'pure-folders-import-pure',
    'pure-folders-touch-nothing',
    'stage-score-stands-alone',
    'world-has-four-doors',
  ]);
});

test('no clock and no chance in the pure folders', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\.|\bfetch\(|\blocaleCompare\b|\btoLocale/u;
  const guilty = sources('pipeline')
    .filter((file) => /^pipeline\/(?:tokenise|attribute|score|compare|text|stats|evaluate)\//u.test(file))
    .filter((file) => impure.test(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')));
  expect(guilty).toEqual([]);
});

async function look(root: string): Promise<ICruiseResult> {
  const { forbidden, options } = rules();
  const { output } = await cruise(
    ['pipeline'],
    {
      ...options,
      ruleSet: { forbidden: forbidden! },
      validate: true,
      baseDir: root,
      exclude: { path: 'parallax\\.js$' },
    },
    {},
    { tsConfig: extractConfig(`${ROOT}tsconfig.json`) },
  );
  return output as ICruiseResult;
}

function rules(): IConfiguration {
  return createRequire(import.meta.url)('../.dependency-cruiser.cjs') as IConfiguration;
}

/** TypeScript files below a folder, as paths from the root. */
function sources(folder: string): readonly string[] {
  return readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
}
