import { safeHref } from "./reader-paths";

const longestWhole = 90;

function encode(words: string): string {
  return encodeURIComponent(words.trim()).replaceAll("-", "%2D");
}

function ends(words: string): [string, string] {
  const parts = words.split(/\s+/u);
  if (parts.length >= 10) return [parts.slice(0, 5).join(" "), parts.slice(-5).join(" ")];
  const points = [...words];
  return [points.slice(0, 24).join(""), points.slice(-24).join("")];
}

/**
 * The address of a passage in place: `#:~:text=start,end` (WICG Scroll to Text Fragment). `null` when the address is
 * not http or https.
 */
export function passageHref(address: string | null, exact: string | null): string | null {
  const href = safeHref(address);
  if (href === null || exact === null || exact.trim() === "") return href;
  const words = exact.replaceAll(/\s+/gu, " ").trim();
  const directive = words.length <= longestWhole ? encode(words) : ends(words).map(encode).join(",");
  return `${href}${href.includes("#") ? "" : "#"}:~:text=${directive}`;
}
