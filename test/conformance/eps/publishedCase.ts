/** A case of cases/eps.json: what a source gives and what it prints. */
export interface PublishedCase {
  readonly id: string;
  readonly kind: string;
  readonly standard?: string;
  readonly source: string;
  readonly url?: string;
  /** Whether the figures were read in print, or are known at second hand and agree with each other by arithmetic. */
  readonly checked: "print" | "arithmetic";
  /** An input that the source does not give, and was added to exercise a rule. */
  readonly ours?: string;
  readonly periods?: readonly PublishedPeriod[];
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly expected?: Readonly<Record<string, unknown>>;
  /** Named figures of a source that works step by step. */
  readonly printed?: Readonly<Record<string, string>>;
  /** Where a printed figure does not follow from the rest: what does, and how the source comes to differ. */
  readonly exceptions?: readonly { readonly what: string; readonly computed: number; readonly how: string }[];
}

export interface PublishedPeriod {
  readonly label: string;
  readonly inputs: {
    readonly incomeLines: Readonly<Record<string, number>>;
    readonly basicShares: number;
    readonly incomeUnit: number;
    readonly shareUnit: number;
    readonly preferredDividends?: number;
    readonly participatingBasic?: number;
    readonly participatingDiluted?: number;
    readonly potential?: readonly PublishedIssue[];
  };
  readonly expected: {
    readonly basic?: Readonly<Record<string, string>>;
    readonly diluted?: Readonly<Record<string, string>>;
    readonly steps?: Readonly<Record<string, string>>;
    readonly dilutedShares?: number;
    readonly dilutedNumerator?: number;
  };
  readonly ruleAnswer?: { readonly dilutedShares: number; readonly dilutedControlEps: string };
}

interface PublishedIssue {
  readonly name: string;
  readonly shares: number;
  readonly addback: number;
  readonly excludedByFiler: boolean;
}
