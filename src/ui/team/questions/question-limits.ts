/** Short enough for a phone's screen, and for five questions in many languages to fit into a card. */
export const maxQuestionCharacters = 200;
export const maxOptionCharacters = 60;
