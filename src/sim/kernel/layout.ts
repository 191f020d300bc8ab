/**
 * Where everything lies in the kernel's memory. The header is a list of words: counts first, then addresses (byte
 * offsets) of the sections. Records of a section have so many words (`…_I`) and so many doubles (`…_F`).
 */

// Header: counts and switches
export const SEATS: i32 = 0;
export const MONTHS: i32 = 1;
export const QUARTERS: i32 = 2;
export const YEARS: i32 = 3;
export const ROLES: i32 = 4;
export const CLASSES: i32 = 5;
export const GROUPS: i32 = 6;
export const TERRITORIES: i32 = 7;
export const EVENTS: i32 = 8;
export const MANAGERS: i32 = 9;
export const SEGMENTS: i32 = 10;
export const SEED: i32 = 11;
/** Whether inputs known from history alone are drawn anew each trial. */
export const UNCERTAIN: i32 = 12;
/** Whether anything needs who is present by month before efforts are known: spans, support. */
export const NEEDS_PRESENCE: i32 = 13;
/** Whether leaving answers to attainment. */
export const PERFORMANCE: i32 = 14;
/** Whether an event may change leaving or time to fill. */
export const CHANGING_HAZARD: i32 = 15;
export const RAMP_RELIEF: i32 = 16;
export const EVENT_WORDS: i32 = 17;
export const SKETCH_PERIODS: i32 = 18;
export const MOST_STAYS: i32 = 19;
export const MARKET_HIGH: i32 = 20;
export const MARKET_LOW: i32 = 21;
/** Whether any seat works a territory of stated potential. */
export const COVERED: i32 = 22;
export const MOST_TRACES: i32 = 23;
/** Whether a seat's streams outlast its first turn: transfers, or more than one segment. */
export const KEEPS_STREAMS: i32 = 24;
/** Whether seats answer to one another, so that each step is taken for all of them before the next. */
export const COUPLED: i32 = 25;
/** Most deals of a seat that are summed up in one loop. */
export const MOST_SUMS: i32 = 26;
/** Whether any role waits for a support role. */
export const SUPPORTED: i32 = 27;
/** Whether nothing below the plan is kept: the plan's rows are the same bits, and come sooner. */
export const PLAN_ALONE: i32 = 28;

// Header: addresses of what a plan is
export const QUARTER_OF_MONTH: i32 = 32;
export const YEAR_OF_QUARTER: i32 = 33;
export const QUARTER_START: i32 = 34;
export const SEGMENT_START: i32 = 35;
export const SEASON: i32 = 36;
export const SETTINGS: i32 = 37;
export const SEAT_WORDS: i32 = 38;
export const SEAT_NUMBERS: i32 = 39;
export const ROLE_WORDS: i32 = 40;
export const ROLE_NUMBERS: i32 = 41;
export const CLASS_WORDS: i32 = 42;
export const CLASS_NUMBERS: i32 = 43;
export const TERRITORY_WORDS: i32 = 44;
export const TERRITORY_NUMBERS: i32 = 45;
export const EVENT_RECORDS: i32 = 46;
export const EVENT_NUMBERS: i32 = 47;
export const EVENT_CLASSES: i32 = 48;
export const MANAGER_WORDS: i32 = 49;
export const LEAVES: i32 = 50;
export const TRANSFERS: i32 = 51;
export const TRANSFER_DATES: i32 = 52;
export const SOURCES: i32 = 53;
export const SOURCE_NUMBERS: i32 = 54;
export const OPPORTUNITY_WORDS: i32 = 55;
export const OPPORTUNITY_NUMBERS: i32 = 56;
export const GROUP_WORDS: i32 = 57;
export const GROUP_TARGETS: i32 = 58;
export const CLASS_GROUPS: i32 = 59;
export const NORMAL: i32 = 60;
export const EXPONENTIAL: i32 = 61;
export const POISSON_SETTLED: i32 = 62;
export const POISSON_GUIDE: i32 = 63;
export const POISSON_THRESHOLDS: i32 = 64;
export const POISSON_CUMULATIVE: i32 = 65;
/** Lognormal of mean one for the territories' shocks, or 0. */
export const SHOCK_TABLE: i32 = 66;
/** Annual quotas, and months as an open position, by seat and fiscal year. */
export const SEAT_QUOTAS: i32 = 67;
export const SEAT_OPEN_MONTHS: i32 = 68;

// Header: addresses of what a trial works with
export const MARKET: i32 = 80;
export const DEMAND: i32 = 81;
export const ROLE_FACTORS: i32 = 82;
export const SHOCKS: i32 = 83;
export const EVENT_DRAWS: i32 = 84;
export const CLOSE_FACTORS: i32 = 85;
export const CREATE_FACTORS: i32 = 86;
export const SIZE_FACTORS: i32 = 87;
export const HAZARD_FACTORS: i32 = 88;
export const FILL_FACTORS: i32 = 89;
export const SEAT_STATE_WORDS: i32 = 90;
export const SEAT_STATE: i32 = 91;
export const STAY_WORDS: i32 = 92;
export const STAY_NUMBERS: i32 = 93;
export const EFFORTS: i32 = 94;
export const HEADCOUNT_CHANGE: i32 = 95;
/** Months whose deals are yet to be counted. */
export const UNSETTLED_MONTHS: i32 = 96;
export const RAMPED: i32 = 97;
export const CLASS_PRESENCE: i32 = 98;
export const CLASS_BOOKINGS: i32 = 99;
export const CLASS_YEARS: i32 = 100;
export const MANAGER_PRESENCE: i32 = 101;
export const TEAM_PRESENCE: i32 = 102;
export const ROLE_PRESENCE: i32 = 103;
export const ROLE_RAMPED: i32 = 104;
export const TERRITORY_EFFORT: i32 = 105;
export const TERRITORY_CURVATURE: i32 = 106;
export const ROW: i32 = 107;
export const OWN_ROW: i32 = 108;
export const PIPELINE_ROWS: i32 = 109;
export const COUNT_LEVELS: i32 = 110;
/** A seat's deals by month. */
export const DEAL_COUNTS: i32 = 111;
export const SUMS: i32 = 112;
/** Where a stream stood before a seat's deals were sized. */
export const SPARE_STREAM: i32 = 113;
export const SEAT_QUARTERS: i32 = 114;
export const GROUP_BOOKINGS: i32 = 115;
export const GROUP_YEARS: i32 = 116;
export const TRACES: i32 = 117;
export const TRACE_NUMBERS: i32 = 118;
export const MONTH_BOOKED: i32 = 119;
export const MANAGER_FACTORS: i32 = 120;
export const MANAGER_STRAIN: i32 = 121;
export const SUPPORT_FACTORS: i32 = 122;
export const PLAN_HEADCOUNT: i32 = 123;
export const PLAN_RAMPED: i32 = 124;
/** People that all the sources a role feeds are planned to have, by month. */
export const SUPPORT_NEEDED: i32 = 125;
/** Season weights added up by quarter. */
export const QUARTER_SEASON: i32 = 126;

// Header: addresses of what a block leaves behind
export const OUT_BOOKINGS: i32 = 128;
export const OUT_HEADCOUNT: i32 = 129;
export const OUT_RAMPED: i32 = 130;
export const OUT_COST: i32 = 131;
export const OUT_LEAVERS: i32 = 132;
export const OUT_STARTERS: i32 = 133;
export const OUT_VACANCY: i32 = 134;
export const OUT_MARKET: i32 = 135;
export const OUT_LARGEST: i32 = 136;
export const OUT_DEALS: i32 = 137;
export const OUT_EVENTS: i32 = 138;
export const OUT_WITH_QUOTA: i32 = 139;
export const OUT_AT_QUOTA: i32 = 140;
export const OUT_SEAT_MONTHS: i32 = 141;
export const OUT_SEAT_YEARS: i32 = 142;
export const OUT_SEAT_COUNTS: i32 = 143;
export const OUT_SEAT_ATTAINMENT: i32 = 144;
export const OUT_SEAT_BOOKINGS: i32 = 145;
export const OUT_GROUP_MOMENTS: i32 = 146;
export const OUT_GROUP_HITS: i32 = 147;
export const OUT_GROUP_SKETCHES: i32 = 148;
export const OUT_MEASURE_MOMENTS: i32 = 149;
export const OUT_MEASURE_SKETCHES: i32 = 150;
export const TRACE_COUNT: i32 = 151;
export const HEADER_WORDS: i32 = 160;
