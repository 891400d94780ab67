-- CreateTable
CREATE TABLE "log_node" (
    "level" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "log_node_pkey" PRIMARY KEY ("level","index")
);

-- Inner nodes of full subtrees of the leaves that are there: RFC 6962 section 2.1, level by level.
DO $$
DECLARE below integer := 0; made bigint;
BEGIN
  LOOP
    WITH child AS (
      SELECT index, "leafHash" AS hash FROM log_leaf WHERE below = 0
      UNION ALL SELECT index, hash FROM log_node WHERE level = below)
    INSERT INTO log_node (level, index, hash)
    SELECT below + 1, l.index / 2, encode(sha256('\x01'::bytea || decode(l.hash, 'hex') || decode(r.hash, 'hex')), 'hex')
    FROM child l JOIN child r ON r.index = l.index + 1 WHERE l.index % 2 = 0;
    GET DIAGNOSTICS made = ROW_COUNT;
    EXIT WHEN made = 0;
    below := below + 1;
  END LOOP;
END $$;

ALTER TABLE log_node ADD CONSTRAINT log_node_hash CHECK (hash ~ '^[0-9a-f]{64}$' AND level >= 1 AND index >= 0);
CREATE TRIGGER log_node_append_only BEFORE UPDATE OR DELETE ON log_node FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_node_no_truncate BEFORE TRUNCATE ON log_node FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON log_node TO countersign_app;
