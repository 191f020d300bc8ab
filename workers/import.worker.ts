import { expose } from 'comlink';
import { importService } from './importService';

expose(importService);
