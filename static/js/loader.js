// Starts the app. Where the browser cannot run it, the page's own message takes its place.
const root = document.getElementById('leerlandschap-app');

const fail = (message) => {
    root.dataset.state = 'failed';
    root.querySelector(`[data-message=${message}]`)?.removeAttribute('hidden');
    root.querySelector('[role=status]')?.remove();
};

// A page names the files where they do not lie beside this one.
const start = async() => {
    const {default: init} = await import(root.dataset.script ?? './exercise.js');
    await init({module_or_path: new URL(root.dataset.wasm ?? 'exercise_bg.wasm', import.meta.url)});
};

if (typeof WebAssembly !== 'object') {
    fail('nowasm');
} else {
    start().catch((reason) => {
        fail(reason instanceof WebAssembly.CompileError ? 'nowasm' : 'loadfailed');
        console.error('leerlandschap:', reason);
    });
}
