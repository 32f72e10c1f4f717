/**
 * In Univer 0.25.1 VLOOKUP and HLOOKUP, where they are to match exactly, take a blank cell for 0 and the text "5" for 5.
 * Here a number is found among numbers only, text among text, as in Excel; * and ? stand for any characters, as there.
 */
import { BaseFunction, ErrorType, NumberValueObject } from "@univerjs/engine-formula";
import { errorValue } from "../cellValues";
import { patternPlace } from "../natives/search";
import { cellAt, columnsIn } from "../natives/taken";

BaseFunction.prototype.equalSearch = function (value, searched, answers, isFirst = true) {
  const sought = value.isNull() ? NumberValueObject.create(0) : value; // a blank cell that is looked for is 0
  const place = patternPlace(sought, searched, isFirst ? "forwards" : "backwards");
  if (place === undefined) return errorValue(ErrorType.NA);
  const columns = columnsIn(searched);
  return cellAt(answers, Math.floor(place / columns), place % columns);
};
