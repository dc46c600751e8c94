/**
 * The fields of the team's book. Collections are entities with random ids in the path; removal is a field
 * (`removed`), order a fractional key (`order`). A path is written for ever: add, never rename.
 */
export const bookPaths = {
  centreName: 'centre/name',
  /** { name, contact } */
  centreResponsible: 'centre/responsible',
  /** ServiceId[] */
  centreServices: 'centre/services',
  /** string[] of language codes, the first one first: what the centre's posters and slips speak. */
  posterLanguages: 'centre/posterLanguages',
  /** number: from how many answers results are shown. It may raise the six, never lower it. */
  leastShown: 'centre/leastShown',
  /** number: a verksamhetsår that was begun, so that it shows before it holds anything. */
  yearBegun: (year: number) => `years/${year}/begun`,

  /** YYYY-MM-DD */
  roundOpens: (round: string) => `rounds/${round}/opens`,
  roundCloses: (round: string) => `rounds/${round}/closes`,
  /** number: about how many families came, noted at closing. */
  roundFamilies: (round: string) => `rounds/${round}/families`,
  /** number: how many colleagues were asked, so that "6 av 9 har svarat" can be said. */
  roundInvited: (round: string) => `rounds/${round}/invited`,
  /** YYYY-MM-DD: from when on the centre means to purge the round. It reminds, it never deletes. */
  roundRetention: (round: string) => `rounds/${round}/retention`,
  /** YYYY-MM-DD: until when the mailbox takes what was collected before the closing, where it was reopened. */
  roundLateUntil: (round: string) => `rounds/${round}/lateUntil`,
  /** number of months after closing: the centre's own rule for when rounds are purged. */
  retentionMonths: 'centre/retentionMonths',

  /**
   * A group of a round's answers that do not count (records/set-aside.ts). These edits carry the round in their header,
   * so that a purge takes the ids away with the answers.
   */
  setAsideAbout: (round: string, group: string) => `rounds/${round}/setAside/${group}/about`,
  /** string[]: some thousand ids a part, so that each fits an envelope. */
  setAsideIds: (round: string, group: string, part: number) =>
    `rounds/${round}/setAside/${group}/ids/${part}`,
  /** true: the answers count again. */
  setAsideRemoved: (round: string, group: string) => `rounds/${round}/setAside/${group}/removed`,

  /**
   * One of the centre's own questions to the parents (its id as in a card). A change counts from the next round on:
   * each round has the words that it was opened with in its card. `option` is one of `optionSlots`.
   */
  questionKind: (question: string) => `questions/${question}/kind`,
  questionOrder: (question: string) => `questions/${question}/order`,
  questionRemoved: (question: string) => `questions/${question}/removed`,
  questionText: (question: string, language: string) => `questions/${question}/text/${language}`,
  questionOption: (question: string, option: string, language: string) =>
    `questions/${question}/options/${option}/${language}`,

  /** { voice, words }: the voice record in use for a prompt, and the words that were read; null when taken away. */
  voice: (language: string, prompt: string) => `voices/${language}/${prompt}`,

  /**
   * string[] of record ids: the answers that a step of a closed round's results counts (projections/answer-steps.ts).
   * Steps are numbered from 1; the edits carry the round in their header, as those of set-aside answers.
   */
  countedIds: (round: string, step: number, list: string) =>
    `rounds/${round}/counted/${step}/${list}`,
  /** string[] of record ids: the colleagues' comments that a reveal showed with the marks of its step. */
  shownTextIds: (round: string, step: number, list: string) =>
    `rounds/${round}/shownTexts/${step}/${list}`,

  /**
   * What the team did with one of a round's free texts, by its record id: `masked` a text with names taken out, that
   * stands for it everywhere; `hidden` and `quote` booleans. Under its round, so that a purge takes it away.
   */
  textNote: (round: string, text: string, field: TextField) =>
    `rounds/${round}/texts/${text}/${field}`,
  /** string: what the centre does when an answer is worrying, and the number to call. */
  worryRoutine: 'centre/worryRoutine',
  worryPhone: 'centre/worryPhone',
  /** { day, action }: that something was done about a worrying answer. Never the text, nor which one. */
  worryLog: (entry: string) => `worries/${entry}`,
  /** 'yes' | 'no' | 'unsure': whether the team can change it in the year that the goals are for. */
  canChange: (year: number, item: string) => `candidates/${year}/${item}/canChange`,

  /** What a purge leaves of a form's year (projections/kept-years.ts). */
  kept: (form: string, year: number) => `kept/${form}/${year}`,
  /** { form, year, rounds, answered, texts, setAside }: what was purged; when and by whom its purge records say. */
  purgeLog: (id: string) => `purgeLog/${id}`,

  /** 6…1, or 'unknown' | 'notHere' */
  positionMark: (year: number, item: string) => `positions/${year}/${item}/mark`,
  positionComment: (year: number, item: string) => `positions/${year}/${item}/comment`,
  positionReservation: (year: number, item: string) => `positions/${year}/${item}/reservation`,

  /** TextPack (records/text-pack.ts) that the reflection is read in from a year on; null: in the form's own words again. */
  wordingFrom: (year: number) => `wording/reflection/${year}`,
  /** true: the team talks openly at once, without showing its spread. */
  meetingOpenTalk: (year: number) => `meetings/${year}/openTalk`,
  /** 'yes' | 'later' | 'no': can we affect what the statement is about this year? */
  shortlist: (year: number, item: string) => `shortlist/${year}/${item}`,

  /** Earlier years entered by hand. { [mark]: count } for one item; a mark is a point or a non-answer. */
  historyCounts: (form: string, year: number, item: string) => `history/${form}/${year}/${item}`,
  /** { favourable, of }: where an earlier form has only two counts, or a percentage of a number. */
  historyShare: (form: string, year: number, item: string) =>
    `history/${form}/${year}/${item}/share`,
  /** number who answered, once for the form. */
  historyAnswered: (form: string, year: number) => `history/${form}/${year}/answered`,

  /** Fields of one priority goal: see goalFields. */
  goal: (goal: string, field: GoalField) => `goals/${goal}/${field}`,
  /** Fields of one check of a goal: see goalCheckFields. */
  goalCheck: (goal: string, check: string, field: GoalCheckField) =>
    `goals/${goal}/checks/${check}/${field}`,
  /** number: a key figure of a verksamhetsår (projections/key-figures.ts). */
  keyFigure: (year: number, figure: string) => `figures/${year}/${figure}`,

  deviceName: (device: string) => `devices/${device}/name`,
  /** base64url P-256 point, so that later epochs can be granted to it. */
  devicePublicKey: (device: string) => `devices/${device}/publicKey`,
  /** boolean: the kit lies on this device, so whoever has the device has the kit, also when it was revoked. */
  deviceHoldsKit: (device: string) => `devices/${device}/kit`,
  kitPublicKey: (kit: string) => `kits/${kit}/publicKey`,
  /** string: who keeps the device, for whoever takes over after you. */
  deviceKeeper: (device: string) => `devices/${device}/keeper`,
  /** true: taken from the team for good. That the field was ever set is what counts: nothing takes it back. */
  deviceRevoked: (device: string) => `devices/${device}/revoked`,
  /**
   * true: the mailbox was told to refuse it. Each telling has a path of its own: a mailbox that was made anew or restored
   * must be told again, and two devices that tell it at once contest nothing.
   */
  deviceRefused: (device: string, telling: string) => `devices/${device}/refused/${telling}`,
  /** true: this recipient (a device or a kit) has had its grant of an epoch that replaced another. */
  epochGranted: (epoch: string, recipient: string) => `epochs/${epoch}/grantedTo/${recipient}`,
  /** The device that made it: of two made at once, one of the two makers makes the next. */
  epochMaker: (epoch: string) => `epochs/${epoch}/madeBy`,
  /** true: somebody typed words from the printed kit. When and on which device is in the edit. */
  kitChecked: 'kit/checked',
  /** string: where the kit's copies lie. */
  kitCopies: 'kit/copies',
} as const;

const ofAnswersPattern = /^rounds\/([^/]+)\/(?:texts|setAside|counted)\//;

/**
 * The round whose answers a field tells of, by their ids or by their words; null for every other field. Its edits carry
 * the round in their header, so that a purge of the round takes them away too.
 */
export function roundOfPath(path: string): string | null {
  return ofAnswersPattern.exec(path)?.[1] ?? null;
}

/** The places for a choice's options, in shown order; one without words is not there. */
export const optionSlots = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'] as const;
export const textFields = ['masked', 'hidden', 'quote'] as const;
export type TextField = (typeof textFields)[number];

/**
 * `year` is the year that the goal is for; `evidence` a list of item ids; `because` why; `due` a day;
 * `removed` true when taken away. The plan: `actions` what is done; `measureBy` { by, id } what tells by itself how it
 * went; `baseline` where it stands now. The follow-up: `followWhen` the day of the next check, `followHow`, `followWho`;
 * at last `outcome` 'reached' | 'partly' | 'not', `worked` how it was done and evaluated, `difference` an example of
 * what it meant for children and parents. `beyondTwo`: why the goal stands, where two were chosen already.
 */
export const goalFields = [
  'year',
  'title',
  'because',
  'evidence',
  'measure',
  'target',
  'responsible',
  'due',
  'order',
  'removed',
  'actions',
  'measureBy',
  'baseline',
  'followWhen',
  'followHow',
  'followWho',
  'outcome',
  'worked',
  'difference',
  'beyondTwo',
] as const;
export type GoalField = (typeof goalFields)[number];

/** `day` when it was looked at; `note` a line about it; `count` what was counted, where a count is the measure. */
export const goalCheckFields = ['day', 'note', 'count', 'removed'] as const;
export type GoalCheckField = (typeof goalCheckFields)[number];
