import { exposeSimulation } from './exposeSimulation';

exposeSimulation();
