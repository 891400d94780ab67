import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { places } from "@/components/layout/places";
import { QueueEmpty } from "./queue-empty";
import { VerdictNeeds } from "./verdict-needs";

const said = (...[props]: Parameters<typeof VerdictNeeds>) =>
  renderToStaticMarkup(<QueueEmpty why="none" wide beginning={<VerdictNeeds {...props} />} />);

it("an empty desk tells whoever is no admin what a verdict takes, and of an admin only where people are missing", () => {
  expect(said({ missing: null, mayInvite: false })).toContain(
    "an editor who wrote none of it to sign it.</p>",
  );
  const alone = said({ missing: "second-person", mayInvite: false });
  expect(alone).toContain("You are alone here so far: an admin invites people");
  expect(alone).not.toContain(places.people);
});

it("an admin is led to where people are invited, and told nothing twice", () => {
  const noEditor = said({ missing: "editor", mayInvite: true });
  expect(noEditor).toContain("Nobody here is an editor yet: invite people");
  expect(noEditor).toContain(`href="${places.people}"`);
  expect(noEditor).not.toContain("A verdict takes");
  expect(renderToStaticMarkup(<VerdictNeeds missing={null} mayInvite />)).toBe("");
});
