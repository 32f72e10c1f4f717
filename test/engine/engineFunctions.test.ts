import { engineFunctions } from "../../src/engine/engineFunctions";
import { catalogue } from "../../src/functions/catalogue";

const { executors, descriptions } = engineFunctions();

test.each(catalogue)(
  "$id can be called, and its help is what the catalogue says",
  ({ id, description, parameters }) => {
    const help = descriptions.find(({ functionName }) => functionName === id);

    expect(executors.map(([, name]) => name)).toContain(id);
    expect(help).toMatchObject({ description, abstract: description });
    expect(help?.functionParameter.map(({ name, detail }) => [name, detail])).toEqual(
      parameters.map((parameter) => [parameter.name, parameter.description]),
    );
    expect(help?.functionParameter.map(({ require }) => !require)).toEqual(
      parameters.map(({ optional = false }) => optional),
    );
  },
);

test("the engine's own help stands for the functions that are corrected", () => {
  expect(executors.map(([, name]) => name)).toEqual(expect.arrayContaining(["EDATE", "ISOWEEKNUM"]));
  expect(descriptions).toHaveLength(catalogue.length);
});
