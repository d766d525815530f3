// Starts the app. Where the browser cannot run it, the page's own message takes its place.
import init from './exercise.js';

const root = document.getElementById('leerlandschap-app');

const fail = (message) => {
    root.dataset.state = 'failed';
    root.querySelector(`[data-message=${message}]`)?.removeAttribute('hidden');
    root.querySelector('[role=status]')?.remove();
};

if (typeof WebAssembly !== 'object') {
    fail('nowasm');
} else {
    const wasm = new URL('exercise_bg.wasm', import.meta.url);
    init({module_or_path: wasm}).catch((reason) => {
        fail(reason instanceof WebAssembly.CompileError ? 'nowasm' : 'loadfailed');
        console.error('leerlandschap:', reason);
    });
}
