import { JSDOM } from "jsdom";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { GateSettings } from "@/lib/settings/gate-settings";
import { LegalReadFields } from "./legal-read-fields";

const names = { legalRead: "Ask for a legal read", legalReadTopics: "The topics" };

test.each<[GateSettings["legalRead"], boolean]>([
  ["off", true],
  ["always", true],
  ["topics", false],
])(
  "with the choice “%s” the field of topics is hidden: %s; its words are there with each",
  (legalRead, isHidden) => {
    const gate = { legalRead, legalReadTopics: ["Courts"] };
    const html = renderToStaticMarkup(<LegalReadFields {...{ gate, names }} known={[]} unknown={[]} />);
    const { document } = new JSDOM(html).window;
    expect(document.querySelector("textarea")!.value).toBe("Courts");
    const [around] = document.body.children;
    const variant = /\[&(\S+)\]:hidden/.exec(around!.className)![1]!;
    const hidden = document.querySelector(`body > div${variant}`);
    expect(hidden?.querySelector("textarea") != null).toBe(isHidden);
  },
);
