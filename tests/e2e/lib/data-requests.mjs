// The screens by which a person asks Moodle for their data, or to have them erased, and an administrator approves that.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { runQueued } from './cron.mjs';

const TYPES = { export: '1', erasure: '2' };
const unzip = (...args) => promisify(execFile)('unzip', args, { maxBuffer: 64 * 1024 * 1024 });

/**
 * Somebody asks.
 *
 * @param {import('playwright-core').Page} page theirs
 * @param {object} site
 * @param {'export'|'erasure'} what
 */
export async function ask(page, site, what) {
    await page.goto(`${site.url}/admin/tool/dataprivacy/createdatarequest.php?type=${TYPES[what]}`);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.locator(`[data-region=request-node][data-type="${TYPES[what]}"]`).waitFor();
}

/**
 * An administrator approves what somebody asked for, and cron does it.
 *
 * @param {import('playwright-core').Page} page the administrator's
 * @param {object} site
 * @param {string} name whose request it is
 */
export async function approve(page, site, name) {
    await page.goto(`${site.url}/admin/tool/dataprivacy/datarequests.php`);
    const row = page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'Awaiting approval' });
    await row.locator('[data-toggle="dropdown"], [data-bs-toggle="dropdown"]').first().click();
    await page.getByRole('menuitem', { name: 'Approve request' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve request' }).click();
    await row.waitFor({ state: 'detached' });
    await runQueued(site, 'tool_dataprivacy\\task\\process_data_request_task');
}

/**
 * Somebody fetches the export they asked for.
 *
 * @param {import('playwright-core').Page} page theirs
 * @param {object} site
 * @returns {Promise<Record<string, string>>} what is in the file: texts by path
 */
export async function fetchExport(page, site) {
    await page.goto(`${site.url}/admin/tool/dataprivacy/mydatarequests.php`);
    await page.locator('[data-region=request-node] [data-toggle="dropdown"], [data-region=request-node] [data-bs-toggle="dropdown"]').first().click();
    const link = page.getByRole('menuitem', { name: 'Download' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const file = await download.path();
    const names = (await unzip('-Z1', file)).stdout.trim().split('\n').filter((name) => /\.(json|html|js)$/.test(name));
    const texts = {};
    for (const name of names) {
        // Some of its names have brackets, which are patterns to unzip.
        texts[name] = (await unzip('-p', file, name.replace(/[[\]*?]/g, '\\$&'))).stdout;
    }
    return texts;
}
