import type { Metadata } from "next";
import { DeliveryList } from "@/components/settings/delivery-list";
import { WebhookForm, WebhooksList } from "@/components/settings/webhooks-list";
import { Section } from "@/components/ui/section";
import { listDeliveries, listWebhooks } from "@/lib/webhooks/queries";
import { SettingsFrame } from "../settings-frame";
import { settingsViewer } from "../settings-viewer";
import { add, again, remove, rotate } from "./actions";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage() {
  const viewer = await settingsViewer("webhooks");
  const [webhooks, deliveries] = await Promise.all([listWebhooks(), listDeliveries()]);
  const now = new Date().toISOString();
  return (
    <SettingsFrame
      viewer={viewer}
      place="webhooks"
      title="Webhooks"
      lead="Other systems are told within seconds of what you publish: public facts and addresses, signed with a secret that they share with you."
    >
      <WebhooksList webhooks={webhooks} rotate={rotate} remove={remove} now={now} />
      <Section id="add-webhook" title="Add a webhook" level={2}>
        <WebhookForm action={add} />
      </Section>
      <Section id="deliveries" title="What was sent" level={2}>
        <DeliveryList deliveries={deliveries} hasWebhooks={webhooks.length > 0} again={again} now={now} />
      </Section>
    </SettingsFrame>
  );
}
