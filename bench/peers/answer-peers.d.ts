/** As much of the types of bench:answer's peers as their pages use, as in peers.d.ts. */
declare module 'survey-core/survey-core.fontless.min.css';
declare module 'survey-core/i18n/swedish';
declare module 'survey-core' {
  export class Model {
    constructor(json: object);
    readonly onComplete: { add(callback: (sender: { readonly data: unknown }) => void): void };
  }
}
declare module 'survey-js-ui' {
  import type { Model } from 'survey-core';
  export function renderSurvey(model: Model, element: HTMLElement): void;
}
declare module '@formbricks/surveys' {
  export function renderSurveyInline(props: {
    readonly containerId: string;
    readonly brandColor: string;
    readonly isBrandingEnabled: boolean;
    readonly survey: object;
    readonly onResponse: (response: { readonly data: object }) => void;
    readonly onFinished: () => void;
  }): void;
}
