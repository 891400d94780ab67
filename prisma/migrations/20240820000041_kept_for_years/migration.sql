-- DropIndex
DROP INDEX "notification_userId_createdAt_idx";

-- AlterTable
ALTER TABLE "search_word" DROP CONSTRAINT "search_word_pkey",
ADD COLUMN     "id" BIGSERIAL NOT NULL,
ADD CONSTRAINT "search_word_pkey" PRIMARY KEY ("id");

-- CreateIndex
CREATE INDEX "search_word_kind_word_idx" ON "search_word"("kind", "word");

-- CreateIndex
CREATE INDEX "notification_userId_id_idx" ON "notification"("userId", "id" DESC);

-- By hand from here: what Prisma cannot say.

-- ── News ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- What waits for a mail is asked for every half minute, of everybody at once.
CREATE INDEX notification_for_mail ON notification ("createdAt") WHERE "byMail" AND "digestId" IS NULL AND "readAt" IS NULL;

-- Of the next `most` pieces of news after the one of that id those go that were read and are older than 90 days, or older
-- than a year; answers how far it came, null once what follows is newer. Whatever tells news once looks back 31 days at most.
CREATE FUNCTION forget_news(after text, most integer) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ids text[];
  newest timestamptz;
BEGIN
  ids := ARRAY(SELECT n.id FROM notification n WHERE n.id > after ORDER BY n.id LIMIT most);
  SELECT n."createdAt" INTO newest FROM notification n WHERE n.id = ids[array_upper(ids, 1)];
  DELETE FROM notification n WHERE n.id = ANY (ids)
    AND n."createdAt" < now() - CASE WHEN n."readAt" IS NULL THEN interval '1 year' ELSE interval '90 days' END;
  RETURN CASE WHEN newest < now() - interval '90 days' THEN ids[array_upper(ids, 1)] END;
END $$;

-- A site that nobody went to for 90 days is a new one when somebody does: its robots.txt is read again in any case.
CREATE FUNCTION forget_hosts(most integer) RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM watched_host h WHERE h.host IN (
        SELECT o.host FROM watched_host o WHERE greatest(o."nextVisitAt", o."restsUntil", o."robotsReadAt") < now() - interval '90 days' LIMIT most)
      AND greatest(h."nextVisitAt", h."restsUntil", h."robotsReadAt") < now() - interval '90 days' RETURNING 1)
  SELECT count(*)::int FROM gone
$$;

-- ── Words by their beginnings ────────────────────────────────────────────────────────────────────────────────────────
-- Whoever adds words holds a lock that others may share until it is done, and what takes words away has it alone: so no word
-- goes of which somebody found that it is there. Two who bring the same new word keep it twice, rather than wait for each
-- other, for ever where they bring two in another order; one of them goes with what goes daily. What a row no longer says is
-- told to the worker, which takes it away where no other says it.
REVOKE INSERT ON search_word FROM countersign_app;
CREATE OR REPLACE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  of_column text := CASE TG_ARGV[0] WHEN 'claim' THEN 'search' ELSE 'titleWords' END;
  words text[] := tsvector_to_array((to_jsonb(NEW) ->> of_column)::tsvector);
  told text;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('countersign-search-words'));
  INSERT INTO search_word (kind, word)
  SELECT TG_ARGV[0], w.word FROM unnest(words) AS w(word)
    WHERE has_beginning(w.word) AND NOT EXISTS (SELECT 1 FROM search_word k WHERE k.kind = TG_ARGV[0] AND k.word = w.word);
  IF TG_OP = 'UPDATE' THEN
    SELECT json_build_object('kind', TG_ARGV[0], 'words', json_agg(w.word))::text INTO told
      FROM unnest(tsvector_to_array((to_jsonb(OLD) ->> of_column)::tsvector)) AS w(word)
      WHERE has_beginning(w.word) AND w.word <> ALL (words) HAVING count(*) > 0;
    -- More than a notice holds goes with what goes daily.
    IF octet_length(told) < 7900 THEN PERFORM pg_notify('countersign_words', told); END IF;
  END IF;
  RETURN NULL;
END $$;

-- Those of these words that no claim, or no title, has. By the index alone: of a rare word reading the table would seem quick.
CREATE FUNCTION words_gone(of_kind text, words text[]) RETURNS text[] LANGUAGE sql STABLE
  SET search_path = public, pg_temp SET enable_seqscan = off AS $$
  SELECT ARRAY(SELECT w.word FROM (
      SELECT u.word, ('''' || replace(replace(u.word, '\', '\\'), '''', '''''') || '''')::tsquery AS said FROM unnest(words) AS u(word)) w
    WHERE CASE of_kind WHEN 'claim' THEN NOT EXISTS (SELECT 1 FROM claim c WHERE c.search @@ w.said)
      ELSE NOT EXISTS (SELECT 1 FROM article a WHERE a."titleWords" @@ w.said) END)
$$;

-- Takes away those of these words that nothing has any more, and those that are kept twice. False when somebody was adding
-- words at that moment, and nothing went.
CREATE FUNCTION forget_words(of_kind text, words text[]) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone text[] := words_gone(of_kind, words);
  twice text[] := ARRAY(SELECT k.word FROM search_word k WHERE k.kind = of_kind AND k.word = ANY (words) GROUP BY k.word HAVING count(*) > 1);
BEGIN
  IF cardinality(gone || twice) = 0 THEN RETURN true; END IF;
  IF NOT pg_try_advisory_xact_lock(hashtext('countersign-search-words')) THEN RETURN false; END IF;
  DELETE FROM search_word k WHERE k.kind = of_kind AND k.word = ANY (words_gone(of_kind, gone));
  DELETE FROM search_word k WHERE k.kind = of_kind AND k.word = ANY (twice)
    AND EXISTS (SELECT 1 FROM search_word e WHERE e.kind = k.kind AND e.word = k.word AND e.id < k.id);
  RETURN true;
END $$;

-- The next `most` words after that one, each once: those that are looked at for whether they may go.
CREATE FUNCTION words_after(of_kind text, after text, most integer) RETURNS text[] LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT ARRAY(SELECT DISTINCT k.word FROM search_word k WHERE k.kind = of_kind AND k.word > after ORDER BY k.word LIMIT most)
$$;

-- Keeps all words that claims and titles have: of a database that was filled without its triggers.
CREATE FUNCTION fill_search_words() RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO search_word (kind, word)
    SELECT f.kind, f.word FROM (
      SELECT 'claim' AS kind, s.word FROM ts_stat('SELECT search FROM claim') s
      UNION ALL SELECT 'title', s.word FROM ts_stat('SELECT "titleWords" FROM article') s) f
    WHERE has_beginning(f.word) AND NOT EXISTS (SELECT 1 FROM search_word k WHERE k.kind = f.kind AND k.word = f.word)
$$;

-- As before, but that a word may be kept twice; and STABLE, since it reads a table. Who searches asks for this first, and
-- looks for what it answers: so the planner knows how many have the words.
CREATE OR REPLACE FUNCTION words_query(of_kind text, config regconfig, words text[]) RETURNS tsquery LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
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
      found := ARRAY(SELECT DISTINCT k.word FROM search_word k WHERE k.kind = of_kind AND k.word >= begun AND k.word < begun || chr(1114111)
        AND k.word <> ALL (tsvector_to_array(to_tsvector(config, begun))) ORDER BY k.word LIMIT 41);
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

REVOKE EXECUTE ON FUNCTION forget_news(text, integer), forget_hosts(integer), words_gone(text, text[]), forget_words(text, text[]),
  words_after(text, text, integer), fill_search_words() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_news(text, integer), forget_hosts(integer), forget_words(text, text[]),
  words_after(text, text, integer) TO countersign_app;
