/** How the app is coloured: as the device is, or one way whatever it is. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** A stored setting as a theme; anything unknown is as the device is. */
export function parseTheme(setting: string | undefined): Theme {
  return THEMES.find((theme) => theme === setting) ?? 'system';
}

/** Colours the page: the tokens read the choice off the root element, and follow the device without one. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
