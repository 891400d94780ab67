import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PublicSite } from "@/lib/publications/public-site.server";
import { apiHeaders } from "@/lib/core/security-headers";
import { faviconIco } from "./favicon-ico";
import type { KeptAnswer } from "./kept-answers";
import { storeBody, type StoredBody } from "./stored-body";

const fonts = join(process.cwd(), "node_modules", "@fontsource-variable");

/** Latin, upright, all weights. */
export const fontFiles = {
  "source-serif-4": join(fonts, "source-serif-4", "files", "source-serif-4-latin-wght-normal.woff2"),
  inter: join(fonts, "inter", "files", "inter-latin-wght-normal.woff2"),
} as const;

const held = new Map<string, Promise<StoredBody>>();

function unchangingAnswer(pub: PublicSite, body: StoredBody, type: string, life: string): KeptAnswer {
  const headers = apiHeaders({ publicUrl: pub.site.url, audience: "public" });
  return { body, status: 200, headers: { ...headers, "Content-Type": type, "Cache-Control": life } };
}

/** A font of the readers' pages, read from disk once. */
export async function fontAnswer(pub: PublicSite, name: keyof typeof fontFiles): Promise<KeptAnswer> {
  const body = held.get(name) ?? readFile(fontFiles[name]).then(storeBody);
  held.set(name, body);
  try {
    return unchangingAnswer(pub, await body, "font/woff2", "public, max-age=31536000, immutable");
  } catch (error) {
    held.delete(name);
    throw error;
  }
}

const icon = storeBody(faviconIco);

/** The site's icon. */
export function iconAnswer(pub: PublicSite): KeptAnswer {
  return unchangingAnswer(pub, icon, "image/x-icon", "public, max-age=86400");
}
