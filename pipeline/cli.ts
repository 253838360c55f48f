import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { EXIT, Refusal, sentence, type ExitCode } from './issue.ts';
import { readPackage } from './read/package.ts';
import { PrintFailure } from './report/pdf/page.ts';
import { inspectBrowsers, openPrinter } from './report/pdf/pdf.ts';
import { run, type Finished, type NotPrinted, type PdfDetails, type Printed, type Stage } from './run.ts';
import { initStudy } from './store/init.ts';

const HELP = `Parallax: who says what in the news, through whom, and how groups of outlets frame it.

  parallax run [study.yaml]     read, analyse, compare, write the report (default: the study that Parallax brings along)
      --out DIR                 write reports below DIR instead of where the study says
      --browser PATH            print the PDF with this browser
      --no-pdf                  write HTML and data only
      --max-quarantine SHARE    how many articles may be set aside before the exit code says so: 0.01 or 1% (default)
      --json                    print the run's record to standard output
      --quiet                   say nothing but warnings and errors
  parallax doctor               browser, fonts, versions: what was found, what is missing and how to get it
      --browser PATH            look at this browser only
      --json                    the same as JSON, to standard output
  parallax init [folder]        lay out a new study: commented study file, registries, lexicons, codebooks
  parallax --help | --version

Exit codes: 0 done · 1 internal error · 2 wrong usage · 3 done, but too many articles were set aside · 65 bad input data ·
66 input missing · 69 done, but no browser could print the PDF · 73 cannot write · 75 try again later · 78 bad study file ·
130, 143 ended by a signal. Messages for people go to standard error.
`;

const OPTIONS = {
  out: { type: 'string' },
  browser: { type: 'string' },
  'no-pdf': { type: 'boolean', default: false },
  'max-quarantine': { type: 'string', default: '1%' },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** What each command takes besides `--help` and `--version`. */
const COMMANDS = {
  run: ['out', 'browser', 'no-pdf', 'max-quarantine', 'json', 'quiet'],
  doctor: ['browser', 'json'],
  init: [],
} as const satisfies Record<string, readonly (keyof typeof OPTIONS)[]>;

type Command = keyof typeof COMMANDS;
type Options = ReturnType<typeof parse>['values'];

async function main(args: readonly string[]): Promise<ExitCode> {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
  try {
    return await dispatch(args);
  } catch (error) {
    return report(error);
  }
}

async function dispatch(args: readonly string[]): Promise<ExitCode> {
  const { command, operand, values } = understand(args);
  if (values.help) return print(HELP);
  if (values.version) return print(`${readPackage().version}\n`);
  if (command === 'doctor') return doctor(values);
  if (command === 'init') return init(operand ?? '.');
  return runStudy(operand ?? OWN_STUDY, values);
}

/** The seed's study, as the package brings it. */
const OWN_STUDY = relative('.', fileURLToPath(new URL('../seeds/study.yaml', import.meta.url)));

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
}

/** Command, operand and options; throws a `Refusal` (exit 2) that says what is wrong with them. */
function understand(args: readonly string[]): { command: Command; operand: string | null; values: Options } {
  const { values, positionals, tokens } = parsed(args);
  const [command = 'run', operand = null, ...rest] = positionals;
  if (!isCommand(command)) throw usage(`“${command}” is no command: use run, doctor or init.`);
  if (rest.length > 0 || (command === 'doctor' && operand !== null))
    throw usage(`“${rest[0] ?? operand}” is one word too many.`);
  const allowed: readonly string[] = [...COMMANDS[command], 'help', 'version'];
  const foreign = tokens.find((token) => token.kind === 'option' && !allowed.includes(token.name));
  if (foreign?.kind === 'option') throw usage(`parallax ${command} has no option ${foreign.rawName}.`);
  return { command, operand, values };
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

async function runStudy(study: string, values: Options): Promise<ExitCode> {
  const allowed = shareOf(values['max-quarantine']);
  const finished = await run(study, {
    now: () => performance.now(),
    print: (html, about) => printPdf(html, about, values),
    out: values.out ?? null,
    observe: values.quiet ? () => undefined : progress(),
  });
  if (values.json)
    process.stdout.write(`${JSON.stringify({ folder: finished.folder, ...finished.record }, null, 2)}\n`);
  tell(finished, values);
  if (finished.result.quarantined.length / finished.found > allowed) return EXIT.quarantine;
  return finished.printed.pdf === null && !values['no-pdf'] ? EXIT.noBrowser : EXIT.done;
}

/** A share as people write it, "0.05" or "5%". */
function shareOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/u.exec(text);
  const share = match === null ? NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (!(share >= 0 && share <= 1))
    throw usage(`--max-quarantine takes a share between 0 and 1, such as 0.05 or 5%, not “${text}”.`);
  return share;
}

async function printPdf(html: string, about: PdfDetails, values: Options): Promise<Printed | NotPrinted> {
  if (values['no-pdf']) return { pdf: null, reason: 'The run was started with --no-pdf.' };
  const printer = await openPrinter({ browser: values.browser ?? null, cache: null });
  if (printer.kind === 'none') return { pdf: null, reason: printer.message };
  try {
    const { pdf, pages } = await printer.print(html, about);
    return { pdf, pages, browser: printer.record };
  } catch (error) {
    if (error instanceof PrintFailure) return { pdf: null, reason: `The PDF could not be printed. ${error.message}` };
    throw error;
  } finally {
    await printer.close();
  }
}

const LINE_EVERY_MS = 30_000;

/** On a terminal a line that moves; elsewhere one line every half minute. */
function progress(): (stage: Stage, done: number, total: number) => void {
  let last = performance.now();
  return (stage, done, total) => {
    const line = total > 1 ? `${stage} ${done}/${total}` : stage;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}`);
    else if (performance.now() - last > LINE_EVERY_MS) {
      last = performance.now();
      console.error(line);
    }
  };
}

/** What came out, for people: where it lies, what was odd, what each stage took. */
function tell({ folder, result, found, printed, timings }: Finished, values: Options): void {
  if (process.stderr.isTTY && !values.quiet) process.stderr.write('\r\u001B[K');
  for (const { file, line, message } of result.quarantined)
    console.error(sentence({ file, line, message: `Set aside: ${message}` }));
  if (printed.pdf === null) console.error(printed.reason);
  if (values.quiet) return;
  const shown = relative('.', folder) || '.';
  const statements = result.articles.reduce((sum, article) => sum + article.statements.length, 0);
  const stages = Object.entries(timings).map(([stage, ms]) => `${stage} ${(ms / 1000).toFixed(2)} s`);
  console.error(
    `${count(found, 'article')}, ${count(statements, 'statement')}, ${count(result.issues.length, 'remark')} in issues.jsonl.`,
  );
  console.error(
    `Report: ${shown}/report.html${printed.pdf === null ? '' : ` and report.pdf (${count(printed.pages, 'page')})`}`,
  );
  console.error(`Stages: ${stages.join(' · ')}`);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

async function doctor(values: Options): Promise<ExitCode> {
  const { version, packages } = readPackage();
  const looks = await inspectBrowsers({ browser: values.browser ?? null, cache: null });
  const runtime = {
    parallax: version,
    node: process.versions.node,
    icu: process.versions['icu'],
    platform: `${process.platform} ${process.arch}`,
  };
  if (values.json) process.stdout.write(`${JSON.stringify({ ...runtime, packages, browsers: looks }, null, 2)}\n`);
  else {
    console.error(
      Object.entries(runtime)
        .map(([name, value]) => `${name} ${value}`)
        .join(' · '),
    );
    for (const { where, path, outcome, version: browser, fonts, notes, mend } of looks) {
      console.error(
        `${outcome.padEnd(8)} ${where}${path === null ? '' : ` (${path})`}${browser === null ? '' : `: ${browser}`}`,
      );
      if (fonts.length > 0) console.error(`         test print with ${fonts.join(', ')}`);
      for (const note of notes) console.error(`         ${note}`);
      if (mend !== null) console.error(`         to mend it: ${mend}`);
    }
  }
  return looks.some(({ outcome }) => outcome === 'works') ? EXIT.done : EXIT.noBrowser;
}

function init(folder: string): ExitCode {
  const study = initStudy(folder);
  console.error(`A study lies in ${study}. Put articles beside it, change it, and run: parallax run ${study}`);
  return EXIT.done;
}

function print(text: string): ExitCode {
  process.stdout.write(text);
  return EXIT.done;
}

/** A refusal says its sentences; anything else is a defect and shows where it came from. */
function report(error: unknown): ExitCode {
  if (error instanceof Refusal) {
    for (const problem of error.problems) console.error(sentence(problem));
    return error.exit;
  }
  console.error('Parallax failed. This is a defect: please report it with the lines below.');
  console.error(error);
  return EXIT.internal;
}

// Last, when every constant above has its value.
process.exitCode = await main(process.argv.slice(2));
