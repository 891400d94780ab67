/** An address that may stand in `href`: http or https only, anything else is `null`. */
export function safeHref(address: string | null): string | null {
  if (address === null || !/^https?:\/\//i.test(address.trim())) return null;
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}
