import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/**
 * A database whose disk may refuse a write in the middle of a transaction. `refuses` is asked before every write and
 * commit.
 */
export function createFaultyDatabase(database: DatabaseSync, refuses: () => boolean): DatabaseSync {
  const guard = (): void => {
    if (refuses()) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
  };
  return wrap(database, {
    prepare: (sql: string) => {
      const statement = database.prepare(sql);
      if (!/^\s*(INSERT|UPDATE|DELETE)/i.test(sql)) return statement;
      const run = (...values: SQLInputValue[]) => {
        guard();
        return statement.run(...values);
      };
      // Values are only ever given by place here.
      return wrap<StatementSync>(statement, { run: run as StatementSync['run'] });
    },
    exec: (sql: string) => {
      // A commit is where a full disk shows most.
      if (/^\s*COMMIT/i.test(sql)) for (let tries = 0; tries < 4; tries += 1) guard();
      database.exec(sql);
    },
  });
}

/** The platform's own object, with some methods in front of its own. */
function wrap<T extends object>(target: T, methods: Partial<T>): T {
  return new Proxy(target, {
    get: (_, name) => {
      const own = Reflect.get(methods, name) as unknown;
      if (own !== undefined) return own;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
