import { Button, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { Explanation } from "../../workbook/actions";
import { useWork } from "../work";
import { copyWorkPaper, workPaperOf } from "../workPaper";

/** Takes the working along: as text and as tables, for a work paper. */
export function CopyWorking({ explained }: { readonly explained: Explanation }) {
  const { fail } = useWork();
  const [copied, setCopied] = useState<Explanation>();
  const copy = () => copyWorkPaper(workPaperOf(explained)).then(() => setCopied(explained), fail);
  return (
    <>
      <Button onClick={() => void copy()}>Copy the working</Button>
      <div role="status" aria-live="polite">
        {copied === explained && <Text>Copied: paste it into a sheet or a document.</Text>}
      </div>
    </>
  );
}
