const formats = new Map<string, Intl.NumberFormat>();

/** The locale in which figures are written where the caller names none. */
export const DEFAULT_LOCALE = 'en-US';

/**
 * A number format of that locale, made once: making one costs some hundred times what using it does.
 * A figure that rounds to zero is written without a minus sign.
 */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { signDisplay: 'negative', ...options });
  formats.set(key, made);
  return made;
}
