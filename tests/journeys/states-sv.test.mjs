// Every page and state in Swedish: axe finds nothing, and everything fits (`harness/everystate.mjs`).

import { everythingLooksRight } from './harness/everystate.mjs';

await everythingLooksRight('sv');
