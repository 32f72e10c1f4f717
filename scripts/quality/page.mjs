/** docs/quality.md, from the records of the last run of each kind. */

const HEAD = `# What is tried beyond the tables

Written by \`npm run test:fuzz\`, \`npm run test:faults\` and \`npm run test:mutants\`, never by hand: each puts what its last run came to
in the place of the run before it.
`;

export function page({ tried, faults, mutants }) {
  return [
    HEAD,
    tried && triedPart(tried),
    tried && tried.runs.some(({ kind }) => kind === "law") && lawsPart(tried),
    faults && faultsPart(faults),
    mutants && mutantsPart(mutants),
  ]
    .filter(Boolean)
    .join("\n");
}

const number = (count) => count.toLocaleString("en-US");
const total = (list, of) => list.reduce((sum, one) => sum + of(one), 0);
const row = (...cells) => `| ${cells.join(" | ")} |`;
const code = (text) =>
  `\`${(text.length > 90 ? `${text.slice(0, 90)}…` : text).replaceAll("|", "\\|").replaceAll("\`", "'")}\``;

function triedPart({ minutes, processors, runs }) {
  const calls = runs.filter(({ kind }) => kind === "call");
  const others = runs.filter(({ kind }) => ["line", "file", "text"].includes(kind));
  return `## Broken input

Every function is called with arguments that start from its examples and its refused calls and then go wrong: cells
replaced by whatever a cell may hold (numbers of any size, text of up to 32,767 characters, errors, blanks), rows and
columns lost, doubled, moved or turned, labels misspelt, ranges where one cell belongs. Sound is an answer of finite
numbers, words and truth values, or a refusal that begins with the name of an argument, quotes no Infinity, NaN,
undefined or object, and can be read. Lines of a batch, agreements, workbooks and texts to import are damaged likewise,
and are read or refused in words. A seeded few run with every \`npm test\`.

The last long run took ${minutes} minutes on ${processors} processors that others used too: ${number(total(calls, ({ tried }) => tried))} calls and ${number(total(others, ({ tried }) => tried))} lines,
agreements, files and texts, 0 unsound. The slowest call is a measure of that machine and its load, told so that a call that
hangs would be seen.

${row("Function", "Calls", "Slowest, ms")}
| --- | ---: | ---: |
${calls.map(({ name, tried, slowest }) => row(name, number(tried), number(slowest))).join("\n")}

${row("Other input", "Times")}
| --- | ---: |
${others.map(({ name, tried }) => row(name, number(tried))).join("\n")}
`;
}

function lawsPart({ runs, open = [] }) {
  const byLaw = Map.groupBy
    ? Map.groupBy(laws(runs), ({ law }) => law)
    : laws(runs).reduce((map, one) => map.set(one.law, [...(map.get(one.law) ?? []), one]), new Map());
  return `## Laws

What holds whatever is calculated, on random loans, securities, periods and classes (\`test/laws\`): each law is held of each
function that it applies to, a seeded few times with every \`npm test\`. In the last long run these held every time:

${row("Law", "Functions", "Checks")}
| --- | --- | ---: |
${[...byLaw].map(([law, of]) => row(law, of.map(({ id }) => id).join(", "), number(total(of, ({ tried }) => tried)))).join("\n")}
${open.length === 0 ? "" : `\nAn exception was found, and is open:\n\n${open.map((one) => `- ${one}`).join("\n")}\n`}`;
}

function laws(runs) {
  return runs
    .filter(({ kind }) => kind === "law")
    .map(({ name, tried }) => {
      const [, law, id] = /^(.*) (\w+)$/.exec(name) ?? [];
      return { law, id, tried };
    });
}

function faultsPart(runs) {
  return `## Faults

A failure is put in at every step of every action, and the workbook is compared with what it was: it is as before, or the action
was done, never between (\`npm run test:faults\`, which runs with every \`npm test\` too).

${row("Book", "Action", "Steps that failed")}
| --- | --- | ---: |
${runs.map(({ book, action, steps }) => row(book, action, number(steps))).join("\n")}
`;
}

function mutantsPart(byPath) {
  const paths = Object.entries(byPath);
  return `## Changed code

Stryker changes the code in small ways, one change at a time, and the tests of that folder alone run on each; a change that no test notices
is a hole in the tests, or changes nothing that can be seen. Where a folder has more of them a sample is drawn, the same
one each time: the column says of how many.

${row("Folder", "Changes", "Of", "Noticed", "Of those, by hanging", "Not noticed", "Reached by no test")}
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
${paths.map(([path, one]) => mutantsRow(path, one)).join("\n")}

What was not noticed, and why it may stay where that is known:

${paths.flatMap(([, { left }]) => left.map((one) => `- ${one.file}: ${code(one.code)} → ${code(one.replacement)}${one.reason ? `: ${one.reason}` : ""}`)).join("\n")}
`;
}

function mutantsRow(path, { of, ran, timedOut, left }) {
  const noticed = ran - left.length;
  const share = ran === 0 ? "" : ` (${Math.floor((100 * noticed) / ran)} %)`;
  const untested = left.filter((one) => one.untested).length;
  return row(path, ran, number(of), `${noticed}${share}`, timedOut, left.length - untested, untested);
}
