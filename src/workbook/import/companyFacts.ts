import type { ImportPreview } from "../actionTypes";
import { ActionError } from "../book/report";
import type { Fact } from "./facts/facts";
import { readFacts } from "./facts/readFacts";
import { TAXONOMIES } from "./facts/taxonomies";
import { readPrintedDate } from "./printedDates";

/** One fact as the SEC's company facts publish it (data.sec.gov/api/xbrl/companyfacts). */
interface PublishedFact {
  readonly start?: string;
  readonly end: string;
  readonly val: number;
  readonly accn?: string;
  readonly form?: string;
  readonly filed?: string;
}

type Concepts = Readonly<Record<string, { readonly units?: Readonly<Record<string, readonly PublishedFact[]>> }>>;

interface CompanyFacts {
  readonly entityName?: string;
  readonly facts?: Readonly<Record<string, Concepts>>;
}

/**
 * Reads a company-facts file of the SEC, by US GAAP or IFRS. A period that was reported more than once has the figure
 * of its latest report, and the remarks say where that restated an earlier one.
 *
 * @throws ActionError when the text is no such file, or holds no weighted average shares
 */
export function readCompanyFacts(text: string): ImportPreview {
  const { entityName, facts = {} } = parsed(text);
  const hasShares = TAXONOMIES.find(({ name, weightedShares }) => weightedShares.some((one) => facts[name]?.[one]));
  const taxonomy = hasShares ?? TAXONOMIES.find(({ name }) => facts[name]);
  if (!taxonomy) throw new ActionError(NO_FACTS);
  return {
    source: "XBRL company facts",
    ...(entityName ? { entity: entityName } : {}),
    ...readFacts(factsOf(facts[taxonomy.name] ?? {}), taxonomy),
  };
}

const NO_FACTS =
  'The file is no company-facts file of the SEC: it holds no "us-gaap" and no "ifrs-full" facts. Save it from data.sec.gov/api/xbrl/companyfacts.';

function parsed(text: string): CompanyFacts {
  try {
    const file = JSON.parse(text) as CompanyFacts;
    if (typeof file === "object" && file !== null && TAXONOMIES.some(({ name }) => file.facts?.[name])) return file;
  } catch {
    // Said below, for both reasons alike.
  }
  throw new ActionError(NO_FACTS);
}

/** Those of a stretch of time; what is told of a day is no part of a period. */
function factsOf(concepts: Concepts): Fact[] {
  return Object.entries(concepts).flatMap(([concept, { units = {} }]) =>
    Object.entries(units).flatMap(([unit, published]) =>
      published.flatMap((fact): Fact[] => {
        const [start, end] = [readPrintedDate(fact.start ?? ""), readPrintedDate(fact.end)];
        if (start === undefined || end === undefined || typeof fact.val !== "number") return [];
        const { form = "", filed = "", accn: filing = "" } = fact;
        return [{ concept, start, end, value: fact.val, unit, form, filed, filing }];
      }),
    ),
  );
}
