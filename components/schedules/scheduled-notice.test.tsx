import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SubmitButton } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { EditsCancel } from "./edits-cancel";
import { ScheduledNotice } from "./scheduled-notice";

const scheduled = {
  publishAt: "2024-06-30T04:00:00Z",
  signedAt: "2024-06-29T12:00:00Z",
  signedBy: { id: "u2", name: "Ed Itor" },
};
const signed = { state: "ready", scheduled } as const;
const timeZone = "Europe/Kyiv";

it("says when it is published on the newsroom's clocks, how it is stopped, and which acts cancel it", () => {
  const props = { scheduled, cancelled: null, timeZone, viewerId: "u1" };
  const html = renderToStaticMarkup(<ScheduledNotice {...props} signOffHref="/desk/claims/c1/sign-off" />);
  expect(html).toContain("It will be published on Sunday 30 June 2024, 07:00 (Europe/Kyiv)");
  expect(html).toContain('href="/desk/claims/c1/sign-off">Cancel it, or publish it now</a>');
  expect(html).toMatch(/Any change to what readers will see\s+cancels it too/);
  expect(html).toContain("Comments, tasks and who does it do not.");
  expect(renderToStaticMarkup(<ScheduledNotice {...props} />)).toContain("An editor can cancel it.");
});

it("says before an edit that it cancels what is signed for later, and in the description of the button that does", () => {
  const form = (
    <Form action={async () => null} id="f">
      <SubmitButton>Save</SubmitButton>
    </Form>
  );
  const html = renderToStaticMarkup(
    <EditsCancel claim={signed} timeZone={timeZone} viewerId="u1" savesByHand>
      {form}
    </EditsCancel>,
  );
  expect(html).toContain("Signed, to be published on Sunday 30 June 2024, 07:00 (Europe/Kyiv)");
  expect(html).toContain("What you write here does not save itself meanwhile.");
  expect(html).toMatch(/Ed Itor is told, and an editor has to sign\s+again\./);
  expect(html).toContain('aria-describedby="f-besides"');
  expect(html).toContain(
    '<p id="f-besides">A change to what readers will see cancels the publication scheduled for Sunday 30 June 2024, 07:00 (Europe/Kyiv).</p>',
  );
  const plain = renderToStaticMarkup(
    <EditsCancel claim={{ state: "in-review", scheduled: null }} timeZone={timeZone} viewerId="u1">
      {form}
    </EditsCancel>,
  );
  expect(plain).toBe(renderToStaticMarkup(form));
});

it("says before an edit of what is ready that it goes back to review, and asks nothing", () => {
  const html = renderToStaticMarkup(
    <EditsCancel claim={{ state: "ready", scheduled: null }} timeZone={timeZone} viewerId="u1" savesByHand>
      <Form action={async () => null} id="f">
        <SubmitButton>Save</SubmitButton>
      </Form>
    </EditsCancel>,
  );
  expect(html).toContain("This claim is ready for an editor");
  expect(html).toMatch(/does not save itself meanwhile\. Any change here .* sends it back to review/s);
  expect(html).not.toContain("f-besides");
});

it("says who cancelled it, and who had signed it, by name to others and as you to that person", () => {
  const cancelled = {
    ...{ publishAt: scheduled.publishAt, signedBy: scheduled.signedBy, endedAt: "2024-06-29T12:30:00Z" },
    ...{ endedBy: { id: "u3", name: "Che Cker" }, code: "cancelled", detail: null, events: [] as string[] },
  };
  const words = (viewerId: string, more: Partial<typeof cancelled> = {}) =>
    renderToStaticMarkup(
      <ScheduledNotice {...{ scheduled: null, timeZone, viewerId }} cancelled={{ ...cancelled, ...more }} />,
    ).replace(/<[^>]*>/g, "");
  expect(words("u1")).toMatch(/Che Cker cancelled it\..* Ed Itor had signed it\./);
  expect(words("u2")).toMatch(/Che Cker cancelled it\..* You had signed it\./);
  expect(words("u3")).toMatch(/You cancelled it\..* Ed Itor had signed it\./);
  const edited = { code: "changed", events: ["evidence.added"] };
  expect(words("u1", edited)).toMatch(/Che Cker added evidence, .*: that changed what would be published\./);
  expect(words("u3", edited)).toMatch(/You added evidence, .*: that changed what would be published\./);
});

it("names whoever signed it to others, and says you to that person", () => {
  const notice = (viewerId: string) =>
    renderToStaticMarkup(<ScheduledNotice {...{ scheduled, cancelled: null, timeZone, viewerId }} />);
  const before = (viewerId: string) =>
    renderToStaticMarkup(
      <EditsCancel {...{ claim: signed, timeZone, viewerId }}>
        <p>Form</p>
      </EditsCancel>,
    );
  expect([notice("u1"), notice("u2")]).toEqual([
    expect.stringContaining("Ed Itor signed it"),
    expect.stringContaining("You signed it"),
  ]);
  expect(before("u2")).toContain("cancels that, which you signed: an editor has to sign again.");
  expect(notice("u2") + before("u2")).not.toContain("Ed Itor");
});
