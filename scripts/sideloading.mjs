import { dirname } from "node:path";

/** How to load the add-in into each Excel, given where its manifest lies and what is served; see publication.js. */
export function sideloading(manifest, { address, id, name, namespace }) {
  const prefix = namespace ? `${namespace}.` : "";
  return `Excel on Windows
  1. npx office-addin-debugging start "${manifest}" desktop --app excel
     registers the add-in for your account and opens Excel; "stop" in place of "start" takes it away again.
  Without npx, in a command prompt, then restart Excel and look under Home, Add-ins:
     reg add HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer /v ${id} /t REG_SZ /d "${manifest}" /f
  A shared folder, last: File, Options, Trust Center, Trust Center Settings, Trusted Add-in Catalogs takes the network
     path of ${dirname(manifest)}. Excel 2607 did not load functions that came this way (office-js #6824).

Excel on the Mac
  1. mkdir -p ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef
  2. cp "${manifest}" ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/tieout-dev.xml
  3. Restart Excel; Home, Add-ins: choose ${name} under Developer Add-ins.

Excel on the web
  1. Open ${address}/taskpane.html in the same browser, so that you know it trusts the certificate.
  2. In a workbook: Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in.
  3. Choose ${manifest} and press Upload.

Then the ribbon has a tab ${name}. Try =${prefix}LOANBALANCE(DATE(2000,9,12)): it shows 40483.
${namespace ? `The functions carry the prefix ${namespace}, which keeps them apart from an installed copy; NAMESPACE= (empty) leaves it out.` : "The functions carry no prefix; where a copy is installed already, Excel takes only one of the two."}
After a change of the functions' help, raise the version in manifest.xml: Excel keeps the old help for a day.`;
}
