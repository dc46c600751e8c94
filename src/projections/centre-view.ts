import type { ServiceId } from '#instruments/form.ts';
import { bookPaths } from '#records/book-paths.ts';
import type { Book } from '#records/merge.ts';
import { membersOf, textOf } from './book-values.ts';
import type { Ledger } from './ledger.ts';
import type { CentreView } from './views.ts';

const allServices: readonly ServiceId[] = [
  'midwifery',
  'childHealth',
  'openPreschool',
  'socialServices',
];

/** The centre's profile as the book has it. A profile that names no list of services has all four. */
export function centreView(ledger: Ledger): CentreView {
  const { book } = ledger;
  const responsible = membersOf(book.value(bookPaths.centreResponsible));
  return {
    name: textOf(book.value(bookPaths.centreName)),
    responsible: {
      name: textOf(responsible.get('name')),
      contact: textOf(responsible.get('contact')),
    },
    services: servicesOf(book),
  };
}

function servicesOf(book: Book): readonly ServiceId[] {
  const value = book.value(bookPaths.centreServices);
  if (!Array.isArray(value)) return allServices;
  return allServices.filter((service) => value.includes(service));
}
