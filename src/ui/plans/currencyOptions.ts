/** Every currency the browser can write, by its code: `USD, US Dollar`. */
export function currencyOptions(locale = 'en-US'): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value}, ${names.of(value) ?? value}`,
  }));
}
