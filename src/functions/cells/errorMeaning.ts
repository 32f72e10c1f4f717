/** What an error value says where no function of ours gave words to it. */
export const ERROR_MEANING: Readonly<Record<string, string>> = {
  "#DIV/0!": "a number is divided by zero",
  "#N/A": "no value is available, or a function has too few or too many arguments",
  "#NAME?": "the formula holds a name that is not known here",
  "#NULL!": "the ranges have no cell in common",
  "#NUM!": "a number is out of the bounds of the function",
  "#REF!": "a reference points outside the sheet",
  "#SPILL!": "there are cells in the way of the rows that the formula answers",
  "#VALUE!": "a value is of the wrong kind for its place in the formula",
  "#CALC!": "the calculation has no value to give",
  "#CYCLE!": "the formula depends on its own cell",
};
