"use server";

import { revalidatePath } from "next/cache";
import { fieldsOf } from "@/lib/accounts/form-fields";
import { formActionShowing } from "@/lib/accounts/form-action-showing.server";
import { formAction } from "@/lib/core/form-action.server";
import { addWebhook, removeWebhook, rotateWebhookSecret, sendAgain } from "@/lib/webhooks/commands";
import {
  addWebhookSchema,
  deliveryIdSchema,
  rotateSecretSchema,
  webhookIdSchema,
} from "@/lib/webhooks/schema";

const refresh = () => revalidatePath("/desk/settings/webhooks");

/** Fields: url, events (repeated), password, code. Answers `values.secret`, once. */
export const add = formActionShowing(
  {
    action: "settings.write",
    schema: addWebhookSchema,
    read: (form) => ({ ...fieldsOf(form, "url", "password", "code"), events: form.getAll("events") }),
    command: addWebhook,
    after: refresh,
  },
  ({ secret }) => ({ secret }),
);

/** Fields: webhookId, password, code. Answers `values.secret`, once. */
export const rotate = formActionShowing(
  {
    action: "settings.write",
    schema: rotateSecretSchema,
    read: (form) => fieldsOf(form, "webhookId", "password", "code"),
    command: rotateWebhookSecret,
    after: refresh,
  },
  ({ secret }) => ({ secret }),
);

/** Fields: webhookId. */
export const remove = formAction({
  action: "settings.write",
  schema: webhookIdSchema,
  read: (form) => fieldsOf(form, "webhookId"),
  command: removeWebhook,
  after: refresh,
});

/** Fields: deliveryId. */
export const again = formAction({
  action: "settings.write",
  schema: deliveryIdSchema,
  read: (form) => fieldsOf(form, "deliveryId"),
  command: sendAgain,
  after: () => {
    refresh();
    return "It is being sent again.";
  },
});
