import { readFileSync } from "node:fs";
import type { ExcelHost, RequestBody } from "./excelHost";

/**
 * Loads Microsoft's own client of Excel and connects it to a host of ours. All that goes over the wire is real: proxy
 * objects, what must be loaded before it is read, the checks of arguments, one request a sync.
 *
 * @returns the requests sent, as they are sent
 */
export function connectExcel(host: ExcelHost): RequestBody[] {
  const sent: RequestBody[] = [];
  const globals = globalThis as any;
  if (!globals.OfficeExtension) {
    const client = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js"), "utf8");
    (0, eval)(
      `var Office = globalThis.Office || {}; var OSF = {};\n${client}\n;globalThis.Excel = Excel; globalThis.OfficeExtension = OfficeExtension;`,
    );
  }
  // An Excel that can all that is asked of it; a test of an older one says so itself.
  globals.Office = { ...globals.Office, context: { requirements: { isSetSupported: () => true } } };
  globals.OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "http://document.localhost/", headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: async (_data: unknown, flags: number, message: { Body: RequestBody }) => {
        sent.push(message.Body);
        return { Headers: {}, ...(await host.answerAfterEdit(message.Body, flags)) };
      },
    }),
  };
  return sent;
}
