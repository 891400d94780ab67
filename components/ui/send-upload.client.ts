import { issueInForm } from "@/lib/core/issue-field";
import type { Issue } from "@/lib/core/result";
import { noteAnswer } from "./connection";
import type { FormState } from "./form-state";

/** How much of an upload the line has taken, in bytes. */
export type Sent = { sent: number; total: number };

/** What came of an upload: the id of what was made of it, or what the form says. */
export type Uploaded = { id: string } | { refused: NonNullable<FormState> };

type Problem = { detail?: string; issues?: Issue[] };

function typed(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$"),
  );
  return Object.fromEntries(texts);
}

const megabytes = (bytes: number) => Math.floor(bytes / 1_048_576);

function brokenOff({ sent, total }: Sent): string {
  if (sent > 0 && sent >= total)
    return "The connection broke off before the desk had answered. It may have kept the file: look among the articles before you send it again.";
  const far = sent > 0 ? ` after ${megabytes(sent)} of ${megabytes(total)} MB` : "";
  return `The connection broke off${far}. Nothing of the file was kept; send it again.`;
}

/**
 * Sends a form with a file and tells how much of it is sent. `stop` ends it: nothing of it is kept then. It never rejects;
 * a form that has come back holds all that was typed.
 */
export function sendUpload(
  to: string,
  form: FormData,
  onSent: (sent: Sent) => void,
): { stop: () => void; done: Promise<Uploaded> } {
  const request = new XMLHttpRequest();
  const last = { sent: 0, total: 0 };
  const refused = (message: string, issues: Issue[] = []): Uploaded => ({
    refused: {
      ok: false,
      message,
      issues: issues.map((issue) => issueInForm(issue, form)),
      values: typed(form),
    },
  });
  const done = new Promise<Uploaded>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => {
      Object.assign(last, { sent: loaded, total });
      onSent({ sent: loaded, total });
    };
    request.onabort = () => resolve(refused("You stopped it. Nothing of the file was kept."));
    request.onerror = () => {
      noteAnswer(false);
      resolve(refused(brokenOff(last)));
    };
    request.onload = () => {
      noteAnswer(true);
      const answer = readAnswer(request.responseText);
      if (request.status === 201 && answer?.id) return resolve({ id: answer.id });
      resolve(refused(refusalWords(request.status, answer), answer?.issues));
    };
  });
  request.open("POST", to);
  request.setRequestHeader("Accept", "application/json");
  request.send(form);
  return { stop: () => request.abort(), done };
}

function readAnswer(text: string): (Problem & { id?: string }) | null {
  try {
    return JSON.parse(text) as Problem & { id?: string };
  } catch {
    return null;
  }
}

function refusalWords(status: number, answer: Problem | null): string {
  if (status === 401)
    return "Your session has ended. Sign in in another tab, then send this again: what you wrote is still here.";
  // Something in between answers without our words.
  if (status === 413 && !answer) return "This is too large to send. Nothing of the file was kept.";
  return (
    answer?.detail ?? "The desk did not answer as it should. Nothing of the file was kept; send it again."
  );
}
