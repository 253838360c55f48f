import type { Provenance } from './model.ts';
import { readRun, type LedgerRow, type RunRecord } from './read/run-folder.ts';
import { ledgerLines } from './report/ledger.ts';
import { buildReport } from './report/view.ts';
import { runtimeVersions } from './record.ts';
import { analyseStudy, type Watched } from './analysis.ts';

/** What one look at a run's folder found: how many things were looked at, and a sentence for each that is not as it was. */
export interface Look {
  readonly checked: number;
  readonly differences: readonly string[];
}

/** Whether a run still says what its data give. */
export interface Verification {
  /** Id of the run that was looked at. */
  readonly run: string;
  /** Whether the files are as the run wrote them, and the ledger is as it is computed now. */
  readonly verified: boolean;
  /** The folder's files against the hashes that the run wrote down. */
  readonly files: Look;
  /** What the run rests on (study, registries, lexicons, models, articles, versions) against what stands there now: why a ledger may differ. */
  readonly inputs: Look;
  /** The claim ledger as it lies there against the one computed now. */
  readonly ledger: Look;
}

/**
 * Computes the claim ledger of a finished run again, from the articles and the study, and compares:
 *
 *     folder ▸ files against their hashes
 *     study  ▸ inputs against theirs ▸ tokenise … compare ▸ ledger against the folder's
 *
 * Nothing is written. Throws a `Refusal` where the folder cannot be read (exit 65, 66), or the study cannot be run.
 */
export async function verify(folder: string, studyFile: string, around: Watched): Promise<Verification> {
  const { record, ledger, files } = readRun(folder);
  const result = await analyseStudy(studyFile, around);
  const now = ledgerLines(buildReport(result).ledger).trimEnd().split('\n');
  const looks = {
    files: filesLook(record.files, files),
    inputs: inputsLook(record, result.provenance),
    ledger: ledgerLook(
      ledger,
      now.map((line) => JSON.parse(line) as LedgerRow),
    ),
  };
  const verified = looks.files.differences.length + looks.ledger.differences.length === 0;
  return { run: record.run, verified, ...looks };
}

function filesLook(was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>): Look {
  return byName(was, is, {
    changed: (name) => `${name} was changed after the run.`,
    gone: (name) => `${name} is gone.`,
    added: (name) => `${name} was added after the run.`,
  });
}

/** Sentences for what is not the same under a name. */
interface Sentences {
  readonly changed: (name: string, was: string, is: string) => string;
  readonly gone: (name: string) => string;
  readonly added: (name: string) => string;
}

function byName(was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>, say: Sentences): Look {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  const differences = names.flatMap((name) => {
    const [before, after] = [was[name], is[name]];
    if (before === after) return [];
    if (after === undefined) return [say.gone(name)];
    return [before === undefined ? say.added(name) : say.changed(name, before, after)];
  });
  return { checked: names.length, differences };
}

/** Inputs by their hashes, and the versions of what computes. */
function inputsLook(was: RunRecord, is: Provenance): Look {
  const inputs = byName(hashesOf(was.inputs), hashesOf(is.inputs), {
    changed: (name) => `${name} has changed since the run.`,
    gone: (name) => `${name} is no longer among the inputs.`,
    added: (name) => `${name} is a new input.`,
  });
  const versions = byName(versionsOf(was), versionsOf({ ...is, runtime: runtimeVersions() }), {
    changed: (name, before, after) => `${name} was ${before} and is ${after}.`,
    gone: (name) => `${name} is no longer used.`,
    added: (name) => `${name} is new.`,
  });
  return {
    checked: inputs.checked + versions.checked,
    differences: [...inputs.differences, ...versions.differences],
  };
}

function hashesOf(inputs: Provenance['inputs']): Readonly<Record<string, string>> {
  return Object.fromEntries(inputs.map(({ file, sha256 }) => [file, sha256]));
}

function versionsOf({
  parallax,
  packages,
  runtime,
}: Pick<Provenance, 'parallax' | 'packages'> & Pick<RunRecord, 'runtime'>): Readonly<Record<string, string>> {
  return { Parallax: parallax, ...packages, ...runtime };
}

/** Entry by entry: what is no longer stated, what is stated now, and each field that has another value. */
function ledgerLook(was: readonly LedgerRow[], is: readonly LedgerRow[]): Look {
  const before = new Map(was.map((row) => [row.id, row]));
  const after = new Map(is.map((row) => [row.id, row]));
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  const differences = ids.flatMap((id) => {
    const [one, two] = [before.get(id), after.get(id)];
    if (two === undefined) return [`${id} (“${one!.text}”) is no longer stated.`];
    if (one === undefined) return [`${id} (“${two.text}”) is stated now and was not in the run.`];
    return fieldsOf(one, two).map(
      ({ name, was: old, is: now }) => `${id}: ${name} was ${told(old)} and is ${told(now)}.`,
    );
  });
  return { checked: ids.length, differences };
}

interface Changed {
  readonly name: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** Fields that are not the same in two entries; of their values each by its own name. */
function fieldsOf(was: LedgerRow, is: LedgerRow): readonly Changed[] {
  const { values: oldValues, ...oldFields } = was;
  const { values: newValues, ...newFields } = is;
  return [...changedIn(oldFields, newFields), ...changedIn(oldValues, newValues)];
}

function changedIn(was: Readonly<Record<string, unknown>>, is: Readonly<Record<string, unknown>>): readonly Changed[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .filter((name) => told(was[name]) !== told(is[name]))
    .map((name) => ({ name, was: was[name], is: is[name] }));
}

function told(value: unknown): string {
  return value === undefined ? 'not there' : JSON.stringify(value);
}
