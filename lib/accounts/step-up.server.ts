import "server-only";
import type { Proof, Viewer } from "../access/viewer";
import { db } from "../core/db.server";
import { fail, ok, type Failure, type Result } from "../core/result";
import { stepUpMinutes } from "./policy";
import { useSecondFactor } from "./second-factor.server";
import { noteStepUp } from "./sessions.server";
import { checkPassword } from "./sign-in.server";

/** What a form sends along to prove who is at the browser; blank is the same as absent. */
export type Given = { password?: string | undefined; code?: string | undefined };

/** Whether the person proved who they are in this browser session in the last ten minutes. */
function isSteppedUp(via: Viewer["via"], now: Date): boolean {
  return (
    via.kind === "session" &&
    via.stepUpAt !== null &&
    via.stepUpAt.getTime() > now.getTime() - stepUpMinutes * 60_000
  );
}

/**
 * What is signed: a token may when its scope says so; a browser session only within ten minutes of a proof of who is at it
 * (`forbidden`, code `step-up-needed`). Each command that publishes asks this itself, whatever page or call led to it.
 */
export function mayUseSession(viewer: Viewer, now: Date): Result<null> {
  if (viewer.via.kind === "token" || isSteppedUp(viewer.via, now)) return ok(null);
  const detail =
    "Nothing was signed: an open screen is not enough for this. Sign on the desk's page, where your password is asked for, or use a token that may sign.";
  return fail({ kind: "forbidden", code: "step-up-needed", detail });
}

const askedFor: Record<Proof, { detail: string; field: string; message: string }> = {
  password: {
    detail: "Give your password again: an open screen is not enough for this.",
    field: "password",
    message: "Give your password.",
  },
  "password-and-code": {
    detail: "Give your password and a code again: an open screen is not enough for this.",
    field: "code",
    message: "Give your password and a code from your authenticator.",
  },
  provider: {
    detail: "Confirm who you are with your newsroom's sign-in first: an open screen is not enough for this.",
    field: "password",
    message: "Confirm with your newsroom's sign-in, or give your password here.",
  },
};

function ask(proof: Proof): Failure {
  const { detail, field, message } = askedFor[proof];
  return { kind: "forbidden", code: "step-up", detail, issues: [{ code: "step-up", field, message }] };
}

/**
 * Whether the person at the browser is the one who signed in: by the password given now, with a code when the account has a
 * second factor and none was given in the last ten minutes; or by a proof of the last ten minutes, of which a return from
 * the identity provider is one. With `each`, for what is published, the password is asked for every time. Answers the
 * viewer with the proof noted. `forbidden` with code `step-up` asks for it; a token never passes.
 */
export async function confirmIdentity(
  viewer: Viewer,
  given: Given,
  now: Date,
  { each = false } = {},
): Promise<Result<Viewer>> {
  const { via } = viewer;
  if (via.kind === "token") {
    return fail({
      kind: "forbidden",
      code: "step-up",
      detail: "This takes a person at a signed-in browser.",
    });
  }
  const user = await db().user.findUnique({ where: { id: viewer.id }, select: { totpConfirmedAt: true } });
  const hasSecondFactor = Boolean(user?.totpConfirmedAt);
  const isFresh = isSteppedUp(via, now);
  const byProvider = via.proof === "provider";
  if (!given.password) {
    if (isFresh && (!each || byProvider)) return ok(viewer);
    return fail(
      ask(byProvider ? "provider" : hasSecondFactor && !isFresh ? "password-and-code" : "password"),
    );
  }
  const needsCode = hasSecondFactor && !isFresh;
  if (needsCode && !given.code) return fail(ask("password-and-code"));
  const checked = await checkPassword(viewer.id, given.password, now);
  if (!checked.ok) {
    return checked.error.code === "wrong-password" && !each
      ? fail({ ...checked.error, detail: "The password is wrong. Nothing was changed." })
      : checked;
  }
  if (hasSecondFactor && given.code) {
    const used = await useSecondFactor(viewer.id, given.code, null, now);
    if (!used.ok)
      return used.error.kind === "rate_limited" ? used : fail({ ...used.error, kind: "forbidden" });
  }
  // Within the ten minutes a password alone passes, and does not make them longer.
  if (hasSecondFactor && !given.code) return ok(viewer);
  await noteStepUp(via.sessionId, now);
  return ok({ ...viewer, via: { ...via, stepUpAt: now } });
}
