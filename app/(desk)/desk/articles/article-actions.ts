import type { ArticleActions } from "@/components/articles/article-meta";
import { captureArticle, editArticleFields, markNotObtainable, setReliability, stopFetch } from "./actions";

/** What may be done with an article from its page or beside a claim. */
export function articleActions(): ArticleActions {
  return {
    edit: editArticleFields,
    capture: captureArticle,
    stop: stopFetch,
    notObtainable: markNotObtainable,
    reliability: setReliability,
  };
}
