/** The page's look: quiet paper, one serif title, numbers that line up; follows the reader's light or dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f8f7f4, #141517);
  --card: light-dark(#ffffff, #1b1c1f);
  --sunk: light-dark(#f3f1ec, #222428);
  --ink: light-dark(#1d1c1a, #e9e6e1);
  --soft: light-dark(#6d6962, #9b978f);
  --line: light-dark(#e4e0d8, #303237);
  --success: light-dark(#2f7d5b, #57b98a);
  --failure: light-dark(#b93a32, #ef7b73);
  --waiting: light-dark(#b98a2c, #d9b25f);
  --blue: light-dark(#3a6ea5, #82b1e0);
  --add: light-dark(#e3f3e8, #1d3327);
  --del: light-dark(#fbe6e4, #3b2322);
  --chg: light-dark(#fbf1da, #382f1b);
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif;
  --serif: "Iowan Old Style", Charter, "Palatino Linotype", Georgia, "Liberation Serif", serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "Liberation Mono", monospace;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); -webkit-text-size-adjust: 100%; }
main { max-width: 1080px; margin: 0 auto; padding: 56px 24px 96px; }
section { margin-top: 56px; }
h1 { font: 400 clamp(30px, 5vw, 46px)/1.12 var(--serif); letter-spacing: -0.015em; margin: 8px 0 14px; text-wrap: balance; }
h2 { font: 400 25px/1.2 var(--serif); letter-spacing: -0.01em; margin: 0 0 2px; }
h3 { font: 600 15px/1.4 var(--sans); margin: 0; }
p { margin: 0; }
a { color: var(--blue); }
code { font: 0.88em var(--mono); }
.lead { color: var(--soft); margin-bottom: 16px; }
h2 + :not(.lead) { margin-top: 14px; }
.over, .where { color: var(--soft); font-size: 13px; }
.time { color: var(--soft); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.card, .run, .comment { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.verdict { font-size: 17px; max-width: 68ch; padding-left: 14px; border-left: 3px solid var(--success); }
.verdict.failure { border-color: var(--failure); }

.milestones { list-style: none; margin: 36px 0 0; padding: 0; display: grid; grid-auto-columns: 1fr; grid-auto-flow: column; }
.milestones li { position: relative; padding: 18px 16px 0 0; border-top: 2px solid var(--line); display: flex; flex-direction: column; font-size: 13.5px; line-height: 1.4; }
.milestones li::before { content: ""; position: absolute; top: -6px; left: 0; width: 10px; height: 10px; border-radius: 50%; background: var(--success); box-shadow: 0 0 0 4px var(--paper); }
.verdict.failure ~ .milestones li:last-child::before { background: var(--failure); }
.milestones li:last-child { border-color: transparent; }
.milestones b { font-weight: 600; }
.milestones li > :last-child:not(b) { color: var(--soft); }

.run { padding: 18px 20px 14px; margin-top: 14px; --name: 290px; --num: 76px; }
.run > header { display: flex; align-items: baseline; gap: 4px 10px; flex-wrap: wrap; margin-bottom: 8px; }
.run > header p { color: var(--soft); flex: 1; }
.run > header .time { color: var(--ink); font-size: 15px; }
.mark { display: inline-block; width: 1.35em; text-indent: 0; font-weight: 700; color: var(--soft); }
.mark.success { color: var(--success); }
.mark.failure { color: var(--failure); }
.row { display: grid; grid-template-columns: var(--name) 1fr var(--num); align-items: center; gap: 0 14px; }
.row > .time { text-align: right; }
.row > .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.job { margin-top: 6px; }
.row.job, .job > .row:first-child { font-weight: 600; align-items: start; }
.row.job > *, .job > .row:first-child > * { line-height: 26px; }
.row.job > .name, .job > .row:first-child > .name { white-space: normal; text-indent: -1.35em; padding-left: 1.35em; line-height: 1.35; padding-top: 3px; }
.job > .row > .time { font-weight: 400; }
summary { cursor: pointer; }
summary.row { list-style: none; }
summary.row::-webkit-details-marker { display: none; }
.track { position: relative; align-self: stretch; min-height: 26px;
  background: repeating-linear-gradient(90deg, var(--line) 0 1px, transparent 1px var(--tick, 100%)); }
.bar { position: absolute; top: 7px; height: 12px; min-width: 3px; border-radius: 3px; background: var(--soft); }
.bar.success { background: var(--success); }
.bar.failure { background: var(--failure); }
.bar.cancelled, .bar.unfinished { background: var(--soft); }
.bar.waiting { background: repeating-linear-gradient(-45deg, var(--waiting) 0 3px, transparent 3px 7px); outline: 1px solid var(--waiting); outline-offset: -1px; }
.step { font-size: 13px; color: var(--soft); }
.step .name { padding-left: 1.35em; }
.step .track { min-height: 21px; }
.step .bar { top: 8px; height: 5px; opacity: 0.62; }
.step.failure .name { color: var(--failure); }
.step.failure .bar { opacity: 1; }
.ticks { font-size: 11.5px; color: var(--soft); height: 18px; }
.ticks > div { position: relative; height: 100%; }
.ticks i { position: absolute; font-style: normal; white-space: nowrap; font-variant-numeric: tabular-nums; }
.badge { font: 600 11px/1 var(--sans); border: 1px solid var(--line); border-radius: 99px; padding: 2px 7px; color: var(--soft); }
.skipped { color: var(--soft); font-size: 13px; margin-top: 8px; padding-left: 1.5em; }

.comment > header { padding: 9px 16px; background: var(--sunk); border-bottom: 1px solid var(--line); border-radius: 10px 10px 0 0; color: var(--soft); font-size: 14px; }
.comment > header b { color: var(--ink); font-weight: 600; }
.bot { font-size: 11px; border: 1px solid var(--line); border-radius: 99px; padding: 0 6px; }
.comment > .md, .card.md { padding: 18px 22px; }
.card.md + .card.md { margin-top: 12px; }

.md { overflow-wrap: break-word; }
.md > :first-child { margin-top: 0; }
.md > :last-child { margin-bottom: 0; }
.md p, .md ul, .md ol, .md table, .md pre, .md blockquote, .md details { margin: 0 0 12px; }
.md h1, .md h2, .md h3, .md h4 { font: 600 16px/1.4 var(--sans); letter-spacing: 0; margin: 20px 0 8px; }
.md h1, .md h2 { font-size: 19px; }
.md ul, .md ol { padding-left: 1.6em; }
.md code { background: var(--sunk); padding: 0.12em 0.36em; border-radius: 4px; }
.md pre { background: var(--sunk); border-radius: 6px; padding: 12px 14px; overflow-x: auto; font: 12.5px/1.55 var(--mono); }
.md pre code { background: none; padding: 0; font: inherit; }
.md pre span { display: inline-block; min-width: 100%; }
.md .add { background: var(--add); }
.md .del { background: var(--del); }
.md .chg { background: var(--chg); }
.md .hunk { color: var(--blue); }
.md table { border-collapse: collapse; display: block; overflow-x: auto; max-width: 100%; width: max-content; font-size: 14px; }
.md th, .md td { border: 1px solid var(--line); padding: 5px 12px; vertical-align: top; }
.md th:not([align]), .md td:not([align]) { text-align: left; }
.md th { font-weight: 600; background: var(--sunk); }
.md blockquote { border-left: 3px solid var(--line); padding-left: 14px; color: var(--soft); }
.md details { margin-bottom: 6px; }
.md details > summary { font-weight: 600; }
.md details[open] { margin-bottom: 14px; }
.md details[open] > summary { margin-bottom: 8px; }
.md hr { border: 0; border-top: 1px solid var(--line); margin: 24px 0; }
.md details > :last-child { margin-bottom: 0; }
.alert { border-left: 3px solid var(--blue); padding: 2px 0 2px 14px; margin: 0 0 12px; }
.alert .kind { font-weight: 600; text-transform: capitalize; color: var(--blue); margin: 0; }
.alert p:last-child { margin: 0; }
.alert.warning { border-color: var(--waiting); }
.alert.warning .kind { color: var(--waiting); }
.alert.caution { border-color: var(--failure); }
.alert.caution .kind { color: var(--failure); }

.site { margin: 0; overflow: hidden; }
.site figcaption { display: flex; align-items: center; gap: 12px; padding: 9px 14px; background: var(--sunk); border-bottom: 1px solid var(--line); color: var(--soft); }
.site .dots { width: 48px; height: 10px; background: radial-gradient(circle 5px, var(--line) 98%, transparent) 0 0 / 16px 10px; }
.site iframe { display: block; width: 100%; height: 340px; border: 0; background: Canvas; }
.answers { padding: 10px 18px; margin: 12px 0; display: grid; gap: 4px; }
.answers b { font-variant-numeric: tabular-nums; font-weight: 600; }
.answers code { overflow-wrap: anywhere; }

.services { columns: 300px 3; column-gap: 14px; }
.services .card { break-inside: avoid; padding: 14px 18px; margin: 0 0 14px; }
.services h3 { display: flex; justify-content: space-between; align-items: baseline; border-bottom: 1px solid var(--line); padding-bottom: 6px; }
.services dl { margin: 8px 0 0; font-size: 13px; line-height: 1.45; }
.services dt { margin-top: 5px; }
.services dd { margin: 0; color: var(--soft); font: 12px/1.5 var(--mono); overflow-wrap: anywhere; }
.calls { padding: 12px 20px; --name: 290px; --num: 76px; }
.calls .row { padding: 5px 0; }
.calls .row p { grid-column: 2 / -1; color: var(--soft); font-size: 12.5px; }
.calls .row p b { color: var(--failure); font-weight: 600; }
.calls .track { background: none; }
.calls summary { cursor: pointer; }
.permissions { width: 100%; margin: 4px 0 14px; border-collapse: collapse; font-size: 12.5px; table-layout: fixed; }
.permissions th { text-align: left; font-weight: 600; color: var(--soft); }
.permissions th:nth-child(n + 3), .permissions td:nth-child(n + 4) { white-space: nowrap; }
.permissions th:nth-child(n + 4), .permissions td:nth-child(n + 4) { width: 5.5em; text-align: right; }
.permissions td { padding: 3px 10px 3px 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.permissions .denied td { color: var(--failure); font-weight: 600; }
.denied p + p { color: var(--soft); }
.bar.count { background: var(--blue); }

.annotation { border-left: 3px solid var(--blue); padding: 1px 0 1px 14px; margin-top: 12px; }
.annotation.warning { border-color: var(--waiting); }
.annotation.error { border-color: var(--failure); }
.annotation b { font-weight: 600; text-transform: capitalize; }
details.card { padding: 10px 18px; margin-top: 8px; }
details.card > .md { padding: 12px 0 6px; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 24px; margin: 0; }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.verified { border-collapse: collapse; width: 100%; }
.verified td { border-top: 1px solid var(--line); padding: 8px 0; vertical-align: top; }
.verified td:last-child { color: var(--soft); text-align: right; padding-left: 24px; }

@media (max-width: 760px) {
  main { padding: 32px 16px 64px; }
  section { margin-top: 40px; }
  .milestones { grid-auto-flow: row; gap: 0; }
  .milestones li { border-top: 0; border-left: 2px solid var(--line); padding: 0 0 16px 18px; }
  .milestones li::before { top: 5px; left: -6px; }
  .run, .calls { --name: 1fr; --num: max-content; padding: 14px; }
  .row { grid-template-columns: 1fr max-content; }
  .row > .track, .ticks > div { grid-column: 1 / -1; grid-row: 2; }
  .calls .row p { grid-column: 1 / -1; }
  .permissions { display: block; overflow-x: auto; }
  .step .track { min-height: 14px; }
  .step .bar { top: 4px; }
  .comment > .md, .card.md { padding: 14px; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 10px; }
  .verified td { display: block; }
  .verified td:last-child { text-align: left; border: 0; padding: 0 0 8px; }
}
@media print { main { max-width: none; } .card, .run, .comment { break-inside: avoid; } }
`
