import children from '#locales/en/children.json';
import custody from '#locales/en/custody.json';
import keys from '#locales/en/keys.json';
import meeting from '#locales/en/meeting.json';
import paperWork from '#locales/en/paper-work.json';
import parents from '#locales/en/parents.json';
import questions from '#locales/en/questions.json';
import reflection from '#locales/en/reflection.json';
import results from '#locales/en/results.json';
import team from '#locales/en/team.json';

/** All English texts of the team's pages, fetched when first asked for. */
export const englishResources = {
  team,
  results,
  meeting,
  keys,
  custody,
  paperWork,
  questions,
  reflection,
  parents,
  children,
};
