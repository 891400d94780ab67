import "server-only";
import type { Viewer } from "../access/viewer";
import { fail, ok, type Result } from "../core/result";
import { noteStepUp, stepUpMinutes } from "./sessions.server";
import { checkPassword } from "./sign-in.server";

/** Whether the password was given in this browser session in the last ten minutes. */
function isSteppedUp(via: Viewer["via"], now: Date): boolean {
  return (
    via.kind === "session" &&
    via.stepUpAt !== null &&
    via.stepUpAt.getTime() > now.getTime() - stepUpMinutes * 60_000
  );
}

/**
 * What is signed through the API: a token may when its scope says so; a browser session only while the password was given
 * in the last ten minutes (`forbidden`, code `step-up-needed`), as on the desk's own pages.
 */
export function mayUseSession(viewer: Viewer, now: Date): Result<null> {
  if (viewer.via.kind === "token" || isSteppedUp(viewer.via, now)) return ok(null);
  const detail =
    "Nothing was signed: an open screen is not enough for this. Sign on the desk's page, where your password is asked for, or use a token that may sign.";
  return fail({ kind: "forbidden", code: "step-up-needed", detail });
}

/**
 * Whether the person at the browser is the one who signed in: by the password given now, or one given in the last ten
 * minutes. `forbidden` with code `step-up` asks for it; a token never passes, whatever it may otherwise do.
 */
export async function confirmIdentity(
  viewer: Viewer,
  password: string | undefined,
  now: Date,
): Promise<Result<null>> {
  if (viewer.via.kind === "token") {
    return fail({
      kind: "forbidden",
      code: "step-up",
      detail: "This takes a person at a signed-in browser.",
    });
  }
  if (password === undefined) {
    if (isSteppedUp(viewer.via, now)) return ok(null);
    const detail = "Give your password again: an open screen is not enough for this.";
    return fail({
      kind: "forbidden",
      code: "step-up",
      detail,
      issues: [{ code: "step-up", field: "password", message: "Give your password." }],
    });
  }
  const checked = await checkPassword(viewer.id, password, now);
  if (checked.ok) {
    await noteStepUp(viewer.via.sessionId, now);
    return checked;
  }
  return checked.error.code === "wrong-password"
    ? fail({ ...checked.error, detail: "The password is wrong. Nothing was changed." })
    : checked;
}
