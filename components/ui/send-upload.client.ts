import { issueInForm } from "@/lib/core/issue-field";
import type { Issue } from "@/lib/core/result";
import { typedValues } from "@/lib/core/typed-values";
import { noteAnswer, nothingSent } from "./connection";
import { accountHeader } from "./page-account";
import type { FormState } from "./form-state";

/** How much of an upload the line has taken, in bytes. */
export type Sent = { sent: number; total: number };

/** What came of an upload: the id of what was made of it, or what the form says. */
export type Uploaded = { id: string } | Refused;

type Refused = { refused: NonNullable<FormState> };

type Problem = { detail?: string; issues?: Issue[] };

const megabytes = (bytes: number) => Math.floor(bytes / 1_048_576);

function brokenOff({ sent, total }: Sent): string {
  if (sent > 0 && sent >= total)
    return "The connection broke off before the desk had answered. It may have kept the file. Send it again as it is: it will not be kept twice.";
  const far = sent > 0 ? ` after ${megabytes(sent)} of ${megabytes(total)} MB` : "";
  return `The connection broke off${far}. Nothing of the file was kept; send it again.`;
}

/** What the form shows after an upload that came to nothing: the reason, and all that was typed. */
function refusedWith(form: FormData, message: string, issues: Issue[] = []): Refused {
  const inForm = issues.map((issue) => issueInForm(issue, form));
  return { refused: { ok: false, message, issues: inForm, values: typedValues(form) } };
}

/** What the form shows of an answer that is no success. */
function refusedBy(status: number, form: FormData, problem: Problem | null): Refused {
  const { refused } = refusedWith(form, refusalWords(status, problem), problem?.issues);
  return { refused: status === 401 ? { ...refused, isSignedOut: true } : refused };
}

/** `account`: whose page it is sent from, so that it is not kept for whoever signed in since. */
type Sending = { to: string; form: FormData; key: string; account: string | null };

/**
 * Sends a form with a file and tells how much of it is sent; its other fields go ahead, so that a wrong one is told before
 * the file is on its way. The same `key` again makes nothing twice. `stop` ends it: nothing of it is kept then. It never
 * rejects; a form that has come back holds all that was typed.
 */
export function sendUpload(
  sending: Sending,
  onSent: (sent: Sent) => void,
): { stop: () => void; done: Promise<Uploaded> } {
  if (!navigator.onLine)
    return { stop: () => {}, done: Promise.resolve(refusedWith(sending.form, nothingSent)) };
  const stopping = new AbortController();
  const done = fieldsRefused(sending, stopping.signal).then(
    (refused) => refused ?? sendAll(sending, onSent, stopping.signal),
  );
  return { stop: () => stopping.abort(), done };
}

const stopped = (form: FormData) => refusedWith(form, "You stopped it. Nothing of the file was kept.");

/** Null when the desk would take the fields. */
async function fieldsRefused({ to, form, account }: Sending, signal: AbortSignal): Promise<Uploaded | null> {
  const fields = new FormData();
  for (const [name, value] of form) if (typeof value === "string") fields.append(name, value);
  try {
    const answer = await fetch(`${to}?only=fields`, {
      method: "POST",
      headers: { Accept: "application/json", ...accountHeader(account) },
      body: fields,
      signal,
    });
    noteAnswer(true);
    if (answer.ok) return null;
    const problem = readAnswer(await answer.text());
    return refusedBy(answer.status, form, problem);
  } catch {
    if (signal.aborted) return stopped(form);
    noteAnswer(false);
    return refusedWith(form, "The desk did not answer, so nothing of the file was sent. Send it again.");
  }
}

function sendAll(
  { to, form, key, account }: Sending,
  onSent: (sent: Sent) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  if (signal.aborted) return Promise.resolve(stopped(form));
  const request = new XMLHttpRequest();
  const last = { sent: 0, total: 0 };
  signal.addEventListener("abort", () => request.abort(), { once: true });
  const done = new Promise<Uploaded>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => {
      Object.assign(last, { sent: loaded, total });
      onSent({ sent: loaded, total });
    };
    request.onabort = () => resolve(stopped(form));
    request.onerror = () => {
      noteAnswer(false);
      resolve(refusedWith(form, brokenOff(last)));
    };
    request.onload = () => {
      noteAnswer(true);
      const answer = readAnswer(request.responseText);
      if (request.status === 201 && answer?.id) return resolve({ id: answer.id });
      resolve(refusedBy(request.status, form, answer));
    };
  });
  request.open("POST", to);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Idempotency-Key", key);
  for (const [name, value] of Object.entries(accountHeader(account))) request.setRequestHeader(name, value);
  request.send(form);
  return done;
}

function readAnswer(text: string): (Problem & { id?: string }) | null {
  try {
    return JSON.parse(text) as Problem & { id?: string };
  } catch {
    return null;
  }
}

function refusalWords(status: number, answer: Problem | null): string {
  if (status === 401) return "Your session has ended. Nothing of the file was kept.";
  // Something in between answers without our words.
  if (status === 413 && !answer) return "This is too large to send. Nothing of the file was kept.";
  return (
    answer?.detail ?? "The desk did not answer as it should. Nothing of the file was kept; send it again."
  );
}
