import type { SealedEnvelope } from '#crypto/envelope-seal.ts';
import { answerLanguages } from '#i18n/answer-languages.ts';
import type { FormId } from '#instruments/form.ts';
import { currentForm } from '#instruments/forms.ts';
import { maxCardBytes } from '#protocol/limits.ts';
import { cardQuestions } from '#projections/local-questions.ts';
import { wordingOf } from '#projections/wording.ts';
import type { CentreView } from '#projections/views.ts';
import type { CentreSession } from './centre-session.ts';
import { voicesOfRound } from './centre-voices.ts';
import { newRoundSecrets } from './round-secrets.ts';
import { cardVoices, sealVoices, takeVoices } from './voice-shelf.ts';

/** The centre's own questions, in all their languages, are more than a mailbox takes in one card. */
export class CardTooLargeError extends Error {}

/** A new round with all that it takes along from this moment: the own questions' words and the recordings. */
export async function makeRound(
  session: CentreSession,
  form: FormId,
  year: number,
  centre: CentreView,
): Promise<
  Awaited<ReturnType<typeof newRoundSecrets>> & { readonly voices: readonly SealedEnvelope[] }
> {
  const { space } = session.keys;
  const now = session.ledger.value;
  const codes = answerLanguages.map(({ code }) => code);
  const taken = await takeVoices(session, voicesOfRound(now, form));
  const wording = form === 'reflection' ? wordingOf(now, year) : null;
  const made = await newRoundSecrets(space, currentForm(form), year, centre, {
    questions: form === 'parents' ? [...cardQuestions(now.book, codes)] : [],
    voices: cardVoices(taken),
    ...(wording === null ? {} : { wording }),
  });
  const { round, secrets } = made;
  if (secrets.sealedCard.length > maxCardBytes) throw new CardTooLargeError();
  const link = { secret: secrets.linkSecret, round, cardHash: secrets.cardHash };
  return { ...made, voices: await sealVoices(space, link, taken) };
}
