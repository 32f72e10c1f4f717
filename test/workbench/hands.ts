import type { Locator, Page } from "playwright-core";

/** What a user's hands do in the page, counted: a press, a field filled in, a word chosen, a key. */
export interface Hands {
  readonly press: (button: string) => Promise<void>;
  readonly turnTo: (tab: string) => Promise<void>;
  readonly fill: (field: string, text: string) => Promise<void>;
  readonly choose: (field: string, word: string) => Promise<void>;
  readonly chooseFile: (field: string, path: string) => Promise<void>;
  readonly key: (keys: string) => Promise<void>;
  /** Waits until the pane says this in one of its live regions. */
  readonly hear: (words: string | RegExp) => Promise<void>;
  /** How many things have been done so far. */
  readonly done: () => number;
}

/** Hands at the page and its pane; each name is a label that the user reads. */
export function handsAt(page: Page): Hands {
  let done = 0;
  const pane = page.locator("#pane");
  const counted = (act: () => Promise<unknown>) => async () => {
    done++;
    await act();
  };
  const field = (label: string): Locator => pane.getByLabel(label, { exact: true });
  return {
    press: (name) =>
      counted(() =>
        page.locator(".bar, #pane, dialog[open]").getByRole("button", { name, exact: true }).first().click(),
      )(),
    turnTo: (name) => counted(() => pane.getByRole("tab", { name, exact: true }).click())(),
    fill: (label, text) => counted(() => field(label).fill(text))(),
    choose: (label, word) => counted(() => field(label).selectOption(word))(),
    chooseFile: (label, path) => counted(() => field(label).setInputFiles(path))(),
    key: (keys) => counted(() => page.keyboard.press(keys))(),
    hear: (words) => pane.getByRole("status").getByText(words).first().waitFor({ timeout: 60_000 }),
    done: () => done,
  };
}
