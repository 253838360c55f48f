import { Refusal } from '../../pipeline/issue.ts';
import type { Checked } from '../../pipeline/read/yaml.ts';

/** The refusal that `work` ends in. Anything else it throws passes through; ending well is an error, too. */
export function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The refusal that asynchronous work ends in. */
export async function refusalFrom(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The value of a check that found nothing wrong. */
export function taken<T>(checked: Checked<T>): T {
  if (checked.value === null) throw new Error(checked.problems.map(({ message }) => message).join('\n'));
  return checked.value;
}
