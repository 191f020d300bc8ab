import { expect, type Locator, type Page } from '@playwright/test';

/** What planners do in the app, in their words; each waits for what they would wait for. */
export class Planner {
  constructor(readonly page: Page) {}

  async goTo(room: 'Plans' | 'Outlook' | 'Team' | 'Data' | 'Share'): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('link', { name: room })
      .or(this.page.getByRole('navigation').getByRole('button', { name: room, exact: true }))
      .first()
      .click();
    await this.page.waitForURL(new RegExp(`#${room.toLowerCase()}$`));
  }

  /** The answer, once every trial has been run. */
  async answer(): Promise<string> {
    await this.allTrialsRun();
    return (await this.page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ');
  }

  async allTrialsRun(): Promise<void> {
    await expect(this.page.getByText(/^[\d,]+ trials$/).first()).toBeVisible({ timeout: 60_000 });
  }

  /** Every figure of the table of chances: as shown, and exact as told on hover. */
  async figures(): Promise<string[]> {
    await this.allTrialsRun();
    const table = this.page.getByRole('region', { name: 'Chance by quarter and year' }).getByRole('table');
    await expect(table).toBeVisible();
    return table.locator('tbody tr').evaluateAll((rows) =>
      rows.map((row) =>
        [row, ...row.querySelectorAll('[title]')]
          .map((cell) => `${cell.getAttribute('title') ?? ''} ${(cell as HTMLElement).innerText}`)
          .join(' | ')
          .replace(/\s+/g, ' '),
      ),
    );
  }

  async chooseFiles(paths: readonly string[]): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .first()
      .setInputFiles([...paths]);
  }

  /** Drops files on the page, wherever it is. */
  async dropFiles(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const data = await this.page.evaluateHandle((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped) transfer.items.add(new File([text], name, { type: 'text/csv' }));
      return transfer;
    }, files);
    const main = this.page.locator('main');
    await main.dispatchEvent('dragenter', { dataTransfer: data });
    await main.dispatchEvent('dragover', { dataTransfer: data });
    await main.dispatchEvent('drop', { dataTransfer: data });
  }

  async addPlannedHire(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add to the team' }).click();
    await this.page.getByRole('menuitem', { name: 'Planned hire' }).click();
    // the new seat's name stands open for typing
    await this.page.keyboard.press('Escape');
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo/ }).first().click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText('Saved on this device')).toBeVisible();
  }

  async makeLink(): Promise<string> {
    await this.goTo('Share');
    await this.page.getByRole('button', { name: 'Make a link' }).click();
    return this.page.getByRole('textbox', { name: 'Link to this plan' }).inputValue();
  }

  alert(): Locator {
    return this.page.getByRole('alert');
  }
}
