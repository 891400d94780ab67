import "server-only";
import type { Tx } from "../core/db.server";
import { refuse } from "../core/result";
import { loadSettings } from "../settings/settings.server";
import { refusedTopics, topicsNow } from "../settings/topic-settings";

/** The topics of a claim by their names of now. Refuses (422 `topic-retired`) one that is retired and was not on it before. */
export async function checkTopics(
  tx: Tx,
  typed: readonly string[],
  had: readonly string[] = [],
): Promise<string[]> {
  if (typed.length === 0) return [];
  const { topics: settings } = await loadSettings(tx);
  const names = topicsNow(typed, settings);
  const [retired] = refusedTopics(names, had, settings);
  if (retired === undefined) return names;
  const message = `“${retired}” is retired: choose another topic, or ask an admin to bring it back.`;
  return refuse({
    kind: "invalid",
    code: "topic-retired",
    detail: message,
    issues: [{ code: "topic-retired", field: "topics", message }],
  });
}
