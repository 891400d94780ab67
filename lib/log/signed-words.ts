import { gateTitles } from "../verdicts/gate-titles";
import type { Override } from "../verdicts/requirements";

/** Which version it was, and which lines of the gate were overridden, with the reasons that readers are told. */
export function signedWords(body: Record<string, unknown> | null): string | null {
  const { version, overrides } = (body ?? {}) as { version?: unknown; overrides?: Override[] };
  if (typeof version !== "number") return null;
  const reasons = (overrides ?? []).map(({ code, reason }) => `overridden, ${lineName(code)}: “${reason}”`);
  return [`version ${version}`, ...reasons].join(" · ");
}

/** A line of the gate as the gate calls it, inside a sentence. */
function lineName(code: string): string {
  const title = gateTitles[code]?.[0] ?? code;
  return title.charAt(0).toLowerCase() + title.slice(1);
}
