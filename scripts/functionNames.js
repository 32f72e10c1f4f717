/** A letter, then letters, digits, dots and underscores: three to 128 characters in all. */
const NAME = /^[A-Z][A-Z0-9._]{2,127}$/;
const CELL_REFERENCE = /^[A-Z]{1,3}\d{1,7}$|^R\d*C\d*$/;

/** What Excel would refuse in the names of custom functions, and what the metadata generator lets pass. */
function problemsOfNames(ids) {
  return [
    ...ids
      .filter((id) => !NAME.test(id))
      .map((id) => `${id}: a name is three upper-case letters or more; digits, dots and underscores may follow`),
    ...ids.filter((id) => CELL_REFERENCE.test(id)).map((id) => `${id}: looks like a cell reference`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: declared twice`),
  ];
}

module.exports = { problemsOfNames };
