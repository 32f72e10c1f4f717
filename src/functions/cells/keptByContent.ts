import { areSameContent, digestOf } from "./content";

/**
 * What was read of ranges, by their content: cells that name one table read it once. Law: what is kept is what would be
 * read again; and no more is held than there is room for: what was asked for longest ago goes first.
 */
export class KeptByContent<Kept> {
  /** By the digest of the content, what was asked for last at the end. */
  private readonly kept = new Map<number, Entry<Kept>>();
  private latest: Entry<Kept> | undefined;
  private held = 0;

  /**
   * @param room in characters of content, about a byte each; what is larger than that is not kept
   * @param sizeOf what something kept takes besides its content, in the same measure
   */
  constructor(
    private readonly room: number,
    private readonly sizeOf: (kept: Kept) => number,
  ) {}

  /** @param content everything that the reading depends on: values, lists and objects of them */
  of(content: unknown, read: () => Kept): Kept {
    if (this.latest && areSameContent(this.latest.content, content)) return this.latest.value;
    const digest = digestOf(content);
    const known = this.kept.get(digest);
    const entry = known && areSameContent(known.content, content) ? known : this.measured(content, read());
    this.keep(digest, entry);
    return entry.value;
  }

  private measured(content: unknown, value: Kept): Entry<Kept> {
    const text = JSON.stringify(content);
    return { content: JSON.parse(text) as unknown, value, size: text.length + this.sizeOf(value) };
  }

  private keep(digest: number, entry: Entry<Kept>): void {
    this.drop(digest);
    this.kept.set(digest, entry);
    this.held += entry.size;
    this.latest = entry.size <= this.room ? entry : undefined;
    for (const oldest of this.kept.keys()) {
      if (this.held <= this.room) break;
      this.drop(oldest);
    }
  }

  private drop(digest: number): void {
    this.held -= this.kept.get(digest)?.size ?? 0;
    this.kept.delete(digest);
  }
}

interface Entry<Kept> {
  /** A copy: whoever gave the content may change it afterwards. */
  readonly content: unknown;
  readonly value: Kept;
  readonly size: number;
}
