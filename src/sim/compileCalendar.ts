import { monthNumber, planPeriods } from '../model/calendar';
import type { Plan } from '../model/plan';
import type { ImageBuilder } from './imageBuilder';
import { exp } from './kernel/elementary';
import * as layout from './kernel/layout';
import * as field from './kernel/records';
import { poissonCumulative, poissonGuide, poissonSettled, poissonThresholds } from './poissonTables';
import { makeNumbers } from './records';
import { cachedTable } from './sizes';
import { exponentialTable, normalTable } from './tables';

/** Lays out months, quarters and years, and the season's weights. */
export function compileCalendar(plan: Plan, builder: ImageBuilder): void {
  const { calendar } = plan;
  const periods = planPeriods(calendar);
  const quarters = periods.filter(({ kind }) => kind === 'quarter');
  const years = periods.filter(({ kind }) => kind === 'year');
  const months = Array.from({ length: calendar.months }, (_, month) => month);
  const holding = (list: typeof periods, month: number) => list.findIndex(({ endMonth }) => month < endMonth);
  const first = monthNumber(calendar.start);
  const season = Float64Array.from(months, (month) => plan.seasonality[(first + month) % 12] ?? 1);
  builder.put(
    layout.QUARTER_OF_MONTH,
    Int32Array.from(months, (month) => holding(quarters, month)),
  );
  builder.put(
    layout.YEAR_OF_QUARTER,
    Int32Array.from(quarters, ({ firstMonth }) => holding(years, firstMonth)),
  );
  builder.put(
    layout.QUARTER_START,
    Int32Array.from([...quarters.map(({ firstMonth }) => firstMonth), calendar.months]),
  );
  builder.put(layout.SEASON, season);
  // added up month by month, as the kernel does where a quarter is not whole
  builder.put(
    layout.QUARTER_SEASON,
    Float64Array.from(quarters, ({ firstMonth, endMonth }) =>
      season.subarray(firstMonth, endMonth).reduce((sum, weight) => sum + weight, 0),
    ),
  );
}

/** Lays out the tables that every plan draws from, and the plan's settings. */
export function compileTables(plan: Plan, builder: ImageBuilder): void {
  builder.put(layout.NORMAL, normalTable);
  builder.put(layout.EXPONENTIAL, exponentialTable);
  builder.put(layout.POISSON_SETTLED, poissonSettled);
  builder.put(layout.POISSON_GUIDE, poissonGuide);
  builder.put(layout.POISSON_THRESHOLDS, poissonThresholds);
  builder.put(layout.POISSON_CUMULATIVE, poissonCumulative);
  const { territoryShockSd } = plan.coverage;
  if (territoryShockSd > 0 && plan.territories.length > 0) {
    const cv = Math.sqrt(exp(territoryShockSd * territoryShockSd) - 1);
    builder.put(layout.SHOCK_TABLE, cachedTable('lognormal', cv));
  }
  const { management, market } = plan;
  const settings = makeNumbers(1, field.SETTINGS_F);
  settings.set(0, field.VACANT_FACTOR, management.vacantFactor);
  settings.set(0, field.SPAN_LIMIT, management.spanLimit ?? Infinity);
  settings.set(0, field.OVER_SPAN_FACTOR, management.overSpanFactor);
  settings.set(0, field.RAMP_FACTOR, management.rampFactor);
  settings.set(0, field.MARKET_SD, market.sd);
  settings.set(0, field.MARKET_PERSISTENCE, market.persistence);
  settings.set(0, field.GROSS_MARGIN, plan.grossMargin);
  builder.put(layout.SETTINGS, settings.data);
}
