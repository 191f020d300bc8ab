import { HEADER_ADDRESS, type ImageBuilder } from '../../../src/sim/imageBuilder';
import { bindImage } from '../../../src/sim/kernel/image';
import * as layout from '../../../src/sim/kernel/layout';
import { attachMemory } from '../../../src/sim/kernel/memory';
import {
  poissonCumulative,
  poissonGuide,
  poissonSettled,
  poissonThresholds,
} from '../../../src/sim/poissonTables';
import { normalTable } from '../../../src/sim/tables';

/**
 * Puts what a test has placed, and the tables that every plan has, where the kernel's script reads them; no plan is needed.
 * One at a time, for all of the script has one memory.
 */
export function attachImage(builder: ImageBuilder): void {
  builder.put(layout.NORMAL, normalTable);
  builder.put(layout.POISSON_SETTLED, poissonSettled);
  builder.put(layout.POISSON_GUIDE, poissonGuide);
  builder.put(layout.POISSON_THRESHOLDS, poissonThresholds);
  builder.put(layout.POISSON_CUMULATIVE, poissonCumulative);
  builder.beginOutputs();
  const { constants, size } = builder.build();
  const memory = new ArrayBuffer(size);
  new Uint8Array(memory).set(constants, HEADER_ADDRESS);
  attachMemory(memory);
  bindImage(HEADER_ADDRESS);
}
