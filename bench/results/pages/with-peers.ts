import { arquero } from './arquero.ts';
import { countWith, loop, spegla } from './counting.ts';
import { d3 } from './d3.ts';
import { duckdb } from './duckdb.ts';

countWith({ loop, spegla, d3, arquero, duckdb });
