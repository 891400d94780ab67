-- What must never happen is a constraint. Prisma cannot say these things; its drift check leaves them alone.

-- A CHECK that comes to NULL passes: whatever may be NULL is asked for by name.

-- ── Words ────────────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "user" ADD CONSTRAINT user_role CHECK (role IN ('checker', 'editor', 'admin')),
  ADD CONSTRAINT user_email_lowercase CHECK (email = lower(email));
ALTER TABLE invitation ADD CONSTRAINT invitation_purpose CHECK (purpose IN ('invite', 'reset', 'first-admin')),
  ADD CONSTRAINT invitation_role CHECK (role IN ('checker', 'editor', 'admin'));
ALTER TABLE token ADD CONSTRAINT token_scopes CHECK (scopes IS NOT NULL AND scopes <@ ARRAY['read', 'write', 'sign'] AND cardinality(scopes) > 0);
ALTER TABLE entity_link ADD CONSTRAINT entity_link_kind CHECK (kind IN ('same-as', 'part-of')),
  ADD CONSTRAINT entity_link_status CHECK (status IN ('suggested', 'confirmed', 'rejected'));
ALTER TABLE article
  ADD CONSTRAINT article_state CHECK (state IN ('mentioned', 'fetching', 'captured', 'failed')),
  ADD CONSTRAINT article_kind CHECK (kind IN ('news', 'wire', 'record', 'report', 'dataset', 'interview', 'social', 'file', 'other')),
  ADD CONSTRAINT article_reliability CHECK (reliability IN ('ok', 'corrected', 'retracted', 'compromised')),
  ADD CONSTRAINT article_reliability_reason CHECK (reliability = 'ok' OR "reliabilityReason" IS NOT NULL),
  ADD CONSTRAINT article_failure CHECK (state <> 'failed' OR "failureCode" IS NOT NULL);
ALTER TABLE capture
  ADD CONSTRAINT capture_method CHECK (method IN ('fetched', 'uploaded', 'pasted')),
  ADD CONSTRAINT capture_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT capture_complete CHECK ("expungedAt" IS NOT NULL OR (bytes IS NOT NULL AND "fullText" IS NOT NULL)),
  ADD CONSTRAINT capture_hash_matches CHECK (bytes IS NULL OR encode(sha256(bytes), 'hex') = sha256);
ALTER TABLE quote
  ADD CONSTRAINT quote_is_passage_or_region CHECK (
    (exact IS NOT NULL AND exact <> '' AND start IS NOT NULL AND "end" IS NOT NULL AND "end" > start AND start >= 0 AND "captureId" IS NOT NULL AND sentence IS NOT NULL)
    OR (region IS NOT NULL AND description IS NOT NULL AND exact IS NULL)),
  ADD CONSTRAINT quote_region_second_person CHECK ("confirmedById" IS NULL OR "confirmedById" <> "createdById"),
  ADD CONSTRAINT quote_cut_second_person CHECK ("cutTickedById" IS NULL OR "cutTickedById" <> "createdById");
ALTER TABLE quote_check ADD CONSTRAINT quote_check_outcome
  CHECK (outcome IN ('unchanged', 'moved', 'altered', 'gone', 'unreachable', 'blocked'));
ALTER TABLE origin
  ADD CONSTRAINT origin_naming CHECK (naming IN ('named', 'unnamed-known-to-us', 'unnamed-known-to-relay')),
  ADD CONSTRAINT origin_kind CHECK (kind IN ('person', 'organisation', 'record', 'dataset', 'document', 'recording', 'other'));
ALTER TABLE attribution
  ADD CONSTRAINT attribution_type CHECK (type IN ('republishes', 'cites', 'uncredited-rewrite', 'same-press-release', 'same-dataset', 'same-interview', 'same-owner', 'own-reporting')),
  ADD CONSTRAINT attribution_status CHECK (status IN ('suggested', 'confirmed', 'rejected')),
  ADD CONSTRAINT attribution_one_end CHECK (("toArticleId" IS NULL) <> ("toOriginId" IS NULL)),
  ADD CONSTRAINT attribution_own_reporting CHECK ((type = 'own-reporting') = ("toArticleId" IS NOT NULL AND "toArticleId" = "fromArticleId")),
  ADD CONSTRAINT attribution_suggestion_has_reason CHECK (status <> 'suggested' OR rule IS NOT NULL),
  ADD CONSTRAINT attribution_decided_by_person CHECK (status = 'suggested' OR "decidedById" IS NOT NULL);
CREATE UNIQUE INDEX attribution_once_article ON attribution ("fromArticleId", type, "toArticleId") WHERE "toArticleId" IS NOT NULL;
CREATE UNIQUE INDEX attribution_once_origin ON attribution ("fromArticleId", type, "toOriginId") WHERE "toOriginId" IS NOT NULL;
ALTER TABLE claim
  ADD CONSTRAINT claim_kind CHECK (kind IN ('said', 'so', 'forecast', 'image-or-video')),
  ADD CONSTRAINT claim_state CHECK (state IN ('new', 'researching', 'in-review', 'ready', 'published', 'declined', 'retracted')),
  ADD CONSTRAINT claim_importance CHECK (importance BETWEEN 1 AND 3),
  ADD CONSTRAINT claim_text CHECK (btrim(text) <> ''),
  ADD CONSTRAINT claim_not_own_part CHECK ("parentId" IS NULL OR "parentId" <> id),
  ADD CONSTRAINT claim_declined_with_reason CHECK (state <> 'declined' OR coalesce("declineReason", '') IN ('opinion', 'not-checkable', 'low-reach', 'already-checked', 'other')),
  ADD CONSTRAINT claim_public_has_slug CHECK (state NOT IN ('published', 'retracted') OR slug IS NOT NULL);
ALTER TABLE figure
  ADD CONSTRAINT figure_bound CHECK (bound IN ('exact', 'at-least', 'at-most', 'about', 'range', 'vague')),
  ADD CONSTRAINT figure_one_owner CHECK (("claimId" IS NULL) <> ("quoteId" IS NULL)),
  ADD CONSTRAINT figure_ordered CHECK (low IS NULL OR high IS NULL OR low <= high);
ALTER TABLE comparison
  ADD CONSTRAINT comparison_class CHECK (class IN ('equal', 'compatible', 'rounding', 'different-period', 'different-scope', 'different-measure', 'contradiction')),
  ADD CONSTRAINT comparison_status CHECK (status IN ('suggested', 'confirmed')),
  ADD CONSTRAINT comparison_confirmed_by_person CHECK (status = 'suggested' OR "decidedById" IS NOT NULL);
ALTER TABLE evidence
  ADD CONSTRAINT evidence_stance CHECK (stance IN ('supports', 'disputes', 'context')),
  ADD CONSTRAINT evidence_disclosure CHECK (disclosure IN ('public', 'described', 'withheld')),
  ADD CONSTRAINT evidence_decisive_has_reason CHECK (("decisiveReason" IS NULL) = ("decisiveById" IS NULL));
CREATE UNIQUE INDEX evidence_once ON evidence ("claimId", "quoteId", stance) WHERE "removedAt" IS NULL;
ALTER TABLE review ADD CONSTRAINT review_mark CHECK (mark IN ('confirmed', 'disputed', 'unproven')),
  ADD CONSTRAINT review_rationale CHECK (btrim(rationale) <> '');
ALTER TABLE correction ADD CONSTRAINT correction_class CHECK (class IN ('typo', 'clarification', 'update', 'correction', 'verdict-change')),
  ADD CONSTRAINT correction_reason CHECK (btrim(reason) <> '');
CREATE UNIQUE INDEX correction_one_open ON correction ("claimId") WHERE "closedAt" IS NULL;
ALTER TABLE sign_off
  ADD CONSTRAINT sign_off_action CHECK (action IN ('publish', 'retract')),
  ADD CONSTRAINT sign_off_hash CHECK ("revisionHash" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT sign_off_self_signed_has_reason CHECK ("selfSigned" = ("selfReason" IS NOT NULL AND btrim("selfReason") <> ''));
ALTER TABLE publication
  ADD CONSTRAINT publication_kind CHECK (kind IN ('publication', 'retraction')),
  ADD CONSTRAINT publication_version CHECK (version >= 1),
  ADD CONSTRAINT publication_hash CHECK (sha256 = encode(sha256(convert_to("recordText", 'UTF8')), 'hex')),
  ADD CONSTRAINT publication_signed CHECK (length(signature) >= 80 AND "keyId" <> ''),
  ADD CONSTRAINT publication_says_itself CHECK (
    ("recordText"::jsonb ->> 'slug', "recordText"::jsonb ->> 'version', "recordText"::jsonb ->> 'kind') IS NOT DISTINCT FROM (slug, version::text, kind)),
  ADD CONSTRAINT publication_correction CHECK ("correctionClass" IS NULL OR ("correctionReason" IS NOT NULL AND version > 1));
ALTER TABLE notice ADD CONSTRAINT notice_kind CHECK (kind IN ('source-changed', 'under-review', 'outdated', 'first-findings')),
  ADD CONSTRAINT notice_hash CHECK (sha256 = encode(sha256(convert_to("recordText", 'UTF8')), 'hex'));
ALTER TABLE search_entry ADD CONSTRAINT search_entry_found CHECK (found IN ('nothing', 'something')),
  ADD CONSTRAINT search_entry_side CHECK (side IN ('supports', 'disputes'));
ALTER TABLE reply_request ADD CONSTRAINT reply_request_outcome CHECK (outcome IN ('waiting', 'replied', 'declined', 'no-reply')),
  ADD CONSTRAINT reply_request_role CHECK (role IN ('claimant', 'criticised'));
ALTER TABLE tip ADD CONSTRAINT tip_state CHECK (state IN ('new', 'chosen', 'declined'));

-- Every function names its search path, temporary tables last: otherwise a temporary table called "user" or "contribution",
-- which any role may make, would be read in place of the real one.

-- ── Append-only ──────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['publication', 'notice', 'sign_off', 'review', 'revision', 'log_entry', 'log_leaf', 'checkpoint', 'quote_check'] LOOP
    EXECUTE format('CREATE TRIGGER %I_append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t, t);
    EXECUTE format('CREATE TRIGGER %I_no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t, t);
  END LOOP;
END $$;

-- A capture changes once at most: its bytes and text go, its hash and the fact stay.
CREATE FUNCTION guard_capture() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."expungedAt" IS NULL AND NEW."expungedAt" IS NOT NULL AND NEW.bytes IS NULL AND NEW."fullText" IS NULL
     AND NEW.sha256 = OLD.sha256 AND NEW."articleId" = OLD."articleId" AND NEW."capturedAt" = OLD."capturedAt" AND NEW.method = OLD.method
     AND EXISTS (SELECT 1 FROM expunge_request r WHERE r."captureId" = NEW.id AND r."confirmedAt" IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'captures are never changed or deleted' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER capture_append_only BEFORE UPDATE OR DELETE ON capture FOR EACH ROW EXECUTE FUNCTION guard_capture();
CREATE TRIGGER capture_no_truncate BEFORE TRUNCATE ON capture FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The words of a log entry can go; they can not become others.
CREATE FUNCTION guard_log_payload() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL AND coalesce(NEW.body, 'null') = 'null' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the words of a log entry are erased or stay' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER log_payload_guard BEFORE UPDATE ON log_payload FOR EACH ROW EXECUTE FUNCTION guard_log_payload();

ALTER TABLE expunge_request ADD CONSTRAINT expunge_two_people CHECK ("confirmedById" IS NULL OR "confirmedById" <> "requestedById");
CREATE FUNCTION guard_expunge() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."requestedById" AND u.role = 'admin' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'an admin asks for expunging' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW."confirmedById" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."confirmedById" AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'an editor confirms expunging' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER expunge_request_guard BEFORE INSERT OR UPDATE ON expunge_request FOR EACH ROW EXECUTE FUNCTION guard_expunge();

CREATE FUNCTION expunge_capture(capture_id text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE capture SET bytes = NULL, "fullText" = NULL, "mainRanges" = '[]', links = '[]', headers = '[]', "expungedAt" = now() WHERE id = capture_id;
$$;

-- ── Two people ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- How many versions a claim has; contributions are counted by this number.
CREATE FUNCTION claim_cycle(claim_id text) RETURNS integer LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM publication p WHERE p."claimId" = claim_id;
$$;

-- Authors of the revision: whoever wrote something that still stands, or changed or removed anything since the last version.
-- Read from the rows themselves as well as from the contributions, so that a forgotten contribution hides nobody.
CREATE FUNCTION claim_authors(claim_id text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT "createdById" FROM claim WHERE id = claim_id
  UNION SELECT "addedById" FROM evidence WHERE "claimId" = claim_id AND "removedAt" IS NULL
  UNION SELECT "updatedById" FROM verdict WHERE "claimId" = claim_id AND "updatedById" IS NOT NULL
  UNION SELECT "userId" FROM contribution c WHERE c."claimId" = claim_id
    AND (c.cycle >= claim_cycle(claim_id) OR c."removedCycle" IS NULL OR c."removedCycle" >= claim_cycle(claim_id))
  UNION SELECT c."userId" FROM contribution c JOIN evidence e ON e."articleId" = c."articleId"
    WHERE e."claimId" = claim_id AND e."removedAt" IS NULL;
$$;

-- Who wrote what is never rewritten: a contribution is closed in the cycle in which its subject was removed, and otherwise stands.
CREATE FUNCTION guard_contribution() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW."claimId" IS NULL OR NEW."removedCycle" IS DISTINCT FROM claim_cycle(NEW."claimId")
     OR (to_jsonb(NEW) - 'removedCycle') <> (to_jsonb(OLD) - 'removedCycle') THEN
    RAISE EXCEPTION 'contributions are never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER contribution_guard BEFORE UPDATE ON contribution FOR EACH ROW EXECUTE FUNCTION guard_contribution();

CREATE FUNCTION guard_sign_off() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE claim_state text; latest text;
BEGIN
  SELECT state INTO claim_state FROM claim WHERE id = NEW."claimId" FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."editorId" AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'four-eyes: only an active editor signs' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.action = 'retract' THEN
    IF claim_state IS DISTINCT FROM 'published' THEN RAISE EXCEPTION 'only a published claim is retracted' USING ERRCODE = 'check_violation'; END IF;
    RETURN NEW;
  END IF;
  IF claim_state IS DISTINCT FROM 'ready' THEN RAISE EXCEPTION 'only a claim that is ready is signed' USING ERRCODE = 'check_violation'; END IF;
  SELECT hash INTO latest FROM revision WHERE "claimId" = NEW."claimId" ORDER BY number DESC LIMIT 1;
  IF latest IS DISTINCT FROM NEW."revisionHash" THEN RAISE EXCEPTION 'stale revision' USING ERRCODE = 'check_violation'; END IF;
  IF EXISTS (SELECT 1 FROM claim_authors(NEW."claimId") a(id) WHERE a.id = NEW."editorId") THEN
    IF NOT (NEW."selfSigned" AND EXISTS (SELECT 1 FROM setting s WHERE s.key = 'gate' AND s.value ->> 'onePersonDesk' = 'true')) THEN
      RAISE EXCEPTION 'four-eyes: the signer is an author of this revision' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW."selfSigned" THEN
    RAISE EXCEPTION 'selfSigned is for authors' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sign_off_guard BEFORE INSERT ON sign_off FOR EACH ROW EXECUTE FUNCTION guard_sign_off();

CREATE FUNCTION guard_publication() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE s sign_off%ROWTYPE;
BEGIN
  SELECT * INTO s FROM sign_off WHERE id = NEW."signOffId";
  IF s."claimId" IS DISTINCT FROM NEW."claimId" OR s."revisionHash" IS DISTINCT FROM NEW."revisionHash"
     OR (s.action = 'retract') <> (NEW.kind = 'retraction') THEN
    RAISE EXCEPTION 'a publication carries exactly the revision that was signed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM publication WHERE slug = NEW.slug) THEN
    RAISE EXCEPTION 'versions are numbered without gaps' USING ERRCODE = 'unique_violation';
  END IF;
  IF NEW.slug IS DISTINCT FROM (SELECT slug FROM claim WHERE id = NEW."claimId") THEN
    RAISE EXCEPTION 'a publication stands at its claim''s address' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_notify('countersign_published', NEW.slug);
  RETURN NEW;
END $$;
CREATE TRIGGER publication_guard BEFORE INSERT ON publication FOR EACH ROW EXECUTE FUNCTION guard_publication();

CREATE FUNCTION guard_notice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."editorId" AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'an editor signs a notice' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_notify('countersign_published', NEW.slug);
  RETURN NEW;
END $$;
CREATE TRIGGER notice_guard BEFORE INSERT ON notice FOR EACH ROW EXECUTE FUNCTION guard_notice();

-- ── States ───────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'new' THEN RAISE EXCEPTION 'a claim begins as new' USING ERRCODE = 'check_violation'; END IF;
  ELSE
    IF NEW."createdById" <> OLD."createdById" THEN
      RAISE EXCEPTION 'who wrote a claim never changes' USING ERRCODE = 'check_violation';
    END IF;
    IF OLD.slug IS NOT NULL AND NEW.slug IS DISTINCT FROM OLD.slug THEN
      RAISE EXCEPTION 'a public address never changes' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.state <> OLD.state THEN
      IF (OLD.state, NEW.state) NOT IN (('new', 'researching'), ('researching', 'in-review'), ('in-review', 'researching'), ('ready', 'researching'),
         ('in-review', 'ready'), ('ready', 'in-review'), ('new', 'declined'), ('researching', 'declined'), ('declined', 'researching'),
         ('ready', 'published'), ('published', 'in-review'), ('published', 'retracted')) THEN
        RAISE EXCEPTION 'a claim does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.state = 'published' AND NOT EXISTS (SELECT 1 FROM publication p JOIN sign_off s ON s.id = p."signOffId"
          WHERE p."claimId" = NEW.id AND p.kind = 'publication' AND p."revisionHash" =
            (SELECT hash FROM revision WHERE "claimId" = NEW.id ORDER BY number DESC LIMIT 1)) THEN
        RAISE EXCEPTION 'nothing is published without a signed publication' USING ERRCODE = 'check_violation';
      END IF;
      IF NEW.state = 'retracted' AND NOT EXISTS (SELECT 1 FROM publication WHERE "claimId" = NEW.id AND kind = 'retraction') THEN
        RAISE EXCEPTION 'nothing is retracted without a signed retraction' USING ERRCODE = 'check_violation';
      END IF;
      IF OLD.state = 'published' AND NEW.state = 'in-review' AND NOT EXISTS (SELECT 1 FROM correction WHERE "claimId" = NEW.id AND "closedAt" IS NULL) THEN
        RAISE EXCEPTION 'a published claim is opened by a correction' USING ERRCODE = 'check_violation';
      END IF;
    END IF;
  END IF;
  NEW.search := to_tsvector('english', NEW.text || ' ' || coalesce(NEW.verbatim, '') || ' ' || coalesce(NEW.claimant, ''));
  RETURN NEW;
END $$;
CREATE TRIGGER claim_guard BEFORE INSERT OR UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim();

-- What is published stands: evidence, verdict and reviews of a published claim wait for a correction.
CREATE FUNCTION guard_claim_part() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE claim_state text;
BEGIN
  SELECT state INTO claim_state FROM claim WHERE id = NEW."claimId" FOR SHARE;
  IF TG_TABLE_NAME = 'review' THEN
    IF claim_state NOT IN ('in-review', 'ready') THEN RAISE EXCEPTION 'reviews are given in review' USING ERRCODE = 'check_violation'; END IF;
    IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."reviewerId" AND u."deactivatedAt" IS NULL) THEN
      RAISE EXCEPTION 'a deactivated account does not review' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF claim_state NOT IN ('new', 'researching', 'in-review', 'ready') THEN
    RAISE EXCEPTION 'open-a-correction: a % claim is not written to', claim_state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE FUNCTION guard_evidence_identity() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF (NEW."claimId", NEW."articleId", NEW."quoteId", NEW."addedById") IS DISTINCT FROM (OLD."claimId", OLD."articleId", OLD."quoteId", OLD."addedById") THEN
    RAISE EXCEPTION 'evidence keeps its claim, its quote and who added it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_identity BEFORE UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION guard_evidence_identity();
CREATE TRIGGER evidence_guard BEFORE INSERT OR UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION guard_claim_part();
CREATE TRIGGER verdict_guard BEFORE INSERT OR UPDATE ON verdict FOR EACH ROW EXECUTE FUNCTION guard_claim_part();
CREATE TRIGGER review_guard BEFORE INSERT ON review FOR EACH ROW EXECUTE FUNCTION guard_claim_part();

-- ── The application's role ───────────────────────────────────────────────────────────────────────────────────────────
-- It owns nothing: it reads, adds, changes what may change, and cannot alter a table or touch history.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'countersign_app') THEN
    CREATE ROLE countersign_app NOLOGIN;
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'The role countersign_app is missing and this account may not create it. Let an administrator of the server run: CREATE ROLE countersign_app NOLOGIN;';
  WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

-- So that an application that knows only the owner's address can give up the owner's rights. With two addresses nobody needs it.
DO $$
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT countersign_app TO %I', current_user);
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN NULL;
END $$;

GRANT USAGE ON SCHEMA public TO countersign_app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO countersign_app;
GRANT INSERT ON ALL TABLES IN SCHEMA public TO countersign_app;
REVOKE INSERT ON _prisma_migrations FROM countersign_app;
GRANT UPDATE ON "user", session, invitation, token, setting, entity, entity_link, outlet, article, expunge_request, origin, attribution, claim,
  figure, comparison, evidence, verdict, correction, search_entry, reply_request, comment, assignment, task, notification, tip,
  idempotency_key, rate_window TO countersign_app;
-- The words and the place of a quote stay; a second person confirms its region or ticks its cut.
GRANT UPDATE ("confirmedById", "cutReason", "cutTickedById") ON quote TO countersign_app;
GRANT UPDATE ("removedCycle") ON contribution TO countersign_app;
GRANT UPDATE (body, "erasedAt") ON log_payload TO countersign_app;
GRANT DELETE ON figure, comparison, session, idempotency_key, rate_window TO countersign_app;
REVOKE EXECUTE ON FUNCTION expunge_capture(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expunge_capture(text) TO countersign_app;
