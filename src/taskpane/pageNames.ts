/** The pages in the order of their tabs, with the words on the tab. */
export const PAGES = {
  functions: "Functions",
  loan: "Loan",
  eps: "EPS",
  tieOut: "Tie out",
  explain: "Explain",
  help: "Help",
} as const;

export type PageName = keyof typeof PAGES;

export function isPageName(name: unknown): name is PageName {
  return typeof name === "string" && Object.hasOwn(PAGES, name);
}
