/** A name as it is compared: without case, accents, blanks and signs; `&` is “and”, “St.” is “saint”. */
export const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('&', 'and')
    .replace(/\bst\.? /g, 'saint ')
    .replace(/[^\p{L}\p{N}]/gu, '');
