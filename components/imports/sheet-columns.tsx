import { sampleHeaders, sampleSheet } from "@/lib/imports/sample-sheet";

/** Which columns a sheet may have, and a sheet that has them all. */
export function SheetColumns() {
  return (
    <p className="mb-4 max-w-prose text-ink-2">
      Its columns may be called {sampleHeaders.join(", ")}. Only the claim is needed, or what was said; of
      other names you say next what they hold.{" "}
      <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(sampleSheet)}`} download="claims.csv">
        Save an empty sheet
      </a>
    </p>
  );
}
