import { createHash, timingSafeEqual } from "node:crypto";
import type { Failure } from "../core/result";

const digest = (text: string) => createHash("sha256").update(text).digest();

/**
 * Why the metrics are not shown, or null when they are: without a token in the settings there is no such address; with
 * one it must come as a bearer token, compared in constant time.
 */
export function refuseMetrics(token: string | undefined, authorization: string | null): Failure | null {
  if (!token)
    return { kind: "not_found", code: "not-found", detail: "Metrics are off: METRICS_TOKEN is not set." };
  const given = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? "")?.[1] ?? "";
  if (timingSafeEqual(digest(given), digest(token))) return null;
  return { kind: "unauthenticated", code: "metrics-token", detail: "Send METRICS_TOKEN as a bearer token." };
}
