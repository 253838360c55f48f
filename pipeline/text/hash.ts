/** 32-bit hash of a string (FNV-1a with a final mix). Hashes name features, so that no list of them need be kept. */
export function textHash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return finish(h);
}

/** 32-bit hash of a feature: which template, and its values (hashes or small numbers). */
export function featureHash(template: number, a: number, b = 0, c = 0, d = 0): number {
  let h = Math.imul(template, 0x9e3779b1) + Math.imul(a, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) + Math.imul(b, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x297a2d39) + Math.imul(c, 0x27d4eb2f) + Math.imul(d, 0x165667b1);
  return finish(h);
}

/** Spreads every bit of `x` over all others (the finaliser of MurmurHash3, Appleby 2011). */
function finish(x: number): number {
  let h = x ^ (x >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
