import type { ReactNode } from "react";
import { DeskShell } from "@/components/layout/desk-shell";
import type { StepUpProof } from "@/components/ui/step-up";
import type { Viewer } from "@/lib/access/viewer";
import { requireViewer } from "@/lib/access/viewer.server";
import { deskCounts } from "@/lib/live/desk-counts.server";
import { loadSettings } from "@/lib/settings/settings.server";
import { undoActions } from "./desk/undo-actions";
import { keysOf } from "@/lib/shortcuts/queries";
import { signOutAction } from "../(auth)/sign-out-action";
import { saveKeys } from "./desk/settings/keys/actions";

function proofOf({ via }: Viewer, newsroom: string): StepUpProof {
  const by = via.kind === "session" ? (via.proof ?? "password") : "password";
  return { by, provider: process.env.OIDC_NAME ?? "your newsroom's sign-in", newsroom };
}

/** The frame of the desk for whoever is signed in. Each page asks for the viewer itself: a layout guards nothing. */
export async function DeskFrame({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const [counts, settings, keys] = await Promise.all([
    deskCounts(viewer, new Date()),
    loadSettings(),
    keysOf(viewer),
  ]);
  return (
    <DeskShell
      account={{ id: viewer.id, name: viewer.name, role: viewer.role }}
      counts={counts}
      undo={undoActions}
      signOut={signOutAction}
      keys={keys}
      saveKeys={saveKeys}
      banner={settings.site.label}
      proof={proofOf(viewer, settings.site.name)}
      timeZone={settings.site.timeZone}
    >
      {children}
    </DeskShell>
  );
}
