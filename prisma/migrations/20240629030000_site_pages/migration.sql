-- CreateTable
CREATE TABLE "site_draft" (
    "id" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "forSignature" BOOLEAN NOT NULL DEFAULT false,
    "authorId" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_version" (
    "id" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "recordText" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "editorId" TEXT NOT NULL,
    "selfReason" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "site_draft_authorId_idx" ON "site_draft"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "site_draft_page_number_key" ON "site_draft"("page", "number");

-- CreateIndex
CREATE UNIQUE INDEX "site_version_sha256_key" ON "site_version"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "site_version_draftId_key" ON "site_version"("draftId");

-- CreateIndex
CREATE INDEX "site_version_editorId_idx" ON "site_version"("editorId");

-- CreateIndex
CREATE UNIQUE INDEX "site_version_page_version_key" ON "site_version"("page", "version");

-- AddForeignKey
ALTER TABLE "site_draft" ADD CONSTRAINT "site_draft_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_version" ADD CONSTRAINT "site_version_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "site_draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_version" ADD CONSTRAINT "site_version_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand from here: what Prisma cannot say.
ALTER TABLE site_draft
  ADD CONSTRAINT site_draft_page CHECK (page IN ('methodology', 'ratings', 'corrections-policy', 'about', 'people', 'contact')),
  ADD CONSTRAINT site_draft_text CHECK (coalesce(btrim(content ->> 'text'), '') <> '');
ALTER TABLE site_version
  ADD CONSTRAINT site_version_number CHECK (version >= 1),
  ADD CONSTRAINT site_version_hash CHECK (sha256 = encode(sha256(convert_to("recordText", 'UTF8')), 'hex')),
  ADD CONSTRAINT site_version_signed CHECK (length(signature) >= 80 AND "keyId" <> ''),
  ADD CONSTRAINT site_version_self_reason CHECK ("selfReason" IS NULL OR btrim("selfReason") <> ''),
  ADD CONSTRAINT site_version_says_itself CHECK (
    ("recordText"::jsonb ->> 'type', "recordText"::jsonb ->> 'page', "recordText"::jsonb ->> 'version', "recordText"::jsonb #>> '{signer,selfSigned,reason}')
      IS NOT DISTINCT FROM ('countersign-page', page, version::text, "selfReason"));

-- One draft or signature of a page at a time; the commands take the same lock.
CREATE FUNCTION lock_site_page(page_name text) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  SELECT pg_advisory_xact_lock(hashtext('site-page:' || page_name));
$$;

CREATE FUNCTION guard_site_draft() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM lock_site_page(NEW.page);
  IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."authorId" AND u.role IN ('editor', 'admin') AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'an active editor or admin writes the pages of the site' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.number <> (SELECT coalesce(max(d.number), 0) + 1 FROM site_draft d WHERE d.page = NEW.page) THEN
    RAISE EXCEPTION 'drafts are numbered without gaps' USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER site_draft_guard BEFORE INSERT ON site_draft FOR EACH ROW EXECUTE FUNCTION guard_site_draft();

-- Whoever saved anything since the last signed version: what stood before that was signed by somebody who had not written it.
CREATE FUNCTION site_page_authors(page_name text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT DISTINCT d."authorId" FROM site_draft d WHERE d.page = page_name AND d.number >
    (SELECT coalesce(max(s.number), 0) FROM site_version v JOIN site_draft s ON s.id = v."draftId" WHERE v.page = page_name);
$$;

CREATE FUNCTION guard_site_version() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE d site_draft%ROWTYPE; before site_version%ROWTYPE; record jsonb;
BEGIN
  PERFORM lock_site_page(NEW.page);
  SELECT * INTO d FROM site_draft WHERE id = NEW."draftId";
  SELECT * INTO before FROM site_version WHERE page = NEW.page ORDER BY version DESC LIMIT 1;
  record := NEW."recordText"::jsonb;
  IF d.page IS DISTINCT FROM NEW.page OR d.number <> (SELECT max(o.number) FROM site_draft o WHERE o.page = NEW.page) THEN
    RAISE EXCEPTION 'stale revision: only the newest draft of a page is signed' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT d."forSignature" THEN
    RAISE EXCEPTION 'its author has not called this draft finished' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = NEW."editorId" AND u.role = 'editor' AND u."deactivatedAt" IS NULL) THEN
    RAISE EXCEPTION 'four-eyes: only an active editor signs' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM site_page_authors(NEW.page) a(id) WHERE a.id = NEW."editorId") THEN
    IF NOT (NEW."selfReason" IS NOT NULL AND EXISTS (SELECT 1 FROM setting s WHERE s.key = 'gate' AND s.value ->> 'onePersonDesk' = 'true')) THEN
      RAISE EXCEPTION 'four-eyes: the signer wrote part of this page' USING ERRCODE = 'check_violation';
    END IF;
  ELSIF NEW."selfReason" IS NOT NULL THEN
    RAISE EXCEPTION 'a reason for signing alone is for authors' USING ERRCODE = 'check_violation';
  END IF;
  IF record -> 'content' IS DISTINCT FROM d.content THEN
    RAISE EXCEPTION 'a signed page carries exactly the draft that was signed' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.version <> coalesce(before.version, 0) + 1 THEN
    RAISE EXCEPTION 'versions are numbered without gaps' USING ERRCODE = 'unique_violation';
  END IF;
  IF (record #>> '{previous,sha256}', record #>> '{previous,version}') IS DISTINCT FROM (before.sha256, before.version::text) THEN
    RAISE EXCEPTION 'a version names the one before it' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM pg_notify('countersign_published', 'page:' || NEW.page);
  RETURN NEW;
END $$;
CREATE TRIGGER site_version_guard BEFORE INSERT ON site_version FOR EACH ROW EXECUTE FUNCTION guard_site_version();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['site_draft', 'site_version'] LOOP
    EXECUTE format('CREATE TRIGGER %I_append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t, t);
    EXECUTE format('CREATE TRIGGER %I_no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t, t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON site_draft, site_version TO countersign_app;

-- What the newsroom had written about itself in its settings was public without a second person: it becomes drafts to be signed.
INSERT INTO site_draft (id, page, number, content, "forSignature", "authorId", "savedAt")
  SELECT gen_random_uuid()::text, drafts.page, 1, jsonb_build_object('text', drafts.words), true, s."updatedById", s."updatedAt"
  FROM setting s JOIN "user" u ON u.id = s."updatedById" AND u.role IN ('editor', 'admin') AND u."deactivatedAt" IS NULL,
    LATERAL (VALUES
      ('about', concat_ws(E'\n\n', nullif(btrim(s.value ->> 'about'), ''), E'## Who pays for it\n\n' || nullif(btrim(s.value ->> 'funding'), ''))),
      ('contact', btrim(s.value ->> 'contact'))) drafts(page, words)
  WHERE s.key = 'site' AND coalesce(drafts.words, '') <> '';
