import { saveBlob } from '../kit/saveBlob';

/** Hands a text to the browser as a file to keep. */
export function saveText(name: string, text: string, type: 'application/json' | 'text/csv'): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}
