import type { Problem } from '../model/problem';

/** Why the database refuses to work, beyond what the browser's own errors say. */
export class StorageFault extends Error {
  constructor(readonly kind: 'blocked' | 'silent' | 'held' | 'newer') {
    super(kind);
  }
}

const MESSAGES = {
  'storage-blocked':
    'Plans cannot be kept on this device: the browser allows no storage here, as in some private windows. Save a plan file before you close this page, or open Turfcast in a normal window.',
  'storage-silent':
    'Plans cannot be kept on this device: the browser’s storage does not answer. Save a plan file, then close other tabs of Turfcast and reload this page.',
  'storage-held':
    'Plans cannot be reached: an older Turfcast is open in another tab. Close the other tabs of Turfcast and reload this page.',
  'storage-newer':
    'Plans cannot be saved from this tab: a newer version of Turfcast keeps them now. Reload this page to get it; save a plan file first if the last edits are not saved.',
  'storage-full':
    'Plans cannot be saved: the storage of this device is full. Nothing was overwritten. Free some space, or save a plan file before you close this page.',
  'storage-closed':
    'Plans cannot be saved: the browser closed the storage of this page. Try again; if that does not help, save a plan file and reload this page.',
} as const;

type Code = keyof typeof MESSAGES;

const CODES_BY_ERROR: Readonly<Record<string, Code>> = {
  QuotaExceededError: 'storage-full',
  VersionError: 'storage-newer',
  SecurityError: 'storage-blocked',
  NotAllowedError: 'storage-blocked',
  AbortError: 'storage-closed',
  InvalidStateError: 'storage-closed',
};

/** What went wrong with the storage, in words that say what to do. Never throws, whatever is caught. */
export function storageProblem(error: unknown): Problem {
  const code = error instanceof StorageFault ? (`storage-${error.kind}` as const) : codeOf(error);
  if (code) return { code, path: '', message: MESSAGES[code] };
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'storage-failed',
    path: '',
    message: `Plans cannot be kept on this device: its storage failed (${reason}). Save a plan file, then reload this page.`,
  };
}

function codeOf(error: unknown): Code | undefined {
  return error instanceof Error || error instanceof DOMException ? CODES_BY_ERROR[error.name] : undefined;
}
