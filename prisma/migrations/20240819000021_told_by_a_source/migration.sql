-- An outlet that a source told or showed something did not pass on what others reported.
ALTER TABLE publication_name DROP CONSTRAINT publication_name_kind;
ALTER TABLE publication_name ADD CONSTRAINT publication_name_kind CHECK (kind IN ('topic', 'claimant', 'outlet') AND key <> ''
  AND roles IS NOT NULL AND roles <@ ARRAY['appearance', 'origin', 'told', 'relay', 'quoted']);
