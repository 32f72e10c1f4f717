import { excelBook } from "./excelSheet";
import type { OpenBook } from "../../workbook/book/book";
import { namespaced } from "./namespaced";

/** The prefix of the functions, fixed when the add-in is built; "" for bare names. */
export const NAMESPACE = process.env["NAMESPACE"] ?? "";

/** The workbook that is open in Excel. */
export const book: OpenBook = NAMESPACE === "" ? excelBook : namespaced(excelBook, NAMESPACE);
