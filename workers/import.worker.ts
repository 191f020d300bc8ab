import { expose } from 'comlink';
import { calibratePlan } from '../src/calibrate/calibratePlan';
import { importHistory } from '../src/io/history/importHistory';
import { succeed } from '../src/model/problem';
import type { ImportWorker } from './protocol';

const importWorker: ImportWorker = {
  async importFiles(files, options, onProgress) {
    const history = await importHistory(files, { onProgress: (progress) => onProgress(progress) });
    if (!history.ok) return history;
    const { files: reports, problems, problemCounts } = history.value;
    const calibration = calibratePlan(history.value, options);
    return succeed({ files: reports, problems, problemCounts, calibration });
  },
};

expose(importWorker);
