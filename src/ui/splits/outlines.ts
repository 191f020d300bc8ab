/** Outlines of land and states as a path in km. */
export async function loadOutlines(project: unknown): Promise<Path2D | undefined> {
  void project;
  return undefined;
}
