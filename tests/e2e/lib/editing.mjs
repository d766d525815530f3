// The editor in Moodle: activities to try it with, and people at it.
import { arrange } from './arrange.mjs';
import { Designer } from './designer.mjs';
import { site } from './moodle-suite.mjs';

/** A new activity without groups. */
export async function activity(name, settings = {}) {
    return (await arrange(site, 'activity', { course: site.courseid, name, format: 'leerlandschap', groupmode: 0, ...settings })).cmid;
}

/** The address of one of an activity's pages. */
export function addressOf(page, cmid, more = '') {
    return `${site.url}/mod/leerlandschap/${page}.php?id=${cmid}${more}`;
}

/** The editor of an activity, as somebody who may edit it. */
export async function edit(people, username, cmid, options = {}) {
    const page = await people.login(username, options);
    await page.goto(addressOf('edit', cmid));
    return new Designer(page, 'en').ready();
}

/** What nginx notes of every body above 16 KB, as that of a saved exercise is. */
export const LARGE_BODY = /\[warn\].* a client request body is buffered to a temporary file/;

/** What core notes of somebody who comes where they may not. */
export const NO_PERMISSION = /you do not currently have permissions|Error code: nopermissions|^\* line \d+ of/;
