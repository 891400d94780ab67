import { recordSha256 } from "../publications/canonical";
import type { RevisionRecord } from "../publications/record";
import { essence } from "../schedules/same-revision";

/**
 * What a legal read holds for: all that would be published, as lowercase hex SHA-256. That a source was looked at again and
 * says the same words is no change, nor is the order of marks; what cancels a planned publication makes a read stale.
 */
export function draftHash(record: RevisionRecord): string {
  return recordSha256(essence(record));
}
