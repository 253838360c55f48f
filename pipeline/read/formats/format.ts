import type { Issue } from '../../model.ts';
import type { FrontMatter } from '../front-matter.ts';

/** A file that may hold articles. */
export interface Source {
  /** Where it lies on this machine: to open, never to print. */
  readonly path: string;
  /** Its name in the study, for messages and provenance. */
  readonly file: string;
}

/** An article as a file tells of it, before anything is checked. */
export interface Draft {
  /** What it says of itself, under the keys of front matter, and its text. */
  readonly front: FrontMatter;
  /** 1-based line of its text in the file, or its place among the file’s articles where the format has no lines. */
  readonly line: number;
  /** SHA-256 (hex) of the bytes that it was read from. */
  readonly sha256: string;
  /** What it is called where it has no id of its own. */
  readonly name: string;
}

/** One article of a file, or why a part of the file is none. */
export type Drafted = { readonly draft: Draft } | { readonly rejected: Issue };

/** A format that articles come in. Its reader streams: it never holds more of a file than it must. */
export interface Format {
  /** As `parallax read` names it. */
  readonly name: string;
  /** Whether a file is of this format, by the first bytes of its content; its name only breaks ties. */
  readonly claims: (head: Uint8Array, file: string) => boolean;
  /** The articles of a file in their order. What cannot be read is rejected with its place, and the rest is read. */
  readonly read: (source: Source) => AsyncIterable<Drafted>;
}
