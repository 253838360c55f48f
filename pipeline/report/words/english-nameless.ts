/** What a speaker, outlet or target is called whose name is empty. */
export const namelessWords = {
  nameless: (id: string) => (id.trim() === '' ? 'No name given' : `No name given (${id})`),
};
