/** What Excel asks of a manifest and no schema can see; one function a subject, each answering sentences. */
const { DOMParser } = require("@xmldom/xmldom");
const { problemsOfNames } = require("./functionNames.js");

/**
 * Everything that is wrong with a manifest, one sentence each.
 *
 * @param {string} text the manifest
 * @param addIn what it describes: the `version` of the package, the `metadata` of the functions, and `published`, which
 *   gives the file that the build publishes at a path, or undefined
 */
function problemsOf(text, addIn) {
  const { document, problems } = parsed(text);
  if (!document) return problems;
  return [identity, strings, addresses, icons, requirements, sharedRuntime, functions, ribbon].flatMap((rule) =>
    rule(readerOf(document), addIn),
  );
}

function parsed(text) {
  const problems = [];
  const parser = new DOMParser({
    onError: (_level, message) => problems.push(`not well-formed: ${message.split("\n")[0]}`),
  });
  try {
    const document = parser.parseFromString(text, "text/xml");
    return problems.length > 0 ? { problems } : { document, problems };
  } catch {
    return { problems };
  }
}

/** Elements by their local name, whatever their namespace. */
function readerOf(document) {
  const all = (name, root = document) => Array.from(root.getElementsByTagNameNS("*", name));
  const resources = [...all("Url"), ...all("String"), ...all("Image")].filter((element) => element.hasAttribute("id"));
  const ofId = new Map(resources.map((element) => [element.getAttribute("id"), element]));
  const resid = (element) => element?.getAttribute("resid") ?? undefined;
  return {
    all,
    first: (name, root) => all(name, root)[0],
    textOf: (name) => all(name)[0]?.textContent.trim() ?? "",
    resources,
    resid,
    resourceOf: (element) => ofId.get(resid(element)),
  };
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

function identity({ textOf }, { version }) {
  const [id, declared] = [textOf("Id"), textOf("Version")];
  return [
    ...unless(GUID.test(id), `Id "${id}" is not a GUID`),
    ...unless(/^\d{1,5}(\.\d{1,5}){3}$/.test(declared), `Version "${declared}" is not four numbers`),
    ...unless(declared.startsWith(`${version}.`), `Version ${declared} does not begin with package.json's ${version}`),
  ];
}

/** Which kind of resource each element refers to, by the group that holds it. */
const GROUP_OF = {
  Image: "Images",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  Runtime: "Urls",
  LearnMoreUrl: "Urls",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
};
const LONGEST = { ShortStrings: 125, LongStrings: 250, DisplayName: 125, Description: 250, ProviderName: 125 };

function strings({ all, textOf, resources, resid, resourceOf }) {
  const referring = all("*").filter((element) => resid(element));
  const used = new Set(referring.map(resid));
  const lengths = [
    ...resources.map((element) => [
      element.getAttribute("id"),
      element.parentNode.localName,
      element.getAttribute("DefaultValue"),
    ]),
    ...["DisplayName", "Description"].map((name) => [name, name, all(name)[0]?.getAttribute("DefaultValue") ?? ""]),
    ["ProviderName", "ProviderName", textOf("ProviderName")],
  ];
  return [
    ...referring.flatMap((element) => misreference(element, resid(element), resourceOf(element))),
    ...duplicates(resources.map((element) => element.getAttribute("id"))).map(
      (id) => `resource ${id} is declared twice`,
    ),
    ...resources
      .map((element) => element.getAttribute("id"))
      .flatMap((id) => [
        ...unless(id.length <= 32, `resource id ${id} is longer than 32 characters`),
        ...unless(used.has(id), `resource ${id} is never used`),
      ]),
    ...lengths.flatMap(([name, kind, value]) => [
      ...unless(value !== "", `${name} is empty`),
      ...unless(
        value.length <= (LONGEST[kind] ?? 2048),
        `${name} has ${value.length} characters; at most ${LONGEST[kind] ?? 2048}`,
      ),
    ]),
  ];
}

function misreference(element, id, resource) {
  const expected = GROUP_OF[element.localName];
  if (!resource) return [`${element.localName} refers to ${id}, which is no resource`];
  const group = resource.parentNode.localName;
  return unless(
    !expected || group === expected,
    `${element.localName} refers to ${id} of ${group}; it takes one of ${expected}`,
  );
}

/** Addresses of Excel's own schemas are names, not addresses. */
function addresses({ all }, { metadata, published }) {
  const stated = all("*")
    .filter((element) =>
      ["Url", "Image", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"].includes(element.localName),
    )
    .filter((element) => element.hasAttribute("DefaultValue"))
    .map((element) => element.getAttribute("DefaultValue"));
  const urls = [...stated, ...metadata.functions.flatMap(({ helpUrl }) => helpUrl ?? [])];
  const parsedUrls = urls.filter((url) => URL.canParse(url)).map((url) => new URL(url));
  const [origin] = parsedUrls.map((url) => url.origin);
  return [
    ...urls.filter((url) => !URL.canParse(url)).map((url) => `"${url}" is no address`),
    ...parsedUrls.flatMap((url) => [
      ...unless(url.protocol === "https:", `${url} is not https`),
      ...unless(url.origin === origin, `${url} is not at ${origin} like the rest`),
      ...unless(published(url.pathname), `${url} is not published by the build`),
    ]),
  ];
}

/**
 * The first set in which Excel takes errors and data types where a function declares "any". Older Excels read the
 * metadata all the same, and then fail: see office-js #4385, #5959 and #3504.
 */
const TAKES_DATA_TYPES = "1.4";

function requirements({ all, first }, { metadata }) {
  const required = new Map(
    all("Set").map((set) => [
      set.getAttribute("Name"),
      set.getAttribute("MinVersion") || first("Sets").getAttribute("DefaultMinVersion") || "1.1",
    ]),
  );
  const runtime = required.get("CustomFunctionsRuntime");
  const flags = ["allowErrorForDataTypeAny", "allowCustomDataForDataTypeAny"].filter((flag) => metadata[flag]);
  const isOld = runtime !== undefined && runtime.localeCompare(TAKES_DATA_TYPES, "en", { numeric: true }) < 0;
  return [
    ...["SharedRuntime", "CustomFunctionsRuntime"].flatMap((set) =>
      unless(required.has(set), `Requirements do not name the set ${set}`),
    ),
    ...unless(
      !isOld || flags.length === 0,
      `Requirements ask for CustomFunctionsRuntime ${runtime}; functions.json says ${flags.join(" and ")}, which need ` +
        `${TAKES_DATA_TYPES}: with less, the add-in is offered to Excels that crash as they read them (LTSC 2021) or show #VALUE! for every table (2021, 2024)`,
    ),
  ];
}

const BUTTON_SIZES = ["16", "32", "80"];

function icons({ all, first, resourceOf }, { published }) {
  const sized = all("Image")
    .filter((element) => element.hasAttribute("size") && resourceOf(element))
    .map((element) => [resourceOf(element).getAttribute("DefaultValue"), Number(element.getAttribute("size"))]);
  const listed = [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ].map(([name, size]) => [first(name)?.getAttribute("DefaultValue"), size]);
  return [
    ...all("Icon").flatMap((icon) => {
      const sizes = all("Image", icon).map((image) => image.getAttribute("size"));
      const owner = icon.parentNode.getAttribute("id");
      return BUTTON_SIZES.filter((size) => !sizes.includes(size)).map(
        (size) => `${owner} has no icon of ${size} pixels`,
      );
    }),
    ...[...sized, ...listed].flatMap(([url, size]) => wrongSize(url, size, published)),
  ];
}

function wrongSize(url, size, published) {
  const file = URL.canParse(url ?? "") ? published(new URL(url).pathname) : undefined;
  if (!file) return [];
  if (file.subarray(1, 4).toString("latin1") !== "PNG") return [`${url} is not a PNG file`];
  // The header chunk comes first: width and height are the two numbers at 16 and 20.
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  return unless(
    width === size && height === size,
    `${url} is ${width} by ${height} pixels; ${size} by ${size} is declared`,
  );
}

/** One page runs functions, buttons and task pane; each place that names a page must name that one. */
function sharedRuntime({ all, first, resid, resourceOf }) {
  const runtime = first("Runtime");
  if (!runtime) return ["there is no Runtime, so functions and task pane would not share their state"];
  const page = resourceOf(runtime)?.getAttribute("DefaultValue");
  const inside = (name) => first(name) && first("SourceLocation", first(name));
  const places = [
    first("FunctionFile"),
    inside("Page"),
    ...all("Action").flatMap((action) => all("SourceLocation", action)),
  ];
  const base = inside("DefaultSettings")?.getAttribute("DefaultValue");
  return [
    ...unless(runtime.getAttribute("lifetime") === "long", "Runtime is not of long lifetime, so it is not shared"),
    ...places.flatMap((place) =>
      unless(
        resid(place) === resid(runtime),
        `${nameOf(place)} is ${resid(place) ?? "missing"}; the shared runtime is ${resid(runtime)}`,
      ),
    ),
    ...unless(base === page, `DefaultSettings opens ${base}; the shared runtime is ${page}`),
    ...all("TaskpaneId").map(() => "TaskpaneId is not for a shared runtime, which has one task pane"),
  ];
}

function nameOf(element) {
  return element?.localName === "FunctionFile"
    ? "FunctionFile"
    : `SourceLocation of ${element?.parentNode.localName ?? "Page"}`;
}

function functions({ all, first, resourceOf }, { metadata }) {
  const declared = metadata.functions;
  const point = all("ExtensionPoint").find((element) => element.getAttribute("xsi:type") === "CustomFunctions");
  if (!point) return ["there is no extension point for custom functions"];
  const namespace = resourceOf(first("Namespace", point))?.getAttribute("DefaultValue");
  return [
    ...["Script", "Page", "Metadata"].flatMap((name) => unless(first(name, point), `custom functions have no ${name}`)),
    ...unless(
      namespace === undefined || /^[A-Za-z][A-Za-z0-9.]*$/.test(namespace),
      `Namespace "${namespace}" is not letters, digits and dots`,
    ),
    ...unless(declared.length > 0, "functions.json declares no function"),
    ...problemsOfNames(declared.map(({ id }) => id)),
  ];
}

function ribbon({ all, first }) {
  const ids = ["CustomTab", "Group", "Control"]
    .flatMap((name) => all(name))
    .map((element) => element.getAttribute("id"));
  return [
    ...duplicates(ids).map((id) => `ribbon id ${id} is used twice`),
    ...ids.flatMap((id) => unless(id.length <= 125, `ribbon id ${id} is longer than 125 characters`)),
    ...all("CustomTab").flatMap((tab) => unless(all("Group", tab).length <= 10, "a tab has at most 10 groups")),
    ...all("Control").flatMap((control) =>
      unless(
        !isFunctionCall(control, first) || first("FunctionName", control)?.textContent.trim(),
        `${control.getAttribute("id")} calls no function`,
      ),
    ),
  ];
}

function isFunctionCall(control, first) {
  return first("Action", control)?.getAttribute("xsi:type") === "ExecuteFunction";
}

function duplicates(items) {
  return items.filter((item, index) => items.indexOf(item) !== index);
}

function unless(holds, problem) {
  return holds ? [] : [problem];
}

module.exports = { problemsOf };
