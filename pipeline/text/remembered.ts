/**
 * A function of one string that remembers its results, since words come again and again. They depend on the string alone;
 * a full store starts anew.
 */
export function remembered<T>(valueOf: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    const value = valueOf(text);
    known.set(text, value);
    return value;
  };
}

/** Enough for nearly every name of a corpus of news; a few megabytes. */
const MOST = 20_000;
