import { developmentPublication, idOf, OFFICE_JS, publication, publicationOf } from "../../scripts/publication";

const origin = "https://tieout.example.com";

test.each([
  // as typed, the address that everything is published below
  ["https://tieout.example.com", "https://tieout.example.com"],
  ["https://tieout.example.com/", "https://tieout.example.com"],
  ["https://Intranet.Example.com/tieout", "https://intranet.example.com/tieout"],
  ["https://intranet.example.com/apps/tieout//", "https://intranet.example.com/apps/tieout"],
  ["https://intranet.example.com:8443/tieout_2/", "https://intranet.example.com:8443/tieout_2"],
  ["https://intranet.example.com/apps/../tieout", "https://intranet.example.com/tieout"],
])("%s is the address %s", (typed, address) => {
  expect(publication({ origin: typed }).address).toBe(address);
});

test.each([
  "",
  "tieout",
  "tieout.example.com",
  "http://tieout.example.com",
  "ftp://tieout.example.com",
  "https://user@tieout.example.com",
  "https://user:secret@tieout.example.com",
  "https://tieout.example.com?copy=2",
  "https://tieout.example.com/?",
  "https://tieout.example.com/#top",
  "https://tieout.example.com/our tools",
  "https://tieout.example.com/%22/x",
  'https://tieout.example.com/"/x',
])("the address %j is refused", (typed) => {
  expect(() => publication({ origin: typed })).toThrow(
    `origin must be an https address such as https://tieout.example.com or https://intranet.example.com/tieout, without user name, query or fragment, its path of letters, digits and - . _ ~; received "${typed}"`,
  );
});

test.each([
  [
    { namespace: "AC ME" },
    'namespace must be 1 to 32 letters, digits and dots that begin with a letter; received "AC ME"',
  ],
  [{ namespace: '"/><x' }, "namespace must be"],
  [{ namespace: "1ACME" }, "namespace must be"],
  [{ name: " " }, 'name must be 1 to 64 characters on one line; received " "'],
  [{ name: "x".repeat(65) }, "name must be 1 to 64 characters"],
  [{ name: "Tieout\nfor Acme" }, "name must be 1 to 64 characters on one line"],
  [{ support: "excel@example.com" }, "support must be a mailto: or https: address"],
  [{ support: "mailto:excel" }, "support must be a mailto: or https: address"],
  [{ support: "http://help.example.com" }, "support must be a mailto: or https: address"],
  [{ support: "javascript:alert(1)" }, "support must be a mailto: or https: address"],
  [{ cloud: "moon" }, 'cloud must be one of public, gcc, gcch, dod; received "moon"'],
  [{ cloud: "toString" }, "cloud must be one of"],
])("%j is refused", (choices, message) => {
  expect(() => publication({ origin, ...choices })).toThrow(message);
});

test("what is left out is the add-in as it is known", () => {
  expect(publication({ origin })).toEqual({
    address: origin,
    id: "1cb4ede4-9d7a-59ac-8c8b-389769b1e831",
    namespace: "",
    name: "Tieout",
    support: "",
    officeJs: OFFICE_JS.public,
  });
});

// Python 3: uuid.uuid5(uuid.NAMESPACE_URL, address)
test.each([
  ["https://localhost", "cf27a617-a32e-540a-b95b-0945e692ee56"],
  ["https://tieout.example.com", "1cb4ede4-9d7a-59ac-8c8b-389769b1e831"],
  ["https://intranet.example.com/tieout", "20058ac1-ee57-5456-b1db-32db641010bc"],
])("the Id of %s is its UUID of version 5", (address, id) => {
  expect(idOf(address)).toBe(id);
});

describe("the copy of npm run excel", () => {
  test("has an Id, a name and a prefix of its own, whatever its port", () => {
    const mine = developmentPublication({});

    expect(mine).toMatchObject({ address: "https://localhost:3001", name: "Tieout (dev)", namespace: "DEV" });
    expect(developmentPublication({ PORT: "3005" })).toEqual({ ...mine, address: "https://localhost:3005" });
    expect(mine.id).not.toBe(publication({ origin }).id);
  });

  test("takes another prefix, or none", () => {
    expect(developmentPublication({ NAMESPACE: "ACME" }).namespace).toBe("ACME");
    expect(developmentPublication({ NAMESPACE: "" }).namespace).toBe("");
  });

  test.each(["high", "0", "65536", "3.5"])("refuses the port %s", (PORT) => {
    expect(() => developmentPublication({ PORT })).toThrow(
      `PORT must be a whole number from 1 to 65535; received "${PORT}"`,
    );
  });

  test("is what the environment asks for without an ORIGIN", () => {
    expect(publicationOf({})).toEqual(developmentPublication({}));
    expect(publicationOf({ ORIGIN: origin, NAMESPACE: "ACME" })).toEqual(publication({ origin, namespace: "ACME" }));
  });
});
