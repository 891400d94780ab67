-- Who changes a claim's own words is told who is at them, as with a draft or a piece of evidence.
ALTER TABLE writing_lock DROP CONSTRAINT writing_lock_subject;
ALTER TABLE writing_lock ADD CONSTRAINT writing_lock_subject CHECK (subject ~ '^(claim|verdict|evidence):');
