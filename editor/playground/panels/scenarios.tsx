/** Scenarios. */
export default function Scenarios() {
  return <p>{"…"}</p>;
}
