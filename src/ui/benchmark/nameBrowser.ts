/** The browser that a user agent's words name, the most particular first: `Firefox 153`. Undefined of an unknown one. */
export function nameBrowser(userAgent: string): string | undefined {
  for (const [pattern, name] of [
    [/\bEdg\/(\d+)/, 'Edge'],
    [/\bFirefox\/(\d+)/, 'Firefox'],
    [/Chrome\/(\d+)/, 'Chromium'],
    [/\bVersion\/(\d+).*\bSafari\//, 'Safari'],
  ] as const) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return undefined;
}
