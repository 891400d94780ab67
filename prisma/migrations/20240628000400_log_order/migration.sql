-- The sealer reads entries in the order of their transactions, from the last one sealed on.
CREATE INDEX "log_entry_txid_idx" ON "log_entry"("txid");
