/** A sentence of the model, by its beginning, and the laws that hold it (file, name or part of it), or why there are none. */
export type Covered = readonly [section: number, beginning: string, laws: readonly Law[] | string];
export type Law = readonly [file: string, name: string];

const calendar = 'tests/sim/model/calendar.test.ts';
const seats = 'tests/sim/model/seats.test.ts';
const leaving = 'tests/sim/model/leaving.test.ts';
const moves = 'tests/sim/model/moves.test.ts';
const managers = 'tests/sim/model/managers.test.ts';
const territories = 'tests/sim/model/territories.test.ts';
const pipeline = 'tests/sim/model/pipeline.test.ts';
const dealSizes = 'tests/sim/model/dealSizes.test.ts';
const shocks = 'tests/sim/model/shocksAndEvents.test.ts';
const pay = 'tests/sim/model/quotaAndPay.test.ts';
const randomness = 'tests/sim/model/randomness.test.ts';
const invariants = 'tests/sim/invariants.test.ts';
const crn = 'tests/sim/commonRandomNumbers.test.ts';
const allocation = 'tests/model/allocateQuota.test.ts';
const drivers = 'tests/stats/drivers.test.ts';
const levels = 'tests/stats/levels.test.ts';
const pool = 'tests/runner/poolRunner.test.ts';

export const modelCoverage: readonly Covered[] = [
  [1, 'The plan has a start month', [[calendar, 'the plan has a start month, a horizon of 1 to 60 months']]],
  [1, 'Steps are calendar months', [[calendar, 'steps are calendar months']]],
  [1, 'Quarters and years are fiscal', [[calendar, 'quarters and years are fiscal']]],
  [1, 'Dates of people are continuous', [[calendar, 'dates of people are continuous']]],

  [2, 'A seat is an approved position', [[seats, 'a seat is an approved position of a role, a territory']]],
  [2, "A seat's life alternates", [[seats, 'a seat’s life alternates: vacant, filled, vacant']]],
  [2, 'Incumbent:', [[seats, 'an incumbent is there at the start, with the hire date']]],
  [2, 'Planned hire:', [[seats, 'a planned hire is a seat with a target start and a start slip']]],
  [
    2,
    'Leaving: hazard h(tenure)',
    [
      [leaving, 'the hazard a month is of the annual attrition a, compounded'],
      [leaving, 'optionally by tenure band, or by the Kaplan–Meier curve of a history'],
      [
        leaving,
        'optionally multiplied for a person whose attainment of the year so far is below a threshold',
      ],
      [leaving, 'optionally multiplied by risk events'],
    ],
  ],
  [2, 'One Exp(1) threshold per person', [[leaving, 'one Exp(1) threshold per person']]],
  [
    2,
    'A draw belongs to the person',
    [[seats, 'a draw belongs to the person, so a change elsewhere never moves it']],
  ],
  [2, 'Backfill:', [[seats, 'backfill is on or off by seat, with a time to fill']]],
  [
    2,
    'Promotion and transfer',
    [
      [moves, 'promotion and transfer are dated changes of seat'],
      [moves, 'the person keeps skill and tenure, ramp restarts by a stated share'],
    ],
  ],
  [
    2,
    'Ramp: productivity by month of tenure',
    [[moves, 'ramp is productivity by month of tenure, a step function']],
  ],
  [2, 'A month straddling', [[moves, 'a month straddling two tenure months is the time-weighted blend']]],
  [
    2,
    'New hires of a manager',
    [[managers, 'new hires of a manager who is vacant or over span ramp slower']],
  ],
  [
    2,
    'Skill: lognormal',
    [[moves, 'skill is lognormal with mean one and a stated coefficient of variation']],
  ],
  [2, 'Leave of absence', [[moves, 'a leave of absence is dated, and a share of capacity is lost']]],
  [
    2,
    'Derived figures',
    [[seats, 'headcount, ramped equivalents, vacancy months, leavers and hires are those of the people']],
  ],

  [
    3,
    'A territory t has a potential',
    [
      [territories, 'what a territory can yield'],
      [territories, 'coverage is the sum of its people’s efforts ÷ a month’s workload'],
    ],
  ],
  [
    3,
    'Effective effort of a person',
    [[territories, 'effective effort of a person in a month is ramp × skill × selling hours']],
  ],
  [3, 'Coverage c_t', [[territories, 'coverage is the sum of its people’s efforts']]],
  [3, 'The response is concave', [[territories, 'what a territory can yield']]],
  [
    3,
    'yield share g(c)',
    [
      [territories, 'κ → 0 is linear'],
      [territories, 'κ is the role’s where it states one, else the plan’s'],
    ],
  ],
  [
    3,
    'so an under-covered territory',
    [[territories, 'an under-covered territory leaves potential on the table']],
  ],
  [
    3,
    'This is why a split matters',
    [
      [territories, 'a split matters'],
      [territories, 'expected bookings are potential ÷ 12 × season × g(c) × events × shocks'],
      [territories, 'yield is shared by effort'],
    ],
  ],
  [3, 'A plan without territories', [[territories, 'a plan without territories is the linear case']]],
  [
    3,
    'Productivity never rises',
    [
      [territories, 'productivity never rises because a quota was raised'],
      [invariants, 'a higher quota moves attainment and pay, never bookings or people'],
    ],
  ],

  [4, 'Direct form:', [[pipeline, 'the direct form']]],
  [4, 'Pipeline form:', [[pipeline, 'closes what was created with the effort after the lag']]],
  [4, 'By thinning and displacement', [[pipeline, 'closed deals of a month are Poisson again']]],
  [4, "A leaver's pipeline", [[pipeline, 'a leaver’s pipeline is kept by a stated share']]],
  [4, 'Sources of pipeline', [[pipeline, 'sources of pipeline are shares']]],
  [4, 'Open pipeline at the start', [[pipeline, 'open pipeline at the start']]],
  [
    4,
    'Deal size:',
    [
      [dealSizes, 'deal size is drawn by'],
      [dealSizes, 'an optional cap'],
      [dealSizes, 'optional growth by month'],
    ],
  ],
  [
    4,
    'Managers:',
    [
      [managers, 'a vacant manager seat'],
      [managers, 'a span above the stated limit'],
    ],
  ],

  [5, 'Market:', [[shocks, 'has the mean one after exponentiation, and the stated sd of its log']]],
  [5, 'Territory shock:', [[shocks, 'is lognormal of mean one, the same for a fiscal quarter']]],
  [
    5,
    'Risk events',
    [
      [shocks, 'multiplies the number of deals, or their size, or the win rate'],
      [shocks, 'multiplies the hazard of leaving'],
      [shocks, 'multiplies the time to fill'],
      [shocks, 'begins in each month of its range alike'],
    ],
  ],
  [5, 'Each trial draws whether and when', [[shocks, 'happens in a trial by its probability']]],
  [5, 'Parameter uncertainty', [[shocks, 'parameter uncertainty: each trial draws from its posterior']]],
  [
    5,
    'A forecast without it',
    [[shocks, 'without it all inputs are as stated, and the forecast is overconfident']],
  ],
  [
    5,
    'Seasonality:',
    [
      [shocks, 'weights each calendar month'],
      [calendar, 'each with the weight of its own month of the year'],
    ],
  ],

  [
    6,
    'Quota by seat and period',
    [[pay, 'quota by seat and period is annual quota × period weight × ramp relief']],
  ],
  [
    6,
    'Top-down:',
    [
      [pay, 'top-down quota goes from the target to regions, managers and seats'],
      [allocation, 'each layer is over-assigned against the one above it'],
    ],
  ],
  [
    6,
    'Bottom-up:',
    [['tests/model/samples.test.ts', 'bookings by hand: five at 25 %, three at 60 %, two at 85 %']],
  ],
  [
    6,
    'Both stand side by side',
    'a screen’s business: the Quota room shows what it rests on (tests/ui/quotaRoom.test.ts), the engine has no such figure',
  ],
  [6, "A manager's quota is a roll-up", [[pay, 'a manager’s quota is a roll-up, never added to the reps’']]],
  [6, 'Attainment = bookings', [[pay, 'attainment is bookings ÷ quota']]],
  [
    6,
    'Always report mean, median and share',
    [[levels, 'has an attainment whose mean, median and share at 100 % are those of its year']],
  ],
  [
    6,
    'Pay: base by days filled',
    [
      [pay, 'base is by days filled, with the benefits load on it alone'],
      [pay, 'ramp guarantee'],
      [pay, 'recruiting is paid per hire, severance where a seat is closed'],
      ['tests/stats/payAndQuota.test.ts', 'variable pay by attainment, accelerated and capped'],
    ],
  ],
  [6, 'Contribution =', [[pay, 'contribution is bookings × gross margin − cost']]],
  [6, 'Budget and P(cost', [[drivers, 'counts a trial within the budget when it costs no more']]],

  [
    7,
    'Every random number comes from a stream',
    [[randomness, 'every random number comes from a stream that is a pure function']],
  ],
  [
    7,
    'The entity is a hash',
    [[randomness, 'the entity is a hash of the stable id, never the position in a list']],
  ],
  [7, 'So:', 'introduces the four that follow'],
  [
    7,
    'the same plan, seed and engine version',
    [
      [pool, 'the same plan and seed give the same bytes'],
      [randomness, 'the same plan and seed give the same bits'],
      ['tests/sim/kernels.test.ts', 'give the same bytes of any plan'],
      ['tests/sim/digests.test.ts', 'gives the bytes that the engine gave when the digests were taken'],
      ['tests/e2e/digests.test.ts', 'Chromium gives the promised bits'],
    ],
  ],
  [
    7,
    'Nothing on the result path',
    [
      ['tests/architecture.test.ts', 'use no maths that differs between hosts'],
      [randomness, 'sums are taken per fixed chunk of trials and merged in chunk order'],
    ],
  ],
  [
    7,
    'two plans share draws',
    [
      [crn, 'a changed seat leaves every other seat as it was, to the bit'],
      [crn, 'a thousandth of the variance of unrelated runs'],
    ],
  ],
  [
    7,
    'couplings are monotone',
    [
      [crn, 'more productivity closes no fewer deals in any trial'],
      ['tests/sim/poisson.test.ts', 'never falls as intensity rises at the same word'],
    ],
  ],
  [
    7,
    'any single trial can be replayed',
    [[randomness, 'any single trial can be replayed from its number alone']],
  ],
  [7, 'Order within a trial', [[randomness, 'the order within a trial']]],
  [
    7,
    'Performance-linked leaving couples',
    [
      [randomness, 'it is settled at quarter ends, by the deals of the trial itself'],
      [randomness, 'only a plan that uses it pays for that'],
    ],
  ],

  [
    8,
    'For the plan, and for each region',
    [
      [levels, 'the plan as a level of itself'],
      [levels, 'are what a plan of their seats alone comes to'],
      ['tests/stats/summarise.test.ts', 'gives a probability its binomial error'],
      ['tests/stats/rankInterval.test.ts', 'the intervals of percentiles hold the true ones'],
      [drivers, 'have the means and standard errors of their trials'],
    ],
  ],
  [
    8,
    'Results arrive progressively',
    [
      [pool, 'rises, begins with the first blocks and ends with the result'],
      [pool, 'resolves as aborted at once and says nothing afterwards'],
      [pool, 'says on the way how many trials it rests on'],
    ],
  ],
  [
    8,
    'A run can stop by itself',
    [
      ['tests/stats/isKnownWellEnough.test.ts', 'a run may end'],
      [pool, 'ends at the same trial with the same bytes on any number of workers'],
    ],
  ],
];
