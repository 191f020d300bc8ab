import { calibratePlan } from '../calibrate/calibratePlan';
import type { CalibrationOptions, CalibrationReport } from '../calibrate/report';
import { runBacktest } from '../calibrate/scoreBacktest';
import { importHistory } from '../io/history/importHistory';
import { writePlanFile } from '../io/planFile';
import { formatCount } from '../model/format/formatCount';
import { formatMonth } from '../model/format/formatMonth';
import { formatShare } from '../model/format/formatShare';
import type { SalesHistory } from '../model/history';
import { isoMonth } from '../model/units';
import { ENGINE_VERSION } from '../sim/engineVersion';
import { sampleSeats } from '../sim/sampleSeats';
import { bestKernel } from '../../workers/kernels';
import { openFile } from './openFile';
import type { ImportCommand } from './parseImportCommand';
import { EXIT, type ExitCode, type Terminal } from './terminal';
import { writeFileWhole } from './writeFileWhole';
import { writeProblems } from './writeProblems';

/** Makes a plan of CRM exports; what was read, doubted and left out goes to the terminal's `err`. */
export async function importFiles(command: ImportCommand, terminal: Terminal): Promise<ExitCode> {
  const opened = await Promise.all(command.files.map(openFile));
  const missing = opened.flatMap((file) => (file.ok ? [] : file.problems));
  if (missing.length > 0) return writeProblems(terminal, missing, '');
  const history = await importHistory(
    opened.flatMap((file) => (file.ok ? [file.value] : [])),
    {
      onProgress: ({ file, bytesRead, bytesTotal }) =>
        terminal.progress?.(`${file}: ${formatShare(bytesTotal > 0 ? bytesRead / bytesTotal : 1)} read`),
    },
  );
  terminal.progress?.('');
  const files = command.files.join(', ');
  if (!history.ok) return writeProblems(terminal, history.problems, files);
  terminal.err(historyText(history.value));
  const calibration = calibratePlan(history.value, command.options);
  if (!calibration.ok) return writeProblems(terminal, calibration.problems, files);
  const { plan, report } = calibration.value;
  terminal.err(reportText(report));
  terminal.err(backtestText(history.value, command.options));
  const text = writePlanFile(plan);
  if (command.output === undefined) {
    terminal.out(text);
    return EXIT.done;
  }
  const written = await writeFileWhole(command.output, text);
  return written.ok ? EXIT.done : writeProblems(terminal, written.problems, command.output);
}

/** The files as they were recognised, and how often something in them needed a decision. */
function historyText({ files, problemCounts }: SalesHistory): string {
  const read = files.map(({ name, kind, rows, leftOut }) =>
    leftOut === undefined
      ? `${name}: ${kind}, ${formatCount(rows)} rows\n`
      : `${name}: left out, ${leftOut}\n`,
  );
  const decided = problemCounts.map(({ title, count }) => `${formatCount(count)} × ${title}\n`);
  return [...read, ...decided].join('');
}

function reportText({ counts, from, to, warnings }: CalibrationReport): string {
  const months = [from, to].map((date) => formatMonth(isoMonth(date.slice(0, 7))));
  const closed = formatCount(counts.won + counts.lost);
  const head = `${formatCount(counts.won)} won of ${closed} closed by ${formatCount(counts.sellers)} sellers, ${months.join(' to ')}\n`;
  return [head, ...warnings.map((warning) => `${warning}\n`)].join('');
}

/** How right a plan made a quarter earlier would have been, or why that cannot be told. */
function backtestText(history: SalesHistory, options: CalibrationOptions): string {
  const kernel = bestKernel();
  const backtest = runBacktest(history, options, {
    engine: ENGINE_VERSION,
    simulate: (plan, trials) => sampleSeats(kernel, plan, trials),
  });
  const lines = backtest.ok
    ? [backtest.value.sentences.team, backtest.value.sentences.sellers]
    : backtest.problems.map(({ message }) => `no backtest: ${message}`);
  return lines.map((line) => `${line}\n`).join('');
}
