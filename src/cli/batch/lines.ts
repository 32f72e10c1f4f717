/** Input as blocks of its lines. */

/** So many lines, or so many characters, go to a thread at once. */
const MOST_LINES = 500;
const MOST_CHARACTERS = 1 << 20;

/** The lines of a stream of text; the last one need not end. A mark of the byte order before the first is dropped. */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  let isFirst = true;
  for await (const chunk of chunks) {
    const parts = (rest + (isFirst ? chunk.replace(/^\uFEFF/, "") : chunk)).split("\n");
    isFirst = false;
    rest = parts.pop() ?? "";
    for (const part of parts) yield part.replace(/\r$/, "");
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}

/** Lines in blocks that are worth a message to a thread. */
export async function* blocksOf(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<readonly string[]> {
  let block: string[] = [];
  let characters = 0;
  for await (const line of lines) {
    block.push(line);
    characters += line.length;
    if (block.length < MOST_LINES && characters < MOST_CHARACTERS) continue;
    yield block;
    [block, characters] = [[], 0];
  }
  if (block.length > 0) yield block;
}
