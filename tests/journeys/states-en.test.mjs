// Every page and state in English: axe finds nothing, and everything fits (`harness/everystate.mjs`).

import { everythingLooksRight } from './harness/everystate.mjs';

await everythingLooksRight('en');
