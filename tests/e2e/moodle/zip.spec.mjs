// The zip goes through Moodle's own installer on a site without the plugin, and the plugin works then.
// This file comes last, because it takes the plugin with all its data off the site first.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { arrange, runScript } from '../lib/arrange.mjs';
import { english, moodleTest, site } from '../lib/moodle-suite.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const zip = path.join(root, 'dist/mod_leerlandschap.zip');
const time = (file) => stat(file).then(({ mtimeMs }) => mtimeMs, () => 0);

/** The zip of what was built last. */
async function currentZip() {
    if (await time(zip) < await time(path.join(root, 'moodle-plugin/build/manifest.json'))) {
        await promisify(execFile)(path.join(root, 'tools/dist.sh'));
    }
    return zip;
}

/** Takes the plugin off the site: its data first, then its files. */
async function remove() {
    const { folder } = await runScript(site, 'uninstall.php', []);
    await rm(folder, { recursive: true });
}

moodleTest('the zip installs through the installer of Moodle', async (people, logs) => {
    const file = await currentZip();
    await remove();
    const page = await people.login('admin', { viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(60000);
    // The administrator's pages have frames of moodle.org, which a test does not reach; nginx tells of a large upload.
    people.expect(/\/\/campaign\.moodle\.org\//);
    // Its pages ask for things that nobody waits for when they are left.
    people.expect(/info=media_videojs_get_language .*ERR_ABORTED/);
    logs.expect(/\[warn\].* a client request body is buffered to a temporary file/);
    await page.goto(`${site.url}/admin/tool/installaddon/index.php`);
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await page.locator('.fp-repo-name:visible', { hasText: 'Upload a file' }).click();
    await page.locator('.fp-upload-form input[type=file]').setInputFiles(file);
    await page.locator('.fp-upload-btn:visible').click();
    await page.getByRole('link', { name: 'mod_leerlandschap.zip' }).waitFor();
    await page.getByRole('button', { name: 'Install plugin from the ZIP file' }).click();

    // Moodle's own validation of the zip.
    await page.getByText('Validation successful').waitFor();
    const report = await page.locator('#region-main, [role=main]').first().innerText();
    assert.match(report, /mod_leerlandschap|leerlandschap/);
    assert.doesNotMatch(report, /\bError\b/);
    const next = (name) => page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true })).first();
    // Its checks of the server come between, where it sees something new.
    const upgrade = next('Upgrade Moodle database now');
    for (let checks = 0; checks < 3 && await upgrade.count() === 0; checks += 1) {
        await Promise.all([page.waitForEvent('load'), next('Continue').click()]);
    }
    await upgrade.click();
    await page.getByText('Success').first().waitFor();
    await next('Continue').click();
    // Its settings, with their defaults.
    const save = page.getByRole('button', { name: 'Save changes' });
    await save.click();
    await page.waitForLoadState();

    const { cmid } = await arrange(site, 'activity', { course: site.courseid, name: 'Installed', groupmode: 0 });
    const trainer = await people.open('trainer', { cmid });
    const learner = await people.open('learner1', { cmid });
    await learner.join();
    await trainer.startGroup();
    await learner.at('stellingen');
    await learner.answer(1, 5);
    await learner.saved();
    await trainer.sees(english.say('vote_group', { k: 0, n: 1 }));
    await learner.page.reload();
    await learner.ready();
    assert.ok(await learner.choice(1, 5).isChecked());
});
