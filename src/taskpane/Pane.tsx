import { FluentProvider, makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, type FunctionComponent } from "react";
import { LoanNotChosen } from "./LoanNotChosen";
import { LoanNoticeContext, type LoanNotice } from "./loanNotice";
import { PAGES, type PageName } from "./pageNames";
import { EpsPage } from "./pages/EpsPage";
import { ExplainPage } from "./pages/ExplainPage";
import { FunctionsPage } from "./pages/FunctionsPage";
import { HelpPage } from "./pages/HelpPage";
import { LoanPage } from "./pages/LoanPage";
import { TieOutPage } from "./pages/TieOutPage";
import type { PaneServices } from "./services";
import { Status } from "./Status";
import { useTheme } from "./theme";
import { WorkContext, type Work } from "./work";

const useStyles = makeStyles({
  pane: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0 },
  // All six stand in one row of 320 pixels, the narrowest pane.
  tabs: { flexShrink: 0, flexWrap: "wrap", padding: "0 2px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { padding: "8px 4px" },
  tabText: { fontSize: tokens.fontSizeBase200 },
  page: { flexGrow: 1, overflowY: "auto", padding: "12px" },
});

interface PageProps {
  readonly services: PaneServices;
  readonly show: (page: PageName) => void;
}

const PAGE: Readonly<Record<PageName, FunctionComponent<PageProps>>> = {
  functions: FunctionsPage,
  loan: LoanPage,
  eps: EpsPage,
  tieOut: TieOutPage,
  explain: ExplainPage,
  help: HelpPage,
};

interface PaneProps {
  readonly services: PaneServices;
  readonly work: Work;
  readonly loanNotice: LoanNotice;
  readonly page: PageName;
  readonly show: (page: PageName) => void;
}

/** The whole pane. Its work and its page are held outside, since the ribbon starts work and turns pages too. */
export function Pane({ services, work, loanNotice, page, show }: PaneProps) {
  const styles = useStyles();
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const Page = PAGE[page];
  // In braces: newer browsers answer a promise here, which React would take for the end of the effect.
  useEffect(() => {
    panel.current?.scrollTo?.(0, 0);
  }, [page]);

  return (
    <FluentProvider theme={useTheme(services.theme)} className={styles.pane}>
      <WorkContext value={work}>
        <LoanNoticeContext value={loanNotice}>
          <TabList
            className={styles.tabs}
            size="small"
            selectedValue={page}
            onTabSelect={(_event, { value }) => show(value as PageName)}
            aria-label="Pages"
          >
            {Object.entries(PAGES).map(([name, title]) => (
              <Tab
                key={name}
                id={`${id}-${name}`}
                value={name}
                className={styles.tab}
                content={{ className: styles.tabText, children: title }}
                aria-controls={`${id}-panel`}
              />
            ))}
          </TabList>
          <LoanNotChosen services={services} show={show} />
          <div ref={panel} id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${page}`} className={styles.page}>
            <Page services={services} show={show} />
          </div>
          <Status book={services.book} />
        </LoanNoticeContext>
      </WorkContext>
    </FluentProvider>
  );
}
