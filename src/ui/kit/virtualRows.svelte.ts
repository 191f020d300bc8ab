import { untrack } from 'svelte';
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';

/** The rows to draw, and the blank space in pixels that stands for those before and after. */
export interface DrawnRows {
  readonly first: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** From this many rows on only those near the window are drawn; below it the browser's own search finds them all. */
export const VIRTUAL_FROM = 120;

/** Which rows of equal height, which may change for all of them, are drawn in a scrolled element. `mount` belongs in an effect of the component. */
export class VirtualRows {
  #version = $state(0);
  readonly #count: () => number;
  readonly #height: () => number;
  #measured = 0;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #element: HTMLElement | null = null;

  constructor(count: () => number, height: number | (() => number)) {
    this.#count = count;
    this.#height = typeof height === 'number' ? () => height : height;
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.#options(0));
  }

  /** Follows that element's scrolling; returns what ends it. Reads nothing that an effect would depend on. */
  mount(element: HTMLElement): () => void {
    return untrack(() => {
      this.#element = element;
      this.#virtualizer.setOptions(this.#options(this.#count()));
      const stop = this.#virtualizer._didMount();
      this.#virtualizer._willUpdate();
      this.#version++;
      return () => {
        this.#element = null;
        stop();
      };
    });
  }

  get drawn(): DrawnRows {
    const count = this.#count();
    const height = this.#height();
    if (count < VIRTUAL_FROM) return { first: 0, end: count, before: 0, after: 0 };
    // Read for its own sake: it changes with every scroll and resize.
    if (this.#version < 0) return { first: 0, end: 0, before: 0, after: 0 };
    this.#virtualizer.setOptions(this.#options(count));
    if (this.#measured !== height) this.#forget(height);
    const items = this.#virtualizer.getVirtualItems();
    const first = items[0]?.index ?? 0;
    const end = Math.min(count, (items.at(-1)?.index ?? Math.min(count, 40) - 1) + 1);
    return { first, end, before: first * height, after: (count - end) * height };
  }

  /** Scrolls so that a row can be seen, if it cannot. */
  show(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  /** Places of rows of another height are found anew. */
  #forget(height: number): void {
    this.#measured = height;
    this.#virtualizer.options.onChange = () => undefined;
    this.#virtualizer.measure();
    this.#virtualizer.setOptions(this.#options(this.#count()));
  }

  #options(count: number) {
    return {
      count,
      getScrollElement: () => this.#element,
      estimateSize: () => this.#height(),
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      overscan: 8,
      // The heading row sticks to the top and must not cover the row that was asked for.
      scrollPaddingStart: this.#height(),
      onChange: () => void this.#version++,
    };
  }
}
