/*
 * The tables of the SQLite mailbox, with two differences. Ids compare by code unit whatever the database's locale.
 * And no row refers to its space by a foreign key: each is written while the space's own row is locked, so a check
 * per row would ask again what is known, five hundred times a batch.
 *
 * A deleted space and a purged round leave only their ids behind. A round outlives its space for that reason, with
 * an empty card, so that a phone with an old link learns that its answer is not wanted any more.
 */
const first = `
  CREATE TABLE spegla (
    name TEXT COLLATE "C" PRIMARY KEY,
    value TEXT NOT NULL
  );
  CREATE TABLE space (
    id TEXT COLLATE "C" PRIMARY KEY,
    epoch TEXT NOT NULL,
    admin_hash TEXT NOT NULL,
    head BIGINT NOT NULL,
    bytes BIGINT NOT NULL
  ) WITH (fillfactor = 50);
  CREATE TABLE deleted_space (id TEXT COLLATE "C" PRIMARY KEY);
  CREATE TABLE device (
    space TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    token_hash TEXT NOT NULL,
    enrolled_at TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (space, id)
  );
  CREATE TABLE invite (
    space TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    token_hash TEXT NOT NULL,
    expires TEXT COLLATE "C" NOT NULL,
    opened_by TEXT COLLATE "C" NOT NULL,
    envelope TEXT,
    used_by TEXT COLLATE "C",
    PRIMARY KEY (space, id)
  );
  CREATE TABLE round (
    id TEXT COLLATE "C" PRIMARY KEY,
    space TEXT COLLATE "C" NOT NULL,
    answer_hash TEXT NOT NULL,
    kiosk_hash TEXT NOT NULL,
    opens TEXT NOT NULL,
    closes TEXT NOT NULL,
    answer_quota INTEGER NOT NULL,
    kiosk_quota INTEGER NOT NULL,
    answer_count INTEGER NOT NULL,
    kiosk_count INTEGER NOT NULL,
    card TEXT NOT NULL
  ) WITH (fillfactor = 50);
  CREATE INDEX round_by_space ON round (space);
  CREATE TABLE purged_round (
    space TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (space, id)
  );
  CREATE TABLE link_hour (
    space TEXT COLLATE "C" NOT NULL,
    round TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    hour TEXT COLLATE "C" NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (space, round, kind, hour)
  ) WITH (fillfactor = 50);
  CREATE TABLE kiosk_report (
    space TEXT COLLATE "C" NOT NULL,
    round TEXT COLLATE "C" NOT NULL,
    kiosk TEXT COLLATE "C" NOT NULL,
    collected INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (space, round, kiosk)
  );
  CREATE TABLE envelope (
    space TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    key TEXT NOT NULL,
    round TEXT COLLATE "C",
    sealed TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (space, seq),
    UNIQUE (space, id)
  );
  -- What is sealed looks random: trying to compress it costs time and gains nothing.
  ALTER TABLE envelope ALTER COLUMN sealed SET STORAGE EXTERNAL;
  CREATE INDEX envelope_by_round ON envelope (space, round) WHERE round IS NOT NULL;
`;

/** Whom a mailbox has put out stays out: a link that was made before would let the device in again under its old id. */
const revokedDevices = `
  CREATE TABLE revoked_device (
    space TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (space, id)
  );
`;

/**
 * How a schema gets from each version to the next, the first from nothing; the row `schema` of the table `spegla`
 * counts the steps that it has had. A step that was released never changes.
 */
export const schemaSteps: readonly string[] = [first, revokedDevices];
