import { expose } from 'comlink';
import { areaService } from './areaService';

expose(areaService);
