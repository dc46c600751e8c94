import * as v from 'valibot';

/** Why a request as a whole was refused. Each comes with a sentence for whoever reads the log of a client. */
export const errorCodes = [
  'badRequest', // 400: the schema says what is wrong
  'unauthorized', // 401: no token, or one that opens nothing here (revoked, mistyped, used up)
  'forbidden', // 403: a valid token for something else
  'notFound', // 404
  'conflict', // 409: exists already, as something else
  'gone', // 410: purged or deleted for good
  'tooLarge', // 413
  'tooMany', // 429: a rate; Retry-After says when
  'full', // 507: a quota
  'unavailable', // 503: try again later
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export const errorSchema = v.object({
  code: v.picklist(errorCodes),
  message: v.string(),
});
export type ProtocolError = v.InferOutput<typeof errorSchema>;

/**
 * What became of one envelope of a batch. `stored` and `known` are acknowledgements. `conflict`, `closed`,
 * `purged` and `tooLarge` are final: keep it aside. `forbidden` (kind or round not covered by the token)
 * is final too. `full` (quota) passes: try again later.
 */
export const envelopeOutcomes = [
  'stored',
  'known',
  'conflict',
  'closed',
  'purged',
  'tooLarge',
  'forbidden',
  'full',
] as const;
export type EnvelopeOutcome = (typeof envelopeOutcomes)[number];
