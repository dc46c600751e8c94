/** Where each screen lives, as the router sees it. A year is part of the place, so that a link says all. */
export const routes = {
  start: '/start',
  create: '/create',
  join: '/join',
  restore: '/restore',
  home: '/',
  overview: '/:year',
  rounds: '/:year/rounds',
  poster: '/:year/rounds/:round/poster',
  print: '/:year/rounds/:round/print/:sheet?',
  paperEntry: '/:year/rounds/:round/paper',
  dialogue: '/:year/dialogue/:part?',
  wall: '/:year/wall',
  record: '/:year/reflection',
  results: '/:year/results',
  resultsItem: '/:year/results/:item',
  history: '/:year/history/:form?',
  goals: '/:year/goals',
  settings: '/settings/:part?',
  handover: '/handover',
  arrivals: '/:year/rounds/:round/arrivals',
  purge: '/:year/purge/:form',
  questions: '/questions',
  voices: '/voices/:form?',
  custody: '/custody',
  retention: '/retention',
  settle: '/settle',
  unreadable: '/unreadable',
} as const;

/** What of a round goes on paper. */
export type PrintSheet = 'poster' | 'slips' | 'form';

/** A section of the settings. */
export type SettingsPart =
  | 'add-device'
  | 'centre'
  | 'custody'
  | 'devices'
  | 'file'
  | 'handover'
  | 'kit'
  | 'least-shown'
  | 'leave'
  | 'lock'
  | 'mailbox'
  | 'wording';

/** Addresses for links (`href`). */
export const pathTo = {
  start: () => '#/start',
  create: () => '#/create',
  join: () => '#/join',
  restore: () => '#/restore',
  home: () => '#/',
  overview: (year: number) => `#/${year}`,
  rounds: (year: number) => `#/${year}/rounds`,
  poster: (year: number, round: string) => `#/${year}/rounds/${round}/poster`,
  print: (year: number, round: string, sheet: PrintSheet) =>
    `#/${year}/rounds/${round}/print/${sheet}`,
  paperEntry: (year: number, round: string) => `#/${year}/rounds/${round}/paper`,
  /** `part`: of the meeting; without one it goes on where it was. */
  dialogue: (year: number, part?: 'goals' | 'statements' | 'improve' | 'followUp') =>
    part === undefined ? `#/${year}/dialogue` : `#/${year}/dialogue/${part}`,
  wall: (year: number) => `#/${year}/wall`,
  /** A year's whole reflection, as it goes on paper. */
  record: (year: number) => `#/${year}/reflection`,
  results: (year: number) => `#/${year}/results`,
  /** One question or statement with all its years. */
  resultsItem: (year: number, item: string) => `#/${year}/results/${item}`,
  history: (year: number, form: string) => `#/${year}/history/${form}`,
  goals: (year: number) => `#/${year}/goals`,
  /** `part`: the section to begin at. */
  settings: (part?: SettingsPart) => (part === undefined ? '#/settings' : `#/settings/${part}`),
  handover: () => '#/handover',
  arrivals: (year: number, round: string) => `#/${year}/rounds/${round}/arrivals`,
  purge: (year: number, form: string) => `#/${year}/purge/${form}`,
  questions: () => '#/questions',
  /** `form`: whose prompts to begin with. */
  voices: (form?: 'children' | 'parents') => (form === undefined ? '#/voices' : `#/voices/${form}`),
  custody: () => '#/custody',
  retention: () => '#/retention',
  settle: () => '#/settle',
  unreadable: () => '#/unreadable',
} as const;

/** Goes to an address made by `pathTo`. */
export function goTo(href: string): void {
  window.location.hash = href.slice(1);
}
