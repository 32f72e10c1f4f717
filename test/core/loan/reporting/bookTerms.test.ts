import { loanFromObject } from "../../../../src/core/loan/form/objectForm";
import { ACCOUNTS, accountNamed, accountNames } from "../../../../src/core/loan/terms/accounts";
import { toNumber } from "../../../../src/core/number/fraction";
import { loanOfBothForms, type Agreement } from "../../../support/bothForms";

const SIMPLE = { principal: 1000, startDate: "2024-01-01", annualRate: 0.1, payments: 12 };
const of = (more: Agreement) => loanOfBothForms({ ...SIMPLE, ...more }).terms;

describe("what a form says of the books", () => {
  test("a fee without a date is one at the start, beside those that have a date", () => {
    const { carrying, events } = loanFromObject({
      ...SIMPLE,
      originationFee: 5,
      fees: [{ amount: 20 }, { date: "2024-02-01", amount: 7 }],
    }).terms;
    expect(toNumber(carrying.costsAndFees)).toBe(25);
    expect(events.fees).toHaveLength(1);
  });

  test("reductions of which a share is earned by the day are earned by service, where the form is silent", () => {
    const share = { balanceBetweenDates: "interest less pro rata share" };
    expect(of({}).books.reductions).toBe("paid");
    expect(of(share).books.reductions).toBe("forgiven");
    expect(of({ ...share, reductions: "paid" }).books.reductions).toBe("paid");
  });

  test("an account is named by either side's word for it", () => {
    const accounts = [
      { account: "interest income", name: "4100" },
      { account: "Loan payable", name: "2300 Bank loan" },
    ];
    expect(of({ accounts }).books.accounts).toEqual([
      { role: "interest", name: "4100" },
      { role: "loan", name: "2300 Bank loan" },
    ]);
  });

  test("no name means two accounts", () => {
    for (const name of accountNames()) {
      const roles = Object.entries(ACCOUNTS).filter(([, sides]) => Object.values(sides).includes(name));
      expect(roles.map(([role]) => role)).toEqual([accountNamed(name)]);
    }
  });

  test.each([
    ["marketRate", { marketRate: 0.12, discount: 5 }, "discount must be left out, as marketRate settles it"],
    ["proceeds", { proceeds: 990, marketRate: 0.12 }, "marketRate must be left out, as proceeds settles it"],
    ["discount", { discount: 5, premium: 5 }, "premium must be left out, as discount settles it"],
  ])("a second price beside %s is refused", (_price, more, message) => {
    expect(() => loanFromObject({ ...SIMPLE, ...more })).toThrow(message);
  });
});
