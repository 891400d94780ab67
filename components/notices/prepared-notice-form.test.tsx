// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it } from "vitest";
import type { FormAction } from "@/components/ui/form-state";
import type { PreparedNoticeDto } from "@/lib/notices/dto";
import { PreparedNoticeForm } from "./prepared-notice-form";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const notice = {
  id: "n1",
  version: 1,
  kind: "under-review",
  text: "",
} as Partial<PreparedNoticeDto> as PreparedNoticeDto;
const refusing =
  (field: string): FormAction =>
  async (_state, form) => ({
    ok: false,
    message: "Write something here.",
    issues: [{ code: "too-small", field, message: "Write something here.", isOfField: true }],
    values: { [field]: "", ...(form.has("intent") ? { intent: String(form.get("intent")) } : {}) },
  });

it("a refusal says which of the three acts was not done, that nothing was published, and that the draft is as it was", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  await act(async () =>
    createRoot(place).render(
      <PreparedNoticeForm
        notice={notice}
        kinds={["under-review"]}
        besideVersion={1}
        decide={refusing("text")}
        dismiss={refusing("reason")}
      />,
    ),
  );
  const buttons = [...place.querySelectorAll<HTMLButtonElement>("button[type=submit]")];
  for (const [words, said] of [
    ["Publish this notice beside version 1", "The notice was not published."],
    ["Show what readers will see", "What you wrote is not shown yet."],
    ["Dismiss the draft", "The draft was not dismissed."],
  ] as const) {
    const button = buttons.find(({ textContent }) => textContent === words)!;
    await act(async () => {
      button.form!.noValidate = true;
      button.click();
    });
    const alert = button.form!.querySelector("[role=alert]")!.textContent;
    expect(alert).toContain(`${said} Nothing was published, and the draft is as it was.`);
  }
});
