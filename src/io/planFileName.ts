import type { Plan } from '../model/plan';

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name for the plan's file that every system takes: `Hiring plan: FY27` gives `Hiring plan FY27.turfcast.json`. */
export function planFileName(plan: Pick<Plan, 'name'>): string {
  const cleaned = plan.name
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ');
  const stem = [...cleaned]
    .slice(0, 60)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${stem === '' || RESERVED.test(stem) ? `plan ${stem}`.trim() : stem}.turfcast.json`;
}
