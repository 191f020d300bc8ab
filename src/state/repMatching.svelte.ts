import type { Seat } from '../model/plan';
import { assignSeats } from '../model/assignSeats';
import { updateSeat } from '../model/editPlan';
import { nameKey } from '../model/readSeatRow';
import type { AccountId, SeatId, TerritoryId } from '../model/units';
import { homeKm, kmFromHomes } from '../territory/homeKm';
import { matchReps } from '../territory/matchReps';
import { numbersOf } from '../territory/splitFigures';
import { seatsOfBook } from '../territory/spreadOverSplit';
import type { SplitDesk } from './splitDesk.svelte';
import type { SplitTools } from './splitTools';

/** What a person's territory means to them under the split on the map. */
export interface RepLine {
  readonly seat: Seat;
  readonly territory: TerritoryId | undefined;
  /** Mean km from home to the accounts of the territory, and to those that they have now; undefined where it is not known. */
  readonly km: number | undefined;
  readonly kmNow: number | undefined;
  /** The share of what they have now that the territory holds; undefined of those who have nothing. */
  readonly kept: number | undefined;
}

/** More people than this would hold the page up. */
const MOST_REPS = 250;

/** People and the territories of the split on the map: who lives where, who has what, and who should have what. */
export class RepMatching {
  readonly #desk: SplitDesk;
  readonly #tools: SplitTools;
  /** From 0, distance alone, to 1, what they have now alone. */
  history = $state(0.5);
  /** Whether people are matched anew with each design. */
  withDesign = $state(false);
  #problem = $state<string>();
  /** What people had before they were matched, as long as they are where that put them. */
  #had = $state.raw<
    ReadonlyMap<SeatId, { readonly territory: TerritoryId; readonly owned: readonly AccountId[] }>
  >(new Map());

  constructor(desk: SplitDesk, tools: SplitTools) {
    this.#desk = desk;
    this.#tools = tools;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  /** Selling seats of the territories that some split of the book names, and those of none. */
  readonly seats = $derived.by((): readonly Seat[] => seatsOfBook(this.#desk.session.plan));

  /** Homes on the map, in the order of the seats. */
  readonly #homes = $derived.by(() =>
    this.seats.map(({ home }) => {
      if (!home) return undefined;
      const [x, y] = this.#desk.accounts.map.project(home);
      return { x, y };
    }),
  );

  /** Numbers of territories by unit. */
  readonly #split = $derived.by(() => {
    const numbers = numbersOf(this.#desk.territoryOf, this.#desk.order);
    return Int32Array.from(this.#desk.accounts.map.accountOf, (account) => numbers[account] ?? -1);
  });

  /** Of each seat the accounts that are its person's now, by place: those they own by name, else those of their territory in the split in force. */
  readonly #owned = $derived.by((): readonly (readonly number[])[] => {
    const { accounts, book, inForce, other, split } = this.#desk;
    const before = (inForce ?? other ?? split)?.territoryOf ?? [];
    const byOwner = new Map<string, number[]>();
    const byTerritory = new Map<string, number[]>();
    const put = (map: Map<string, number[]>, key: string, place: number) => {
      const list = map.get(key);
      if (list) list.push(place);
      else map.set(key, [place]);
    };
    book?.accounts.forEach(({ owner }, place) => {
      if (owner !== undefined) put(byOwner, nameKey(owner), place);
      const at = before[place] ?? '';
      if (at !== '') put(byTerritory, at, place);
    });
    return this.seats.map(({ id, name, territoryId }) => {
      const had = this.#had.get(id);
      const kept = had !== undefined && had.territory === territoryId ? had.owned : undefined;
      const own = kept?.flatMap((account) => accounts.placeOf.get(account) ?? []);
      return byOwner.get(nameKey(name)) ?? own ?? byTerritory.get(territoryId ?? '') ?? [];
    });
  });

  readonly #km = $derived.by(() =>
    kmFromHomes(this.#desk.accounts.map.units, this.#split, this.#desk.order.length, this.#homes),
  );

  /** Shares of what each has now by territory, seats by rows; and whether a seat has anything. */
  readonly #kept = $derived.by(() => {
    const { order, accounts } = this.#desk;
    const numbers = numbersOf(this.#desk.territoryOf, order);
    const kept = new Float64Array(this.seats.length * order.length);
    const totals = this.#owned.map((places, row) => {
      const total = places.reduce((sum, place) => sum + (accounts.weights[place] ?? 0), 0);
      for (const place of places) {
        const cell = row * order.length + (numbers[place] ?? -1);
        if ((numbers[place] ?? -1) >= 0 && total > 0)
          kept[cell] = (kept[cell] ?? 0) + (accounts.weights[place] ?? 0) / total;
      }
      return total;
    });
    return { kept, totals };
  });

  /** What each person's territory means to them as the seats stand. */
  readonly lines = $derived.by((): readonly RepLine[] => {
    const { order, accounts } = this.#desk;
    const { kept, totals } = this.#kept;
    const k = order.length;
    return this.seats.map((seat, row) => {
      const place = order.findIndex((id) => id === seat.territoryId);
      const home = this.#homes[row];
      const own = Int32Array.from(accounts.map.accountOf).fill(-1);
      for (const account of this.#owned[row] ?? []) {
        const unit = accounts.map.unitOf[account] ?? -1;
        if (unit >= 0) own[unit] = 0;
      }
      const km = place < 0 ? Number.NaN : (this.#km[row * k + place] ?? Number.NaN);
      const [kmNow = Number.NaN] = home ? kmFromHomes(accounts.map.units, own, 1, [home]) : [];
      return {
        seat,
        territory: order[place],
        km: Number.isNaN(km) ? undefined : km,
        kmNow: Number.isNaN(kmNow) ? undefined : kmNow,
        kept: (totals[row] ?? 0) > 0 && place >= 0 ? kept[row * k + place] : undefined,
      };
    });
  });

  /** How far accounts are from the home of who works them, by territory and all together. */
  readonly home = $derived.by(() => {
    const homes = this.seats.flatMap(({ territoryId }, row) => {
      const territory = this.#desk.order.findIndex((id) => id === territoryId);
      const home = this.#homes[row];
      return home && territory >= 0 ? [{ territory, ...home }] : [];
    });
    return homeKm(this.#desk.accounts.map.units, this.#split, this.#desk.order.length, homes);
  });

  /** Matches people with the territories of the split on the map: one step of undo. */
  match(): void {
    const { session, order, split, book } = this.#desk;
    const { seats } = this;
    const rows = Math.max(seats.length, order.length);
    this.#problem =
      rows > MOST_REPS
        ? `People and territories must be at most ${MOST_REPS} to be matched, got ${rows}`
        : undefined;
    if (this.#problem !== undefined || !split || order.length === 0) return;
    const found = matchReps(
      {
        reps: seats.length,
        territories: order.length,
        km: this.#km,
        kept: this.#kept.kept,
        loads: this.#desk.figures.measures.loads,
      },
      this.history,
    );
    const territoryOf = new Map<SeatId, TerritoryId>();
    const had = new Map<SeatId, { territory: TerritoryId; owned: readonly AccountId[] }>();
    seats.forEach(({ id }, row) => {
      const to = order[found[row] ?? -1];
      if (to === undefined) return;
      territoryOf.set(id, to);
      const owned = (this.#owned[row] ?? []).flatMap((place) => book?.accounts[place]?.id ?? []);
      had.set(id, { territory: to, owned });
    });
    this.#had = had;
    session.change(`Match reps to ${split.name}`, (plan) => assignSeats(plan, territoryOf));
  }

  /** Where a seat's person lives, as typed: a US postcode, or a latitude and a longitude; nothing takes it away. Says why not. */
  async settle(id: SeatId, text: string): Promise<string | undefined> {
    const { session } = this.#desk;
    if (text.trim() === '') {
      session.change('Remove a home', (plan) => updateSeat(plan, id, { home: undefined }));
      return undefined;
    }
    const plan = session.plan.id;
    const found = await this.#tools.loadAccountRunner().then(
      (runner) => runner.findPlace(text),
      () => undefined,
    );
    // Another plan was opened meanwhile: its seats are not these.
    if (session.plan.id !== plan) return undefined;
    if (!found) return 'The places could not be loaded; the network may be off, try again once it is back';
    if (!found.ok) return found.problems[0]?.message ?? 'The place could not be found';
    const { place, postcode } = found.value;
    const home = { ...place, ...(postcode !== undefined && { postcode }) };
    session.change('Set a home', (before) => updateSeat(before, id, { home }));
    return undefined;
  }
}
