-- Newsroom figures: each index serves the query named beside it, in lib/newsroom-figures. All are partial or carry columns,
-- which Prisma cannot say.
-- loadOutput, loadStages, loadAgreement: first versions of a period, and what came after.
CREATE INDEX publication_first ON publication ("publishedAt") INCLUDE ("claimId", "signOffId", rating) WHERE version = 1;
-- loadStages: when a claim was made and first went to review.
CREATE INDEX log_entry_stages ON log_entry ("claimId", "toState", at) WHERE "toState" IN ('new', 'in-review');
-- loadResponses: reports about a verdict, and corrections that were closed.
CREATE INDEX tip_reported ON tip (url, "createdAt") WHERE url IS NOT NULL;
CREATE INDEX correction_closed ON correction ("closedAt") WHERE "abandonedById" IS NULL;
-- loadBalance, loadChoices: what was taken up in a period.
CREATE INDEX claim_made ON claim ("createdAt") WHERE "parentId" IS NULL;
