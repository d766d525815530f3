// Requests a second of the fast path of live updates, with a room of 8 KB and with nothing new, against the smallest AJAX
// call of core: same site, same run, by turns. Asked by wrk, which takes less of the machine than a program of our own, from
// a core beside that of the servers: what asks often would else take from the servers what it is compared with.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { request } from 'playwright-core';
import { runScript } from '../../e2e/lib/arrange.mjs';
import { moodleSite, signIn } from '../../e2e/lib/moodle.mjs';
import { withoutDebugging } from '../plain.mjs';
import { ASKERS_CORE, onOneCore } from '../crowd/servers.mjs';
import { median, row } from '../table.mjs';

const BUDGET = 50;
const BYTES = 8192;
const CONNECTIONS = 8;
const rounds = Number(process.env.RUNS ?? 3);
const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const run = promisify(execFile);
const site = await moodleSite();

/** Requests a second; every one of them has to be answered, and not with an error. */
async function rate(url, ...options) {
    const { stdout } = await run('taskset', ['-c', ASKERS_CORE, 'wrk', '-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, ...options, url]);
    assert.ok(!/Non-2xx|Socket errors/.test(stdout), stdout);
    return Number(stdout.match(/Requests\/sec:\s*([\d.]+)/)[1]);
}

/** Sessions of several people: requests of one session wait for each other. */
async function sessions() {
    const all = [];
    for (const username of Object.keys(site.users)) {
        const context = await request.newContext();
        await signIn(context, site, username);
        const page = await (await context.get(`${site.url}/course/view.php?id=${site.courseid}`)).text();
        const { cookies } = await context.storageState();
        all.push({
            cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
            sesskey: page.match(/"sesskey":"(\w+)"/)[1],
        });
        await context.dispose();
    }
    return all;
}

/** A script for wrk that makes the AJAX call in one session after the other. */
function ajaxScript(all) {
    const call = JSON.stringify([{ index: 0, methodname: 'core_session_time_remaining', args: {} }]);
    const requests = all.map(({ cookie, sesskey }) => `wrk.format("POST", "/lib/ajax/service.php?sesskey=${sesskey}", `
        + `{["Content-Type"] = "application/json", ["Cookie"] = "${cookie}"}, '${call}')`);
    return `local requests, at = {}, 0\nfunction init()\n  requests = {${requests.join(',\n')}}\nend\n`
        + 'function request()\n  at = at % #requests + 1\n  return requests[at]\nend\n'
        + 'function response(status, headers, body)\n  if string.find(body, \'"error":true\', 1, true) then wrk.thread:stop() end\nend\n';
}

const folder = await mkdtemp(path.join(tmpdir(), 'leerlandschap-'));
try {
    await withoutDebugging(site, () => onOneCore(site, measure));
} finally {
    await rm(folder, { recursive: true });
}

async function measure() {
    const script = path.join(folder, 'ajax.lua');
    await writeFile(script, ajaxScript(await sessions()));
    const learner = String(site.users.learner1.id);
    const { cmid, bytes } = await runScript(site, 'room.php', [learner, String(site.courseid), String(BYTES)]);
    const rates = { ajax: [], room: [], same: [] };
    // The first round warms up what is cached, and counts for nobody.
    for (let round = 0; round <= rounds; round += 1) {
        const { revision, pulse } = await runScript(site, 'room.php', [learner, String(cmid)]);
        const token = ['-H', `X-Leerlandschap-Token: ${pulse.token}`];
        const first = await fetch(pulse.address, { headers: { 'X-Leerlandschap-Token': pulse.token } });
        assert.equal(first.status, 200);
        const have = `"${revision}.${(await first.json()).stamp}"`;
        const same = await fetch(pulse.address, { headers: { 'X-Leerlandschap-Token': pulse.token, 'If-None-Match': have } });
        assert.equal(same.status, 304);
        const measured = {
            ajax: await rate(site.url, '-s', script),
            room: await rate(pulse.address, ...token),
            same: await rate(pulse.address, ...token, '-H', `If-None-Match: ${have}`),
        };
        if (round > 0) {
            Object.entries(measured).forEach(([name, value]) => rates[name].push(value));
        }
    }
    const ajax = median(rates.ajax);
    row('smallest AJAX call of core, requests a second', ajax.toFixed(1));
    for (const [name, what] of [['room', `published room of ${(bytes / 1024).toFixed(1)} KB (200)`], ['same', 'nothing new (304)']]) {
        const ratio = median(rates[name]) / ajax;
        row(`${what}, requests a second`, `${median(rates[name]).toFixed(0)}, ratio ${ratio.toFixed(1)}`, `≥ ${BUDGET} ×`, ratio >= BUDGET);
    }
}
