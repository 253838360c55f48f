import { Refusal } from '../../pipeline/issue.ts';

/** The refusal that `work` ends with; throws where there is none. */
export function refusal(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
