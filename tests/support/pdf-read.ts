import type { PDFPage } from 'pdf-lib';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from 'pdf-lib';
import { inflated, readContent } from '../../pipeline/report/pdf/content-stream.ts';
import { dictOf, entry, hasName, listOf, textOf } from '../../pipeline/report/pdf/objects.ts';

/** What a PDF shows and says, read in plain Node. */
export interface PdfReading {
  readonly document: PDFDocument;
  /** Text a page, in the order in which it is drawn. */
  readonly pages: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly subtype: string; readonly embedded: boolean }[];
  /** Addresses of its links. */
  readonly addresses: readonly string[];
  readonly outline: readonly string[];
  /** The files that it carries along, in its own order. */
  readonly attachments: readonly PdfAttachment[];
  /** How often each structure type occurs. */
  readonly tags: ReadonlyMap<string, number>;
}

interface PdfAttachment {
  readonly name: string;
  readonly relationship: string;
  readonly type: string;
  /** As PDF writes them: "D:20210701000000Z". */
  readonly dates: readonly string[];
  readonly text: string;
}

export async function readPdf(pdf: Uint8Array): Promise<PdfReading> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  const dicts = context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict);
  const titled = dicts.filter((dict) => dict.has(PDFName.of('Dest')) && dict.has(PDFName.of('Title')));
  const tags = dicts.filter((dict) => dict.has(PDFName.of('P')) && dict.has(PDFName.of('S')));
  return {
    document,
    pages: document.getPages().map(shownText),
    fonts: dicts.filter((dict) => hasName(dict, 'Type', 'Font')).flatMap(fontOf),
    addresses: dicts
      .map((dict) => textOf(context, entry(dictOf(context, entry(dict, 'A')), 'URI')))
      .filter((address) => address !== ''),
    outline: titled.map((dict) => textOf(context, entry(dict, 'Title'))),
    attachments: attachmentsOf(document),
    tags: count(tags.map((dict) => textOf(context, entry(dict, 'S')))),
  };
}

function attachmentsOf({ context, catalog }: PDFDocument): readonly PdfAttachment[] {
  const index = dictOf(context, entry(dictOf(context, entry(catalog, 'Names')), 'EmbeddedFiles'));
  return listOf(context, entry(index, 'Names')).flatMap((ref) => {
    const file = dictOf(context, ref);
    const stream = context.lookup(entry(dictOf(context, entry(file, 'EF')), 'F'));
    if (!(stream instanceof PDFRawStream)) return [];
    const params = dictOf(context, entry(stream.dict, 'Params'));
    return [
      {
        name: textOf(context, entry(file, 'UF')),
        relationship: textOf(context, entry(file, 'AFRelationship')),
        type: textOf(context, entry(stream.dict, 'Subtype')),
        dates: ['CreationDate', 'ModDate'].map((key) => textOf(context, entry(params, key))),
        text: Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8'),
      },
    ];
  });
}

/** All text of a PDF. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  return (await readPdf(pdf)).pages.join('\n');
}

/** Chromium shows text as `<hex> Tj` in the font last set with `/Name size Tf`, two bytes a glyph; ET ends a line. */
function shownText(page: PDFPage): string {
  const maps = glyphMaps(page);
  let map: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const line of (readContent(page)?.operators ?? '').split('\n')) {
    const font = /^\/(\S+) \S+ Tf$/.exec(line)?.[1];
    if (font !== undefined) map = maps.get(font) ?? new Map();
    if (/T[jJ]$/.test(line))
      text += glyphs(line)
        .map((glyph) => map.get(glyph) ?? '\uFFFD')
        .join('');
    if (line === 'ET') text += '\n';
  }
  return text;
}

function glyphs(line: string): readonly string[] {
  return [...line.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = '']) => hex.toLowerCase().match(/.{4}/g) ?? []);
}

function glyphMaps(page: PDFPage): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const { context } = page.doc;
  const fonts = dictOf(context, entry(page.node.Resources() ?? null, 'Font'))?.entries() ?? [];
  return new Map(
    fonts.map(([name, font]) => {
      const map = context.lookup(entry(dictOf(context, font), 'ToUnicode'));
      return [name.decodeText(), readToUnicode(inflated(map) ?? '')];
    }),
  );
}

/** The `bfchar` and `bfrange` lines of a ToUnicode map (ISO 32000-1:2008, 9.10.3). */
function readToUnicode(cmap: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, from = '', to = '', text = ''] of cmap.matchAll(/^<(\w{4})> (?:<(\w{4})> )?<(\w+)>$/gm)) {
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to || from, 16)];
    for (let glyph = first; glyph <= last; glyph++) {
      const units = (text.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      units[units.length - 1] = (units.at(-1) ?? 0) + glyph - first;
      map.set(glyph.toString(16).padStart(4, '0'), String.fromCharCode(...units));
    }
  }
  return map;
}

function fontOf(font: PDFDict): PdfReading['fonts'] {
  const { context } = font;
  const subtype = textOf(context, entry(font, 'Subtype'));
  // A composite font is told of once, at its outer half.
  if (subtype.startsWith('CIDFont')) return [];
  const inner = dictOf(context, listOf(context, entry(font, 'DescendantFonts'))[0]) ?? font;
  const file = context.lookup(entry(dictOf(context, entry(inner, 'FontDescriptor')), 'FontFile2'));
  const name = textOf(context, entry(font, 'BaseFont')).replace(/^[A-Z]{6}\+/, '');
  return [{ name, subtype: textOf(context, entry(inner, 'Subtype')), embedded: file instanceof PDFRawStream }];
}

function count(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
