import { deflateSync, strToU8 } from "fflate";
import { crc32 } from "./crc32";
import type { ZipEntry } from "./readZip";

/** A part to be packed: a new one, or one in place of another, whose date it keeps. */
export interface NewEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly replaces?: ZipEntry;
}

const RECORD_LENGTH = 30;
const LINE_LENGTH = 46;
const END_LENGTH = 22;
/** January 1, 1980, the first day that an archive can name. */
const FIRST_DAY = 0x0021_0000;
const VERSION = 20;
const DEFLATED = 8;
/** The name is in UTF-8. */
const UTF_8 = 0x0800;

interface Written {
  readonly record: Uint8Array;
  readonly line: Uint8Array;
}

/** Writes an archive. Of an entry that was read the packed bytes, and all that is told of it, are copied as they are. */
export function writeZip(entries: readonly (ZipEntry | NewEntry)[]): Uint8Array {
  const written = entries.map((entry) => ("record" in entry ? copied(entry) : packed(entry)));
  const records = written.reduce((sum, { record }) => sum + record.length, 0);
  const lines = written.reduce((sum, { line }) => sum + line.length, 0);
  const bytes = new Uint8Array(records + lines + END_LENGTH);
  let [place, linePlace] = [0, records];
  for (const { record, line } of written) {
    bytes.set(record, place);
    bytes.set(line, linePlace);
    viewOf(bytes).setUint32(linePlace + 42, place, true);
    place += record.length;
    linePlace += line.length;
  }
  writeEnd(viewOf(bytes), records, lines, written.length);
  return bytes;
}

function writeEnd(view: DataView, records: number, lines: number, count: number): void {
  const at = records + lines;
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, count, true);
  view.setUint16(at + 10, count, true);
  view.setUint32(at + 12, lines, true);
  view.setUint32(at + 16, records, true);
}

/** A field with numbers of 64 bits would name another place than the one where the part then stands. */
function copied({ record, line, packed: bytes, size }: ZipEntry): Written {
  const view = viewOf(line);
  const nameEnd = LINE_LENGTH + view.getUint16(28, true);
  const extraEnd = nameEnd + view.getUint16(30, true);
  const extra = withoutNumbers64(line.subarray(nameEnd, extraEnd));
  const whole = joined([line.subarray(0, nameEnd), extra, line.subarray(extraEnd)]);
  const copy = viewOf(whole);
  copy.setUint32(20, bytes.length, true);
  copy.setUint32(24, size, true);
  copy.setUint16(30, extra.length, true);
  return { record, line: whole };
}

function withoutNumbers64(extra: Uint8Array): Uint8Array {
  const view = viewOf(extra);
  const kept: Uint8Array[] = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) !== 1) kept.push(extra.subarray(at, end));
    at = end;
  }
  return joined(kept);
}

function packed({ name, bytes, replaces }: NewEntry): Written {
  const letters = strToU8(name);
  const deflated = deflateSync(bytes, { level: 6 });
  const record = new Uint8Array(RECORD_LENGTH + letters.length + deflated.length);
  const line = new Uint8Array(LINE_LENGTH + letters.length);
  const date = replaces ? viewOf(replaces.line).getUint32(12, true) : FIRST_DAY;
  const fields = { date, checksum: crc32(bytes), packed: deflated.length, size: bytes.length, name: letters.length };
  viewOf(record).setUint32(0, 0x04034b50, true);
  writeFields(viewOf(record), 4, fields, letters.length > name.length);
  record.set(letters, RECORD_LENGTH);
  record.set(deflated, RECORD_LENGTH + letters.length);
  viewOf(line).setUint32(0, 0x02014b50, true);
  viewOf(line).setUint16(4, VERSION, true);
  writeFields(viewOf(line), 6, fields, letters.length > name.length);
  line.set(letters, LINE_LENGTH);
  return { record, line };
}

interface Fields {
  readonly date: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly name: number;
}

/** What a record and a line of the directory say alike, from the version on. */
function writeFields(view: DataView, at: number, fields: Fields, isBeyondAscii: boolean): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, isBeyondAscii ? UTF_8 : 0, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint32(at + 6, fields.date, true);
  view.setUint32(at + 10, fields.checksum, true);
  view.setUint32(at + 14, fields.packed, true);
  view.setUint32(at + 18, fields.size, true);
  view.setUint16(at + 22, fields.name, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
