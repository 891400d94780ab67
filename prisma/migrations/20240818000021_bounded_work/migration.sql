-- AlterTable
ALTER TABLE "watched_host" ADD COLUMN     "restsUntil" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "search_word" (
    "kind" TEXT NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("kind","word")
);

-- By hand from here: what Prisma cannot say.

-- ── What waits to be read ────────────────────────────────────────────────────────────────────────────────────────────
-- Of a person with years of news the badge reads the unread alone, in the order of the list.
CREATE INDEX notification_unread ON notification ("userId", id DESC) WHERE "readAt" IS NULL AND "inApp";

-- ── Words by their beginnings ────────────────────────────────────────────────────────────────────────────────────────
-- An index of words finds the claims of two words by the rarer of them; for a beginning it first gathers every claim of each
-- word that begins so, which of a million claims takes longer than all the rest. So beginnings are made words beforehand, from
-- all that claims and titles have. A word stays when the last that had it is another: it then finds nothing.
ALTER TABLE search_word ADD CONSTRAINT search_word_kind CHECK (kind IN ('claim', 'title'));
GRANT SELECT, INSERT ON search_word TO countersign_app;

-- What can be asked for by its beginning: three signs at least, and no digit among them.
CREATE FUNCTION has_beginning(word text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT length(word) >= 3 AND left(word, 3) !~ '[0-9]'
$$;

-- In one order, so that two who bring the same new words do not wait for each other for ever.
CREATE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO search_word (kind, word)
  SELECT TG_ARGV[0], w.word FROM unnest(tsvector_to_array(CASE TG_ARGV[0] WHEN 'claim' THEN (to_jsonb(NEW) ->> 'search')::tsvector
      ELSE (to_jsonb(NEW) ->> 'titleWords')::tsvector END)) AS w(word)
    WHERE has_beginning(w.word) AND NOT EXISTS (SELECT 1 FROM search_word k WHERE k.kind = TG_ARGV[0] AND k.word = w.word)
    ORDER BY w.word ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER claim_keeps_words AFTER INSERT OR UPDATE OF text, verbatim, claimant ON claim
  FOR EACH ROW EXECUTE FUNCTION keep_search_words('claim');
CREATE TRIGGER article_keeps_words AFTER INSERT OR UPDATE OF title ON article
  FOR EACH ROW EXECUTE FUNCTION keep_search_words('title');
INSERT INTO search_word SELECT 'claim', word FROM ts_stat('SELECT search FROM claim') WHERE has_beginning(word) ON CONFLICT DO NOTHING;
INSERT INTO search_word SELECT 'title', word FROM ts_stat('SELECT "titleWords" FROM article') WHERE has_beginning(word) ON CONFLICT DO NOTHING;

-- All of these words: each as `config` has it in the index or, where it ends in ":*", as the beginning of a word that is known.
-- A word that says nothing by itself ("the") is asked for only where it is alone. Of a beginning that more than 40 words have,
-- or none, and of one in quotes ("anti-corr"), the index gathers them as it does without this. Immutable as far as one statement goes, which is planned by what it
-- says: so the planner knows how many have the words.
CREATE FUNCTION words_query(of_kind text, config regconfig, words text[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
DECLARE
  word text;
  begun text;
  said tsquery;
  found text[];
  each tsquery;
  every tsquery;
BEGIN
  FOREACH word IN ARRAY words LOOP
    said := to_tsquery(config, regexp_replace(word, ':\*$', ''));
    CONTINUE WHEN numnode(said) = 0 AND cardinality(words) > 1;
    each := to_tsquery('simple', word);
    begun := lower(left(word, -2));
    IF word LIKE '%:*' AND begun !~ '[^[:alnum:]]' AND has_beginning(begun) THEN
      found := ARRAY(SELECT k.word FROM search_word k WHERE k.kind = of_kind AND k.word >= begun AND k.word < begun || chr(1114111)
        AND k.word <> ALL (tsvector_to_array(to_tsvector(config, begun))) LIMIT 41);
      IF cardinality(found) BETWEEN 1 AND 40 THEN
        each := (SELECT string_agg('''' || replace(replace(f.word, '\', '\\'), '''', '''''') || '''', ' | ')::tsquery FROM unnest(found) AS f(word));
      ELSIF cardinality(found) = 0 AND numnode(said) > 0 AND EXISTS (SELECT 1 FROM search_word k
          WHERE k.kind = of_kind AND k.word = ANY (tsvector_to_array(to_tsvector(config, begun)))) THEN
        each := said;
      END IF;
    END IF;
    IF numnode(said) > 0 AND each <> said THEN each := said || each; END IF;
    every := CASE WHEN every IS NULL THEN each ELSE every && each END;
  END LOOP;
  RETURN coalesce(every, to_tsquery('simple', array_to_string(words, ' & ')));
END $$;

-- ── Claims that print an article ─────────────────────────────────────────────────────────────────────────────────────
-- Claims whose record prints something of one of these articles: `claim_articles` the other way round, all of them, however
-- many. An edge that may lead there holds for every claim as it stands, so that most are found by going it backwards once;
-- only claims for which one of these edges was decided apart go their own route, and only over these edges.
CREATE OR REPLACE FUNCTION claims_printing(article_ids text[]) RETURNS TABLE (id text) LANGUAGE sql STABLE ROWS 10 SET search_path = public, pg_temp AS $$
  WITH RECURSIVE named AS MATERIALIZED (SELECT DISTINCT a.id FROM unnest(article_ids) AS a(id)),
  downstream AS (
    SELECT n.id FROM named n
    UNION SELECT t."fromArticleId" FROM downstream d JOIN attribution t ON t."toArticleId" = d.id
      WHERE t.status = 'confirmed' OR EXISTS (
        SELECT 1 FROM claim_attribution ca WHERE ca."attributionId" = t.id AND ca.status = 'confirmed')),
  edge AS MATERIALIZED (
    SELECT t.id, t."fromArticleId" AS here, t."toArticleId" AS there, t.status FROM downstream d JOIN attribution t ON t."toArticleId" = d.id
      WHERE t.status = 'confirmed' OR EXISTS (
        SELECT 1 FROM claim_attribution ca WHERE ca."attributionId" = t.id AND ca.status = 'confirmed')),
  usual AS (
    SELECT n.id FROM named n UNION SELECT e.here FROM usual u JOIN edge e ON e.there = u.id WHERE e.status = 'confirmed'),
  apart AS MATERIALIZED (
    SELECT DISTINCT ca."claimId" AS id FROM edge e JOIN claim_attribution ca ON ca."attributionId" = e.id WHERE ca.status <> 'withdrawn'),
  own AS (
    SELECT a.id AS claim, e."articleId" AS at FROM apart a JOIN evidence e ON e."claimId" = a.id AND e."removedAt" IS NULL
    UNION SELECT o.claim, e.there FROM own o JOIN edge e ON e.here = o.at WHERE attribution_status(e.id, o.claim, e.status) = 'confirmed')
  SELECT e."claimId" FROM usual u JOIN evidence e ON e."articleId" = u.id AND e."removedAt" IS NULL
    WHERE NOT EXISTS (SELECT 1 FROM apart a WHERE a.id = e."claimId")
  UNION SELECT o.claim FROM own o JOIN named n ON n.id = o.at
  UNION SELECT c.id FROM named n JOIN quote q ON q."articleId" = n.id JOIN claim c ON c."appearanceQuoteId" = q.id
$$;

-- ── What may go ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- A look at a source may go when it is older than 90 days, nobody made it by hand, and it says what the look before it and
-- the look after it say, of the page and of each quote: the first and the last of a row of the same stay, so that since when
-- something was so and when it was last seen so are known as before.
CREATE FUNCTION look_said(look source_check) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_build_array(CASE WHEN look.outcome IN ('same-text', 'not-modified') THEN 'same' ELSE look.outcome END,
    look."captureId", look.method, look."failureCode", look."httpStatus", look.detail)::text
$$;
CREATE FUNCTION quote_said(quote quote_check) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_build_array(quote.outcome, quote.was, quote."is", quote.method)::text
$$;
CREATE FUNCTION look_may_go(look_id text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT s."checkedById" IS NULL AND s.outcome <> 'new-copy' AND s."checkedAt" < now() - interval '90 days'
    AND look_said(s) IS NOT DISTINCT FROM (
      SELECT look_said(b) FROM source_check b WHERE b."articleId" = s."articleId" AND (b."checkedAt", b.id) < (s."checkedAt", s.id)
      ORDER BY b."checkedAt" DESC, b.id DESC LIMIT 1)
    AND look_said(s) IS NOT DISTINCT FROM (
      SELECT look_said(a) FROM source_check a WHERE a."articleId" = s."articleId" AND (a."checkedAt", a.id) > (s."checkedAt", s.id)
      ORDER BY a."checkedAt", a.id LIMIT 1)
    AND NOT EXISTS (SELECT 1 FROM quote_check k WHERE k."lookId" = s.id AND (
      quote_said(k) IS DISTINCT FROM (
        SELECT quote_said(b) FROM quote_check b WHERE b."quoteId" = k."quoteId" AND (b."checkedAt", b.id) < (k."checkedAt", k.id)
        ORDER BY b."checkedAt" DESC, b.id DESC LIMIT 1)
      OR quote_said(k) IS DISTINCT FROM (
        SELECT quote_said(a) FROM quote_check a WHERE a."quoteId" = k."quoteId" AND (a."checkedAt", a.id) > (k."checkedAt", k.id)
        ORDER BY a."checkedAt", a.id LIMIT 1)))
  FROM source_check s WHERE s.id = look_id
$$;

-- The tables stay append-only for everything else, to their owner too.
CREATE FUNCTION guard_look() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' AND look_may_go(CASE TG_TABLE_NAME WHEN 'source_check' THEN to_jsonb(OLD) ->> 'id' ELSE to_jsonb(OLD) ->> 'lookId' END) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% rows are never changed, and deleted only where the rows around them say the same', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER source_check_append_only ON source_check;
CREATE TRIGGER source_check_append_only BEFORE UPDATE OR DELETE ON source_check FOR EACH ROW EXECUTE FUNCTION guard_look();
DROP TRIGGER quote_check_append_only ON quote_check;
CREATE TRIGGER quote_check_append_only BEFORE UPDATE OR DELETE ON quote_check FOR EACH ROW EXECUTE FUNCTION guard_look();

-- Thins the looks at the next `most` articles after the one of that id, 200 looks at most, and answers how far it came; null
-- when there are none. What is left goes another day.
CREATE FUNCTION thin_looks(after text, most integer) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  articles text[];
  gone text[];
BEGIN
  articles := ARRAY(SELECT a.id FROM article a WHERE a.id > after AND a."lastCheckedAt" IS NOT NULL ORDER BY a.id LIMIT most);
  gone := ARRAY(SELECT s.id FROM source_check s
    WHERE s."articleId" = ANY (articles) AND s."checkedAt" < now() - interval '90 days' AND look_may_go(s.id) LIMIT 200);
  DELETE FROM quote_check WHERE "lookId" = ANY (gone);
  DELETE FROM source_check WHERE id = ANY (gone);
  RETURN articles[array_upper(articles, 1)];
END $$;

-- What was told to other systems, and mails that ended, are of use as long as somebody may ask what became of them.
CREATE FUNCTION forget_deliveries(most integer) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM webhook_delivery WHERE id IN (
      SELECT d.id FROM webhook_delivery d WHERE d.status <> 'pending' AND greatest(d."createdAt", d."lastAttemptAt") < now() - interval '90 days'
      ORDER BY d."createdAt", d.id LIMIT most) RETURNING 1)
  SELECT count(*)::int FROM gone
$$;
CREATE FUNCTION forget_mails(most integer) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM digest WHERE id IN (
      SELECT d.id FROM digest d WHERE d.state NOT IN ('waiting', 'sending') AND greatest(d."createdAt", d."sentAt") < now() - interval '90 days'
      ORDER BY d.id LIMIT most) RETURNING 1)
  SELECT count(*)::int FROM gone
$$;
REVOKE EXECUTE ON FUNCTION thin_looks(text, integer), forget_deliveries(integer), forget_mails(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION thin_looks(text, integer), forget_deliveries(integer), forget_mails(integer) TO countersign_app;
