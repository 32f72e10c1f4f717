/**
 * TEXT. The engine's (Univer 0.25.1) rounds the double (TEXT(1.005,"0.00") is 1.00), writes True, shows a number where the
 * format is "", and a date or a time where Excel has none.
 */
import { isDateFormat, isValidFormat } from "numfmt";
import { cellError } from "../cellValues";
import { formattedText } from "../numberFormats";
import { native, type Native } from "./native";
import { LAST_SERIAL } from "./serialCalendar";
import { refused, type Taken } from "./taken";

/** A number, or text that stands for none; TRUE and FALSE are words. */
const shown: Taken<number | string> = {
  read: (_name, value) => {
    if (value === undefined || value.isNull()) return 0;
    if (value.isError()) throw cellError(value);
    if (value.isBoolean()) return value.getValue() ? "TRUE" : "FALSE";
    const converted = value.isString() ? value.convertToNumberObjectValue() : value;
    return converted.isError() ? String(value.getValue()) : Number(converted.getValue());
  },
};

const numberFormat: Taken<string> = {
  read: (name, value) => {
    if (value === undefined || value.isNull()) return "";
    if (value.isError()) throw cellError(value);
    const text = String(value.getValue());
    if (!value.isBoolean() && isValidFormat(text)) return text;
    throw refused("#VALUE!", name, "must be a number format", value.getValue());
  },
};

export const text: Native = native("TEXT", { value: shown, format_text: numberFormat }, ({ value, format_text }) => {
  if (format_text === "") return "";
  const isDate = typeof value === "number" && isDateFormat(format_text);
  if (isDate && (value < 0 || value >= LAST_SERIAL + 1)) {
    throw refused("#VALUE!", "value", "must be a date from 1900 to 9999 or a time", value);
  }
  return formattedText(format_text, value);
});
