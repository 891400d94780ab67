import "server-only";
import type { Viewer } from "../access/viewer";
import { changedFields } from "../core/changed-fields";
import { refuse, type Result } from "../core/result";
import { recordEvent } from "../log/record.server";
import { save } from "../settings/save-setting.server";
import type { TopicSettings } from "../settings/topic-settings";
import { changedSince, type OwnEntry } from "../undo/own-entry.server";
import { withTopics } from "./commands";
import { moveClaims, moveClaimsBack, moveViews } from "./move-claims.server";

type Move = {
  from: string;
  to: string;
  /** How many claims it moved. */
  claims: number;
  views: string[];
  was: TopicSettings;
  version: number;
};
/** `stays`: what was not put back, in words. */
type Back = { name: string; claims: number; stays?: string };

/**
 * Takes back that a topic was renamed, or made one with another. A name that no claim had before goes from every claim. Where
 * two became one, each claim that was moved has again what it had, if nobody changed its topics since; `stays` tells of the
 * others. 409 `stale` when something else was decided about topics since.
 */
export async function takeBackMove(viewer: Viewer, entry: OwnEntry, now: Date): Promise<Result<Back>> {
  const { from, to, views, was, version, claims: moved } = entry.body as Move;
  const isMerge = entry.event === "topic.merged";
  return withTopics(viewer, async (tx, { topics, stored }) => {
    // An entry from before entries told what was decided until then fits none.
    if (was === undefined) refuse(changedSince);
    if (stored !== version) {
      // Taken back already is what was wanted.
      if (Object.keys(changedFields(was, topics)).length === 0) return { name: from, claims: 0 };
      refuse(changedSince);
    }
    await save(tx, viewer, { key: "topics", value: was, before: topics, version }, now);
    const back = { from: to, to: from };
    const claims = isMerge
      ? await moveClaimsBack(tx, viewer, { from, to, at: entry.at }, now)
      : await moveClaims(tx, viewer, back, now);
    await moveViews(tx, back, isMerge ? views : undefined);
    await recordEvent(tx, viewer, now, {
      event: isMerge ? "topic.merge-undone" : "topic.rename-undone",
      subject: { kind: "topic", id: from },
      body: { from: to, to: from, claims },
    });
    const left = isMerge ? moved - claims : 0;
    return { name: from, claims, ...(left > 0 ? { stays: staysWords(left, to) } : {}) };
  });
}

function staysWords(claims: number, topic: string): string {
  return claims === 1
    ? `One claim whose topics were changed since was left as it is: look whether “${topic}” is right there.`
    : `${claims} claims whose topics were changed since were left as they are: look whether “${topic}” is right there.`;
}
