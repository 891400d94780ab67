/** Something a person was told. */
export type NewsDto = {
  id: string;
  kind: string;
  text: string;
  claim: { id: string; text: string } | null;
  articleId: string | null;
  createdAt: string;
  isNew: boolean;
};
