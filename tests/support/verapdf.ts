import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What veraPDF found in a PDF: how many rules and single checks passed and failed, and each failed rule as "7.21.8-1: message". */
export interface Validation {
  readonly rules: { readonly passed: number; readonly failed: number };
  readonly checks: { readonly passed: number; readonly failed: number };
  readonly faults: readonly string[];
}

/** Its command: the program or jar that `VERAPDF` names, else `verapdf` on PATH; `null` where neither can be started. */
const command = startable(commandOf(process.env['VERAPDF'] ?? 'verapdf'));

/** Whether veraPDF is here. Tests that need it are shown as skipped where it is not. */
export const hasVeraPdf = command !== null;

/** veraPDF on `pdf` by its profile of PDF/UA-1; throws where it does not answer. */
export function validateUa1(pdf: Uint8Array): Validation {
  if (command === null) throw new Error('veraPDF is not here.');
  const folder = mkdtempSync(join(tmpdir(), 'parallax-'));
  try {
    const file = join(folder, 'report.pdf');
    writeFileSync(file, pdf);
    const [program, ...first] = command;
    const options = ['--flavour', 'ua1', '--format', 'xml', '--maxfailuresdisplayed', '1', file];
    const { stdout, stderr } = spawnSync(program, [...first, ...options], { encoding: 'utf8', maxBuffer: 1 << 26 });
    return validationIn(stdout, stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Command = readonly [program: string, ...options: string[]];

function commandOf(named: string): Command {
  return named.endsWith('.jar') ? ['java', '-jar', named] : [named];
}

function startable(asked: Command): Command | null {
  const [program, ...options] = asked;
  return spawnSync(program, [...options, '--version']).status === 0 ? asked : null;
}

function validationIn(xml: string, complaint: string): Validation {
  const counted = (name: string): number => {
    const match = new RegExp(`<details [^>]*\\b${name}="(\\d+)"`, 'u').exec(xml);
    if (match === null) throw new Error(`veraPDF did not answer: ${complaint || xml}`);
    return Number(match[1]);
  };
  const faults = [...xml.matchAll(/<rule [^>]*clause="([^"]*)" testNumber="(\d+)"[^]*?<errorMessage>([^<]*)</gu)];
  return {
    rules: { passed: counted('passedRules'), failed: counted('failedRules') },
    checks: { passed: counted('passedChecks'), failed: counted('failedChecks') },
    faults: faults.map(([, clause, test, message]) => `${clause}-${test}: ${message}`),
  };
}
