import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthPage } from "@/components/layout/auth-page";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { signInToGoOn } from "@/components/ui/sign-in-again";
import { currentViewer } from "@/lib/access/viewer.server";
import { loadSettings } from "@/lib/settings/settings.server";

export const metadata: Metadata = { title: "You are signed in", robots: "noindex" };

/** Where somebody comes out who signed in only to send what waits in another tab. */
export default async function SignedInPage() {
  const viewer = await currentViewer();
  if (!viewer) redirect(signInToGoOn);
  const { site } = await loadSettings();
  return (
    <AuthPage newsroom={site.name} title="You are signed in">
      <Notice title={`Signed in as ${viewer.name}.`}>
        Close this tab and go back to the one you were writing in. A draft saves itself there; in any other
        form, press its button again.
      </Notice>
      <p className="mt-5">
        <LinkButton href="/desk">To the desk</LinkButton>
      </p>
    </AuthPage>
  );
}
