import { problemResponse, publicJsonResponse } from "@/lib/core/api-answer.server";
import { loadKeySet } from "@/lib/publications/signing-key.server";

export const dynamic = "force-dynamic";

/** The public keys with the time each was in use, for anyone who verifies a record. */
export async function GET(): Promise<Response> {
  try {
    return publicJsonResponse(await loadKeySet());
  } catch {
    return problemResponse({
      kind: "unavailable",
      code: "keys-unreadable",
      detail: "The keys cannot be read just now.",
      retryAfterSeconds: 30,
    });
  }
}
