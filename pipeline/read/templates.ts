import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import type { Problem } from '../issue.ts';
import { didYouMean } from '../text/near.ts';
import { readFile } from './file.ts';
import { decodeUtf8 } from './utf8.ts';
import { bad, good } from './yaml.ts';
import type { Checked } from './yaml.ts';

/** A template or style sheet that a study brings in place of Parallax's own. */
export interface TemplateFile {
  /** As below `templates/`: "partials/table.hbs". */
  readonly name: string;
  /** What messages call it. */
  readonly shown: string;
  readonly bytes: Uint8Array;
}

/** Folder of the templates that Parallax brings along. */
const OWN = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Every file below `folder`, by name. */
export function readTemplates(folder: string, shown: string): readonly TemplateFile[] {
  return namesBelow(folder).map((name) => {
    const file = join(shown, name);
    return { name, shown: file, bytes: readFile(join(folder, name), file) };
  });
}

/**
 * The texts of `files` by name. What Parallax has no file of that name for is a problem; so is, with its line, a template that does not
 * parse, names a field or a part that no own template names, lets a text in unescaped, or holds a script, a handler or an
 * address; and a style sheet that fetches anything.
 */
export function checkTemplates(files: readonly TemplateFile[]): Checked<Readonly<Record<string, string>>> {
  const known = ownTemplates();
  const vocabulary = new Set([...known].flatMap(([name, text]) => (name.endsWith('.hbs') ? wordsOf(text) : [])));
  const texts = files.map(({ name, bytes }) => [name, decodeUtf8(bytes).text ?? '\uFFFD'] as const);
  const problems = files.flatMap(({ name, shown }, at) => {
    const text = texts[at]![1];
    const say = (line: number | null, message: string): Problem => ({ file: shown, line, message });
    if (!known.has(name))
      return [say(null, `Parallax has no template of this name.${didYouMean(name, [...known.keys()])}`)];
    if (text.includes('\uFFFD')) return [say(null, 'The file is not valid UTF-8: save it as UTF-8.')];
    const found = name.endsWith('.css')
      ? forbidden(text, IN_STYLES)
      : inTemplate(name, text, known.get(name)!, vocabulary);
    return found.map(({ line, message }) => say(line, message));
  });
  return problems.length > 0 ? bad(problems) : good(Object.fromEntries(texts));
}

interface Found {
  readonly line: number | null;
  readonly message: string;
}

function ownTemplates(): ReadonlyMap<string, string> {
  const names = namesBelow(OWN).filter((name) => /^(?:report\.hbs|partials\/|styles\/)/u.test(name));
  return new Map(names.map((name) => [name, Buffer.from(readFile(join(OWN, name), name)).toString('utf8')]));
}

function namesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length).replaceAll('\\', '/'))
      .sort();
  } catch {
    // Reading it as a file says why it cannot be read as a folder.
    readFile(folder, folder);
    return [];
  }
}

function inTemplate(name: string, text: string, own: string, vocabulary: ReadonlySet<string>): readonly Found[] {
  const lacking = name === 'report.hbs' ? NEEDED.filter((part) => text.split(part).length !== 2) : [];
  return [
    ...lacking.map((part) => ({ line: null, message: `The page needs “${part}”, once.` })),
    ...forbidden(changed(text, own), IN_MARKUP),
    ...fields(text, vocabulary),
  ];
}

/** Without these a page has no policy, no styles, or no place for its record. */
const NEEDED = [
  '<meta http-equiv="Content-Security-Policy" content="{{policy}}">',
  '<style>\n{{styles}}\n</style>',
  '<body>',
  '</body>',
];

/** `text` without the lines that stand in `own` as well, what is left in its place: what Parallax itself writes there may stay. */
function changed(text: string, own: string): string {
  const known = new Set(own.split('\n').map((line) => line.trim()));
  return text
    .split('\n')
    .map((line) => (known.has(line.trim()) ? '' : line))
    .join('\n');
}

type Rule = readonly [pattern: RegExp, message: string];

const IN_MARKUP: readonly Rule[] = [
  [
    /<\/?(?:script|style|i?frame|frameset|object|embed|base|form|link|input|button|img|image|use|video|audio|portal|animate|set)\b/giu,
    'This element has no place in a report.',
  ],
  [/http-equiv/giu, 'A page has one policy, and it stands as it is.'],
  [/[\s"'/]on[a-z]+\s*=/giu, 'A report runs no script: take the handler out.'],
  [
    /[\s"'/](?:src|srcset|srcdoc|style|action|formaction|data|poster|background|ping|xlink:href)\s*=/giu,
    'A report loads nothing from outside: take the attribute out.',
  ],
  [
    /href\s*=(?!"(?:#|\{\{[\w.]*href\}\}"))/giu,
    'A link leads to “#…” or to a field that ends in “href”: to no address of a template.',
  ],
  [/=\s*\{\{/gu, 'The value of an attribute stands in quotation marks.'],
  [/(?:javascript|vbscript|data|file|https?)\s*:/giu, 'A template holds no address.'],
];

const IN_STYLES: readonly Rule[] = [
  [/@import|@namespace/giu, 'A style sheet loads no other.'],
  [
    /url\s*\(|image-set\s*\(|\bsrc\s*\(|https?:|@font-face/giu,
    'A style sheet loads nothing: fonts are the report’s own.',
  ],
  [/</gu, 'A “<” could end the style sheet.'],
  [/\\(?![0-9a-f]{4}\b)[a-z0-9]/giu, 'An escaped letter could hide what is loaded.'],
];

function forbidden(text: string, rules: readonly Rule[]): readonly Found[] {
  return rules.flatMap(([pattern, message]) =>
    [...text.matchAll(pattern)].map((match) => ({
      line: text.slice(0, match.index + 1).split('\n').length,
      message: `“${match[0].trim()}”: ${message}`,
    })),
  );
}

function fields(text: string, vocabulary: ReadonlySet<string>): readonly Found[] {
  try {
    return nodesOf(Handlebars.parse(text)).flatMap((node) => faultOf(node, vocabulary));
  } catch (error) {
    const message = (error as Error).message.split('\n')[0]!;
    return [
      { line: Number(/line (\d+)/u.exec(message)?.[1] ?? 1), message: `The template cannot be read: ${message}.` },
    ];
  }
}

function faultOf(node: Node, vocabulary: ReadonlySet<string>): readonly Found[] {
  const at = (message: string) => [{ line: node.loc.start.line, message }];
  if (node.type === 'MustacheStatement' && node.escaped === false)
    return at('A text is put in escaped: write {{…}}, not {{{…}}} or {{&…}}.');
  if (node.type.startsWith('Decorator') || node.type === 'PartialBlockStatement')
    return at('A part is a file of its own.');
  if (node.type === 'PartialStatement') {
    const name = node.name?.original ?? '';
    return vocabulary.has(`> ${name}`) ? [] : at(`There is no part “${name}”.${didYouMean(name, partsOf(vocabulary))}`);
  }
  if (node.type !== 'PathExpression') return [];
  const unknown = (node.parts ?? []).filter((part) => !vocabulary.has(part));
  const own = [...vocabulary].filter((word) => !word.startsWith('> '));
  return unknown.flatMap((part) => at(`No view has a field “${part}”.${didYouMean(part, own)}`));
}

/** What the templates of Parallax name: fields, helpers, and parts as "> name". */
function wordsOf(text: string): readonly string[] {
  return nodesOf(Handlebars.parse(text)).flatMap((node) =>
    node.type === 'PartialStatement'
      ? [`> ${node.name?.original ?? ''}`]
      : node.type === 'PathExpression'
        ? (node.parts ?? [])
        : [],
  );
}

function partsOf(vocabulary: ReadonlySet<string>): readonly string[] {
  return [...vocabulary].filter((word) => word.startsWith('> ')).map((word) => word.slice(2));
}

/** What is read here of a node of a template's tree. */
interface Node {
  readonly type: string;
  readonly loc: { readonly start: { readonly line: number } };
  readonly escaped?: boolean;
  readonly parts?: readonly string[];
  readonly name?: { readonly original: string };
}

/** All nodes below `value`; the name of a part is no field. */
function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const named = 'type' in value && 'loc' in value ? [value as Node] : [];
  const isPart = named[0]?.type === 'PartialStatement';
  return [
    ...named,
    ...Object.entries(value).flatMap(([key, below]) =>
      key === 'loc' || (isPart && key === 'name') ? [] : nodesOf(below),
    ),
  ];
}
