// Starts the app. Where the browser cannot run it, the page's own message takes its place. In Moodle there can be two
// stages: what people wait for, and the whole app, which is fetched once nobody waits any more.
const root = document.getElementById('leerlandschap-app');
const {script = './exercise.js', wasm = 'exercise_bg.wasm', wholeScript, wholeWasm} = root.dataset;
/** How long the whole app may take to come, in milliseconds. */
const PATIENCE = 60000;

const fail = (message) => {
    root.dataset.state = 'failed';
    root.querySelector(`[data-message=${message}]`)?.removeAttribute('hidden');
    root.querySelector('[role=status]')?.remove();
};

// A page names the files where they do not lie beside this one.
const start = async() => {
    const {default: init} = await import(script);
    await init({module_or_path: new URL(wasm, import.meta.url)});
};

const compile = async(url) => {
    const response = await fetch(url, {priority: 'low', signal: AbortSignal.timeout?.(PATIENCE)});
    if (!response.ok) {
        throw new Error(`${response.status} ${url}`);
    }
    // While it comes, and browsers may keep what they made of it; but only of what has the type.
    return response.headers.get('Content-Type') === 'application/wasm'
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer());
};

let tries = 0;
let fetching = null;

// Browsers remember an import that failed; another fragment makes it another one.
const fetchWhole = async() => {
    tries += 1;
    const [{default: init}, module] = await Promise.all([import(`${wholeScript}#${tries}`), compile(wholeWasm)]);
    stages.ready = true;
    return (handOver) => {
        stages.handover = () => {
            stages.handover = null;
            return handOver();
        };
        return init({module_or_path: module});
    };
};

/** What the two stages know of each other. */
const stages = {
    /** Whether the whole app is here. */
    ready: false,
    /** What the first stage hands over, until it has. */
    handover: null,
    /** Fetches the whole app, once; what starts it. */
    whole: () => {
        fetching ??= fetchWhole().catch((reason) => {
            fetching = null;
            throw reason;
        });
        return fetching;
    },
};
window.leerlandschapStages = stages;

const modules = {};

/** Starts a module that only some people want, once; what it offers. */
window.leerlandschapModule = (script, wasm) => {
    modules[script] ??= (async() => {
        tries += 1;
        const glue = await import(`${script}#${tries}`);
        await glue.default({module_or_path: new URL(wasm, import.meta.url)});
        return glue;
    })().catch((reason) => {
        modules[script] = null;
        throw reason;
    });
    return modules[script];
};

/** Once the page is there and nobody waits for it. */
const whenIdle = (work) => {
    const later = window.requestIdleCallback ?? ((task) => setTimeout(task, 500));
    if (document.readyState === 'complete') {
        later(work);
    } else {
        addEventListener('load', () => later(work), {once: true});
    }
};

if (typeof WebAssembly !== 'object') {
    fail('nowasm');
} else {
    start().then(() => {
        if (wholeScript && !navigator.connection?.saveData) {
            // Without it now, it is fetched when somebody needs it.
            whenIdle(() => stages.whole().catch(() => null));
        }
    }).catch((reason) => {
        fail(reason instanceof WebAssembly.CompileError ? 'nowasm' : 'loadfailed');
        console.error('leerlandschap:', reason);
    });
}
