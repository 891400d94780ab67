import type { Role } from "../claims/vocabulary";
import { fail, ok, type Result } from "../core/result";
import type { Scope, Viewer } from "./viewer";

const staff: readonly Role[] = ["checker", "editor", "admin"];
const editors: readonly Role[] = ["editor"];
const admins: readonly Role[] = ["admin"];

/**
 * Who may do what, by role and token scope. What is not listed is refused. Rules about *this* claim (blindness, states,
 * four eyes) come on top: a role is never enough.
 */
export const actions = {
  "desk.read": { roles: staff, scope: "read" },
  "article.write": { roles: staff, scope: "write" },
  "article.reliability": { roles: editors, scope: "write" },
  "claim.write": { roles: staff, scope: "write" },
  "claim.event": { roles: staff, scope: "write" },
  "evidence.write": { roles: staff, scope: "write" },
  "review.give": { roles: staff, scope: "write" },
  "verdict.write": { roles: staff, scope: "write" },
  "comment.write": { roles: staff, scope: "write" },
  "correction.open": { roles: staff, scope: "write" },
  "view.write": { roles: staff, scope: "write" },
  "task.write": { roles: staff, scope: "write" },
  "shelf-life.look": { roles: staff, scope: "write" },
  "selection.read": { roles: staff, scope: "read" },
  "tip.decide": { roles: staff, scope: "write" },
  "verdict.sign": { roles: editors, scope: "sign" },
  "schedule.cancel": { roles: editors, scope: "write" },
  "verdict.retract": { roles: editors, scope: "sign" },
  "version.withhold": { roles: ["editor", "admin"] as readonly Role[], scope: "write" },
  "notice.sign": { roles: editors, scope: "sign" },
  "page.write": { roles: ["editor", "admin"] as readonly Role[], scope: "write" },
  "page.sign": { roles: editors, scope: "sign" },
  "application.read": { roles: ["editor", "admin"] as readonly Role[], scope: "read" },
  "origin.attest": { roles: editors, scope: "write" },
  "outlet.write": { roles: ["editor", "admin"] as readonly Role[], scope: "write" },
  "entity.write": { roles: ["editor", "admin"] as readonly Role[], scope: "write" },
  "template.write": { roles: ["editor", "admin"] as readonly Role[], scope: "write" },
  "capture.expunge": { roles: ["editor", "admin"] as readonly Role[], scope: "write" },
  "people.manage": { roles: admins, scope: "write" },
  "settings.write": { roles: admins, scope: "write" },
  "log.read": { roles: staff, scope: "read" },
  "own.account": { roles: staff, scope: "write" },
} as const satisfies Record<string, { roles: readonly Role[]; scope: Scope }>;

export type Action = keyof typeof actions;

/** Whether the viewer's role and token allow the action at all. */
export function can(viewer: Pick<Viewer, "role" | "scopes">, action: Action): boolean {
  const rule = actions[action];
  return (rule.roles as readonly Role[]).includes(viewer.role) && viewer.scopes.includes(rule.scope);
}

/** `forbidden` with the reason when the viewer may not. */
export function mayDo(viewer: Pick<Viewer, "role" | "scopes">, action: Action): Result<null> {
  if (can(viewer, action)) return ok(null);
  const rule = actions[action];
  const byRole = !(rule.roles as readonly Role[]).includes(viewer.role);
  return fail({
    kind: "forbidden",
    code: byRole ? "role" : "scope",
    detail: byRole ? `This is for: ${rule.roles.join(", ")}.` : `The token lacks the scope "${rule.scope}".`,
  });
}
