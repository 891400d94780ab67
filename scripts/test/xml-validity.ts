import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { validateXML } from "xmllint-wasm";

const own = (name: string) => fileURLToPath(new URL(`./schemas/${name}.rng`, import.meta.url));

/** The grammars, by what they are of. Sitemaps have the schema of sitemaps.org, which the package `sitemap` ships. */
const grammars = {
  atom: { path: own("atom"), extension: "relaxng" },
  rss: { path: own("rss"), extension: "relaxng" },
  "sitemap-news": { path: own("sitemap-news"), extension: "relaxng" },
  "sitemap-index": { path: own("sitemap-index"), extension: "relaxng" },
  sitemap: { path: "node_modules/sitemap/schema/sitemap.xsd", extension: "schema" },
} as const;

export type Grammar = keyof typeof grammars;

/** What libxml2 finds wrong with a document by its grammar; nothing when it is valid. */
export async function xmlProblems(xml: string, grammar: Grammar): Promise<string[]> {
  const { path, extension } = grammars[grammar];
  const { errors } = await validateXML({
    xml: { fileName: "document.xml", contents: xml },
    schema: [await readFile(path, "utf8")],
    extension,
  });
  return errors.map(({ message }) => message);
}
