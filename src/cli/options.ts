/** A mistake in the command line; the message says which. */
export class UsageFault extends Error {}

/** The one plan file that a command takes. */
export function onlyPlan(files: readonly string[]): string {
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new UsageFault(
      `command must name one plan file, got ${files.length === 0 ? 'none' : files.join(', ')}`,
    );
  return file;
}

/** A whole number from `low` to `high`; undefined where the option is not given. */
export function wholeOption(
  name: string,
  text: string | undefined,
  low: number,
  high: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new UsageFault(`--${name} must be a whole number from ${low} to ${high}, got ${text}`);
  return value;
}
