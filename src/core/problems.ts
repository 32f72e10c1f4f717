/**
 * Takes the faults of a form as they are met, makes one error of them. Law: a form is refused once, with everything that
 * is wrong in it; what only follows from another fault is not counted.
 */
import { CalculationError } from "./errors";

/** So many are told, of no more characters than a cell's message has room for; the rest are counted. */
const MOST_TOLD = 8;
const MOST_CHARACTERS = 1_600;

/** Several faults of one form, told together; code, argument, rule and value are those of the first. */
export class SeveralProblems extends CalculationError {
  readonly problems: readonly CalculationError[];

  constructor(whole: string, first: CalculationError, others: readonly CalculationError[]) {
    super(first.code, first.argument, first.rule, first.received);
    this.problems = [first, ...others];
    this.message = told(whole, this.problems);
  }
}

function told(whole: string, problems: readonly CalculationError[]): string {
  const lines: string[] = [];
  let characters = 0;
  for (const [index, { message }] of problems.slice(0, MOST_TOLD).entries()) {
    characters += message.length;
    if (index > 0 && characters > MOST_CHARACTERS) break;
    lines.push(`(${index + 1}) ${message}`);
  }
  const left = problems.length - lines.length;
  const rest = left > 0 ? `; and ${left} more` : "";
  return `${whole} has ${problems.length} faults: ${lines.join("; ")}${rest}`;
}

/** The faults of one form. */
export class Problems {
  private readonly found: CalculationError[];

  /** @param whole what an error calls the form: "loan" */
  constructor(
    private readonly whole: string,
    known: readonly CalculationError[] = [],
  ) {
    this.found = [...known];
  }

  add(problem: CalculationError): void {
    this.found.push(problem);
  }

  /** What is read, or what stands in for it where it cannot be: the fault is noted, and the reading goes on. */
  attempt<T, U>(read: () => T, instead: U): T | U {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof CalculationError)) throw error;
      for (const problem of error instanceof SeveralProblems ? error.problems : [error]) this.add(problem);
      return instead;
    }
  }

  /** @throws CalculationError for all faults that were noted: the one, or several together */
  refuseAny(): void {
    const [first, ...others] = this.found;
    if (first) throw others.length > 0 ? new SeveralProblems(this.whole, first, others) : first;
  }

  /** What is read once no fault was noted; a fault in it joins those that were. */
  all<T>(read: () => T): T {
    const result = this.attempt(() => ({ value: read() }), null);
    this.refuseAny();
    if (result === null) throw new RangeError("a fault that was not noted");
    return result.value;
  }
}

/**
 * Every reading, once none is at fault.
 *
 * @param whole what an error calls what they are read from: "periods"
 * @throws CalculationError that tells of every fault of every one of them
 */
export function allOf<T>(whole: string, readings: readonly (() => T)[]): readonly T[] {
  const problems = new Problems(whole);
  return problems.all(() => readings.flatMap((reading) => problems.attempt(() => [reading()], [])));
}
