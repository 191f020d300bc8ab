const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
];

/** When something was saved, in words: `just now`, `5 minutes ago`, `yesterday`, then the date. Both instants; `savedAt` is ISO 8601. */
export function savedWhen(savedAt: string, now: Date, locale = 'en-US'): string {
  const seconds = (now.getTime() - Date.parse(savedAt)) / 1000;
  if (!Number.isFinite(seconds)) return 'at an unknown time';
  if (seconds < 60) return 'just now';
  if (seconds >= 7 * 86_400)
    return new Date(savedAt).toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const [unit, length] = STEPS.findLast(([, each]) => seconds >= each) ?? ['minute', 60];
  const count = Math.floor(seconds / length);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-count, unit);
}
