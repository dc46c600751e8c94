import { refuse } from './result.ts';

/** An id that was revoked stays out, whoever lets it in: the team's records say that it is gone, and so do its keys. */
export const revokedRefusal = refuse(
  'forbidden',
  'This device was revoked. It may come as a new one, under another id.',
);
