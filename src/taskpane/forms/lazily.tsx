import { Spinner } from "@fluentui/react-components";
import { lazy, Suspense, type ComponentType } from "react";

/** A part of the pane that is loaded when it is first shown. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  return function Lazily(props: Props) {
    return (
      <Suspense fallback={<Spinner label="Loading the form…" />}>
        <Part {...props} />
      </Suspense>
    );
  };
}
