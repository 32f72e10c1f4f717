// Diluted earnings per share of Exhibit 11, nine months ended September 30, 2001: as filed, with the counts that it
// prints, and as they would be with options and a convertible note of which the terms are known.
import { dilutedEps, dilution, exactly, incrementalTerms, ONE, potentialShares, rounded, toNumber, ZERO } from "tieout";

const income = exactly(377_000);
const shares = exactly(7_509_358);
const filed = [incrementalTerms("Options", exactly(698_224)), incrementalTerms("Warrants", exactly(39_402))];

const throughout = { unrecognizedCost: ZERO, earningsAddBack: ZERO, timeOutstanding: ONE };
const prices = { exercisePrice: exactly(1.2), averagePrice: exactly(2) };
const grant = { ...throughout, ...prices, label: "New options", kind: "option", number: exactly(600_000) };
const interest = { earningsAddBack: exactly(4_000) }; // of nine months, after tax
const note = { ...throughout, ...interest, label: "Note", kind: "convertible", number: exactly(150_000) };

print("As filed", filed);
print("With new options and a note", [...filed, grant, note]);

function print(title, securities) {
  const included = dilution(income, shares, securities.map(potentialShares));
  console.log(`${title}: ${toNumber(rounded(dilutedEps(income, shares, included), 4))}`);
  for (const { issue, dilutive } of included.sequence) {
    console.log(`  ${issue.label}: ${toNumber(issue.incrementalShares)} shares, ${dilutive ? "included" : "left out"}`);
  }
}
