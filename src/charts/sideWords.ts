/** Width of a letter at most, on average, in pixels. */
const LETTER = 6.8;
const LONGEST = 24;

/** What one side of the line of no difference is, as far as there is room for it in pixels: `Plan B books more`, its name, or nothing. */
export function sideWords(name: string, room: number): string {
  const short = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
  return [`${short} books more`, short].find((text) => (text.length + 2) * LETTER < room) ?? '';
}
