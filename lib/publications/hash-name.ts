/** The name of bytes by their SHA-256 (RFC 6920, section 3), from the hash in hex: `ni:///sha-256;…` in base64url. */
export function hashName(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, "hex").toString("base64url")}`;
}
