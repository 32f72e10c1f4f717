import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** The green of the add-in's icon, from dark to light. */
const GREEN: BrandVariants = {
  10: "#021510",
  20: "#04251b",
  30: "#053527",
  40: "#074433",
  50: "#08523d",
  60: "#0a5e46",
  70: "#0b6a4f",
  80: "#0f7a5b",
  90: "#2a8b6c",
  100: "#52a98b",
  110: "#63b096",
  120: "#78bba3",
  130: "#92cab6",
  140: "#add9ca",
  150: "#c8e8de",
  160: "#e4f5ef",
};

const THEMES = { light: createLightTheme(GREEN), dark: createDarkTheme(GREEN) };

/** The program's theme, or the system's, followed while it changes. */
export function useTheme(programs: "light" | "dark" | undefined): Theme {
  const systems = useSyncExternalStore(watchSystem, () => (systemIsDark()?.matches ? "dark" : "light"));
  return THEMES[programs ?? systems];
}

function watchSystem(changed: () => void): () => void {
  const query = systemIsDark();
  query?.addEventListener("change", changed);
  return () => query?.removeEventListener("change", changed);
}

/** Absent where there is no screen. */
function systemIsDark(): MediaQueryList | undefined {
  return window.matchMedia?.("(prefers-color-scheme: dark)");
}
