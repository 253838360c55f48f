import { createHash } from 'node:crypto';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, issue, Refusal } from '../issue.ts';
import type { Problem } from '../issue.ts';
import type { Codebooks, Issue, Lexicons, Registry, Study } from '../model.ts';
import { checkStudy, resolveStudy } from '../study.ts';
import type { StudyFile } from '../study.ts';
import { readAll, readArticles } from './articles.ts';
import type { ArticlesRead, Read } from './articles.ts';
import { checkCodebooks, CODEBOOK_NAMES } from './codebooks.ts';
import { checkDictionaries, type Dictionaries } from './dictionaries.ts';
import { readFile } from './file.ts';
import { checkLexicons, LEXICON_NAMES } from './lexicons.ts';
import type { NamedText } from './lexicons.ts';
import { checkRegistry } from './registry.ts';
import { decodeUtf8 } from './utf8.ts';
import { checkTemplates, readTemplates } from './templates.ts';
import { inWindow } from '../text/window.ts';
import { readWeights, type WeightsFile } from './weights.ts';
import { bad, good } from './yaml.ts';
import type { Checked } from './yaml.ts';

/** The weights of the trained models. */
interface Models {
  /** Of the model that finds attributions. */
  readonly attributionWeights: WeightsFile;
  /** Of the model of target sentiment. */
  readonly stanceWeights: WeightsFile;
  /** Of the model of frames. */
  readonly frameWeights: WeightsFile;
  /** Of the model of the parts that actors play. */
  readonly roleWeights: WeightsFile;
}

/** What every analysis needs besides articles. */
export interface Seeds extends Models {
  readonly registry: Registry;
  readonly lexicons: Lexicons;
  readonly codebooks: Codebooks;
}

/** A file that a run rests on. `file` is its name in the study, never a path of this machine; `sha256` is hex. */
interface Input {
  readonly file: string;
  readonly sha256: string;
}

/** What one study starts from besides its articles, read and checked. */
export interface StudyOpened extends Seeds {
  readonly study: Study;
  /** Templates and style sheets that the study brings, checked, by their names below `templates/`. */
  readonly templates: Readonly<Record<string, string>>;
  /** Study, registries, lexicons, codebooks, dictionaries, templates and weights, in this order. */
  readonly inputs: readonly Input[];
  /** Odd entries of what was read so far. */
  readonly issues: readonly Issue[];
  /** Folder that the study wants its reports in, as an absolute path: to write to, never to print in a report. */
  readonly reports: string;
  /** Where its articles are looked for. */
  readonly places: { readonly patterns: readonly string[]; readonly folder: string };
}

/** Everything that one study starts from; the articles are among its inputs, behind the rest. */
export interface StudyInputs extends StudyOpened, ArticlesRead {}

/** Folder of what Parallax brings along. */
const OWN_SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url));

/**
 * Reads a study file and all that it names. Throws a `Refusal`: exit 66 where a file is missing, 78 where the study, the
 * registry, a lexicon, a codebook or a dictionary is wrong, then with every problem of them all.
 */
export async function readStudy(file: string): Promise<StudyInputs> {
  const opened = openStudy(file);
  const read = withinWindow(await readAll(articlesOf(opened)), opened.study);
  const issues = [...opened.issues, ...read.issues];
  return { ...opened, ...read, issues, inputs: [...opened.inputs, ...read.files] };
}

/** The articles of a study, one at a time; those outside its window as well. */
export function articlesOf({ places: { patterns, folder }, registry }: StudyOpened): AsyncGenerator<Read> {
  return readArticles(patterns, folder, registry);
}

/** The same as `readStudy` without the articles. */
export function openStudy(file: string): StudyOpened {
  const bytes = readFile(file, file);
  const studyFile = must(flatMap(decode(bytes, file), ({ text }) => checkStudy(text, file)));
  const folder = dirname(file);
  const sources = locate(studyFile, folder);
  const contents = sources.map((source) => ({ ...source, bytes: readFile(source.path, source.shown) }));
  const brought = studyFile.data.dictionaries.map((given) => givenSource('dictionaries', given, folder));
  const books = brought.map((source) => ({ ...source, bytes: readFile(source.path, source.shown) }));
  const pages = pagesOf(studyFile.data.templates, folder);
  const templates = must(checkTemplates(pages));
  const seeds = { ...must(checkSeeds(contents)), ...readModels() };
  const { frames, issues } = must(readDictionaries(books, seeds.codebooks));
  const { articles: patterns, reports } = studyFile.data;
  return {
    ...seeds,
    codebooks: { ...seeds.codebooks, frames: [...seeds.codebooks.frames, ...frames] },
    study: must(resolveStudy(studyFile, seeds.registry)),
    templates,
    issues,
    inputs: [
      { file: basename(file), sha256: sha256(bytes) },
      ...[...contents, ...books].map((source) => ({ file: source.name, sha256: sha256(source.bytes) })),
      ...pages.map(({ name, bytes: page }) => ({
        file: slashes(join(basename(studyFile.data.templates ?? ''), name)),
        sha256: sha256(page),
      })),
      ...weightsInputs(seeds),
    ],
    reports: resolve(folder, reports),
    places: { patterns: typeof patterns === 'string' ? [patterns] : patterns, folder },
  };
}

function pagesOf(given: string | null, folder: string): ReturnType<typeof readTemplates> {
  if (given === null) return [];
  return readTemplates(resolve(folder, given), isAbsolute(given) ? given : join(folder, given));
}

function weightsInputs({ attributionWeights, stanceWeights, frameWeights, roleWeights }: Models): readonly Input[] {
  return [
    { file: 'parallax/models/attribution/weights.bin', sha256: attributionWeights.sha256 },
    { file: 'parallax/models/stance/weights.bin', sha256: stanceWeights.sha256 },
    { file: 'parallax/models/frames/weights.bin', sha256: frameWeights.sha256 },
    { file: 'parallax/models/roles/weights.bin', sha256: roleWeights.sha256 },
  ];
}

function readDictionaries(
  books: readonly (Source & { readonly bytes: Uint8Array })[],
  { frames }: Codebooks,
): Checked<Dictionaries> {
  const decoded = books.map(({ bytes, shown }) => decode(bytes, shown));
  const problems = decoded.flatMap((text) => text.problems);
  return problems.length > 0
    ? bad(problems)
    : checkDictionaries(
        decoded.map(({ value }) => value!),
        frames,
      );
}

/** What was read, without the articles outside the study’s window: they are counted in one issue, and nothing is read in them. */
function withinWindow(read: ArticlesRead, study: Study): ArticlesRead {
  const articles = read.articles.filter(({ date }) => inWindow(date, study.comparison.window));
  const noted = outsideWindow(read.articles.length - articles.length, articles.length, study);
  const within = new Set(articles.map(({ id }) => id));
  const issues = read.issues.filter(({ article }) => article === null || within.has(article));
  return noted.length === 0 ? read : { ...read, articles, issues: [...noted, ...issues] };
}

/** One issue that counts the articles outside a study’s window. Throws a `Refusal` where they are all there are. */
export function outsideWindow(outside: number, within: number, { comparison: { window } }: Study): readonly Issue[] {
  if (outside === 0) return [];
  const days = `${window.from ?? 'the first day'} to ${window.to ?? 'the last day'}`;
  const message = `${outside} article(s) lie outside the study’s window (${days}), or have no date, and are left out.`;
  if (within > 0) return [issue('outside-window', message)];
  throw new Refusal(EXIT.badInput, [{ file: null, line: null, message: `${message} None is left: widen the window.` }]);
}

/** The registry, lexicons and codebooks that Parallax brings along, for what runs without a study. */
export function readOwnSeeds(): Seeds {
  const paths = { outlets: null, actors: null, lexicons: null, codebooks: null };
  const sources = locate({ data: paths }, '.');
  const contents = sources.map((source) => ({ ...source, bytes: readFile(source.path, source.shown) }));
  return { ...must(checkSeeds(contents)), ...readModels() };
}

/** A file to read: what it is, where it lies, what messages call it, and what the run's record calls it. */
interface Source {
  readonly key: string;
  readonly path: string;
  readonly shown: string;
  readonly name: string;
}

type Paths = Readonly<Record<'outlets' | 'actors' | 'lexicons' | 'codebooks', string | null>>;

function locate({ data }: { readonly data: Pick<StudyFile['data'], keyof Paths> }, folder: string): readonly Source[] {
  const source = (key: string, given: string | null, own: string, within = ''): Source =>
    given === null ? ownSource(key, join(own, within)) : givenSource(key, join(given, within), folder);
  return [
    source('outlets', data.outlets, 'outlets.yaml'),
    source('actors', data.actors, 'actors.yaml'),
    ...LEXICON_NAMES.map((name) => source(name, data.lexicons, 'lexicons', `${name}.yaml`)),
    ...CODEBOOK_NAMES.map((name) => source(name, data.codebooks, 'codebooks', `${name}.yaml`)),
  ];
}

function ownSource(key: string, file: string): Source {
  const path = join(OWN_SEEDS, file);
  return { key, path, shown: relative('.', path), name: `parallax/seeds/${slashes(file)}` };
}

function givenSource(key: string, given: string, folder: string): Source {
  const path = resolve(folder, given);
  const name = isAbsolute(given) ? basename(given) : slashes(given);
  return { key, path, shown: isAbsolute(given) ? given : join(folder, given), name };
}

/** Checks registry, lexicons and codebooks together, so that an editor sees all that is wrong in them at once. */
function readModels(): Models {
  return {
    attributionWeights: readWeights('attribution'),
    stanceWeights: readWeights('stance'),
    frameWeights: readWeights('frames'),
    roleWeights: readWeights('roles'),
  };
}

function checkSeeds(
  contents: readonly (Source & { readonly bytes: Uint8Array })[],
): Checked<Omit<Seeds, keyof Models>> {
  const decoded = contents.map(({ bytes, shown }) => decode(bytes, shown));
  const problems = decoded.flatMap((text) => text.problems);
  if (problems.length > 0) return bad(problems);
  const texts = Object.fromEntries(contents.map(({ key }, index) => [key, decoded[index]?.value])) as Texts;
  const registry = checkRegistry(texts);
  const lexicons = checkLexicons(texts);
  const codebooks = checkCodebooks(texts);
  if (registry.value === null || lexicons.value === null || codebooks.value === null) {
    return bad([registry, lexicons, codebooks].flatMap((checked) => checked.problems));
  }
  return good({ registry: registry.value, lexicons: lexicons.value, codebooks: codebooks.value });
}

type Texts = Readonly<Record<'outlets' | 'actors' | keyof Lexicons | keyof Codebooks, NamedText>>;

function decode(bytes: Uint8Array, file: string): Checked<NamedText> {
  const { text, badLine } = decodeUtf8(bytes);
  if (text !== null) return good({ file, text });
  return bad([{ file, line: badLine, message: 'The file is not valid UTF-8 from here on: save it as UTF-8.' }]);
}

function flatMap<A, B>(checked: Checked<A>, next: (value: A) => Checked<B>): Checked<B> {
  return checked.problems.length > 0 ? bad(checked.problems) : next(checked.value as A);
}

function must<T>(checked: Checked<T>): T {
  const problems: readonly Problem[] = checked.problems;
  if (problems.length > 0) throw new Refusal(EXIT.badStudy, problems);
  return checked.value as T;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
