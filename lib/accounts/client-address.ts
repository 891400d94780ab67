/**
 * The client's address from `X-Forwarded-For`, to which each proxy appends the address it saw: with `proxies` of ours
 * in front, that many from the right; with none, the last, which is the socket's when the client sent no such header
 * (the server fills it in) and else whatever it says: good enough for counting, never for permission. IPv6 clients
 * count by their /64, which one household has. Null when there is none or it does not look like an address.
 */
export function clientAddress(forwardedFor: string | null, proxies: number): string | null {
  const chain = (forwardedFor ?? "").split(",").map((part) => part.trim());
  const address = chain.at(-Math.max(1, proxies)) ?? "";
  const bare = address.replace(/^\[|\](:\d+)?$/g, "").replace(/^::ffff:(?=\d+\.)/i, "");
  const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(bare);
  if (v4) return v4[1] ?? null;
  if (!/^[0-9a-f:]{2,39}$/i.test(bare) || !bare.includes(":")) return null;
  return networkOf(bare.toLowerCase());
}

function networkOf(v6: string): string {
  const [head = "", tail] = v6.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail === undefined) return groups.slice(0, 4).map(plain).join(":");
  const after = tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0");
  return [...groups, ...zeros, ...after].slice(0, 4).map(plain).join(":");
}

function plain(group: string): string {
  return group.replace(/^0+(?=.)/, "");
}
