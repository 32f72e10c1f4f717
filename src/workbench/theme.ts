import { ThemeService, type Injector } from "@univerjs/core";

/** The grid is as dark as the page, which follows the system while it changes. */
export function followSystemTheme(injector: Injector): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => injector.get(ThemeService).setDarkMode(dark.matches);
  dark.addEventListener("change", follow);
  follow();
}

/** The fonts that the page's style names: a canvas draws without them until they are loaded, and is not drawn again then. */
export async function loadFonts(): Promise<void> {
  // One that the machine has in no form is drawn as the browser sees fit.
  await Promise.allSettled([...document.fonts].map((face) => face.load()));
}
