import type { MeasureId } from '../../../model/units';
import { repHomes } from '../../../state/repHomes';
import type { SplitDesk } from '../../../state/splitDesk.svelte';
import { radii, type Flags } from './marks';
import { classesOf, type MeasureClasses } from './measureClasses';

/** What the map is coloured by, and what is drawn over it. */
export class MapLook {
  readonly #desk: SplitDesk;
  #by = $state.raw<MeasureId>();
  middles = $state(false);
  states = $state(true);
  unassigned = $state(true);
  heavy = $state(false);
  homes = $state(true);

  constructor(desk: SplitDesk) {
    this.#desk = desk;
  }

  /** The measure that the colour is of; undefined is the territory. A measure that is gone is none. */
  readonly measure = $derived.by(() => this.#desk.book?.measures.find(({ id }) => id === this.#by));
  /** Its value of each account, NaN where it is not known. */
  readonly values = $derived.by(() => {
    const place = this.#desk.book?.measures.findIndex(({ id }) => id === this.measure?.id) ?? -1;
    if (place < 0) return undefined;
    return Float64Array.from(this.#desk.book?.accounts ?? [], ({ values }) => values[place] ?? Number.NaN);
  });
  readonly classes = $derived.by((): MeasureClasses | undefined => this.values && classesOf(this.values));

  /** Where people live, as far as it is known. */
  readonly knownHomes = $derived.by(() => repHomes(this.#desk.session.plan, this.#desk.accounts.map.project));

  /** The class of each unit, where the colour is a measure's. */
  readonly classOf = $derived.by(() => {
    const { classes } = this;
    return (
      classes && Int16Array.from(this.#desk.accounts.map.accountOf, (place) => classes.classOf[place] ?? -1)
    );
  });
  /** Dots are as large as what is shown: the measure of the colour, else the one that splits are balanced by. */
  readonly radius = $derived.by(() => {
    const { values } = this;
    const { units, accountOf } = this.#desk.accounts.map;
    return radii(values ? Float64Array.from(accountOf, (place) => values[place] || 0) : units.weight);
  });
  readonly #selected = $derived.by(() => this.#desk.accounts.flagsOf(this.#desk.selection));
  readonly #heavy = $derived.by(() => {
    const flags = new Uint8Array(this.#desk.accounts.weights.length);
    if (this.heavy) for (const place of this.#desk.figures.measures.oversize) flags[place] = 1;
    return flags;
  });

  /** What accounts are marked by besides their territories. */
  get flags(): Flags {
    return { selected: this.#selected, locked: this.#desk.held, heavy: this.#heavy };
  }

  colourBy(id: MeasureId | undefined): void {
    this.#by = id;
  }
}
