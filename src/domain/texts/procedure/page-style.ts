/** The look of a page that people read on a phone, at a desk and on A4 paper. No font and no picture is fetched. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #4d5866; --line: #d5dae1; --paper: #ffffff; --card: #f4f6f9; --accent: #0b5a8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #aab4c1; --line: #39424f; --paper: #12161c; --card: #1b212a; --accent: #7cc4f2; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem 1rem 2rem; max-width: 48rem; font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
header { border-bottom: 3px solid var(--accent); margin-bottom: 1rem; }
header p { margin: 0; color: var(--accent); font-weight: 600; }
h1 { margin: 0 0 .6rem; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 2rem 0 .6rem; font-size: 1.25rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { margin: 1.1rem 0 .3rem; font-size: 1rem; }
p { margin: .4rem 0; }
a { color: var(--accent); }
ul, ol { margin: .3rem 0; padding-left: 1.5rem; }
li { margin: .25rem 0; }
.cards { list-style: none; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
.cards li { margin: 0; padding: .75rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
.cards h3 { margin-top: 0; }
.contact { font-weight: 600; font-size: .9375rem; }
dl { margin: 0; }
dl div { padding: .55rem 0; border-bottom: 1px solid var(--line); display: grid; gap: .1rem 1rem; grid-template-columns: minmax(0, 1fr); }
dt { font-weight: 600; }
dd { margin: 0; }
dd strong { display: block; color: var(--accent); }
small { display: block; font-size: .875rem; color: var(--soft); }
footer { margin-top: 2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
@media (min-width: 40rem) { dl div { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); } }
@page { size: A4; margin: 16mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --line: #999; --paper: #fff; --card: #fff; --accent: #000; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; line-height: 1.4; }
  h2 { margin-top: 1.2rem; }
  small { display: inline; }
  dl div { padding: .3rem 0; }
  h2, h3 { break-after: avoid; }
  li, dl div, .cards li { break-inside: avoid; }
  a { text-decoration: none; }
}
`;
