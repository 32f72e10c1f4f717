import { choiceFrom, element } from "../page";
import type { FilesView } from "./workbookFiles";

const TITLE = document.title;

/** The page's words and questions about the file of the workbook. */
export function filesView(): FilesView {
  element("notice-close").addEventListener("click", () => tell(""));
  return {
    tell,
    askUnsaved: (name) => choice("unsaved-work", { "unsaved-name": name }, ["save", "discard"]),
    askNew: (name, reason) => choice("not-savable", { "not-savable-reason": notSavable(name, reason) }, ["new"]),
    askOverwrite: (name) => choice("changed-on-disk", { "changed-name": name }, ["overwrite", "copy"]),
    showFile,
  };
}

/** Stands under the page's bar until it is closed, or something else is told. */
function tell(words: string): void {
  element("notice-words").textContent = words;
  element("notice").hidden = words === "";
}

function notSavable(name: string, reason: string): string {
  return `Nothing was written: to be saved into ${name}, ${reason}.`;
}

async function choice<Answer extends string>(
  question: string,
  about: Readonly<Record<string, string>>,
  answers: readonly Answer[],
): Promise<Answer | "cancel"> {
  const given = await choiceFrom(question, about);
  return answers.find((answer) => answer === given) ?? "cancel";
}

function showFile(name: string | undefined, isChanged: boolean): void {
  const place = element("file-name");
  if (name === undefined) return;
  place.textContent = isChanged ? `${name} · changed` : name;
  place.title = place.textContent;
  document.title = `${isChanged ? "• " : ""}${name} - ${TITLE}`;
}
