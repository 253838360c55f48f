import type { PDFDocument, PDFRef } from 'pdf-lib';
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

/** A list item holds a label and one body; Chromium puts what is in the body straight into the item. */
function giveBody(ref: PDFRef, item: PDFDict, { context }: PDFDocument): void {
  const kids = listOf(context, entry(item, 'K')).map((kid) => ({ kid, tag: dictOf(context, kid) }));
  const labels = kids.filter(({ tag }) => hasName(tag, 'S', 'Lbl'));
  const rest = kids.filter((kid) => !labels.includes(kid));
  // Content right in the item, without a tag of its own, would need its page moved with it; Chromium writes none.
  if (rest.length === 0 || rest.some(({ tag }) => tag === null || hasName(tag, 'S', 'LBody'))) return;
  const body = context.register(context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: rest.map(({ kid }) => kid) }));
  for (const { tag } of rest) tag?.set(PDFName.of('P'), body);
  item.set(PDFName.of('K'), context.obj([...labels.map(({ kid }) => kid), body]));
}
