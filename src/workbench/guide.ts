import { catalogue, type CustomFunction } from "../functions/catalogue";
import { element } from "./page";

/** Lists the functions on the page, to read while the spreadsheet loads. */
export function showGuide(): void {
  element("guide-functions").replaceChildren(...catalogue.flatMap(entry));
}

function entry({ id, description, parameters }: CustomFunction): HTMLElement[] {
  const term = document.createElement("dt");
  const names = parameters.map(({ name, optional }) => (optional ? `[${name}]` : name));
  term.textContent = `=${id}(${names.join(", ")})`;
  const detail = document.createElement("dd");
  detail.textContent = description;
  return [term, detail];
}
