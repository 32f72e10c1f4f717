import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  makeStyles,
  SearchBox,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useDeferredValue, useState } from "react";
import { catalogue, type CatalogueEntry } from "../../functions/catalogue";
import { firstSentence, signature } from "../../functions/helpText";
import { newFormula, selectedFormula, type FormulaStart } from "../forms/formulaStart";
import { lazily } from "../forms/lazily";
import { useFocusAfter } from "../forms/useFocusAfter";
import { insertFormula } from "../insertFormula";
import { Note } from "../layout";
import type { PaneServices } from "../services";
import { useBusy, useWork } from "../work";

const FormulaForm = lazily(
  async () => (await import(/* webpackChunkName: "formula-form" */ "../forms/FormulaForm")).FormulaForm,
);

const useStyles = makeStyles({
  edit: { marginBottom: "8px" },
  search: { width: "100%", maxWidth: "none", marginBottom: "8px" },
  name: { fontFamily: tokens.fontFamilyMonospace },
  summary: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    margin: "-6px 0 8px 38px",
  },
  details: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: "8px", paddingBottom: "12px" },
  arguments: { margin: 0, "& dt": { fontWeight: tokens.fontWeightSemibold }, "& dd": { margin: "0 0 6px 0" } },
  formula: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: "anywhere" },
});

/** Every function with its help, as functions.json declares it, and an example to insert. */
export function FunctionsPage({ services }: { readonly services: PaneServices }) {
  const styles = useStyles();
  const [query, setQuery] = useState("");
  const found = matching(useDeferredValue(query));
  const { run } = useWork();
  const busy = useBusy();
  const [form, setForm] = useState<FormulaStart>();
  const editButton = useFocusAfter(form !== undefined);
  const fillIn = async (id: string) => setForm(await run("Opening the form", () => newFormula(services.book, id)));
  const edit = async () => setForm(await run("Reading the formula", () => selectedFormula(services.book)));
  if (form) return <FormulaForm services={services} start={form} close={() => setForm(undefined)} />;
  return (
    <>
      <Button ref={editButton} className={styles.edit} disabledFocusable={busy} onClick={() => void edit()}>
        Edit the selected cell's formula
      </Button>
      <SearchBox
        className={styles.search}
        aria-label="Search functions"
        placeholder="Search functions"
        value={query}
        onChange={(_event, { value }) => setQuery(value)}
      />
      <div role="status" aria-live="polite">
        {query !== "" && (
          <Note>
            {found.length === 0 ? `No function speaks of "${query}".` : `${found.length} of ${catalogue.length}`}
          </Note>
        )}
      </div>
      <Accordion collapsible>
        {found.map((entry) => (
          <AccordionItem key={entry.id} value={entry.id}>
            <AccordionHeader size="small">
              <span className={styles.name}>{entry.id}</span>
            </AccordionHeader>
            <div className={styles.summary}>{firstSentence(entry.description)}</div>
            <AccordionPanel>
              <Details entry={entry} services={services} fillIn={() => void fillIn(entry.id)} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
    </>
  );
}

function Details({
  entry,
  services: { book, about },
  fillIn,
}: {
  readonly entry: CatalogueEntry;
  readonly services: PaneServices;
  readonly fillIn: () => void;
}) {
  const styles = useStyles();
  const { act } = useWork();
  const busy = useBusy();
  return (
    <div className={styles.details}>
      <Text>{entry.description}</Text>
      <Text className={styles.formula}>{about.prefix + signature(entry)}</Text>
      <Text>Answers: {entry.returns}</Text>
      <dl className={styles.arguments}>
        {entry.parameters.map(({ name, description, optional }) => (
          <div key={name}>
            <dt>{optional ? `${name} (may be left out)` : name}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
      <Button appearance="primary" disabledFocusable={busy} onClick={fillIn}>
        Fill in {entry.id}
      </Button>
      <Note>An example of it:</Note>
      <Text className={styles.formula}>{entry.example.replace("=", `=${about.prefix}`)}</Text>
      <Button
        disabledFocusable={busy}
        onClick={() => void act(`Inserting ${entry.id}`, (running) => insertFormula(book, entry.example, running))}
      >
        Insert into the selected cell
      </Button>
    </div>
  );
}

/** Functions in whose name, description or arguments every word of the query occurs; names first. */
function matching(query: string): readonly CatalogueEntry[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const found = catalogue.filter((entry) => words.every((word) => textOf(entry).includes(word)));
  const isNamed = ({ id }: CatalogueEntry) => words.some((word) => id.toLowerCase().includes(word));
  return [...found.filter(isNamed), ...found.filter((entry) => !isNamed(entry))];
}

function textOf({ id, description, parameters }: CatalogueEntry): string {
  return [id, description, ...parameters.flatMap((parameter) => [parameter.name, parameter.description])]
    .join("\n")
    .toLowerCase();
}
