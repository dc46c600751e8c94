import compress from '@fastify/compress';
import fastify, { LogController } from 'fastify';
import { constants } from 'node:zlib';
import { eventHeartbeatMs, maxBodyBytes } from '#protocol/limits.ts';
import { createEventStreams } from './event-streams.ts';
import type { Mailbox } from './mailbox.ts';
import { createRateHooks, defaultRates, type Rates } from './rate-limits.ts';
import { handleClientError, handleError, sendRefusal } from './replies.ts';
import { loggerOptions, logRequests, type LogSettings } from './request-log.ts';
import { refuse } from './result.ts';
import { answerRoutes } from './routes/answers.ts';
import { deviceRoutes } from './routes/devices.ts';
import { envelopeRoutes } from './routes/envelopes.ts';
import { healthRoutes } from './routes/health.ts';
import { inviteRoutes } from './routes/invites.ts';
import { roundRoutes } from './routes/rounds.ts';
import { spaceRoutes } from './routes/spaces.ts';
import { voiceRoutes } from './routes/voices.ts';
import { addCrossOrigin, addSecurityHeaders } from './security-headers.ts';
import { addStaticFiles } from './static-files.ts';
import {
  requireSchemas,
  validatorCompiler,
  type App,
  type ValibotTypeProvider,
} from './valibot-provider.ts';

export interface AppOptions {
  /** The caller closes it, after the app. */
  readonly mailbox: Mailbox;
  /** The built app; null serves the API alone. */
  readonly distFolder?: string | null;
  /** What making a space needs; null lets anyone. */
  readonly creationCode?: string | null;
  /** Whose X-Forwarded-For is believed: Fastify's own setting. */
  readonly trustProxy?: boolean | string;
  readonly log?: LogSettings;
  readonly rates?: Partial<Rates>;
  readonly heartbeatMs?: number;
}

/** The whole server, ready to `listen` or `inject`. Closing it ends the event streams first. */
export async function buildApp(options: AppOptions): Promise<App> {
  const { mailbox, distFolder = null, creationCode = null, trustProxy = false } = options;
  const base = fastify({
    logger: loggerOptions(options.log ?? false),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    bodyLimit: maxBodyBytes,
    requestTimeout: 300_000,
    // What is still asked while closing is answered; its connection is then closed.
    return503OnClosing: false,
    clientErrorHandler: handleClientError,
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
  });
  const app: App = base.withTypeProvider<ValibotTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  requireSchemas(app);
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((_request, reply) => {
    return sendRefusal(reply, refuse('notFound', 'There is nothing here.'));
  });
  app.removeContentTypeParser('text/plain');

  const streams = createEventStreams(mailbox, options.heartbeatMs ?? eventHeartbeatMs);
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    streams.closeAll();
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });

  logRequests(app);
  await addSecurityHeaders(app);
  addCrossOrigin(app);
  await app.register(compress, {
    globalDecompression: false, // A small body could unpack to any size.
    encodings: ['br', 'gzip'],
    // Sealed bytes shrink by what base64 added, at any quality: more effort is only time (docs/benchmarks.md).
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
  });
  const rateHooks = await createRateHooks(app, { ...defaultRates, ...options.rates });
  await app.register(async (answer: App) => {
    answer.addHook('onRequest', rateHooks.answer);
    answerRoutes(answer, { mailbox });
  });
  await app.register(async (voice: App) => {
    voice.addHook('onRequest', rateHooks.voice);
    voiceRoutes(voice, { mailbox });
  });
  await app.register(async (team: App) => {
    team.addHook('onRequest', rateHooks.team);
    healthRoutes(team, { createNeedsCode: creationCode !== null });
    spaceRoutes(team, { mailbox, creationCode });
    inviteRoutes(team, { mailbox });
    deviceRoutes(team, { mailbox });
    roundRoutes(team, { mailbox });
    envelopeRoutes(team, { mailbox, streams });
  });
  if (distFolder !== null) await addStaticFiles(app, distFolder);
  return app;
}
