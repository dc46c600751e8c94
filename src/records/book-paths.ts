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
  /** number: a verksamhetsår that was begun, so that it shows before it holds anything. */
  yearBegun: (year: number) => `years/${year}/begun`,

  /** YYYY-MM-DD */
  roundOpens: (round: string) => `rounds/${round}/opens`,
  roundCloses: (round: string) => `rounds/${round}/closes`,
  /** number: about how many families came, noted at closing. */
  roundFamilies: (round: string) => `rounds/${round}/families`,

  /** 6…1, or 'unknown' | 'notHere' */
  positionMark: (year: number, item: string) => `positions/${year}/${item}/mark`,
  positionComment: (year: number, item: string) => `positions/${year}/${item}/comment`,
  positionReservation: (year: number, item: string) => `positions/${year}/${item}/reservation`,

  /** Earlier years entered by hand. { [mark]: count } for one item; a mark is a point or a non-answer. */
  historyCounts: (form: string, year: number, item: string) => `history/${form}/${year}/${item}`,
  /** number who answered, once for the form. */
  historyAnswered: (form: string, year: number) => `history/${form}/${year}/answered`,

  /** Fields of one priority goal: see goalFields. */
  goal: (goal: string, field: GoalField) => `goals/${goal}/${field}`,

  deviceName: (device: string) => `devices/${device}/name`,
  /** base64url P-256 point, so that later epochs can be granted to it. */
  devicePublicKey: (device: string) => `devices/${device}/publicKey`,
  kitPublicKey: (kit: string) => `kits/${kit}/publicKey`,
} as const;

/**
 * `year` is the year that the goal is for; `evidence` a list of item ids; `because` why; `due` a day;
 * `removed` true when taken away.
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
] as const;
export type GoalField = (typeof goalFields)[number];
