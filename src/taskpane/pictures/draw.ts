import type { Picture } from "../../workbook/pictures/picture";
import { drawColumns } from "./columns";
import type { Drawing, Size } from "./drawing";
import { drawLine } from "./line";
import { drawWaterfall } from "./waterfall";

/** A picture as shapes within a size; a waterfall is as high as its steps need. */
export function draw(picture: Picture, size: Size): Drawing {
  switch (picture.kind) {
    case "columns":
      return drawColumns(picture, size);
    case "line":
      return drawLine(picture, size);
    case "waterfall":
      return drawWaterfall(picture, size);
  }
}
