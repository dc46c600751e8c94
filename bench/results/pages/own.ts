import { countWith, loop, spegla } from './counting.ts';

countWith({ loop, spegla });
