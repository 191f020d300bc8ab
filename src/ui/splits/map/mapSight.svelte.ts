import { zoomAt, fitView, type Extent, type MapView } from './mapView';

/** What part of the map is seen: one for all maps that lie side by side, so that they move together. */
export class MapSight {
  readonly #extent: () => Extent | undefined;
  #view = $state.raw<MapView>();
  width = $state(0);
  height = $state(0);

  /** `extent` is what there is to be seen. */
  constructor(extent: () => Extent | undefined) {
    this.#extent = extent;
  }

  /** The view that shows everything. */
  readonly fit = $derived.by(() => {
    const extent = this.#extent();
    return extent && this.width > 0 ? fitView(extent, this.width, this.height) : undefined;
  });
  readonly view = $derived.by((): MapView => this.#view ?? this.fit ?? { scale: 1, x: 0, y: 0 });

  /** Undefined shows everything. */
  set(view: MapView | undefined): void {
    this.#view = view;
  }

  /** Brings an extent into sight. */
  lookAt(extent: Extent | undefined): void {
    if (extent && this.width > 0) this.#view = fitView(extent, this.width, this.height);
  }

  zoom(factor: number, x = this.width / 2, y = this.height / 2): void {
    this.#view = zoomAt(this.view, factor, x, y);
  }
}
