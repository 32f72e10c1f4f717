import type { IDisposable, Injector } from "@univerjs/core";
import { IFormulaRuntimeService } from "@univerjs/engine-formula";

/**
 * Calls the listener when a calculation meets formulas that refer to one another in a circle. Univer 0.25.1 goes round
 * such a circle once and shows what that gives, as if it were an answer; Excel warns its user.
 */
export function onCircularReference(injector: Injector, listener: () => void): IDisposable {
  const runtime = injector.get(IFormulaRuntimeService);
  const enable = runtime.enableCycleDependency;
  runtime.enableCycleDependency = () => {
    enable.call(runtime);
    listener();
  };
  return { dispose: () => void (runtime.enableCycleDependency = enable) };
}
