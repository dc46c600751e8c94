CREATE TABLE space (
  id TEXT PRIMARY KEY,
  epoch TEXT NOT NULL,
  admin_hash TEXT NOT NULL,
  head INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
CREATE TABLE deleted_space (id TEXT PRIMARY KEY) STRICT;
CREATE TABLE device (
  space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  enrolled_at TEXT NOT NULL,
  PRIMARY KEY (space, id)
) STRICT;
CREATE TABLE invite (
  space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  token_hash TEXT NOT NULL,
  expires TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  envelope TEXT,
  used_by TEXT,
  PRIMARY KEY (space, id)
) STRICT;
CREATE TABLE round (
  id TEXT PRIMARY KEY,
  space TEXT NOT NULL,
  answer_hash TEXT NOT NULL,
  kiosk_hash TEXT NOT NULL,
  opens TEXT NOT NULL,
  closes TEXT NOT NULL,
  answer_quota INTEGER NOT NULL,
  kiosk_quota INTEGER NOT NULL,
  answer_count INTEGER NOT NULL,
  kiosk_count INTEGER NOT NULL,
  card TEXT NOT NULL
) STRICT;
CREATE INDEX round_by_space ON round (space);
CREATE TABLE purged_round (
  space TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (space, id)
) STRICT;
CREATE TABLE envelope (
  space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  round TEXT,
  sealed TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  UNIQUE (space, seq),
  UNIQUE (space, id)
) STRICT;
CREATE INDEX envelope_by_round ON envelope (space, round) WHERE round IS NOT NULL;
PRAGMA user_version = 1;
