/** A case of cases/eps.json, as far as it is read here. */
export interface PublishedCase {
  readonly id: string;
  readonly kind: string;
  readonly standard: string;
  readonly source: string;
  readonly periods?: readonly PublishedPeriod[];
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly expected?: Readonly<Record<string, unknown>>;
  /** Named arithmetic; `use_rounded` carries the printed figure on. */
  readonly steps?: readonly PublishedStep[];
  readonly check_exceptions: readonly { readonly what: string; readonly computed: unknown; readonly how: string }[];
}

export interface PublishedStep {
  readonly name: string;
  readonly printed: string;
  readonly expr: string;
  readonly use_rounded?: boolean;
}

export interface PublishedPeriod {
  readonly label: string;
  readonly inputs: {
    readonly income_lines: Readonly<Record<string, number>>;
    readonly basic_shares: number;
    readonly income_unit: number;
    readonly share_unit: number;
    readonly preferred_dividends?: number;
    readonly participating_basic?: number;
    readonly participating_diluted?: number;
    readonly nci?: number;
    readonly potential?: readonly PublishedIssue[];
  };
  readonly expected: {
    readonly basic?: Readonly<Record<string, string>>;
    readonly diluted?: Readonly<Record<string, string>>;
    readonly steps?: Readonly<Record<string, string>>;
    readonly diluted_shares?: number;
    readonly diluted_numerator?: number;
  };
  readonly rule_answer?: { readonly diluted_shares: number; readonly diluted_control_eps: string };
}

export interface PublishedIssue {
  readonly name: string;
  readonly shares: number;
  readonly addback: number;
  readonly excluded_by_filer: boolean;
}
