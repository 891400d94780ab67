import { HeldFormPage } from "@/components/reader/held-form-page";
import { lastAccountOfBrowser } from "@/lib/access/viewer.server";
import { problemResponse } from "@/lib/core/api-answer.server";
import { env } from "@/lib/core/env.server";
import { holdForm } from "@/lib/core/held-form";
import { safeReturnPath } from "@/lib/core/safe-redirect";
import { postedFromHere } from "@/lib/core/form-action.server";
import { apiHeaders } from "@/lib/core/security-headers";
import { readerRoute } from "../../../(public)/reader-route";
import { onceAnswer } from "../../../(public)/render-reader";

export const dynamic = "force-dynamic";

/**
 * Where a desk page sends on a form whose session had ended. Only from our own pages: another site could otherwise
 * put words of its own before a person, with a button that sends them.
 */
export const POST = readerRoute(async ({ request, url, pub }) => {
  if (!(await postedFromHere())) {
    const detail = "This form was sent from another site.";
    return problemResponse({ kind: "forbidden", code: "cross-site", detail });
  }
  const form = await request.formData().catch(() => null);
  if (!form) {
    const detail = "Send the form as a browser does. Nothing was saved.";
    return problemResponse({ kind: "malformed", code: "form-only", detail });
  }
  const page = (
    <HeldFormPage
      site={pub.site}
      held={holdForm(form)}
      returnTo={safeReturnPath(url.searchParams.get("from"))}
      writtenBy={(await lastAccountOfBrowser()) ?? ""}
    />
  );
  return onceAnswer(pub, page, { status: 401, headers: { "X-Robots-Tag": "noindex" } });
});

/** Somebody reloaded the page's address: there is no form to hold. */
export function GET(): Response {
  const headers = apiHeaders({ publicUrl: env().publicUrl });
  return new Response(null, { status: 303, headers: { ...headers, Location: "/sign-in" } });
}
