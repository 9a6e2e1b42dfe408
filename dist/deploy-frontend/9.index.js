export const id = 9;
export const ids = [9];
export const modules = {

/***/ 9:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readSite: () => (/* binding */ readSite)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(2705);
// EXTERNAL MODULE: ../../node_modules/minimatch/dist/esm/index.js + 8 modules
var esm = __webpack_require__(8662);
;// CONCATENATED MODULE: ./actions/deploy-frontend/src/cache-policy.js

const IMMUTABLE = 'public, max-age=31536000, immutable';
const REVALIDATED = 'no-cache';
const SHORT = 'public, max-age=300';
/** Names that browsers and service workers ask for again and again, to learn of a new release. */
const ENTRY = /(?:\.html?|\.webmanifest|(?:^|\/)(?:[\w.-]*manifest|version|config|env|routes)\.json|(?:^|\/)(?:sw|service-?worker|[\w-]+-sw|registerSW|env|config)\.m?js)$/i;
const HEX = /[.-](?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{8,64}\.\w[\w.]*$/;
const SHORT_HASH = /[.-]([\w-]{8})\.\w[\w.]*$/;
const ASSET_FOLDER = /(?:^|\/)(?:assets|static|_next|_nuxt|_app|build|chunks)\//;
/** The Cache-Control of a file: of the first rule that matches, else what its name says. */
function cacheControlOf(path, rules) {
    const rule = rules.find(({ pattern }) => matches(path, pattern));
    if (rule !== undefined)
        return rule.cacheControl;
    if (ENTRY.test(path))
        return REVALIDATED;
    return isHashed(path) ? IMMUTABLE : SHORT;
}
/** Whether a path matches a pattern; one without a slash is for names in every folder. */
function matches(path, pattern) {
    const known = compiled.get(pattern) ?? new esm/* Minimatch */.VR(pattern, { dot: true, matchBase: !pattern.includes('/') });
    compiled.set(pattern, known);
    return known.match(path);
}
/** A pattern is asked about every file of the build, and takes longer to compile than to match. */
const compiled = new Map();
/**
 * Whether the name holds a hash of the content: eight or more hexadecimal digits of both kinds, or, where bundlers put
 * their chunks, eight characters that no word has. When in doubt it does not: a year is a long time.
 */
function isHashed(path) {
    if (HEX.test(path))
        return true;
    const [, hash = ''] = SHORT_HASH.exec(path) ?? [];
    return ASSET_FOLDER.test(path) && (/\d/.test(hash) ? /[A-Za-z]/.test(hash) : /[a-z_-][A-Z]/.test(hash));
}

// EXTERNAL MODULE: ../../node_modules/htmlparser2/dist/Parser.js + 7 modules
var Parser = __webpack_require__(7868);
;// CONCATENATED MODULE: ./actions/deploy-frontend/src/references.js

/** Elements that load something with the page, and the attribute that names it. */
const LOADS = { script: 'src', link: 'href', img: 'src', source: 'src' };
/** Links that load; others only say something, as `canonical` does. */
const LOADING_LINK = /\b(?:stylesheet|icon|preload|modulepreload|manifest|apple-touch-icon)\b/i;
/** Paths of the build that a page loads, resolved from its own path; what is elsewhere is left out. */
function referencesOf(path, html) {
    const found = [];
    let base = `http://site/${path}`;
    const parser = new Parser/* Parser */.i({
        onopentag: (name, attributes) => {
            if (name === 'base')
                base = resolve(attributes['href'] ?? '', base)?.href ?? base;
            const target = loadedBy(name, attributes);
            const url = target === '' ? undefined : resolve(target, base);
            if (url?.host === 'site')
                found.push(decode(url.pathname.slice(1)));
        }
    });
    parser.end(html);
    return [...new Set(found)].filter((one) => one !== path && !/(?:^|\/)$/.test(one));
}
/** What an element loads, or nothing. */
function loadedBy(name, attributes) {
    const target = (attributes[LOADS[name] ?? ''] ?? '').trim();
    return name === 'link' && !LOADING_LINK.test(attributes['rel'] ?? '') ? '' : target;
}
function resolve(target, base) {
    try {
        return new URL(target, base);
    }
    catch {
        return undefined;
    }
}
function decode(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/guards.js


/** What a site never means to publish. */
const PRIVATE = ['.env', '.env.*', '.npmrc', '*.pem', '*.key', '**/.git/**', '**/node_modules/**', 'id_rsa'];
const LARGEST_BYTES = 5 * 1024 ** 3;
const MOST_NAMED = 5;
/** Why a build must not be deployed, a sentence each; checked before anything is written. */
function checkBuild({ files, pages }, prefix) {
    if (files.length === 0)
        return ["The build has no files, or 'include' and 'exclude' leave none. Build the site before this step."];
    const paths = new Set(files.map(({ path }) => path));
    return [
        ...(paths.has('index.html')
            ? []
            : [
                "The build has no index.html in its root. Let 'build-dir' name the folder that the bundler writes."
            ]),
        ...named([...paths].filter((path) => PRIVATE.some((pattern) => matches(path, pattern))), (list) => `The build holds what nobody may read: ${list}. Remove it, or name it in 'exclude'.`),
        ...named([...paths].filter((path) => path.startsWith('caliber-releases/')), (list) => `The build holds ${list}, where the releases are recorded. Rename that folder.`),
        ...named(files.filter(({ size }) => size > LARGEST_BYTES).map(({ path }) => path), (list) => `Over 5 GiB, which S3 takes in one piece at most: ${list}. Serve it from elsewhere.`),
        ...[...pages].flatMap(([page, html]) => checkPage(page, html, { paths, prefix }))
    ];
}
function checkPage(page, html, { paths, prefix }) {
    const absent = referencesOf(page, html).filter((path) => !paths.has(path) && !(path.startsWith(prefix) && paths.has(path.slice(prefix.length))));
    return named(absent, (list) => `${page} loads ${list}, which the build does not have. Build again from clean, or correct 'include' and 'exclude'.`);
}
function named(paths, sentence) {
    if (paths.length === 0)
        return [];
    const more = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : '';
    return [sentence(`${paths.slice(0, MOST_NAMED).join(', ')}${more}`)];
}

// EXTERNAL MODULE: ../../node_modules/mime/dist/src/index.js + 3 modules
var src = __webpack_require__(2946);
;// CONCATENATED MODULE: ./actions/deploy-frontend/src/content-type.js

const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|manifest\+json|ld\+json|rss\+xml|atom\+xml|xhtml\+xml)|image\/svg\+xml)/;
/** Types that the table of the mime package knows otherwise than browsers want them. */
const OWN = {
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
    '.map': 'application/json',
    '.webmanifest': 'application/manifest+json',
    'apple-app-site-association': 'application/json'
};
/** The Content-Type of a file by its name, with a charset where there is text. */
function contentTypeOf(path) {
    const own = Object.entries(OWN).find(([end]) => path.endsWith(end))?.[1];
    const type = own ?? src/* default */.A.getType(path) ?? 'application/octet-stream';
    return TEXT.test(type) ? `${type}; charset=utf-8` : type;
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/site-files.js


/** The files that are chosen: those that some pattern includes, all when there is none, without those that are excluded. */
function chooseFiles(files, { include, exclude }) {
    const isIn = (path, patterns) => patterns.some((pattern) => matches(path, pattern));
    return files.filter(({ path }) => (include.length === 0 || isIn(path, include)) && !isIn(path, exclude));
}
/** The site that the files are, in the order in which they are written. */
function toSite(files, { prefix, cacheRules }) {
    return files.map(({ path, md5, size }) => {
        const headers = { cacheControl: cacheControlOf(path, cacheRules), contentType: contentTypeOf(path) };
        return { key: `${prefix}${path}`, md5, size, headers, stage: stageOf(path, headers.cacheControl) };
    });
}
/** A service worker fetches the pages anew when it changes, and a version file makes tabs reload: both come after them. */
const LAST = /(?:^|\/)(?:(?:sw|service-?worker|[\w-]+-sw)\.m?js|version\.json)$/i;
const PAGE = /\.html?$/i;
function stageOf(path, cacheControl) {
    if (LAST.test(path))
        return 'last';
    if (PAGE.test(path))
        return 'page';
    return cacheControl === IMMUTABLE ? 'asset' : 'other';
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/read-site.js



/**
 * Looks at the build and refuses one that is not whole, before anything is written; what it gives reads the contents,
 * which takes longer.
 */
async function readSite({ prefix }, target, { build, log }) {
    const files = chooseFiles(await build.listFiles(target.folder), target);
    const pages = new Map();
    for (const { path } of files.filter((one) => /\.html?$/i.test(one.path))) {
        await build.hash(target.folder, path);
        pages.set(path, Buffer.from(await build.read(target.folder, path)).toString('utf8'));
    }
    const problems = checkBuild({ files, pages }, prefix);
    if (problems.length > 0)
        throw new errors/* UserError */.y(`${problems.join('\n')}\nNothing was changed.`);
    log.info(`The build has ${files.length} files.`);
    return async () => {
        const built = [];
        for (const file of files)
            built.push({ ...file, md5: await build.hash(target.folder, file.path) });
        return toSite(built, { prefix, ...target });
    };
}


/***/ })

};
