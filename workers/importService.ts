import { calibratePlan } from '../src/calibrate/calibratePlan';
import { runBacktest } from '../src/calibrate/scoreBacktest';
import { importHistory } from '../src/io/history/importHistory';
import { succeed } from '../src/model/problem';
import { ENGINE_VERSION } from '../src/sim/engineVersion';
import { sampleSeats } from '../src/sim/sampleSeats';
import { bestKernel } from './kernels';
import type { ImportWorker } from './protocol';

const kernel = bestKernel();

/** What the import worker does: reads all files known so far, calibrates a plan on them and tests it. */
export const importService: ImportWorker = {
  async importFiles(files, options, onProgress) {
    const history = await importHistory(files, { onProgress: (progress) => onProgress(progress) });
    if (!history.ok) return history;
    const { files: reports, problems, problemCounts } = history.value;
    const calibration = calibratePlan(history.value, options);
    if (!calibration.ok) return succeed({ files: reports, problems, problemCounts, calibration });
    const backtest = runBacktest(history.value, options, {
      engine: ENGINE_VERSION,
      simulate: (plan, trials) => sampleSeats(kernel, plan, trials),
    });
    const tested = succeed({ ...calibration.value, backtest });
    return succeed({ files: reports, problems, problemCounts, calibration: tested });
  },
};
