/** The twelve months by name, their values `1` to `12`. */
export function monthOptions(locale = 'en-US'): { value: string; label: string }[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: format.format(new Date(Date.UTC(2027, index, 1))),
  }));
}
