import type { Metadata } from "next";
import { SubmitButton } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { OpenInvitationDto } from "@/lib/accounts/dto";
import { findInvitation } from "@/lib/accounts/queries";
import { accept } from "./actions";

export const metadata: Metadata = {
  title: "Your account",
  robots: "noindex",
};

const words = {
  invite: { title: "Welcome to the desk", button: "Make my account" },
  "first-admin": { title: "The first admin of this desk", button: "Make my account" },
  reset: { title: "Choose a new password", button: "Set the password and sign in" },
} as const;

export default async function InvitePage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const invitation = await findInvitation(secret, new Date());
  return (
    <div className="mx-auto w-full max-w-sm px-4 py-12">
      <h1 className="mb-4 font-serif text-2xl font-[640] tracking-tight text-balance">
        {invitation ? words[invitation.purpose].title : "This link does not work any more"}
      </h1>
      {invitation ? <AcceptForm invitation={invitation} secret={secret} /> : <LinkIsOver />}
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
  const { purpose, email, name, role } = invitation;
  return (
    <>
      <p className="mb-4 text-ink-2">
        {email ? <>For {email}. </> : null}
        {purpose === "reset" ? "Your other sessions end when you do." : `Your role: ${role}.`}
      </p>
      <Form action={accept} id="accept" className="grid gap-3" asksSecretOnly>
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
        <SubmitButton>{words[purpose].button}</SubmitButton>
      </Form>
    </>
  );
}
