import type { Statement } from '../model.ts';
import type { Setting } from './setting.ts';

/** Who said it by name, or what it is called that there is none. */
export function speakerOf({ words }: Pick<Setting, 'words'>, { speaker, withheld }: Statement): string {
  return speaker?.name ?? (withheld ? words.withheldSpeaker : words.noSpeaker);
}

/** Through whom, and how: "through the BBC, direct". */
export function mannerOf({ words }: Pick<Setting, 'words'>, { kind, relay }: Statement): string {
  const relays = relay.map(({ name }) => name);
  return relays.length === 0 ? words.kinds[kind] : `${words.through(relays)}, ${words.kinds[kind]}`;
}
