/** Countersign's tokens, as on the desk, for pages that carry their style with them. */
const light = `--paper:#fbfaf7;--panel:#fff;--sunk:#f3f1ec;--rule:#dedad1;--rule-2:#b9b3a6;--ink:#1a1c20;--ink-2:#4b4f57;--ink-3:#62666e;--link:#14467c;--mark:#fff0b3;--mark-ink:#3d3000;--focus:#1f5fbf;--confirmed:#0a6b4c;--mostly:#3f7423;--partly:#806000;--misleading:#9c4408;--disputed:#a0162b;--unproven:#56606d`;
const dark = `--paper:#14161a;--panel:#1b1e23;--sunk:#101216;--rule:#2c3037;--rule-2:#454b55;--ink:#eceae4;--ink-2:#b9bcc3;--ink-3:#8f949d;--link:#8ab8ee;--mark:#4d3f0a;--mark-ink:#ffe9a3;--focus:#7db2ff;--confirmed:#57c79d;--mostly:#9ccf78;--partly:#e0bd4a;--misleading:#f0995a;--disputed:#ff8c98;--unproven:#a9b2be`;
const tones = ["confirmed", "mostly", "partly", "misleading", "disputed", "unproven"]
  .map((tone) => `.tone-${tone}{color:var(--${tone})}`)
  .join("");

/** What Ukrainian is written with; the face that is named last has these characters, the other one the rest. */
const cyrillic = "unicode-range:U+301,U+400-45F,U+490-491,U+2116";
const face = (family: string, file: string, weights: string, range = "") =>
  `@font-face{font-family:${family};src:url(/fonts/${file}.woff2);font-weight:${weights};font-display:optional;${range}}`;
const faces = [
  face('"Source Serif 4"', "source-serif-4", "200 900"),
  face('"Source Serif 4"', "source-serif-4-cyrillic", "200 900", cyrillic),
  face("Inter", "inter", "100 900"),
  face("Inter", "inter-cyrillic", "100 900", cyrillic),
].join("");

const base = `
${faces}
:root{color-scheme:light dark;${light};--serif:"Source Serif 4",Charter,Georgia,serif;--sans:Inter,system-ui,Arial,sans-serif;--small:400 .875rem/1.5 var(--sans);--tiny:400 .8125rem/1.5 var(--sans);--mid:400 .9375rem/1.5 var(--sans);--line:1px solid var(--rule)}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.125rem/1.58 var(--serif);overflow-wrap:break-word}
a{color:var(--link)}
a,ins{text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
mark,.cite:target{background:var(--mark);color:var(--mark-ink);padding:.06em .1em;border-radius:2px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.quiet,.hint{color:var(--ink-3)}.dots,.under,.reviewer,:is(.rows,.translation) .meta,.rows .main,.hint,.problem,.hash{display:block}
.sr-only{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wrap{max-width:1080px;margin:0 auto;padding:0 20px}
.skip{position:absolute;inset-inline-start:12px;top:-100px;background:var(--panel);color:var(--link);padding:10px 14px;font:500 .9375rem/1.3 var(--sans);z-index:2}
.skip:focus{top:8px}
.band{margin:0;padding:8px 20px;background:var(--ink);color:var(--paper);font:600 .875rem/1.4 var(--sans);text-align:center}
header{border-bottom:var(--line);font:var(--small)}
header .wrap{display:flex;flex-wrap:wrap;gap:2px 24px;align-items:center;min-height:52px;padding-block:6px}
header a{color:var(--ink-2);text-decoration:none;padding:6px 0}
.brand{font-weight:700;color:var(--ink);margin-inline-end:auto}
header nav{display:flex;flex-wrap:wrap;gap:0 18px}
header nav :is(a:hover,[aria-current]){color:var(--ink);text-decoration:underline}
header nav a[aria-current]{text-decoration-thickness:2px;text-underline-offset:.4em}
footer{border-top:var(--line);font:var(--small);color:var(--ink-2);padding:20px 0 48px}
footer [lang]{font-family:system-ui}
footer p{margin:0 0 4px;font-weight:600;color:var(--ink)}
.reading :where(ul,ol){padding-inline-start:24px}
.inline,.rows,.short,.evidence-list,.verdict-list{list-style:none;margin:0;padding:0}
.inline{margin:0 0 6px;display:flex;flex-wrap:wrap;gap:6px 18px}
h1{font-size:2.375rem;line-height:1.14;letter-spacing:-.018em;font-weight:640;margin:10px 0 22px;text-wrap:balance}
h2{font:650 1.25rem/1.3 var(--serif);margin:0 0 12px}
h3{font:650 1.0625rem/1.35 var(--serif);margin:22px 0 6px}
p{margin:0 0 .8em}
code{font:.8125rem/1.45 ui-monospace,Menlo,monospace;overflow-wrap:anywhere;color:var(--ink-2)}
dd code,.hash{word-break:break-all;-webkit-user-select:all}
summary{font:500 .875rem/1.5 var(--sans);color:var(--ink-2)}
dl,dd{margin:0}
.meta{font:var(--small);color:var(--ink-2);margin:0}
.meta strong,.meta .outlet{color:var(--ink);font-weight:600}
.meta cite,.dots i{font-style:normal}
.dots{margin-left:-.6em;clip-path:inset(-5px -5px -5px 4px)}.dots>*{display:inline-block;max-width:100%;padding-left:.6em}.dots i{float:left;margin-left:-.6em}
.rating,.badge{display:inline-flex;align-items:baseline;gap:7px;font:650 .9375rem/1.3 var(--sans)}
.rating svg,.badge svg{flex:none}.rating svg{align-self:start;height:1lh}
li .rating-label{white-space:nowrap}
${tones}`;

const verdict = `
.verdict{display:grid;grid-template-columns:minmax(0,680px) minmax(0,300px);gap:0 60px;padding-block:28px 80px}
.text>section{margin-top:38px}
.crumb{font:500 .8125rem/1.5 var(--sans);color:var(--ink-3);margin:0}
.badge{margin:18px 0 0;gap:9px;align-items:flex-start}
.badge svg{width:22px;height:22px;margin-top:-1px}
.badge .meaning{font-weight:450;color:var(--ink-2);margin-inline-start:2px}
.note-box{border:var(--line);border-inline-start:3px solid var(--ink);background:var(--sunk);font:var(--mid);padding:9px 14px;margin:0 0 14px}
.superseded{border-color:var(--ink);margin-bottom:20px}
.provisional{border-inline-start-style:dashed}
.text>.claim{border-inline-start:3px solid var(--ink);padding:2px 0;padding-inline-start:18px;margin-top:24px}
.kicker{font:600 .75rem/1.3 var(--sans);letter-spacing:.03em;color:var(--ink-3);margin:0 0 7px}
.claim blockquote{margin:0 0 10px;font-size:1.25rem;line-height:1.45}
.claim :is(.meta,ul)+.meta{margin-top:7px}
.checked{color:var(--ink)}
.parts{margin:4px 0 0;padding-inline-start:18px;font:var(--small)}
ul.short li{padding:9px 0;padding-inline-start:24px;border-top:var(--line);position:relative}
ul.short li::before{content:"";position:absolute;inset-inline-start:2px;top:1.1em;border:4px solid var(--ink);border-radius:50%}
.prose>:last-child{margin-bottom:0}.prose+ul.prose{margin-top:.5em}
.prose blockquote,.rows blockquote,.translation{padding-inline-start:14px;border-inline-start:2px solid var(--rule-2)}
.prose blockquote{margin:0 0 .8em;color:var(--ink-2)}
.prose :is(ul,ol),ul.prose{margin:0 0 .8em;padding-inline-start:22px}
sup.cite{font:600 .6875rem/0 var(--sans);vertical-align:baseline;position:relative;top:-.5em}
sup.cite a{text-decoration:none;padding:3px 1px}
sup.cite a:hover{text-decoration:underline}
.route-figure{background:var(--sunk);border-radius:6px;padding:18px 20px 14px;margin:0}
.route-figure figcaption{font:var(--small);color:var(--ink-2)}
.route-figure figcaption strong{color:var(--ink)}
.route-figure .key{font:var(--tiny);color:var(--ink-3);margin:10px 0 4px}
.route-figure table{margin-top:8px}
.route,.chart{display:block;width:100%;height:auto;margin-top:14px;font-family:var(--sans);font-size:12.5px;direction:ltr}.chart{margin:0}
.route.narrow{display:none}
.route text{fill:var(--ink)}.route .name{font-size:13px;font-weight:600}
.route :is(.note,.heading,.head){fill:var(--ink-3)}
.route rect{fill:var(--panel);stroke:var(--rule-2)}
.route .origin rect{fill:var(--paper);stroke:var(--ink);stroke-width:1.6}
.route .line{fill:none;stroke:var(--ink-3);stroke-width:1.5}
.route .is-unknown :is(rect,.line){stroke-dasharray:4 4}
.evidence{border-top:var(--line);padding:16px 0;padding-inline-start:40px;position:relative}
.evidence .number{position:absolute;inset-inline-start:0;top:15px;font:600 .8125rem/1.5rem var(--sans);min-width:1.6rem}
.evidence:target{background:var(--sunk);box-shadow:0 0 0 14px var(--sunk)}
.evidence:target .number{background:var(--ink);border-color:var(--ink);color:var(--paper)}
.stance-line{font:var(--mid);margin:0 0 5px}
.beside{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:8px 24px}
.described,.translation,.evidence blockquote{margin:0 0 7px;font-size:1.0625rem;line-height:1.55}
.copy summary{font-weight:400;font-size:.8125rem;color:var(--ink-3);width:fit-content}
.copy p{font:var(--tiny);color:var(--ink-2);margin:2px 0 0}
.withheld{border-top:var(--line);padding-top:14px}
table{border-collapse:collapse;width:100%;font:var(--small);font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--ink-3);padding-bottom:4px}
th,td{text-align:start;vertical-align:top;padding:9px 0;padding-inline-end:14px;border-bottom:var(--line);font-weight:400}
table+p,.scale+p{margin-top:12px}
thead th{font-weight:600;color:var(--ink-3);padding-block:6px;border-color:var(--rule-2)}
tbody th{font-weight:500}
.against{width:40%}
tr.of-claim th{font-weight:650}
.nowrap{white-space:nowrap}
.cite-number{display:inline-block;min-width:1.5em;font:600 .75rem/1.4 var(--sans)}.number,.cite-number{border:1px solid var(--rule-2);border-radius:1em;text-align:center;text-decoration:none}
.between{font:var(--small);padding-inline-start:18px;margin:12px 0 0}
.between .under{display:inline}.between .under::before{content:" · "}
.rows li{border-top:var(--line);padding:10px 0}
.rows .main,.verdict-list .of-claim{font-size:1.0625rem;line-height:1.5}
.rows blockquote{margin:4px 0 6px;font-size:1.0625rem}
.side{font:var(--small);min-width:0}
.side section{border-top:var(--line);padding:14px 0 16px}
.side :is(h2,h3){font:650 .8125rem/1.3 var(--sans);margin:0 0 8px}
.side h3{margin-top:12px}
.side p{margin:0 0 6px}.side section>:last-child{margin-bottom:0}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:5px 14px}
dt{color:var(--ink-3)}
.side ol,.side ul:not(.inline),.reading .versions{margin:0;padding:0;list-style:none}
.side li p{margin:0}.side li .diff{margin-top:5px}
.versions li{padding:8px 0;border-top:var(--line)}
.versions li:first-child{border:0;padding-top:0}
.diff{overflow-wrap:anywhere;white-space:pre-line}
ins{background:var(--sunk);font-weight:600}
del{color:var(--ink-3)}
.scale li{padding:3px 0;line-height:1.4}
:is(.parts,.scale) .rating{font-size:.875rem;gap:6px}
.scale li.is-current{border-inline-start:3px solid var(--ink);padding-inline-start:9px;margin:4px 0}
pre{margin:6px 0;padding:10px;background:var(--sunk);border:var(--line);border-radius:4px;white-space:pre-wrap;max-height:15rem;overflow:auto}
.side details{margin-bottom:6px}
.hash{font-size:.75rem;margin-top:2px}`;

const lists = `
.page{max-width:760px;padding-block:36px 80px}
.page h1{margin-top:0}
.lead{font-size:1.125rem;color:var(--ink-2)}
.reading section{margin-top:34px}.reading h2{margin-top:28px}.reading section>h2:first-child{margin-top:0}
.reading li{margin-bottom:5px}
.verdict-list>li{border-top:var(--line);padding:20px 0}
.verdict-list :is(h2,h3){font:620 1.375rem/1.25 var(--serif);letter-spacing:-.012em;margin:7px 0;text-wrap:pretty}
.verdict-list :is(h2,h3) a{color:var(--ink);text-decoration-color:var(--rule-2)}
.verdict-list.top>li{border:0;padding-top:0}
.top h2{font-size:clamp(1.75rem,4vw,2.375rem);line-height:1.1}
.counts{margin:0 0 20px;table-layout:fixed}.month{width:9em}.share{width:27%}.counts tr>:last-child{padding-inline-end:0;text-align:end;width:5em}
.verdict-list .of-claim{margin:0 0 5px}
.tag{font:600 .75rem/1.3 var(--sans);color:var(--ink);border:1px solid var(--ink);padding:2px 7px;border-radius:3px;display:inline-block}:has(+.tag){margin-inline-end:10px}:is(.tag,h2) svg{vertical-align:-1px}
.empty{padding-top:18px}.page>.verdict-list>li:first-child,.empty,.side section:first-child{border-top:2px solid var(--ink)}
.result-count{font:600 .9375rem/1.4 var(--sans);margin:26px 0 12px}
.pager{display:flex;justify-content:space-between;font:500 .9375rem/1.4 var(--sans);border-top:var(--line);padding-top:14px}
.classes{gap:0;display:block;font:var(--small);margin:6px 0 0}
.classes div{display:flex;gap:0 10px}.classes dt{min-width:8.5em}
.page>details{margin:0 0 20px}
dl.wide{font:var(--mid);margin-bottom:14px}
form{font:var(--mid)}
.search,.days{display:flex;flex-wrap:wrap;gap:12px;align-items:flex-end}
.search{margin:0 0 24px}.search p{margin:0;flex:auto}.search p:first-child{flex:1 1 60%}
label{display:block;font:600 .875rem/1.5 var(--sans)}label,.hint,.problem{margin-bottom:4px}
input,select,textarea,button{font:inherit;color:var(--ink);border-radius:4px;min-height:42px}
input,select,textarea{background:var(--panel);border:1px solid var(--ink-3);padding:8px 10px;max-width:100%;font-size:1rem}
:is(.search,.stacked) :is(select,input,textarea){width:100%}
button{background:var(--ink);color:var(--paper);border:1px solid var(--ink);font-weight:600;padding:8px 18px;cursor:pointer}#in-browser button{background:0 0;color:var(--ink)}
::file-selector-button{font:inherit;color:inherit;background:var(--sunk);border:1px solid var(--ink-3);border-radius:4px;margin-inline-end:10px}
.stacked{max-width:600px}.stacked p{margin:0 0 18px}
.hint{font-size:.875rem}
.problem{color:var(--disputed)}
.trap{position:absolute;inset-inline-start:-9999px}
.verdict-list p:last-child{margin:0}
.embed{padding:14px 18px}.embed h1{font-size:1.25rem;line-height:1.25;margin:7px 0}.embed .of-claim{font-size:1rem;line-height:1.45;margin:0 0 6px}
[dir=rtl] :is(p,li,dd,td,th,h1,h2,h3,figcaption){unicode-bidi:plaintext;text-align:right}`;

const media = `
@media(max-width:900px){.verdict{grid-template-columns:minmax(0,1fr)}.side{margin-top:44px;max-width:680px}}
@media(max-width:600px){
body{font-size:1.0625rem}
h1{font-size:1.8125rem;margin-bottom:18px}
.wrap{padding-inline:18px}.page{padding-top:26px}.verdict{padding-top:20px}
header nav{gap:0 10px;font-size:.8125rem}
.claim blockquote{font-size:1.1875rem}
.text>.claim{padding-inline-start:14px}
.route-figure{padding:14px 14px 12px}
.share,.route.wide{display:none}.route.narrow{display:block;max-width:420px}
.evidence{padding-inline-start:36px}
.stacking,.stacking :is(tbody,tr,th,td){display:block}
.stacking thead{position:absolute;clip-path:inset(50%)}
.stacking tr{border-top:var(--line);padding:10px 0}
.stacking :is(th,td){border:0;padding:2px 0}
.stacking td{display:grid;grid-template-columns:7.5em minmax(0,1fr);gap:0 10px}
.stacking td>*{grid-column:2}
.stacking td::before{content:attr(data-label);color:var(--ink-3);grid-column:1;grid-row:1/span 4}
}
@media(max-width:340px){.stacking td{grid-template-columns:minmax(0,1fr)}.stacking td>*,.stacking td::before{grid-column:1;grid-row:auto}}
@media screen{.long:not([open])+*{max-height:13em;overflow:hidden}}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media(forced-colors:active){mark{background:Mark;color:MarkText}.band{border-bottom:2px solid}.evidence:target{outline:2px solid Highlight;outline-offset:4px}.route :is(text,.note,.heading,.head){fill:CanvasText}.route .node rect{fill:Canvas;stroke:CanvasText}.route .line{stroke:CanvasText}ul.short li::before{border-color:CanvasText}}
@media print{
:root{--paper:#fff;--sunk:#fff}
@page{margin:18mm 16mm}
body{font-size:10.5pt;line-height:1.45}
h1{font-size:21pt}h2{font-size:13pt}
header nav,footer,.skip,.pager,form,.search,details:not([open]),#use details,#use ul,#report{display:none}
.verdict{display:block;padding:9pt 0}.wrap{max-width:none;padding:0}
.side{margin-top:24pt;font-size:9pt}
a{color:inherit}
.text .meta a[data-page]::after{content:" <" attr(data-page) ">";font-size:.85em}
.band{border:1.5pt solid #000;background:#fff;color:#000}
mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.route-figure{border:var(--line)}.route.wide{display:block}.route.narrow{display:none}
h2,h3{break-after:avoid}.evidence,.claim,figure,tr,.rows li,.side section{break-inside:avoid}
p{orphans:3;widows:3}
}`;

/** The one style sheet of the readers' pages, inline in each page; its SHA-256 goes into the policy. */
export const readerStyles = (base + verdict + lists + media).replaceAll(/\n\s*/g, "").trim();
