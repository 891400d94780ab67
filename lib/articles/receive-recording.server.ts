import "server-only";
import type { NextRequest } from "next/server";
import { asNamedTo } from "../access/as-named-to.server";
import { mayDo } from "../access/can";
import { clientKey, countTry } from "../accounts/client-key.server";
import type { Viewer } from "../access/viewer";
import { dropUpload, storeRecording, type StoredRecording } from "../captures/recording-store.server";
import { noteRefusal, ticketFor, viewerOfRequest } from "../core/api-route.server";
import { env } from "../core/env.server";
import { isHeldForAnother } from "../core/held-form";
import { ticketOfRequest } from "../core/idempotency.server";
import { dateAsStored } from "../core/form-fields";
import { fieldsReadLimits, drain, readMultipart, wordsOfForm } from "../core/multipart.server";
import { originFacts, sameOrigin } from "../core/origin-check";
import { parseInput } from "../core/parse-input";
import { hit } from "../core/rate-window.server";
import { fail, ok, type Failure, type Result } from "../core/result";
import { addRecording } from "./commands/add-recording";
import { addRecordingSchema, type AddRecordingInput } from "./schema";

/** What came of an upload: the article, or why not, with the words that came along. */
export type ReceivedRecording = {
  viewer: Viewer | null;
  fields: Record<string, string>;
  outcome: Result<{ articleId: string; claimId: string | null }>;
};

/** So many recordings a person may send in a quarter of an hour, and how often they may ask whether the fields are right. */
const uploadLimit = { limit: 20, windowSeconds: 900 };
const strangerLimits = { each: 5, all: 50, windowSeconds: 900 };
const fieldsLimit = { limit: 200, windowSeconds: 900 };
const action = "article.write";

/**
 * Takes in a recording as a multipart form, while it comes: who asks and whether they may is answered before the first byte
 * of the file, nothing of a file is kept when a field before it is wrong, and nothing of a file stays that did not become
 * an article's copy.
 */
export async function receiveRecording(request: NextRequest, now: Date): Promise<ReceivedRecording> {
  const sender = await senderOf(request, now);
  if (!sender.ok) return refused(request, { ...sender, now });
  const { viewer } = sender;
  const counted = await hit(`recording:${viewer.id}`, uploadLimit, now);
  if (!counted.ok) return refused(request, { error: counted.error, viewer, now });
  const mostBytes = env().recordingMb * 1_048_576;
  const posted = await readMultipart(request, async (bytes, before): Promise<Result<StoredRecording>> => {
    // Every field may be left out, so what is wrong now is wrong whatever comes behind the file.
    const known = inputOf(viewer, before);
    if (known.ok) return storeRecording(viewer, bytes, mostBytes, now);
    await drain(bytes);
    return known;
  });
  if (!posted.ok) return { viewer, fields: {}, outcome: posted };
  const { fields, file } = posted.value;
  return { viewer, fields, outcome: await keep({ request, viewer, fields, now }, file) };
}

/**
 * Whether a recording would be taken with these fields: the form without its file, asked before hundreds of megabytes are
 * sent. Keeps nothing.
 */
export async function checkRecordingFields(request: NextRequest, now: Date): Promise<Result<null>> {
  const sender = await senderOf(request, now);
  if (!sender.ok) {
    noteRefusal(sender.error, { request, action, viewer: sender.viewer });
    return sender;
  }
  const counted = await hit(`recording-fields:${sender.viewer.id}`, fieldsLimit, now);
  if (!counted.ok) return counted;
  const posted = await readMultipart(request, drain, fieldsReadLimits);
  if (!posted.ok) return posted;
  const input = inputOf(sender.viewer, posted.value.fields);
  return input.ok ? ok(null) : input;
}

type Sender = { ok: true; viewer: Viewer } | { ok: false; error: Failure; viewer: Viewer | null };

async function senderOf(request: NextRequest, now: Date): Promise<Sender> {
  const asked = await viewerOfRequest(request, now);
  if (!asked.ok) return { ...asked, viewer: null };
  const allowed = mayDo(asked.value, action);
  return allowed.ok ? { ok: true, viewer: asked.value } : { ...allowed, viewer: asked.value };
}

/** What the fields say of the recording, or which of them is wrong. */
function inputOf(viewer: Viewer, fields: Record<string, string>): Result<AddRecordingInput> {
  if (isHeldForAnother(new Map(Object.entries(fields)), viewer.id)) {
    const detail = `This was written before you signed in as ${viewer.name}. Nothing was saved. Read it, then send it again.`;
    return fail({ kind: "conflict", code: "written-before", detail });
  }
  return parseInput(addRecordingSchema, typedFields(fields));
}

/**
 * A refusal that the file has no part in. The words that came are given back, unless another site may have put them there,
 * or a stranger asks again and again to have a whole upload read.
 */
async function refused(
  request: NextRequest,
  { error, viewer, now }: { error: Failure; viewer: Viewer | null; now: Date },
): Promise<ReceivedRecording> {
  const { method, headers } = request;
  noteRefusal(error, { request, action, viewer });
  const isFromHere = sameOrigin(originFacts(method, (name) => headers.get(name), env().publicUrl));
  const isHeard = isFromHere && (viewer !== null || (await countStranger(headers, now)));
  const fields = isHeard ? await wordsOfForm(request, viewer ? "staff" : "stranger") : {};
  return { viewer, fields, outcome: fail(error) };
}

/** Whether the words of one who is not signed in are read once more: their session may have ended under the upload. */
async function countStranger(headers: Headers, now: Date): Promise<boolean> {
  return (await countTry("recording-stranger", clientKey(headers), strangerLimits, now)).ok;
}

const noFile: Failure = {
  kind: "invalid",
  code: "no-file",
  detail: "Choose the file: none came.",
  issues: [{ code: "no-file", field: "file", message: "Choose the file: none came." }],
};

type Call = { request: NextRequest; viewer: Viewer; fields: Record<string, string>; now: Date };

async function keep(
  call: Call,
  stored: Result<StoredRecording> | null,
): Promise<ReceivedRecording["outcome"]> {
  if (!stored) return fail(noFile);
  if (!stored.ok) return stored;
  try {
    return await makeArticle(call, stored.value);
  } finally {
    // Nothing to drop once a capture names it.
    await dropUpload(stored.value.recordingId);
  }
}

async function makeArticle(
  { request, viewer, fields, now }: Call,
  stored: StoredRecording,
): Promise<ReceivedRecording["outcome"]> {
  const input = inputOf(viewer, fields);
  if (!input.ok) return input;
  const given = await asNamedTo(viewer, input.value);
  const ticket = ticketFor(request, viewer.id, Buffer.from(JSON.stringify([fields, stored.sha256])));
  if (!ticket.ok) return ticket;
  const add = () => addRecording(viewer, stored, given, now);
  const added = ticket.value ? await ticketOfRequest.run(ticket.value, add) : await add();
  // It leads on as it was asked: an id of something hidden is still the one that was typed.
  const claimId = input.value.claimId ?? null;
  return added.ok ? { ok: true, value: { articleId: added.value.articleId, claimId } } : added;
}

/** What a person typed: an empty field says nothing, and what the form says of itself is no input. */
function typedFields(fields: Record<string, string>): Record<string, string> {
  const typed = Object.entries(fields).filter(
    ([name, value]) => value.trim() !== "" && !name.startsWith("$"),
  );
  return Object.fromEntries(
    typed.map(([name, value]) => [name, name === "publishedAt" ? dateAsStored(value) : value]),
  );
}
