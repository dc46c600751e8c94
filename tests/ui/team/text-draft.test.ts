import { expect, test } from 'vitest';
import { bookText } from '#app/team/book-text.ts';
import { textOf } from '#projections/book-values.ts';
import { bookPaths } from '#records/book-paths.ts';
import { createTextDraft } from '#ui/parts/saved-field/text-draft.ts';
import { fakeCentre } from '../results/fake-results.ts';

const path = bookPaths.positionComment(2026, 'r01');

/** A text field on one device, in a book that other devices write in too. */
function setupField() {
  const centre = fakeCentre({ history: false, agreed: false });
  const keeper = () => bookText(centre, path);
  const shownText = (): string => textOf(centre.fieldValue(path));
  const draft = createTextDraft(shownText(), keeper().shown);
  return {
    centre,
    draft,
    keep: () => draft.keep(keeper().save),
    takeBack: (text: string) => draft.takeBack(text, keeper().save),
    /** As the screen does when the book has changed. */
    follow: () => draft.follow(shownText(), keeper().shown),
    /** What stands: one text, or several to choose from. */
    texts: () =>
      (centre.ledger.value.book.field(path)?.heads ?? [])
        .map(({ value }) => textOf(value))
        .toSorted((a, b) => a.localeCompare(b, 'sv')),
  };
}

test('a text that arrives while another is written is not replaced by it', async () => {
  const { centre, draft, keep, follow, texts } = setupField();
  draft.text = 'Vi tar upp det i mars';
  await centre.setField(path, 'Skrivet på den andra plattan');
  expect(follow()).toBe(false);
  expect(draft.text).toBe('Vi tar upp det i mars');
  await keep();
  expect(texts()).toEqual(['Skrivet på den andra plattan', 'Vi tar upp det i mars']);
  expect(centre.contested.value.map((field) => field.path)).toEqual([path]);
});

test('going on writing replaces what was written here, also before it is on disk', async () => {
  const { centre, draft, keep, follow, texts } = setupField();
  draft.text = 'Vi';
  const first = keep();
  draft.text = 'Vi tar';
  const second = keep();
  await Promise.all([first, second]);
  follow();
  draft.text = 'Vi tar upp det';
  await keep();
  expect(texts()).toEqual(['Vi tar upp det']);
  await centre.setField(path, 'Skrivet på den andra plattan');
  draft.text = 'Vi tar upp det i mars';
  await keep();
  draft.text = 'Vi tar upp det i april';
  await keep();
  expect(texts()).toEqual(['Skrivet på den andra plattan', 'Vi tar upp det i april']);
});

test('a text that nobody is changing follows the book, and is then what is changed', async () => {
  const { centre, draft, keep, follow, texts } = setupField();
  await centre.setField(path, 'Skrivet på den andra plattan');
  expect(follow()).toBe(true);
  expect(draft.text).toBe('Skrivet på den andra plattan');
  draft.text += ', och här';
  await keep();
  expect(texts()).toEqual(['Skrivet på den andra plattan, och här']);
});

test('taking back replaces only what was written here', async () => {
  const { centre, draft, keep, takeBack, follow, texts } = setupField();
  draft.text = 'Fel';
  await keep();
  follow();
  await takeBack('');
  expect(texts()).toEqual(['']);
  draft.text = 'Fel igen';
  await keep();
  await centre.setField(path, 'Skrivet på den andra plattan');
  await takeBack('');
  expect(texts()).toContain('Skrivet på den andra plattan');
});

test('a text that could not be saved is unsaved, and is saved in the same place later', async () => {
  const { draft, keep, texts } = setupField();
  draft.text = 'Vi tar upp det';
  await expect(draft.keep(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(draft.isDirty).toBe(true);
  await keep();
  expect(texts()).toEqual(['Vi tar upp det']);
});
