/** The paths of a round's links: apart from the schemas, since a phone asks for its card before it loads those. */
export const linkPaths = {
  card: (round: string) => `/v1/rounds/${round}/card`,
  voice: (round: string, voice: string) => `/v1/rounds/${round}/voices/${voice}`,
  answers: (round: string) => `/v1/rounds/${round}/answers`,
  report: (round: string) => `/v1/rounds/${round}/report`,
};
