import type { Result } from "../core/result";

/** The value of a success; a refusal here is a bug in the demo. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(
    `${result.error.code}: ${result.error.detail} ${JSON.stringify(result.error.issues ?? [])}`,
  );
}
