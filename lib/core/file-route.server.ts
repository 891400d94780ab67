import "server-only";
import type { NextRequest } from "next/server";
import { asNamedTo } from "../access/as-named-to.server";
import type { Action } from "../access/can";
import type { Viewer } from "../access/viewer";
import { problemResponse } from "./api-answer.server";
import { admit, guarded, readParams, refusedResponse } from "./api-route.server";
import { env } from "./env.server";
import type { Result } from "./result";
import { apiHeaders } from "./security-headers";

/** A file for staff: its bytes, its media type and an ASCII name without quotation marks. */
export type ServedFile<Bytes = Uint8Array> = { bytes: Bytes; type: string; name: string };

/** One whose bytes may be too many to hold comes part by part. */
type AnyFile = ServedFile<Uint8Array | AsyncIterable<Uint8Array>>;

type Call = { viewer: Viewer; params: Record<string, string>; query: URLSearchParams; now: Date };

/** A staff read that answers with a file to keep: authenticated, permitted, then loaded. */
export function fileRoute(route: { action: Action; load: (call: Call) => Promise<Result<AnyFile>> }) {
  return (request: NextRequest, context: { params: Promise<Record<string, string>> }): Promise<Response> =>
    guarded(request, async () => {
      const now = new Date();
      const { action } = route;
      const viewer = await admit(request, action, now);
      if (viewer instanceof Response) return viewer;
      const params = await readParams(context);
      if (!params.ok) return problemResponse(params.error);
      const loaded = await route.load({
        viewer,
        params: await asNamedTo(viewer, params.value),
        query: request.nextUrl.searchParams,
        now,
      });
      if (!loaded.ok) return refusedResponse(loaded.error, { request, action, viewer });
      const { bytes, type, name } = loaded.value;
      return new Response(bytes instanceof Uint8Array ? Uint8Array.from(bytes) : toByteStream(bytes), {
        headers: {
          ...apiHeaders({ publicUrl: env().publicUrl }),
          "Content-Type": type,
          "Content-Disposition": `attachment; filename="${name}"`,
        },
      });
    });
}

/** Made no faster than it is read; a fault breaks it off. */
function toByteStream(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
