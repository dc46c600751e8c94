/** What the example centre wrote and heard. Made up, in Swedish: it is an example of a Swedish centre's book. */
export const demoCentre = {
  name: 'Familjecentralen Solrosen (exempel)',
  services: ['midwifery', 'childHealth', 'openPreschool', 'socialServices'],
  responsible: { name: 'Exempelkommunen, socialnämnden', contact: 'solrosen@example.se' },
  deviceName: 'Den här enheten',
} as const;

export const demoQuotes: readonly {
  readonly item: 'p-good' | 'p-change';
  readonly text: string;
  readonly gender?: 'woman' | 'man';
}[] = [
  { item: 'p-good', text: 'Att man alltid blir sedd när man kliver in.', gender: 'woman' },
  { item: 'p-good', text: 'Sångstunden! Min son pratar om den hela veckan.', gender: 'man' },
  { item: 'p-good', text: 'Att barnmorska, BVC och öppna förskolan finns på samma ställe.' },
  { item: 'p-good', text: 'Jag har fått vänner här när jag inte kände någon.', gender: 'woman' },
  { item: 'p-change', text: 'Öppet en eftermiddag för oss som jobbar.', gender: 'man' },
  { item: 'p-change', text: 'Fler träffar för pappor.', gender: 'man' },
  { item: 'p-change', text: 'Berätta mer om vad kuratorn kan hjälpa till med.', gender: 'woman' },
  { item: 'p-change', text: 'Mer information på andra språk.' },
  {
    item: 'p-good',
    text: 'Tack till Kim i öppna förskolan, som alltid tar sig tid.',
    gender: 'woman',
  },
  {
    item: 'p-change',
    text: 'Det är bråk hemma nästan varje kväll och barnen är rädda. Jag vet inte vem jag kan prata med.',
  },
];

/** The example's routine for worrying answers, and what was done about one. */
export const demoWorry = {
  routine:
    'Prata med samordnaren samma dag. Hon rådgör med socialtjänstens mottagning utan att nämna namn.',
  phone: '0123-456 78',
  day: '02-03',
  action:
    'Rådgjorde med socialtjänsten. Satte upp information om kuratorns samtalstider i kapprummet.',
} as const;

export const demoComments: Readonly<Record<string, string>> = {
  r05: 'Vi hälsar alla vid namn. Det märks i föräldraenkäten.',
  r14: 'Språkcaféet startade i våras, men få hittar dit än.',
  r21: 'Kuratorn är med i öppna förskolan varannan vecka.',
  r25: 'Fortfarande mest mammor på dagtid.',
};

/** What colleagues wrote when they marked alone: shown with the spread, shuffled. */
export const demoReflections: readonly { readonly item: string; readonly text: string }[] = [
  { item: 'r08', text: 'Vi på BVC gör det, men vi berättar sällan för varandra.' },
  { item: 'r08', text: 'Vi saknar ett gemensamt sätt.' },
  { item: 'r14', text: 'Språkcaféet är bra. Vi behöver nå fler.' },
  { item: 'r25', text: 'Papporna kommer när vi är ute, inte inne.' },
  { item: 'r28', text: 'Jag har inte läst avtalet sedan jag började.' },
];

export const demoGoals = [
  {
    title: 'Fler föräldrar vet vad kuratorn kan hjälpa till med',
    because: 'Färre än hälften kände till kuratorn i förra årets enkät.',
    evidence: ['p-know-who', 'r21'],
    measure: 'Andel som håller med i föräldraenkäten, och antal samtal hos kuratorn',
    target: '75 procent och 60 samtal',
    responsible: 'Kuratorn och förskolläraren',
    month: '10-31',
    plan: {
      actions: 'Kuratorn är med i öppna förskolan varje vecka och berättar vad hon gör.',
      measureBy: { by: 'parents', id: 'p-know-who' },
      outcome: 'partly',
      difference:
        'En pappa berättade att han vågade boka tid efter att ha träffat kuratorn på sångstunden.',
    },
  },
  {
    title: 'Språkcafé varje vecka',
    because: 'Föräldrar med annat språk deltar mindre i öppna förskolan.',
    evidence: ['p-language', 'r14'],
    measure: 'Antal besök på språkcaféet',
    target: '15 föräldrar i snitt',
    responsible: 'Förskolläraren',
    month: '11-30',
    plan: {
      actions: 'Torsdagar klockan tio, med tolk första gången i månaden.',
      measureBy: { by: 'count' },
      outcome: 'reached',
      difference: 'Två mammor som träffades på språkcaféet håller nu i det tillsammans med oss.',
    },
  },
] as const;
