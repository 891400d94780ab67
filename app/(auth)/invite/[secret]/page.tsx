import type { Metadata } from "next";
import { AuthPage } from "@/components/layout/auth-page";
import { roleHints } from "@/components/settings/role-hints";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { OpenInvitationDto } from "@/lib/accounts/dto";
import { findInvitation } from "@/lib/accounts/queries";
import { sayInZone } from "@/lib/core/zoned-time";
import { loadSettings, type Settings } from "@/lib/settings/settings.server";
import { accept } from "./actions";

export const metadata: Metadata = {
  title: "Your account",
  robots: "noindex",
};

const words = {
  invite: { title: "Welcome to the desk", button: "Make my account", busy: "Making it…" },
  "first-admin": { title: "The first admin of this desk", button: "Make my account", busy: "Making it…" },
  reset: { title: "Choose a new password", button: "Set the password and sign in", busy: "Signing in…" },
} as const;

export default async function InvitePage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const [invitation, { site }] = await Promise.all([findInvitation(secret, new Date()), loadSettings()]);
  return (
    <AuthPage
      newsroom={site.name}
      title={invitation ? words[invitation.purpose].title : "This link does not work any more"}
    >
      {invitation ? (
        <>
          <Invited invitation={invitation} site={site} />
          <AcceptForm invitation={invitation} secret={secret} />
        </>
      ) : (
        <LinkIsOver />
      )}
    </AuthPage>
  );
}

/** Who made the link, for whom, as what, and until when it works. */
function Invited({ invitation, site }: { invitation: OpenInvitationDto; site: Settings["site"] }) {
  const { purpose, email, role, isIntern, madeBy, expiresAt } = invitation;
  const by = madeBy ?? "An admin";
  const as = `as ${role}${isIntern ? ", intern" : ""} (${roleHints[role]})`;
  const sentence = {
    invite: `${by} invites you to ${site.name} ${as}.`,
    "first-admin": `You become the first admin of ${site.name} (${roleHints.admin}).`,
    reset: `${by} made this link so that you can choose a new password. Your other sessions end when you do.`,
  }[purpose];
  return (
    <div className="mb-4 grid gap-1 text-ink-2 wrap-anywhere">
      <p>{sentence}</p>
      {email ? <p>For {email}.</p> : null}
      <p>The link works once, until {sayInZone(site.timeZone, new Date(expiresAt))}.</p>
    </div>
  );
}

function LinkIsOver() {
  return (
    <Notice title="It was used, withdrawn, or has run out." safe="Nothing was changed.">
      <p className="mb-2">If you have an account, sign in. Else ask an admin for a new link.</p>
      <LinkButton href="/sign-in">Sign in</LinkButton>
    </Notice>
  );
}

function AcceptForm({ invitation, secret }: { invitation: OpenInvitationDto; secret: string }) {
  const { purpose, email, name } = invitation;
  return (
    <Form
      action={accept}
      id="accept"
      className="grid gap-3"
      asksSecretOnly={purpose === "reset" && Boolean(email)}
    >
      <input type="hidden" name="secret" value={secret} />
      {email ? (
        // For password managers: which account the new password belongs to.
        <input type="email" autoComplete="username" value={email} readOnly hidden />
      ) : (
        <TextField name="email" type="email" label="E-mail" autoComplete="username" required />
      )}
      {purpose === "reset" ? null : (
        <TextField
          name="name"
          label="Name"
          hint="As readers will see it."
          defaultValue={name}
          autoComplete="name"
          required
        />
      )}
      <TextField
        name="password"
        type="password"
        label="Password"
        hint="Twelve characters or more; a few words are easy to keep."
        autoComplete="new-password"
        minLength={12}
        maxLength={200}
        required
      />
      <SubmitButton busy={words[purpose].busy}>{words[purpose].button}</SubmitButton>
    </Form>
  );
}
