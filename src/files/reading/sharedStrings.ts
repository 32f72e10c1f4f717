import { walkXml } from "../archive/xml";

/** The texts that cells refer to by their place. Of rich text the letters are read; its phonetic guide is not. */
export function readSharedStrings(xml: string, part: string): string[] {
  const texts: string[] = [];
  let text = "";
  let isText = false;
  let guides = 0;
  walkXml(xml, part, {
    opened(name) {
      if (name === "si") text = "";
      if (name === "rPh") guides++;
      isText = name === "t" && guides === 0;
    },
    closed(name) {
      if (name === "si") texts.push(unescaped(text));
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
