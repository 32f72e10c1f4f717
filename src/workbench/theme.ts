import { ThemeService, type Injector } from "@univerjs/core";

/** The grid is as dark as the page, which follows the system while it changes. */
export function followSystemTheme(injector: Injector): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const follow = () => injector.get(ThemeService).setDarkMode(dark.matches);
  dark.addEventListener("change", follow);
  follow();
}
