// Time until a learner can answer in the activity (the first radio button is there and enabled), against the load
// time of core's Choice page: same site, same run. Cold is a new browser that has only logged in, warm the same page
// again. Medians of paired runs, in milliseconds.
import { arrange } from '../../e2e/lib/arrange.mjs';
import { launch } from '../../e2e/lib/browser.mjs';
import { activityUrl, login, moodleSite } from '../../e2e/lib/moodle.mjs';
import { Participant } from '../../e2e/lib/participant.mjs';
import { words } from '../../e2e/lib/words.mjs';
import { median, row } from '../table.mjs';

const runs = Number(process.env.RUNS ?? 11);
const budget = 1.25;
const site = await moodleSite();
if (!site) {
    throw new Error('MOODLE_SITE names no site');
}
const say = await words('en');
const browser = await launch();

/** A meeting whose vote is open, with the learner in it. */
async function openVote() {
    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Start', groupmode: 0 });
    const enter = async (username) => {
        const context = await browser.newContext();
        const page = await login(context, site, username);
        await page.goto(activityUrl({ ...site, cmid }));
        return new Participant(page, say, username).ready();
    };
    const [learner, trainer] = [await enter('learner1'), await enter('trainer')];
    await learner.join();
    await trainer.startGroup();
    await learner.at('stellingen');
    await Promise.all([learner, trainer].map(({ page }) => page.context().close()));
    return activityUrl({ ...site, cmid });
}

/** Milliseconds from the start of the navigation until the page can be used. */
async function measure(page, { url, ready }) {
    await page.goto('about:blank');
    await page.goto(url, { waitUntil: 'commit' });
    if (ready === null) {
        await page.waitForLoadState('load');
        return page.evaluate(() => performance.getEntriesByType('navigation')[0].loadEventStart);
    }
    // Watched inside the page, so that the way to and from this program does not count.
    return page.evaluate((selector) => new Promise((resolve) => {
        const look = () => {
            if (document.querySelector(selector)?.offsetParent) {
                requestAnimationFrame(() => resolve(performance.now()));
            } else {
                requestAnimationFrame(look);
            }
        };
        look();
    }), ready);
}

const pages = {
    activity: { url: await openVote(), ready: '#leerlandschap-app fieldset input[type=radio]:not(:disabled)' },
    choice: { url: `${site.url}/mod/choice/view.php?id=${site.choicecmid}`, ready: null },
};
const times = { cold: { activity: [], choice: [] }, warm: { activity: [], choice: [] } };
// The first visits build the server's caches and belong to nobody; the order alternates.
for (let run = -1; run < runs; run += 1) {
    for (const name of run % 2 ? ['activity', 'choice'] : ['choice', 'activity']) {
        const context = await browser.newContext();
        const page = await login(context, site, 'learner1');
        const [cold, warm] = [await measure(page, pages[name]), await measure(page, pages[name])];
        if (run >= 0) {
            times.cold[name].push(cold);
            times.warm[name].push(warm);
        }
        await context.close();
    }
}
await browser.close();

for (const [state, { activity, choice }] of Object.entries(times)) {
    const ratio = median(activity) / median(choice);
    row(`until a learner can answer, ${state} (${runs} pairs)`,
        `${median(activity).toFixed(0)} ms, Choice ${median(choice).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`,
        `≤ ${budget}`, ratio <= budget);
}
