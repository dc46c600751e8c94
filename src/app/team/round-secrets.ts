import { newStoredPair } from '#crypto/hpke.ts';
import { sealCard, shortHash } from '#crypto/purposes.ts';
import { randomBytes, randomId } from '#crypto/random.ts';
import { toBase64url } from '#crypto/bytes.ts';
import { roundCard, type RoundAdditions } from '#commands/open-round.ts';
import type { Form } from '#instruments/form.ts';
import type { CentreView } from '#projections/views.ts';
import { canonicalJson } from '#records/json.ts';
import type { RoundKey } from '#records/keys.ts';

/** A new round's id, key pair, link secrets and card, made once and never changed. */
export async function newRoundSecrets(
  space: string,
  form: Form,
  year: number,
  centre: CentreView,
  additions?: RoundAdditions,
): Promise<{ readonly round: string; readonly secrets: Omit<RoundKey, 'v' | 'at' | 'by'> }> {
  const round = randomId();
  const key = randomId();
  const pair = await newStoredPair();
  const linkSecret = toBase64url(randomBytes(16));
  const kioskSecret = toBase64url(randomBytes(16));
  const card = canonicalJson(
    roundCard(space, { id: round, key, publicKey: pair.publicKey }, form, year, centre, additions),
  );
  const secrets = {
    key,
    form: form.id,
    formVersion: form.version,
    year,
    ...pair,
    linkSecret,
    kioskSecret,
    card,
    cardHash: await shortHash(card),
    sealedCard: await sealCard(linkSecret, round, card),
  };
  return { round, secrets };
}
