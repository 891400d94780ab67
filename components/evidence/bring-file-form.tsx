import { places } from "@/components/layout/places";
import { SubmitButton } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/field";
import { LanguageField } from "@/components/ui/language-field";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { UploadForm } from "@/components/ui/upload-form";
import { acceptedFiles, chooserFor, kindsInWords } from "@/lib/captures/accepted-files";
import type { MediaKind } from "./media-kinds";

type FileKind = Exclude<MediaKind, "conversation" | "recording">;

const { pictures, sheets, pdfs, recordings } = acceptedFiles;

const files: Record<FileKind, { accept: string; hint: string }> = {
  picture: {
    accept: chooserFor(pictures),
    hint: `${kindsInWords(pictures)}, up to 10 MB. It is kept as it came, for staff only; place and camera data in it are never shown.`,
  },
  cell: { accept: chooserFor(sheets), hint: `${kindsInWords(sheets)}, up to 10 MB.` },
  page: { accept: chooserFor(pdfs), hint: `A ${kindsInWords(pdfs)} up to 10 MB; scanned pages too.` },
};

type Props = { claimId: string; kind: FileKind; action: FormAction };

/** Brings a file to the claim; what is in it is described on the next page. */
export function BringFileForm({ claimId, kind, action }: Props) {
  const { accept, hint } = files[kind];
  return (
    <Form
      action={action}
      id="bring-file"
      done="added"
      shownAt="the articles"
      className="grid gap-4"
      label="Bring a file"
      keep={`bring-file:${kind}:${claimId}`}
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="way" value="file" />
      <input type="hidden" name="describe" value="on" />
      <input type="hidden" name="kind" value={kind === "cell" ? "dataset" : "file"} />
      <TextField name="file" type="file" label="File" hint={hint} accept={accept} required />
      <KnownOfFile example="Harbour log, page 3" />
      <div>
        <SubmitButton busy="Reading the file…">Go on with this file</SubmitButton>
      </div>
    </Form>
  );
}

/** What a person knows of a file that it does not say itself. */
function KnownOfFile({ example }: { example: string }) {
  return (
    <>
      <div className="grid gap-3 tabs:grid-cols-2">
        <TextField name="title" label="What it is" hint={`As readers will read it: “${example}”.`} required />
        <TextField name="outlet" label="From whom" optional hint="Who made or published it." />
      </div>
      <Disclosure summary="What else you know: author, date, language, address">
        <div className="grid gap-3 tabs:grid-cols-2">
          <TextField name="byline" label="Author" optional />
          <DateField name="publishedAt" label="Date" optional />
          <LanguageField />
          <TextField name="url" type="url" label="Address" optional placeholder="https://" />
        </div>
      </Disclosure>
    </>
  );
}

/** Brings a recording, which may be long: it is sent as it is read, and what is said in it is described on the next page. */
export function BringRecordingForm({ claimId, mostMb }: { claimId: string; mostMb: number }) {
  return (
    <UploadForm
      to="/api/v1/recordings"
      id="bring-file"
      label="Bring a recording"
      keep={`bring-recording:${claimId}`}
      mostMb={mostMb}
      next={places.describeFile(claimId, "")}
      send="Go on with this file"
    >
      <input type="hidden" name="claimId" value={claimId} />
      <input type="hidden" name="kind" value="file" />
      <TextField
        name="file"
        type="file"
        label="File"
        hint={`${kindsInWords(recordings)}, up to ${mostMb} MB. A minute takes about 1 MB as MP3, and 10 MB as a video that messengers send. It is kept as it came, for staff only.`}
        accept={`audio/*,video/*,${chooserFor(recordings)}`}
        required
      />
      <KnownOfFile example="Call with the harbour master, 3 May" />
    </UploadForm>
  );
}
