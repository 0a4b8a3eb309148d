/** Frontier. */
export default function Frontier() {
  return <p>{"…"}</p>;
}
