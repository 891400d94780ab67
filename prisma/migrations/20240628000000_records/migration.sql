-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT,
    "oidcSubject" TEXT,
    "totpSeed" TEXT,
    "totpConfirmedAt" TIMESTAMPTZ(3),
    "deactivatedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "stepUpAt" TIMESTAMPTZ(3),
    "userAgent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "role" TEXT NOT NULL,
    "userId" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" TEXT,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "entity" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "otherNames" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity_link" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'suggested',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "entity_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outlet" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "host" TEXT,
    "agency" BOOLEAN NOT NULL DEFAULT false,
    "ownerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outlet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "failureCode" TEXT,
    "failureMessage" TEXT,
    "url" TEXT,
    "canonicalUrl" TEXT,
    "outletId" TEXT,
    "title" TEXT,
    "byline" TEXT,
    "language" TEXT,
    "publishedAt" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'news',
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "interests" TEXT,
    "notObtainable" TEXT,
    "reliability" TEXT NOT NULL DEFAULT 'ok',
    "reliabilityReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "currentCaptureId" TEXT,
    "nextCheckAt" TIMESTAMPTZ(3),

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture" (
    "id" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "capturedAt" TIMESTAMPTZ(3) NOT NULL,
    "contentType" TEXT,
    "charset" TEXT,
    "headers" JSONB NOT NULL DEFAULT '[]',
    "finalUrl" TEXT,
    "bytes" BYTEA,
    "fullText" TEXT,
    "mainRanges" JSONB NOT NULL DEFAULT '[]',
    "links" JSONB NOT NULL DEFAULT '[]',
    "expungedAt" TIMESTAMPTZ(3),
    "createdById" TEXT NOT NULL,

    CONSTRAINT "capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expunge_request" (
    "id" TEXT NOT NULL,
    "captureId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "expunge_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" TEXT NOT NULL,
    "captureId" TEXT,
    "articleId" TEXT NOT NULL,
    "exact" TEXT,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "start" INTEGER,
    "end" INTEGER,
    "sentence" TEXT,
    "region" TEXT,
    "description" TEXT,
    "confirmedById" TEXT,
    "cutReason" TEXT,
    "cutTickedById" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote_check" (
    "id" TEXT NOT NULL,
    "quoteId" TEXT NOT NULL,
    "captureId" TEXT,
    "outcome" TEXT NOT NULL,
    "was" TEXT NOT NULL,
    "is" TEXT,
    "method" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quote_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "origin" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "naming" TEXT NOT NULL,
    "attestedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "origin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribution" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "fromArticleId" TEXT NOT NULL,
    "toArticleId" TEXT,
    "toOriginId" TEXT,
    "status" TEXT NOT NULL,
    "rule" TEXT,
    "ruleQuote" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "attribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" TEXT NOT NULL,
    "slug" TEXT,
    "text" TEXT NOT NULL,
    "verbatim" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'so',
    "claimant" TEXT,
    "saidAt" TEXT,
    "place" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "topics" TEXT[],
    "importance" INTEGER NOT NULL DEFAULT 2,
    "why" TEXT,
    "deadlineAt" TIMESTAMPTZ(3),
    "assigneeId" TEXT,
    "state" TEXT NOT NULL DEFAULT 'new',
    "version" INTEGER NOT NULL DEFAULT 0,
    "parentId" TEXT,
    "central" BOOLEAN NOT NULL DEFAULT true,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "nextUpdateAt" TIMESTAMPTZ(3),
    "appearanceQuoteId" TEXT,
    "declineReason" TEXT,
    "declineNote" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "search" tsvector,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure" (
    "id" TEXT NOT NULL,
    "claimId" TEXT,
    "quoteId" TEXT,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "bound" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "unit" TEXT,
    "periodFrom" TEXT,
    "periodTo" TEXT,
    "scope" TEXT[],
    "asOf" TEXT,
    "verbatim" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comparison" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "aId" TEXT NOT NULL,
    "bId" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "sameReport" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'suggested',
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "comparison_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "quoteId" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "shows" TEXT,
    "disclosure" TEXT NOT NULL DEFAULT 'public',
    "commitmentSalt" TEXT NOT NULL,
    "decisiveReason" TEXT,
    "decisiveById" TEXT,
    "translation" TEXT,
    "translator" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "rating" TEXT,
    "rationale" TEXT NOT NULL,
    "evidenceIds" TEXT[],
    "blind" BOOLEAN NOT NULL,
    "basisHash" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "claimId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "rating" TEXT,
    "finding" TEXT NOT NULL DEFAULT '',
    "summary" TEXT[],
    "writeUp" TEXT NOT NULL DEFAULT '',
    "reconciliation" TEXT NOT NULL DEFAULT '',
    "notEstablished" TEXT NOT NULL DEFAULT '',
    "notInThisCheck" TEXT NOT NULL DEFAULT '',
    "updatedById" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("claimId")
);

-- CreateTable
CREATE TABLE "revision" (
    "claimId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("claimId","number")
);

-- CreateTable
CREATE TABLE "contribution" (
    "id" TEXT NOT NULL,
    "claimId" TEXT,
    "articleId" TEXT,
    "userId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL DEFAULT 0,
    "removedCycle" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_off" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "revisionHash" TEXT NOT NULL,
    "editorId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "selfSigned" BOOLEAN NOT NULL DEFAULT false,
    "selfReason" TEXT,
    "byToken" BOOLEAN NOT NULL DEFAULT false,
    "overrides" JSONB NOT NULL DEFAULT '[]',
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "recordText" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "revisionHash" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "signOffId" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "correctionClass" TEXT,
    "correctionReason" TEXT,
    "rating" TEXT,
    "topics" TEXT[],
    "claimText" TEXT NOT NULL,
    "finding" TEXT NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recordText" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "editorId" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "id" TEXT NOT NULL,
    "txid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT,
    "actorRole" TEXT,
    "event" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "claimId" TEXT,
    "fromState" TEXT,
    "toState" TEXT,
    "commitment" TEXT NOT NULL,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_payload" (
    "entryId" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "body" JSONB,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "log_payload_pkey" PRIMARY KEY ("entryId")
);

-- CreateTable
CREATE TABLE "log_leaf" (
    "index" BIGINT NOT NULL,
    "entryId" TEXT NOT NULL,
    "leafHash" TEXT NOT NULL,

    CONSTRAINT "log_leaf_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "checkpoint" (
    "size" BIGINT NOT NULL,
    "root" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "search_entry" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "where" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "note" TEXT,
    "side" TEXT,
    "shown" BOOLEAN NOT NULL DEFAULT true,
    "searchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchedById" TEXT NOT NULL,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply_request" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "reply" TEXT,
    "createdById" TEXT NOT NULL,

    CONSTRAINT "reply_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "assignedById" TEXT NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "claimId" TEXT,
    "articleId" TEXT,
    "slug" TEXT,
    "assigneeId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "claimId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tip" (
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "contact" TEXT,
    "state" TEXT NOT NULL DEFAULT 'new',
    "reason" TEXT,
    "claimId" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tip_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "account" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "bodySha256" TEXT NOT NULL,
    "result" JSONB,
    "response" JSONB,
    "status" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account","route","key")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "bucket" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "hits" INTEGER NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("bucket","startedAt")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_oidcSubject_key" ON "user"("oidcSubject");

-- CreateIndex
CREATE INDEX "session_userId_createdAt_idx" ON "session"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_secretHash_key" ON "invitation"("secretHash");

-- CreateIndex
CREATE UNIQUE INDEX "token_hash_key" ON "token"("hash");

-- CreateIndex
CREATE INDEX "token_userId_createdAt_idx" ON "token"("userId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "entity_link_kind_fromId_toId_key" ON "entity_link"("kind", "fromId", "toId");

-- CreateIndex
CREATE UNIQUE INDEX "outlet_nameKey_key" ON "outlet"("nameKey");

-- CreateIndex
CREATE INDEX "article_createdAt_id_idx" ON "article"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_url_idx" ON "article"("url");

-- CreateIndex
CREATE INDEX "article_canonicalUrl_idx" ON "article"("canonicalUrl");

-- CreateIndex
CREATE INDEX "capture_articleId_capturedAt_idx" ON "capture"("articleId", "capturedAt");

-- CreateIndex
CREATE INDEX "capture_sha256_idx" ON "capture"("sha256");

-- CreateIndex
CREATE INDEX "expunge_request_captureId_idx" ON "expunge_request"("captureId");

-- CreateIndex
CREATE INDEX "quote_articleId_idx" ON "quote"("articleId");

-- CreateIndex
CREATE INDEX "quote_captureId_idx" ON "quote"("captureId");

-- CreateIndex
CREATE INDEX "quote_check_quoteId_checkedAt_idx" ON "quote_check"("quoteId", "checkedAt" DESC);

-- CreateIndex
CREATE INDEX "attribution_fromArticleId_idx" ON "attribution"("fromArticleId");

-- CreateIndex
CREATE INDEX "attribution_toArticleId_idx" ON "attribution"("toArticleId");

-- CreateIndex
CREATE UNIQUE INDEX "claim_slug_key" ON "claim"("slug");

-- CreateIndex
CREATE INDEX "claim_state_importance_id_idx" ON "claim"("state", "importance" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claim_state_id_idx" ON "claim"("state", "id" DESC);

-- CreateIndex
CREATE INDEX "claim_assigneeId_id_idx" ON "claim"("assigneeId", "id" DESC);

-- CreateIndex
CREATE INDEX "claim_parentId_idx" ON "claim"("parentId");

-- CreateIndex
CREATE INDEX "claim_topics_idx" ON "claim" USING GIN ("topics");

-- CreateIndex
CREATE INDEX "claim_search_idx" ON "claim" USING GIN ("search");

-- CreateIndex
CREATE INDEX "figure_claimId_idx" ON "figure"("claimId");

-- CreateIndex
CREATE INDEX "figure_quoteId_idx" ON "figure"("quoteId");

-- CreateIndex
CREATE UNIQUE INDEX "comparison_claimId_aId_bId_key" ON "comparison"("claimId", "aId", "bId");

-- CreateIndex
CREATE INDEX "evidence_claimId_addedAt_id_idx" ON "evidence"("claimId", "addedAt", "id");

-- CreateIndex
CREATE INDEX "evidence_articleId_idx" ON "evidence"("articleId");

-- CreateIndex
CREATE INDEX "evidence_quoteId_idx" ON "evidence"("quoteId");

-- CreateIndex
CREATE INDEX "review_claimId_givenAt_idx" ON "review"("claimId", "givenAt");

-- CreateIndex
CREATE INDEX "review_reviewerId_givenAt_idx" ON "review"("reviewerId", "givenAt");

-- CreateIndex
CREATE INDEX "contribution_claimId_userId_idx" ON "contribution"("claimId", "userId");

-- CreateIndex
CREATE INDEX "contribution_articleId_userId_idx" ON "contribution"("articleId", "userId");

-- CreateIndex
CREATE INDEX "contribution_subjectId_idx" ON "contribution"("subjectId");

-- CreateIndex
CREATE INDEX "correction_claimId_idx" ON "correction"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "sign_off_claimId_revisionHash_action_key" ON "sign_off"("claimId", "revisionHash", "action");

-- CreateIndex
CREATE UNIQUE INDEX "publication_sha256_key" ON "publication"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "publication_signOffId_key" ON "publication"("signOffId");

-- CreateIndex
CREATE INDEX "publication_claimId_version_idx" ON "publication"("claimId", "version");

-- CreateIndex
CREATE INDEX "publication_publishedAt_id_idx" ON "publication"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "publication_slug_version_key" ON "publication"("slug", "version");

-- CreateIndex
CREATE INDEX "notice_slug_publishedAt_idx" ON "notice"("slug", "publishedAt");

-- CreateIndex
CREATE INDEX "notice_claimId_idx" ON "notice"("claimId");

-- CreateIndex
CREATE INDEX "log_entry_claimId_id_idx" ON "log_entry"("claimId", "id");

-- CreateIndex
CREATE INDEX "log_entry_subjectKind_subjectId_idx" ON "log_entry"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "log_leaf_entryId_key" ON "log_leaf"("entryId");

-- CreateIndex
CREATE INDEX "search_entry_claimId_searchedAt_idx" ON "search_entry"("claimId", "searchedAt");

-- CreateIndex
CREATE INDEX "reply_request_claimId_askedAt_idx" ON "reply_request"("claimId", "askedAt");

-- CreateIndex
CREATE INDEX "comment_claimId_at_idx" ON "comment"("claimId", "at");

-- CreateIndex
CREATE INDEX "assignment_claimId_idx" ON "assignment"("claimId");

-- CreateIndex
CREATE INDEX "assignment_userId_idx" ON "assignment"("userId");

-- CreateIndex
CREATE INDEX "task_claimId_idx" ON "task"("claimId");

-- CreateIndex
CREATE INDEX "task_articleId_idx" ON "task"("articleId");

-- CreateIndex
CREATE INDEX "task_doneAt_createdAt_idx" ON "task"("doneAt", "createdAt");

-- CreateIndex
CREATE INDEX "notification_userId_createdAt_idx" ON "notification"("userId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "tip_state_createdAt_id_idx" ON "tip"("state", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "idempotency_key_createdAt_idx" ON "idempotency_key"("createdAt");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_link" ADD CONSTRAINT "entity_link_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_link" ADD CONSTRAINT "entity_link_toId_fkey" FOREIGN KEY ("toId") REFERENCES "entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outlet" ADD CONSTRAINT "outlet_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "entity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_outletId_fkey" FOREIGN KEY ("outletId") REFERENCES "outlet"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote" ADD CONSTRAINT "quote_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_check" ADD CONSTRAINT "quote_check_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_check" ADD CONSTRAINT "quote_check_captureId_fkey" FOREIGN KEY ("captureId") REFERENCES "capture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_fromArticleId_fkey" FOREIGN KEY ("fromArticleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_toArticleId_fkey" FOREIGN KEY ("toArticleId") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_toOriginId_fkey" FOREIGN KEY ("toOriginId") REFERENCES "origin"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_appearanceQuoteId_fkey" FOREIGN KEY ("appearanceQuoteId") REFERENCES "quote"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "figure" ADD CONSTRAINT "figure_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "quote"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_signOffId_fkey" FOREIGN KEY ("signOffId") REFERENCES "sign_off"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_payload" ADD CONSTRAINT "log_payload_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "log_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "log_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_entry" ADD CONSTRAINT "search_entry_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_request" ADD CONSTRAINT "reply_request_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
