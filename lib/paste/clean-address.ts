/** Parameters by which others follow who reads. */
const following = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid)$/i;

/**
 * Where a link of a document leads: the address that Google Docs and Outlook wrap in their own, without parameters that
 * follow the reader. Null for what leads nowhere on the web (bookmarks, files, scripts).
 */
export function cleanAddress(href: string): string | null {
  let address = href.trim();
  for (let wrapped = unwrapped(address), times = 0; wrapped && times < 3; times += 1) {
    address = wrapped;
    wrapped = unwrapped(address);
  }
  const url = parsed(address);
  // Browsers make Word's marks of its own footnotes addresses of the page that they were copied on.
  if (!url || /^#_(?:ftn|edn)(?:ref)?\d+$/.test(url.hash)) return null;
  const names = [...url.searchParams.keys()].filter((name) => following.test(name));
  // Setting the search writes it anew; an address without such parameters stays as it was written.
  if (names.length === 0) return url.href;
  for (const name of names) url.searchParams.delete(name);
  return url.href;
}

function unwrapped(address: string): string | null {
  const url = parsed(address);
  if (!url) return null;
  const isGoogle = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname === "/url";
  const isOutlook = /\.safelinks\.protection\.outlook\.com$/.test(url.hostname);
  const inner = isGoogle
    ? (url.searchParams.get("q") ?? url.searchParams.get("url"))
    : isOutlook
      ? url.searchParams.get("url")
      : null;
  return inner && parsed(inner) ? inner : null;
}

function parsed(address: string): URL | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return new URL(address);
}
