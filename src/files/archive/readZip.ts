import { Inflate } from "fflate";
import { FileError } from "../fileError";
import { crc32 } from "./crc32";
import { LIMITS } from "./limits";

/** A part of a zip archive as it stands in the file. Its bytes are packed until they are asked for. */
export interface ZipEntry {
  /** As stored. */
  readonly name: string;
  readonly method: "stored" | "deflated";
  readonly checksum: number;
  readonly size: number;
  readonly packed: Uint8Array;
  /** The header before the packed bytes, these, and what stands behind them: all that a copy needs. */
  readonly record: Uint8Array;
  /** Its line in the directory at the end of the archive. */
  readonly line: Uint8Array;
}

const SIGNATURE = { record: 0x04034b50, line: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const END_LENGTH = 22;
const LINE_LENGTH = 46;
const RECORD_LENGTH = 30;
const IN_THE_64_BIT_FIELD = 0xffffffff;
const DAMAGED = "the file is damaged or was cut short: the list of its parts cannot be read";

/** Reads the directory of an archive, in its order; no part is unpacked yet. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const directory = directoryOf(view);
    const lines = linesOf(view, directory);
    requireSensibleSizes(lines, bytes.length);
    return entriesOf(view, lines, directory.start);
  } catch (error) {
    // A place beyond the end of the bytes.
    throw error instanceof RangeError ? new FileError(DAMAGED) : error;
  }
}

/** The bytes of a part. A part that unpacks to another size, or to other bytes than were packed, is damaged. */
export function unpacked(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === "stored" ? entry.packed : inflated(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.checksum) throw damagedPart(entry.name);
  return bytes;
}

interface Directory {
  readonly start: number;
  readonly count: number;
}

interface Line {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly at: number;
  readonly line: Uint8Array;
}

function directoryOf(view: DataView): Directory {
  const end = endOf(view);
  const directory = { count: view.getUint16(end + 10, true), start: view.getUint32(end + 16, true) };
  const hasLocator = end >= 20 && view.getUint32(end - 20, true) === SIGNATURE.locator64;
  const found = hasLocator ? directory64Of(view, end - 20) : directory;
  if (found.count > LIMITS.parts) {
    throw new FileError(`the file must have ${LIMITS.parts} parts or fewer; it has ${found.count}`);
  }
  return found;
}

/** Behind the record of the end may stand a comment, so it is searched for from the back. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (
      view.getUint32(at, true) === SIGNATURE.end &&
      at + END_LENGTH + view.getUint16(at + 20, true) <= view.byteLength
    )
      return at;
  }
  throw new FileError(DAMAGED);
}

function directory64Of(view: DataView, locator: number): Directory {
  const at = number64(view, locator + 8);
  if (view.getUint32(at, true) !== SIGNATURE.end64) throw new FileError(DAMAGED);
  return { count: number64(view, at + 32), start: number64(view, at + 48) };
}

function linesOf(view: DataView, { start, count }: Directory): Line[] {
  const lines: Line[] = [];
  for (let at = start; lines.length < count;) {
    const line = lineAt(view, at);
    lines.push(line);
    at += line.line.length;
  }
  return lines;
}

function lineAt(view: DataView, at: number): Line {
  if (view.getUint32(at, true) !== SIGNATURE.line) throw new FileError(DAMAGED);
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const length = LINE_LENGTH + nameLength + extraLength + commentLength;
  const line = bytesAt(view, at, length);
  const name = nameIn(line.subarray(LINE_LENGTH, LINE_LENGTH + nameLength));
  if (view.getUint16(at + 8, true) & 1) throw new FileError(`the part ${name} of the file is encrypted`);
  const [packedSize, size, place] = sizesOf(view, at, at + LINE_LENGTH + nameLength, extraLength);
  const method = view.getUint16(at + 10, true);
  return { name, method, checksum: view.getUint32(at + 16, true), packedSize, size, at: place, line };
}

/** Packed size, size and place; those that 32 bits do not hold stand in a field of their own. */
function sizesOf(view: DataView, at: number, extra: number, extraLength: number): [number, number, number] {
  let field64 = field64At(view, extra, extra + extraLength);
  const read = (field: number) => {
    const short = view.getUint32(at + field, true);
    if (short !== IN_THE_64_BIT_FIELD || field64 === undefined) return short;
    field64 += 8;
    return number64(view, field64 - 8);
  };
  const size = read(24);
  const packedSize = read(20);
  return [packedSize, size, read(42)];
}

/** Where the numbers of 64 bits stand among the extra fields. */
function field64At(view: DataView, first: number, end: number): number | undefined {
  for (let at = first; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return undefined;
}

function entriesOf(view: DataView, lines: readonly Line[], directory: number): ZipEntry[] {
  const places = lines.map(({ at }) => at).sort((a, b) => a - b);
  const nextOf = new Map(places.map((place, index) => [place, places[index + 1] ?? directory]));
  // Two parts that share their bytes make a small file unpack to a huge one.
  if (nextOf.size < lines.length) throw new FileError(DAMAGED);
  return lines.map((line) => entryAt(view, line, nextOf.get(line.at) ?? directory));
}

function entryAt(view: DataView, { name, method, checksum, size, packedSize, at, line }: Line, next: number): ZipEntry {
  if (view.getUint32(at, true) !== SIGNATURE.record) throw new FileError(DAMAGED);
  if (method !== 0 && method !== 8) throw new FileError(`the part ${name} of the file is packed in an unknown way`);
  const start = at + RECORD_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packedSize > next) throw new FileError(DAMAGED);
  return {
    name,
    method: method === 0 ? "stored" : "deflated",
    checksum,
    size,
    packed: bytesAt(view, start, packedSize),
    record: bytesAt(view, at, next - at),
    line,
  };
}

function requireSensibleSizes(lines: readonly Line[], fileSize: number): void {
  const largest = lines.find(({ size }) => size > LIMITS.partBytes);
  if (largest) throw tooLarge(`the part ${largest.name} of the file`, largest.size, LIMITS.partBytes);
  const total = lines.reduce((sum, { size }) => sum + size, 0);
  if (total > LIMITS.bytes) throw tooLarge("the file", total, LIMITS.bytes);
  if (total > LIMITS.ratioFrom && total > fileSize * LIMITS.ratio) {
    throw new FileError(`the file must unpack to ${LIMITS.ratio} times its size or less; it says ${total} bytes`);
  }
}

function tooLarge(what: string, size: number, most: number): FileError {
  return new FileError(
    `${what} must unpack to ${most / 1_000_000} MB or less; it says ${Math.ceil(size / 1_000_000)} MB`,
  );
}

/** In pieces, so that a part which says less than it holds is given up soon after. */
function inflated({ name, packed, size }: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(size);
  let filled = 0;
  const inflate = new Inflate((piece) => {
    if (filled + piece.length > size) throw damagedPart(name);
    bytes.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch {
    // What the library says of broken bits means nothing to a user.
    throw damagedPart(name);
  }
  return bytes.subarray(0, filled);
}

const PIECE = 65_536;

function damagedPart(name: string): FileError {
  return new FileError(`the part ${name} of the file is damaged: it does not unpack to what was packed`);
}

function number64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  if (at + length > view.byteLength) throw new FileError(DAMAGED);
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

function nameIn(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
