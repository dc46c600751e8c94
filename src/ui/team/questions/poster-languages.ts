import type { OpenCentre } from '#app/team/team-app.ts';

/** The languages that the team chose for its posters: those that its families use. Empty while nobody has chosen. */
export function posterLanguages(centre: Pick<OpenCentre, 'fieldValue'>): readonly string[] {
  const chosen = centre.fieldValue('centre/posterLanguages');
  return Array.isArray(chosen) ? chosen.filter((code) => typeof code === 'string') : [];
}
