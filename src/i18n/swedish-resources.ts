import children from '#locales/sv/children.json';
import custody from '#locales/sv/custody.json';
import keys from '#locales/sv/keys.json';
import meeting from '#locales/sv/meeting.json';
import paperWork from '#locales/sv/paper-work.json';
import parents from '#locales/sv/parents.json';
import questions from '#locales/sv/questions.json';
import reflection from '#locales/sv/reflection.json';
import results from '#locales/sv/results.json';
import team from '#locales/sv/team.json';

/** All Swedish texts of the team's pages. Their keys are the keys that the compiler knows. */
export const swedishResources = {
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
