import type { MapTool, SplitDesk } from '../../../state/splitDesk.svelte';
import type { Split } from '../../../territory/units';
import { unitAt, unitsAlong, unitsInside, type Pixel } from './mapHits';
import type { MapShapes } from './mapShapes';
import type { MapSight } from './mapSight.svelte';
import { panBy, zoomAt } from './mapView';

/** Pixels that a click may miss by, and a press may wander before it is a drag. */
const REACH = 12;
const WANDER = 4;
export const BRUSH = 14;

/** What the hand works on. */
export interface Worked {
  readonly desk: SplitDesk;
  readonly sight: MapSight;
  readonly shapes: MapShapes;
  readonly tool: MapTool;
  /** Each account's territory by number, as this map shows them. */
  readonly numbers: Split;
}

/** What fingers and the mouse do on the map: pan, pinch, click, paint, lasso. */
export class MapPointer {
  readonly #worked: () => Worked;
  readonly #down = new Map<number, Pixel>();
  #start: Pixel = [0, 0];
  #last: Pixel = [0, 0];
  #dragged = false;
  #pinched = false;
  lasso = $state.raw<readonly Pixel[]>([]);
  /** Where the brush is, while the tool is paint and the mouse over the map. */
  brush = $state.raw<Pixel>();

  constructor(worked: () => Worked) {
    this.#worked = worked;
  }

  press(id: number, at: Pixel): void {
    this.#down.set(id, at);
    if (this.#down.size === 2) {
      // A second finger: what the first had begun was the beginning of a pinch.
      this.#worked().desk.dropStroke();
      this.lasso = [];
      this.#pinched = true;
      return;
    }
    this.#start = at;
    this.#last = at;
    this.#dragged = false;
    this.#pinched = false;
    if (this.#worked().tool === 'paint') this.#paint(at, at);
    if (this.#worked().tool === 'lasso') this.lasso = [at];
  }

  move(id: number, at: Pixel, pans: boolean): void {
    this.brush = this.#worked().tool === 'paint' ? at : undefined;
    const before = this.#down.get(id);
    if (!before) return;
    if (this.#down.size === 2) return this.#pinch(id, before, at);
    this.#down.set(id, at);
    if (this.#pinched) return;
    if (Math.abs(at[0] - this.#start[0]) + Math.abs(at[1] - this.#start[1]) > WANDER) this.#dragged = true;
    if (this.#worked().tool === 'select' || pans) {
      if (this.#dragged) this.#pan(at[0] - this.#last[0], at[1] - this.#last[1]);
    } else if (this.#worked().tool === 'paint') this.#paint(this.#last, at);
    else this.lasso = [...this.lasso, at];
    if (this.#dragged || this.#worked().tool !== 'select') this.#last = at;
  }

  release(id: number, at: Pixel, more: boolean): void {
    if (!this.#down.delete(id) || this.#pinched) return;
    const { desk, shapes, sight, tool } = this.#worked();
    if (tool === 'paint') desk.endStroke();
    else if (tool === 'lasso' && this.lasso.length > 2)
      desk.select(this.#ids(unitsInside(shapes, sight.view, this.lasso)), more ? 'also' : 'only');
    else if (!this.#dragged) this.#click(at, more);
    this.lasso = [];
  }

  /** What was begun is dropped. */
  abandon(): void {
    this.#down.clear();
    this.lasso = [];
    this.#worked().desk.dropStroke();
  }

  /** Selects what lies at a pixel; returns its place in the book. */
  pick(at: Pixel, more: boolean): number | undefined {
    const { desk, shapes, sight } = this.#worked();
    const unit = unitAt(shapes, sight.view, at, REACH);
    desk.select(this.#ids(unit < 0 ? [] : [unit]), more ? 'toggle' : 'only');
    return desk.accounts.map.accountOf[unit];
  }

  #click(at: Pixel, more: boolean): void {
    const place = this.pick(at, more);
    const { desk, numbers } = this.#worked();
    if (place !== undefined) desk.active = desk.accounts.territoryIds[numbers[place] ?? -1] ?? '';
  }

  #paint(from: Pixel, to: Pixel): void {
    const { desk, shapes, sight } = this.#worked();
    const { accountOf } = desk.accounts.map;
    desk.paint(unitsAlong(shapes, sight.view, from, to, BRUSH).map((unit) => accountOf[unit] ?? -1));
  }

  #pan(dx: number, dy: number): void {
    const { sight } = this.#worked();
    sight.set(panBy(sight.view, dx, dy));
  }

  #pinch(id: number, before: Pixel, at: Pixel): void {
    const [, other] = [...this.#down].find(([key]) => key !== id) ?? [];
    this.#down.set(id, at);
    if (!other) return;
    const { sight } = this.#worked();
    const apart = ([x, y]: Pixel) => Math.hypot(x - other[0], y - other[1]);
    const middle: Pixel = [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2];
    const panned = panBy(sight.view, (at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
    sight.set(zoomAt(panned, apart(at) / Math.max(1, apart(before)), middle[0], middle[1]));
  }

  #ids(units: readonly number[]) {
    const { desk } = this.#worked();
    const { accountOf } = desk.accounts.map;
    const { accounts } = desk.book ?? { accounts: [] };
    return units.flatMap((unit) => accounts[accountOf[unit] ?? -1]?.id ?? []);
  }
}
