/** A measure's name within a sentence: its first letter small, unless what follows says that it is a code or a name: `ZIP codes`. */
export const midSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}+(?!\p{L})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
