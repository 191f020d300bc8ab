import { describe, expect, it } from 'vitest';
import { layoutPeriodAxis } from '../../src/charts/layoutPeriodAxis';
import { layoutTargets, type TargetPeriod } from '../../src/charts/layoutTargets';
import { planPeriods } from '../../src/model/calendar';
import { isoMonth, money } from '../../src/model/units';

const calendar = { start: isoMonth('2027-01'), months: 24, fiscalYearStart: 1 };

/** The periods of two years, with those targets. */
function periodsWith(targets: Record<string, number>): TargetPeriod[] {
  return planPeriods(calendar).map(({ id, kind, firstMonth, endMonth }) => {
    const target = targets[id];
    return { period: id, kind, firstMonth, endMonth, ...(target !== undefined && { target: money(target) }) };
  });
}

const quarters = { 'FY2027-Q1': 1, 'FY2027-Q2': 2, 'FY2027-Q3': 3, 'FY2027-Q4': 4 };

describe('layoutTargets', () => {
  it('adds quarters up, and says the same as the year once', () => {
    const steps = layoutTargets(periodsWith({ ...quarters, FY2027: 10 }));
    expect(steps.map((step) => [step.kind, step.from, step.to, step.value])).toEqual([
      ['quarter', 0, 3, 1],
      ['quarter', 3, 6, 3],
      ['quarter', 6, 9, 6],
      ['year', 0, 12, 10],
    ]);
  });

  it('shows both where the quarters miss the year’s own target', () => {
    const values = layoutTargets(periodsWith({ ...quarters, FY2027: 12 })).map((step) => step.value);
    expect(values).toEqual([1, 3, 6, 10, 12]);
  });

  it('puts a later year on top of the earlier ones’ targets', () => {
    const steps = layoutTargets(periodsWith({ FY2027: 10, FY2028: 15, 'FY2028-Q1': 2 }));
    expect(steps.map((step) => [step.period, step.value])).toEqual([
      ['FY2027', 10],
      ['FY2028-Q1', 12],
      ['FY2028', 25],
    ]);
  });

  it('ends where nothing says what to add to', () => {
    expect(layoutTargets(periodsWith({ FY2028: 15 }))).toEqual([]);
    const steps = layoutTargets(periodsWith({ 'FY2027-Q1': 1, 'FY2027-Q3': 3, FY2028: 15 }));
    expect(steps.map((step) => step.period)).toEqual(['FY2027-Q1']);
  });
});

describe('layoutPeriodAxis', () => {
  const periods = periodsWith({});

  it('names quarters in full where there is room, by number with years below where there is less, else years', () => {
    const names = (pixels: number) => {
      const axis = layoutPeriodAxis(periods, (month) => month * pixels);
      return [axis.labels[0]?.text, axis.yearLabels[0]?.text];
    };
    expect(names(24)).toEqual(['Q1 FY27', undefined]);
    expect(names(9)).toEqual(['Q1', 'FY27']);
    expect(names(4)).toEqual([undefined, 'FY27']);
  });

  it('has a tick at the start and at each quarter’s end, the years’ ends strong', () => {
    const { ticks } = layoutPeriodAxis(periods, (month) => month);
    expect(ticks.map((tick) => tick.x)).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
    expect(ticks.filter((tick) => tick.strong).map((tick) => tick.x)).toEqual([0, 12, 24]);
  });
});
