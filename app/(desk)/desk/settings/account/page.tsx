import type { Metadata } from "next";
import { OwnNameForm } from "@/components/settings/name-forms";
import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Section } from "@/components/ui/section";
import { namesGoWords } from "@/lib/schedules/cancels-words";
import { waitingByName } from "@/lib/schedules/queries";
import { loadSettings } from "@/lib/settings/settings.server";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { changeName, changePassword } from "./actions";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const viewer = await settingsViewer("account");
  const [waiting, { site }] = await Promise.all([waitingByName(viewer), loadSettings()]);
  return (
    <SettingsFrame viewer={viewer} place="account" title="Your account">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-ink-3">Name</dt>
        <dd>{viewer.name}</dd>
        <dt className="text-ink-3">E-mail</dt>
        <dd>
          {viewer.email}{" "}
          <span className="text-sm text-ink-3">
            {viewer.role === "admin" ? "another admin changes it" : "an admin changes it"}
          </span>
        </dd>
        <dt className="text-ink-3">Role</dt>
        <dd>{viewer.role}</dd>
      </dl>
      <Section id="name" title="Change your name" level={2}>
        <OwnNameForm
          name={viewer.name}
          action={changeName}
          besides={namesGoWords(waiting, site.timeZone).get(viewer.id) ?? null}
        />
      </Section>
      <Section id="password" title="Change the password" level={2}>
        <Form
          action={changePassword}
          id="change-password"
          done="changed"
          className="grid max-w-sm gap-3"
          label="Change the password"
          asksSecretOnly
        >
          <input type="email" autoComplete="username" value={viewer.email} readOnly hidden />
          <ConfirmByPassword purpose="to change it" label="Your present password" />
          <TextField
            name="newPassword"
            type="password"
            label="New password"
            hint="Twelve characters or more; a few words are easy to keep."
            autoComplete="new-password"
            minLength={12}
            maxLength={200}
            required
          />
          <p className="text-sm text-ink-3">Your other sessions end. This one goes on.</p>
          <div>
            <SubmitButton look="plain" busy="Changing it…">
              Change the password
            </SubmitButton>
          </div>
        </Form>
      </Section>
    </SettingsFrame>
  );
}
