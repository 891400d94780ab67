import Link from "next/link";
import type { ReactNode } from "react";
import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { ConfirmByPassword } from "@/components/ui/confirm-by-password";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { TextAreaField } from "@/components/ui/text-area";
import { PreviewBeside } from "@/components/verdicts/preview-beside";
import { VersionChanges } from "@/components/verdicts/version-changes";
import { sitePageTitles } from "@/lib/site-pages/pages";
import type { SitePageDesk } from "@/lib/site-pages/dto";
import { DraftLine } from "./draft-line";

const how = { same: "same", del: "removed", ins: "added" } as const;

type Props = {
  page: SitePageDesk;
  /** Fields: page, draft, selfSignReason, password. */
  action: FormAction;
  /** The page as readers will see it, by the readers' own renderer. */
  children: ReactNode;
};

/** Left what readers will see, right what changed and who wrote it; one button that says what it does. */
export function SignSitePageView({ page, action, children }: Props) {
  const title = sitePageTitles[page.page];
  const changes = page.changes?.map(({ label, diff }) => ({
    field: label,
    pieces: diff.map(({ op, text }) => ({ text, how: how[op] })),
  }));
  return (
    <PreviewBeside
      title={`Sign version ${page.nextVersion} of ${title}`}
      lead={
        <>
          <Link href={places.sitePage(page.page)}>Back to the text</Link>
          {page.draft ? " · " : null}
          <DraftLine {...page} />
        </>
      }
      goOn="Go on to signing"
      preview={children}
    >
      {page.cannotSign ? (
        <div className="mt-4">
          <Notice title={page.cannotSign.title}>{page.cannotSign.what}</Notice>
        </div>
      ) : null}
      <VersionChanges changes={changes ?? null} />
      <Section id="writers" title="Who wrote it since the last version">
        {page.writers.length === 0 ? <p className="text-ink-2">Nobody.</p> : null}
        <ul>
          {page.writers.map(({ name, drafts }) => (
            <li key={name} className="border-t py-1.5">
              <strong className="font-semibold">{name}</strong>
              <span className="text-ink-3"> · saved {drafts === 1 ? "one draft" : `${drafts} drafts`}</span>
            </li>
          ))}
        </ul>
      </Section>
      {page.cannotSign ? null : <SignForm page={page} action={action} title={title} />}
    </PreviewBeside>
  );
}

function SignForm({ page, action, title }: Pick<Props, "page" | "action"> & { title: string }) {
  return (
    <Form
      action={action}
      id="sign-page"
      done="signed"
      shownAt="this page"
      keep={`sign-page:${page.page}:${page.draftNumber}`}
      className="mt-5 grid gap-4 border-t pt-4"
      label="Sign"
    >
      <input type="hidden" name="page" value={page.page} />
      <input type="hidden" name="draft" value={page.draftNumber} />
      {page.asksSelfSignReason ? (
        <TextAreaField
          name="selfSignReason"
          label="Why you sign what you wrote"
          hint="Printed on the page. This newsroom allows one person to do both."
          rows={2}
          required
        />
      ) : null}
      <ConfirmByPassword purpose="to publish" />
      <SubmitButton busy="Publishing…">
        Publish version {page.nextVersion} of {title}
      </SubmitButton>
    </Form>
  );
}
