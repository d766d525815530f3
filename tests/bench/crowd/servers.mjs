// What the servers of a site take of the machine, told apart from whoever measures: their processes are found by the files
// with their ids, and the children of these.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';

/** The cores of the servers and of whoever asks them, where each has one of its own. */
const SERVERS_CORE = '0';
export const ASKERS_CORE = '1';

const ticks = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The first process of each server of a site: [{name, pid}]. */
async function roots(site) {
    const run = path.join(site.dir, 'run');
    const files = (await readdir(run)).filter((name) => name.endsWith('.pid'))
        .map((name) => ({ name: name.replace(/(-\d+)?\.pid$/, ''), file: path.join(run, name) }));
    files.push({ name: 'postgres', file: path.join(site.dir, 'pgdata', 'postmaster.pid') });
    const found = [];
    for (const { name, file } of files) {
        const text = await readFile(file, 'utf8').catch(() => '');
        text && found.push({ name, pid: Number.parseInt(text, 10) });
    }
    return found;
}

/** Every process: id -> {parent, own}, own with that of its children that have ended, in seconds. */
async function processes() {
    const all = new Map();
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
        // It may be gone by now.
        const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (stat) {
            const own = fields.slice(11, 15).map(Number).reduce((sum, value) => sum + value, 0) / ticks;
            all.set(Number(pid), { parent: Number(fields[1]), own });
        }
    }
    return all;
}

/** Seconds that the whole machine was at work, and that passed for all its cores together. */
async function machine() {
    const [line] = (await readFile('/proc/stat', 'utf8')).split('\n');
    const fields = line.trim().split(/\s+/).slice(1, 9).map(Number);
    const all = fields.reduce((sum, value) => sum + value, 0);
    return { busy: (all - fields[3] - fields[4]) / ticks, all: all / ticks };
}

/** The processes of each server, as they are now: [{name, ids}]. */
async function trees(site, all) {
    const servers = await roots(site);
    return servers.map(({ name, pid }) => {
        const ids = new Set([pid]);
        // Parents may come behind their children in the list.
        for (let grown = true; grown;) {
            grown = false;
            for (const [id, { parent }] of all) {
                if (ids.has(parent) && !ids.has(id)) {
                    ids.add(id);
                    grown = true;
                }
            }
        }
        return { name, ids };
    });
}

/** Seconds of processor time that each server has taken since it began: name -> seconds. */
async function taken(site) {
    const all = await processes();
    const sums = {};
    for (const { name, ids } of await trees(site, all)) {
        sums[name] = [...ids].reduce((sum, id) => sum + (all.get(id)?.own ?? 0), sums[name] ?? 0);
    }
    return sums;
}

/**
 * Keeps the servers of a site to one core while something is measured, so that whoever asks, on another one, takes
 * nothing of theirs.
 *
 * @param {object} site what seed.php wrote
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 * @template T
 */
export async function onOneCore(site, body) {
    const place = async (cores) => {
        for (const { ids } of await trees(site, await processes())) {
            for (const id of ids) {
                const { status, stderr } = spawnSync('taskset', ['-acp', cores, String(id)], { encoding: 'utf8' });
                // A process that is gone needs no place.
                if (status !== 0 && existsSync(`/proc/${id}`)) {
                    throw new Error(`taskset of ${id}: ${stderr}`);
                }
            }
        }
    };
    await place(SERVERS_CORE);
    try {
        return await body();
    } finally {
        await place(`0-${availableParallelism() - 1}`);
    }
}

/** Measures between two moments. */
export class Meter {
    #site;

    #begin;

    static async start(site) {
        const meter = new Meter();
        meter.#site = site;
        meter.#begin = await meter.#read();
        return meter;
    }

    /**
     * @returns {Promise<{seconds: number, servers: object, total: number, ours: number, busy: number}>} since the start:
     *     seconds that passed; processor seconds by server and together; those of this process; share of the machine at
     *     work, from 0 to 1
     */
    async stop() {
        const [begin, end] = [this.#begin, await this.#read()];
        const servers = Object.fromEntries(Object.entries(end.servers)
            .map(([name, value]) => [name, value - (begin.servers[name] ?? 0)]));
        return {
            seconds: (end.at - begin.at) / 1000,
            servers,
            total: Object.values(servers).reduce((sum, value) => sum + value, 0),
            ours: end.ours - begin.ours,
            busy: (end.machine.busy - begin.machine.busy) / (end.machine.all - begin.machine.all),
        };
    }

    async #read() {
        const { user, system } = process.cpuUsage();
        return { at: performance.now(), servers: await taken(this.#site), ours: (user + system) / 1e6, machine: await machine() };
    }
}
