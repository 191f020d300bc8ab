import { registerOffline } from './offline';

registerOffline();
