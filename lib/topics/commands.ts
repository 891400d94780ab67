import "server-only";
import type { Viewer } from "../access/viewer";
import { lockAdmins } from "../accounts/acting-admin.server";
import type { Tx } from "../core/db.server";
import { notFound, refuse, type Result } from "../core/result";
import { runCommand } from "../core/run-command.server";
import { recordEvent } from "../log/record.server";
import { lockSetting, save, stale } from "../settings/save-setting.server";
import { loadSettings } from "../settings/settings.server";
import { withTopicMoved, withTopicRetired, type TopicSettings } from "../settings/topic-settings";
import { moveClaims, moveViews } from "./move-claims.server";
import { isTopicUsed } from "./queries";
import type { MergeTopicInput, RenameTopicInput, RetireTopicInput } from "./schema";

/** How many claims have the topic of that name by it; `entryId` is the log's entry of it. */
export type TopicMoved = { name: string; claims: number; entryId: string };

/**
 * Gives a topic another name, on every claim that has it and in the saved views. 409 `topic-there` when the name is a
 * topic already: then the two can be made one. What is published keeps the word it was signed with.
 */
export function renameTopic(viewer: Viewer, input: RenameTopicInput, now: Date): Promise<Result<TopicMoved>> {
  const { name, to, version } = input;
  return changeTopics(viewer, version, async (tx, before) => {
    await refuseUnknown(tx, name, before);
    if (to !== name && ((await isTopicUsed(tx, to)) || before.retired.includes(to))) refuseThere(to);
    return move(tx, viewer, { before, event: "topic.renamed", name, to, version }, now);
  });
}

/** Makes a topic one with another, which claims must have: every claim that has the first has the second from then on. */
export function mergeTopic(viewer: Viewer, input: MergeTopicInput, now: Date): Promise<Result<TopicMoved>> {
  const { name, into, version } = input;
  return changeTopics(viewer, version, async (tx, before) => {
    await refuseUnknown(tx, name, before);
    if (!(await isTopicUsed(tx, into))) refuseField("into", `No claim has the topic “${into}”.`);
    return move(tx, viewer, { before, event: "topic.merged", name, to: into, version }, now);
  });
}

/** Takes a topic out of what is offered, or brings it back, and answers the version after it. Claims that have it keep it. */
export function retireTopic(
  viewer: Viewer,
  input: RetireTopicInput,
  now: Date,
): Promise<Result<{ version: number }>> {
  const { name, isRetired, version } = input;
  return changeTopics(viewer, version, async (tx, before) => {
    await refuseUnknown(tx, name, before);
    const value = withTopicRetired(before, name, isRetired);
    const saved = await save(tx, viewer, { key: "topics", value, before, version }, now);
    await recordEvent(tx, viewer, now, {
      event: isRetired ? "topic.retired" : "topic.brought-back",
      subject: { kind: "topic", id: name },
    });
    return { version: saved.version };
  });
}

/** A topic may be on tens of thousands of claims, each of which is written to and logged. */
const patience = { timeoutMs: 120_000 };

function changeTopics<T>(
  viewer: Viewer,
  version: number,
  change: (tx: Tx, before: TopicSettings) => Promise<T>,
): Promise<Result<T>> {
  return withTopics(viewer, (tx, { topics, stored }) => {
    if (stored !== version) refuse(stale(stored));
    return change(tx, topics);
  });
}

/** Runs a change of the topics, one at a time, with what was decided about them and the version of it. */
export function withTopics<T>(
  viewer: Viewer,
  change: (tx: Tx, now: { topics: TopicSettings; stored: number }) => Promise<T>,
): Promise<Result<T>> {
  return runCommand(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '120s'`;
    await lockAdmins(tx, viewer);
    const stored = await lockSetting(tx, "topics");
    return change(tx, { topics: (await loadSettings(tx)).topics, stored });
  }, patience);
}

type Move = { before: TopicSettings; event: string; name: string; to: string; version: number };

async function move(
  tx: Tx,
  viewer: Viewer,
  { before, event, name, to, version }: Move,
  now: Date,
): Promise<TopicMoved> {
  if (name === to) refuseField("to", "That is its name already.");
  const value = withTopicMoved(before, name, to);
  const saved = await save(tx, viewer, { key: "topics", value, before, version }, now);
  const claims = await moveClaims(tx, viewer, { from: name, to }, now);
  const views = await moveViews(tx, { from: name, to });
  const entryId = await recordEvent(tx, viewer, now, {
    event,
    subject: { kind: "topic", id: to },
    body: { from: name, to, claims, views, was: before, version: saved.version },
  });
  return { name: to, claims, entryId };
}

async function refuseUnknown(tx: Tx, name: string, { retired }: TopicSettings): Promise<void> {
  if (!retired.includes(name) && !(await isTopicUsed(tx, name))) refuse(notFound("topic"));
}

function refuseThere(to: string): never {
  const message = `“${to}” is a topic already. If the two are one, make them one instead.`;
  refuse({
    kind: "conflict",
    code: "topic-there",
    detail: message,
    issues: [{ code: "topic-there", field: "to", message }],
  });
}

function refuseField(field: string, message: string): never {
  refuse({
    kind: "invalid",
    code: "bad-topic",
    detail: message,
    issues: [{ code: "bad-topic", field, message }],
  });
}
