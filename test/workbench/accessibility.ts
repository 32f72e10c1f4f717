import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/**
 * What the accessibility check finds. Left out are the stops that Fluent UI's keyboard navigation puts at the edges of a
 * group, which hand the focus on as soon as they get it.
 */
export async function violations(page: Page, part: string): Promise<string[]> {
  const found = await new AxeBuilder({ page }).include(part).exclude("[data-tabster-dummy]").analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
