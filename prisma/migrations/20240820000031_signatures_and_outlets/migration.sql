-- What waits for somebody's signature is a kind of news with a switch of its own.
ALTER TABLE news_choice DROP CONSTRAINT news_choice_kind,
  ADD CONSTRAINT news_choice_kind CHECK (kind IN ('to-sign', 'signed', 'mention', 'assigned', 'reply', 'claim', 'source'));

-- It came under the news of claims. Whoever took that from the bell took this with it, and chose whether mail comes instead;
-- for everybody else the form's own answer stood there, and what waits for them comes by both ways.
INSERT INTO news_choice ("userId", kind, "inApp", "byMail")
  SELECT "userId", 'to-sign', false, "byMail" FROM news_choice WHERE kind = 'claim' AND NOT "inApp";

-- The articles of an outlet are listed, newest first.
CREATE INDEX "article_outletId_id_idx" ON article ("outletId", id DESC);
DROP INDEX "article_outletId_idx";
