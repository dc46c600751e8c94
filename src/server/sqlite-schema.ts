/*
 * A deleted space and a purged round leave only their ids behind. A round outlives its space for that reason,
 * with an empty card, so that a phone with an old link learns that its answer is not wanted any more.
 */
const first = `
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
`;

/*
 * Each kiosk's newest report; what each round's links have stored in the present hour (older hours are deleted);
 * and a sum for each envelope, null for a row that was found damaged.
 */
const reportsHoursSums = `
  CREATE TABLE kiosk_report (
    space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
    round TEXT NOT NULL,
    kiosk TEXT NOT NULL,
    collected INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (space, round, kiosk)
  ) STRICT;
  CREATE TABLE link_hour (
    hour TEXT NOT NULL,
    round TEXT NOT NULL,
    link TEXT NOT NULL,
    space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
    stored INTEGER NOT NULL,
    PRIMARY KEY (hour, round, link)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX link_hour_by_space ON link_hour (space);
  ALTER TABLE envelope ADD COLUMN crc INTEGER;
  UPDATE envelope SET crc = crc32(
    space || ' ' || seq || ' ' || id || ' ' || kind || ' ' || key || ' ' || coalesce(round, '') || ' ' || sealed
  );
`;

/** Whom a mailbox has put out stays out: a link that was made before would let the device in again under its old id. */
const revokedDevices = `
  CREATE TABLE revoked_device (
    space TEXT NOT NULL REFERENCES space (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    PRIMARY KEY (space, id)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * How a file gets from each version to the next, the first from nothing; a file's `user_version` counts the steps
 * that it has had. A step that was released never changes.
 */
export const schemaSteps: readonly string[] = [first, reportsHoursSums, revokedDevices];
