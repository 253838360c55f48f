import type { PDFContext, PDFDict, PDFDocument, PDFObject } from 'pdf-lib';
import { PDFName, PDFRef, PDFString } from 'pdf-lib';
import { dictOf, entry, listOf, textOf } from './objects.ts';

/**
 * Names the tags that other tags refer to (the headers of a table's cells) by their order in the document. Chromium names
 * them after a counter of its page process, and so each time otherwise.
 */
export function renameTags(document: PDFDocument): void {
  const { context } = document;
  const tree = dictOf(context, entry(document.catalog, 'StructTreeRoot'));
  const tags = inOrder(context, entry(tree, 'K'));
  const named = tags.filter(({ tag }) => tag.has(PDFName.of('ID')));
  const names = new Map(named.map(({ tag }, at) => [textOf(context, entry(tag, 'ID')), nameOf(at)]));
  for (const [at, { tag }] of named.entries()) tag.set(PDFName.of('ID'), PDFString.of(nameOf(at)));
  for (const { tag } of tags) renameHeaders(tag, names);
  forget(context, entry(tree, 'IDTree'));
  const index = named.flatMap(({ ref }, at) => [PDFString.of(nameOf(at)), ref]);
  if (index.length > 0) tree?.set(PDFName.of('IDTree'), context.register(context.obj({ Names: index })));
}

interface Tag {
  readonly ref: PDFRef;
  readonly tag: PDFDict;
}

/** All tags below `kids`, each before its own. */
function inOrder(context: PDFContext, kids: PDFObject | undefined): readonly Tag[] {
  return listOf(context, kids).flatMap((ref) => {
    const tag = dictOf(context, ref);
    return ref instanceof PDFRef && tag !== null ? [{ ref, tag }, ...inOrder(context, entry(tag, 'K'))] : [];
  });
}

function renameHeaders(tag: PDFDict, names: ReadonlyMap<string, string>): void {
  for (const attributes of listOf(tag.context, entry(tag, 'A'))) {
    const dict = dictOf(tag.context, attributes);
    if (dict?.has(PDFName.of('Headers')) !== true) continue;
    const headers = listOf(tag.context, entry(dict, 'Headers')).map((header) => {
      return PDFString.of(names.get(textOf(tag.context, header)) ?? '');
    });
    dict.set(PDFName.of('Headers'), tag.context.obj(headers));
  }
}

/** Takes an index of names, which may be a tree itself, out of the file. */
function forget(context: PDFContext, node: PDFObject | undefined): void {
  for (const kid of listOf(context, entry(dictOf(context, node), 'Kids'))) forget(context, kid);
  if (node instanceof PDFRef) context.delete(node);
}

/** Names of one length, so that their order in the index is their order in the document. */
function nameOf(at: number): string {
  return `tag-${(at + 1).toFixed().padStart(8, '0')}`;
}
