import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { GOLD_NAMES, type GoldName } from './gold.ts';
import { EXIT, Refusal } from './issue.ts';

const OPTIONS = {
  out: { type: 'string' },
  browser: { type: 'string' },
  'no-pdf': { type: 'boolean', default: false },
  'max-quarantine': { type: 'string', default: '1%' },
  workers: { type: 'string' },
  predictions: { type: 'string' },
  profile: { type: 'string', default: 'fast' },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** What each command takes: options besides `--help` and `--version`, and how many words at most. */
const COMMANDS = {
  run: { options: ['out', 'browser', 'no-pdf', 'max-quarantine', 'workers', 'json', 'quiet'], words: 1 },
  evaluate: { options: ['predictions', 'profile', 'json'], words: 2 },
  verify: { options: ['json', 'quiet'], words: 2 },
  doctor: { options: ['browser', 'json'], words: 0 },
  init: { options: [], words: 1 },
} as const satisfies Record<string, { options: readonly (keyof typeof OPTIONS)[]; words: number }>;

export type Command = keyof typeof COMMANDS;
export type Options = ReturnType<typeof parse>['values'];

/** What the command line asks for. */
export interface Asked {
  readonly command: Command;
  readonly operands: readonly string[];
  readonly values: Options;
}

/** Command, operands and options; throws a `Refusal` (exit 2) that says what is wrong with them. */
export function understand(args: readonly string[]): Asked {
  const { values, positionals, tokens } = parsed(args);
  const [command = 'run', ...operands] = positionals;
  if (!isCommand(command)) throw usage(`“${command}” is no command: use run, verify, evaluate, doctor or init.`);
  const { options, words } = COMMANDS[command];
  const surplus = operands[words];
  if (surplus !== undefined) throw usage(`“${surplus}” is one word too many.`);
  const allowed: readonly string[] = [...options, 'help', 'version'];
  const foreign = tokens.find((token) => token.kind === 'option' && !allowed.includes(token.name));
  if (foreign?.kind === 'option') throw usage(`parallax ${command} has no option ${foreign.rawName}.`);
  return { command, operands, values };
}

/** A share as people write it, "0.05" or "5%"; throws a `Refusal` (exit 2) for anything else. */
export function shareOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/u.exec(text);
  const share = match === null ? NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (!(share >= 0 && share <= 1))
    throw usage(`--max-quarantine takes a share between 0 and 1, such as 0.05 or 5%, not “${text}”.`);
  return share;
}

/** Threads to map in, as many as there are cores where none are asked for; throws a `Refusal` (exit 2) for what is no number. */
export function threadsOf(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  if (!/^[1-9]\d{0,2}$/u.test(text)) throw usage(`--workers takes a number from 1 to 999, not “${text}”.`);
  return Number(text);
}

/** The gold corpus to evaluate on and its path; throws a `Refusal` (exit 2) where either or the profile cannot be used. */
export function goldOf({ operands: [gold, path], values: { profile } }: Asked): { gold: GoldName; path: string } {
  const known = GOLD_NAMES.join(', ');
  if (gold === undefined) throw usage(`parallax evaluate takes a gold corpus (${known}) and its path.`);
  const name = GOLD_NAMES.find((one) => one === gold);
  if (name === undefined) throw usage(`“${gold}” is no gold corpus that this version knows. It knows: ${known}.`);
  if (path === undefined) throw usage(`parallax evaluate ${name} takes the path of the corpus.`);
  if (profile !== 'fast') throw usage(`“${profile}” is no profile to be had: this version has only “fast”.`);
  return { gold: name, path };
}

/** The folder of the run to verify; throws a `Refusal` (exit 2) where none is named. */
export function runFolderOf({ operands: [folder] }: Asked): string {
  if (folder === undefined) throw usage('parallax verify takes the folder of a run, such as reports/seed/latest.');
  return folder;
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
}

function parsed(args: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(args);
  } catch (error) {
    throw usage(error instanceof Error ? error.message.split('. ')[0]! : String(error));
  }
}

function isCommand(word: string): word is Command {
  return Object.hasOwn(COMMANDS, word);
}

function usage(message: string): Refusal {
  return new Refusal(EXIT.usage, [{ file: null, line: null, message: `${message} See parallax --help.` }]);
}
