import { decimalsOf, type Figure } from "../figure";
import { constant } from "../formula";
import type { PublishedCase, PublishedPeriod } from "./publishedCase";

/** The figures of one reconciliation of basic to diluted EPS: every line that is printed, the denominator, the sequence. */
export function reconciliationFigures(one: PublishedCase): Figure[] {
  return (one.periods ?? []).flatMap((period) =>
    periodFigures(period).map((figure) => withException(one, { ...figure, what: `${period.label} ${figure.what}` })),
  );
}

function periodFigures(period: PublishedPeriod): Figure[] {
  const { inputs, expected } = period;
  const lines = Object.entries(inputs.incomeLines).map(([name, income]) => ({
    name,
    income: income * inputs.incomeUnit,
  }));
  const shares = inputs.basicShares * inputs.shareUnit;
  const preferred = inputs.preferredDividends ?? 0;
  const deductions = {
    basic: (preferred + (inputs.participatingBasic ?? 0)) * inputs.incomeUnit,
    diluted: (preferred + (inputs.participatingDiluted ?? inputs.participatingBasic ?? 0)) * inputs.incomeUnit,
  };
  const potential = (inputs.potential ?? []).map(({ name, shares: count, addback }) => [
    name,
    count * inputs.shareUnit,
    addback * inputs.incomeUnit,
  ]);
  const dilutive = potential.length === 0 ? "" : constant([["Security", "Number", "Add-back"], ...potential]);
  const first = lines[0] as (typeof lines)[number];
  const net = lines.reduce((sum, { income }) => sum + income, 0);
  const control = first.income - deductions.diluted;
  const sequence = `DILUTIONSTEPS(${first.income},${shares},${dilutive},${deductions.diluted})`;

  const basic = (name: string, decimals: number) => {
    if (name === "net") return `=BASICEPS(${net},${shares},${deductions.basic},${decimals})`;
    if (name === first.name) return `=BASICEPS(${first.income},${shares},${deductions.basic},${decimals})`;
    return `=BASICEPS(${incomeOf(lines, name)},${shares},,${decimals})`;
  };
  const diluted = (name: string, decimals: number) => {
    const isControl = name === first.name || (name === "net" && lines.length === 1);
    if (isControl) return `=DILUTEDEPS(${first.income},${shares},${dilutive},${deductions.diluted},${decimals})`;
    if (name === "net") return `=DILUTEDEPS(${net},${shares},${dilutive},${deductions.diluted},${decimals},${control})`;
    return `=DILUTEDEPS(${incomeOf(lines, name)},${shares},${dilutive},,${decimals},${control},FALSE)`;
  };
  const rule = period.ruleAnswer;
  const printedShares = expected.dilutedShares;

  return [
    ...Object.entries(expected.basic ?? {}).map(([name, printed]) => ({
      what: `basic ${name}`,
      formula: basic(name, decimalsOf(printed)),
      printed,
    })),
    ...Object.entries(expected.diluted ?? {}).map(([name, printed]) => ({
      what: `diluted ${name}`,
      formula: diluted(name, decimalsOf(printed)),
      printed,
    })),
    ...(printedShares === undefined
      ? []
      : [
          {
            what: "diluted shares",
            formula: `=ROUND(DILUTEDSHARES(${first.income},${shares},${dilutive},${deductions.diluted})/${inputs.shareUnit},0)`,
            printed: String(printedShares),
          },
        ]),
    ...(expected.dilutedNumerator === undefined
      ? []
      : [
          {
            what: "diluted numerator",
            formula: `=VLOOKUP("Diluted",${sequence},5,FALSE)/${inputs.incomeUnit}`,
            printed: String(expected.dilutedNumerator),
          },
        ]),
    ...Object.entries(expected.steps ?? {}).map(([name, printed]) => ({
      what: `EPS with ${name}`,
      formula: `=ROUND(VLOOKUP("${name}",${sequence},7,FALSE),${decimalsOf(printed)})`,
      printed,
    })),
    ...(inputs.potential ?? []).map(({ name, excludedByFiler }) => ({
      what: `${name} is`,
      formula: `=VLOOKUP("${name}",${sequence},8,FALSE)`,
      printed: excludedByFiler ? "antidilutive" : "dilutive",
      ...(rule && !excludedByFiler ? { ours: "antidilutive", why: LOSS } : {}),
    })),
  ].map((figure) => withRule(figure, period, first.name));
}

const LOSS = "the filer includes shares in a loss, contrary to the standard, and says so";

/** The source is wrong: ours is what the rule answers, which is basic EPS on basic shares. */
function withRule(figure: Figure, { ruleAnswer, expected }: PublishedPeriod, first: string): Figure {
  if (!ruleAnswer) return figure;
  if (figure.what === "diluted shares") return { ...figure, ours: String(ruleAnswer.dilutedShares), why: LOSS };
  const [kind, line = ""] = figure.what.split(" ");
  if (kind !== "diluted") return figure;
  const basic = expected.basic?.[line];
  const eps = line === first ? Number(ruleAnswer.dilutedControlEps).toFixed(decimalsOf(figure.printed)) : basic;
  return eps === figure.printed || eps === undefined ? figure : { ...figure, ours: eps, why: LOSS };
}

const REASONS: Readonly<Record<string, string>> = {
  plug: "the source rounds a component so that the column foots",
  error: "the source's figures do not follow from its own inputs",
};

export function withException({ exceptions = [] }: PublishedCase, figure: Figure): Figure {
  const exception = exceptions.find(({ what }) => what === figure.what);
  if (!exception || figure.ours !== undefined) return figure;
  const magnitude = Math.abs(exception.computed).toFixed(decimalsOf(figure.printed));
  return {
    ...figure,
    ours: `${exception.computed < 0 ? "-" : ""}${magnitude}`,
    why: REASONS[exception.how] ?? exception.how,
  };
}

function incomeOf(lines: readonly { name: string; income: number }[], name: string): number {
  const line = lines.find((candidate) => candidate.name === name);
  if (!line) throw new Error(`no income line ${name}`);
  return line.income;
}
