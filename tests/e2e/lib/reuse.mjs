// The screens by which Moodle copies courses and activities: backup, restore, import, duplicate, recycle bin.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { runQueued } from './cron.mjs';
import { eventually } from './eventually.mjs';

/** What the long forms need on a machine that is busy with tests. */
const PATIENCE_MS = 60000;

/** Backs a course up with user data; cron does the work, as it does on a site where nobody has changed that. */
export async function backUp(page, site, courseid) {
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${site.url}/backup/backup.php?id=${courseid}`);
    await page.getByRole('button', { name: 'Jump to final step' }).click();
    await page.locator('[id$="_status"]').waitFor();
    await runQueued(site, 'core\\task\\asynchronous_backup_task');
}

/**
 * Restores the newest backup of a course into a new one.
 *
 * @param {import('playwright-core').Page} page
 * @param {object} site
 * @param {number} contextid of the course with the backup
 * @param {{without?: string, visit?: (screen: string) => Promise<void>}} [options] without: the label of a setting to turn
 *     off; visit: called before the restore begins and while it waits for cron
 */
export async function restoreAsNew(page, site, contextid, { without, visit = async () => {} } = {}) {
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${site.url}/backup/restorefile.php?contextid=${contextid}`);
    await page.locator('.backup-files-table').getByRole('link', { name: 'Restore', exact: true }).first().click();
    await page.getByRole('button', { name: 'Continue' }).click();
    const place = page.locator('.bcs-new-course');
    await place.getByRole('radio').last().check();
    await place.getByRole('button', { name: 'Continue' }).click();
    if (without) {
        await page.getByLabel(without, { exact: true }).uncheck();
    }
    await page.getByRole('button', { name: 'Next' }).click();
    await page.locator('#id_setting_course_course_fullname').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Perform restore' }).waitFor();
    await visit('review');
    await page.getByRole('button', { name: 'Perform restore' }).click();
    await page.locator('[id$="_status"]').waitFor();
    await runQueued(site, 'core\\task\\asynchronous_restore_task');
    await visit('restored');
}

/** Imports what a course has, which is never user data, into another. */
export async function importFrom(page, site, from, into) {
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${site.url}/backup/import.php?id=${into}`);
    await page.locator(`input[type=radio][value="${from}"]`).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Jump to final step' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
}

/** Turns editing on in a course, and opens the menu of an activity. */
async function openMenu(page, site, courseid, name) {
    await page.goto(`${site.url}/course/view.php?id=${courseid}`);
    const edit = page.getByRole('checkbox', { name: 'Edit mode' });
    if (!await edit.isChecked()) {
        // The switch does nothing until core listens to it; this is where it leads.
        const sesskey = await page.evaluate(() => window.M.cfg.sesskey);
        await page.goto(`${site.url}/course/view.php?id=${courseid}&edit=1&sesskey=${sesskey}`);
        await edit.and(page.locator(':checked')).waitFor();
    }
    const activity = page.locator('li.activity').filter({ hasText: name }).first();
    const menu = activity.locator('.cm_action_menu [data-toggle="dropdown"], .cm_action_menu [data-bs-toggle="dropdown"]');
    // Nor does the menu open before that.
    await eventually(async () => {
        if (await menu.getAttribute('aria-expanded') !== 'true') {
            await menu.click();
        }
        assert.equal(await menu.getAttribute('aria-expanded'), 'true');
    });
    return activity;
}

/** Duplicates an activity, and waits until the copy is there. */
export async function duplicate(page, site, courseid, name) {
    const activity = await openMenu(page, site, courseid, name);
    await activity.getByRole('menuitem', { name: 'Duplicate' }).click();
    await page.locator('li.activity').filter({ hasText: `${name} (copy)` }).waitFor();
}

/** Deletes an activity; cron takes it away, into the recycle bin. */
export async function remove(page, site, courseid, name) {
    const activity = await openMenu(page, site, courseid, name);
    // Its name begins that of its copies.
    const it = page.locator(`[id="${await activity.getAttribute('id')}"]`);
    await activity.getByRole('menuitem', { name: 'Delete' }).click();
    // In a dialog, or on a page of its own where core did not listen yet.
    const sure = page.locator('[role=dialog], #notice').getByRole('button', { name: 'Delete', exact: true }).locator('visible=true');
    await sure.waitFor();
    // Core shows its question before it listens to the answer.
    await pause(1000);
    await sure.click();
    await it.waitFor({ state: 'detached' });
    await runQueued(site, 'core_course\\task\\course_delete_modules');
}

/** Takes the one thing in a course's recycle bin out of it again. */
export async function bringBack(page, site, contextid) {
    await page.goto(`${site.url}/admin/tool/recyclebin/index.php?contextid=${contextid}`);
    await page.locator('#recycle-bin-table a[href*="action=restore"]').click();
    await page.waitForURL((url) => !url.search.includes('action=restore'));
}
