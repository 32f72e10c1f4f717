/**
 * How much work a calculation is, counted and not timed: V8 counts how often each block of the sources runs, and the sum of
 * these counts grows with the work as its time does, on any machine and however busy. What happens inside a method of the
 * language, such as a sort, is one count.
 */
import { Session, type Profiler } from "node:inspector";
import { setFlagsFromString } from "node:v8";

const SOURCES = /[\\/]src[\\/](core|functions|workbook)[\\/]/;

export function countedOperations(run: () => void): number {
  setFlagsFromString("--no-opt"); // code that the compiler has optimized counts no more
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  run();
  let counted: Profiler.ScriptCoverage[] = [];
  session.post("Profiler.takePreciseCoverage", (_fault, { result }) => (counted = result));
  session.post("Profiler.stopPreciseCoverage");
  session.disconnect();
  setFlagsFromString("--opt");
  return counted
    .filter(({ url }) => SOURCES.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0);
}
