import { dirname } from "node:path";

/** How to load the add-in into each Excel, given where its manifest lies and where its files are served. */
export function sideloading(manifest, origin) {
  return `Excel on Windows
  1. Share the folder ${dirname(manifest)}
     (right-click it, Properties, Sharing, Share) and note its network path, such as \\\\PC\\excel.
  2. In Excel: File, Options, Trust Center, Trust Center Settings, Trusted Add-in Catalogs.
     Enter the network path as Catalog Url, press Add catalog, tick Show in Menu, press OK, restart Excel.
  3. Home, Add-ins, More Add-ins, Shared Folder: choose Tieout, press Add.
  Shorter, where it may be installed: npx office-addin-debugging start "${manifest}" desktop

Excel on the Mac
  1. mkdir -p ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef
  2. cp "${manifest}" ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/tieout.xml
  3. Restart Excel; Home, Add-ins: choose Tieout under Developer Add-ins.

Excel on the web
  1. Open ${origin}/taskpane.html in the same browser, so that you know it trusts the certificate.
  2. In a workbook: Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in.
  3. Choose ${manifest} and press Upload.

Then the ribbon has a tab Tieout. Try =LOANBALANCE(DATE(2000,9,12)): it shows 40483.
After a change of the functions' help, raise the version in manifest.xml: Excel keeps the old help for a day.`;
}
