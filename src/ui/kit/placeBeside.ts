/** Puts a floating element under its anchor (above it where there is no room), inside the window. */
export function placeBeside(floating: HTMLElement, anchor: Element, align: 'start' | 'end' = 'start'): void {
  const gap = 4;
  const at = anchor.getBoundingClientRect();
  const size = floating.getBoundingClientRect();
  const wanted = align === 'start' ? at.left : at.right - size.width;
  const left = Math.max(gap, Math.min(wanted, window.innerWidth - size.width - gap));
  const below = at.bottom + gap;
  const fits = below + size.height <= window.innerHeight - gap || at.top < size.height + 2 * gap;
  floating.style.left = `${left}px`;
  floating.style.top = `${fits ? below : at.top - size.height - gap}px`;
}
