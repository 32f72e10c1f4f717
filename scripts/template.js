/**
 * Fills the {{blanks}} of a text, each once and by its name.
 *
 * @param {string} text
 * @param {Readonly<Record<string, string>>} values
 * @throws when a blank has no value, so that none is ever published
 */
function filled(text, values) {
  return text.replace(/\{\{(\w+)\}\}/g, (_blank, name) => {
    if (!Object.hasOwn(values, name)) throw new Error(`there is no value for {{${name}}}`);
    return values[name];
  });
}

module.exports = { filled };
