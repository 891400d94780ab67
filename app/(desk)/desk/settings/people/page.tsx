import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InviteForm, PeopleTable } from "@/components/settings/people-table";
import { Section } from "@/components/ui/section";
import { listOpenInvitations, listPeople } from "@/lib/accounts/queries";
import { namesGoWords, signersGoWords } from "@/lib/schedules/cancels-words";
import { waitingByName, waitingBySigner } from "@/lib/schedules/queries";
import { loadSettings } from "@/lib/settings/settings.server";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import {
  changeAddress,
  giveRole,
  invite,
  rename,
  resetPassword,
  setActive,
  setIntern,
  takeSecondFactor,
  withdraw,
} from "./actions";
import { OpenLinks } from "./open-links";
import { ResetForm } from "./reset-form";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage() {
  const viewer = await settingsViewer("people");
  const now = new Date();
  const [people, links, waiting, naming, { site }] = await Promise.all([
    listPeople(viewer),
    listOpenInvitations(viewer, now),
    waitingBySigner(viewer),
    waitingByName(viewer),
    loadSettings(),
  ]);
  if (!people || !links) notFound();
  const active = people.filter(({ deactivatedAt }) => deactivatedAt === null);
  return (
    <SettingsFrame viewer={viewer} place="people" title="People" lead="Whatever you do here is logged.">
      <PeopleTable
        people={people}
        viewer={viewer}
        changeRole={giveRole}
        setIntern={setIntern}
        setActive={setActive}
        takeSecondFactor={takeSecondFactor}
        rename={rename}
        changeAddress={changeAddress}
        besides={signersGoWords(waiting, site.timeZone)}
        besidesNames={namesGoWords(naming, site.timeZone)}
        now={now.toISOString()}
      />
      <Section id="invite-someone" title="Invite someone" level={2}>
        <InviteForm action={invite} />
      </Section>
      <Section id="new-password" title="When someone has lost their password" level={2}>
        <ResetForm people={active} action={resetPassword} />
      </Section>
      <Section id="open-links" title="Links not used yet" level={2}>
        <OpenLinks links={links} withdraw={withdraw} />
      </Section>
    </SettingsFrame>
  );
}
