import "server-only";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import { fail, ok, type Failure, type Result } from "../core/result";
import { drawnSize } from "./drawn-size";
import { encodePng } from "./encode-png";
import { noSuchPage } from "./document-pages";

/** A page of a PDF as a picture, `pages` being how many the document has. */
export type DrawnPage = {
  png: Uint8Array;
  width: number;
  height: number;
  pages: number;
  /** The file names fonts that it does not bring; letters that ours lack are not drawn. */
  lacksFonts: boolean;
};

/** What one document may take of memory: PDFium answers that there is no more. */
const mostMemoryBytes = 512 * 1024 * 1024;
const memoryPageBytes = 65_536;

const failures = {
  encrypted: "The file is protected by a password, so its pages cannot be drawn.",
  damaged: "The file is damaged or cut off, so its pages cannot be drawn.",
  "damaged-page": "This page of the file is damaged, so it cannot be drawn.",
  "too-complex":
    "This page is built in a way that cannot be drawn within the memory that one page is given. Open the file itself.",
} as const;

const invalid = (code: keyof typeof failures): Failure => ({ kind: "invalid", code, detail: failures[code] });

let compiled: Promise<WebAssembly.Module> | null = null;

function compiledPdfium(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  compiled ??= readFile(file).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

type Pdfium = { api: WrappedPdfiumModule; memory: WebAssembly.Memory };

/** An instance for one document alone, so that nothing a document does to it is there for the next one. */
async function freshPdfium(): Promise<Pdfium> {
  const module = await compiledPdfium();
  let memory: WebAssembly.Memory | null = null;
  const api = await init({
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => unknown) {
      const instance = new WebAssembly.Instance(module, imports);
      memory = limited(instance.exports.memory as WebAssembly.Memory);
      receive(instance);
      return instance.exports;
    },
    // It says what it finds wrong with a document, in its own words and at length.
    print: () => undefined,
    printErr: () => undefined,
  });
  api.PDFiumExt_Init();
  return { api, memory: memory! };
}

/** The memory of an instance, which does not grow beyond what one document may take. */
function limited(memory: WebAssembly.Memory): WebAssembly.Memory {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * memoryPageBytes > mostMemoryBytes)
      throw new RangeError("A document wants more memory than one may take.");
    return grow(pages);
  };
  return memory;
}

/**
 * Draws one page (1-based) of a PDF, with its stamps, signatures and other annotations, on white. Refuses what is
 * encrypted, damaged, has no such page or wants too much memory. Runs in the reading process alone.
 */
export async function drawPage(bytes: Uint8Array, page: number): Promise<Result<DrawnPage>> {
  const pdfium = await freshPdfium();
  try {
    return drawIn(pdfium, bytes, page);
  } catch (error) {
    // PDFium gives up by a trap when there is no memory, and its sandbox ends it when it steps out of it or too deep.
    const isEnded = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
    if (isEnded) return fail(invalid("too-complex"));
    throw error;
  }
}

/** As PDFium numbers its errors in fpdfview.h. */
const [passwordError, securityError] = [4, 5];

function drawIn({ api, memory }: Pdfium, bytes: Uint8Array, page: number): Result<DrawnPage> {
  const at = api.pdfium.wasmExports.malloc(bytes.length) as number;
  if (at === 0) return fail(invalid("too-complex"));
  new Uint8Array(memory.buffer).set(bytes, at);
  const document = api.FPDF_LoadMemDocument(at, bytes.length, "");
  if (document === 0) {
    const isLocked = [passwordError, securityError].includes(api.FPDF_GetLastError());
    return fail(invalid(isLocked ? "encrypted" : "damaged"));
  }
  const pages = api.FPDF_GetPageCount(document);
  if (page > pages) return fail(noSuchPage(pages));
  const opened = api.FPDF_LoadPage(document, page - 1);
  if (opened === 0) return fail(invalid("damaged-page"));
  const size = drawnSize({ width: api.FPDF_GetPageWidthF(opened), height: api.FPDF_GetPageHeightF(opened) });
  if (!size) return fail(invalid("damaged-page"));
  const rgbx = pixelsOf({ api, memory }, { document, page: opened }, size);
  if (!rgbx) return fail(invalid("too-complex"));
  return ok({ png: encodePng({ ...size, rgbx }), ...size, pages, lacksFonts: lacksFonts(api, opened) });
}

/** FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER of fpdfview.h: with annotations, red first. */
const drawFlags = 0x01 | 0x10;
const white = 0xffffffff;

/** Nothing is closed afterwards: the instance and all that is in it goes with the answer. */
function pixelsOf(
  { api, memory }: Pdfium,
  { document, page }: { document: number; page: number },
  { width, height }: { width: number; height: number },
): Uint8Array | null {
  const bitmap = api.FPDFBitmap_Create(width, height, 0);
  if (bitmap === 0) return null;
  api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
  api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawFlags);
  // What is written into a form and the picture of a signature are drawn as a form alone. No script is run: there is no engine.
  const form = api.PDFiumExt_InitFormFillEnvironment(document, api.PDFiumExt_OpenFormFillInfo());
  if (form !== 0) api.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, drawFlags);
  const from = api.FPDFBitmap_GetBuffer(bitmap);
  return new Uint8Array(memory.buffer, from, width * height * 4);
}

/** FPDF_PAGEOBJ_TEXT and FPDF_PAGEOBJ_FORM of fpdf_edit.h. */
const [textObject, formObject] = [1, 5];
/** Forms can hold each other many times over; the first thousands say enough. */
const mostObjects = 20_000;

/** Whether letters of a page are set in a font that is named in the file and not in it. */
function lacksFonts(api: WrappedPdfiumModule, page: number): boolean {
  let left = mostObjects;
  const lacks = (count: number, get: (index: number) => number): boolean => {
    for (let index = 0; index < count && left > 0; index += 1) {
      left -= 1;
      const object = get(index);
      const type = api.FPDFPageObj_GetType(object);
      if (type === textObject && api.FPDFFont_GetIsEmbedded(api.FPDFTextObj_GetFont(object)) === 0)
        return true;
      if (type !== formObject) continue;
      const inside = (at: number) => api.FPDFFormObj_GetObject(object, at);
      if (lacks(api.FPDFFormObj_CountObjects(object), inside)) return true;
    }
    return false;
  };
  return lacks(api.FPDFPage_CountObjects(page), (index) => api.FPDFPage_GetObject(page, index));
}
