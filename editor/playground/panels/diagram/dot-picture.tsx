/** A diagram of stocks and flows, drawn and coloured by the page's theme. */
import { useEffect, useState } from "preact/hooks";
import { dotSvg } from "./graphviz.ts";
import "../../look/diagram.css";

interface Props {
  readonly dot: string;
  /** Its text for those who cannot see it. */
  readonly label: string;
}

export function DotPicture({ dot, label }: Props) {
  const [svg, setSvg] = useState("");
  useEffect(() => {
    let gone = false;
    void dotSvg(dot).then((drawn) => {
      if (!gone) setSvg(drawn);
    });
    return () => {
      gone = true;
    };
  }, [dot]);
  // Graphviz escapes every text of the diagram.
  return <div class="dot-picture" role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: svg }} />;
}
