import { expose } from 'comlink';
import { splitService } from './splitService';

expose(splitService);
