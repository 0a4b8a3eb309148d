/** Diagram. */
export default function Diagram() {
  return <p>{"…"}</p>;
}
