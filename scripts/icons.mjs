/**
 * Draws assets/icons/*.png from assets/icons/source/*.svg, with the Chromium of the machine. Each drawing stands on a
 * grid of 16 units, and every size is a multiple of 16, so that edges stay on whole pixels.
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const SOURCE = "assets/icons/source";
const TARGET = "assets/icons";
/** 16, 32 and 80 for the ribbon; 64 for the add-in list; 128 for the store. */
const BUTTON_SIZES = [16, 32, 80];
const ADD_IN_SIZES = [16, 32, 64, 80, 128];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
mkdirSync(TARGET, { recursive: true });
for (const file of readdirSync(SOURCE)) {
  const name = file.replace(/\.svg$/, "");
  for (const size of name === "app" ? ADD_IN_SIZES : BUTTON_SIZES) await draw(name, size);
}
await browser.close();

async function draw(name, size) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(`${SOURCE}/${name}.svg`, "utf8").replace("<svg ", `<svg width="${size}" height="${size}" `);
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: `${TARGET}/${name}-${size}.png`, omitBackground: true });
  await page.close();
}
