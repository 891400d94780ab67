import type { Metadata } from "next";
import { TokenForm, TokensList } from "@/components/settings/tokens-list";
import { Section } from "@/components/ui/section";
import { listOwnTokens } from "@/lib/accounts/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { mint, revoke } from "./actions";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage() {
  const viewer = await settingsViewer("tokens");
  return (
    <SettingsFrame
      viewer={viewer}
      place="tokens"
      title="Tokens"
      lead="A token lets another system act in your name, as far as you allow it, until it ends or you revoke it."
    >
      <TokensList tokens={await listOwnTokens(viewer)} revoke={revoke} now={new Date().toISOString()} />
      <Section id="make-token" title="Make a token" level={2}>
        <TokenForm action={mint} maySign={viewer.role === "editor"} />
      </Section>
    </SettingsFrame>
  );
}
