// An activity to which access is restricted: whoever is outside comes in by no page, no script and no web service.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { arrange } from '../lib/arrange.mjs';
import { call, moodleTest, site } from '../lib/moodle-suite.mjs';

const [north] = site.groups;
/** Only who has this address comes in. */
const only = (email) => JSON.stringify({ op: '&', c: [{ type: 'profile', sf: 'email', op: 'isequalto', v: email }], showc: [true] });
const services = [...(await readFile(new URL('../../../moodle-plugin/db/services.php', import.meta.url), 'utf8'))
    .matchAll(/'(mod_leerlandschap_\w+)' => \[\n/g)].map(([, name]) => name);

/** Arguments of the types that each service takes, so that it is the restriction that refuses. */
function argumentsOf(name, cmid, meeting) {
    const [, short] = name.match(/^mod_leerlandschap_(\w+)$/);
    const there = { cmid, groupid: north.id, meeting };
    return {
        get_meeting: { cmid, groupid: north.id },
        take_part: { ...there, type: 'join' },
        submit_answers: { ...there, answers: [{ item: 'st1', round: 1, value: 3, reason: '', seq: 1 }] },
        save_contributions: { ...there, contributions: [{ type: 'delete', id: 'x', base: 1 }] },
        steer_meeting: { ...there, command: { type: 'close', from: '@start' } },
        start_meeting: { ...there, from: 1, part: 'x' },
        get_exercise: { cmid },
        save_exercise: { cmid, version: 0, exercise: '{}' },
        get_preset: { cmid, id: 1 },
        save_preset: { cmid, name: 'x', exercise: '{}' },
        delete_preset: { cmid, id: 1 },
        get_report: { cmid },
        get_participation: { cmid },
        read_outcome: { cmid, meeting },
        set_action_status: { cmid, meeting, action: 'x', status: 'done', revision: 1 },
    }[short];
}

moodleTest('nobody comes in who is outside a restriction', async (people, logs) => {
    // Core says so in its log where a service or page throws.
    logs.expect(/requireloginerror|Course or activity not accessible/);
    const { cmid } = await arrange(site, 'activity', {
        course: site.courseid, name: 'Restricted', groupmode: 1, availability: only('learner1@example.com'),
    });
    const inside = await people.open('learner1', { cmid });
    await inside.join();
    const { answer: { room: { meeting }, pulse } } = await call(inside, 'get_meeting', {});
    assert.equal((await fetch(pulse.address, { headers: { 'X-Leerlandschap-Token': pulse.token } })).status, 200, 'inside');

    const page = await people.login('learner2');
    const request = page.context().request;
    const marks = [/leerlandschap-data/, /leerlandschap-app/, /Bakker/];
    for (const name of ['view', 'bigscreen', 'edit', 'grade', 'report', 'export', 'shared']) {
        const response = await request.get(`${site.url}/mod/leerlandschap/${name}.php?id=${cmid}&what=actions&dataformat=csv`);
        const text = await response.text();
        assert.ok(!new URL(response.url()).pathname.startsWith('/mod/leerlandschap') || !response.ok(), `${name}: ${response.url()} ${response.status()}`);
        marks.forEach((mark) => assert.doesNotMatch(text, mark, name));
    }
    const list = await (await request.get(`${site.url}/mod/leerlandschap/index.php?id=${site.courseid}`)).text();
    assert.doesNotMatch(list, /Restricted/, 'the list of activities');

    // The published room opens with a token that the server made for it, which nobody outside gets.
    for (const headers of [{}, { 'X-Leerlandschap-Token': '1893456000.0000' }]) {
        assert.equal((await fetch(`${site.url}/mod/leerlandschap/pulse.php?meeting=${meeting}&audience=participant`, { headers })).status, 403);
    }

    const before = await arrange(site, 'digest');
    await page.goto(`${site.url}/course/view.php?id=${site.courseid}`);
    assert.ok(services.length >= 15, 'all services');
    for (const name of services) {
        const args = argumentsOf(name, cmid, meeting);
        assert.ok(args, `${name} is asked too`);
        const refusal = await page.evaluate(async ([methodname, values]) => {
            const body = JSON.stringify([{ index: 0, methodname, args: values }]);
            const response = await fetch(`${M.cfg.wwwroot}/lib/ajax/service.php?sesskey=${M.cfg.sesskey}`, { method: 'POST', body });
            return (await response.json())[0];
        }, [name, args]);
        assert.equal(refusal.error, true, name);
        assert.equal(refusal.exception.errorcode, 'requireloginerror', `${name}: ${JSON.stringify(refusal.exception)}`);
    }
    assert.deepEqual(await arrange(site, 'digest'), before, 'nothing was changed');
});
