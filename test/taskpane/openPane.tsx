import { act } from "@testing-library/react";
import axe from "axe-core";
import { mountTaskPane, type MountedPane } from "../../src/taskpane/mount";
import type { PageName } from "../../src/taskpane/pageNames";
import type { PaneServices } from "../../src/taskpane/services";
import { actions } from "../../src/workbook/actions";
import type { OpenBook } from "../../src/workbook/book/book";
import "./browserParts";

export interface OpenPane {
  readonly pane: MountedPane;
  /** Tells the pane that other cells are selected. */
  readonly selected: () => Promise<void>;
}

/** The pane on one of its pages, with the real actions on a workbook. */
export async function openPane(book: OpenBook, page: PageName, changes: Partial<PaneServices> = {}): Promise<OpenPane> {
  const kept = new Map<string, unknown>([["page", page]]);
  const watchers = new Set<() => void>();
  const services: PaneServices = {
    book,
    actions,
    preferences: { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) },
    about: { version: "1.2.3", program: "Excel", prefix: "", shortcuts: [] },
    watchSelection: (selected) => {
      watchers.add(selected);
      return () => watchers.delete(selected);
    },
    ...changes,
  };
  [document.documentElement.lang, document.title] = ["en", "Tieout"];
  document.body.innerHTML = '<main><h1>Tieout</h1><div id="pane"></div></main>';
  let pane: MountedPane | undefined;
  await act(async () => {
    pane = mountTaskPane(document.getElementById("pane") as Element, services);
  });
  if (!pane) throw new Error("the pane was not shown");
  return { pane, selected: () => act(async () => watchers.forEach((watcher) => watcher())) };
}

/** What the accessibility check finds, apart from colours, which jsdom has not. */
export async function faultsOfPane(): Promise<string[]> {
  const { violations } = await act(() =>
    axe.run({ exclude: ["[data-tabster-dummy]"] } as axe.ElementContext, {
      rules: { "color-contrast": { enabled: false } },
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
