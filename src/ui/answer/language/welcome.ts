/** The first screen, which stands in the document itself (first-screen/, build/first-screen.ts). */
export interface Welcome {
  /** Calls back with each tapped language, at once with one tapped before this script was here. */
  onLanguage(choose: (language: string) => void): void;
  /** Says who asks, as soon as the card has told. */
  setCentre(name: string): void;
  /** Shows the first screen instead of the survey, or the other way round. */
  show(shown: boolean): void;
  /** The tapped language could not be fetched: says so, in that language. */
  fail(language: string): void;
}

/** Takes over the first screen that is already on the page. */
export function createWelcome(page: Document, survey: HTMLElement): Welcome {
  const root = page.documentElement;
  const part = (id: string): HTMLElement | null => page.querySelector<HTMLElement>(`#${id}`);
  const welcome = part('welcome');

  return {
    onLanguage(choose) {
      const read = (): void => {
        const language = root.dataset['language'];
        if (language !== undefined) choose(language);
      };
      page.addEventListener('spegla-language', read);
      read();
    },
    setCentre(name) {
      const centre = part('welcome-centre');
      if (centre !== null) centre.textContent = name;
    },
    show(shown) {
      if (welcome === null || welcome.hidden === !shown) return;
      welcome.hidden = !shown;
      survey.hidden = shown;
      if (!shown) return;
      delete root.dataset['language'];
      for (const button of welcome.querySelectorAll('[aria-pressed]')) button.ariaPressed = 'false';
      const status = part('welcome-status');
      if (status !== null) status.textContent = '';
      part('welcome-title')?.focus();
    },
    fail(language) {
      const button = part('welcome')?.querySelector<HTMLElement>(`[data-language=${language}]`);
      const status = part('welcome-status');
      if (status !== null) status.textContent = button?.dataset['failed'] ?? '';
      part('welcome-again')?.removeAttribute('hidden');
    },
  };
}
