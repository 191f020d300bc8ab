/** How a value is written: see `writeValue`. */
export type Unit =
  | 'money'
  | 'share'
  | 'shares'
  | 'days'
  | 'months'
  | 'number'
  | 'text'
  | 'word'
  | 'date'
  | 'month'
  | 'reference'
  | 'list';

type Words = readonly [word: string, unit: Unit];

/** What the fields of a plan are called, by their way from the plan, or from the item of a list they belong to. */
const WORDS: Readonly<Record<string, Words>> = {
  name: ['name', 'text'],
  weight: ['seasonality', 'share'],
  currency: ['currency', 'text'],
  'calendar.start': ['first month', 'month'],
  'calendar.months': ['length', 'months'],
  'calendar.fiscalYearStart': ['first month of the fiscal year, as a number', 'number'],
  'market.sd': ['market swings (standard deviation by quarter)', 'share'],
  'market.persistence': ['persistence of the market', 'share'],
  parameterUncertainty: ['uncertainty of the estimates', 'word'],
  grossMargin: ['gross margin', 'share'],
  'coverage.curvature': ['curvature of coverage', 'number'],
  'coverage.territoryShockSd': ['territory swings', 'share'],
  'management.vacantFactor': ['productivity without a manager', 'share'],
  'management.spanLimit': ['people to a manager, at most', 'number'],
  'management.overSpanFactor': ['productivity over that span', 'share'],
  'management.rampFactor': ['ramp without enough management', 'share'],
  'quota.source': ['source of quotas', 'word'],
  'quota.allocation': ['allocation', 'word'],
  'quota.overAssignment.regions': ['over-assignment of regions', 'share'],
  'quota.overAssignment.managers': ['over-assignment of managers', 'share'],
  'quota.overAssignment.seats': ['over-assignment of seats', 'share'],
  'quota.rampRelief': ['ramp relief', 'word'],
  'levers.productivity': ['productivity lever', 'share'],
  'levers.dealSize': ['deal size lever', 'share'],
  'levers.attrition': ['attrition lever', 'share'],
  'levers.ramp': ['ramp time lever', 'share'],
  'levers.timeToFill': ['time to fill lever', 'share'],
  'levers.startDelay': ['hiring delay', 'days'],
  'levers.target': ['target lever', 'share'],
  'run.seed': ['seed', 'number'],
  'run.trials': ['trials', 'number'],
  'run.standardError': ['standard error to stop at', 'share'],
  'source.summary': ['source', 'text'],
  'source.files': ['files of the source', 'list'],
  'target.amount': ['target', 'money'],
  'budget.amount': ['budget', 'money'],
  amount: ['amount', 'money'],
  probability: ['probability', 'share'],
  earliest: ['may begin from', 'month'],
  latest: ['may begin until', 'month'],
  months: ['lasts', 'months'],
  'scope.id': ['whom it concerns', 'reference'],
  'effects.intensity': ['number of deals', 'share'],
  'effects.dealSize': ['deal size', 'share'],
  'effects.winRate': ['win rate', 'share'],
  'effects.attrition': ['attrition', 'share'],
  'effects.timeToFill': ['time to fill', 'share'],
  regionId: ['region', 'reference'],
  seatId: ['seat', 'reference'],
  managerId: ['manager', 'reference'],
  territoryId: ['territory', 'reference'],
  roleId: ['role', 'reference'],
  stageId: ['stage', 'reference'],
  'seat.potential': ['productivity, as a multiple', 'number'],
  'territory.potential': ['potential', 'money'],
  workload: ['workload, hours', 'number'],
  work: ['work', 'word'],
  ramp: ['ramp by month', 'shares'],
  annualAttrition: ['attrition', 'share'],
  'performanceLeaving.threshold': ['leaves more readily below attainment of', 'share'],
  'performanceLeaving.multiplier': ['how much more readily', 'number'],
  'timeToFill.p50': ['time to fill, median', 'days'],
  'timeToFill.p90': ['time to fill, nine in ten within', 'days'],
  'startSlip.p50': ['start slip, median', 'days'],
  'startSlip.p90': ['start slip, nine in ten within', 'days'],
  'productivity.perMonth': ['bookings a month', 'money'],
  'productivity.cv': ['uncertainty of productivity', 'share'],
  'dealSize.kind': ['form of deal sizes', 'word'],
  'dealSize.mean': ['mean deal size', 'money'],
  'dealSize.amount': ['deal size', 'money'],
  'dealSize.cv': ['spread of deal sizes', 'share'],
  'dealSize.parts': ['parts of the mix', 'list'],
  'dealSize.amounts': ['deal sizes of the history', 'list'],
  'dealSize.counts': ['counts of the history', 'list'],
  dealSizeCap: ['largest deal', 'money'],
  dealSizeGrowth: ['growth of deal size a month', 'share'],
  dealSizeCv: ['uncertainty of deal size', 'share'],
  monthlyCv: ['busy and slow months', 'share'],
  skillCv: ['spread of ability', 'share'],
  'pipeline.winRate': ['win rate', 'share'],
  'pipeline.winRateBase': ['opportunities the win rate rests on', 'number'],
  'pipeline.cycle.p50': ['sales cycle, median', 'days'],
  'pipeline.cycle.p90': ['sales cycle, nine in ten within', 'days'],
  'pipeline.leaverKept': ['kept of a leaver’s pipeline', 'share'],
  'pipeline.opening': ['pipeline at the start', 'word'],
  sources: ['sources of pipeline', 'list'],
  sellingHours: ['selling hours a month', 'number'],
  curvature: ['curvature of coverage', 'number'],
  annualQuota: ['annual quota', 'money'],
  'pay.base': ['base pay', 'money'],
  'pay.variable': ['variable pay', 'money'],
  'pay.period': ['pay period', 'word'],
  'pay.steps': ['steps of the pay plan', 'list'],
  'pay.cap': ['cap of variable pay', 'share'],
  'pay.guarantee.months': ['guarantee', 'months'],
  'pay.guarantee.share': ['guaranteed share', 'share'],
  'pay.benefits': ['benefits', 'share'],
  'pay.recruiting': ['recruiting cost', 'money'],
  'pay.severance': ['severance', 'money'],
  'pay.otherCost': ['other cost', 'money'],
  'occupant.kind': ['who fills it', 'word'],
  'occupant.hired': ['hired', 'date'],
  'occupant.start': ['start', 'date'],
  'occupant.date': ['date of the transfer', 'date'],
  'occupant.fromSeatId': ['comes from', 'reference'],
  'occupant.rampKept': ['ramp kept', 'share'],
  record: ['own sales record', 'list'],
  backfill: ['replaced after leaving', 'word'],
  closes: ['closes', 'date'],
  leaves: ['leaves of absence', 'list'],
  winRate: ['win rate', 'share'],
  ageDays: ['age', 'days'],
};

/** What a field is called and how it is written; of items of lists the way begins with what they are. A field without an entry goes by its own name. */
export function wordsOf(path: string): Words {
  const words = WORDS[path] ?? WORDS[path.slice(path.indexOf('.') + 1)];
  if (words) return words;
  const last = path.slice(path.lastIndexOf('.') + 1);
  return [last.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`), 'text'];
}
