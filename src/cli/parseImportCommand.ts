import { parseArgs } from 'node:util';
import type { CalibrationOptions } from '../calibrate/report';
import { isoMonth, money } from '../model/units';
import { UsageFault, wholeOption } from './options';

export interface ImportCommand {
  readonly kind: 'import';
  readonly files: readonly string[];
  readonly output: string | undefined;
  readonly options: CalibrationOptions;
}

/** Reads the words after `import`. Throws `UsageFault` where they are mistaken. */
export function parseImportCommand(args: string[]): ImportCommand {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      start: { type: 'string' },
      months: { type: 'string' },
      'fiscal-year-start': { type: 'string' },
      target: { type: 'string' },
      name: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new UsageFault('import must name at least one file, got none');
  const months = wholeOption('months', values.months, 1, 60);
  const fiscalYearStart = wholeOption('fiscal-year-start', values['fiscal-year-start'], 1, 12);
  return {
    kind: 'import',
    files: positionals,
    output: values.output,
    options: {
      ...(values.start !== undefined && { planStart: monthOption(values.start) }),
      ...(months !== undefined && { months }),
      ...(fiscalYearStart !== undefined && { fiscalYearStart }),
      ...(values.target !== undefined && { target: amountOption(values.target) }),
      ...(values.name !== undefined && { planName: values.name }),
    },
  };
}

function monthOption(text: string) {
  if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(text))
    throw new UsageFault(`--start must be a month such as 2027-01, got ${text}`);
  return isoMonth(text);
}

function amountOption(text: string) {
  const amount = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || amount <= 0)
    throw new UsageFault(`--target must be an amount above zero such as 12000000, got ${text}`);
  return money(amount);
}
