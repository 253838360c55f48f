import type { PDFDocument, PDFObject, PDFRef } from 'pdf-lib';
import { PDFDict, PDFName } from 'pdf-lib';
import { dictOf, entry, hasName, listOf } from './objects.ts';

/**
 * Mends what Chromium's tag tree has otherwise than ISO 32000-1:2008, 14.8.4 wants it: the body of a list item gets its tag,
 * and the two tags of PDF 2.0 are explained to readers of PDF 1.7, which else drop their text.
 */
export function mendTags(document: PDFDocument): void {
  const tree = dictOf(document.context, entry(document.catalog, 'StructTreeRoot'));
  tree?.set(PDFName.of('RoleMap'), document.context.obj({ Em: 'Span', Strong: 'Span' }));
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && hasName(object, 'S', 'LI')) giveBody(ref, object, document);
  }
}

/**
 * A list item holds a label and one body; Chromium puts what is in the body straight into the item. So its item becomes the
 * body of a new one: what the item holds, and the page's own index of it, stay as they are.
 */
function giveBody(ref: PDFRef, item: PDFDict, { context }: PDFDocument): void {
  const kids = listOf(context, entry(item, 'K'));
  const isTagged = (kid: PDFObject, name: string) => hasName(dictOf(context, kid), 'S', name);
  const list = entry(item, 'P');
  if (list === undefined || kids.some((kid) => isTagged(kid, 'LBody'))) return;
  const labels = kids.filter((kid) => isTagged(kid, 'Lbl'));
  const outer = context.register(context.obj({ Type: 'StructElem', S: 'LI', P: list, K: [...labels, ref] }));
  for (const label of labels) dictOf(context, label)?.set(PDFName.of('P'), outer);
  item.set(PDFName.of('S'), PDFName.of('LBody'));
  item.set(PDFName.of('P'), outer);
  item.set(PDFName.of('K'), context.obj(kids.filter((kid) => !labels.includes(kid))));
  const siblings = listOf(context, entry(dictOf(context, list), 'K'));
  dictOf(context, list)?.set(PDFName.of('K'), context.obj(siblings.map((kid) => (kid === ref ? outer : kid))));
}
