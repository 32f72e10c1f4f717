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

/** A busy machine is no fault of the pane. */
configure({ asyncUtilTimeout: 20_000 });
