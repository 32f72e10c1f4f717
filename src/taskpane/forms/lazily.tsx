import { Button, Spinner, Text } from "@fluentui/react-components";
import { useEffect, useState, type ComponentType } from "react";

/** A part of the pane that is loaded when it is first shown; where that fails, it says so, and may be asked again. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return function Lazily(props: Props) {
    const [part, setPart] = useState<Loaded<Props> | "failed">();
    useEffect(() => {
      if (part !== undefined) return undefined;
      let isGone = false;
      const become = (now: Loaded<Props> | "failed") => {
        if (!isGone) setPart(now);
      };
      load().then(
        (Part) => become({ Part }),
        () => become("failed"),
      );
      return () => {
        isGone = true;
      };
    }, [part]);
    if (part === undefined) return <Spinner label="Loading the form…" />;
    return part === "failed" ? <NotLoaded again={() => setPart(undefined)} /> : <part.Part {...props} />;
  };
}

interface Loaded<Props> {
  readonly Part: ComponentType<Props>;
}

function NotLoaded({ again }: { readonly again: () => void }) {
  return (
    <div role="alert">
      <Text as="p" block>
        The form could not be loaded: the server that it comes from does not answer. The workbook is as it was.
      </Text>
      <Button onClick={again}>Try again</Button>
    </div>
  );
}
