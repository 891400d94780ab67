-- What somebody signed, or promised readers, is a kind of news with a switch of its own.
ALTER TABLE news_choice DROP CONSTRAINT news_choice_kind,
  ADD CONSTRAINT news_choice_kind CHECK (kind IN ('signed', 'mention', 'assigned', 'reply', 'claim', 'source'));
