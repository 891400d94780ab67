import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Writes `index.html` beside the pictures of a folder: a row a page and state, a column a look. Answers its path. */
export function writeContactSheet(out: string): string {
  const rows = new Map<string, string[]>();
  for (const file of readdirSync(out)
    .filter((name) => name.endsWith(".png"))
    .sort()) {
    const [page, state] = file.split(".") as [string, string];
    rows.set(`${page} · ${state}`, [...(rows.get(`${page} · ${state}`) ?? []), file]);
  }
  const body = [...rows].map(([title, files]) => {
    const pictures = files.map((file) => {
      const look = escaped(file.split(".")[2] ?? "");
      return `<figure><a href="${escaped(file)}"><img loading="lazy" src="${escaped(file)}" alt="${escaped(title)}, ${look}"></a><figcaption>${look}</figcaption></figure>`;
    });
    return `<section><h2>${escaped(title)}</h2><div>${pictures.join("")}</div></section>`;
  });
  const path = join(out, "index.html");
  writeFileSync(
    path,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>The desk, ${rows.size} pages and states</title>
<style>body{font:14px system-ui;margin:1rem;background:#777;color:#fff}section>div{display:flex;gap:12px;overflow-x:auto;align-items:start}
figure{margin:0;flex:none}img{height:460px;object-fit:cover;object-position:top;max-width:640px;background:#fff}h2{font-size:15px;margin:1.25rem 0 .25rem}</style>
${body.join("\n")}</html>`,
  );
  return path;
}
