import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import type { Viewer } from "../access/viewer";
import { env } from "../core/env.server";
import { writtenNoticeSchema } from "../publications/schema";

type WrittenNotice = z.output<typeof writtenNoticeSchema>;

const maxAgeSeconds = 3600;
/** Keeps this token apart from others that are sealed with the same secret. */
const salt = "countersign-shown-notice";

/** One for the page and one for the frame in it: each goes along to its own address, and to no other. */
const cookiesOf = (claimId: string) =>
  ["desk", "preview"].map((root) => ({
    name: `countersign.notice.${root}`,
    options: {
      httpOnly: true,
      sameSite: "strict" as const,
      secure: new URL(env().publicUrl).protocol === "https:",
      path: `/${root}/claims/${encodeURIComponent(claimId)}/notice`,
    },
  }));

/**
 * Keeps a notice that nobody has signed for whoever wrote it, sealed and in their browser, so that they see it as readers
 * will: unpublished words stand in no address, and so in no log and no history.
 */
export async function keepShownNotice(
  viewer: Viewer,
  claimId: string,
  written: WrittenNotice,
): Promise<void> {
  const token = { account: viewer.id, claimId, kind: written.kind, text: written.text };
  const sealed = await encode({ token, secret: env().secret, salt, maxAge: maxAgeSeconds });
  const jar = await cookies();
  for (const { name, options } of cookiesOf(claimId))
    jar.set(name, sealed, { ...options, maxAge: maxAgeSeconds });
}

/** The notice that this person had shown last beside this claim, in this browser and within the hour; `null` without one. */
export async function shownNotice(viewer: Viewer, claimId: string): Promise<WrittenNotice | null> {
  const jar = await cookies();
  for (const { name } of cookiesOf(claimId)) {
    const value = jar.get(name)?.value;
    const token = value ? await decode({ token: value, secret: env().secret, salt }).catch(() => null) : null;
    if (token?.account !== viewer.id || token.claimId !== claimId) continue;
    return writtenNoticeSchema.safeParse({ kind: token.kind, text: token.text }).data ?? null;
  }
  return null;
}

/** Takes it out of the browser, once it was signed. */
export async function forgetShownNotice(claimId: string): Promise<void> {
  const jar = await cookies();
  for (const { name, options } of cookiesOf(claimId)) jar.set(name, "", { ...options, maxAge: 0 });
}
