import type { PictureType } from "./picture";
import type { RecordingType } from "./recording";

/** A kind of file as people call it, the types it may be declared as, and how names of such files end. */
type FileKind = { name: string; types: readonly string[]; endings: readonly string[] };

/** Every recording and picture that is known by its bytes, in the order that they are named. */
const recordingKinds: Record<RecordingType, Omit<FileKind, "types">> = {
  "audio/mpeg": { name: "MP3", endings: [".mp3"] },
  "video/mp4": { name: "MP4", endings: [".mp4", ".m4v"] },
  "audio/mp4": { name: "M4A", endings: [".m4a", ".m4b"] },
  "video/quicktime": { name: "MOV", endings: [".mov"] },
  "audio/wav": { name: "WAV", endings: [".wav"] },
  "audio/ogg": { name: "Ogg", endings: [".ogg", ".oga", ".opus"] },
  "video/ogg": { name: "Ogg", endings: [".ogv"] },
  "video/webm": { name: "WebM", endings: [".webm"] },
  "audio/flac": { name: "FLAC", endings: [".flac"] },
  "audio/aac": { name: "AAC", endings: [".aac"] },
};
const pictureKinds: Record<PictureType, Omit<FileKind, "types">> = {
  "image/png": { name: "PNG", endings: [".png"] },
  "image/jpeg": { name: "JPEG", endings: [".jpg", ".jpeg"] },
  "image/webp": { name: "WebP", endings: [".webp"] },
};

const typed = (kinds: Record<string, Omit<FileKind, "types">>): FileKind[] =>
  Object.entries(kinds).map(([type, kind]) => ({ ...kind, types: [type] }));

const csv: FileKind = { name: "CSV", types: ["text/csv"], endings: [".csv"] };
const tsv: FileKind = { name: "TSV", types: ["text/tab-separated-values"], endings: [".tsv"] };
const xlsx: FileKind = {
  name: "XLSX",
  types: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  endings: [".xlsx"],
};
const word: FileKind = {
  name: "DOCX",
  types: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  endings: [".docx"],
};

/** What is taken, by what is done with it: the one list behind hints, file choosers, refusals and the API's description. */
export const acceptedFiles = {
  recordings: typed(recordingKinds),
  pictures: typed(pictureKinds),
  sheets: [xlsx, csv, tsv],
  pdfs: [{ name: "PDF", types: ["application/pdf"], endings: [".pdf"] }],
  words: [word],
  pages: [
    { name: "HTML", types: ["text/html"], endings: [".html", ".htm", ".xhtml"] },
    { name: "plain text", types: ["text/plain"], endings: [".txt"] },
  ],
} satisfies Record<string, readonly FileKind[]>;

const namesOf = (kinds: readonly FileKind[]): string[] => [...new Set(kinds.map(({ name }) => name))];

/** "PNG, JPEG, WebP" in a sentence's brackets. */
export const kindsListed = (kinds: readonly FileKind[]): string => namesOf(kinds).join(", ");

/** "PNG, JPEG or WebP". */
export function kindsInWords(kinds: readonly FileKind[]): string {
  const names = namesOf(kinds);
  const last = names.pop() ?? "";
  return names.length > 0 ? `${names.join(", ")} or ${last}` : last;
}

/** The `accept` of a file chooser: types and endings, as browsers know one or the other. */
export function chooserFor(...groups: readonly (readonly FileKind[])[]): string {
  return groups
    .flat()
    .flatMap(({ types, endings }) => [...types, ...endings])
    .join(",");
}
