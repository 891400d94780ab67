import type { Metadata } from "next";
import { KeysForm } from "@/components/keys/keys-form";
import { keysOf } from "@/lib/shortcuts/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { saveKeys } from "./actions";

export const metadata: Metadata = { title: "Keys" };

export default async function KeysPage() {
  const viewer = await settingsViewer("keys");
  return (
    <SettingsFrame
      viewer={viewer}
      place="keys"
      title="Keys"
      lead="The desk can be worked without a mouse. These are your keys, on every computer where you sign in; they do nothing while you type."
    >
      <KeysForm settings={await keysOf(viewer)} action={saveKeys} />
    </SettingsFrame>
  );
}
