-- Newsroom figures, by hand: partial and with a column beside, which Prisma cannot say.
-- loadStages: when a claim came into each state, in order; not only when it was made and first went to review.
DROP INDEX log_entry_stages;
CREATE INDEX log_entry_stages ON log_entry ("claimId", at, id) INCLUDE ("toState")
  WHERE "toState" IN ('new', 'researching', 'in-review', 'ready', 'declined');
