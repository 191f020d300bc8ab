/** A name as part of a file's name, without what systems refuse; `plan` where nothing is left. */
export function fileStem(name: string): string {
  return (
    name
      .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim() || 'plan'
  );
}
