import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublicSite } from "@/lib/publications/public-site.server";
import { apiHeaders } from "@/lib/core/security-headers";
import { faviconIco } from "./favicon-ico";
import type { KeptAnswer } from "./kept-answers";
import { storeBody, type StoredBody } from "./stored-body";

const fonts = join(process.cwd(), "node_modules", "@fontsource-variable");

/** Upright, all weights; browsers fetch the Cyrillic ones only for pages with such letters. */
const fontFiles = {
  "source-serif-4": join(fonts, "source-serif-4", "files", "source-serif-4-latin-wght-normal.woff2"),
  "source-serif-4-cyrillic": join(
    fonts,
    "source-serif-4",
    "files",
    "source-serif-4-cyrillic-wght-normal.woff2",
  ),
  inter: join(fonts, "inter", "files", "inter-latin-wght-normal.woff2"),
  "inter-cyrillic": join(fonts, "inter", "files", "inter-cyrillic-wght-normal.woff2"),
} as const;

const held = new Map<string, Promise<StoredBody>>();

function unchangingAnswer(pub: PublicSite, body: StoredBody, type: string, life: string): KeptAnswer {
  const headers = apiHeaders({ publicUrl: pub.site.url, audience: "public" });
  return { body, status: 200, headers: { ...headers, "Content-Type": type, "Cache-Control": life } };
}

/** The content of a file of this installation, read from disk once. */
async function fileBody(path: string): Promise<StoredBody> {
  const body = held.get(path) ?? readFile(path).then(storeBody);
  held.set(path, body);
  try {
    return await body;
  } catch (error) {
    held.delete(path);
    throw error;
  }
}

/** A font of the readers' pages. */
export async function fontAnswer(pub: PublicSite, name: keyof typeof fontFiles): Promise<KeptAnswer> {
  const body = await fileBody(fontFiles[name]);
  return unchangingAnswer(pub, body, "font/woff2", "public, max-age=31536000, immutable");
}

const scripts = join(process.cwd(), "scripts");

/** The programs that readers check a bundle with, by the name they are served under; each stands as it is in the source. */
const programs = {
  "verify-bundle.mjs": join(scripts, "verify-bundle.mjs"),
  "verify-in-browser.mjs": join(scripts, "verify-in-browser.mjs"),
  "verify-in-page.mjs": join(scripts, "verify-in-page.mjs"),
} as const;

/** Whether a name is that of a served program. */
export function isProgram(name: string): name is keyof typeof programs {
  return Object.hasOwn(programs, name);
}

/** One of the programs, asked for again after an upgrade. */
export async function programAnswer(pub: PublicSite, name: keyof typeof programs): Promise<KeptAnswer> {
  const body = await fileBody(programs[name]);
  return unchangingAnswer(pub, body, "text/javascript; charset=utf-8", "public, max-age=0, must-revalidate");
}

const icon = storeBody(faviconIco);

/** The site's icon. */
export function iconAnswer(pub: PublicSite): KeptAnswer {
  return unchangingAnswer(pub, icon, "image/x-icon", "public, max-age=86400");
}
