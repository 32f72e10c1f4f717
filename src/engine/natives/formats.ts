/** Numbers with the number formats that Excel gives them in a cell without a format of its own. */
import { DATE_FORMAT, type FormattedNumber } from "../../functions/cells/answer";

const inFormat =
  (numberFormat: string) =>
  (basicValue: number): FormattedNumber => ({
    type: "Double",
    basicValue,
    numberFormat,
  });

export const currency = inFormat('"$"#,##0.00_);[Red]("$"#,##0.00)');
export const percent = inFormat("0%");
/** Excel shows the bare serial; a date is shown here as ours are. */
export const dateOfSerial = inFormat(DATE_FORMAT);
