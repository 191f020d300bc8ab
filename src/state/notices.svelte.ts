export interface Notice {
  readonly id: number;
  readonly text: string;
  /** Alarms stay until dismissed and are read out at once. */
  readonly tone: 'plain' | 'alarm';
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Short messages to the user, newest last. The screen that shows them decides how long a plain one stays. */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #next = 1;

  get list(): readonly Notice[] {
    return this.#list;
  }

  say(text: string, action?: Notice['action']): void {
    this.#add({ text, tone: 'plain', ...(action && { action }) });
  }

  alarm(text: string, action?: Notice['action']): void {
    if (this.#list.some((notice) => notice.tone === 'alarm' && notice.text === text)) return;
    this.#add({ text, tone: 'alarm', ...(action && { action }) });
  }

  /** Takes back alarms whose cause is gone. */
  retract(texts: readonly string[]): void {
    this.#list = this.#list.filter((notice) => !texts.includes(notice.text));
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  #add(notice: Omit<Notice, 'id'>): void {
    this.#list = [...this.#list.slice(-4), { ...notice, id: this.#next++ }];
  }
}
