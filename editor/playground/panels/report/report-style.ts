/** The style of a report's own file: for reading and for print, on white. */
export const reportStyle = `:root { color-scheme: light; }
body { max-width: 50rem; margin: 2.5rem auto; padding: 0 1.25rem; background: #fff; color: #1d2126; font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 2.5rem 0 1rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 1.75rem 0 0.5rem; font-size: 1.15rem; }
article + article { margin-top: 3rem; border-top: 1px solid #e0e3e5; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figcaption { margin-bottom: 0.4rem; }
figcaption span { color: #59626b; margin-right: 0.4rem; }
.sentence { margin: 0.4rem 0; color: #59626b; }
.note, footer, summary { color: #59626b; font-size: 0.85rem; }
.picture { overflow-x: auto; }
.picture svg { max-width: 100%; height: auto; }
.scroll, .explanation math[display="block"] { overflow-x: auto; }
.explanation h2 { font-size: 1rem; margin: 0.75rem 0 0.25rem; }
.explanation h3 { font-size: 0.95rem; margin: 0.75rem 0 0.25rem; }
.explanation p { margin: 0.35rem 0; }
.explanation .place { color: #59626b; font-size: 0.85rem; font-weight: 400; }
table { border-collapse: collapse; font-size: 0.85rem; font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid #e0e3e5; text-align: left; vertical-align: bottom; white-space: nowrap; }
thead th { border-bottom: 1px solid #7d8690; font-weight: 600; }
thead small { display: block; min-height: 1.2em; color: #59626b; font-weight: 400; }
thead .group { display: block; min-height: 1.2em; color: #59626b; font-weight: 400; }
tbody th { font-weight: 500; }
.number { text-align: right; }
code, pre { font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
footer { margin-top: 3rem; padding-top: 0.5rem; border-top: 1px solid #e0e3e5; }
@page { margin: 18mm; }
@media print { body { max-width: none; margin: 0; font-size: 10.5pt; } details:not([open]) { display: none; } thead { display: table-header-group; } .scroll { overflow: visible; } }
`;
