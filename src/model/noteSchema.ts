import * as v from 'valibot';
import { date, idOf, label, object } from './planFields';
import { eventId, managerId, regionId, roleId, seatId, territoryId } from './units';

/** Longest text of a note. */
export const LONGEST_NOTE = 2000;

const about = v.variant(
  'kind',
  [
    object({ kind: v.literal('plan') }),
    object({ kind: v.literal('region'), id: idOf(regionId) }),
    object({ kind: v.literal('territory'), id: idOf(territoryId) }),
    object({ kind: v.literal('manager'), id: idOf(managerId) }),
    object({ kind: v.literal('role'), id: idOf(roleId) }),
    object({ kind: v.literal('seat'), id: idOf(seatId) }),
    object({ kind: v.literal('event'), id: idOf(eventId) }),
  ],
  'must be one of plan, region, territory, manager, role, seat and event',
);

const text = v.pipe(
  v.string('must be text'),
  v.maxLength(LONGEST_NOTE, 'must have at most 2,000 characters'),
  v.regex(/\S/, 'must not be empty'),
);

/** A note on an assumption: see `Note`. */
export const noteSchema = v.pipe(
  object({
    about,
    field: label,
    text: v.exactOptional(text),
    source: v.exactOptional(text),
    owner: v.exactOptional(label),
    date: v.exactOptional(date),
  }),
  v.check(
    (note) => note.text !== undefined || note.source !== undefined || note.owner !== undefined,
    'must have a text, a source or an owner',
  ),
);
