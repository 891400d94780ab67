-- Whoever said that they want to hear of a claim can take that back: then they hear of it as they would have before.
GRANT DELETE ON watch TO countersign_app;
