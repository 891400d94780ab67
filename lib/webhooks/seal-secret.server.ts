import "server-only";
import { sealText, unsealText } from "../core/sealed-text.server";

const use = "countersign-webhook-secret-v1";

/** A secret as it may lie in the database: AES-256-GCM under the instance's own secret. */
export function sealSecret(secret: string): string {
  return sealText(use, secret);
}

/** The secret again; `null` when it was sealed under another secret or altered: then a new one must be made. */
export function openSecret(sealed: string): string | null {
  return unsealText(use, sealed);
}
