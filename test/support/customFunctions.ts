/** The part of Excel's runtime that the functions touch. */
import "../../src/engine/customFunctionsRuntime";
