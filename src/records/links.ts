/*
 * The three kinds of links. Their secrets travel in the fragment, which no browser sends (docs/protocol.md).
 *
 *   answer: 1.<round>.<secret>.<card hash>[.k<kiosk secret>][.o<mailbox origin>|.n]
 *   team:   join.1.<space>.<invite secret>[.o<mailbox origin>|.n]
 *   kit:    kit.1.<space>.<kit>[.o<mailbox origin>|.n]
 */

/** Where answers go: another origin's mailbox, the page's own origin, or nowhere yet. */
export type LinkMailbox =
  | { readonly at: 'other'; readonly origin: string }
  | { readonly at: 'same' }
  | { readonly at: 'none' };

export interface AnswerLink {
  readonly round: string;
  readonly secret: string;
  readonly cardHash: string;
  /** Only in a kiosk's link: its own token and quota, next person after each. */
  readonly kioskSecret: string | null;
  readonly mailbox: LinkMailbox;
}

export interface TeamLink {
  readonly space: string;
  readonly secret: string;
  readonly mailbox: LinkMailbox;
}

const id = '[A-Za-z0-9_-]{21}[AQgw]';
const secret32 = '[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]';
const rest = String.raw`(?:\.o([A-Za-z0-9_.:/%\[\]-]+)|\.(n))?`;
const answerPattern = new RegExp(`^1\\.(${id})\\.(${id})\\.(${id})(?:\\.k(${id}))?${rest}$`);
const teamPattern = new RegExp(`^join\\.1\\.(${id})\\.(${secret32})${rest}$`);
const kitPattern = new RegExp(`^kit\\.1\\.(${id})\\.(${secret32})${rest}$`);

/** The fragment of an answer link, without `#`. */
export function answerFragment(link: AnswerLink): string {
  const kiosk = link.kioskSecret === null ? '' : `.k${link.kioskSecret}`;
  return `1.${link.round}.${link.secret}.${link.cardHash}${kiosk}${mailboxPart(link.mailbox)}`;
}

/** Reads an answer link's fragment (with or without `#`); undefined where it is damaged. */
export function parseAnswerLink(fragment: string): AnswerLink | undefined {
  const match = answerPattern.exec(fragment.replace(/^#/, ''));
  const [, round, secret, cardHash, kioskSecret, origin, none] = match ?? [];
  if (round === undefined || secret === undefined || cardHash === undefined) return undefined;
  const mailbox = parseMailbox(origin, none);
  if (mailbox === undefined) return undefined;
  return { round, secret, cardHash, kioskSecret: kioskSecret ?? null, mailbox };
}

/** The printed kit as a link: it opens the page that restores the centre. */
export type KitLink = TeamLink;

/** The fragment of a team link, without `#`. */
export function teamFragment(link: TeamLink): string {
  return `join.1.${link.space}.${link.secret}${mailboxPart(link.mailbox)}`;
}

/** The fragment of a kit link, without `#`. */
export function kitFragment(link: KitLink): string {
  return `kit.1.${link.space}.${link.secret}${mailboxPart(link.mailbox)}`;
}

/** Reads a team link, whole or only its fragment; undefined where it is none. */
export function parseTeamLink(text: string): TeamLink | undefined {
  return parseSpaceLink(teamPattern, text);
}

/** Reads a kit link, whole or only its fragment; undefined where it is none. */
export function parseKitLink(text: string): KitLink | undefined {
  return parseSpaceLink(kitPattern, text);
}

function parseSpaceLink(pattern: RegExp, text: string): TeamLink | undefined {
  const trimmed = text.trim();
  const match = pattern.exec(trimmed.slice(trimmed.indexOf('#') + 1));
  const [, space, secret, origin, none] = match ?? [];
  if (space === undefined || secret === undefined) return undefined;
  const mailbox = parseMailbox(origin, none);
  return mailbox === undefined ? undefined : { space, secret, mailbox };
}

function mailboxPart(mailbox: LinkMailbox): string {
  if (mailbox.at === 'same') return '';
  return mailbox.at === 'none' ? '.n' : `.o${mailbox.origin.replace(/^https:\/\//, '')}`;
}

/** `https://` is understood; plain http (a mailbox on this machine) is written out. */
function parseMailbox(
  origin: string | undefined,
  none: string | undefined,
): LinkMailbox | undefined {
  if (none !== undefined) return { at: 'none' };
  if (origin === undefined) return { at: 'same' };
  const whole = origin.startsWith('http://') ? origin : `https://${origin}`;
  return /^https?:\/\/[A-Za-z0-9.[\]:-]+$/.test(whole) ? { at: 'other', origin: whole } : undefined;
}
