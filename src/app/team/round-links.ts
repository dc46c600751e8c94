import { answerFragment, type LinkMailbox } from '#records/links.ts';
import type { RoundKey } from '#records/keys.ts';

/** Where links point: the page's own origin needs no naming. */
export function linkMailbox(mailbox: string | null, pageUrl: string): LinkMailbox {
  if (mailbox === null) return { at: 'none' };
  return mailbox === new URL(pageUrl).origin ? { at: 'same' } : { at: 'other', origin: mailbox };
}

/** A round's two addresses: for phones, and for a tablet that many use one after another. */
export function roundAddresses(
  pageUrl: string,
  round: string,
  keys: RoundKey,
  mailbox: string | null,
): { readonly phone: string | null; readonly tablet: string } {
  const common = {
    round,
    secret: keys.linkSecret,
    cardHash: keys.cardHash,
    mailbox: linkMailbox(mailbox, pageUrl),
  };
  const address = (kioskSecret: string | null): string =>
    `${new URL('answer.html', pageUrl).href}#${answerFragment({ ...common, kioskSecret })}`;
  return { phone: mailbox === null ? null : address(null), tablet: address(keys.kioskSecret) };
}
