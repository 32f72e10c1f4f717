interface Rule {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * A `_headers` file as Netlify and Cloudflare Pages read it: a path, or the start of one before a star, and below it,
 * indented, the headers of whatever it meets.
 */
export function headersFile(text: string): (path: string) => Readonly<Record<string, string>> {
  const rules = rulesOf(text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#")));
  return (path) => {
    const met = rules.filter(({ pattern }) => meets(pattern, path)).flatMap(({ headers }) => headers);
    const names = met.map(([name]) => name.toLowerCase());
    if (new Set(names).size < names.length)
      throw new Error(`two rules name one header of ${path}: ${names.join(", ")}`);
    return Object.fromEntries(met);
  };
}

function rulesOf(lines: readonly string[]): Rule[] {
  return lines.reduce<Rule[]>((rules, line) => {
    const [, name, value] = /^\s+([\w-]+):\s*(.+)$/.exec(line) ?? [];
    const last = rules.at(-1);
    if (name === undefined || value === undefined) {
      if (!line.startsWith("/")) throw new Error(`neither a path nor a header: ${line}`);
      return [...rules, { pattern: line.trim(), headers: [] }];
    }
    if (!last) throw new Error(`a header before any path: ${line}`);
    return [...rules.slice(0, -1), { ...last, headers: [...last.headers, [name, value] as const] }];
  }, []);
}

function meets(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
