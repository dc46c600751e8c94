import helmet from '@fastify/helmet';
import type { App } from './valibot-provider.ts';

/** For everything that is not a page of ours: it may load nothing and be framed by nobody. */
export const emptyPolicy = "default-src 'none'; frame-ancestors 'none'";

const withheldFromPhones = ['camera', 'microphone'] as const;

/** Full screen and a lit screen for the kiosk; what no page of ours needs is given to none. */
const permissions = [
  'fullscreen=(self)',
  'screen-wake-lock=(self)',
  ...[
    'accelerometer',
    'browsing-topics',
    'display-capture',
    'geolocation',
    'gyroscope',
    'hid',
    'idle-detection',
    'local-fonts',
    'magnetometer',
    'midi',
    'payment',
    'publickey-credentials-get',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ].map((name) => `${name}=()`),
].join(', ');

/**
 * What a document may ask the person for. The team's page has the camera for scanning a team link and the microphone
 * for recording prompts; the page that a parent or a child answers on has neither.
 */
export function permissionsFor(document: 'team' | 'answer'): string {
  const list = document === 'team' ? '(self)' : '()';
  return [...withheldFromPhones.map((name) => `${name}=${list}`), permissions].join(', ');
}

/** What speaks of a document alone. On a script or a reply of the API it would only be weight on a phone's network. */
const ofDocuments = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'permissions-policy',
  'x-frame-options',
] as const;

/**
 * The headers of every reply. Pages and workers get their own content policy over this one (static-files.ts).
 * Strict-Transport-Security is the proxy's to say: it knows whether there is TLS. What only browsers of before 2020
 * ask for is not sent.
 */
export async function addSecurityHeaders(app: App): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsFor('team'));
  });
  app.addHook('onSend', async (_request, reply, payload) => {
    const isDocument = String(reply.getHeader('content-type')).startsWith('text/html');
    for (const name of isDocument ? [] : ofDocuments) {
      reply.removeHeader(name);
      // Helmet writes to the reply under Fastify's own.
      reply.raw.removeHeader(name);
    }
    return payload;
  });
}

/**
 * Opens the API to pages of other origins, since the app may be a static site elsewhere. There are no cookies:
 * a page without a token can do no more here than anyone.
 */
export function addCrossOrigin(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return;
    reply.header('access-control-allow-origin', '*');
    reply.header('access-control-expose-headers', 'retry-after');
    reply.header('cross-origin-resource-policy', 'cross-origin');
    reply.header('cache-control', 'no-store');
  });
  app.options('/v1/*', async (_request, reply) => {
    reply.header('access-control-allow-methods', 'GET, POST, PUT, DELETE');
    reply.header('access-control-allow-headers', 'authorization, content-type');
    reply.header('access-control-max-age', '86400');
    return reply.status(204).send();
  });
}
