import { readDocument, type Document } from "@/lib/articles/read-document.server";

/** The other side of `read-document-apart.server.ts`: reads one document after the other in a process of its own. */
process.on("message", ({ id, document }: { id: number; document: Document }) => {
  void readDocument(document).then(
    (result) => {
      // The bytes are where they came from already.
      const answer = result.ok ? { ok: true, value: { ...result.value, document: null } } : result;
      process.send?.({ id, result: answer });
    },
    (error: unknown) => process.send?.({ id, fault: String((error as Error)?.stack ?? error) }),
  );
});
process.once("disconnect", () => process.exit());
