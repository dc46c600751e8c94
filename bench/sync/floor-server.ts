import fastify from 'fastify';
import fastifyStatic from '@fastify/static';
import { DatabaseSync } from 'node:sqlite';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly round: string | null;
  readonly sealed: string;
}

/** The least that a server can do and still keep what it was given: parse, insert in one transaction, hand out. */
export async function startFloorServer(file: string, pages: string): Promise<string> {
  const database = new DatabaseSync(file);
  // As Spegla's own database, but for what only a purge needs.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec(
    `CREATE TABLE row (space TEXT, seq INTEGER, id TEXT, kind TEXT, key TEXT, round TEXT, sealed TEXT,
     PRIMARY KEY (space, seq)); CREATE UNIQUE INDEX row_id ON row (space, id);`,
  );
  const insert = database.prepare('INSERT INTO row VALUES (?, ?, ?, ?, ?, ?, ?)');
  const head = database.prepare('SELECT coalesce(max(seq), 0) AS head FROM row WHERE space = ?');
  const page = database.prepare(
    'SELECT seq, id, kind, key, round, sealed FROM row WHERE space = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const app = fastify({ bodyLimit: 8 * 1024 * 1024 });
  await app.register(fastifyStatic, { root: pages });
  app.post<{ Params: { space: string }; Body: readonly Row[] }>('/floor/:space', (request) => {
    const { space } = request.params;
    database.exec('BEGIN IMMEDIATE');
    let seq = Number(head.get(space)?.['head'] ?? 0);
    for (const { id, kind, key, round, sealed } of request.body) {
      seq += 1;
      insert.run(space, seq, id, kind, key, round, sealed);
    }
    database.exec('COMMIT');
    return { seq };
  });
  app.get<{ Params: { space: string }; Querystring: { after: string; limit: string } }>(
    '/floor/:space',
    (request) => {
      const { after, limit } = request.query;
      const rows = page.all(request.params.space, Number(after), Number(limit));
      const envelopes = rows.map(({ seq: _seq, ...row }) => ({ v: 1, ...row }));
      return { next: Number(rows.at(-1)?.['seq'] ?? after), envelopes };
    },
  );
  return app.listen({ host: '127.0.0.1', port: 0 });
}
