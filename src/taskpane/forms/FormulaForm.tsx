import { Button, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { catalogue, type Parameter } from "../../functions/catalogue";
import { OFFERED_WORDS } from "../../functions/offeredWords";
import { a1, cellAt, quoted } from "../../workbook/book/address";
import type { Area } from "../../workbook/book/book";
import { entryOfArgument } from "../../workbook/formula/argumentText";
import { callsIn, type CallInFormula } from "../../workbook/formula/callsIn";
import { Grid } from "../Grid";
import { insertFormula, replaceFormula } from "../insertFormula";
import { Note } from "../layout";
import type { PaneServices } from "../services";
import { useWork } from "../work";
import { ArgumentField } from "./ArgumentField";
import { ruleSentence } from "./EntryField";
import { FormFrame, useWriting } from "./FormFrame";
import type { FormulaStart } from "./formulaStart";
import { filledFormula, useTried, type Tried } from "./useTried";

const useStyles = makeStyles({
  formula: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
  answer: { display: "flex", flexDirection: "column", gap: "4px", minHeight: "20px" },
});

interface FormulaFormProps {
  readonly services: PaneServices;
  readonly start: FormulaStart;
  readonly close: () => void;
}

/** Where a formula is tried that goes into no cell yet. */
const NOWHERE: Area = cellAt("", 0, 0);
/** Text that could be taken for a name of the workbook keeps its quotation marks in a field. */
const mayBeName = (word: string) => /^[A-Za-z_\\][\w.]*$/.test(word);

/** A function of ours with a field for each argument, its answer as it is filled in, and its formula. */
export function FormulaForm({ services, start, close }: FormulaFormProps) {
  const styles = useStyles();
  const { book, about, watchSelection } = services;
  const { fail } = useWork();
  const write = useWriting();
  const [formula, setFormula] = useState(start.formula);
  const [at, setAt] = useState(start.call);
  const calls = useMemo(() => callsIn(formula), [formula]);
  const call = calls[at] ?? calls[0] ?? NO_CALL;
  const { parameters, description } = catalogue.find(({ id }) => id === call.name) ?? NO_FUNCTION;
  const [entries, setEntries] = useState(() => entriesOf(call, parameters));
  const [cell, setCell] = useState(start.cell);
  const [active, setActive] = useState<number>();
  const tried = useTried(book, call, entries, cell ?? NOWHERE);

  const sheet = cell?.sheet;
  useEffect(() => {
    if (active === undefined) return undefined;
    return watchSelection(() => {
      book.look({ selection: true }).then(({ selection }) => {
        if (selection)
          setEntries((before) => before.map((one, index) => (index === active ? referenceTo(selection, sheet) : one)));
      }, fail);
    });
  }, [active, book, fail, sheet, watchSelection]);

  const switchTo = async (other: number) => {
    const made = await filledFormula(book, call, entries);
    const next = callsIn(made.formula);
    const chosen = next[other];
    if (!chosen) return;
    setFormula(made.formula);
    setAt(other);
    setEntries(entriesOf(chosen, catalogue.find(({ id }) => id === chosen.name)?.parameters ?? []));
  };
  const submit = async () => {
    const title = start.isEdited ? "Writing the formula" : `Inserting ${call.name}`;
    const isWritten = await write(title, async (running) => {
      const { formula: made, problems } = await filledFormula(book, call, entries);
      if (Object.keys(problems).length > 0) throw new Error("Mend the marked fields first.");
      return start.isEdited && cell
        ? replaceFormula(book, { cell, was: start.formula, formula: made }, running)
        : insertFormula(book, made, running, cell);
    });
    if (isWritten) close();
  };
  const useSelected = () =>
    book.look({ selection: true }).then(({ selection }) => {
      if (selection) setCell(cellAt(selection.sheet, selection.row, selection.column));
    }, fail);

  const argument = (parameter: Parameter, index: number) => (
    <ArgumentField
      key={parameter.name}
      parameter={parameter}
      value={entries[index] ?? ""}
      onChange={(entry) => setEntries(entries.map((one, other) => (other === index ? entry : one)))}
      onFocus={() => setActive(index)}
      problem={problemAt(index, parameters, tried, entries)}
    />
  );
  const shownFormula = withPrefix(tried?.formula ?? start.formula, about.prefix);
  return (
    <FormFrame
      title={start.isEdited ? `Edit ${cell ? a1(cell) : "the formula"}` : call.name}
      onSubmit={submit}
      onFootFocus={() => setActive(undefined)}
      foot={
        <>
          <div className={styles.answer} role="region" aria-label="Answer">
            <div role="status" aria-live="polite">
              <Answer
                tried={tried}
                isStarted={entries.some((entry) => entry !== "")}
                isAtField={parameters.some((_one, index) => problemAt(index, parameters, tried, entries) !== undefined)}
              />
            </div>
            {tried && isTable(tried) && <Grid label="First rows of the answer" rows={tried.rows} />}
          </div>
          <Text className={styles.formula}>{shownFormula}</Text>
          <Note>{cell ? `For the cell ${referenceTo(cell, undefined)}.` : "Select a cell for it."}</Note>
        </>
      }
      submitWords={start.isEdited ? "Save to the cell" : "Insert"}
      buttons={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(shownFormula).catch(fail)}>Copy</Button>
          {!start.isEdited && <Button onClick={() => void useSelected()}>Use the selected cell</Button>}
          <Button onClick={close}>Back</Button>
        </>
      }
    >
      {calls.length > 1 && (
        <Field label="Function of the formula">
          <Select value={String(at)} onChange={(_event, { value }) => void switchTo(Number(value)).catch(fail)}>
            {calls.map(({ name }, index) => (
              <option key={`${index} ${name}`} value={index}>
                {`${index + 1}. ${name}`}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Note>{description}</Note>
      <Note>Cells that you select on the sheet go into the field that you were in.</Note>
      {parameters.map((parameter, index) => argument(parameter, index))}
    </FormFrame>
  );
}

const NO_CALL: CallInFormula = { before: "=", name: "", args: [], after: "" };
const NO_FUNCTION: { readonly parameters: readonly Parameter[]; readonly description: string } = {
  parameters: [],
  description: "",
};

function entriesOf({ args }: CallInFormula, parameters: readonly Parameter[]): string[] {
  return parameters.map(({ name }, index) => {
    const words = (OFFERED_WORDS[name] ?? []).map(({ word }) => word);
    return entryOfArgument(args[index] ?? "", (word) => mayBeName(word) && !words.includes(word));
  });
}

/** The cells as a formula refers to them: with their sheet, where that is another than the formula's. */
function referenceTo(area: Area, sheet: string | undefined): string {
  return area.sheet === sheet ? a1(area) : `${quoted(area.sheet)}!${a1(area)}`;
}

function withPrefix(formula: string, prefix: string): string {
  return prefix === ""
    ? formula
    : formula.replace(/(?<![\w.])([A-Z]+)(?=\()/g, (name) => (isOurs(name) ? prefix + name : name));
}

function isOurs(name: string): boolean {
  return catalogue.some(({ id }) => id === name);
}

function isTable({ rows }: Tried): boolean {
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1;
}

/** A fault of the field itself, or the function's error where it is about this argument. A required one may wait. */
function problemAt(
  index: number,
  parameters: readonly Parameter[],
  tried: Tried | undefined,
  entries: readonly string[],
): string | undefined {
  const own = tried?.problems[index];
  if (own !== undefined) return ruleSentence(own);
  if (!tried?.error || (entries[index] ?? "") === "") return undefined;
  return argumentNamed(tried.error, parameters) === index ? `${tried.error}.` : undefined;
}

/** The argument that an error begins with the name of: the longest name, as periodStart begins with period. */
function argumentNamed(error: string, parameters: readonly Parameter[]): number {
  const named = parameters
    .map(({ name }, index) => ({ name, index }))
    .filter(({ name }) => error.startsWith(name) && !/^\w/.test(error.slice(name.length)))
    .sort((a, b) => b.name.length - a.name.length);
  return named[0]?.index ?? -1;
}

interface AnswerProps {
  readonly tried: Tried | undefined;
  readonly isStarted: boolean;
  /** Whether a field tells what is wrong. */
  readonly isAtField: boolean;
}

function Answer({ tried, isStarted, isAtField }: AnswerProps) {
  if (isAtField) return <Note>The answer appears when the marked field is mended.</Note>;
  if (!tried || (!isStarted && tried.error !== undefined))
    return <Note>The answer appears as the fields are filled in.</Note>;
  if (tried.error !== undefined) return <Text>{tried.error}</Text>;
  if (isTable(tried)) return <Text weight="semibold">The answer fills several cells:</Text>;
  const [[value = ""] = []] = tried.rows;
  const shown = typeof value === "number" ? value.toLocaleString("en-US", { maximumFractionDigits: 6 }) : String(value);
  return <Text weight="semibold">{tried.of ? `Answer of ${tried.of}: ${shown}` : `Answer: ${shown}`}</Text>;
}
