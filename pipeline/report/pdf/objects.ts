import type { PDFContext, PDFObject } from 'pdf-lib';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib';

/** The dictionary that `object` is or refers to; `null` where it is something else. (pdf-lib's own look-ups throw there.) */
export function dictOf(context: PDFContext, object: PDFObject | undefined): PDFDict | null {
  const found = context.lookup(object);
  return found instanceof PDFDict ? found : null;
}

/** The entries of the array that `object` is or refers to; the object alone where it is none. */
export function listOf(context: PDFContext, object: PDFObject | undefined): readonly PDFObject[] {
  const found = context.lookup(object);
  if (found instanceof PDFArray) return found.asArray();
  return object === undefined ? [] : [object];
}

/** The text that `object` is or refers to, be it a string or a name; `''` where it is neither. */
export function textOf(context: PDFContext, object: PDFObject | undefined): string {
  const found = context.lookup(object);
  const isText = found instanceof PDFString || found instanceof PDFHexString || found instanceof PDFName;
  return isText ? found.decodeText() : '';
}

/** The value of one key of a dictionary, unresolved. */
export function entry(dict: PDFDict | null, key: string): PDFObject | undefined {
  return dict?.get(PDFName.of(key));
}

/** Whether the value of `key` is the name `name`. */
export function hasName(dict: PDFDict | null, key: string, name: string): boolean {
  return entry(dict, key) === PDFName.of(name);
}
