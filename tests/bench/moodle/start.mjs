// Time until a learner can act in the activity, against the load of core's Choice page: same site, same run.
// Cold is a new browser context that has only logged in, warm the same page again. Medians of several runs, in ms.
import { launch } from '../../e2e/lib/browser.mjs';
import { activityUrl, login, moodleSite } from '../../e2e/lib/moodle.mjs';

const runs = Number(process.env.RUNS ?? 9);
const budget = 1.25;
const site = await moodleSite();
if (!site) {
    throw new Error('MOODLE_SITE names no site');
}

const pages = {
    activity: { url: activityUrl(site), ready: '#leerlandschap-app button:not([disabled])' },
    choice: { url: `${site.url}/mod/choice/view.php?id=${site.choicecmid}`, ready: null },
};

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
            if (document.querySelector(selector)) {
                requestAnimationFrame(() => resolve(performance.now()));
            } else {
                requestAnimationFrame(look);
            }
        };
        look();
    }), ready);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const times = { cold: { activity: [], choice: [] }, warm: { activity: [], choice: [] } };
const browser = await launch();
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
    console.log(`${state}: activity ${median(activity).toFixed(0)} ms, choice ${median(choice).toFixed(0)} ms, `
        + `ratio ${ratio.toFixed(2)} (budget ${budget}, goal 1.0)${ratio > budget ? ' ✗' : ''}`);
}
