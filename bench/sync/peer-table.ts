/** What is compared: whose page, whose server, and where that server has the page. */
export interface Peer {
  /** The page's source, from this folder. */
  readonly source: string;
  readonly server: 'spegla' | 'floor' | 'pouchdb';
  readonly page: string;
  /** Made with packages that only the benchmark has, and that stand with them in a folder apart. */
  readonly isForeign: boolean;
}

const pouchdb = {
  source: '../peers/pouchdb.ts',
  server: 'pouchdb',
  page: '/pages/bench.html',
  isForeign: true,
} as const;

export const peerTable: Readonly<Record<string, Peer>> = {
  spegla: { source: 'pages/spegla.ts', server: 'spegla', page: '/bench.html', isForeign: false },
  floor: { source: 'pages/floor.ts', server: 'floor', page: '/bench.html', isForeign: false },
  rxdb: { source: '../peers/rxdb.ts', server: 'spegla', page: '/bench.html', isForeign: true },
  pouchdb,
  // The same with batches as large as ours; as it comes it sends 100 at a time.
  'pouchdb-500': { ...pouchdb, page: '/pages/bench.html#500' },
};
