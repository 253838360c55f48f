import { remembered } from './remembered.ts';

/** A name as an id: letters and digits in lower case without accents, all else one hyphen. "The Éire Post" → "the-eire-post". */
export const slug = remembered((name) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, ''),
);
