/** Report. */
export default function Report() {
  return <p>{"…"}</p>;
}
