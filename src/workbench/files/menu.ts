/** A button that opens a menu (the menu button of the ARIA Authoring Practices): by pointer, and whole by keyboard. */
export class Menu {
  constructor(
    private readonly button: HTMLElement,
    private readonly list: HTMLElement,
  ) {
    button.hidden = false;
    button.addEventListener("click", () => (list.hidden ? this.open(0) : this.close()));
    button.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      this.open(event.key === "ArrowDown" ? 0 : -1);
    });
    list.addEventListener("keydown", (event) => this.press(event));
    addEventListener("pointerdown", ({ target }) => {
      const isInside = target instanceof Node && (list.contains(target) || button.contains(target));
      if (!list.hidden && !isInside) this.close();
    });
  }

  /** Calls back each time before the menu is shown. */
  onOpening(opening: () => void): void {
    this.opening = opening;
  }

  /** Makes an element of the list one of the menu's choices. */
  item(element: HTMLElement, act: () => unknown): void {
    element.tabIndex = -1;
    element.addEventListener("click", () => {
      this.close();
      void act();
    });
  }

  private opening = () => {};

  private open(place: number): void {
    this.opening();
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.items().at(place)?.focus();
  }

  private close(): void {
    if (this.list.contains(document.activeElement)) this.button.focus();
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  private press(event: KeyboardEvent): void {
    const items = this.items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    const places: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const place = places[event.key];
    if (place !== undefined) {
      event.preventDefault();
      items[place]?.focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      this.close();
    }
  }

  private items(): HTMLElement[] {
    return [...this.list.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }
}
