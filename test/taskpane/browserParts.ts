import { Blob } from "node:buffer";
import { deserialize, serialize } from "node:v8";
import { configure } from "@testing-library/react";

/** What a browser has and jsdom has not. */
Object.assign(globalThis, {
  IS_REACT_ACT_ENVIRONMENT: true,
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
  structuredClone: (value: unknown) => deserialize(serialize(value)),
  Blob,
});

/**
 * jsdom lays nothing out: of a rule it matters only whether an element is there, can be seen and can be pressed. To match every
 * element with the thousands that say how it looks takes half the time of these tests.
 */
const OF_PRESENCE =
  /[{;\s](display|visibility|opacity|position|clip|clip-path|overflow|pointer-events|user-select|content)\s*:/;
const insertRule = CSSStyleSheet.prototype.insertRule;
CSSStyleSheet.prototype.insertRule = function (this: CSSStyleSheet, rule, index) {
  return OF_PRESENCE.test(rule) ? insertRule.call(this, rule, index) : 0;
};

/** A busy machine is no fault of the pane. */
configure({ asyncUtilTimeout: 20_000 });
