import type { PDFPage } from 'pdf-lib';
import { inflated, readContent, replaceContent } from './content-stream.ts';
import { dictOf, entry } from './objects.ts';

/**
 * Marks what a page shows outside its tags (page numbers, running heads, rules, backgrounds) as an artifact, so that it is
 * not read aloud in the middle of a sentence. Chromium leaves it unmarked; PDF/UA-1 (ISO 14289-1:2014, 7.1) wants each
 * piece of content to be either tagged or an artifact. What the page shows does not change.
 */
export function markArtifacts(page: PDFPage): void {
  const content = readContent(page);
  if (content === null) return;
  const operators = wrapUnmarked(content.operators, taggedForms(page));
  if (operators !== null) replaceContent(page, { ...content, operators });
}

/**
 * The same operators with `/Artifact BMC … EMC` around each unmarked stretch that paints; `null` where marks do not balance.
 * `tagged` names the forms that hold tagged content themselves.
 */
export function wrapUnmarked(operators: string, tagged: ReadonlySet<string>): string | null {
  const out: string[] = [];
  let stretch: string[] = [];
  // Marks around the line: whether each says what its content is, as a tag or an artifact does.
  const marks: boolean[] = [];
  const flush = () => {
    const paints = stretch.some((line) => PAINTS.test(line));
    out.push(...(paints ? ['/Artifact BMC', ...stretch, 'EMC'] : stretch));
    stretch = [];
  };
  for (const line of operators.split('\n')) {
    const form = FORM.exec(line)?.[1];
    const told = marks[0] === true || TELLS.test(line) || (form !== undefined && tagged.has(form));
    // A stretch cannot end within a mark that tells nothing.
    if (told && marks[0] === false) return null;
    if (told && marks.length === 0) flush();
    (told ? out : stretch).push(line);
    if (OPENS.test(line)) marks.push(TELLS.test(line));
    else if (line === 'EMC' && marks.pop() === undefined) return null;
  }
  flush();
  return marks.length === 0 ? out.join('\n') : null;
}

function taggedForms(page: PDFPage): ReadonlySet<string> {
  const forms = dictOf(page.doc.context, entry(page.node.Resources() ?? null, 'XObject'))?.entries() ?? [];
  const tagged = forms.filter(([, form]) => inflated(page.doc.context.lookup(form))?.includes('/MCID') === true);
  return new Set(tagged.map(([name]) => name.decodeText()));
}

/** Operators as Chromium writes them: one a line, strings in hexadecimal. */
const OPENS = /B[DM]C$/;
/** Other marks only say how a text reads: `/Span <</ActualText …>> BDC` around letters that no font has. */
const TELLS = /\/MCID\b.*BDC$|^\/Artifact\b.*B[DM]C$/;
const FORM = /^\/(\S+) Do$/;
const PAINTS = /(?:^|\s)(?:[SsFfBb]\*?|Do|sh|Tj|TJ)$/;
