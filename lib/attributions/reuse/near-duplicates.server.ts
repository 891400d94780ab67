import "server-only";
import { db, inTransaction, sendLater } from "../../core/db.server";
import { currentTexts } from "./compared-articles.server";
import { articlesSharingWords, byIndexes, probedShinglesOf } from "./sketch.server";
import { overlapOf, ownShinglesOf } from "./shingles";

export type NearDuplicate = { articleId: string; similarity: number; containment: number };

const leastContainment = 0.3;
/** A sample that says less than this is not of one that contains so much. */
const leastSample = 0.15;
const mostCompared = 20;

/**
 * Articles of nearly the same words, most alike first. `similarity` is the share of both texts' runs of five words that
 * both have; `containment` the share of the shorter one's that the longer has. 0 to 1, quotations left out, at least
 * three tenths contained. The index finds candidates; only those are read.
 */
export async function nearDuplicatesOf(articleId: string): Promise<NearDuplicate[]> {
  const shingles = await probedShinglesOf(articleId);
  if (!shingles) return [];
  const sharing = await inTransaction(
    async (tx) => {
      await sendLater(tx, byIndexes);
      return articlesSharingWords(tx, { articleId, shingles }, mostCompared);
    },
    { maxWait: 5_000, timeout: 15_000 },
  );
  const others = sharing.filter(({ share }) => share >= leastSample).map((one) => one.articleId);
  if (others.length === 0) return [];
  const texts = await currentTexts(db(), [articleId, ...others]);
  const shinglesIn = (id: string) => ownShinglesOf(texts.get(id) ?? "").hashes;
  const own = shinglesIn(articleId);
  return others
    .map((id) => {
      const { resemblance, ofFirst, ofSecond } = overlapOf(own, shinglesIn(id));
      return {
        articleId: id,
        similarity: round(resemblance),
        containment: round(Math.max(ofFirst, ofSecond)),
      };
    })
    .filter(({ containment }) => containment >= leastContainment)
    .sort((a, b) => b.similarity - a.similarity);
}

const round = (share: number) => Math.round(share * 1_000) / 1_000;
