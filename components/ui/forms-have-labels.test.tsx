import { JSDOM } from "jsdom";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { AddArticleForm } from "@/components/articles/add-article-form";
import { AddAttribution } from "@/components/articles/add-attribution";
import type { ClaimDto } from "@/lib/claims/dto";
import { ArticleReliability } from "@/components/articles/article-reliability";
import { QuoteForm } from "@/components/articles/quote-form";
import { ClaimForm } from "@/components/claims/claim-form";
import { RepliesSection } from "@/components/replies/replies-section";
import { SearchesSection } from "@/components/claims/searches-section";
import { EvidenceForm } from "@/components/evidence/evidence-form";
import { PasteRowsForm } from "@/components/evidence/paste-rows-form";
import { ChooseSheetForm } from "@/components/imports/choose-sheet-form";
import { BringFileForm, BringRecordingForm } from "@/components/evidence/bring-file-form";
import {
  CellForm,
  ConversationForm,
  PageForm,
  PictureForm,
  RecordingForm,
  StretchForm,
} from "@/components/evidence/media-forms";
import { DeskShell } from "@/components/layout/desk-shell";
import { SignInCard } from "@/components/layout/sign-in-card";
import { InviteForm } from "@/components/settings/people-table";
import { RetireTemplateForm, TemplateForm } from "@/components/settings/template-forms";
import { TokenForm } from "@/components/settings/tokens-list";
import { CorrectionForm } from "@/components/verdicts/correction-form";
import { NoticeForm } from "@/components/verdicts/notice-form";
import { RetractionForm } from "@/components/verdicts/retraction-form";
import { SignOffForm } from "@/components/verdicts/sign-off-form";
import { VerdictEditor } from "@/components/verdicts/verdict-editor";
import { defaultRatings } from "@/lib/settings/ratings";
import { fieldWords } from "@/lib/core/field-words";
import { labelPrefix } from "@/lib/core/issue-field";
import type { OfferedTemplates } from "@/lib/templates/fill-field";
import { placeholders, templateKinds, type TemplateValues } from "@/lib/templates/template";
import type { FormAction } from "./form-state";

const action: FormAction = async () => null;
/** What forms called their fields, by name. */
const called = new Map<string, Set<string>>();
/** A choice whose options say what it is, and the form that answers row by row. */
const unnamed = new Set(["way", "rows"]);
const articles = [{ id: "a1", name: "Reuters" }];
const draft = { rating: null, finding: "", summary: [], writeUp: "", reconciliation: "" };
const verdict = { ...draft, version: 0, notEstablished: "", notInThisCheck: "", asOf: null };
const issue = { code: "quote-cut", field: "evidence", message: "A quote may be cut.", overridable: true };
const gate = { revision: { number: 1, hash: "00" }, issues: [issue] };

const page = {
  ...{ captureId: "k1", page: 1, pages: 3, picture: { width: 1240, height: 1753 }, refusal: null },
  lacksLetters: false,
  ...{ words: "Selby owns 31 ferries.", language: "en" },
};

const reply: ClaimDto["replies"][number] = {
  id: "r1",
  asked: "The yard",
  role: "claimant",
  how: "e-mail",
  askedAt: "2031-03-01T12:00:00Z",
  deadlineAt: "2031-03-02T12:00:00Z",
  question: "How many?",
  outcome: "waiting",
  reply: "Seven.",
  repliedAt: null,
  reminders: [{ at: "2031-03-02T08:00:00Z", how: "telephone" }],
  source: { articleId: "a1", captureId: "k1", sha256: "0".repeat(64), capturedAt: "2031-03-02T12:00:00Z" },
};

const template = { id: "t1", kind: "notice", name: "Under review", body: "{newsroom}." } as const;
const stored = { ...template, version: 0, isRetired: false, updatedAt: "2031-03-01T12:00:00Z" };
const templates: OfferedTemplates = {
  items: templateKinds.map((kind) => ({ ...template, id: kind, kind })),
  values: Object.fromEntries(placeholders.map((name) => [name, null])) as TemplateValues,
  language: "en",
  address: "/desk/claims/c1",
};

const forms: Record<string, ReactNode> = {
  "sign in": <SignInCard signIn={action} />,
  "desk search": (
    <DeskShell account={{ id: "a", name: "A B", role: "checker" }} signOut={() => {}}>
      {null}
    </DeskShell>
  ),
  "add article": <AddArticleForm action={action} />,
  "paste words": <QuoteForm articleId="a1" captureId="c1" claim={null} claims={[]} logEvidence={action} />,
  attribution: <AddAttribution articleId="a1" articles={articles} action={action} />,
  reliability: <ArticleReliability article={{ id: "a1", version: 1, reliability: "ok" }} action={action} />,
  claim: <ClaimForm action={action} edits={{ id: "c1", version: 1 }} topics={["economy"]} />,
  search: <SearchesSection claim={{ id: "c1", searches: [] }} add={action} />,
  reply: (
    <RepliesSection
      claim={{ id: "c1", replies: [reply], evidence: [], claimant: null, provisional: false }}
      actions={{ ask: action, settle: action, remind: action, withdraw: action, quote: action }}
      templates={{ ...templates, chosen: "reply-letter" }}
    />
  ),
  evidence: <EvidenceForm claimId="c1" articles={articles} action={action} />,
  rows: <PasteRowsForm claimId="c1" action={async () => null} />,
  file: <BringFileForm claimId="c1" kind="picture" action={action} />,
  upload: <BringRecordingForm claimId="c1" mostMb={200} />,
  stretch: <StretchForm claimId="c1" articleId="a1" action={action} player={null} />,
  sheets: (
    <ChooseSheetForm
      action={action}
      sheet={{
        id: "1",
        sheets: [
          { id: "1", name: "May", problem: null },
          { id: null, name: "Data", problem: "Too long." },
        ],
      }}
    />
  ),
  picture: <PictureForm claimId="c1" articleId="a1" src="/p.png" action={action} />,
  cell: <CellForm claimId="c1" articleId="a1" chosen={null} action={action} />,
  page: <PageForm claimId="c1" articleId="a1" page={page} name="Register" notDrawn={null} action={action} />,
  recording: <RecordingForm claimId="c1" action={action} />,
  conversation: <ConversationForm claimId="c1" action={action} />,
  verdict: (
    <VerdictEditor
      claimId="c1"
      verdict={verdict}
      ratings={defaultRatings}
      citable={[]}
      save={action}
      templates={{ ...templates, chosen: "write-up" }}
    />
  ),
  "sign off": (
    <SignOffForm claimId="c1" gate={gate} next={{ version: 1, ratingLabel: null }} signOff={action} />
  ),
  correction: <CorrectionForm claimId="c1" version={1} action={action} templates={templates} />,
  retraction: <RetractionForm claimId="c1" version={1} withheld={[]} action={action} />,
  notice: (
    <NoticeForm
      {...{ claimId: "c1", besideVersion: 1, action, templates }}
      kinds={["outdated"]}
      written={null}
    />
  ),
  "template, new": <TemplateForm action={action} />,
  template: (
    <>
      <TemplateForm template={stored} action={action} />
      <RetireTemplateForm template={stored} action={action} />
    </>
  ),
  invite: <InviteForm action={action} />,
  token: <TokenForm action={action} maySign />,
};

describe.each(Object.entries(forms))("the form of %s", (_name, element) => {
  const { document } = new JSDOM(renderToStaticMarkup(element)).window;
  const controls = [...document.querySelectorAll<HTMLInputElement>("input, select, textarea")].filter(
    (control) => control.type !== "hidden",
  );

  it("has a name and a label for every field before scripts load", () => {
    expect(controls.length).toBeGreaterThan(0);
    for (const control of controls) {
      expect(control.name, control.outerHTML).not.toBe("");
      const words = [...(control.labels ?? [])].map((label) => label.textContent?.trim()).join("");
      expect(words, control.outerHTML).not.toBe("");
    }
  });

  it("sends along what it calls each field, so that a refusal can say which one it is about", () => {
    const isOneOfSeveral = (control: HTMLInputElement) =>
      control.type === "checkbox" && control.value !== "on";
    const names = new Set(
      controls
        .filter((control) => control.form && control.form.getAttribute("method") !== "get")
        .filter((control) => control.form!.getAttribute("role") !== "search" && !isOneOfSeveral(control))
        .map(({ name }) => name),
    );
    const labels = [...document.querySelectorAll<HTMLInputElement>(`input[name^="${labelPrefix}"]`)];
    for (const { name, value } of labels) {
      const field = name.slice(labelPrefix.length);
      called.set(field, (called.get(field) ?? new Set()).add(value));
    }
    for (const name of names) {
      if (!unnamed.has(name)) expect([...called.keys()], name).toContain(name);
    }
  });

  it("has a button that sends it, or is a search", () => {
    for (const form of document.querySelectorAll("form:not([role=search])")) {
      expect(form.querySelector('button[type="submit"]'), form.id).not.toBeNull();
    }
  });

  it("repeats no id and points at none that is missing", () => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const described of document.querySelectorAll("[aria-describedby]")) {
      for (const id of described.getAttribute("aria-describedby")!.split(" ")) expect(ids).toContain(id);
    }
  });

  it("carries no style attribute", () => {
    expect(document.querySelector("[style]")).toBeNull();
  });
});

it("names a field of the API in the words of a form that has it", () => {
  for (const [name, words] of Object.entries(fieldWords)) {
    const said = called.get(name);
    if (said) expect([...said], name).toContain(words);
  }
  expect(Object.keys(fieldWords).filter((name) => called.has(name)).length).toBeGreaterThan(20);
});
