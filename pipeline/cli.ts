import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { goldOf, runFolderOf, shareOf, threadsOf, understand, type Asked, type Options } from './arguments.ts';
import { HELP } from './help.ts';
import { EXIT, Refusal, sentence, type ExitCode } from './issue.ts';
import { readPackage } from './read/package.ts';
import type { Finished, NotPrinted, PdfDetails, Printed } from './run.ts';
import type { Stage } from './stopwatch.ts';
import type { Look } from './verification.ts';

// Each command loads what it needs when it is called: a wrong option or a look at the version waits for no stage and no browser.

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
  const asked = understand(args);
  const { command, operands, values } = asked;
  if (values.help) return print(HELP);
  if (values.version) return print(`${readPackage().version}\n`);
  switch (command) {
    case 'run':
      return runStudy(operands[0] ?? OWN_STUDY, values);
    case 'verify':
      return verifyRun(asked);
    case 'evaluate':
      return evaluateGold(asked);
    case 'doctor':
      return doctor(values);
    case 'init':
      return init(operands[0] ?? '.');
  }
}

/** The seed's study, as the package brings it. */
const OWN_STUDY = relative('.', fileURLToPath(new URL('../seeds/study.yaml', import.meta.url)));

async function runStudy(study: string, values: Options): Promise<ExitCode> {
  const allowed = shareOf(values['max-quarantine']);
  const threads = threadsOf(values.workers);
  const { run } = await import('./run.ts');
  const finished = await run(study, {
    now: () => performance.now(),
    print: (html, about) => printPdf(html, about, values),
    out: values.out ?? null,
    threads,
    observe: values.quiet ? () => undefined : progress(),
  });
  if (values.json)
    process.stdout.write(`${JSON.stringify({ folder: finished.folder, ...finished.record }, null, 2)}\n`);
  tell(finished, values);
  if (finished.result.quarantined.length / finished.found > allowed) return EXIT.quarantine;
  return finished.printed.pdf === null && !values['no-pdf'] ? EXIT.noBrowser : EXIT.done;
}

async function printPdf(html: string, about: PdfDetails, values: Options): Promise<Printed | NotPrinted> {
  if (values['no-pdf']) return { pdf: null, reason: 'The run was started with --no-pdf.' };
  const [{ openPrinter }, { PrintFailure }] = await Promise.all([
    import('./report/pdf/pdf.ts'),
    import('./report/pdf/page.ts'),
  ]);
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

function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}

/** What came out, for people: where it lies, what was odd, what each stage took. */
function tell({ folder, result, found, printed, timings }: Finished, values: Options): void {
  if (!values.quiet) clearLine();
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

async function verifyRun(asked: Asked): Promise<ExitCode> {
  const { json, quiet } = asked.values;
  const observe = quiet ? () => undefined : progress();
  const folder = runFolderOf(asked);
  const { verify } = await import('./verification.ts');
  const found = await verify(folder, asked.operands[1] ?? OWN_STUDY, {
    now: () => performance.now(),
    observe,
  });
  if (!quiet) clearLine();
  if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  const { files, inputs, ledger } = found;
  for (const [what, look] of [
    ['file', files],
    ['input or version', inputs],
    ['ledger entry', ledger],
  ] as const) {
    for (const line of tellLook(what, look, quiet)) console.error(line);
  }
  if (!quiet) console.error(found.verified ? `Run ${found.run} is verified.` : `Run ${found.run} is not as it was.`);
  return found.verified ? EXIT.done : EXIT.badInput;
}

/** A line of how much was looked at, and one for each difference. */
function tellLook(what: string, { checked, differences }: Look, quiet: boolean | undefined): readonly string[] {
  const plural = what === 'ledger entry' ? 'ledger entries' : what === 'file' ? 'files' : 'inputs and versions';
  const n = `${String(checked)} ${checked === 1 ? what : plural}`;
  const head =
    differences.length === 0 ? `${n}: all as they were.` : `${n}: ${count(differences.length, 'difference')}.`;
  return [...(quiet ? [] : [head]), ...differences.map((line) => `  ${line}`)];
}

async function evaluateGold(asked: Asked): Promise<ExitCode> {
  const { gold, path } = goldOf(asked);
  const { evaluate } = await import('./evaluation.ts');
  const { predictions = null, json } = asked.values;
  const observe = progress();
  const { scores, lines, failed } = evaluate(gold, path, {
    predictions,
    observe: (done, total) => {
      observe('attribute', done, total);
    },
  });
  clearLine();
  for (const problem of failed) console.error(sentence(problem));
  if (json) process.stdout.write(`${JSON.stringify(scores, null, 2)}\n`);
  else for (const line of lines) console.error(line);
  return failed.length > 0 ? EXIT.quarantine : EXIT.done;
}

async function doctor(values: Options): Promise<ExitCode> {
  const { version, packages } = readPackage();
  const { inspectBrowsers } = await import('./report/pdf/pdf.ts');
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

async function init(folder: string): Promise<ExitCode> {
  const { initStudy } = await import('./store/init.ts');
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
