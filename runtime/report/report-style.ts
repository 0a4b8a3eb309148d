/** The style of a report's own file: for reading, by day and by night, on a wide and on a small screen, and for print. */
import { darkChartStyle } from "../charts/look.ts";

const light = `color-scheme: light; --ground: #fff; --text: #1d2126; --muted: #59626b; --line: #e0e3e5; --strong: #7d8690; --accent: #00609c; --soft: #e3eff8; --good: #00704f; --bad: #b3261e; --blue: #0072b2; --green: #009e73; --vermillion: #d55e00;`;
const dark = `color-scheme: dark; --ground: #15181c; --text: #e2e5e8; --muted: #a1aab3; --line: #2c3238; --strong: #747e88; --accent: #6fbdf0; --soft: #16303f; --good: #3fcf9f; --bad: #ff9a8f; --blue: #56b4e9; --green: #2cc295; --vermillion: #f58148;`;

export function reportStyle(): string {
  return `:root { ${light} }
@media screen and (prefers-color-scheme: dark) {
:root { ${dark} }
${darkChartStyle(".chart .picture")}}
* { box-sizing: border-box; }
body { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; background: var(--ground); color: var(--text); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: break-word; }
h1 { margin: 0 0 1rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.35rem; line-height: 1.3; }
h3 { margin: 1.75rem 0 0.5rem; font-size: 1.1rem; }
h4 { margin: 1.25rem 0 0.25rem; font-size: 1rem; }
article + article, main > section { margin-top: 3rem; border-top: 1px solid var(--line); }
p, main li { max-width: 44rem; }
a { color: var(--accent); }
nav h2, footer h2 { margin: 0 0 0.5rem; font-size: 1rem; }
nav { font-size: 0.9rem; line-height: 1.45; }
nav ol { margin: 0; padding: 0; list-style: none; }
nav li { margin: 0.35rem 0; }
nav ol ol { margin: 0.25rem 0 0.75rem; padding-left: 0.75rem; border-left: 2px solid var(--line); }
nav a { color: inherit; text-decoration: none; }
nav a:hover { color: var(--accent); text-decoration: underline; }
.label, .name, .sentence, .note, .actual, footer, summary { color: var(--muted); }
.name { float: right; margin-left: 1rem; font: 0.8rem/1.9 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
figure { margin: 2rem 0; break-inside: avoid; }
figure.table { break-inside: auto; }
figcaption { display: flow-root; margin-bottom: 0.5rem; break-after: avoid; }
.label { margin-right: 0.35rem; }
.sentence { margin: 0.5rem 0; }
.note, .actual, summary, footer { font-size: 0.875rem; }
.note { margin: 0.4rem 0; }
details { margin-top: 0.5rem; }
summary { cursor: pointer; }
.scroll { overflow-x: auto; padding: 2px; }
.scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.picture { width: max-content; max-width: 100%; }
.picture svg { display: block; max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums; border-top: 1px solid var(--strong); border-bottom: 1px solid var(--strong); }
table { --pad: 0.75rem; }
th, td { padding: 0.25rem var(--pad); border-bottom: 1px solid var(--line); text-align: left; vertical-align: bottom; white-space: nowrap; }
tbody td, tbody th { vertical-align: baseline; }
thead th { max-width: 15rem; font-weight: 600; white-space: normal; text-wrap: balance; overflow-wrap: normal; }
thead tr:last-child th, thead th[rowspan] { border-bottom: 1px solid var(--strong); }
thead .groups th[colspan] { text-align: center; }
thead small { display: block; color: var(--muted); font-size: 0.8125rem; font-weight: 400; }
tbody th { font-weight: 500; }
tbody tr:last-child > * { border-bottom: 0; }
tbody tr:hover > * { background: var(--soft); }
.number { text-align: right; }
code, pre { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.875em; }
pre { overflow-x: auto; }
math { font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", math; font-size: 1.05em; }
math[display="block"] { margin: 0.5rem 0; text-align: left; }
mtd { padding: 0.15rem 0.3rem; text-align: left; }
mtd.head, mtd.right { text-align: right; }
.explanation .scroll { overflow: visible; padding: 0; }
.explanation h3, .explanation h4 { margin: 0.75rem 0 0.25rem; font-size: 1rem; }
.explanation p { margin: 0.35rem 0; }
.explanation table { margin: 0.5rem 0; }
.tableau td, .tableau th { border-bottom: 0; padding: 0.15rem 0.4rem; text-align: right; }
.tableau th { text-align: left; font-weight: 400; color: var(--muted); }
.tableau .binding > * { background: var(--soft); }
.claims { padding: 0; list-style: none; }
.claims li { margin: 0.6rem 0; padding-left: 1.6rem; }
.claims .sign { float: left; margin-left: -1.6rem; font-weight: 700; }
.met .sign { color: var(--good); }
.failed .sign, .reason { color: var(--bad); }
.reason { white-space: pre-line; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
footer p { margin: 0.25rem 0; }
.diagram text { fill: var(--text); }
.diagram .graph > polygon { fill: none; stroke: none; }
.diagram .module > path, .diagram .module > polygon { fill: none; stroke: var(--strong); }
.diagram .edge path:not([stroke="none"]) { stroke: var(--strong); }
.diagram .edge polygon, .diagram .edge polyline { fill: var(--strong); stroke: var(--strong); }
.diagram .node polygon, .diagram .node ellipse, .diagram .node path { fill: none; stroke: var(--strong); }
.diagram .stock polygon { fill: var(--soft); stroke: var(--blue); }
.diagram .flow polygon, .diagram .flow path { fill: var(--ground); stroke: var(--green); }
.diagram .param text, .diagram .series text, .diagram .lookup text { fill: var(--muted); }
.diagram .event polygon { stroke: var(--vermillion); }
.diagram .pipe path:not([stroke="none"]), .diagram .pipe polygon { stroke: var(--green); }
.diagram .pipe polygon { fill: var(--green); }
@media screen and (min-width: 80rem) {
body:has(> nav) { display: grid; grid-template-columns: 16rem minmax(0, 1fr); column-gap: 3rem; max-width: 92rem; }
body:has(> nav) > * { grid-column: 2; }
body > nav { grid-column: 1; grid-row: 1 / span 3; position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; }
main > :first-child > h2 { margin-top: 1rem; }
}
@media screen and (max-width: 79.99rem) { nav { margin: 1.5rem 0; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 6px; } }
@page { margin: 18mm; }
@media print {
body { max-width: none; padding: 0; font-size: 10.5pt; }
details:not([open]) { display: none; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
h2, h3, h4 { break-after: avoid; }
.scroll { overflow: visible; }
.picture svg { min-width: 0 !important; }
table { --pad: 0.4rem; font-size: 8.5pt; }
table.wide { --pad: 0.25rem; font-size: 6.5pt; }
.note { font-size: 8.5pt; }
}
`;
}
