import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifySchemaCompiler,
  FastifyTypeProvider,
  RawServerDefault,
} from 'fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';

/** Gives handlers the types of their route's valibot schemas. */
export interface ValibotTypeProvider extends FastifyTypeProvider {
  validator: this['schema'] extends v.GenericSchema ? v.InferOutput<this['schema']> : unknown;
  serializer: unknown;
}

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ValibotTypeProvider
>;

/** Lets Fastify check params, queries and bodies with valibot; the first fault becomes the reply's sentence. */
export const validatorCompiler: FastifySchemaCompiler<v.GenericSchema> =
  ({ schema }) =>
  (data: unknown) => {
    const result = v.safeParse(schema, data, { abortEarly: true });
    if (result.success) return { value: result.output };
    const issue = result.issues[0];
    const path = v.getDotPath(issue);
    const message = path === null ? issue.message : `${path}: ${issue.message}`;
    return { error: new Error(message) };
  };

/** Throws, while the app is put together, at a route of the API that leaves something unchecked. */
export function requireSchemas(app: App): void {
  app.addHook('onRoute', ({ method, url, schema }) => {
    if (!url.startsWith('/v1/') || method === 'OPTIONS') return;
    const isBodyMissing = (method === 'POST' || method === 'PUT') && schema?.body === undefined;
    const areParamsMissing = url.includes(':') && schema?.params === undefined;
    if (schema === undefined || isBodyMissing || areParamsMissing) {
      throw new Error(`${String(method)} ${url} has no schema for all that it takes`);
    }
  });
}
