-- Which transaction told it: ids are made before a transaction is over, so news with an older id may come after what was shown.
-- What is there already has come.
ALTER TABLE "notification" ADD COLUMN "txid" xid8 NOT NULL DEFAULT pg_current_xact_id();
