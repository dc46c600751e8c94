/**
 * The peers' server, in a process of its own as ours is: `node bench/answer/serve.ts peers <folder>`. What is static is
 * served as our server serves it (src/server/static-files.ts), and a hand-in is taken and forgotten.
 */
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { join } from 'node:path';

const root = join(process.argv[3] ?? '.', 'pages');
const app = fastify();
await app.register(fastifyStatic, {
  root,
  preCompressed: true,
  cacheControl: false,
  setHeaders(reply, path) {
    const isHashed = path.startsWith(join(root, 'assets/'));
    reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  },
});
app.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => done(null));
app.removeContentTypeParser(['application/json', 'text/plain']);
const thanks = '<!doctype html><link rel="icon" href="data:,"><h1>Tack';
app.post('/answers', (_request, reply) => reply.type('text/html').send(thanks));

console.log(`listening ${await app.listen({ host: '127.0.0.1', port: 0 })}`);
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));
