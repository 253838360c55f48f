import { createHash } from 'node:crypto';
import type { PDFDocument } from 'pdf-lib';
import { AFRelationship, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import type { Attachment } from '../attachments.ts';

/** What a PDF says of itself. */
export interface PdfMetadata {
  readonly title: string;
  readonly authors: readonly string[];
  readonly subject: string;
  /** BCP 47: "en-GB". */
  readonly language: string;
  /** A page by its number, in that language: where a link leads. */
  readonly page: (number: number) => string;
  /** ISO 8601, a day or a moment; `null` where the report has none. */
  readonly date: string | null;
  /**
   * The standard that the file declares itself to follow (ISO 14289-1:2014, clause 5), or `null`: to be named only for what is
   * made in a way whose files a validator has passed.
   */
  readonly standard: 'PDF/UA-1' | null;
  /** Files that the PDF carries along, ordered by name. */
  readonly attachments: readonly Attachment[];
}

/**
 * Writes the metadata, as fields and as XMP (ISO 16684-1:2019). Dates are the report's, never the clock's, and the file's
 * identifier is a hash of `printed` (the bytes as the browser wrote them, but for what it writes otherwise each time): equal
 * input gives equal bytes.
 */
export function describe(document: PDFDocument, metadata: PdfMetadata, printed: Uint8Array): void {
  const { title, authors, subject, language } = metadata;
  const date = dateOf(metadata);
  document.setTitle(legible(title), { showInWindowTitleBar: true });
  document.setAuthor(legible(authors.join(', ')));
  document.setSubject(legible(subject));
  document.setKeywords([KEYWORDS.join('; ')]);
  document.setCreator('Parallax');
  document.setCreationDate(date);
  document.setModificationDate(date);
  document.catalog.set(PDFName.of('Lang'), PDFString.of(language));
  const packet = document.context.stream(xmp(metadata, date, document.getProducer() ?? ''), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  document.catalog.set(PDFName.of('Metadata'), document.context.register(packet));
  const id = PDFHexString.of(identifier(metadata, printed));
  document.context.trailerInfo.ID = document.context.obj([id, id]);
}

/** Puts the attachments into the file, as data that it was made from (`AFRelationship`, ISO 19005-3:2012), with the report's date. */
export async function attach(document: PDFDocument, metadata: PdfMetadata): Promise<void> {
  const date = dateOf(metadata);
  for (const { name, type, description, text } of metadata.attachments) {
    await document.attach(Buffer.from(text), name, {
      mimeType: type,
      description,
      creationDate: date,
      modificationDate: date,
      afRelationship: AFRelationship.Data,
    });
  }
}

function dateOf({ date }: PdfMetadata): Date {
  const moment = new Date(date ?? UNDATED);
  if (Number.isNaN(moment.getTime())) throw new Error(`“${date ?? ''}” is no date.`);
  return moment;
}

function xmp({ title, authors, subject, language, standard }: PdfMetadata, date: Date, producer: string): Uint8Array {
  const moment = date.toISOString().replace('.000', '');
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
  const items = (texts: readonly string[]) => texts.map((text) => `<rdf:li>${escaped(text)}</rdf:li>`).join('');
  const fields = [
    `<dc:format>application/pdf</dc:format>`,
    `<dc:title>${alternative(title)}</dc:title>`,
    `<dc:creator><rdf:Seq>${items(authors)}</rdf:Seq></dc:creator>`,
    `<dc:description>${alternative(subject)}</dc:description>`,
    `<dc:subject><rdf:Bag>${items(KEYWORDS)}</rdf:Bag></dc:subject>`,
    `<dc:language><rdf:Bag>${items([language])}</rdf:Bag></dc:language>`,
    `<xmp:CreateDate>${moment}</xmp:CreateDate><xmp:ModifyDate>${moment}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>Parallax</xmp:CreatorTool>`,
    `<pdf:Producer>${escaped(producer)}</pdf:Producer><pdf:Keywords>${escaped(KEYWORDS.join('; '))}</pdf:Keywords>`,
    ...(standard === null ? [] : ['<pdfuaid:part>1</pdfuaid:part>']),
  ].join('\n');
  const description = `<rdf:Description rdf:about="" ${NAMESPACES}>\n${fields}\n</rdf:Description>`;
  const body = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${RDF}>\n${description}\n</rdf:RDF></x:xmpmeta>`;
  return Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${body}\n<?xpacket end="r"?>`);
}

function escaped(text: string): string {
  return legible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Without control characters, which XML forbids and a window's title cannot show, and without lone surrogates. */
function legible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ');
}

function identifier(metadata: PdfMetadata, printed: Uint8Array): string {
  const steady = Buffer.from(printed).toString('latin1').replaceAll(UNSTEADY, '');
  return createHash('sha256').update(steady, 'latin1').update(JSON.stringify(metadata)).digest('hex').slice(0, 32);
}

const KEYWORDS = ['discourse analysis', 'quotation attribution', 'stance', 'framing', 'news'];

/** The date of a report that has none; any fixed day would do. */
const UNDATED = '2000-01-01';

/** What Chromium writes otherwise at each print: the time, and the names of tags (see `renameTags`). */
const UNSTEADY = /\/(?:CreationDate|ModDate) \(D:[^)]*\)|\(node\d+\)/g;

const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';
const NAMESPACES = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
  'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
].join(' ');
