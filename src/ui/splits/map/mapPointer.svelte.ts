import type { SplitDesk } from '../../../state/splitDesk.svelte';
import { unitAt, unitsAlong, unitsInside, type Pixel } from './mapHits';
import { panBy, zoomAt, type MapView } from './mapView';

/** Pixels that a click may miss by, and a press may wander before it is a drag. */
const REACH = 12;
const WANDER = 4;
export const BRUSH = 14;

/** What fingers and the mouse do on the map: pan, pinch, click, paint, lasso. */
export class MapPointer {
  readonly #desk: SplitDesk;
  readonly #view: () => MapView;
  readonly #setView: (view: MapView) => void;
  readonly #down = new Map<number, Pixel>();
  #start: Pixel = [0, 0];
  #last: Pixel = [0, 0];
  #dragged = false;
  #pinched = false;
  lasso = $state.raw<readonly Pixel[]>([]);
  /** Where the brush is, while the tool is paint and the mouse over the map. */
  brush = $state.raw<Pixel>();

  constructor(desk: SplitDesk, view: () => MapView, setView: (view: MapView) => void) {
    this.#desk = desk;
    this.#view = view;
    this.#setView = setView;
  }

  press(id: number, at: Pixel): void {
    this.#down.set(id, at);
    if (this.#down.size === 2) {
      // A second finger: what the first had begun was the beginning of a pinch.
      this.#desk.dropStroke();
      this.lasso = [];
      this.#pinched = true;
      return;
    }
    this.#start = at;
    this.#last = at;
    this.#dragged = false;
    this.#pinched = false;
    if (this.#desk.tool === 'paint') this.#paint(at, at);
    if (this.#desk.tool === 'lasso') this.lasso = [at];
  }

  move(id: number, at: Pixel, pans: boolean): void {
    this.brush = this.#desk.tool === 'paint' ? at : undefined;
    const before = this.#down.get(id);
    if (!before) return;
    if (this.#down.size === 2) return this.#pinch(id, before, at);
    this.#down.set(id, at);
    if (this.#pinched) return;
    if (Math.abs(at[0] - this.#start[0]) + Math.abs(at[1] - this.#start[1]) > WANDER) this.#dragged = true;
    if (this.#desk.tool === 'select' || pans) {
      if (this.#dragged) this.#setView(panBy(this.#view(), at[0] - this.#last[0], at[1] - this.#last[1]));
    } else if (this.#desk.tool === 'paint') this.#paint(this.#last, at);
    else this.lasso = [...this.lasso, at];
    if (this.#dragged || this.#desk.tool !== 'select') this.#last = at;
  }

  release(id: number, at: Pixel, more: boolean): void {
    if (!this.#down.delete(id) || this.#pinched) return;
    const { tool } = this.#desk;
    if (tool === 'paint') this.#desk.endStroke();
    else if (tool === 'lasso' && this.lasso.length > 2) {
      const inside = unitsInside(this.#points, this.#view(), this.lasso);
      this.#desk.select(this.#ids(inside), more ? 'also' : 'only');
    } else if (!this.#dragged) this.#click(at, more);
    this.lasso = [];
  }

  /** What was begun is dropped. */
  abandon(): void {
    this.#down.clear();
    this.lasso = [];
    this.#desk.dropStroke();
  }

  #click(at: Pixel, more: boolean): void {
    const unit = unitAt(this.#points, this.#view(), at, REACH);
    const ids = this.#ids(unit < 0 ? [] : [unit]);
    this.#desk.select(ids, more ? 'toggle' : 'only');
    const place = this.#desk.accounts.map.accountOf[unit];
    if (place !== undefined) this.#desk.active = this.#desk.territoryOf[place] ?? '';
  }

  #paint(from: Pixel, to: Pixel): void {
    const { accountOf } = this.#desk.accounts.map;
    const units = unitsAlong(this.#points, this.#view(), from, to, BRUSH);
    this.#desk.paint(units.map((unit) => accountOf[unit] ?? -1));
  }

  #pinch(id: number, before: Pixel, at: Pixel): void {
    const [, other] = [...this.#down].find(([key]) => key !== id) ?? [];
    this.#down.set(id, at);
    if (!other) return;
    const apart = ([x, y]: Pixel) => Math.hypot(x - other[0], y - other[1]);
    const middle: Pixel = [(at[0] + other[0]) / 2, (at[1] + other[1]) / 2];
    const panned = panBy(this.#view(), (at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
    this.#setView(zoomAt(panned, apart(at) / Math.max(1, apart(before)), middle[0], middle[1]));
  }

  get #points() {
    return this.#desk.accounts.map.units;
  }

  #ids(units: readonly number[]) {
    const { accountOf } = this.#desk.accounts.map;
    const { accounts } = this.#desk.book ?? { accounts: [] };
    return units.flatMap((unit) => accounts[accountOf[unit] ?? -1]?.id ?? []);
  }
}
