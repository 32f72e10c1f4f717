import { readFileSync } from "node:fs";
import { OFFICE_JS, publication } from "../../scripts/publication";
import { publishedFiles } from "../../scripts/publishedFiles";

const PAGE = readFileSync("src/excel/taskpane.html", "utf8");

function taskpane(cloud: string): string {
  const patterns: readonly { from: string; transform?: (content: string) => string }[] = publishedFiles(
    publication({ origin: "https://tieout.example.com", cloud }),
  );
  return patterns.find(({ from }) => from === "src/excel/taskpane.html")?.transform?.(PAGE) ?? "";
}

test("the page is as it is kept where Microsoft's public cloud serves Excel", () => {
  expect(taskpane("public")).toBe(PAGE);
});

test.each(Object.entries(OFFICE_JS).filter(([cloud]) => cloud !== "public"))(
  "in %s the page loads Excel's library from %s, and its policy admits that alone",
  (cloud, officeJs) => {
    const page = taskpane(cloud);
    const [, policy = ""] = /Content-Security-Policy"\s+content="([^"]+)"/.exec(page) ?? [];

    expect(page).toContain(`<script src="${officeJs}"></script>`);
    expect(policy).toContain(`script-src 'self' ${new URL(officeJs).origin} `);
    expect(page).not.toContain(new URL(OFFICE_JS.public).origin);
  },
);
