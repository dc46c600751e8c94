import { arquero } from './arquero.ts';
import { countWith } from './counting.ts';
import { d3 } from './d3.ts';
import { duckdb } from './duckdb.ts';
import { loop } from './loop.ts';
import { spegla } from './spegla.ts';

countWith({ loop, spegla, d3, arquero, duckdb });
