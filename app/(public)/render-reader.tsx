import { createHash } from "node:crypto";
import type { ReactElement } from "react";
import { pageTag } from "@/components/reader/reader-site";
import { readerStyles } from "@/components/reader/styles";
import { embedHeaders, readerHeaders, verifyHeaders } from "@/lib/core/security-headers";
import type { PublicSite } from "@/lib/publications/public-site.server";
import { keptPage, type KeptAnswer } from "./kept-answers";
import { shortlyShared, storeBody, type StoredBody } from "./stored-body";

const cssHash = [createHash("sha256").update(readerStyles).digest("base64")];

/** Renders a whole document to bytes: static HTML that carries its style and runs no script. */
export async function renderPage(page: ReactElement): Promise<StoredBody> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return storeBody(`<!doctype html>${renderToStaticMarkup(page)}`);
}

const guards = new Map<string, Readonly<Record<string, string>>>();

/** The headers that guard a readers' page: the same for all, put together once. */
function guardsAt(publicUrl: string): Readonly<Record<string, string>> {
  const made = guards.get(publicUrl) ?? readerHeaders({ publicUrl, cssHash });
  guards.set(publicUrl, made);
  return made;
}

/** Headers of a readers' page; a short life in shared caches unless `more` says otherwise. */
export function pageHeaders(pub: PublicSite, more: Record<string, string> = {}): Record<string, string> {
  return {
    ...guardsAt(pub.site.url),
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": pageTag(pub.site.speaks, pub.site.language),
    "Cache-Control": shortlyShared,
    ...more,
  };
}

/** Headers of the page that other sites may frame. */
export function framedHeaders(pub: PublicSite, more: Record<string, string> = {}): Record<string, string> {
  return { ...pageHeaders(pub, more), ...embedHeaders({ publicUrl: pub.site.url, cssHash }) };
}

/** Headers of the page that checks bundles in the browser. */
export function checkingHeaders(pub: PublicSite): Record<string, string> {
  return verifyHeaders({ publicUrl: pub.site.url, cssHash });
}

/**
 * A page whose content `content` names completely: rendered once for each such name. The settings are part of the
 * name by themselves.
 */
export async function pageAnswer(
  pub: PublicSite,
  content: string,
  page: () => ReactElement | Promise<ReactElement>,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<KeptAnswer> {
  const body = await keptPage(`${pub.key} ${content}`, async () => renderPage(await page()));
  return { body, status, headers: pageHeaders(pub, headers) };
}

/** A page that is rendered for this one answer and kept by nobody. */
export async function onceAnswer(
  pub: PublicSite,
  page: ReactElement,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<KeptAnswer> {
  const noStore = { "Cache-Control": "no-store", ...headers };
  return { body: await renderPage(page), status, headers: pageHeaders(pub, noStore) };
}
