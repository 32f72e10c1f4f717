export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)];
}

export function code(formula: string): string {
  return `\`${formula}\``;
}

/** Paragraphs, tables and lists, with a blank line between them. */
export function page(...blocks: readonly (string | readonly string[])[]): string {
  return `${blocks.map((block) => (typeof block === "string" ? block : block.join("\n"))).join("\n\n")}\n`;
}

export function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}
