import { expose } from 'comlink';
import { makeBenchmarkService } from './benchmarkService';

expose(makeBenchmarkService());
