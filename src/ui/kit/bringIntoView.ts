/** Scrolls an element into sight unless all of it is there; at once for those who want no motion. Focus stays where it is. */
export function bringIntoView(element: HTMLElement): void {
  const { top, bottom } = element.getBoundingClientRect();
  const frame = element.closest('main')?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
  if (top >= frame.top - 1 && bottom <= frame.bottom + 1) return;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
}
