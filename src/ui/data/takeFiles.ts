import type { DataImport } from '../../state/dataImport.svelte';
import type { Session } from '../../state/session.svelte';
import { asSentence } from '../kit/asSentence';
import { classifyDrop } from './classifyDrop';

/** Takes files dropped or picked anywhere in the app to where they belong, and says so. */
export async function takeFiles(
  session: Session,
  dataImport: DataImport,
  files: readonly File[],
): Promise<void> {
  const { own, tables, unreadable } = await classifyDrop(files);
  for (const name of unreadable)
    session.notices.alarm(`“${name}” could not be read. If it is a folder, drop the files in it instead.`);
  for (const file of own) await takeOwn(session, file, own.length === 1 && tables.length === 0);
  if (tables.length === 0) return;
  if (session.room === 'plans')
    session.notices.say(
      tables.length === 1
        ? `“${tables[0]?.name ?? ''}” is no plan file: it is read in Data, as a table.`
        : `${tables.length} files are no plan files: they are read in Data, as tables.`,
    );
  session.go('data');
  await dataImport.addFiles(tables);
}

/** Reads one of Turfcast's own files; a plan that comes alone is shown. */
async function takeOwn(session: Session, file: File, alone: boolean): Promise<void> {
  const opened = await session.exchange.readFile(await file.text());
  if (!opened.ok) {
    const [problem, ...others] = opened.problems;
    const rest = others.length > 0 ? ` (and ${others.length} more)` : '';
    session.notices.alarm(`“${file.name}” was not imported. ${asSentence(problem?.message ?? '')}${rest}`);
  } else if (opened.value.kind === 'library') await takeLibrary(session, file.name, opened.value.text);
  else {
    const { plan } = opened.value;
    if (!(await session.adopt(plan, `Import from ${file.name}`))) return;
    session.notices.say(`“${plan.name}” was imported from ${file.name}.`);
    if (alone) session.go('outlook');
  }
}

async function takeLibrary(session: Session, name: string, text: string): Promise<void> {
  const count = await session.library.importAll(text);
  if (!count.ok) return session.tell(count.problems);
  session.go('plans');
  session.notices.say(
    count.value === 0
      ? `Everything in ${name} is here already.`
      : `${count.value} ${count.value === 1 ? 'plan' : 'plans'} came in from ${name}.`,
  );
}
