import { calibratePlan } from '../src/calibrate/calibratePlan';
import { importHistory } from '../src/io/history/importHistory';
import { succeed } from '../src/model/problem';
import type { ImportWorker } from './protocol';

/** What the import worker does: reads all files known so far and calibrates a plan on them. */
export const importService: ImportWorker = {
  async importFiles(files, options, onProgress) {
    const history = await importHistory(files, { onProgress: (progress) => onProgress(progress) });
    if (!history.ok) return history;
    const { files: reports, problems, problemCounts } = history.value;
    const calibration = calibratePlan(history.value, options);
    return succeed({ files: reports, problems, problemCounts, calibration });
  },
};
