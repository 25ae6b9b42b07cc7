// The public pages that were built, each as a state of its name: all but what shows nothing before the Worker has filled it.
// Places of forms stand as their documents have them, since with the program they lead to the first that is not answered.

import { address } from '../journeys/harness/journey.mjs';
import { isFormPlace, publicPages as builtPages, statusOf } from '../journeys/harness/site.mjs';

/** Named by their Swedish addresses; the English ones are the same but for their beginning. */
export async function publicPages() {
  return Promise.all((await builtPages('sv')).map(async (path) => {
    const isForm = await isFormPlace(path);
    return {
      // The walks have states of the same places.
      name: path === '/' ? 'home' : `${path.slice(1).replaceAll('/', '-')}${isForm ? '-document' : ''}`,
      options: { javaScript: !isForm },
      async show(phone, language, photograph) {
        const answer = await phone.page.goto(address(language, path));
        if (answer.status() !== statusOf(path)) throw new Error(`answers ${answer.status()}`);
        await photograph(this.name);
      },
    };
  }));
}
