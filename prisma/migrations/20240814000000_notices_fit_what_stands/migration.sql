-- A notice is short: `noticeLimit` of lib/publications/notice-limits.ts, for what is signed and for what waits to be.
ALTER TABLE notice ADD CONSTRAINT notice_short CHECK (char_length("recordText"::json ->> 'text') <= 600);
ALTER TABLE prepared_notice ADD CONSTRAINT prepared_notice_short CHECK (char_length(text) <= 600);

-- "First findings" is said only of what was published as such: a finished verdict never becomes one again by a notice.
CREATE FUNCTION guard_notice_kind() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.kind = 'first-findings' AND NOT EXISTS (
    SELECT FROM (SELECT kind, "recordText" FROM publication WHERE "claimId" = NEW."claimId" ORDER BY version DESC LIMIT 1) p
    WHERE p.kind = 'publication' AND json_typeof(p."recordText"::json -> 'provisional') = 'object')
  THEN
    RAISE EXCEPTION 'notice-kind: what is published on this claim is no first findings' USING ERRCODE = '23000';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_kind_guard BEFORE INSERT ON notice FOR EACH ROW EXECUTE FUNCTION guard_notice_kind();
