// The standalone page as built, served on loopback for a test file.
import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../tools/serve.mjs';

const folder = fileURLToPath(new URL('../../../build/site', import.meta.url));

/** @returns {Promise<{url: string, close: () => Promise<void>}>} */
export async function standalone() {
    await access(`${folder}/index.html`).catch(() => {
        throw new Error('the standalone page is not built: run tools/build.sh');
    });
    return serve(folder);
}
