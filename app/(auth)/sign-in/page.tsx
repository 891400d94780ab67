import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInCard } from "@/components/layout/sign-in-card";
import { currentViewer } from "@/lib/access/viewer.server";
import { demoAccounts, demoPassword } from "@/lib/accounts/demo-accounts";
import { env } from "@/lib/core/env.server";
import { safeReturnPath } from "@/lib/core/safe-redirect";
import { loadSettings } from "@/lib/settings/settings.server";
import { signIn, signInElsewhere } from "./actions";

export const metadata: Metadata = { title: "Sign in" };

const notices: Record<string, { title: string; text: string }> = {
  "no-account": {
    title: "Nobody invited this address here.",
    text: "Your newsroom knows you, this desk does not yet. Ask an admin for an invitation.",
  },
  deactivated: {
    title: "Your account here was deactivated.",
    text: "Your newsroom knows you, but this desk lets you in no longer. Ask an admin if that is wrong.",
  },
  Configuration: {
    title: "The newsroom’s sign-in is not set up rightly.",
    text: "Nothing was lost. Use your password here, and tell whoever runs this desk.",
  },
};

const otherTrouble = {
  title: "Signing in did not work.",
  text: "Nothing was lost. Try once more, or use your password here.",
};

/** next-auth sends people here with a whole address; only a path of this site is followed. */
function returnPath(asked: { from?: string | string[]; callbackUrl?: string | string[] }): string {
  const { publicUrl } = env();
  const back = asked.from ?? asked.callbackUrl;
  return safeReturnPath(
    typeof back === "string" && back.startsWith(`${publicUrl}/`) ? back.slice(publicUrl.length) : back,
  );
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = returnPath(asked);
  if (await currentViewer()) redirect(next);
  const { site } = await loadSettings();
  const { demo } = env();
  const notice = typeof asked.error === "string" ? (notices[asked.error] ?? otherTrouble) : undefined;
  const oidcName = process.env.OIDC_NAME ?? "your newsroom's account";
  return (
    <SignInCard
      signIn={signIn}
      next={next}
      newsroom={site.name}
      notice={notice}
      oidc={
        process.env.OIDC_ISSUER ? { label: `Sign in with ${oidcName}`, action: signInElsewhere } : undefined
      }
      demoAccounts={
        demo ? demoAccounts.map(({ email, role }) => ({ email, role, password: demoPassword })) : undefined
      }
    />
  );
}
