import { expose } from 'comlink';
import { workbookService } from './workbookService';

expose(workbookService);
