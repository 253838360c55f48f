import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer';

/**
 * Speaks with a browser started with `--remote-debugging-pipe`: JSON messages, each ended by a zero byte. A pipe, unlike a
 * port, is open to no other process, and a browser whose pipe closes ends by itself, so none outlives us.
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => {
      toBrowser.end();
    },
  };
  const take = splitter((message) => transport.onmessage?.(message));
  // A browser that ends makes both ends fail; that it ended is told by `onclose`.
  toBrowser.on('error', () => undefined);
  fromBrowser.on('error', () => undefined);
  fromBrowser.on('data', take);
  fromBrowser.on('close', () => transport.onclose?.());
  return transport;
}

/** Joins chunks to messages. A printed report comes in many chunks, so they are joined once a message, not once a chunk. */
function splitter(onMessage: (message: string) => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      const message = Buffer.concat([...parts, chunk.subarray(from, end)]).toString('utf8');
      parts = [];
      from = end + 1;
      onMessage(message);
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  };
}
