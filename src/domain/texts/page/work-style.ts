/**
 * The look of the pages that people work by, on a phone, at a desk and on A4 paper, by day and by night. Every colour of a
 * text stands out from its ground by 4.5 to 1 at least, every drawing by 3 to 1. No font and no picture is fetched.
 */
export const workStyle = `
:root { color-scheme: light dark;
  --paper: #f5f6f8; --card: #ffffff; --ink: #17202b; --soft: #4d5866; --line: #d3d9e1; --ground: #e4e8ee;
  --accent: #0b5a8a; --late: #b3261e; --late-card: #fdeceb; --soon: #8a5200; --soon-card: #fdf3e1; --well: #1d6b50;
  --one: #0b5a8a; --two: #5e8fb0; --three: #8d9bb0; --four: #6c5b96; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #10141a; --card: #191f28; --ink: #e7ebf1; --soft: #aab4c1; --line: #39424f; --ground: #2b333f;
  --accent: #7cc4f2; --late: #ff8f86; --late-card: #3a1f20; --soon: #f0bd66; --soon-card: #362a16; --well: #74cfa8;
  --one: #7cc4f2; --two: #4f8fb8; --three: #8391a6; --four: #b6a4e3; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 72rem; font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
header { margin-bottom: 1.25rem; }
header p { margin: 0; color: var(--soft); }
header .house { color: var(--accent); font-weight: 600; }
h1 { margin: 0 0 .15rem; font-size: 1.8rem; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 0 0 .35rem; font-size: 1.2rem; line-height: 1.3; }
h3 { margin: 1.25rem 0 .35rem; font-size: 1rem; }
p { margin: .35rem 0; }
.hint { color: var(--soft); font-size: .9rem; max-width: 46rem; }
a { color: var(--accent); text-underline-offset: .15em; }
section { margin: 0 0 1rem; padding: 1.1rem 1.1rem 1.2rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; }
nav ul, .folios, .legend { list-style: none; margin: .35rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem .9rem; }
nav { margin: 0 0 1rem; font-size: .92rem; }
.number, .figure, .told, time { font-variant-numeric: tabular-nums; }
.tiles { list-style: none; margin: 0 0 1rem; padding: 0; display: grid; gap: .7rem; grid-template-columns: repeat(auto-fit, minmax(9.4rem, 1fr)); }
.tiles li { display: flex; flex-direction: column; padding: .8rem .9rem; background: var(--card); border: 1px solid var(--line); border-left: .3rem solid var(--line); border-radius: .6rem; }
.tiles .word { font-size: .95rem; font-weight: 600; }
.tiles .figure { margin-top: auto; font-size: 2.1rem; line-height: 1.15; font-weight: 650; }
.tiles .note { color: var(--soft); font-size: .85rem; }
.tiles .late { border-left-color: var(--late); background: var(--late-card); }
.tiles .late .figure { color: var(--late); }
.tiles .soon { border-left-color: var(--soon); background: var(--soon-card); }
.tiles .soon .figure { color: var(--soon); }
.tiles .well .figure { color: var(--well); }
.tiles .well { border-left-color: var(--well); }
figure { margin: .7rem 0; }
svg { display: block; overflow: visible; }
svg text { font-size: 13px; fill: var(--ink); }
svg .told { text-anchor: end; font-weight: 600; }
svg .scale { fill: var(--soft); font-size: 12px; }
svg .under { text-anchor: middle; fill: var(--soft); font-size: 12px; }
svg .ground { fill: var(--ground); }
svg .late { fill: var(--late); } svg .soon { fill: var(--soon); } svg .well { fill: var(--well); }
svg .one { fill: var(--one); } svg .two { fill: var(--two); } svg .three { fill: var(--three); } svg .four { fill: var(--four); }
svg line.four { stroke: var(--four); stroke-width: 2; }
.legend { font-size: .88rem; color: var(--soft); }
.legend li { display: inline-flex; align-items: center; gap: .4rem; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; margin: .6rem 0 0; }
caption { text-align: left; color: var(--soft); font-size: .94em; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; font-size: .92em; vertical-align: bottom; }
tbody th { font-weight: 600; }
.number { text-align: right; }
td.number, td.number small { white-space: nowrap; }
tbody th a { white-space: nowrap; }
caption.quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h4 { margin: .6rem 0 .15rem; font-size: .93rem; }
.named:target h4 { color: var(--soon); }
td small, th small { display: block; color: var(--soft); font-weight: 400; font-size: .9em; }
tr.late .due, .word.late { color: var(--late); font-weight: 600; } tr.soon .due { color: var(--soon); font-weight: 600; }
tr:target > * { background: var(--soon-card); }
details { margin: .35rem 0; }
summary { cursor: pointer; padding: .25rem 0; color: var(--accent); }
.duties { list-style: none; margin: 0; padding: 0; }
.duties li { display: flex; align-items: baseline; }
.duties .box { flex: none; }
.blank { min-width: 6rem; }
.folio { white-space: nowrap; }
.columns { display: grid; gap: 0 2rem; grid-template-columns: minmax(0, 1fr); }
footer { color: var(--soft); font-size: .88rem; }
.box { display: inline-block; width: 1.05rem; height: 1.05rem; border: 2px solid var(--soft); border-radius: .2rem; vertical-align: -.15rem; margin-right: .5rem; }
@media (min-width: 58rem) { .columns { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
@media (max-width: 40rem) {
  h1 { font-size: 1.5rem; }
  section { padding: .9rem .85rem 1rem; }
  .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .55rem; }
  .tiles .figure { font-size: 1.75rem; }
  table, tbody, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tr { display: block; padding: .55rem 0; border-bottom: 1px solid var(--line); }
  tbody th { display: block; padding: 0 0 .15rem; border: 0; }
  td { display: grid; grid-template-columns: minmax(6.5rem, 1fr) minmax(0, 2fr); gap: 0 .8rem; padding: .1rem 0; border: 0; }
  td::before { content: attr(data-title); color: var(--soft); grid-row: span 2; text-align: left; }
  td small { grid-column: 2; }
  td.number, td.number small { white-space: normal; }
  td, td.number { text-align: left; }
  td.empty, td.blank { display: none; }
  nav ul { flex-wrap: nowrap; overflow-x: auto; white-space: nowrap; padding-bottom: .4rem; }
}
@page { size: A4; margin: 14mm 13mm; }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #333; --line: #9a9a9a; --ground: #e8e8e8; --accent: #000; --late: #a01d16; --late-card: #fff; --soon: #6d4100; --soon-card: #fff; --well: #145640; --one: #1f4d6b; --two: #6f97b3; --three: #8f8f8f; --four: #54457a; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  nav, .screen { display: none; }
  h1 { font-size: 17pt; } h2 { font-size: 12.5pt; } h3 { font-size: 10.5pt; }
  h2, h3, caption, .hint, .legend { break-after: avoid; }
  summary { display: none; }
  .hint, .legend { font-size: 8.5pt; max-width: none; }
  section { border: 0; border-top: 1.5pt solid #000; border-radius: 0; padding: .5rem 0; }
  .tiles { grid-template-columns: repeat(6, minmax(0, 1fr)); gap: .4rem; }
  .tiles li { padding: .35rem .5rem; border-radius: .2rem; }
  .tiles .figure { font-size: 17pt; } .tiles .word { font-size: 8.5pt; } .tiles .note { font-size: 8pt; }
  .columns { display: block; }
  table { font-size: 8.5pt; }
  th, td { padding: .18rem .5rem .18rem 0; }
  .blank { min-width: 22mm; }
  .box { width: 3.2mm; height: 3.2mm; }
  thead { display: table-header-group; }
  tr, svg, .tiles li { break-inside: avoid; }
  svg text { font-size: 11px; }
  [role=img] > svg { height: 30px; margin-top: -4px; }
  svg, .box { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
