import { walkXml } from "../archive/xml";

/**
 * The texts that cells refer to by their place. Of rich text the letters are read; its phonetic guide is not.
 *
 * @param metRich hears of each text whose letters have formats of their own
 */
export function readSharedStrings(xml: string, part: string, metRich: () => void): string[] {
  const texts: string[] = [];
  let text = "";
  let isRich = false;
  let isText = false;
  let guides = 0;
  walkXml(xml, part, {
    opened(name) {
      if (name === "si") [text, isRich] = ["", false];
      if (name === "rPr") isRich = true;
      if (name === "rPh") guides++;
      isText = name === "t" && guides === 0;
    },
    closed(name) {
      if (name === "si") texts.push(unescaped(text));
      if (name === "si" && isRich) metRich();
      if (name === "rPh") guides--;
      isText = false;
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  return texts;
}

/** Excel writes characters that XML does not allow as _x0007_, and such letters themselves as _x005F_x0007_. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
