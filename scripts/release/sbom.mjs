import { Contrib, Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";

const licences = new Contrib.License.Factories.LicenseFactory();

/**
 * The bill of materials of a release (CycloneDX 1.6): each package whose code stands in its scripts. It holds no time and no
 * serial number, so that the same release has the same bytes.
 *
 * @param {{ name: string, version: string, license: string }[]} packages
 * @param {{ name: string, version: string }} product
 */
export function sbom(packages, product) {
  const bom = new Models.Bom();
  bom.metadata.component = component(Enums.ComponentType.Application, { ...product, license: "MIT" });
  for (const one of packages) {
    const library = component(Enums.ComponentType.Library, one);
    bom.components.add(library);
    bom.metadata.component.dependencies.add(library.bomRef);
  }
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function component(type, { name, version, license }) {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const made = new Models.Component(type, name, { version, bomRef: purl });
  if (type === Enums.ComponentType.Library) made.purl = purl;
  made.licenses.add(licences.makeFromString(license));
  return made;
}
