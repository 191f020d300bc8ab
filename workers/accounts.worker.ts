import { expose } from 'comlink';
import { accountService } from './accountService';

expose(accountService);
