/** Program. */
export default function Program() {
  return <p>{"…"}</p>;
}
