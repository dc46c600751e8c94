import { countWith } from './counting.ts';
import { loop } from './loop.ts';
import { spegla } from './spegla.ts';

countWith({ loop, spegla });
