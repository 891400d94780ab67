import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SessionsList } from "@/components/settings/sessions-list";
import type { FormAction } from "@/components/ui/form-state";
import { OpenLinks } from "./open-links";

const nothing: FormAction = async (state) => state;
const words = (html: string) => html.replace(/<[^>]*>/g, "");

it("the end of an invitation and the times of a session are said with day, time and zone, which people elsewhere need", () => {
  const link = {
    ...{ id: "l1", name: "Ann", email: "ann@desk.example", role: "editor" as const, isIntern: false },
    ...{ purpose: "invite" as const, madeBy: "Bo" },
    ...{ createdAt: "2026-11-09T18:15:00.000Z", expiresAt: "2026-11-10T18:15:00.000Z" },
  };
  const links = renderToStaticMarkup(createElement(OpenLinks, { links: [link], withdraw: nothing }));
  expect(words(links)).toContain("ends 10 November 2026, 18:15 UTC");
  const session = {
    ...{ id: "s1", device: "Firefox", address: null, isCurrent: true },
    ...{ createdAt: "2026-11-09T08:00:00.000Z", lastSeenAt: "2026-11-09T09:30:00.000Z" },
  };
  const sessions = words(
    renderToStaticMarkup(createElement(SessionsList, { sessions: [session], end: nothing })),
  );
  expect(sessions).toContain("signed in 9 November 2026, 08:00 UTC");
  expect(sessions).toContain("last seen 9 November 2026, 09:30 UTC");
});
