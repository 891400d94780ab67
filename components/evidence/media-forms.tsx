import type { ReactNode } from "react";
import { SubmitButton } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import { LanguageField } from "@/components/ui/language-field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { TextAreaField } from "@/components/ui/text-area";
import { PagePicture } from "@/components/captures/page-picture";
import type { PageViewDto } from "@/lib/captures/dto";
import { BoxPicker } from "./box-picker";
import { EvidenceFields } from "./evidence-fields";
import { OriginalWords, TranslationFields } from "./original-fields";

export type MediaFormProps = { claimId: string; action: FormAction };
type OfArticle = MediaFormProps & { articleId: string };

type FrameProps = MediaFormProps & {
  kind: string;
  label: string;
  articleId?: string;
  /** Which part of the file it is about: what was written of one is not put into the form of another. */
  of?: string;
  /** It is another way beside the one that comes first. */
  isOther?: boolean;
  children: ReactNode;
};

/** What every form of this page begins and ends with. */
function EvidenceOf({ claimId, articleId, action, kind, label, of = "", isOther, children }: FrameProps) {
  return (
    <Form
      action={action}
      id={`log-${kind}`}
      done="logged"
      shownAt="the claim"
      className="grid gap-4"
      label={label}
      keep={`${kind}:${claimId}:${articleId ?? ""}${of}`}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="mediaKind" value={kind} />
      {articleId ? <input type="hidden" name="articleId" value={articleId} /> : null}
      {children}
      <TranslationFields />
      <EvidenceFields />
      <div>
        <SubmitButton busy="Adding…" look={isOther ? "plain" : "primary"}>
          Add evidence
        </SubmitButton>
      </div>
    </Form>
  );
}

const description = (label: string, hint = "A second person confirms this before it counts.") => (
  <TextAreaField name="description" label={label} hint={hint} rows={2} required />
);

/** A place in a photo or scan. */
export function PictureForm({ src, ...rest }: OfArticle & { src: string }) {
  return (
    <EvidenceOf {...rest} kind="picture" label="Place in the picture">
      <BoxPicker of="picture">
        <img src={src} alt="The picture" draggable={false} className="block max-h-[32rem] max-w-full" />
      </BoxPicker>
      {description("What is seen there")}
      <OriginalWords label="Words in it" hint="As they are written there, in their own language." />
    </EvidenceOf>
  );
}

/** A cell of a table: of a sheet, where the value is compared, or of a page. */
export function CellForm({ chosen, ...rest }: OfArticle & { chosen: Chosen | null }) {
  return (
    <EvidenceOf {...rest} kind="cell" label="Table cell">
      <div className="grid gap-3 tabs:grid-cols-2">
        <TextField
          name="table"
          label="Name of the table"
          hint="Its title or caption."
          required
          defaultValue={chosen?.table}
        />
        <TextField
          name="cell"
          label="Cell"
          optional
          hint="As a sheet names it: B7, or Data!B7 in a sheet that is not the first. A table on a page has none."
          defaultValue={chosen?.ref}
        />
        <TextField
          name="row"
          label="Row"
          optional
          hint="What its row begins with."
          defaultValue={chosen?.row}
        />
        <TextField
          name="column"
          label="Column"
          optional
          hint="What stands above it."
          defaultValue={chosen?.column}
        />
        <TextField
          name="words"
          label="Value"
          hint="Exactly as it stands there. We compare it with the copy."
          required
          defaultValue={chosen?.value}
        />
      </div>
      {description("What the value means", "A second person confirms this before it counts.")}
    </EvidenceOf>
  );
}

export type Chosen = { table: string; ref: string; row: string; column: string; value: string };

type PageFormProps = OfArticle & {
  page: PageViewDto;
  /** What the document is called. */
  name: string;
  /** What stands there when the page cannot be drawn: why, and the way to the file itself. */
  notDrawn: ReactNode;
};

/** A page of a PDF: a place on it, or its words. */
export function PageForm({ page, name, notDrawn, ...rest }: PageFormProps) {
  const { captureId, page: number, picture, words } = page;
  const hasWords = words !== "";
  return (
    <EvidenceOf {...rest} kind="page" label={`Page ${number} of the PDF`} of={`:${number}`}>
      <input type="hidden" name="page" id="log-page-page" value={number} />
      {picture ? null : notDrawn}
      <BoxPicker of="page">
        {picture ? (
          <PagePicture captureId={captureId} page={number} name={name} size={picture} className="h-auto" />
        ) : (
          <span className="block aspect-[1/1.414] w-48 bg-sunk" />
        )}
      </BoxPicker>
      <TextAreaField
        name="description"
        label="What is seen there"
        hint={`A second person confirms a description before it counts.${hasWords ? " For a table, drawing, stamp or signature; words alone are quoted below." : ""}`}
        optional={hasWords}
        required={!hasWords}
        rows={2}
      />
      {hasWords ? (
        <TextAreaField
          name="exact"
          label="Or: a quote from this page"
          optional
          hint="Word for word. It is looked up on the page, and no second person is needed."
          serif
          rows={3}
        />
      ) : (
        <OriginalWords label="Words on it" hint="As they are written there, in their own language." />
      )}
    </EvidenceOf>
  );
}

/** When it begins and ends, what is said, and what is seen or heard. */
function StretchFields() {
  return (
    <>
      <div className="grid gap-3 tabs:grid-cols-2">
        <TextField name="from" label="From" hint="1:02, or seconds" required />
        <TextField name="to" label="To" optional hint="1:15" />
      </div>
      <OriginalWords label="Words said" hint="As they are said there, in their own language." />
      {description("What is seen or heard there")}
    </>
  );
}

/** A stretch of a recording whose file the desk holds. */
export function StretchForm({ player, ...rest }: OfArticle & { player: ReactNode }) {
  return (
    <EvidenceOf {...rest} kind="stretch" label="Stretch of the recording">
      {player}
      <StretchFields />
    </EvidenceOf>
  );
}

/** A stretch of a video or sound recording at an address. */
export function RecordingForm(props: MediaFormProps) {
  return (
    <EvidenceOf {...props} kind="recording" label="Stretch of a recording" isOther>
      <div className="grid gap-3 tabs:grid-cols-2">
        <TextField
          name="url"
          type="url"
          label="Address"
          placeholder="https://"
          required
          className="tabs:col-span-2"
        />
        <TextField name="title" label="Title" optional />
        <TextField name="outlet" label="Channel or outlet" optional />
        <DateField name="publishedAt" label="Published" optional />
        <LanguageField />
      </div>
      <StretchFields />
    </EvidenceOf>
  );
}

/** What somebody told us in a call or meeting. */
export function ConversationForm(props: MediaFormProps) {
  return (
    <EvidenceOf {...props} kind="conversation" label="Note of a call or meeting">
      <div className="grid gap-3 tabs:grid-cols-2">
        <TextField
          name="who"
          label="With whom"
          hint="As readers may read it. For a source we protect, choose “Withheld” below."
          required
        />
        <DateField name="heldAt" label="When" required />
        <TextField name="how" label="How" placeholder="by telephone" required />
        <TextField name="notesBy" label="Notes taken by" required />
        <LanguageField />
      </div>
      <TextAreaField
        name="said"
        label="What was said"
        hint="As it is in the notes, in the language it was said in."
        serif
        rows={5}
        required
      />
    </EvidenceOf>
  );
}
