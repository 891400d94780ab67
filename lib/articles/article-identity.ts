/** An outlet's name without case, article and punctuation: "The Kyiv Independent" and "Kyiv Independent" are one. */
export function outletKey(name: string): string {
  const folded = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^the\s+/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return folded === "" ? name.trim().toLowerCase() : folded;
}

/** An address without fragment, tracking parameters and trailing slash, for telling whether two are one page. */
export function urlKey(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = "";
  for (const name of [...url.searchParams.keys()])
    if (/^(utm_|fbclid$|gclid$|mc_|ref$|ref_src$)/i.test(name)) url.searchParams.delete(name);
  return url.toString().replace(/\/$/, "");
}
