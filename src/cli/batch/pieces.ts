/**
 * A batch in pieces: each a file of its own, written whole or not at all, so that a batch which was stopped goes on where
 * it left off. Law: a piece that stands with all its lines is neither written again nor doubled, and none is cut short.
 */
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../commandLine";
import { blocksOf, linesOf } from "./lines";
import type { Threads } from "./threads";

/** Where the pieces go, and how many lines each has. */
export interface Pieces {
  readonly directory: string;
  readonly size: number;
}

/** What became of the input: pieces written, and those that stood already. */
export interface PiecesDone {
  readonly written: number;
  readonly standing: number;
}

/**
 * Answers the lines piece by piece.
 *
 * @param stopped when it is, the piece in hand is left unwritten: what has been read of it may not be all
 * @throws UsageError where the folder holds pieces of another size
 */
export async function answerPieces(
  lines: AsyncIterable<string>,
  pieces: Pieces,
  threads: Threads,
  stopped: AbortSignal,
): Promise<PiecesDone> {
  prepare(pieces);
  const done = { written: 0, standing: 0 };
  for await (const piece of piecesOf(lines, pieces.size)) {
    if (stopped.aborted) break;
    const number = done.written + done.standing + 1;
    const file = join(pieces.directory, `${String(number).padStart(6, "0")}.jsonl`);
    if ((await linesIn(file)) === piece.length) done.standing += 1;
    else {
      await writeWhole(file, threads.answered(blocksOf(piece)));
      done.written += 1;
    }
  }
  return done;
}

/** The size of the pieces stands beside them: with another one the numbers would mean other lines. */
function prepare({ directory, size }: Pieces): void {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "size");
  if (!existsSync(file)) return writeFileSync(file, `${size}\n`);
  const known = readFileSync(file, "utf8").trim();
  if (known !== String(size))
    throw new UsageError(`${directory} holds pieces of ${known} lines; received --size ${size}`);
}

async function* piecesOf(lines: AsyncIterable<string>, size: number): AsyncGenerator<readonly string[]> {
  let piece: string[] = [];
  for await (const line of lines) {
    if (piece.push(line) < size) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

/** How many lines a file has; none where there is no such file. A piece of an input that ended too soon has too few. */
async function linesIn(file: string): Promise<number> {
  let count = 0;
  if (existsSync(file)) for await (const _line of linesOf(createReadStream(file, "utf8"))) count += 1;
  return count;
}

/** Under another name until it is whole and on the disk. */
async function writeWhole(file: string, answers: AsyncIterable<readonly string[]>): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  const handle = await open(part, "w");
  try {
    for await (const block of answers) await handle.write(`${block.join("\n")}\n`);
    await handle.sync();
  } catch (error) {
    await handle.close();
    rmSync(part, { force: true });
    throw error;
  }
  await handle.close();
  await rename(part, file);
}
