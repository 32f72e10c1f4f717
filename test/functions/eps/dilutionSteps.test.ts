import "../../support/customFunctions";
import { DILUTIONSTEPS } from "../../../src/functions/eps/dilutionSteps";

const one = (value: unknown) => [[value]];
const HEADER = ["Security", "Type", "Number", "Exercise price", "Average price", "Unrecognized cost", "Add-back"];
const columns = (steps: any[][], ...wanted: number[]) =>
  steps.slice(1).map((row) => wanted.map((column) => row[column]));

describe("=DILUTIONSTEPS", () => {
  /** FASB Statement 128, Illustration 4 (ASC 260-10-55-57 to 55-59; IAS 33 IE9). */
  test("the sequence of SFAS 128, Illustration 4, as the standard lays it out", () => {
    const steps = DILUTIONSTEPS(
      one(16_400_000),
      one(2_000_000),
      [
        HEADER,
        ["Preferred", "convertible preferred", 1_600_000, "", "", "", 6_400_000],
        ["Debentures", "convertible debt", 2_000_000, "", "", "", 3_000_000],
        ["Options", "option", 100_000, 60, 75, "", ""],
      ],
      one(6_400_000),
    );
    expect(columns(steps, 0, 3, 4, 5, 7)).toEqual([
      ["Basic", "", 10_000_000, 2_000_000, ""],
      ["Options", 0, 10_000_000, 2_020_000, "dilutive"],
      ["Debentures", 1.5, 13_000_000, 4_020_000, "dilutive"],
      ["Preferred", 4, 19_400_000, 5_620_000, "antidilutive"],
      ["Diluted", "", 13_000_000, 4_020_000, ""],
    ]);
    expect(steps.slice(1).map((row) => row[6].toFixed(2))).toEqual(["5.00", "4.95", "3.23", "3.45", "3.23"]);
    expect(columns(steps, 8, 9).slice(1, 4)).toEqual([
      [
        "lowers earnings per share from 5 to 4.9505",
        "in the money: 100,000 shares at 60 bring in 6,000,000, which buys back 80,000 at 75",
      ],
      ["lowers earnings per share from 4.9505 to 3.2338", "2,000,000 shares on conversion"],
      ["4 for each incremental share is not below the 3.2338 already reached", "1,600,000 shares on conversion"],
    ]);
  });

  test("why options in the money are antidilutive, security by security", () => {
    const steps = DILUTIONSTEPS(one(-500), one(1_000), [
      HEADER,
      ["A", "option", 100, 7, 10, "", ""],
      ["B", "option", 100, 12, 10, "", ""],
      ["C", "option", 100, 8, 10, 400, ""],
      ["D", "RSU", 100, "", "", "", ""],
      ["E", "purchased option", 100, 8, 10, "", ""],
      ["F", "written put", 100, 25, 20, "", ""],
    ]);
    const smaller = "in a loss, more shares would make the loss of 0.5 a share smaller";
    expect(columns(steps, 0, 7, 8, 9)).toEqual([
      ["Basic", "", "", ""],
      ["A", "antidilutive", smaller, "in the money: 100 shares at 7 bring in 700, which buys back 70 at 10"],
      ["D", "antidilutive", smaller, "100 shares to vest, for no further cost"],
      ["F", "antidilutive", smaller, "to pay 25 for 100 shares, 125 are issued at 20"],
      ["B", "adds no shares", "", "out of the money: the exercise price of 12 is not below the average price of 10"],
      [
        "C",
        "adds no shares",
        "",
        "in the money: 100 shares at 8 and 400 of unrecognized cost bring in 1,200, which buys back 120 at 10, as many as are issued or more: none is added",
      ],
      ["E", "adds no shares", "", "never included: the company holds it on its own stock"],
      ["Diluted", "", "", ""],
    ]);
  });

  test("a fair-value gain on liability-classified warrants dilutes even a loss; a subsidiary lowers the numerator", () => {
    const steps = DILUTIONSTEPS(one(-100), one(1_000), [
      HEADER,
      ["Warrants", "warrant", 100, 5, 10, "", -80],
      ["Subsidiary", "subsidiary", "", "", "", "", -10],
    ]);
    expect(columns(steps, 0, 4, 5, 7)).toEqual([
      ["Basic", -100, 1_000, ""],
      ["Subsidiary", -110, 1_000, "dilutive"],
      ["Warrants", -190, 1_050, "dilutive"],
      ["Diluted", -190, 1_050, ""],
    ]);
  });

  test("more than one period is refused", () => {
    expect(() => DILUTIONSTEPS([[1], [2]], one(1))).toThrow(
      "income must be one cell, as the steps are those of one period",
    );
  });
});
