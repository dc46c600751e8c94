import type { Form } from './form.ts';

/**
 * The children's survey: one practice question with a known answer, then three that count.
 * It asks for nothing else: never a text, a choice or anything that could tell who the child is.
 */
export const childrenForm: Form = {
  id: 'children',
  version: 1,
  sections: [
    {
      id: 'practice',
      items: [{ id: 'c-practice', version: 1, kind: 'scale', scale: 'yes3', practiceAnswer: 3 }],
    },
    {
      id: 'questions',
      items: [
        { id: 'c-feel', version: 1, kind: 'scale', scale: 'feeling3' },
        { id: 'c-decide', version: 1, kind: 'scale', scale: 'yes3' },
        { id: 'c-listen', version: 1, kind: 'scale', scale: 'yes3' },
      ],
    },
  ],
};
