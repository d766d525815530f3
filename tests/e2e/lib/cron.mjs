// Cron of the throw-away Moodle site, by core's own programs: only the tasks that a test waits for.
import path from 'node:path';
import { php } from './arrange.mjs';

async function run(site, script, option) {
    const said = await php(site, [path.join(site.code, 'admin/cli', script), option]);
    if (/(?:task failed|exception)/i.test(said)) {
        throw new Error(`${script} ${option}:\n${said}`);
    }
    return said;
}

/**
 * Runs what is queued of a kind of ad hoc task.
 *
 * @param {object} site what seed.php wrote
 * @param {string} classname of the task, with its namespace
 * @returns {Promise<string>} what it said
 */
export async function runQueued(site, classname) {
    const said = await run(site, 'adhoc_task.php', `--classname=\\${classname}`);
    if (!said.includes(classname)) {
        throw new Error(`no ${classname} was queued:\n${said}`);
    }
    return said;
}

/** Runs a scheduled task, whenever it is due. */
export function runScheduled(site, classname) {
    return run(site, 'scheduled_task.php', `--execute=\\${classname}`);
}
