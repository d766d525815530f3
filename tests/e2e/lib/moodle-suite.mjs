// What every end-to-end test in Moodle starts from: the site, a browser, the servers' logs, the words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { arrange } from './arrange.mjs';
import { launch } from './browser.mjs';
import { activityUrl, login, moodleSite, ServerLogs } from './moodle.mjs';
import { People } from './people.mjs';
import { words } from './words.mjs';

export const site = await moodleSite();
assert.ok(site, 'MOODLE_SITE names no site: start one with tests/moodle/site.sh');
export const [english, dutch] = await Promise.all([words('en'), words('nl')]);

let browser;
let logs;

before(async () => {
    browser = await launch();
    // A fresh site builds its caches at the first visit: nobody else should wait for them, nor build them at once.
    const context = await browser.newContext();
    context.setDefaultTimeout(120000);
    await (await login(context, site, 'learner1')).goto(activityUrl(site));
    await context.close();
    logs = await new ServerLogs(site).mark();
    // A test before this one may have changed how the site and its people are set.
    await arrange(site, 'language', { users: Object.values(site.users).map(({ id }) => id), lang: 'en' });
    await arrange(site, 'config', { theme: 'boost', forcelogin: 1 });
});

after(() => browser?.close());

/**
 * A test with people in their own browsers; no browser and no server may complain.
 *
 * @param {string} name
 * @param {(people: People, logs: ServerLogs) => Promise<void>} body
 * @param {import('node:test').TestOptions} [options]
 */
export function moodleTest(name, body, options = {}) {
    test(name, options, () => new People(browser, site, english).during(async (people) => {
        await body(people, logs);
        await logs.check();
    }));
}

/** The app's own answer or refusal of a web service, called in a page as its user, for the meeting on that page. */
export function call(participant, method, values, where = {}) {
    return participant.page.evaluate(([name, args, other]) => {
        const data = JSON.parse(document.querySelector('#leerlandschap-data').textContent);
        const common = { cmid: data.cmid, groupid: data.groupid, since: 0, ...other };
        if (!name.includes('get_meeting')) {
            common.meeting ??= data.reply.room.meeting;
        }
        return window.leerlandschapBridge.call(name, { ...common, ...args })
            .then((answer) => ({ answer }), (refusal) => ({ refusal }));
    }, [`mod_leerlandschap_${method}`, values, where]);
}

/** The id of the meeting on a page. */
export function meetingOf(participant) {
    return participant.page.evaluate(() => JSON.parse(document.querySelector('#leerlandschap-data').textContent).reply.room.meeting);
}
