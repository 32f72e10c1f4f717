/**
 * What was read of ranges, by their content: cells that name one table read it once. Law: what is kept is what would be
 * read again; and no more is held than there is room for: what was asked for longest ago goes first.
 */
export class KeptByContent<Kept> {
  private readonly kept = new Map<string, { readonly value: Kept; readonly size: number }>();
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
    const key = JSON.stringify(content);
    const { value, size } = this.kept.get(key) ?? this.measured(key, read());
    this.drop(key);
    this.kept.set(key, { value, size });
    this.held += size;
    for (const oldest of this.kept.keys()) {
      if (this.held <= this.room) break;
      this.drop(oldest);
    }
    return value;
  }

  private measured(key: string, value: Kept) {
    return { value, size: key.length + this.sizeOf(value) };
  }

  private drop(key: string): void {
    this.held -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
