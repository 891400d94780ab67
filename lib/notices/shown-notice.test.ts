import { beforeEach, expect, it, vi } from "vitest";
import type { Viewer } from "../access/viewer";
import { forgetShownNotice, keepShownNotice, shownNotice } from "./shown-notice.server";

type Set = { name: string; value: string; options: { path: string; httpOnly: boolean; maxAge: number } };
const jar = new Map<string, Set>();

vi.mock("server-only", () => ({}));
vi.mock("../core/env.server", () => ({
  env: () => ({ publicUrl: "https://desk.example", secret: "s".repeat(32) }),
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Set["options"]) =>
      void jar.set(name, { name, value, options }),
  }),
}));

const [editor, other] = ["editor-1", "editor-2"].map((id) => ({ id }) as Viewer) as [Viewer, Viewer];
const written = { kind: "under-review", text: "Ми ще дивимося. ".repeat(37).trim() } as const;

beforeEach(() => jar.clear());

it("a shown notice is kept for whoever wrote it, beside the claim it was written for", async () => {
  await keepShownNotice(editor, "c1", written);
  expect(await shownNotice(editor, "c1")).toEqual(written);
  expect(await shownNotice(other, "c1")).toBeNull();
  expect(await shownNotice(editor, "c2")).toBeNull();
});

it("it goes along to its own page and frame alone, for an hour, and its words cannot be read there", async () => {
  await keepShownNotice(editor, "c1", written);
  const set = [...jar.values()];
  expect(set.map(({ options }) => options.path)).toEqual([
    "/desk/claims/c1/notice",
    "/preview/claims/c1/notice",
  ]);
  for (const { value, options } of set) {
    expect(options).toMatchObject({ httpOnly: true, secure: true, sameSite: "strict", maxAge: 3600 });
    expect(value.length).toBeLessThan(3_900);
    expect(Buffer.from(value, "base64url").toString()).not.toContain("under-review");
  }
});

it("what was signed is taken out again, and what is no seal of ours says nothing", async () => {
  await keepShownNotice(editor, "c1", written);
  await forgetShownNotice("c1");
  expect(await shownNotice(editor, "c1")).toBeNull();
  for (const [name, kept] of jar) jar.set(name, { ...kept, value: "made-up" });
  expect(await shownNotice(editor, "c1")).toBeNull();
});
