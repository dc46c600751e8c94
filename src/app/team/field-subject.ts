import { goalFields, type GoalField } from '#records/book-paths.ts';

/** What a field of the book is about, for a person who has to settle it. */
export type FieldSubject =
  | {
      readonly kind:
        | 'centreName'
        | 'centreResponsible'
        | 'centreServices'
        | 'posterLanguages'
        | 'deviceName'
        | 'deviceKeeper'
        | 'kitCopies';
    }
  | { readonly kind: 'roundOpens' | 'roundCloses' | 'roundFamilies'; readonly round: string }
  | {
      readonly kind: 'positionMark' | 'positionComment' | 'positionReservation';
      readonly year: number;
      readonly item: string;
    }
  | {
      readonly kind: 'history';
      readonly form: string;
      readonly year: number;
      readonly item: string;
    }
  | { readonly kind: 'historyAnswered'; readonly form: string; readonly year: number }
  | { readonly kind: 'goal'; readonly goal: string; readonly field: GoalField }
  | { readonly kind: 'other' };

const other: FieldSubject = { kind: 'other' };
const centreKinds = {
  name: 'centreName',
  responsible: 'centreResponsible',
  services: 'centreServices',
  posterLanguages: 'posterLanguages',
} as const;
const roundKinds = {
  opens: 'roundOpens',
  closes: 'roundCloses',
  families: 'roundFamilies',
} as const;
const positionKinds = {
  mark: 'positionMark',
  comment: 'positionComment',
  reservation: 'positionReservation',
} as const;

function kindIn<T>(kinds: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(kinds, key) ? kinds[key] : undefined;
}

/** Reads a path (records/book-paths.ts) back. A path of a newer app comes back as `other`. */
export function fieldSubjectOf(path: string): FieldSubject {
  const [root, a = '', b = '', c = ''] = path.split('/');
  switch (root) {
    case 'centre': {
      const kind = kindIn(centreKinds, a);
      return kind === undefined ? other : { kind };
    }
    case 'rounds': {
      const kind = kindIn(roundKinds, b);
      return kind === undefined ? other : { kind, round: a };
    }
    case 'positions': {
      const kind = kindIn(positionKinds, c);
      return kind === undefined ? other : { kind, year: Number(a), item: b };
    }
    case 'history':
      return c === 'answered'
        ? { kind: 'historyAnswered', form: a, year: Number(b) }
        : { kind: 'history', form: a, year: Number(b), item: c };
    case 'goals': {
      const field = goalFields.find((each) => each === b);
      return field === undefined ? other : { kind: 'goal', goal: a, field };
    }
    case 'devices':
      if (b === 'keeper') return { kind: 'deviceKeeper' };
      return b === 'name' ? { kind: 'deviceName' } : other;
    case 'kit':
      return a === 'copies' ? { kind: 'kitCopies' } : other;
    default:
      return other;
  }
}
