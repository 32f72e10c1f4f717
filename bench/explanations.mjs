/** Why a target is missed, by task: each from a measurement. */
export const EXPLANATIONS = {};
