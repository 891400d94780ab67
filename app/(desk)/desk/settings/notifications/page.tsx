import type { Metadata } from "next";
import { SubmitButton } from "@/components/ui/button";
import { CheckField, RadioField } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select";
import { env } from "@/lib/core/env.server";
import { newsKinds, type NewsKind } from "@/lib/notifications/kinds";
import { newsChoices } from "@/lib/notifications/queries";
import { loadSettings } from "@/lib/settings/settings.server";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

const words: Record<NewsKind, { label: string; about: string }> = {
  signed: {
    label: "What was signed for a time, or promised readers",
    about:
      "A publication that you signed for a time is out; one that you signed, watch, wrote or have is called off; the update that first findings promise is due. This mail comes at once, and does not wait for the hour below.",
  },
  mention: { label: "Somebody names you", about: "With an @ in a comment." },
  assigned: { label: "Somebody gives you a claim", about: "It is yours to work on." },
  reply: {
    label: "A deadline that you gave is near",
    about: "You asked somebody for a reply; told before the time is over, and when it is.",
  },
  claim: {
    label: "Something happens on a claim you watch, wrote or have",
    about: "A comment, a step of its way, a correction. Not each piece of evidence.",
  },
  source: {
    label: "A source of a claim of yours changed",
    about: "Its words read differently, are gone or back, or somebody marked it.",
  },
};

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

export default async function NotificationSettingsPage() {
  const viewer = await settingsViewer("notifications");
  const [{ ways, rhythm }, { site }] = await Promise.all([newsChoices(viewer), loadSettings()]);
  return (
    <SettingsFrame
      viewer={viewer}
      place="notifications"
      title="Notifications"
      lead="What you are told at the bell, and what also comes by mail. A mail says who did what on which claim; words of comments, reviews and evidence stay on the desk."
    >
      <Form action={save} id="notifications" className="grid max-w-xl gap-5" label="Notifications">
        {newsKinds.map((kind) => (
          <fieldset key={kind} className="grid gap-1 border-t pt-3">
            <legend className="float-left font-medium">{words[kind].label}</legend>
            <p className="clear-left text-sm text-ink-3">{words[kind].about}</p>
            <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
              <CheckField name={`inApp.${kind}`} label="At the bell" defaultChecked={ways[kind].inApp} />
              <CheckField name={`byMail.${kind}`} label="By mail" defaultChecked={ways[kind].byMail} />
            </div>
          </fieldset>
        ))}
        <div className="grid gap-4 border-t pt-3">
          <RadioField
            name="rhythm"
            legend="Mail comes"
            defaultValue={rhythm.rhythm}
            options={[
              { value: "day", label: "once a day" },
              { value: "hour", label: "once an hour, when there is something" },
              { value: "never", label: "never" },
            ]}
          />
          <SelectField
            name="hour"
            label={`The daily mail is made at, ${site.timeZone}`}
            defaultValue={String(rhythm.hour)}
            options={hours}
          />
          {env().smtpUrl ? null : (
            <p className="text-sm text-ink-3">
              This desk has no mail server yet, so no mail leaves it. Whoever runs it sets SMTP_URL.
            </p>
          )}
        </div>
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </SettingsFrame>
  );
}
