import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

export type RoomName =
  'Plans' | 'Outlook' | 'Team' | 'Quota' | 'Territories' | 'Compare' | 'Decide' | 'Data' | 'Share';

export interface DroppedFile {
  readonly name: string;
  readonly text: string;
}

/** What planners do in the app, in their words; each waits for what they would wait for. */
export class Planner {
  constructor(readonly page: Page) {}

  async goTo(room: RoomName): Promise<void> {
    const button = this.rooms().getByRole('button', { name: room, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-current', 'page');
    // Those two have an answer for a title, once they are there.
    const answers = room === 'Outlook' || room === 'Compare';
    const title = this.page
      .getByRole('main')
      .getByRole('heading', answers ? { level: 1 } : { level: 1, name: room });
    await expect(title).toBeVisible();
  }

  rooms(): Locator {
    return this.page.getByRole('navigation', { name: 'Rooms' });
  }

  /** The answer, once every trial has been run. */
  async answer(): Promise<string> {
    await this.allTrialsRun();
    return spaced(await this.page.getByRole('heading', { level: 1 }).innerText());
  }

  async allTrialsRun(): Promise<void> {
    const words = this.page.getByRole('banner').getByText(/^[\d,]+ trials$/);
    await expect(words.first()).toBeAttached({ timeout: 60_000 });
  }

  /** Every figure of the table of chances: as shown, and exact as told on hover. */
  async figures(): Promise<string[]> {
    await this.allTrialsRun();
    const table = this.page.getByRole('region', { name: 'Chance by quarter and year' }).getByRole('table');
    await expect(table).toBeVisible();
    return table.locator('tbody tr').evaluateAll((rows) =>
      rows.map((row) =>
        [row, ...row.querySelectorAll('[title]')]
          .map((cell) => `${cell.getAttribute('title') ?? ''} ${cell.textContent}`)
          .join(' | ')
          .replace(/\s+/g, ' '),
      ),
    );
  }

  planName(): Locator {
    return this.page.getByRole('banner').getByRole('textbox', { name: 'Plan name' });
  }

  async renamePlan(name: string): Promise<void> {
    await this.planName().fill(name);
    await this.planName().press('Enter');
  }

  async undo(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  }

  async redo(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Redo' }).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved on this device')).toBeVisible();
  }

  alert(): Locator {
    return this.page.getByRole('alert');
  }

  // Files in and out

  /** Drops files on the page, wherever it is. */
  async dropFiles(files: readonly DroppedFile[]): Promise<void> {
    const data = await this.page.evaluateHandle((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    const main = this.page.getByRole('main');
    await main.dispatchEvent('dragenter', { dataTransfer: data });
    await main.dispatchEvent('dragover', { dataTransfer: data });
    await main.dispatchEvent('drop', { dataTransfer: data });
  }

  async dropFilesAt(paths: readonly string[]): Promise<void> {
    const read = async (path: string) => ({ name: basename(path), text: await readFile(path, 'utf8') });
    await this.dropFiles(await Promise.all(paths.map(read)));
  }

  async makePlanOfData(): Promise<void> {
    await this.page.getByRole('button', { name: 'Make a plan of it' }).click();
    await expect(this.page).toHaveURL(/#outlook$/);
  }

  /** Presses something that saves a file, and reads the file. */
  async download(press: () => Promise<void>): Promise<DroppedFile> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), press()]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }

  downloadShared(button: string): Promise<DroppedFile> {
    return this.download(() => this.page.getByRole('main').getByRole('button', { name: button }).click());
  }

  async makeLink(): Promise<string> {
    await this.goTo('Share');
    await this.page.getByRole('button', { name: 'Make a link' }).click();
    return this.page.getByRole('textbox', { name: 'Link to this plan' }).inputValue();
  }

  async makeMine(): Promise<void> {
    await this.page.getByRole('main').getByRole('button', { name: 'Make it mine' }).click();
  }

  // Plans

  card(name: string): Locator {
    return this.page.getByRole('article', { name, exact: true });
  }

  cardNames(): Promise<string[]> {
    return this.page
      .getByRole('article')
      .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label') ?? ''));
  }

  async openPlan(name: string): Promise<void> {
    await this.card(name)
      .getByRole('button', { name: /^Open / })
      .click();
    await expect(this.planName()).toHaveValue(name);
  }

  async branchPlan(name: string): Promise<void> {
    await this.#chooseOfCard(name, 'Branch');
    await expect(this.planName()).toHaveValue(`${name} (branch)`);
  }

  async deletePlan(name: string): Promise<void> {
    await this.#chooseOfCard(name, 'Delete');
    await expect(this.card(name)).toHaveCount(0);
  }

  async #chooseOfCard(name: string, command: string): Promise<void> {
    await this.page.getByRole('button', { name: `More for ${name}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: command }).click();
  }

  exportEverything(): Promise<DroppedFile> {
    return this.download(async () => {
      await this.page.getByRole('button', { name: 'More for all plans' }).click();
      await this.page.getByRole('menuitem', { name: 'Export everything as one file' }).click();
    });
  }

  // Levers

  lever(name: string): Locator {
    return this.page
      .getByRole('complementary', { name: 'Levers' })
      .getByRole('slider', { name, exact: true });
  }

  async nudge(lever: string, key = 'ArrowRight'): Promise<void> {
    await this.lever(lever).press(key);
  }

  // Team

  async addPlannedHire(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add to the team' }).click();
    await this.page.getByRole('menuitem', { name: 'Planned hire' }).click();
    // The new seat's name stands open for typing.
    await this.page.keyboard.press('Escape');
  }

  async openTab(name: 'Seats' | 'Hiring timeline' | 'Roles' | 'Managers'): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await expect(this.page.getByRole('tabpanel', { name })).toBeVisible();
  }

  startOf(hire: string): Locator {
    return this.page.getByRole('slider', { name: `Start of ${hire}`, exact: true });
  }
}

/** Text with every run of white space, narrow ones too, as one space. */
export const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
