import { markArtifacts } from './artifacts.ts';
import { mendLinks } from './links.ts';
import type { PdfMetadata } from './metadata.ts';
import { attach, describe } from './metadata.ts';
import type { Printout } from './print.ts';
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
export async function mendPdf({ bytes, document }: Printout, metadata: PdfMetadata): Promise<Pdf> {
  describe(document, metadata, bytes);
  mendLinks(document, metadata);
  mendTags(document);
  renameTags(document);
  for (const page of document.getPages()) markArtifacts(page);
  await attach(document, metadata);
  // All objects in one go: pauses between them would only take time, for nothing else waits.
  const pdf = await document.save({ useObjectStreams: true, objectsPerTick: Infinity, updateFieldAppearances: false });
  return { pdf, pages: document.getPageCount() };
}
