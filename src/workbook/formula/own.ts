import { catalogue } from "../../functions/catalogue";
import { OwnFunctions } from "./ownFunctions";

/** Every function of Tieout in formulas, by its bare name. */
export const own = new OwnFunctions(catalogue.map(({ id }) => id));
