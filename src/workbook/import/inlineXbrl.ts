import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { toNumber } from "../../core/number/fraction";
import { printedFigure } from "../../core/number/printedFigure";
import type { ImportPreview } from "../actionTypes";
import { ActionError } from "../book/report";
import type { Fact } from "./facts/facts";
import { readFacts } from "./facts/readFacts";
import { TAXONOMIES, type Taxonomy } from "./facts/taxonomies";
import { requireReadableDepth } from "./nesting";
import { readPrintedDate } from "./printedDates";

/** A stretch of time that facts refer to. */
interface Context {
  readonly start: number;
  readonly end: number;
  /** What part of the company it is of: a class of stock, a segment; "" for the whole. */
  readonly part: string;
}

/** Whether a text is a filing with tagged figures in its page. */
export function isInlineXbrl(text: string): boolean {
  return /<(?:[\w-]+:)?nonFraction\b/i.test(text);
}

/**
 * Reads the tagged figures of a filing as it stands on a page (inline XBRL, .htm): those of the whole company, for
 * stretches of time. What is tagged for a class of stock, a segment or a day is no figure of a period.
 *
 * @throws ActionError when the page cannot be read, or tags no weighted average shares
 */
export function readInlineXbrl(text: string): ImportPreview {
  const page = parsed(text);
  const contexts = contextsIn(page);
  const units = new Map(elements(page, "unit").map((unit) => [unit.getAttribute("id") ?? "", unitName(unit)]));
  const form = spoken(page, "dei:DocumentType") ?? "";
  const all = elements(page, "nonFraction").flatMap((element) => taggedFact(element, contexts, units, form) ?? []);
  const tagged = all.flatMap(({ part, ...fact }) => (part === "" ? [fact] : []));
  const taxonomy = TAXONOMIES.find((one) => all.some((fact) => isShares(fact, one))) ?? TAXONOMIES[0];
  if (!taxonomy) throw new RangeError("There is a taxonomy at least.");
  const prefix = `${taxonomy.name}:`;
  const facts = tagged
    .filter(({ concept }) => concept.startsWith(prefix))
    .map((fact) => ({ ...fact, concept: fact.concept.slice(prefix.length) }));
  const classes = [
    ...new Set(all.flatMap((fact) => (fact.part !== "" && isShares(fact, taxonomy) ? [fact.part] : []))),
  ];
  if (classes.length > 0 && !tagged.some((fact) => isShares(fact, taxonomy)))
    throw new ActionError(
      `Weighted average shares are tagged by class of stock alone (${classes.join(", ")}), and none for the whole company. Type the income, and the shares of each class, for TWOCLASSEPS.`,
    );
  const entity = spoken(page, "dei:EntityRegistrantName");
  const read = readFacts(facts, taxonomy);
  return {
    source: "Inline XBRL",
    ...(entity ? { entity } : {}),
    ...read,
    remarks: [...ofClasses(classes), ...read.remarks],
  };
}

function ofClasses(classes: readonly string[]): string[] {
  if (classes.length === 0) return [];
  return [
    `Figures by class of stock (${classes.join(", ")}) left out: a period here is that of the whole company. TWOCLASSEPS computes each class.`,
  ];
}

function isShares({ concept }: Fact, { name, weightedShares }: Taxonomy): boolean {
  return weightedShares.some((shares) => concept === `${name}:${shares}`);
}

function parsed(text: string): Document {
  try {
    const onError = (level: "warning" | "error" | "fatalError", message: string) => {
      if (level === "fatalError") throw new ActionError(message);
    };
    const page = new DOMParser({ onError }).parseFromString(text.trimStart(), "text/xml");
    requireReadableDepth(page);
    return page;
  } catch {
    throw new ActionError(
      "The page cannot be read: inline XBRL is well-formed XHTML. Save the filing's own .htm file, not the viewer's page.",
    );
  }
}

/** By their local name: filings bind the prefixes as they like. */
function elements(page: Document | Element, localName: string): Element[] {
  return [...page.getElementsByTagNameNS("*", localName)];
}

function contextsIn(page: Document): ReadonlyMap<string, Context> {
  return new Map(
    elements(page, "context").flatMap((context) => {
      const day = (name: string) => readPrintedDate(elements(context, name)[0]?.textContent ?? "");
      const [start, end] = [day("startDate"), day("endDate")];
      const members = [...elements(context, "explicitMember"), ...elements(context, "typedMember")];
      const part = members.map((member) => memberWords(member.textContent ?? "")).join(", ");
      const id = context.getAttribute("id") ?? "";
      return start === undefined || end === undefined ? [] : [[id, { start, end, part }] as const];
    }),
  );
}

/** "Common class A" of us-gaap:CommonClassAMember. */
function memberWords(name: string): string {
  const words = name
    .trim()
    .replace(/^.*:/, "")
    .replace(/Member$/, "")
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  return words.replace(/ [A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

/** "USD", "shares", "USD/shares". */
function unitName(unit: Element): string {
  return elements(unit, "measure")
    .map((measure) => (measure.textContent ?? "").trim().replace(/^.*:/, ""))
    .join("/");
}

function taggedFact(
  element: Element,
  contexts: ReadonlyMap<string, Context>,
  units: ReadonlyMap<string, string>,
  form: string,
): (Fact & Pick<Context, "part">) | undefined {
  const context = contexts.get(element.getAttribute("contextRef") ?? "");
  const value = valueOf(element);
  if (!context || value === undefined) return undefined;
  const unit = units.get(element.getAttribute("unitRef") ?? "") ?? "";
  return { concept: element.getAttribute("name") ?? "", ...context, value, unit, form, filed: "", filing: "" };
}

/** As shown, written out by its scale; the sign stands beside it. */
function valueOf(element: Element): number | undefined {
  const format = element.getAttribute("format") ?? "";
  const text = (element.textContent ?? "").trim();
  if (/zero|nocontent|dash/i.test(format)) return 0;
  const plain = /comma/i.test(format) ? text.replace(/[.\s]/g, "").replace(",", ".") : text.replace(/[,\s]/g, "");
  const figure = printedFigure(plain);
  if (!figure) return undefined;
  const scale = Number(element.getAttribute("scale") ?? 0);
  const sign = element.getAttribute("sign") === "-" ? -1 : 1;
  return sign * Number(`${toNumber(figure.value)}e${Number.isInteger(scale) ? scale : 0}`);
}

/** What a page says in words of the filing. */
function spoken(page: Document, name: string): string | undefined {
  const said = elements(page, "nonNumeric").find((element) => element.getAttribute("name") === name);
  return said?.textContent?.replace(/\s+/g, " ").trim();
}
