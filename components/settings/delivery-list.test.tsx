import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { FormAction } from "@/components/ui/form-state";
import { DeliveryList } from "./delivery-list";

const again: FormAction = async (state) => state;

it("promises a message of the next publication only where there is a webhook to send it to", () => {
  const said = (hasWebhooks: boolean) =>
    renderToStaticMarkup(<DeliveryList deliveries={[]} hasWebhooks={hasWebhooks} again={again} />);
  expect(said(true)).toContain("The next publication is told");
  expect(said(false)).toContain("Nothing is sent until there is a webhook.");
});
