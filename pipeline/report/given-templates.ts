import { EXIT, Refusal } from '../issue.ts';
import type { Assets } from './assets.ts';
import { renderHtml } from './html.ts';
import type { ReportView } from './view.ts';

/**
 * `renderHtml` where a study brings templates, `given` by name: a field that stands where its view has none is then no defect of
 * Parallax, but a `Refusal` (exit 78) that names the templates and the field's line.
 */
export function renderWith(view: ReportView, assets: Assets, given: readonly string[]): string {
  try {
    return renderHtml(view, assets);
  } catch (error) {
    if (given.length === 0) throw error;
    const { message, lineNumber } = error as Error & { readonly lineNumber?: number };
    const file = given.length === 1 ? given[0]! : null;
    const said = `The report cannot be made with the study’s templates (${given.join(', ')}): ${message}`;
    throw new Refusal(EXIT.badStudy, [{ file, line: lineNumber ?? null, message: said }], { cause: error });
  }
}
