/** The first script of the page, and a small one: Excel has the functions before the task pane is even read. */
import { registerFunctions } from "./registration";

registerFunctions();
