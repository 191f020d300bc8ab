/** Fields of the records that `layout.ts` gives the places of: words (i32) and numbers (f64) apart. */

// Seats
export const SEAT_I: i32 = 20;
export const SEAT_ROLE: i32 = 0;
export const SEAT_CLASS: i32 = 1;
export const SEAT_START_KIND: i32 = 2;
export const SEAT_BACKFILL: i32 = 3;
/** Whether the first person has a record of their own. */
export const SEAT_RECORD: i32 = 4;
export const SEAT_KEY_HIGH: i32 = 5;
export const SEAT_KEY_LOW: i32 = 6;
/** Its place in the plan's list. */
export const SEAT_INDEX: i32 = 7;
/** The manager who sits in it, or −1. */
export const SEAT_MANAGES: i32 = 8;
export const SEAT_FIRST_LEAVE: i32 = 9;
export const SEAT_END_LEAVE: i32 = 10;
/** Transfers out of it, by date. */
export const SEAT_FIRST_TRANSFER: i32 = 11;
export const SEAT_END_TRANSFER: i32 = 12;
/** Its row among those that pipelines carry on, or −1 in the direct form. */
export const SEAT_PIPELINE_ROW: i32 = 13;
/** What a steady past closes after the start, by month, of one unit of intensity; an address, or 0. */
export const SEAT_OPENING: i32 = 14;
export const SEAT_FIRST_OPPORTUNITY: i32 = 15;
export const SEAT_END_OPPORTUNITY: i32 = 16;
/** The first person's own deal sizes: see ROLE_SIZES. */
export const SEAT_SIZES: i32 = 17;
export const SEAT_SKETCH_FLOOR: i32 = 18;

export const INCUMBENT: i32 = 0;
export const PLANNED: i32 = 1;
export const TRANSFERRED: i32 = 2;

export const SEAT_F: i32 = 10;
export const SEAT_START: i32 = 0;
/** What a ramped month of skill one is worth: deals, or selling hours in a covered territory. */
export const SEAT_UNIT: i32 = 1;
/** Month from which on the seat is closed; Infinity for never. */
export const SEAT_CLOSES: i32 = 3;
export const SEAT_RECORD_SHAPE: i32 = 4;
export const SEAT_RECORD_SCALE: i32 = 5;
/** Role's mean deal ÷ the first person's own, in a territory; 1 elsewhere. */
export const SEAT_OWN_RATIO: i32 = 6;
/** The first person's own mean deal ÷ the role's, where deals are counted; 1 where hours are. */
export const SEAT_OWN_WORTH: i32 = 7;

// Roles
export const ROLE_I: i32 = 24;
export const ROLE_WORK: i32 = 0;
/** ∫ ramp by month of tenure, up to ROLE_RAMP_MONTHS. */
export const ROLE_RAMP: i32 = 1;
export const ROLE_RAMP_MONTHS: i32 = 2;
export const ROLE_BANDS: i32 = 3;
export const ROLE_BAND_COUNT: i32 = 4;
/** Tables, or 0 where a fixed number stands beside. */
export const ROLE_FILL: i32 = 5;
export const ROLE_SLIP: i32 = 6;
export const ROLE_SKILL: i32 = 7;
/** Address of a size source: see sizes.ts. */
export const ROLE_SIZES: i32 = 8;
export const ROLE_MONTHLY: i32 = 9;
/** Months of the lag, 0 in the direct form; and its weights. */
export const ROLE_LAG_MONTHS: i32 = 10;
export const ROLE_LAG: i32 = 11;
export const ROLE_FIRST_SOURCE: i32 = 12;
export const ROLE_END_SOURCE: i32 = 13;
export const ROLE_STEPS: i32 = 14;
export const ROLE_STEP_COUNT: i32 = 15;
export const ROLE_PAID_BY_QUARTER: i32 = 16;
export const ROLE_KEY_HIGH: i32 = 17;
export const ROLE_KEY_LOW: i32 = 18;

export const SELLS: i32 = 0;
export const MANAGES: i32 = 1;
export const SUPPORTS: i32 = 2;

export const ROLE_F: i32 = 24;
export const ROLE_FILL_FIXED: i32 = 0;
export const ROLE_SLIP_FIXED: i32 = 1;
export const ROLE_DEALS: i32 = 2;
export const ROLE_SHAPE: i32 = 3;
export const ROLE_WON: i32 = 4;
export const ROLE_LOST: i32 = 5;
export const ROLE_SIZE_SHAPE: i32 = 6;
export const ROLE_KEPT: i32 = 7;
export const ROLE_HOURS: i32 = 8;
export const ROLE_CURVATURE: i32 = 9;
export const ROLE_MEAN_DEAL: i32 = 10;
export const ROLE_THRESHOLD: i32 = 11;
export const ROLE_MULTIPLIER: i32 = 12;
export const ROLE_BASE: i32 = 13;
export const ROLE_VARIABLE: i32 = 14;
export const ROLE_CAP: i32 = 15;
export const ROLE_RECRUITING: i32 = 16;
export const ROLE_SEVERANCE: i32 = 17;
export const ROLE_OTHER: i32 = 18;
export const ROLE_GUARANTEE_MONTHS: i32 = 19;
export const ROLE_GUARANTEE: i32 = 20;
/** Growth of deal sizes a month, as a factor. */
export const ROLE_GROWTH: i32 = 21;

/** A band of tenure: where it begins, the hazard accumulated by then, the hazard a month in it. */
export const BAND_F: i32 = 3;

// Classes: seats alike in role, manager, region and territory
export const CLASS_I: i32 = 8;
export const CLASS_ROLE: i32 = 0;
export const CLASS_TERRITORY: i32 = 1;
export const CLASS_MANAGER: i32 = 2;

// Territories
export const TERRITORY_I: i32 = 4;
export const TERRITORY_KEY_HIGH: i32 = 0;
export const TERRITORY_KEY_LOW: i32 = 1;
/** Whether its people sell from its potential. */
export const TERRITORY_COVERED: i32 = 2;

export const TERRITORY_F: i32 = 2;
/** Bookings a month at full coverage, and selling hours a month for it. */
export const TERRITORY_POTENTIAL: i32 = 0;
export const TERRITORY_WORKLOAD: i32 = 1;

// Events
export const EVENT_I: i32 = 8;
export const EVENT_KEY_HIGH: i32 = 0;
export const EVENT_KEY_LOW: i32 = 1;
export const EVENT_FIRST: i32 = 2;
/** Number of months it may begin in. */
export const EVENT_STARTS: i32 = 3;
export const EVENT_MONTHS: i32 = 4;
/** Its classes in EVENT_CLASSES. */
export const EVENT_FIRST_CLASS: i32 = 5;
export const EVENT_END_CLASS: i32 = 6;
/** Its place in the plan's list. */
export const EVENT_INDEX: i32 = 7;

export const EVENT_F: i32 = 6;
export const EVENT_PROBABILITY: i32 = 0;
/** On the number of deals, the win rate included. */
export const EVENT_INTENSITY: i32 = 1;
export const EVENT_SIZE: i32 = 2;
export const EVENT_HAZARD: i32 = 3;
export const EVENT_FILL: i32 = 4;

// Managers
/** One word: whether the manager sits in a seat that may be vacant. */
export const MANAGER_I: i32 = 1;

// Leaves of absence: from, to, share
export const LEAVE_F: i32 = 3;

// Transfers: target seat; date and share of the ramp kept beside
export const TRANSFER_F: i32 = 2;

// Sources that a support role feeds
export const SOURCE_F: i32 = 2;
export const SOURCE_SHARE: i32 = 0;
export const SOURCE_SELLERS: i32 = 1;

// Open opportunities
export const OPPORTUNITY_I: i32 = 4;
export const OPPORTUNITY_KEY_HIGH: i32 = 0;
export const OPPORTUNITY_KEY_LOW: i32 = 1;
/** Levels (as signed words) by month: it closes in the first month whose level is not below the word. */
export const OPPORTUNITY_MONTHS: i32 = 2;
export const OPPORTUNITY_F: i32 = 2;
export const OPPORTUNITY_AMOUNT: i32 = 0;
export const OPPORTUNITY_PROBABILITY: i32 = 1;

// Settings (numbers)
export const VACANT_FACTOR: i32 = 0;
export const SPAN_LIMIT: i32 = 1;
export const OVER_SPAN_FACTOR: i32 = 2;
export const RAMP_FACTOR: i32 = 3;
export const MARKET_SD: i32 = 4;
export const MARKET_PERSISTENCE: i32 = 5;
export const SHOCK_SD: i32 = 6;
export const GROSS_MARGIN: i32 = 7;
export const SETTINGS_F: i32 = 8;

// What a role's inputs are in a trial: factors of intensity and of deal size
export const FACTOR_F: i32 = 2;
export const FACTOR_INTENSITY: i32 = 0;
export const FACTOR_SIZE: i32 = 1;

// What a trial knows of a seat
export const STATE_I: i32 = 20;
export const STATE: i32 = 0;
/** Whether the first person is still the one in it. */
export const STATE_FIRST: i32 = 1;
/** The next transfer out of it. */
export const STATE_TRANSFER: i32 = 2;
/** Stays of the segment at hand. */
export const STATE_FIRST_STAY: i32 = 3;
export const STATE_END_STAY: i32 = 4;
/** Whether the person sells by a record of their own. */
export const STATE_OWN: i32 = 5;
/** The streams of its people, its deals, and its first person's own deals: four words each. */
export const STATE_PEOPLE: i32 = 8;
export const STATE_DEALS: i32 = 12;
export const STATE_OWN_DEALS: i32 = 16;

export const VACANT: i32 = 0;
export const FILLED: i32 = 1;
export const CLOSED: i32 = 2;
export const AWAITING: i32 = 3;

export const STATE_F: i32 = 14;
/** Start of the next person, while vacant. */
export const STATE_NEXT: i32 = 0;
/** When the person in it was hired, which tenure counts from; and when the ramp would have begun. */
export const STATE_HIRED: i32 = 1;
export const STATE_RAMPED_FROM: i32 = 2;
/** When the person took this seat. */
export const STATE_SINCE: i32 = 3;
export const STATE_SKILL: i32 = 4;
/** Deals a month of a ramped month, or effort a month in a covered territory. */
export const STATE_RATE: i32 = 5;
/** What is left of the hazard that the person survives. */
export const STATE_NEED: i32 = 6;
/** Multiple of the hazard for being behind. */
export const STATE_BEHIND: i32 = 7;
/** How much longer the ramp takes. */
export const STATE_STRETCH: i32 = 8;
/** The person's bookings and quota of the year so far. */
export const STATE_BOOKED: i32 = 9;
export const STATE_ASKED: i32 = 10;
/** Time to fill after the person, as drawn with the person. */
export const STATE_FILL: i32 = 11;
/** When the first person left. */
export const STATE_FIRST_LEFT: i32 = 12;

// A stay: one person in one seat within the segment at hand
export const STAY_I: i32 = 8;
export const STAY_FIRST_MONTH: i32 = 0;
export const STAY_END_MONTH: i32 = 1;
/** Place of its first month's effort. */
export const STAY_EFFORT: i32 = 2;
export const STAY_OWN: i32 = 3;
export const STAY_FIRST: i32 = 4;
/** Whether it ends with the person's leaving the seat. */
export const STAY_ENDS: i32 = 5;
/** Whether it begins with a new hire. */
export const STAY_HIRES: i32 = 6;
export const STAY_F: i32 = 8;
export const STAY_FROM: i32 = 0;
export const STAY_TO: i32 = 1;
export const STAY_RAMPED_FROM: i32 = 2;
export const STAY_RATE: i32 = 3;
export const STAY_SINCE: i32 = 4;
export const STAY_STRETCH: i32 = 5;
export const STAY_HIRED: i32 = 6;
/** Share of the year's quota that it carries. */
export const STAY_CARRIED: i32 = 7;

// What a seat's quarter comes to
export const QUARTER_F: i32 = 5;
export const QUARTER_FILLED: i32 = 0;
/** Share of the year's quota carried by the filled time. */
export const QUARTER_CARRIED: i32 = 1;
export const QUARTER_BOOKED: i32 = 2;
/** Filled months within the ramp guarantee. */
export const QUARTER_GUARANTEED: i32 = 3;
/** Recruiting and severance. */
export const QUARTER_CHANGES: i32 = 4;

// What a class or group comes to in a fiscal year
export const YEAR_F: i32 = 10;
export const YEAR_QUOTA: i32 = 0;
export const YEAR_COST: i32 = 1;
export const YEAR_LEAVERS: i32 = 2;
export const YEAR_STARTERS: i32 = 3;
export const YEAR_VACANCY: i32 = 4;
export const YEAR_WITH_QUOTA: i32 = 5;
export const YEAR_AT_QUOTA: i32 = 6;
export const YEAR_HEADCOUNT: i32 = 7;
export const YEAR_RAMPED: i32 = 8;
export const YEAR_BOOKED: i32 = 9;

// Groups: the plan, then regions, managers, territories, roles
export const GROUP_I: i32 = 8;
/** First period with a sketch of its bookings: 0 where months have one. */
export const GROUP_FIRST_SKETCH: i32 = 0;
/** Where its sketches begin, in sketches. */
export const GROUP_SKETCH: i32 = 1;
/** Floors of the sketches of a month's, a quarter's and a year's bookings, and of cost: see sketch.ts. */
export const GROUP_MONTH_FLOOR: i32 = 2;
export const GROUP_QUARTER_FLOOR: i32 = 3;
export const GROUP_YEAR_FLOOR: i32 = 4;
export const GROUP_COST_FLOOR: i32 = 5;
export const GROUP_COUNT_FLOOR: i32 = 6;

/** Measures of a group's fiscal year that are kept with their distribution. */
export const MEASURES: i32 = 9;
export const MEASURE_ATTAINMENT: i32 = 0;
export const MEASURE_COST: i32 = 1;
export const MEASURE_CONTRIBUTION: i32 = 2;
export const MEASURE_LEAVERS: i32 = 3;
export const MEASURE_VACANCY: i32 = 4;
export const MEASURE_HEADCOUNT: i32 = 5;
export const MEASURE_RAMPED: i32 = 6;
export const MEASURE_AT_QUOTA: i32 = 7;
export const MEASURE_SHARE_AT_QUOTA: i32 = 8;

/** Trials are run in blocks of this many, addressed by number; part of what a seed promises. */
export const BLOCK_TRIALS: i32 = 64;
/** Stands for no bin at all. */
export const NO_BIN: i32 = 255;
/** Bins of a sketch: nothing, below the range, sixteen to an octave over twelve octaves, above. */
export const SKETCH_OCTAVES: i32 = 12;
export const SKETCH_BINS: i32 = 195;
/** Floor of the sketches of attainment and of shares: 2^−9. */
export const SHARE_FLOOR: i32 = (1023 - 9) << 4;
/** Bins each way of a sketch of both signs, eight to an octave, around one for what is next to nothing. */
export const SIGNED_STEPS: i32 = 96;
/** Bins of a seat's attainment: nothing, 1/32 each, above. */
export const ATTAINMENT_BINS: i32 = 128;

// What a replayed trial tells: seat (or event) and kind; when, in months, and how much
export const TRACE_I: i32 = 2;
export const TRACE_F: i32 = 2;
export const STARTED: i32 = 0;
export const LEFT: i32 = 1;
export const MOVED: i32 = 2;
export const REDUCED: i32 = 3;
export const HAPPENED: i32 = 4;
export const DEAL: i32 = 5;
export const WON_OPEN: i32 = 6;

/** Levels a class belongs to: the plan, its region, manager, territory and role. */
export const LEVELS: i32 = 5;

/** What events together may multiply anything by: a thousand of them could leave the numbers. */
export const LARGEST_FACTOR: number = 1000000;

/** The most that a record may say of a person as a multiple of what is usual, where next to nothing is. */
export const MOST_SKILL: number = 1000000;

// Tables of Poisson counts (see `poissonTables.ts`)
/** Grid lines per unit of intensity. */
export const POISSON_GRID: i32 = 16;
/** Intensities from here on are drawn in blocks of this size. */
export const POISSON_BLOCK: i32 = 32;
/** Counts a row of the tables has room for; P(N ≥ 128) at 32 is far below 2⁻³². */
export const POISSON_COLUMNS: i32 = 128;
/** Cells a unit of intensity in the table of settled counts; each reaches half its width to either side of its middle. */
export const POISSON_CELLS: i32 = 32;
/** Cells that the table has; higher intensities are never settled by it. */
export const POISSON_SETTLED_CELLS: i32 = 1024;
/** Stands in the table of settled counts for: look closer. */
export const UNSETTLED: i32 = 255;

// Size sources: kind, address, count or parts; a mix has a record of four words for each of its parts behind it
export const SIZE_I: i32 = 4;
export const SIZE_KIND: i32 = 0;
export const SIZE_AT: i32 = 1;
export const SIZE_COUNT: i32 = 2;
/** In a mix: the part's upper level, as a signed word. */
export const SIZE_LEVEL: i32 = 3;
export const SIZE_TABLE: i32 = 0;
export const SIZE_LIST: i32 = 1;
export const SIZE_MIX: i32 = 2;
