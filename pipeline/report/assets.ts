import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FontFile } from './fonts.ts';
import { coverage } from './woff2.ts';

/** What the report is set with, part of the program but for the templates that a study brings. */
export interface Assets {
  /** The page as a Handlebars template. */
  readonly report: string;
  /** Templates by the name that `{{> name}}` uses. */
  readonly partials: Readonly<Record<string, string>>;
  readonly screen: string;
  readonly print: string;
  /** The page's script, and the SHA-256 of its bytes in Base64, by which the page's policy lets it run. */
  readonly script: { readonly text: string; readonly sha256: string };
  /** Ordered by face, and within a face by script, the most common first. */
  readonly fonts: readonly FontFile[];
}

/**
 * Reads templates, styles and fonts. `given` holds templates and styles, checked, that stand in place of our own, by their names
 * below `templates/`. Throws where the installation lacks one.
 */
export function readAssets(given: Readonly<Record<string, string>> = {}): Assets {
  const readTemplate = (name: string): string => given[name] ?? ownTemplate(name);
  return {
    report: readTemplate('report.hbs'),
    partials: Object.fromEntries(partialNames().map((name) => [name, readTemplate(`partials/${name}.hbs`)])),
    screen: readTemplate('styles/screen.css'),
    print: readTemplate('styles/print.css'),
    script: readScript('scripts/report.js'),
    fonts: FACES.flatMap(readFace),
  };
}

const TEMPLATES = new URL('../../templates/', import.meta.url);

interface Face {
  readonly package: string;
  readonly family: string;
  readonly weight: number;
  readonly style: FontFile['style'];
  readonly scripts: readonly string[];
}

const SERIF = {
  package: 'source-serif-4',
  family: 'Source Serif 4',
  scripts: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'],
} as const;
const SANS = {
  package: 'source-sans-3',
  family: 'Source Sans 3',
  scripts: ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext', 'vietnamese'],
} as const;

/** Static faces only: Chromium prints variable fonts, and weights that it has to invent, as Type 3. */
const FACES: readonly Face[] = [
  { ...SERIF, weight: 400, style: 'normal' },
  { ...SERIF, weight: 400, style: 'italic' },
  { ...SERIF, weight: 700, style: 'normal' },
  { ...SANS, weight: 400, style: 'normal' },
  { ...SANS, weight: 600, style: 'normal' },
  { ...SANS, weight: 700, style: 'normal' },
];

function ownTemplate(name: string): string {
  return readFileSync(new URL(name, TEMPLATES), 'utf8');
}

function readScript(name: string): Assets['script'] {
  const text = ownTemplate(name);
  return { text, sha256: createHash('sha256').update(text).digest('base64') };
}

function partialNames(): readonly string[] {
  return readdirSync(new URL('partials/', TEMPLATES))
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length))
    .sort();
}

function readFace(face: Face): readonly FontFile[] {
  const require = createRequire(import.meta.url);
  return face.scripts.map((script) => {
    const file = `@fontsource/${face.package}/files/${face.package}-${script}-${face.weight}-${face.style}.woff2`;
    const bytes = readFileSync(require.resolve(file));
    const { family, weight, style } = face;
    return { family, weight, style, data: bytes.toString('base64'), covers: coverage(bytes) };
  });
}
