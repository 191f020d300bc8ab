import { parentPort } from 'node:worker_threads';
import { exposeSimulation } from '../../workers/exposeSimulation';
import { makeThreadEndpoint } from './threadEndpoint';

if (!parentPort) throw new Error('the simulation must be started as a thread');
exposeSimulation(makeThreadEndpoint(parentPort));
