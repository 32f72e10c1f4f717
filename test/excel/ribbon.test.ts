import { readFileSync } from "node:fs";
import { COMMANDS, ribbonCommands, type RibbonCommands } from "../../src/excel/ribbon";
import { PAGES } from "../../src/taskpane/pageNames";
import type { Actions } from "../../src/workbook/actions";
import { report, type Report } from "../../src/workbook/book/report";
import type { Running } from "../../src/workbook/book/book";
import { MemoryBook } from "../support/memoryBook";

const buttons = [...readFileSync("manifest.xml", "utf8").matchAll(/<FunctionName>(\w+)<\/FunctionName>/g)].map(
  ([, name = ""]) => name,
);

/** Presses a button and writes down what happened, in order. */
async function pressed(name: keyof RibbonCommands): Promise<string[]> {
  const happened: string[] = [];
  const pane = {
    show: (page: string) => void happened.push(`shows ${page}`),
    act: async (title: string, action: (running: Running) => Promise<Report>) =>
      void happened.push(`${title}: ${(await action({})).said}`),
  };
  const actions = {
    refreshEps: async () => report("refreshed", true),
    rollForward: async () => report("rolled", true),
  };
  await ribbonCommands(pane, new MemoryBook(), actions as unknown as Actions)[name]();
  return happened;
}

test("every button of the manifest has a command, and every command a button", () => {
  expect([...COMMANDS].sort()).toEqual([...buttons].sort());
});

test.each([
  ["showFunctions", ["shows functions"]],
  ["showLoan", ["shows loan"]],
  ["showEps", ["shows eps"]],
  ["refresh", ["shows eps", "Refreshing EPS: refreshed"]],
  ["rollForward", ["shows eps", "Rolling forward: rolled"]],
  ["showTieOut", ["shows tieOut"]],
  ["showExplain", ["shows explain"]],
  ["showHelp", ["shows help"]],
] as const)("%s", async (name, happened) => {
  expect(await pressed(name)).toEqual(happened);
});

test("every page of the pane can be reached from the ribbon", async () => {
  const shown = (await Promise.all(COMMANDS.map(pressed))).flat();

  expect(Object.keys(PAGES).filter((page) => !shown.includes(`shows ${page}`))).toEqual([]);
});
