import { PDFDocument } from 'pdf-lib';
import { markArtifacts } from './artifacts.ts';
import { mendLinks } from './links.ts';
import type { PdfMetadata } from './metadata.ts';
import { attach, describe } from './metadata.ts';
import { renameTags } from './tag-names.ts';
import { mendTags } from './tags.ts';

/** A finished PDF. */
export interface Pdf {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Makes of what Chromium printed a file that can be archived, read aloud and compared: metadata, attachments, tags, artifacts,
 * links, and a third of the size. Equal input gives equal bytes.
 */
export async function mendPdf(printed: Uint8Array, metadata: PdfMetadata): Promise<Pdf> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  describe(document, metadata, printed);
  mendLinks(document, metadata);
  mendTags(document);
  renameTags(document);
  for (const page of document.getPages()) markArtifacts(page);
  await attach(document, metadata);
  // All objects in one go: pauses between them would only take time, for nothing else waits.
  const pdf = await document.save({ useObjectStreams: true, objectsPerTick: Infinity, updateFieldAppearances: false });
  return { pdf, pages: document.getPageCount() };
}
