/** The part of tar-stream that Parallax uses; the package brings no types. */
declare module 'tar-stream' {
  import type { Readable, Writable } from 'node:stream';

  export interface Header {
    readonly name: string;
    readonly type: string;
    readonly mode: number;
    readonly linkname?: string;
  }

  export type Entry = Readable & { readonly header: Header };

  export function extract(): Writable & AsyncIterable<Entry>;

  export interface Pack extends Readable {
    entry(header: Partial<Header>, content: string | Uint8Array): unknown;
    finalize(): void;
  }

  export function pack(): Pack;
}
