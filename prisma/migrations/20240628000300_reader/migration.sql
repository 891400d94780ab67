-- What readers look for. Both are partial: Prisma's drift check leaves such indexes alone.

-- The expression is written the same in lib/publications/search-publications.server.ts and claims-search.server.ts.
CREATE INDEX publication_search ON publication
  USING gin (to_tsvector('english', "claimText" || ' ' || finding)) WHERE kind = 'publication';
CREATE INDEX publication_topics ON publication USING gin (topics) WHERE kind = 'publication';
-- Corrections and retractions, newest first.
CREATE INDEX publication_changed ON publication ("publishedAt" DESC, id DESC) WHERE version > 1;
