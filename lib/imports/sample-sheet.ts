import { columnFields } from "./columns";
import { headerName } from "./header-words";

/** A column for everything that a sheet can say of a claim, the claim itself first. */
export const sampleHeaders: readonly string[] = [
  ...columnFields.filter((field) => field !== "sheetSaid"),
  "sheetSaid" as const,
].map(headerName);

/** A sheet with these headers and no row yet, as the text of a CSV file. */
export const sampleSheet = `${sampleHeaders.join(",")}\r\n`;
