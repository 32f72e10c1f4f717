/**
 * The entries of CHANGELOG.md under "Changed results": the version that each came with, and those of our functions that
 * it names, so that a check of a workbook can say what may explain a difference.
 *
 * @param {string} changelog
 * @param {readonly string[]} names of our functions
 * @returns {{ version: string, functions: string[], text: string }[]}
 */
function changedResults(changelog, names) {
  const entries = [];
  let version = "";
  let isInside = false;
  for (const line of changelog.split("\n")) {
    if (line.startsWith("## ")) version = /^## \[?([^\]\s]+)/.exec(line)?.[1] ?? "";
    if (line.startsWith("#")) isInside = line === "### Changed results";
    else if (isInside && line.startsWith("- ")) entries.push({ version, text: line.slice(2) });
    else if (isInside && line.trim() !== "") entries.at(-1).text += ` ${line.trim()}`;
  }
  return entries.map(({ version, text }) => {
    const plain = text.replace(/[*`]/g, "");
    const named = new Set(plain.match(/\b[A-Z]{4,}\b/g));
    return { version, functions: names.filter((name) => named.has(name)), text: plain };
  });
}

module.exports = { changedResults };
