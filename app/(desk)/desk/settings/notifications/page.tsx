import type { Metadata } from "next";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/button";
import { CheckField, RadioField } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select";
import { can } from "@/lib/access/can";
import { env } from "@/lib/core/env.server";
import { newsKinds, type NewsKind, type NewsWay } from "@/lib/notifications/kinds";
import { newsChoices } from "@/lib/notifications/queries";
import { loadSettings } from "@/lib/settings/settings.server";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { save } from "./actions";

export const metadata: Metadata = { title: "Notifications" };

const words: Record<NewsKind, { label: string; about: string }> = {
  "to-sign": {
    label: "Waits for your signature",
    about:
      "A claim is called ready for an editor, or a page of the site is finished, and you wrote none of it. You need not follow the claim.",
  },
  signed: {
    label: "Scheduled and promised",
    about:
      "A publication that you signed for a time is out, or one that you signed or follow is cancelled. A promised update is due. Editors hear of every cancellation and every missed update. This mail comes at once.",
  },
  mention: { label: "Mentions", about: "Somebody names you with an @ in a comment." },
  assigned: { label: "Assignments", about: "Somebody gives you a claim to work on." },
  reply: {
    label: "Reply deadlines",
    about: "You asked somebody for a reply: shortly before their time is up, and once it is.",
  },
  claim: {
    label: "Claims you follow",
    about:
      "On a claim that you watch, wrote or are assigned: a comment, a new state, a correction. Not every piece of evidence.",
  },
  source: {
    label: "Changed sources",
    about:
      "A source behind one of your claims was changed, taken down or put back, or somebody marked it corrected, withdrawn or compromised.",
  },
};

/** The names of the fields of a kind that are ticked. */
const waysTicked = (kind: NewsKind, { inApp, byMail }: NewsWay): string[] => [
  ...(inApp ? [`inApp.${kind}`] : []),
  ...(byMail ? [`byMail.${kind}`] : []),
];

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

export default async function NotificationSettingsPage() {
  const viewer = await settingsViewer("notifications");
  const [{ ways, rhythm }, { site }] = await Promise.all([newsChoices(viewer), loadSettings()]);
  const signs = can(viewer, "verdict.sign");
  const offered = newsKinds.filter((kind) => kind !== "to-sign" || signs);
  // What is not offered to somebody who does not sign stays as it is, should they sign one day.
  const kept = signs ? [] : waysTicked("to-sign", ways["to-sign"]);
  return (
    <SettingsFrame
      viewer={viewer}
      place="notifications"
      title="Notifications"
      lead="What you are notified about at the bell, and what also comes by mail. A mail says who did what on which claim; the text of comments, reviews and evidence stays on the desk."
    >
      {env().smtpUrl ? null : (
        <div className="mb-5 max-w-xl">
          <Notice title="No mail leaves this desk yet">
            It has no mail server: what you choose for mail holds once whoever runs the desk has set one up.
          </Notice>
        </div>
      )}
      <Form action={save} id="notifications" className="grid max-w-xl gap-5" label="Notifications">
        {offered.map((kind) => (
          <fieldset key={kind} className="grid gap-1 border-t pt-3">
            <legend className="float-left font-medium">{words[kind].label}</legend>
            <p className="clear-left text-sm text-ink-3">{words[kind].about}</p>
            <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
              <CheckField name={`inApp.${kind}`} label="At the bell" defaultChecked={ways[kind].inApp} />
              <CheckField name={`byMail.${kind}`} label="By mail" defaultChecked={ways[kind].byMail} />
            </div>
          </fieldset>
        ))}
        {kept.map((way) => (
          <input key={way} type="hidden" name={way} value="on" />
        ))}
        <div className="grid gap-4 border-t pt-3">
          <RadioField
            name="rhythm"
            legend="How often mail comes"
            defaultValue={rhythm.rhythm}
            options={[
              { value: "day", label: "Once a day" },
              { value: "hour", label: "Once an hour, if there is anything" },
              { value: "never", label: "Never" },
            ]}
          />
          <SelectField
            name="hour"
            label={`Time of the daily mail (${site.timeZone})`}
            defaultValue={String(rhythm.hour)}
            options={hours}
          />
        </div>
        <div>
          <SubmitButton>Save</SubmitButton>
        </div>
      </Form>
    </SettingsFrame>
  );
}
