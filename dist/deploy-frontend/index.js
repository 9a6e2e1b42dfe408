import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 1868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g: () => (/* binding */ deploy)
});

// EXTERNAL MODULE: ./lib/aws/call.js
var call = __nccwpck_require__(160);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: ./lib/poll.js
const EVERY_MS = 2400;
const SPREAD = 0.2;
/** Half a request a second. */
const MS_PER_REQUEST = 2000;
/** A throttled poll doubles its pause up to this many times. */
const MOST_DOUBLINGS = 4;
/** How long to pause before the next ask, in milliseconds; `throttles` is how many asks in a row were throttled. */
function pauseMs(policy, throttles) {
    const { everyMs = EVERY_MS, random = Math.random, requests = () => 1 } = policy;
    const jittered = everyMs * (1 - SPREAD + 2 * SPREAD * random());
    const affordable = Math.max(jittered, requests() * MS_PER_REQUEST);
    return affordable * 2 ** Math.min(throttles, MOST_DOUBLINGS);
}
/**
 * Asks at once and then again and again until there is an answer; undefined when there is none by the deadline. With its
 * defaults it costs 0.42 requests a second and notices 1.2 seconds late in the mean. Throws the signal's reason.
 */
async function poll(ask, policy) {
    const { clock, signal } = policy;
    const end = clock.now() + policy.deadlineMs;
    let throttles = 0;
    for (;;) {
        signal?.throwIfAborted();
        const answer = await askOnce(ask, policy);
        if (answer !== undefined && answer !== THROTTLED)
            return answer;
        throttles = answer === THROTTLED ? throttles + 1 : 0;
        const left = end - clock.now();
        if (left <= 0)
            return undefined;
        // The last ask is made at the deadline itself.
        await clock.sleep(Math.min(pauseMs(policy, throttles), left), signal);
    }
}
const THROTTLED = Symbol('throttled');
async function askOnce(ask, { isThrottled = () => false, signal }) {
    try {
        return await ask();
    }
    catch (error) {
        if (signal?.aborted !== true && isThrottled(error))
            return THROTTLED;
        throw error;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./actions/deploy-frontend/src/in-parallel.js
/** Works on all items, so many at once; after the first fault none is begun any more, and it is thrown when all have ended. */
async function inParallel(items, limit, work) {
    const left = items.values();
    const faults = [];
    const lane = async () => {
        for (const item of left) {
            if (faults.length > 0)
                return;
            try {
                await work(item);
            }
            catch (error) {
                faults.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, lane));
    if (faults.length > 0)
        throw faults[0];
}

// EXTERNAL MODULE: ./actions/deploy-frontend/src/layout.js
var layout = __nccwpck_require__(3964);
;// CONCATENATED MODULE: ./actions/deploy-frontend/src/site.js
/** When a file is written: what pages refer to, the rest, pages, and what tells browsers that there is a new release. */
const STAGES = ['asset', 'other', 'page', 'last'];

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/manifest.js



/** The id of a site: the same for the same contents and headers at the same keys. */
function releaseId(files) {
    const lines = files
        .map(({ key, md5, headers }) => JSON.stringify([key, md5, headers.cacheControl, headers.contentType]))
        .toSorted();
    return `r${(0,external_node_crypto_.createHash)('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`;
}
/** What of a file is recorded. */
function toRecorded({ md5, size, headers, stage }, etag) {
    return { md5, size, ...headers, stage, ...(etag === undefined || etag === md5 ? {} : { etag }) };
}
/** A recorded file at its key. */
const toFile = (key, { md5, size, stage, cacheControl, contentType }) => ({
    key,
    md5,
    size,
    stage,
    headers: { cacheControl, contentType }
});
const VERSION = 1;
const renderManifest = (release) => JSON.stringify({ version: VERSION, ...release });
/** A manifest's text as a release; refuses one that this action did not write. */
function parseManifest(text, key) {
    let found;
    try {
        found = JSON.parse(text);
    }
    catch {
        found = undefined;
    }
    if (!isRelease(found)) {
        throw new errors/* UserError */.y(`The manifest '${key}' cannot be read: it was written by another version of this action, or by somebody else. Nothing was changed. Delete that object to go on; its release can then not be rolled back to.`);
    }
    return found;
}
function isRelease(value) {
    const { version, id, at, isDone, owed, takenBack, files } = (value ?? {});
    return (version === VERSION &&
        typeof id === 'string' &&
        typeof at === 'number' &&
        typeof isDone === 'boolean' &&
        [owed, takenBack ?? []].every((list) => Array.isArray(list)) &&
        typeof files === 'object' &&
        Object.values(files ?? {}).every(isRecorded));
}
const isRecorded = ({ md5, stage, cacheControl, contentType }) => [md5, cacheControl, contentType].every((one) => typeof one === 'string') && STAGES.includes(stage);

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/record.js


/** Writes the manifest of a release; with `absent` only where there is none, and undefined where there is. */
function record({ bucket, prefix }, release, onlyIf) {
    return bucket.put({
        key: (0,layout/* manifestKey */.Rn)(prefix, release.id),
        body: Buffer.from(renderManifest(release)),
        headers: { cacheControl: 'no-store', contentType: 'application/json' },
        ...(onlyIf === undefined ? {} : { onlyIf })
    });
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/act.js





/**
 * Writes the release: its manifest first, so that an interrupted run leaves nothing that nobody knows; then what would be
 * overwritten is kept aside; then file by file, what visitors have already after what is new, and pages last; then it is
 * recorded as done, and what is owed to CloudFront with it; deletes come last.
 */
async function act(job, ports) {
    const { inputs, plan, release, isRecorded, done } = job;
    const shelf = { bucket: ports.bucket, prefix: inputs.prefix };
    if (!isRecorded)
        await record(shelf, release);
    await inParallel(plan.saves, inputs.concurrency, async (save) => void (await ports.bucket.copy(save)));
    const etags = await writeFiles(job, ports);
    const live = { ...release, isDone: true, files: withEtags(job, etags) };
    await record(shelf, live);
    done.isLive = true;
    await invalidate(job, live, ports);
    await removeAll(job, ports);
}
/** What is written at once, and how it is called; nothing refers to the first yet: until then visitors have seen nothing. */
const UNSEEN = new Set(['asset', 'other']);
const GROUPS = [
    { name: 'New files', steps: UNSEEN },
    { name: 'Files that visitors have already', steps: new Set(['replaced']) },
    { name: 'Pages', steps: new Set(['page']) },
    { name: 'Service workers and version files', steps: new Set(['last']) }
];
async function writeFiles(job, ports) {
    const { inputs, plan, lock, done } = job;
    const etags = new Map();
    const lastUnseen = plan.writes.findLast(({ step }) => UNSEEN.has(step));
    const assertHeld = heldSoon(lock, ports);
    for (const { name, steps } of GROUPS) {
        const writes = plan.writes.filter(({ step }) => steps.has(step));
        if (writes.length === 0)
            continue;
        // The moment of truth.
        if (steps !== UNSEEN)
            await assertHeld.now();
        ports.log.info(`${name}: ${writes.length} to write.`);
        await inParallel(writes, inputs.concurrency, async (write) => {
            // While the last of them are on their way.
            if (write === lastUnseen)
                assertHeld.begin();
            etags.set(write.file.key, await writeOne(write, inputs, ports));
            done[COUNTS[write.kind]] += 1;
        });
    }
    return etags;
}
/** So long an answer is good for, in milliseconds: a lock may be taken over after a quarter of an hour. */
const GOOD_FOR_MS = 5000;
/** Asks whether the lock is still held, and remembers the answer for a moment: `begin` asks ahead of time. */
function heldSoon(lock, { clock }) {
    let asked = { at: -Infinity, answer: Promise.resolve() };
    const begin = () => {
        asked = { at: clock.now(), answer: lock.assertHeld() };
        asked.answer.catch(() => { });
    };
    return {
        begin,
        now: () => {
            if (clock.now() - asked.at > GOOD_FOR_MS)
                begin();
            return asked.answer;
        }
    };
}
const COUNTS = { upload: 'uploaded', restore: 'restored', repair: 'repaired' };
async function writeOne({ kind, file: { key, md5, headers } }, { target, prefix }, { bucket, build }) {
    if (kind === 'restore')
        return bucket.copy({ from: (0,layout/* blobKey */.bd)(prefix, md5), to: key, headers });
    if (kind === 'repair')
        return bucket.copy({ from: key, to: key, headers });
    const folder = target.kind === 'build' ? target.folder : '';
    const body = await build.read(folder, key.slice(prefix.length));
    return (await bucket.put({ key, body, headers })) ?? '';
}
/** What S3 calls each object, for the next comparison: with KMS that is not the MD5. */
function withEtags({ plan, release, observed }, etags) {
    const written = new Map(plan.writes.map(({ file }) => [file.key, file]));
    const all = Object.entries(release.files).map(([key, recorded]) => {
        const etag = etags.get(key) ?? observed.objects.get(key)?.etag;
        const file = written.get(key);
        return [key, file === undefined ? withEtag(recorded, etag) : toRecorded(file, etag)];
    });
    return Object.fromEntries(all);
}
const withEtag = (recorded, etag) => etag === undefined || etag === recorded.md5 ? recorded : { ...recorded, etag };
async function invalidate({ inputs, plan, done }, live, ports) {
    const { distribution } = inputs;
    if (distribution === undefined || plan.paths.length === 0)
        return;
    const named = (0,external_node_crypto_.createHash)('sha256').update(plan.paths.join('\n')).digest('hex').slice(0, 12);
    const reference = `${live.id}-${live.at}-${named}`;
    done.invalidation = await ports.cdn.invalidate({ distribution, paths: plan.paths, reference });
    ports.log.info(`Invalidation ${done.invalidation} of ${plan.paths.join(' ')}.`);
    await record({ bucket: ports.bucket, prefix: inputs.prefix }, { ...live, owed: [] });
}
async function removeAll({ inputs, plan, done }, { bucket }) {
    const { keys, state } = plan.deletes;
    await inParallel(keys, inputs.concurrency, async (key) => {
        await bucket.remove(key);
        done.deleted += 1;
    });
    const isManifest = (key) => key.includes('/manifests/');
    for (const group of [state.filter((key) => !isManifest(key)), state.filter(isManifest)])
        await inParallel(group, inputs.concurrency, async (key) => void (await bucket.remove(key)));
}

// EXTERNAL MODULE: ./actions/deploy-frontend/src/inputs.js + 1 modules
var inputs = __nccwpck_require__(1520);
// EXTERNAL MODULE: ./actions/deploy-frontend/src/observed.js
var src_observed = __nccwpck_require__(4930);
// EXTERNAL MODULE: ./actions/deploy-frontend/src/plan-deletes.js
var plan_deletes = __nccwpck_require__(6320);
;// CONCATENATED MODULE: ./actions/deploy-frontend/src/invalidation-paths.js
/** Above so many one wildcard costs less, and holds up the distribution less. */
const MOST_PATHS = 30;
/**
 * The paths under which the objects at these keys are cached: each key, and the folder that an index.html stands for. A
 * prefix may be part of the path or the distribution's origin path, so both are named.
 */
function pathsOf(keys, prefix) {
    return collapse(keys.flatMap((key) => [key, ...(prefix === '' ? [] : [key.slice(prefix.length)])].flatMap(variants)));
}
function variants(key) {
    const path = `/${key.split('/').map(encodeURIComponent).join('/')}`;
    const folder = /^(.*\/)index\.html$/.exec(path)?.[1];
    if (folder === undefined)
        return [path];
    return [path, folder, ...(folder === '/' ? [] : [folder.slice(0, -1)])];
}
/** Each path once, in order; one wildcard in place of too many. */
function collapse(paths) {
    const all = [...new Set(paths)].toSorted();
    return all.length > MOST_PATHS || all.includes('/*') ? ['/*'] : all;
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/taken-back.js

/**
 * The releases that have been taken back once this one is live, nearest first: a rollback adds those that are newer than
 * its target, and one that goes forth again to such a release takes it, and those nearer, out.
 */
function takenBackBy({ id, isRollback }, observed) {
    const live = (0,src_observed/* liveRelease */._)(observed);
    const done = observed.releases.filter(({ isDone }) => isDone).map((release) => release.id);
    const before = (live?.takenBack ?? []).filter((one) => done.includes(one));
    if (!isRollback || live?.id === id)
        return before.filter((one) => one !== id);
    if (before.includes(id))
        return before.slice(before.indexOf(id) + 1);
    const at = done.indexOf(id);
    const newer = done.slice(0, Math.max(at, 0)).filter((one) => !before.includes(one));
    return [...newer.toReversed(), ...before];
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/plan.js






/**
 * When it is written. Assets and other files that are new to visitors come first, since nothing refers to them yet; those
 * that take the place of something come after all of these, with the pages next.
 */
const STEPS = ['asset', 'other', 'replaced', 'page', 'last'];
/** Decides what is written, kept aside, deleted and invalidated, from the bucket as it is. */
function planDeployment(wish, observed) {
    const writes = wish.files.flatMap((file) => planWrite(file, wish, observed) ?? []);
    const deletes = (0,plan_deletes/* planDeletes */.g)(wish, observed);
    const plan = {
        id: wish.id,
        isKept: false,
        saves: planSaves(writes, deletes.kept, { prefix: wish.prefix, observed }),
        writes: writes.toSorted((left, right) => rank(left) - rank(right)),
        unchanged: wish.files.length - writes.length,
        deletes,
        paths: planPaths(writes, deletes, { wish, observed })
    };
    const isLive = (0,src_observed/* liveRelease */._)(observed)?.id === wish.id;
    const isNothing = isLive && writes.length === 0 && deletes.keys.length + deletes.state.length + plan.paths.length === 0;
    return { ...plan, release: isNothing ? undefined : newRelease(wish, plan, observed) };
}
const rank = ({ step }) => STEPS.indexOf(step);
function stepOf({ key, stage }, { objects }) {
    return (stage === 'asset' || stage === 'other') && objects.has(key) ? 'replaced' : stage;
}
function planWrite(file, { isRollback }, observed) {
    const step = stepOf(file, observed);
    if ((0,src_observed/* contentAt */.x)(file.key, observed) !== file.md5)
        return { kind: isRollback ? 'restore' : 'upload', step, file };
    return hasHeaders(file, observed) ? undefined : { kind: 'repair', step, file };
}
/**
 * Whether the object is known to be served with these headers, which a listing does not tell: the newest release that
 * was finished, or wrote it, says so, and no interrupted one since says otherwise.
 */
function hasHeaders({ key, md5, headers }, { releases }) {
    for (const [at, { files, isDone }] of releases.entries()) {
        const recorded = files[key];
        if (recorded === undefined)
            continue;
        const isSame = recorded.md5 === md5 &&
            recorded.cacheControl === headers.cacheControl &&
            recorded.contentType === headers.contentType;
        if (!isSame)
            return false;
        if (isDone || (recorded.isWritten === true && knewAll(releases, at)))
            return true;
    }
    return false;
}
/**
 * Whether a release was planned when all that are older were known. One that was killed in the moment between its lock and
 * its second look may say that it writes what another deployment had just written, with headers of its own.
 */
const knewAll = (releases, at) => releases[at]?.after === (releases[at + 1]?.at ?? 0);
function planSaves(writes, kept, { prefix, observed }) {
    const replaced = writes.filter(({ kind }) => kind !== 'repair').map(({ file }) => file.key);
    const saves = replaced.flatMap((key) => {
        const md5 = (0,src_observed/* contentAt */.x)(key, observed);
        if (md5 === undefined || observed.blobs.has(md5))
            return [];
        const isNeeded = kept.some(({ files }) => files[key]?.md5 === md5);
        return isNeeded ? [[md5, { from: key, to: (0,layout/* blobKey */.bd)(prefix, md5) }]] : [];
    });
    return [...new Map(saves).values()];
}
function planPaths(writes, deletes, { wish, observed }) {
    if (!wish.hasDistribution)
        return [];
    const replaced = writes.map(({ file }) => file.key).filter((key) => observed.objects.has(key));
    return collapse([...owedPaths(observed), ...pathsOf([...replaced, ...deletes.keys], wish.prefix)]);
}
/** What deployments that ended too early did not tell CloudFront; each takes over what was owed before it. */
function owedPaths({ releases }) {
    const paid = releases.findIndex(({ isDone, owed }) => isDone && owed.length === 0);
    return releases.slice(0, paid === -1 ? releases.length : paid).flatMap(({ owed }) => owed);
}
/** The same release, begun by an attempt that has not told CloudFront everything. */
function findInterrupted(id, { releases: [newest] }) {
    return newest?.id === id && (!newest.isDone || newest.owed.length > 0) ? newest : undefined;
}
/** When the newest release but this one was begun; 0 without one. */
const newestBut = (id, { releases }) => releases.find((release) => release.id !== id)?.at ?? 0;
/** One that was interrupted goes on under its own time, so that CloudFront takes both attempts for one. */
function newRelease(wish, { paths, writes }, observed) {
    const { id, files, source, now, run, isRollback } = wish;
    const interrupted = findInterrupted(id, observed);
    const earlier = interrupted !== undefined && knewAll(observed.releases, 0) ? interrupted.files : {};
    const written = new Set(writes.filter(({ kind }) => kind !== 'repair').map(({ file }) => file.key));
    const record = (file) => {
        const isHere = (0,src_observed/* contentAt */.x)(file.key, observed) === file.md5;
        const isWritten = written.has(file.key) || earlier[file.key]?.isWritten === true;
        return {
            ...toRecorded(file, isHere ? observed.objects.get(file.key)?.etag : undefined),
            ...(isWritten ? { isWritten: true } : {})
        };
    };
    return {
        id,
        at: interrupted?.at ?? Math.max(now, (observed.releases[0]?.at ?? 0) + 1),
        after: newestBut(id, observed),
        isDone: false,
        owed: paths,
        source,
        ...(isRollback ? { rolledBackBy: run } : {}),
        takenBack: interrupted?.takenBack ?? takenBackBy(wish, observed),
        files: Object.fromEntries(files.map((file) => [file.key, record(file)]))
    };
}
/** Contents of a rollback that are nowhere any more. */
function findMissing({ writes }, { blobs }) {
    return writes
        .filter(({ kind, file }) => kind === 'restore' && !blobs.has(file.md5))
        .map(({ file }) => file.key);
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/decide.js






/** What is to be done; refuses what must not be. */
function decide(inputs, { site, observed }, ports) {
    const plan = planFor(inputs, { site, observed }, ports);
    const live = (0,src_observed/* liveRelease */._)(observed);
    const isOwn = live?.id === plan.id || (ports.deployer.run !== '' && live?.source === ports.deployer.source);
    if (inputs.onlyFirst && live !== undefined && !isOwn)
        return keep(live);
    checkPlan(inputs, plan, observed);
    return plan;
}
function planFor(inputs, { site, observed }, { deployer, clock }) {
    const release = site === undefined ? findRelease(inputs, observed, deployer.run) : undefined;
    const files = site ?? Object.entries(release?.files ?? {}).map(([key, recorded]) => toFile(key, recorded));
    return planDeployment({
        prefix: inputs.prefix,
        id: release?.id ?? releaseId(files),
        files,
        source: release?.source ?? deployer.source,
        run: deployer.run,
        now: clock.now(),
        keepReleases: inputs.keepReleases,
        isRollback: release !== undefined,
        hasDistribution: inputs.distribution !== undefined
    }, observed);
}
/** Nothing is done where another release is live. */
const keep = ({ id }) => ({
    id,
    release: undefined,
    isKept: true,
    saves: [],
    writes: [],
    unchanged: 0,
    deletes: { keys: [], state: [], kept: [], managed: 0 },
    paths: []
});
function checkPlan({ maxDeletePercent }, plan, observed) {
    const missing = findMissing(plan, observed);
    if (missing.length > 0)
        throw new errors/* UserError */.y(`Release ${plan.id} cannot be brought back: ${missing.slice(0, 5).join(', ')} ${missing.length === 1 ? 'is' : 'are'} no longer in the bucket as it had them. Nothing was changed. Deploy its build again.`);
    const percent = (0,plan_deletes/* deletedPercent */.t)(plan.deletes);
    if (percent > maxDeletePercent)
        throw new errors/* UserError */.y(`This would delete ${plan.deletes.keys.length} of ${plan.deletes.managed} files (${percent} %), but 'max-delete-percent' is ${maxDeletePercent}. Nothing was changed. If the build is whole, raise it for this run, or raise 'keep-releases'.`);
}
function findRelease({ target }, observed, run) {
    const to = target.kind === 'rollback' ? target.to : '';
    const found = to === inputs/* PREVIOUS */.k ? findPrevious(observed, run) : observed.releases.find(({ id }) => id === to);
    if (found !== undefined)
        return found;
    const known = observed.releases.filter(({ isDone }) => isDone).map(({ id }) => id);
    throw new errors/* UserError */.y(`Input 'rollback-to' is '${to}', but the bucket has ${known.length === 0 ? 'no releases' : `only ${known.join(', ')} (newest first)`}. Nothing was changed. Name one of those, or deploy a build.`);
}
/**
 * The newest that was live before and was not taken back itself. A rollback that was interrupted goes on, and one that
 * this run has done already is not undone when it runs again.
 */
function findPrevious(observed, run) {
    const [newest] = observed.releases;
    if (newest?.rolledBackBy !== undefined && (!newest.isDone || (run !== '' && newest.rolledBackBy === run)))
        return newest;
    const live = (0,src_observed/* liveRelease */._)(observed);
    const takenBack = live?.takenBack ?? [];
    return observed.releases.find(({ id, isDone }) => isDone && id !== live?.id && !takenBack.includes(id));
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/lock.js



const MINUTE_MS = 60_000;
/** A deployment takes seconds; whoever holds the lock for so long is gone. */
const STALE_MS = 15 * MINUTE_MS;
const PATIENCE_MS = 10 * MINUTE_MS;
const lock_EVERY_MS = 5000;
/** Waits for the lock of a site and takes it; of two writers S3 lets one succeed. */
async function takeLock({ bucket, prefix }, ports) {
    const key = (0,layout/* lockKey */.TL)(prefix);
    let told = '';
    const tell = (line) => {
        if (line !== told)
            ports.log.info(line);
        told = line;
    };
    const etag = await poll(() => tryTake(key, ports, tell), {
        clock: ports.clock,
        everyMs: lock_EVERY_MS,
        deadlineMs: PATIENCE_MS,
        signal: ports.signal
    });
    if (etag === undefined) {
        throw new errors/* UserError */.y(`Another deployment holds the site for over ${PATIENCE_MS / MINUTE_MS} minutes: ${told} Nothing was changed. Run this again when it has ended; after ${STALE_MS / MINUTE_MS} minutes its lock counts for nothing. If nobody deploys, delete s3://${bucket}/${key}.`);
    }
    return {
        assertHeld: async () => {
            const found = await ports.bucket.get(key);
            if (found?.etag === etag)
                return;
            throw new Error('Another deployment has taken the lock meanwhile, because this one took too long. The pages of the site are as they were. Run this again when the other one has ended.');
        },
        release: () => giveBack(key, etag, ports)
    };
}
/** With the ETag: never somebody else's. A job that was cancelled has no requests left but those for afterwards. */
async function giveBack(key, etag, { bucket, afterwards, signal }) {
    try {
        await (signal.aborted ? afterwards : bucket).remove(key, etag);
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        await afterwards.remove(key, etag);
    }
}
/** Takes away a lock that nobody holds any more, where nothing else is to be done. */
async function clearLock({ prefix }, { bucket, deployer }) {
    const key = (0,layout/* lockKey */.TL)(prefix);
    const found = await bucket.get(key);
    if (found === undefined || !isGone(parseHolder(found.text), found.ageMs, deployer))
        return;
    await bucket.remove(key, found.etag);
}
/** The lock's ETag when it is ours. */
async function tryTake(key, { bucket, deployer, log }, tell) {
    const body = Buffer.from(JSON.stringify(deployer));
    const headers = { cacheControl: 'no-store', contentType: 'application/json' };
    const taken = await bucket.put({ key, body, headers, onlyIf: 'absent' });
    if (taken !== undefined)
        return taken;
    const found = await bucket.get(key);
    if (found === undefined)
        return undefined;
    const holder = parseHolder(found.text);
    // The answer to our own write was lost, and the write repeated.
    if (holder.token === deployer.token)
        return found.etag;
    if (!isGone(holder, found.ageMs, deployer)) {
        tell(`The site is being deployed by ${holder.source ?? 'somebody'}; waiting for it to end.`);
        return undefined;
    }
    log.info(`The lock of ${holder.source ?? 'somebody'} is left over; it is taken over.`);
    return bucket.put({ key, body, headers, onlyIf: { etag: found.etag } });
}
/** Time tells, or GitHub does: an attempt of a run begins only when the one before it has ended. */
function isGone(holder, ageMs, { run, attempt }) {
    if (ageMs > STALE_MS)
        return true;
    return run !== '' && holder.run === run && typeof holder.attempt === 'number' && holder.attempt < attempt;
}
function parseHolder(text) {
    try {
        return (JSON.parse(text) ?? {});
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/observe.js


/** Reads the bucket below the prefix: one listing, and the manifests of its releases. */
async function observe(prefix, ports) {
    return understand(await ports.bucket.list(prefix), prefix, ports);
}
/** Reads the manifests that were listed. */
async function understand(listed, prefix, { bucket }) {
    const folder = (0,layout/* stateFolder */.yp)(prefix);
    const state = listed.flatMap(({ key }) => {
        const parsed = key.startsWith(folder) ? (0,layout/* parseStateKey */.SY)(prefix, key) : undefined;
        return parsed === undefined ? [] : [parsed];
    });
    const named = (kind) => state.filter((one) => one.kind === kind).map(({ name }) => name);
    const read = async (id) => {
        const key = (0,layout/* manifestKey */.Rn)(prefix, id);
        const found = await bucket.get(key);
        // Deleted since it was listed, by a deployment that is under way.
        return found === undefined ? [] : [parseManifest(found.text, key)];
    };
    const releases = (await Promise.all(named('manifests').map(read))).flat();
    return {
        listed,
        objects: new Map(listed.filter(({ key }) => !key.startsWith(folder)).map((one) => [one.key, one])),
        blobs: new Set(named('blobs')),
        isLocked: listed.some(({ key }) => key === (0,layout/* lockKey */.TL)(prefix)),
        releases: releases.toSorted((left, right) => right.at - left.at || (left.id < right.id ? -1 : 1))
    };
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/look-again.js




/**
 * Lists the bucket now that nobody else writes. As a rule nothing has happened since it was listed without the lock: the
 * plan stands, and the manifest of a release that is new was written in the meantime. Otherwise all is decided anew, and
 * that manifest, which says what would have been done, written over before anything else is.
 */
async function lookAgain(inputs, { site, observed, plan }, ports) {
    const { prefix } = inputs;
    const own = (0,layout/* manifestKey */.Rn)(prefix, plan.id);
    // Both have ended before the lock is given back, whatever becomes of them.
    const [list, made] = await Promise.allSettled([
        ports.bucket.list(prefix),
        recordAhead(inputs, { observed, plan }, ports)
    ]);
    if (list.status === 'rejected')
        throw list.reason;
    if (made.status === 'rejected')
        throw made.reason;
    const isRecorded = made.value;
    const listed = isRecorded ? list.value.filter(({ key }) => key !== own) : list.value;
    if (isSame(observed.listed, listed, (0,layout/* lockKey */.TL)(prefix)))
        return { observed, plan, isRecorded };
    // Refused, or of no use: then nothing was changed.
    const forget = async () => {
        if (isRecorded)
            await ports.bucket.remove(own);
    };
    try {
        const now = await understand(listed, prefix, ports);
        const decided = decide(inputs, { site, observed: now }, ports);
        if (decided.isKept)
            await forget();
        return { observed: now, plan: decided, isRecorded: false };
    }
    catch (error) {
        await forget();
        throw error;
    }
}
/** Whether the manifest was written: only that of a release which nobody has recorded, so that none is lost. */
async function recordAhead({ prefix }, { observed, plan: { id, release } }, { bucket }) {
    if (release === undefined || observed.releases.some((one) => one.id === id))
        return false;
    return (await record({ bucket, prefix }, release, 'absent')) !== undefined;
}
function isSame(before, now, lock) {
    const etags = (listed) => new Map(listed.filter(({ key }) => key !== lock).map(({ key, etag }) => [key, etag]));
    const [left, right] = [etags(before), etags(now)];
    return left.size === right.size && [...left].every(([key, etag]) => right.get(key) === etag);
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/outcome.js
const newProgress = () => ({
    isLive: false,
    uploaded: 0,
    restored: 0,
    repaired: 0,
    deleted: 0,
    invalidation: ''
});

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/prepare.js


/**
 * Reads build and bucket at once; what is wrong with the build is told first. In a bucket that is empty there is nothing
 * to compare and nothing to refuse: once the build is found whole, its contents are read while the lock is being taken.
 */
async function prepare(inputs, ports) {
    const looking = observe(inputs.prefix, ports);
    looking.catch(() => { });
    const { target } = inputs;
    if (target.kind === 'rollback')
        return { site: undefined, observed: await looking };
    const readContents = await lookAtBuild(inputs, target, ports);
    const locking = looking.then((observed) => lockEmpty(inputs, observed, ports));
    const [contents, locked] = await Promise.allSettled([readContents(), locking]);
    const lock = locked.status === 'fulfilled' ? locked.value : undefined;
    if (contents.status === 'rejected') {
        await lock?.release();
        throw contents.reason;
    }
    if (locked.status === 'rejected')
        throw locked.reason;
    return { site: contents.value, observed: await looking, ...(lock === undefined ? {} : { lock }) };
}
async function lockEmpty(inputs, { listed }, ports) {
    return listed.length > 0 || inputs.dryRun ? undefined : takeLock(inputs, ports);
}
/** The parsers are loaded only for a build. */
async function lookAtBuild(...[inputs, target, ports]) {
    const { readSite } = await Promise.all(/* import() */[__nccwpck_require__.e(822), __nccwpck_require__.e(9)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9));
    return readSite(inputs, target, ports);
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/deploy.js










/** The whole deployment: looks, plans and, unless it is a dry run or nothing is to be done, acts under the lock. */
async function deploy(inputs, ports) {
    const began = ports.clock.now();
    const { lock, ...scene } = await prepare(inputs, ports);
    const { observed } = scene;
    const plan = decide(inputs, scene, ports);
    const end = (outcome) => ({
        outcome,
        observed,
        isOfThisRun: isOfRun(outcome, observed, ports.deployer),
        elapsedMs: ports.clock.now() - began
    });
    if (plan.isKept)
        return end({ kind: 'kept', plan, done: newProgress() });
    if (inputs.dryRun)
        return end({ kind: 'planned', plan, done: newProgress() });
    if (plan.release === undefined) {
        if (observed.isLocked)
            await clearLock(inputs, ports);
        return end({ kind: 'unchanged', plan, done: newProgress() });
    }
    const outcome = await underLock(inputs, { ...scene, plan, ...(lock === undefined ? {} : { lock }) }, ports);
    return end(outcome.kind === 'deployed' ? await awaitEdges(outcome, inputs, ports) : outcome);
}
/** An attempt that died after the release was live leaves nothing to do for the next one of its run. */
function isOfRun({ kind, done }, observed, { run, source }) {
    return done.isLive || (kind === 'unchanged' && run !== '' && (0,src_observed/* liveRelease */._)(observed)?.source === source);
}
/** Looks again, now that nobody else writes, and does what is to be done. */
async function underLock(inputs, before, ports) {
    const lock = before.lock ?? (await takeLock(inputs, ports));
    const done = newProgress();
    let plan;
    try {
        const looking = lookAgain(inputs, before, ports);
        ports.bucket.openAhead(Math.min(inputs.concurrency, before.plan.writes.length));
        const { observed, isRecorded, ...look } = await looking;
        plan = look.plan;
        if (plan.release === undefined)
            return { kind: plan.isKept ? 'kept' : 'unchanged', plan, done };
        await act({ inputs, observed, plan, release: plan.release, isRecorded, lock, done }, ports);
        return { kind: 'deployed', plan, done, isSlow: false };
    }
    catch (error) {
        const cause = ports.signal.aborted ? ports.signal.reason : error;
        if (plan?.release === undefined)
            throw cause;
        return { kind: 'failed', plan, done, sentence: (0,errors/* describeError */.U)(cause) };
    }
    finally {
        await lock.release().catch((error) => {
            ports.log.warning(`The deploy lock could not be given back. ${(0,errors/* describeError */.U)(error)}`);
        });
    }
}
/** Waits for CloudFront; that it takes long, or may not be asked, is a warning. */
async function awaitEdges(outcome, { distribution = '', waitMs }, ports) {
    const { invalidation } = outcome.done;
    if (invalidation === '' || waitMs === 0)
        return outcome;
    const isCompleted = await poll(async () => ((await ports.cdn.isCompleted(distribution, invalidation)) ? true : undefined), { clock: ports.clock, everyMs: 3000, deadlineMs: waitMs, signal: ports.signal, isThrottled: call/* isThrottled */.B5 }).catch((error) => {
        ports.log.warning(`Whether the invalidation is completed is not known. ${(0,errors/* describeError */.U)(error)}`);
        return true;
    });
    if (isCompleted === true)
        return outcome;
    ports.log.warning(`Invalidation ${invalidation} is not completed after ${Math.round(waitMs / 1000)} s: some visitors still get the release before. It goes on by itself.`);
    return { ...outcome, isSlow: true };
}


/***/ }),

/***/ 752:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _lib_aws_cloudfront_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6628);
/* harmony import */ var _lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(5336);
/* harmony import */ var _lib_aws_s3_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5146);
/* harmony import */ var _lib_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5910);
/* harmony import */ var _lib_runner_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2207);
/* harmony import */ var _deploy_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1868);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1520);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7606);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(278);










await (0,_lib_runner_js__WEBPACK_IMPORTED_MODULE_4__/* .runAction */ .C)(async (runner) => {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .parseInputs */ .T)(runner.read);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_7__/* .toReport */ .c)(inputs, await (0,_deploy_js__WEBPACK_IMPORTED_MODULE_5__/* .deploy */ .g)(inputs, openPorts(inputs, runner)));
});
function openPorts({ bucket, concurrency }, { env, log, signal }) {
    const connection = (0,_lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_9__/* .readConnection */ .dC)(env, signal);
    return {
        bucket: (0,_lib_aws_s3_js__WEBPACK_IMPORTED_MODULE_2__/* .s3Bucket */ .J)(connection, bucket, concurrency),
        afterwards: (0,_lib_aws_s3_js__WEBPACK_IMPORTED_MODULE_2__/* .s3Bucket */ .J)((0,_lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_9__/* .readConnection */ .dC)(env), bucket, 1),
        cdn: (0,_lib_aws_cloudfront_js__WEBPACK_IMPORTED_MODULE_1__/* .cloudFront */ .p)(connection),
        build: (0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .workspaceBuild */ .O)(env['GITHUB_WORKSPACE'] || process.cwd()),
        deployer: deployerOf(env),
        clock: _lib_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m,
        log,
        signal
    };
}
function deployerOf(env) {
    const { GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '', GITHUB_SHA: sha = '' } = env;
    const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? 1) || 1;
    const source = run === '' ? 'a run outside of GitHub' : `${repository}@${sha.slice(0, 12)}, run ${run}`;
    return { run: run === '' ? '' : `${repository}/${run}`, attempt, token: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), source };
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ PREVIOUS),
  T: () => (/* binding */ parseInputs)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/input.js


/** The input's trimmed text; refused when empty. */
function required(read, name) {
    const value = read(name).trim();
    if (value === '')
        throw new errors/* UserError */.y(`Input '${name}' is required: it is empty. Set it under 'with:'.`);
    return value;
}
/** The input's trimmed text, or undefined when empty. */
function optional(read, name) {
    const value = read(name).trim();
    return value === '' ? undefined : value;
}
/** One of `choices`, the first when empty. */
function choice(read, name, choices) {
    const value = read(name).trim();
    if (value === '')
        return choices[0];
    const found = choices.find((one) => one === value);
    if (found === undefined) {
        throw new errors/* UserError */.y(`Input '${name}' is '${value}', which is none of ${choices.join(', ')}. Use one of those.`);
    }
    return found;
}
/** 'true' or 'false'; false when empty. */
function flag(read, name) {
    return choice(read, name, ['false', 'true']) === 'true';
}
/** One item a line; blank lines and lines that start with # are left out. */
function list(read, name) {
    return read(name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** A whole number within `range`, both ends included; undefined when empty. */
function integer(read, name, range) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < range.min || number > range.max) {
        throw new errors/* UserError */.y(`Input '${name}' is '${value}', which is no whole number from ${range.min} to ${range.max}. Write digits only.`);
    }
    return number;
}
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** A duration such as 90s, 10m or 1h30m, in milliseconds; undefined when empty. */
function duration(read, name) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    if (!/^(?:\d{1,6}(?:ms|s|m|h))+$/.test(value)) {
        throw new errors/* UserError */.y(`Input '${name}' is '${value}', which is no duration. Write it as 90s, 10m or 1h30m.`);
    }
    const parts = [...value.matchAll(/(\d+)(ms|s|m|h)/g)];
    return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0);
}
/** A path below the repository's root, with forward slashes and none at its end; undefined when empty. */
function pathWithin(read, name) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    const path = external_node_path_.posix.normalize(value.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
    if (!external_node_path_.posix.isAbsolute(path) && path !== '..' && !path.startsWith('../'))
        return path;
    throw new errors/* UserError */.y(`Input '${name}' is '${path}', which is outside the repository. Name a path relative to its root.`);
}
/** A duration within bounds, in milliseconds; undefined when empty. */
function durationWithin(read, name, bounds) {
    const ms = duration(read, name);
    if (ms === undefined || (ms >= bounds.min && ms <= bounds.max))
        return ms;
    throw new errors/* UserError */.y(`Input '${name}' is '${optional(read, name)}', which is not from ${bounds.words}. Name a time within.`);
}
/** Text that matches `rule`, or undefined when empty. */
function matching(read, name, rule) {
    const value = optional(read, name);
    if (value === undefined || rule.pattern.test(value))
        return value;
    throw new errors/* UserError */.y(`Input '${name}' is '${value}', which is not ${rule.expected}. Correct it.`);
}
/** Text that matches `rule`; refused when empty. */
function requiredMatching(read, name, rule) {
    required(read, name);
    return matching(read, name, rule) ?? '';
}
/** Texts by name, from one entry a line or a JSON object; none when empty. A fault shows no value: it may be a secret. */
function entries(read, name, form) {
    const text = optional(read, name) ?? '';
    const found = text.startsWith('{')
        ? jsonEntries(text, name, form)
        : list(read, name).map((line, at) => lineEntry(line, `Input '${name}': entry ${at + 1}`, form));
    const names = found.map(([key]) => key);
    const twice = names.find((key, at) => names.indexOf(key) !== at);
    if (twice === undefined)
        return found;
    throw new errors/* UserError */.y(`Input '${name}' names '${twice}' twice. Remove one of the two.`);
}
function lineEntry(line, where, { line: form, written }) {
    const [, key, value] = form.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
        return [key, value];
    throw new errors/* UserError */.y(`${where} is not ${written}. Write one a line.`);
}
function jsonEntries(text, name, { json }) {
    try {
        const found = Object.entries(JSON.parse(text));
        if (found.every((entry) => typeof entry[1] === 'string'))
            return found;
    }
    catch {
        // Said below.
    }
    throw new errors/* UserError */.y(`Input '${name}' begins like JSON, but is no object of texts. Write it as ${json}.`);
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/inputs.js


const PREVIOUS = 'previous';
const BUCKET = {
    pattern: /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    expected: "a bucket's name alone (no s3://, no ARN, no path): 3 to 63 lower-case letters, digits and hyphens; a dot would break TLS"
};
const PREFIX = {
    pattern: /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\/?$/,
    expected: 'a path of letters, digits, hyphens and underscores such as admin/ (no leading slash, and no dots: the web could read the manifests)'
};
const DISTRIBUTION = { pattern: /^[A-Z0-9]{10,32}$/, expected: "a distribution's id, as E1A2B3C4D5E6F7" };
const RELEASE = {
    pattern: /^(?:previous|r[0-9a-f]{16})$/,
    expected: `'${PREVIOUS}' or a release's id, as r0123456789abcdef`
};
/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
function parseInputs(read) {
    const bucket = requiredMatching(read, 'bucket', BUCKET);
    const prefix = matching(read, 'prefix', PREFIX);
    const distribution = matching(read, 'distribution-id', DISTRIBUTION);
    const keepReleases = integer(read, 'keep-releases', { min: 1, max: 50 }) ?? 5;
    return {
        bucket,
        prefix: prefix === undefined ? '' : prefix.replace(/\/?$/, '/'),
        target: parseTarget(read),
        keepReleases,
        maxDeletePercent: integer(read, 'max-delete-percent', { min: 0, max: 100 }) ?? 50,
        waitMs: parseWait(read),
        concurrency: integer(read, 'concurrency', { min: 1, max: 256 }) ?? 64,
        dryRun: flag(read, 'dry-run'),
        onlyFirst: parseOnlyFirst(read),
        ...(distribution === undefined ? {} : { distribution })
    };
}
function parseTarget(read) {
    const folder = pathWithin(read, 'build-dir');
    const to = matching(read, 'rollback-to', RELEASE);
    const include = parsePatterns('include', list(read, 'include'));
    const exclude = parsePatterns('exclude', list(read, 'exclude'));
    const cacheRules = parseRules(read);
    if (to !== undefined) {
        if (folder === undefined)
            return { kind: 'rollback', to };
        throw new errors/* UserError */.y("Inputs 'build-dir' and 'rollback-to' are both set, but a deployment does one of them. Remove one.");
    }
    if (folder === undefined)
        throw new errors/* UserError */.y("There is nothing to deploy: neither 'build-dir' nor 'rollback-to' is set. Set one under 'with:'.");
    return { kind: 'build', folder, include, exclude, cacheRules };
}
function parseOnlyFirst(read) {
    const isOnlyFirst = flag(read, 'only-first');
    if (isOnlyFirst && optional(read, 'rollback-to') !== undefined)
        throw new errors/* UserError */.y("Inputs 'only-first' and 'rollback-to' are both set, but where there is something to go back to nothing is first. Remove one.");
    return isOnlyFirst;
}
function parsePatterns(name, patterns) {
    for (const pattern of patterns) {
        const fault = faultOf(pattern);
        if (fault !== undefined)
            throw new errors/* UserError */.y(`Input '${name}' has '${pattern}', which ${fault}. Write patterns as assets/** or *.map.`);
    }
    return patterns;
}
function faultOf(pattern) {
    if (pattern.startsWith('!'))
        return 'begins with !; name what is left out in exclude';
    if (pattern.startsWith('/'))
        return 'begins with a slash, but paths are relative to the build';
    return pattern.split('/').includes('..') ? 'leads out of the build' : undefined;
}
const DIRECTIVE = /^(?:(?:public|private|no-cache|no-store|no-transform|must-revalidate|proxy-revalidate|must-understand|immutable)|(?:max-age|s-maxage|stale-while-revalidate|stale-if-error)=\d{1,9})$/;
const RULES = {
    line: /^(\S+)\s*=\s+(\S.*)$/,
    written: '<pattern> = <Cache-Control>, as assets/** = public, max-age=31536000, immutable',
    json: '{"<pattern>": "<Cache-Control>"}'
};
function parseRules(read) {
    const found = entries(read, 'cache-rules', RULES);
    const patterns = found.map(([pattern]) => pattern);
    parsePatterns('cache-rules', patterns);
    return found.map(([pattern, value]) => ({ pattern, cacheControl: checkDirectives(value) }));
}
function checkDirectives(value) {
    const directives = value.split(',').map((one) => one.trim().toLowerCase());
    const odd = directives.find((one) => !DIRECTIVE.test(one));
    if (odd === undefined)
        return directives.join(', ');
    throw new errors/* UserError */.y(`Input 'cache-rules' has '${odd}', which is no directive of Cache-Control. Write directives as no-cache, or public, max-age=300.`);
}
const DEFAULT_WAIT_MS = 10 * 60_000;
const WAIT = { min: 0, max: 3_600_000, words: '0s to 1h' };
function parseWait(read) {
    const text = optional(read, 'wait-for-invalidation') ?? 'true';
    if (text === 'true')
        return DEFAULT_WAIT_MS;
    return text === 'false' ? 0 : (durationWithin(read, 'wait-for-invalidation', WAIT) ?? 0);
}


/***/ }),

/***/ 3964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Rn: () => (/* binding */ manifestKey),
/* harmony export */   SY: () => (/* binding */ parseStateKey),
/* harmony export */   TL: () => (/* binding */ lockKey),
/* harmony export */   bd: () => (/* binding */ blobKey),
/* harmony export */   yp: () => (/* binding */ stateFolder)
/* harmony export */ });
/**
 * What the action keeps in the bucket, beside the site. None of these keys has a dot: the distribution's function takes
 * a path without one for a route of the application, however it is encoded, so the web cannot read them.
 */
const FOLDER = 'caliber-releases/';
const stateFolder = (prefix) => `${prefix}${FOLDER}`;
const lockKey = (prefix) => `${stateFolder(prefix)}lock`;
const manifestKey = (prefix, id) => `${stateFolder(prefix)}manifests/${id}`;
/** Content that a kept release needs and that is no longer at its own key. */
const blobKey = (prefix, md5) => `${stateFolder(prefix)}blobs/${md5}`;
/** What a key below the state folder is; undefined for the lock and for what nobody knows. */
function parseStateKey(prefix, key) {
    const [, kind, name] = /^(manifests|blobs)\/([\w-]+)$/.exec(key.slice(stateFolder(prefix).length)) ?? [];
    if (name === undefined)
        return undefined;
    return { kind: kind === 'blobs' ? 'blobs' : 'manifests', name };
}


/***/ }),

/***/ 4930:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ liveRelease),
/* harmony export */   x: () => (/* binding */ contentAt)
/* harmony export */ });
/** The release that the web sees; undefined before the first. */
const liveRelease = ({ releases }) => releases.find(({ isDone }) => isDone);
/**
 * The MD5 of what lies at a key: what a release has recorded of this very object, else its ETag, which is the MD5 of
 * everything that is neither encrypted with KMS nor uploaded in parts; of those it is nothing that a file could equal.
 */
function contentAt(key, { objects, releases }) {
    const object = objects.get(key);
    if (object === undefined)
        return undefined;
    const recorded = releases.map(({ files }) => files[key]).find((one) => one?.etag === object.etag);
    return recorded?.md5 ?? object.etag;
}


/***/ }),

/***/ 6320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ planDeletes),
/* harmony export */   t: () => (/* binding */ deletedPercent)
/* harmony export */ });
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3964);
/* harmony import */ var _observed_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4930);


/** Keeps the newest releases, with one that was interrupted since; a rollback, which has no time, deletes nothing. */
function planDeletes(wanted, observed) {
    const { prefix, id, files, isRollback } = wanted;
    const { releases, objects } = observed;
    const others = releases.filter((release) => release.id !== id);
    const kept = isRollback ? others : keptOf(others, wanted, observed);
    const dropped = others.filter((release) => !kept.includes(release));
    const recorded = new Set(releases.flatMap((release) => Object.keys(release.files)));
    const managed = [...recorded].filter((key) => objects.has(key));
    if (isRollback)
        return { keys: [], state: [], kept, managed: managed.length };
    const needed = new Set([
        ...files.map(({ key }) => key),
        ...kept.flatMap((release) => Object.keys(release.files))
    ]);
    const contents = new Set([
        ...files.map(({ md5 }) => md5),
        ...kept.flatMap((release) => Object.values(release.files).map(({ md5 }) => md5))
    ]);
    return {
        keys: managed.filter((key) => !needed.has(key)).toSorted(),
        state: [
            ...[...observed.blobs].filter((md5) => !contents.has(md5)).map((md5) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .blobKey */ .bd)(prefix, md5)),
            // Last: while it is there a run that was killed knows what it had to delete.
            ...dropped.map((release) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .manifestKey */ .Rn)(prefix, release.id))
        ],
        kept,
        managed: managed.length
    };
}
function keptOf(others, { id, keepReleases }, observed) {
    const live = (0,_observed_js__WEBPACK_IMPORTED_MODULE_1__/* .liveRelease */ ._)(observed);
    const done = new Set(others.filter(({ isDone }) => isDone).slice(0, keepReleases - 1));
    // The pages of one that was interrupted since may be live already.
    const isInterrupted = ({ isDone, at }) => !isDone && at > (live?.at ?? 0) && live?.id !== id;
    return others.filter((release) => done.has(release) || isInterrupted(release));
}
/** The share of the recorded objects that is deleted, in percent. */
const deletedPercent = ({ keys, managed }) => managed === 0 ? 0 : Math.round((keys.length / managed) * 1000) / 10;


/***/ }),

/***/ 7606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ toReport)
});

// UNUSED EXPORTS: describeOutcome

// EXTERNAL MODULE: ./actions/deploy-frontend/src/plan-deletes.js
var plan_deletes = __nccwpck_require__(6320);
// EXTERNAL MODULE: ./lib/markdown.js
var markdown = __nccwpck_require__(2859);
;// CONCATENATED MODULE: ./lib/summary.js

/** Parts of a page with a blank line between each; empty ones are left out. */
const paragraphs = (parts) => parts.filter((part) => part !== '').join('\n\n');
/** A text that nobody can overlook; it may have several lines, and none is read as Markdown. */
const callout = (kind, text) => `> [!${kind}]\n> ${(0,markdown/* escapeLines */.RQ)(text)}`;
/** What a step came to: plain where it is good. */
const verdict = (isGood, sentence) => isGood ? (0,markdown/* escapeLines */.RQ)(sentence) : callout('CAUTION', sentence);
/** Sentences that come one after the other. */
const numbered = (steps) => steps.map((step, at) => `${at + 1}. ${escapeInline(step)}`).join('\n');
/** A table of Markdown cells, cut after `most` rows; '' without any row. */
function table(titles, rows, most = 100) {
    if (rows.length === 0)
        return '';
    const shown = [(0,markdown/* tableHead */.PP)(titles), ...rows.slice(0, most).map((cells) => (0,markdown/* tableRow */.jD)(cells))].join('\n');
    return rows.length > most ? `${shown}\n\n… and ${rows.length - most} more.` : shown;
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/summary.js


const ICONS = {
    deployed: '🚀',
    unchanged: '✅',
    kept: '✅',
    planned: '📋',
    failed: '❌'
};
/** The job summary: what became of the site, file by file, and which releases can be brought back. */
function renderSummary(inputs, deployment, sentence) {
    const { outcome } = deployment;
    const time = outcome.kind === 'deployed' ? ` It took ${seconds(deployment.elapsedMs)}.` : '';
    return paragraphs([
        `## ${ICONS[outcome.kind]} ${(0,markdown/* codeSpan */.SS)(`s3://${inputs.bucket}/${inputs.prefix}`)}`,
        verdict(outcome.kind !== 'failed', `${sentence}${time}`),
        outcome.kind === 'deployed' && outcome.isSlow
            ? callout('WARNING', 'CloudFront has not let go of everything yet; it goes on by itself.')
            : '',
        renderChanges(outcome.plan, outcome.kind === 'planned'),
        renderPaths(outcome.plan),
        renderReleases(deployment)
    ]);
}
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
const VERBS = { upload: 'upload', restore: 'restore', repair: 'new headers' };
function renderChanges({ writes, deletes }, isOpen) {
    const rows = [
        ...writes.map(({ kind, file }) => [(0,markdown/* codeSpan */.SS)(file.key), VERBS[kind], (0,markdown/* codeSpan */.SS)(file.headers.cacheControl)]),
        ...deletes.keys.map((key) => [(0,markdown/* codeSpan */.SS)(key), 'delete', ''])
    ];
    if (rows.length === 0)
        return '';
    const shown = table(['File, in this order', 'What', 'Cache-Control'], rows);
    return (0,markdown/* details */.zH)(`${rows.length} changes`, shown, isOpen);
}
function renderPaths({ paths }) {
    return paths.length === 0 ? '' : `Invalidated: ${paths.map((path) => (0,markdown/* codeSpan */.SS)(path)).join(', ')}`;
}
function renderReleases({ outcome: { plan, kind }, observed }) {
    const kept = kind === 'unchanged' || kind === 'kept'
        ? observed.releases.filter(({ id }) => id !== plan.id)
        : plan.deletes.kept;
    const done = kept.filter(({ isDone }) => isDone);
    if (done.length === 0)
        return '';
    const rows = done.map(({ id, at, source, files }) => [
        (0,markdown/* codeSpan */.SS)(id),
        new Date(at).toISOString(),
        (0,markdown/* escapeInline */.VV)(source),
        String(Object.keys(files).length)
    ]);
    return `### Releases to go back to\n\n${table(['`rollback-to`', 'Deployed', 'From', 'Files'], rows)}`;
}

;// CONCATENATED MODULE: ./actions/deploy-frontend/src/report.js


/** Outputs, summary and, where it failed, the sentence. */
function toReport(inputs, deployment) {
    const { outcome } = deployment;
    const sentence = describeOutcome(inputs, outcome);
    return {
        outputs: outputsOf(inputs, deployment, sentence),
        summary: renderSummary(inputs, deployment, sentence),
        ...(outcome.kind === 'failed' ? { failure: sentence } : {})
    };
}
function outputsOf(inputs, { outcome, isOfThisRun, elapsedMs }, sentence) {
    const { plan, done } = outcome;
    const isPlanned = outcome.kind === 'planned';
    const count = (kind) => plan.writes.filter((write) => write.kind === kind).length;
    const uploaded = isPlanned ? count('upload') : done.uploaded;
    const deleted = isPlanned ? plan.deletes.keys.length : done.deleted;
    return {
        uploaded: String(uploaded),
        unchanged: String(plan.unchanged),
        deleted: String(deleted),
        'release-id': plan.id,
        'invalidation-id': done.invalidation,
        result: JSON.stringify({
            outcome: outcome.kind,
            sentence,
            bucket: inputs.bucket,
            prefix: inputs.prefix,
            dryRun: inputs.dryRun,
            releaseId: plan.id,
            isLive: outcome.kind === 'unchanged' || outcome.kind === 'kept' || done.isLive,
            isOfThisRun,
            uploaded,
            restored: isPlanned ? count('restore') : done.restored,
            repaired: isPlanned ? count('repair') : done.repaired,
            unchanged: plan.unchanged,
            deleted,
            deletedPercent: (0,plan_deletes/* deletedPercent */.t)(plan.deletes),
            keptReleases: plan.deletes.kept.map(({ id }) => id),
            paths: plan.paths,
            invalidationId: done.invalidation,
            isInvalidationSlow: outcome.kind === 'deployed' && outcome.isSlow,
            elapsedMs
        })
    };
}
/** The outcome in a sentence or two, with what to do next. */
function describeOutcome(inputs, outcome) {
    const where = `s3://${inputs.bucket}/${inputs.prefix}`;
    const { plan, done } = outcome;
    switch (outcome.kind) {
        case 'deployed':
            return `Release ${plan.id} is live in ${where}: ${done.uploaded} uploaded, ${done.restored} restored, ${done.repaired} repaired, ${plan.unchanged} unchanged, ${done.deleted} deleted.`;
        case 'unchanged':
            return `Release ${plan.id} is live in ${where} already: nothing was written.`;
        case 'kept':
            return `Release ${plan.id} is live in ${where} and was left alone, as 'only-first' says: nothing was written.`;
        case 'planned':
            return `Dry run, nothing was written: ${plan.writes.length} of ${plan.writes.length + plan.unchanged} files of release ${plan.id} would be written to ${where}, and ${plan.deletes.keys.length} deleted.`;
        case 'failed':
            return done.isLive
                ? `Release ${plan.id} is live in ${where}, but what follows was not finished. ${outcome.sentence} Run this again: it goes on from there.`
                : `Release ${plan.id} was not finished in ${where}. ${outcome.sentence} Pages are written last, just after what they share with the release before, so visitors see that one, whole, unless the fault was among those. Run this again: it goes on from there.`;
    }
}


/***/ }),

/***/ 278:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ workspaceBuild)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:stream/promises"
const external_node_stream_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: ./actions/deploy-frontend/src/workspace.js







/** Contents that were read for their hash are kept for the upload, up to so many bytes of them. */
const KEPT_BYTES = 64 * 1024 ** 2;
/** Files of a build in a folder of the workspace. */
function workspaceBuild(root) {
    const known = { contents: new Map(), hashes: new Map(), room: KEPT_BYTES };
    const place = (folder, path) => (0,external_node_path_.join)((0,external_node_path_.resolve)(root, folder), path);
    return {
        listFiles: async (folder) => listFiles((0,external_node_path_.resolve)(root, folder), folder),
        hash: async (folder, path) => known.hashes.get(place(folder, path)) ?? hashFile(place(folder, path), known),
        read: async (folder, path) => {
            const file = place(folder, path);
            return known.contents.get(file) ?? readAgain(file, path, known);
        }
    };
}
async function readAgain(file, path, { hashes }) {
    const content = await (0,promises_.readFile)(file);
    if ((0,external_node_crypto_.hash)('md5', content) === hashes.get(file))
        return content;
    throw new Error(`${path} has changed since the build was read. Let nothing write into it meanwhile, and run this again.`);
}
function listFiles(folder, name) {
    if ((0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new errors/* UserError */.y(`Input 'build-dir' names '${name}', which is no folder of the workspace. Build the site before this step, and name the folder that the bundler writes. Nothing was changed.`);
    }
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => describeFile(folder, entry))
        .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
function describeFile(folder, entry) {
    const file = (0,external_node_path_.join)(entry.parentPath, entry.name);
    const path = (0,external_node_path_.relative)(folder, file).replaceAll(external_node_path_.sep, '/');
    if (entry.isFile())
        return { path, size: (0,external_node_fs_.statSync)(file).size };
    throw new errors/* UserError */.y(`'${path}' of the build is a link or no file at all. Let the build hold files only. Nothing was changed.`);
}
/** So many files are read before the answers of S3 that have come meanwhile are looked at. */
const A_TURN = 25;
async function hashFile(file, known) {
    if (known.hashes.size % A_TURN === 0)
        await (0,external_node_timers_promises_.setImmediate)();
    const md5 = (0,external_node_fs_.statSync)(file).size > WHOLE_BYTES ? await hashStream(file) : hashWhole(file, known);
    known.hashes.set(file, md5);
    return md5;
}
const WHOLE_BYTES = 4 * 1024 ** 2;
async function hashStream(file) {
    const made = (0,external_node_crypto_.createHash)('md5');
    await (0,external_node_stream_promises_namespaceObject.pipeline)((0,external_node_fs_.createReadStream)(file), made);
    return made.digest('hex');
}
/** At once: a build was written a moment ago, and to ask another thread for a small file costs more than to read it. */
function hashWhole(file, known) {
    const content = (0,external_node_fs_.readFileSync)(file);
    if (content.length <= known.room) {
        known.contents.set(file, content);
        known.room -= content.length;
    }
    return (0,external_node_crypto_.hash)('md5', content);
}


/***/ }),

/***/ 160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   iQ: () => (/* binding */ AwsCallError),
/* harmony export */   uF: () => (/* binding */ awsCall)
/* harmony export */ });
/* harmony import */ var _denied_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1407);

/** An error of an AWS call as a sentence; `name` is AWS's code, the SDK's error is the cause. */
class AwsCallError extends Error {
    constructor(code, message, cause) {
        super(message, { cause });
        this.name = code;
    }
}
/** Error codes with which AWS asks for fewer requests. */
const THROTTLES = new Set([
    'ThrottlingException',
    'Throttling',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'SlowDown',
    'ServiceUnavailable',
    'ServiceUnavailableException'
]);
/** Whether AWS asks for patience: never a reason to fail while there is time. */
const isThrottled = (error) => error instanceof Error && THROTTLES.has(error.name);
/** Waits for a request of the SDK; its error becomes a sentence with service, operation and AWS's code. */
async function awsCall(call, request) {
    try {
        return await request;
    }
    catch (error) {
        if (!(error instanceof Error) || error.name === 'AbortError')
            throw error;
        throw new AwsCallError(error.name, describe(call, error), error);
    }
}
function describe({ service, operation, on, permission }, error) {
    const what = `${service} ${operation} on ${on}`;
    if ((0,_denied_js__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error))
        return `${what} is denied. The role of this job needs ${permission}.`;
    if ((0,_denied_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnauthenticated */ .Xh)(error))
        return `${what} ${(0,_denied_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialsAdvice */ .xe)(error.name)}`;
    if (isThrottled(error))
        return `${what} was throttled (${error.name}). Run this job again.`;
    return `${what} failed with ${error.name}.`;
}


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ cloudFront)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(160);
/* harmony import */ var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5336);


/** Throttled calls are repeated, more slowly, for about two minutes before they fail. */
const ATTEMPTS = 10;
/** CloudFront; its client is loaded with the first call. */
function cloudFront(connection) {
    let client;
    const connect = () => (client ??= open(connection));
    return {
        invalidate: async (invalidation) => invalidate(await connect(), connection, invalidation),
        isCompleted: async (distribution, id) => isCompleted(await connect(), connection, { distribution, id })
    };
}
async function open(connection) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(765)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6765, 19));
    return new sdk.CloudFrontClient({ ...(0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .clientOptions */ .s1)(connection), maxAttempts: ATTEMPTS });
}
const callOn = (operation, distribution) => ({
    service: 'CloudFront',
    operation,
    on: `distribution '${distribution}'`,
    permission: `cloudfront:${operation} on distribution/${distribution}`
});
async function invalidate(client, connection, { distribution, paths, reference }) {
    const { CreateInvalidationCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(765)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6765, 19));
    const command = new CreateInvalidationCommand({
        DistributionId: distribution,
        InvalidationBatch: { CallerReference: reference, Paths: { Quantity: paths.length, Items: [...paths] } }
    });
    const request = client.send(command, (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .callOptions */ .jp)(connection));
    const { Invalidation } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)(callOn('CreateInvalidation', distribution), request);
    return Invalidation?.Id ?? '';
}
async function isCompleted(client, connection, { distribution, id }) {
    const { GetInvalidationCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(765)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6765, 19));
    const command = new GetInvalidationCommand({ DistributionId: distribution, Id: id });
    const request = client.send(command, (0,_connection_js__WEBPACK_IMPORTED_MODULE_1__/* .callOptions */ .jp)(connection));
    const { Invalidation } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .awsCall */ .uF)(callOn('GetInvalidation', distribution), request);
    return Invalidation?.Status === 'Completed';
}


/***/ }),

/***/ 5336:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   dC: () => (/* binding */ readConnection),
/* harmony export */   jp: () => (/* binding */ callOptions),
/* harmony export */   s1: () => (/* binding */ clientOptions)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2705);

/** Reads region and endpoint from the environment that aws-actions/configure-aws-credentials leaves. */
function readConnection(env, signal) {
    const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'];
    if (region === undefined || region === '') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y('AWS_REGION is not set. Run aws-actions/configure-aws-credentials before this step.');
    }
    const endpoint = env['AWS_ENDPOINT_URL'];
    const credentials = credentialsOf(env);
    return {
        region,
        ...(credentials === undefined ? {} : { credentials }),
        ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
        ...(signal === undefined ? {} : { signal })
    };
}
/** A profile that is named goes before them. */
function credentialsOf(env) {
    const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
    const { AWS_SESSION_TOKEN: sessionToken = '', AWS_PROFILE: profile = '' } = env;
    if (accessKeyId === '' || secretAccessKey === '' || profile !== '')
        return undefined;
    return { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
}
/** What the SDK's clients take. */
const clientOptions = ({ region, endpoint }) => ({
    region,
    ...(endpoint === undefined ? {} : { endpoint })
});
/** What each call of a client takes. */
const callOptions = ({ signal }) => signal === undefined ? {} : { abortSignal: signal };


/***/ }),

/***/ 1407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Xh: () => (/* binding */ isUnauthenticated),
/* harmony export */   xe: () => (/* binding */ credentialsAdvice)
/* harmony export */ });
/* unused harmony export orAbsent */
/** Error codes with which AWS refuses a caller what it may not do. */
const REFUSALS = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']);
/** Error names and codes of credentials that are absent, old or not AWS's. */
const UNKNOWN_CALLERS = new Set([
    'CredentialsProviderError',
    'TokenProviderError',
    'ExpiredToken',
    'ExpiredTokenException',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'UnrecognizedClientException',
    'AuthFailure',
    'SignatureDoesNotMatch'
]);
/** What AWS answered to a request that it did not like; `name` is its error code, as the SDK has it. */
class AwsError extends Error {
    status;
    constructor(code, message, status) {
        super(message);
        this.name = code;
        this.status = status;
    }
}
const nameOf = (error) => (error instanceof Error ? error.name : '');
/** Whether AWS knows the caller and does not let it do this. */
const isDenied = (error) => REFUSALS.has(nameOf(error));
/** Whether there are no credentials, or none that AWS takes. */
const isUnauthenticated = (error) => UNKNOWN_CALLERS.has(nameOf(error));
/** What to do then, as the end of a sentence. */
const credentialsAdvice = (code) => `has no credentials that AWS takes (${code}). Run aws-actions/configure-aws-credentials before this step; where it did, they have expired meanwhile.`;
/** Undefined in place of an error whose name says that the thing does not exist. */
async function orAbsent(request, ...names) {
    try {
        return await request;
    }
    catch (error) {
        if (names.includes(nameOf(error)))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 5309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  g2: () => (/* binding */ encodeKey),
  qS: () => (/* binding */ s3Transport),
  _n: () => (/* binding */ unquote)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(4708);
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ../../node_modules/is-network-error/index.js
const objectToString = Object.prototype.toString;

const isError = value => objectToString.call(value) === '[object Error]';

const errorMessages = new Set([
	'network error', // Chrome
	'NetworkError when attempting to fetch resource.', // Firefox
	'The Internet connection appears to be offline.', // Safari 16
	'Network request failed', // `cross-fetch`
	'fetch failed', // Undici (Node.js)
	'terminated', // Undici (Node.js)
	' A network error occurred.', // Bun (WebKit)
	'Network connection lost', // Cloudflare Workers (fetch)
]);

function isNetworkError(error) {
	const isValid = error
		&& isError(error)
		&& error.name === 'TypeError'
		&& typeof error.message === 'string';

	if (!isValid) {
		return false;
	}

	const {message, stack} = error;

	// Safari 17+ has generic message but no stack for network errors
	if (message === 'Load failed' || (message.startsWith('Load failed (') && message.endsWith(')'))) {
		return stack === undefined
			// Sentry adds its own stack trace to the fetch error, so also check for that
			|| '__sentry_captured__' in error;
	}

	// Deno network errors start with specific text
	if (message.startsWith('error sending request for url')) {
		return true;
	}

	// Chrome: exact "Failed to fetch" or with hostname: "Failed to fetch (example.com)"
	if (message === 'Failed to fetch' || (message.startsWith('Failed to fetch (') && message.endsWith(')'))) {
		return true;
	}

	// Standard network error messages
	return errorMessages.has(message);
}

;// CONCATENATED MODULE: ../../node_modules/p-retry/index.js


function validateRetries(retries) {
	if (typeof retries === 'number') {
		if (retries < 0) {
			throw new TypeError('Expected `retries` to be a non-negative number.');
		}

		if (Number.isNaN(retries)) {
			throw new TypeError('Expected `retries` to be a valid number or Infinity, got NaN.');
		}

		// Not `Number.isSafeInteger`, which would reject a huge `retries`. That is accepted on purpose and behaves as effectively forever.
		// eslint-disable-next-line unicorn/prefer-number-is-safe-integer
		if (Number.isFinite(retries) && !Number.isInteger(retries)) {
			throw new TypeError('Expected `retries` to be a non-negative integer or Infinity.');
		}
	} else if (retries !== undefined) {
		throw new TypeError('Expected `retries` to be a number or Infinity.');
	}
}

function validateNumberOption(name, value, {allowInfinity = false} = {}) {
	if (typeof value !== 'number' || Number.isNaN(value)) {
		throw new TypeError(`Expected \`${name}\` to be a number${allowInfinity ? ' or Infinity' : ''}.`);
	}

	if (!allowInfinity && !Number.isFinite(value)) {
		throw new TypeError(`Expected \`${name}\` to be a finite number.`);
	}

	if (value < 0) {
		throw new TypeError(`Expected \`${name}\` to be \u{2265} 0.`);
	}
}

function validateOption(name, value, type) {
	// `null` means "not provided", as it does for the other options. `unref` needs this because it is the one option with no default of its own.
	if (value === undefined || value === null) {
		return;
	}

	if (typeof value !== type) {
		throw new TypeError(`Expected \`${name}\` to be a ${type}.`);
	}
}

function validateSignal(value) {
	// `null` means "not provided", as it does for the other options.
	if (value === undefined || value === null) {
		return;
	}

	// Duck typed rather than `instanceof`, so a signal from another realm still works. All three methods are checked because `removeEventListener` is called from inside a timer callback, where a `TypeError` would be an uncaught exception rather than a rejection the caller could catch.
	if (typeof value.throwIfAborted !== 'function'
		|| typeof value.addEventListener !== 'function'
		|| typeof value.removeEventListener !== 'function') {
		throw new TypeError('Expected `signal` to be an AbortSignal.');
	}
}

class AbortError extends Error {
	constructor(message) {
		super(typeof message === 'string' ? message : undefined);

		this.name = 'AbortError';

		if (message instanceof Error) {
			this.originalError = message;
			({message} = message);
		} else {
			// Created here, so it already captures every caller frame. Copying `this.stack` instead would only rewrite the header, which is rendered lazily from `name` and `message` at read time. It also stringifies a non-string message, so reuse its result below.
			this.originalError = new Error(message);
			({message} = this.originalError);

			// The caller sees this error, so the frame for this constructor is dropped where the runtime supports it. Left in, the top frame blames p-retry for an error the caller threw. An error the caller passed keeps its own stack, which points at their throw site already. V8-only, hence the lint exception, and the optional call leaves the stack as it is where it is missing.
			// eslint-disable-next-line unicorn/no-nonstandard-builtin-properties
			Error.captureStackTrace?.(this.originalError, AbortError);
		}

		this.message = message;
	}
}

// `setTimeout` cannot represent a longer delay and fires it right away instead, which turns a long backoff into a tight retry loop. Cap at the largest value it can still hold.
const maximumDelay = (2 ** 31) - 1;

function calculateDelay(retriesConsumed, options) {
	// Nothing to wait for, and multiplying by a factor that has grown to `Infinity` would give `NaN`.
	if (options.minTimeout === 0) {
		return 0;
	}

	// `retriesConsumed` starts at 0 and only ever counts up, so the first retry is already attempt 1.
	const attempt = retriesConsumed + 1;
	const random = options.randomize ? (Math.random() + 1) : 1;

	const timeout = Math.round(random * options.minTimeout * (options.factor ** (attempt - 1)));

	// `maxTimeout` rounds up, so a fractional cap still gives a whole number of milliseconds. Rounding down would turn a cap below 1 into no timer at all, which never yields to the event loop. `Math.ceil(Infinity)` is `Infinity`.
	return Math.min(timeout, Math.ceil(options.maxTimeout), maximumDelay);
}

function calculateRemainingTime(start, max) {
	return Number.isFinite(max) ? max - (performance.now() - start) : max;
}

async function delayForRetry(delay, options) {
	if (delay <= 0) {
		return;
	}

	await new Promise((resolve, reject) => {
		// Registered with `once`, so it removes itself when it fires.
		const onAbort = () => {
			clearTimeout(timeoutToken);
			reject(options.signal.reason);
		};

		const timeoutToken = setTimeout(() => {
			options.signal?.removeEventListener('abort', onAbort);
			resolve();
		}, delay);

		if (options.unref) {
			timeoutToken.unref?.();
		}

		options.signal?.addEventListener('abort', onAbort, {once: true});
	});
}

// Stringifying a thrown value can itself throw, for an object with no usable `toString`. That must never be allowed to replace the failure the caller is actually dealing with.
//
// A thrown value whose own accessors or proxy traps throw is not supported, here or anywhere else. It comes from the caller's own code, so it is not something to defend against.
function stringifyThrownValue(value) {
	try {
		return String(value);
	} catch {
		return Object.prototype.toString.call(value);
	}
}

// `AbortError` wraps the error the caller actually wants, and the wrappers can be nested, so keep unwrapping until the cause is reached. Otherwise an `AbortError` would escape `pRetry` and a `catch` doing `error instanceof AbortError` would read a real failure as a cancellation.
//
// Two wrappers whose `originalError` points at each other are not supported, like the thrown values above.
function unwrapAbortError(error) {
	let cause = error;

	// A wrapper with no error to unwrap to is the cause as far as it goes.
	while (cause instanceof AbortError && cause.originalError instanceof Error) {
		cause = cause.originalError;
	}

	return cause;
}

async function onAttemptFailure({error, attemptNumber, retriesConsumed, startTime, options}) {
	// The signal is checked after the operation and after every callback, so a cancellation is never reported as an operation failure or a callback's decision, and no callback runs after it. The last check also guards the delay, whose abort listener never fires on a signal that is already aborted.
	const abortIfNeeded = () => {
		options.signal?.throwIfAborted();
	};

	const normalizedError = error instanceof Error
		? error
		: new TypeError(`Non-error was thrown: "${stringifyThrownValue(error)}". You should only throw errors.`);

	// Checked before unwrapping an `AbortError`, because the reason a caller aborted with is final. Unwrapping it would replace the reason they chose with whatever is inside it, and it would also let an `AbortError` from the operation outrank a cancellation the caller asked for.
	abortIfNeeded();

	if (normalizedError instanceof AbortError) {
		throw unwrapAbortError(normalizedError);
	}

	// `retriesConsumed` only ever advances while `retriesLeft` is above 0, so this is never negative. `Infinity` minus a finite count is `Infinity`, so an unlimited budget needs no special case.
	const retriesLeft = options.retries - retriesConsumed;

	// A `TypeError` normally means the operation itself is broken rather than the thing it was trying to reach, so retrying it does not help. A network `TypeError` is the exception, and its message differs per runtime, so it has to be recognised rather than assumed.
	const isRetriableError = !(normalizedError instanceof TypeError) || isNetworkError(normalizedError);

	// Out of time already, out of retries, or a failure that is never retried, so the delay is 0 and the callbacks are told that no retry follows. Only computed when a retry can still follow, so a randomized delay does not draw from `Math.random` for a wait that is never taken.
	const timeLeft = calculateRemainingTime(startTime, options.maxRetryTime);
	const delayTime = isRetriableError && timeLeft > 0 && retriesLeft > 0 ? calculateDelay(retriesConsumed, options) : 0;

	const consumeRetryContext = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: delayTime,
	});

	// No answer means no opinion, so fall back to the default. Treating it as `false` instead would leave `retries` uncounted and let the loop run forever.
	const consumeRetry = (await options.shouldConsumeRetry(consumeRetryContext)) ?? true;

	abortIfNeeded();

	const effectiveDelay = consumeRetry ? delayTime : 0;
	const context = Object.freeze({
		error: normalizedError,
		attemptNumber,
		retriesLeft,
		retriesConsumed,
		retryDelay: effectiveDelay,
	});

	await options.onFailedAttempt(context);

	abortIfNeeded();

	const remainingTime = calculateRemainingTime(startTime, options.maxRetryTime);

	// No time or budget left, or a failure that retrying cannot help with.
	if (
		!isRetriableError
		|| remainingTime <= 0
		|| retriesLeft <= 0
	) {
		throw normalizedError;
	}

	const shouldRetry = await options.shouldRetry(context);

	abortIfNeeded();

	if (!shouldRetry) {
		throw normalizedError;
	}

	const remainingTimeAfterShouldRetry = calculateRemainingTime(startTime, options.maxRetryTime);

	if (remainingTimeAfterShouldRetry <= 0) {
		throw normalizedError;
	}

	if (!consumeRetry) {
		return false;
	}

	await delayForRetry(Math.min(effectiveDelay, remainingTimeAfterShouldRetry), options);

	return true;
}

async function pRetry(input, options = {}) {
	options = {...options};

	// Applied before validating, so that `null` means "not provided" here as it does for every other option.
	options.retries ??= 10;

	validateRetries(options.retries);

	if (Object.hasOwn(options, 'forever')) {
		throw new Error('The `forever` option is no longer supported. For many use-cases, you can set `retries: Infinity` instead.');
	}

	options.factor ??= 2;
	options.minTimeout ??= 1000;
	options.maxTimeout ??= Infinity;
	options.maxRetryTime ??= Infinity;
	options.randomize ??= false;
	options.onFailedAttempt ??= () => {};
	options.shouldRetry ??= () => true;
	options.shouldConsumeRetry ??= () => true;

	// Validate the options that have a runtime type to check.
	validateOption('onFailedAttempt', options.onFailedAttempt, 'function');
	validateOption('shouldRetry', options.shouldRetry, 'function');
	validateOption('shouldConsumeRetry', options.shouldConsumeRetry, 'function');
	validateOption('randomize', options.randomize, 'boolean');
	validateOption('unref', options.unref, 'boolean');
	validateSignal(options.signal);
	validateNumberOption('factor', options.factor);
	validateNumberOption('minTimeout', options.minTimeout);
	validateNumberOption('maxTimeout', options.maxTimeout, {allowInfinity: true});
	validateNumberOption('maxRetryTime', options.maxRetryTime, {allowInfinity: true});

	// A negative factor is rejected above, so this only catches `0`. Treat it as `1` to keep the delay constant instead of dropping to zero after the first retry.
	if (options.factor === 0) {
		options.factor = 1;
	}

	options.signal?.throwIfAborted();

	let attemptNumber = 0;
	let retriesConsumed = 0;
	const startTime = performance.now();

	// A consumed count is always finite, so `Infinity` keeps this true and needs no special case.
	while (retriesConsumed <= options.retries) {
		attemptNumber++;

		try {
			options.signal?.throwIfAborted();

			const result = await input(attemptNumber);

			options.signal?.throwIfAborted();

			return result;
		} catch (error) {
			if (await onAttemptFailure({
				error,
				attemptNumber,
				retriesConsumed,
				startTime,
				options,
			})) {
				retriesConsumed++;
			}
		}
	}

	// Unreachable: `onAttemptFailure` throws once `retriesLeft` reaches 0, which is the same state the loop condition tests, so the loop is always left by a throw. Kept as a guard against a future change to either side breaking that pairing.
	throw new Error('Retry attempts exhausted without throwing an error.');
}

function makeRetriable(function_, options) {
	return function (...arguments_) {
		return pRetry(() => function_.apply(this, arguments_), options);
	};
}

;// CONCATENATED MODULE: ./lib/retry.js

/** Runs `operation` until it succeeds, its fault is final, or the policy is used up; then throws the last fault. */
function retry(operation, policy) {
    return pRetry(operation, {
        retries: policy.attempts - 1,
        factor: 2,
        minTimeout: policy.maxWaitMs / 10,
        maxTimeout: policy.maxWaitMs,
        maxRetryTime: policy.deadlineMs,
        randomize: true,
        shouldRetry: ({ error }) => policy.isTransient(error),
        ...(policy.signal === undefined ? {} : { signal: policy.signal })
    });
}

;// CONCATENATED MODULE: ./lib/aws/s3-connections.js
/**
 * Lets an agent connect before there are requests: a burst of them would wait for its own connections, with TLS three
 * round trips each. Where the agent connects to is known from its first request; before that nothing is done.
 */
function connectAhead(agent) {
    const connect = agent.createConnection.bind(agent);
    const ready = new Set();
    let place;
    agent.createConnection = (options, made) => {
        place = options;
        const [socket] = ready;
        if (socket === undefined)
            return connect(options, made);
        ready.delete(socket);
        return socket.ref();
    };
    return (connections) => {
        if (place === undefined)
            return;
        for (let at = ready.size; at < connections; at += 1)
            keepReady(connect(place), ready);
    };
}
/** One that nobody needs keeps no process alive, and one that is cut is forgotten. */
function keepReady(socket, ready) {
    const forget = () => void ready.delete(socket);
    ready.add(socket.unref().on('error', forget).on('close', forget));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./lib/aws/s3-signature.js

const ALGORITHM = 'AWS4-HMAC-SHA256';
/**
 * Signature version 4 for S3, at once and with a key derived once a day. Signers on Web Crypto hand each of their hashes
 * to another thread and back, which costs a sync of many small files more than all that it sends.
 */
function s3Signer(who, region) {
    let derived;
    return (request, now = new Date()) => {
        const date = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
        const day = date.slice(0, 8);
        if (derived?.day !== day)
            derived = { day, key: deriveKey(who.secretAccessKey, [day, region]) };
        const headers = {
            ...request.headers,
            host: request.host,
            'x-amz-content-sha256': (0,external_node_crypto_.hash)('sha256', request.body ?? ''),
            'x-amz-date': date,
            ...(who.sessionToken === undefined ? {} : { 'x-amz-security-token': who.sessionToken })
        };
        const names = Object.keys(headers).toSorted();
        const scope = `${day}/${region}/s3/aws4_request`;
        const text = [ALGORITHM, date, scope, (0,external_node_crypto_.hash)('sha256', canonical(request, headers, names))].join('\n');
        const signature = (0,external_node_crypto_.createHmac)('sha256', derived.key).update(text).digest('hex');
        const signed = `SignedHeaders=${names.join(';')}, Signature=${signature}`;
        return { ...headers, authorization: `${ALGORITHM} Credential=${who.accessKeyId}/${scope}, ${signed}` };
    };
}
function deriveKey(secret, scope) {
    const parts = [...scope, 's3', 'aws4_request'];
    const begin = Buffer.from(`AWS4${secret}`);
    return (0,external_node_crypto_.createSecretKey)(parts.reduce((key, part) => (0,external_node_crypto_.createHmac)('sha256', key).update(part).digest(), begin));
}
/** The text that both sides make of a request. */
function canonical({ method, path, query }, headers, names) {
    const pairs = Object.keys(query)
        .toSorted()
        .map((name) => `${encode(name)}=${encode(query[name] ?? '')}`);
    const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim().replaceAll(/\s+/g, ' ')}`);
    const body = headers['x-amz-content-sha256'] ?? '';
    return [method, path, pairs.join('&'), ...lines, '', names.join(';'), body].join('\n');
}
/** Percent-encoding as S3 signs it: all but letters, digits and `-._~`. */
const encode = (text) => PLAIN.test(text)
    ? text
    : encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
/** Nothing to encode, as in nearly every key. */
const PLAIN = /^[\w.~-]*$/;

// EXTERNAL MODULE: ./lib/aws/connection.js
var aws_connection = __nccwpck_require__(5336);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: ./lib/aws/denied.js
var denied = __nccwpck_require__(1407);
;// CONCATENATED MODULE: ./lib/aws/sts.js



/** STS; its client is loaded with the first call. */
function sts(connection) {
    let client;
    const connect = () => (client ??= sts_open(connection));
    return {
        callerIdentity: async () => callerIdentity(await connect(), connection),
        credentials: async () => {
            if (connection.credentials !== undefined)
                return connection.credentials;
            return findCredentials(await connect());
        },
        givesRole: async (role, token) => givesRole(await connect(), connection, { role, token })
    };
}
async function sts_open(connection) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(811)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 2811, 19));
    return new sdk.STSClient((0,aws_connection/* clientOptions */.s1)(connection));
}
async function findCredentials(client) {
    try {
        const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials();
        return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
    }
    catch (error) {
        if (!(error instanceof Error) || !(0,denied/* isUnauthenticated */.Xh)(error))
            throw error;
        throw new errors/* UserError */.y(`This job ${(0,denied/* credentialsAdvice */.xe)(error.name)}`, { cause: error });
    }
}
async function callerIdentity(client, connection) {
    const { GetCallerIdentityCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(811)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 2811, 19));
    const { Account = '', Arn = '' } = await client.send(new GetCallerIdentityCommand(), (0,aws_connection/* callOptions */.jp)(connection));
    return { accountId: Account, arn: Arn, partition: Arn.split(':')[1] ?? 'aws' };
}
async function givesRole(client, connection, { role, token }) {
    const { AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(811)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 2811, 19));
    const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: role,
        RoleSessionName: 'caliber-doctor',
        WebIdentityToken: token,
        DurationSeconds: 900
    });
    try {
        await client.send(command, (0,aws_connection/* callOptions */.jp)(connection));
        return true;
    }
    catch (error) {
        if ((0,denied/* isDenied */.GZ)(error))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/aws/s3-transport.js







const ATTEMPTS = 9;
const LONGEST_WAIT_MS = 8000;
const DEADLINE_MS = 120_000;
/** Without a byte for so long a connection is taken for dead. */
const SILENCE_MS = 30_000;
/**
 * Requests over connections that stay open. The SDK's client needs 3.5 ms of processor time a request and would be the
 * bottleneck of a sync; here a signer of our own and Node's agent do the work.
 */
function s3Transport(connection, { bucket, connections }) {
    const base = new URL(addressOf(connection, bucket));
    const isPlain = base.protocol === 'http:';
    const settings = {
        keepAlive: true,
        maxSockets: connections,
        scheduling: 'lifo',
        timeout: SILENCE_MS
    };
    const agent = isPlain ? new external_node_http_.Agent(settings) : new external_node_https_.Agent(settings);
    const where = { ...(0,external_node_url_namespaceObject.urlToHttpOptions)(base), agent, timeout: SILENCE_MS };
    const { signal } = connection;
    const outgoing = cancelledBy(signal);
    let signer;
    const sendOnce = async (request) => {
        const sign = await (signer ??= openSigner(connection));
        signal?.throwIfAborted();
        const sent = { ...where, ...signedParts(request, { sign, base }) };
        const begun = isPlain ? (0,external_node_http_.request)(sent) : (0,external_node_https_.request)(sent);
        outgoing.add(begun);
        const answer = await exchange(begun, request.body, signal).finally(() => outgoing.delete(begun));
        if (answer.status >= 500 || answer.status === 429)
            throw new Busy(answer);
        return answer;
    };
    return { send: (request) => patiently(() => sendOnce(request), signal), openAhead: connectAhead(agent) };
}
/** Requests that end when the job is cancelled: one listener for them all. */
function cancelledBy(signal) {
    const outgoing = new Set();
    signal?.addEventListener('abort', () => {
        for (const request of outgoing)
            request.destroy(new Error('cancelled'));
    });
    return outgoing;
}
/** What of a request the signature is about, and the signature. */
function signedParts({ method, key, query = {}, headers = {}, body }, { sign, base }) {
    const path = `${base.pathname.replace(/\/$/, '')}/${encodeKey(key)}`;
    const signed = sign({ method, host: base.host, path, query, headers, body });
    const length = method === 'PUT' ? { 'content-length': String(body?.length ?? 0) } : {};
    return { method, path: `${path}${encodeQuery(query)}`, headers: { ...signed, ...length } };
}
const openSigner = async (connection) => s3Signer(await sts(connection).credentials(), connection.region);
/** S3 asks for patience, or has a moment of weakness. */
class Busy extends Error {
    answer;
    constructor(answer) {
        super(`S3 answered ${answer.status}`);
        this.answer = answer;
    }
}
/** The connection failed, or was cut. */
class Lost extends Error {
    isTransient;
    constructor(cause) {
        super(`S3 could not be reached: ${cause.message}`, { cause });
        this.isTransient = LOST.has(cause.code ?? '');
    }
}
const LOST = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNREFUSED', 'EAI_AGAIN', 'ENOTFOUND']);
const isTransient = (error) => error instanceof Busy || (error instanceof Lost && error.isTransient);
/** The last answer that was not patience, or S3's last words when it never came to its senses. */
async function patiently(send, signal) {
    try {
        return await retry(send, {
            attempts: ATTEMPTS,
            maxWaitMs: LONGEST_WAIT_MS,
            deadlineMs: DEADLINE_MS,
            isTransient,
            ...(signal === undefined ? {} : { signal })
        });
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof Busy)
            return error.answer;
        throw error;
    }
}
/** Path-style at another address, as the lab has it; virtual-hosted at AWS's. */
function addressOf({ region, endpoint }, bucket) {
    if (endpoint !== undefined)
        return `${endpoint.replace(/\/$/, '')}/${bucket}`;
    const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    return `https://${bucket}.s3.${region}.${domain}`;
}
/** An ETag without its quotes. */
const unquote = (etag) => etag.replaceAll('"', '');
/** A key as the path of a URL: all but letters, digits and `-._~/` percent-encoded. */
const encodeKey = (key) => key.split('/').map(encode).join('/');
function encodeQuery(query) {
    const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`);
    return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
function exchange(outgoing, body, signal) {
    return new Promise((resolve, reject) => {
        const fail = (error) => reject(signal?.aborted === true ? signal.reason : new Lost(error));
        outgoing.on('error', fail).on('timeout', () => {
            outgoing.destroy(Object.assign(new Error('S3 was silent for too long'), { code: 'ETIMEDOUT' }));
        });
        outgoing.on('response', (answer) => {
            const chunks = [];
            answer.on('data', (chunk) => chunks.push(chunk)).on('error', fail);
            answer.on('end', () => {
                resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
            });
        });
        outgoing.end(body);
    });
}


/***/ }),

/***/ 5146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ s3Bucket)
/* harmony export */ });
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(160);
/* harmony import */ var _denied_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1407);
/* harmony import */ var _s3_transport_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5309);



/** S3 within one bucket, over connections that stay open; signed with the credentials that the SDK finds. */
function s3Bucket(connection, bucket, connections = 64) {
    const { send, openAhead } = (0,_s3_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .s3Transport */ .qS)(connection, { bucket, connections });
    const ask = asker(send, { bucket, region: connection.region });
    return {
        list: (prefix) => list(ask, prefix),
        get: (key) => get(ask, key),
        put: (object) => put(ask, object),
        copy: (copy) => copyWithin(ask, bucket, copy),
        remove: (key, etag) => remove(ask, key, etag),
        openAhead
    };
}
/** The parser of XML is loaded while S3 makes its answer. */
const answers = () => Promise.all(/* import() */[__nccwpck_require__.e(643), __nccwpck_require__.e(900)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1900));
const PERMISSIONS = {
    ListObjectsV2: 's3:ListBucket',
    GetObject: 's3:GetObject',
    PutObject: 's3:PutObject',
    CopyObject: 's3:PutObject and s3:GetObject',
    DeleteObject: 's3:DeleteObject'
};
const asker = (send, place) => async (operation, request, expected = []) => {
    const answer = await send(request);
    if ((answer.status >= 200 && answer.status < 300) || expected.includes(answer.status))
        return answer;
    throw await faultOf(operation, { key: request.key, answer, place });
};
/** An error as a sentence that names operation, object, AWS's code and what to do. */
async function faultOf(operation, { key, answer, place }) {
    const { parseFailure } = await answers();
    const { Code = `HTTP ${answer.status}`, Message = '' } = parseFailure(answer.body.toString('utf8'));
    const { bucket } = place;
    const request = String(answer.headers['x-amz-request-id'] ?? '');
    const what = `S3 ${operation} on ${key === '' ? `bucket '${bucket}'` : `'${key}' of bucket '${bucket}'`}`;
    const cause = new _denied_js__WEBPACK_IMPORTED_MODULE_1__/* .AwsError */ .Gy(Code, `${Message}${request === '' ? '' : ` (AWS request ${request})`}`, answer.status);
    return new _call_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ(Code, `${what} ${describe(operation, { cause, key, answer, place })}`, cause);
}
function describe(operation, { cause, key, answer, place }) {
    if ((0,_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .isDenied */ .GZ)(cause))
        return describeDenial(operation, { cause, key, place });
    if ((0,_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .isUnauthenticated */ .Xh)(cause))
        return (0,_denied_js__WEBPACK_IMPORTED_MODULE_1__/* .credentialsAdvice */ .xe)(cause.name);
    if (cause.name === 'NoSuchBucket')
        return "failed: there is no such bucket. Correct input 'bucket'.";
    const elsewhere = answer.headers['x-amz-bucket-region'];
    if (answer.status === 301 ||
        (answer.status === 400 && elsewhere !== undefined && elsewhere !== place.region))
        return `failed: the bucket is in ${String(elsewhere)}, but AWS_REGION is ${place.region}. Configure the credentials for the bucket's region.`;
    if (answer.status >= 500)
        return `was answered ${answer.status} (${cause.name}) for two minutes. Run this job again.`;
    return `failed with ${cause.name}: ${cause.message}`;
}
function describeDenial(operation, { cause, key, place }) {
    const kms = /kms/i.test(cause.message)
        ? ' AWS speaks of KMS: allow kms:GenerateDataKey and kms:Decrypt on the bucket’s key.'
        : '';
    const arn = `arn:aws:s3:::${place.bucket}${key === '' ? '' : `/${key}`}`;
    return `is denied. The role of this job needs ${PERMISSIONS[operation]} on ${arn}.${kms}`;
}
async function list(ask, prefix) {
    const found = [];
    let token;
    do {
        const query = {
            'list-type': '2',
            'encoding-type': 'url',
            ...(prefix === '' ? {} : { prefix }),
            ...(token === undefined ? {} : { 'continuation-token': token })
        };
        const asked = ask('ListObjectsV2', { method: 'GET', key: '', query });
        const [{ body }, { parseListing }] = await Promise.all([asked, answers()]);
        const { objects, next } = parseListing(body.toString('utf8'));
        found.push(...objects);
        token = next;
    } while (token !== undefined);
    return found;
}
async function get(ask, key) {
    const { status, headers, body } = await ask('GetObject', { method: 'GET', key }, [404]);
    if (status === 404)
        return undefined;
    const [now = 0, changed = 0] = [headers.date, headers['last-modified']].map((date) => Date.parse(date ?? ''));
    return {
        text: body.toString('utf8'),
        etag: (0,_s3_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .unquote */ ._n)(headers.etag ?? ''),
        ageMs: Math.max(0, now - changed) || 0
    };
}
const NOT_MET = [404, 409, 412];
async function put(ask, { key, body, headers, onlyIf }) {
    const condition = onlyIf === undefined
        ? {}
        : onlyIf === 'absent'
            ? { 'if-none-match': '*' }
            : { 'if-match': `"${onlyIf.etag}"` };
    const all = { ...written(headers), ...condition };
    const expected = onlyIf === undefined ? [] : NOT_MET.slice(onlyIf === 'absent' ? 1 : 0);
    const answer = await ask('PutObject', { method: 'PUT', key, headers: all, body }, expected);
    return answer.status === 200 ? (0,_s3_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .unquote */ ._n)(answer.headers.etag ?? '') : undefined;
}
const written = ({ cacheControl, contentType }) => ({
    'cache-control': cacheControl,
    'content-type': contentType
});
async function copyWithin(ask, bucket, { from, to, headers }) {
    const own = headers === undefined ? {} : { ...written(headers), 'x-amz-metadata-directive': 'REPLACE' };
    const all = { ...own, 'x-amz-copy-source': `/${bucket}/${(0,_s3_transport_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeKey */ .g2)(from)}` };
    const answer = await ask('CopyObject', { method: 'PUT', key: to, headers: all });
    const text = answer.body.toString('utf8');
    const { parseCopy, parseFailure } = await answers();
    const etag = parseCopy(text);
    if (etag === undefined) {
        const { Code = 'InternalError', Message = 'no result' } = parseFailure(text);
        throw new _call_js__WEBPACK_IMPORTED_MODULE_0__/* .AwsCallError */ .iQ(Code, `S3 CopyObject to '${to}' of bucket '${bucket}' failed with ${Code}: ${Message}`, undefined);
    }
    return etag;
}
async function remove(ask, key, etag) {
    const headers = etag === undefined ? {} : { 'if-match': `"${etag}"` };
    const answer = await ask('DeleteObject', { method: 'DELETE', key, headers }, etag === undefined ? [404] : NOT_MET);
    return answer.status < 300 || answer.status === 404;
}


/***/ }),

/***/ 5910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);

const systemClock = {
    now: Date.now,
    sleep: (ms, signal) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms, undefined, signal === undefined ? {} : { signal })
};


/***/ }),

/***/ 2705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ describeError),
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/** A fault the reader of the log can mend in their own repository: its sentence is the whole message. */
class UserError extends Error {
    name = 'UserError';
}
/** One sentence for a person: a UserError's own words, otherwise the chain of causes with the AWS request id. */
function describeError(error) {
    if (error instanceof UserError)
        return error.message;
    return chain(error)
        .map((link) => describeLink(link))
        .join(' ← ');
}
function chain(error) {
    const links = [error];
    let next = error instanceof Error ? error.cause : undefined;
    while (next !== undefined && links.length < 10) {
        links.push(next);
        next = next instanceof Error ? next.cause : undefined;
    }
    return links;
}
function describeLink(link) {
    if (!(link instanceof Error))
        return String(link);
    const id = link.$metadata?.requestId;
    const name = link.name === 'Error' ? '' : `${link.name}: `;
    return `${name}${link.message}${id === undefined ? '' : ` (AWS request ${id})`}`;
}


/***/ }),

/***/ 2859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PP: () => (/* binding */ tableHead),
/* harmony export */   RQ: () => (/* binding */ escapeLines),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   VV: () => (/* binding */ escapeInline),
/* harmony export */   jD: () => (/* binding */ tableRow),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony exports neutralise, escapeHtml, fence, inCharacters, inBytes, cutRunes, cutMarkdown, tameMarkdown */
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3806);

/** Ends mentions, HTML comments and folds without changing what a reader sees, and shows what nobody would see. */
function neutralise(text) {
    return withoutMentions((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)).replaceAll(/<(?=!--|\/?(?:details|summary)\b)/gi, '<\u200B');
}
const withoutMentions = (text) => text.replaceAll(/(?<!\w)@(?=\w)/g, '@\u200B');
/** Plain text on one line: nothing in it is Markdown, HTML, a mention, a link or a reference to an issue any more. */
function escapeInline(text) {
    return (withoutMentions((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text))
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/[\\`*_{}[\]()#+!|~$-]/g, (mark) => `\\${mark}`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('://', '\\://')
        .replaceAll(/\bwww\./gi, (found) => found.replace('.', '\\.'))
        // GitHub links issues in the rendered text, where a backslash is gone.
        .replaceAll(/#(?=\d)/g, '#\u200B')
        .trim());
}
/** Plain text of several lines on one line of Markdown, still shown as several. */
function escapeLines(text) {
    return text
        .split(/\r\n?|\n/)
        .map(escapeInline)
        .filter((line) => line !== '')
        .join('<br>');
}
/** Text for the inside of an HTML element such as `<summary>`. */
function escapeHtml(text) {
    return withoutMentions(visible(text))
        .replaceAll(/\s+/g, ' ')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
/** A code span that shows `text` as it is, on one line. */
function codeSpan(text) {
    const line = neutralise(text).replaceAll(/\s+/g, ' ');
    const ticks = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
    return `${ticks}${pad}${line}${pad}${ticks}`;
}
/** A fenced block whose fence is longer than any run of backticks inside. */
function fence(text, language = '') {
    const body = neutralise(text.replaceAll(/\r\n?/g, '\n'));
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body.endsWith('\n') ? body : `${body}\n`}${ticks}`;
}
function longestRun(text) {
    let longest = 0;
    for (const [ticks] of text.matchAll(/`+/g))
        longest = Math.max(longest, ticks.length);
    return longest;
}
/** One row of a table; a pipe inside a cell stays inside it. */
function tableRow(cells) {
    return `| ${cells.map((cell) => escapePipes(cell).replaceAll(/[\r\n]+/g, ' ')).join(' | ')} |`;
}
/** Parsers disagree on a pipe behind two backslashes, so an odd number of them stands before each. */
function escapePipes(cell) {
    return cell.replaceAll(/(\\*)\|/g, (found, slashes) => slashes.length % 2 === 0 ? `${slashes}\\|` : found);
}
/** A table's first two lines. */
function tableHead(titles) {
    return `${tableRow(titles)}\n${tableRow(titles.map(() => '---'))}`;
}
/** A folded part; `summary` is HTML (see escapeHtml), `body` Markdown. */
function details(summary, body, open = false) {
    return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
const inCharacters = (text) => text.length;
const inBytes = (text) => Buffer.byteLength(text);
/** Cuts a text between two characters, never inside one. */
function cutRunes(text, length) {
    const last = text.charCodeAt(length - 1);
    const splits = length > 0 && length < text.length && last >= 0xd800 && last <= 0xdbff;
    return text.slice(0, Math.max(0, splits ? length - 1 : length));
}
const ELLIPSIS = '…';
/**
 * At most `limit` of a Markdown text, cut between lines, with every open fence and `<details>` closed again; '' when not
 * even its first line fits.
 */
function cutMarkdown(text, limit, measure = inCharacters) {
    if (measure(text) <= limit)
        return text;
    const kept = [];
    let open = { fence: '', folds: 0 };
    let room = limit;
    for (const line of text.split('\n')) {
        const next = openAfter(open, line);
        if (room < measure(line) + 1 + measure(closing(next)) + measure(ELLIPSIS) + 1)
            break;
        kept.push(line);
        room -= measure(line) + 1;
        open = next;
    }
    if (kept.length === 0)
        return '';
    return `${kept.join('\n')}\n${ELLIPSIS}${closing(open)}`;
}
/** Foreign Markdown that is to look like ours: it keeps fences and folds, and closes them; links, images and HTML end. */
function tameMarkdown(text) {
    let open = { fence: '', folds: 0 };
    const tame = [];
    for (const raw of visible(text).split(/\r\n?|\n/)) {
        const line = open.fence === '' ? tameLine(raw, open.folds) : raw.replaceAll('<!--', '<\u200B!--');
        // A fold's line begins a piece of HTML that only a blank line ends: nothing behind it may be taken for a fence.
        if (isFold(tame.at(-1)) && open.fence === '' && line.trim() !== '')
            tame.push('');
        tame.push(line);
        open = openAfter(open, line);
    }
    return withoutMentions(tame.join('\n')) + closing(open);
}
/** What this suite itself writes as HTML: a fold begins or ends its line. */
const FOLD = /^(?:<details(?: open)?><summary>.*<\/summary>$|<\/details>$)/;
const OWN_TAG = /^<(?:\/?(?:summary|code)|details|details open)>/;
const isFold = (line) => line !== undefined && FOLD.test(line);
function tameLine(line, folds) {
    if (line === '</details>' && folds > 0)
        return line;
    const opens = line.startsWith('<details') && isFold(line);
    return line
        .replaceAll(/\](?=[(:])/g, ']\u200B')
        .replaceAll(/^([\s>]*(?:[-*+]|\d+[.)])?\s*)~~~/g, '$1\\~~~')
        .replace(/^ {1,3}(?=```)/, '')
        .replaceAll(/<(?=[A-Za-z/!?])/g, (_sign, at, whole) => {
        const [tag = ''] = OWN_TAG.exec(whole.slice(at)) ?? [];
        const isOurs = opens && tag !== '' && (at === 0) === tag.startsWith('<details');
        return isOurs || (at > 0 && whole.startsWith('<br>', at)) ? '<' : '<\u200B';
    });
}
function openAfter(open, line) {
    const ticks = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
    if (open.fence !== '') {
        const closes = ticks !== null && (ticks[1] ?? '').length >= open.fence.length && ticks[2]?.trim() === '';
        return closes ? { ...open, fence: '' } : open;
    }
    if (ticks !== null)
        return { ...open, fence: ticks[1] ?? '' };
    const folds = open.folds + count(line, /<details\b/g) - count(line, /<\/details>/g);
    return { fence: '', folds: Math.max(0, folds) };
}
function closing({ fence: ticks, folds }) {
    return `${ticks === '' ? '' : `\n${ticks}`}${'\n\n</details>'.repeat(folds)}`;
}
function count(text, pattern) {
    return [...text.matchAll(pattern)].length;
}


/***/ }),

/***/ 3806:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   RK: () => (/* binding */ visible)
/* harmony export */ });
/* unused harmony export logText */
/** Acts without being seen: control characters, direction marks, zero-width and tag characters, halves of a rune. */
const UNSEEN = /(?![\t\n\r]|(?<=\p{Extended_Pictographic})\uFE0F|(?<=[@#<\]])\u200B)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/**
 * The text with everything unseen made visible: ESC as ␛, U+202E as ⟨U+202E⟩. A zero-width space that this suite itself
 * put behind `@`, `#`, `<` or `]` stays, so that doing it twice changes nothing.
 */
function visible(text) {
    return text.replaceAll(UNSEEN, (unseen) => {
        const code = unseen.codePointAt(0) ?? 0;
        if (code < 0x20)
            return String.fromCodePoint(0x2400 + code);
        return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
}
/** A line of our own with foreign words in it: nothing behind its beginning is a command to the runner. */
function logLine(text) {
    return visible(text.replaceAll(/\r\n?/g, '\n'))
        .replaceAll('##[', '# #[')
        .replaceAll(/\n(\s*)::/g, '\n$1: :');
}
/** Foreign words for the log: no line of them is a command to the runner, a fold or a colour. */
function logText(text) {
    return visible(text.replaceAll(/\r\n?/g, '\n'))
        .replaceAll('##[', '# #[')
        .replaceAll(/^(\s*)::/gm, '$1: :');
}


/***/ }),

/***/ 2207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: SUMMARY_LIMIT_BYTES

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        file_command_issueFileCommand('PATH', inputPath);
    }
    else {
        command_issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return __awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return __awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: ./lib/markdown.js
var markdown = __nccwpck_require__(2859);
// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __nccwpck_require__(3806);
;// CONCATENATED MODULE: ./lib/runner.js





/** GitHub drops a step's whole summary above this many bytes. */
const SUMMARY_LIMIT_BYTES = 1024 * 1024;
/** Runs an action: reads nothing itself, writes outputs and summary also on failure, sets the exit code. */
async function runAction(main) {
    const cancel = new AbortController();
    const onSignal = (signal) => {
        cancel.abort(new errors/* UserError */.y(`The job was cancelled (${signal}).`));
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    try {
        await writeReport(await main({ ...runner, signal: cancel.signal }));
    }
    catch (error) {
        const message = (0,errors/* describeError */.U)(error);
        if (error instanceof Error && !(error instanceof errors/* UserError */.y))
            debug(error.stack ?? '');
        await writeReport({
            outputs: {},
            summary: `> [!CAUTION]\n> ${(0,markdown/* escapeLines */.RQ)(message)}\n`,
            failure: message
        });
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    }
}
const annotation = (place) => ({ ...place });
const log = {
    info: (line) => info((0,plain_text/* logLine */.BP)(line)),
    debug: (line) => debug((0,plain_text/* logLine */.BP)(line)),
    warning: (line, place) => warning((0,plain_text/* logLine */.BP)(line), annotation(place)),
    error: (line, place) => error((0,plain_text/* logLine */.BP)(line), annotation(place)),
    group: group
};
const runner = {
    read: (name) => getInput(name, { trimWhitespace: false }),
    log,
    mask,
    env: process.env,
    addPath: addPath
};
/** Short values are left alone: a mask of `stg` or `{` would blank outputs that merely contain it. */
function mask(value) {
    for (const line of value.split(/\r?\n/)) {
        if (line.length < 8)
            continue;
        for (const form of new Set([line, encodeURIComponent(line), Buffer.from(line).toString('base64')]))
            setSecret(form);
    }
}
async function writeReport(report) {
    for (const [name, value] of Object.entries(report.outputs))
        setOutput(name, value);
    await writeSummary(report.summary);
    if (report.failure === undefined)
        return;
    log.error(report.failure);
    process.exitCode = 1;
}
async function writeSummary(markdown) {
    const file = process.env['GITHUB_STEP_SUMMARY'];
    if (file === undefined || file === '' || markdown === '')
        return;
    if (Buffer.byteLength(markdown) > SUMMARY_LIMIT_BYTES) {
        warning('The job summary is over 1 MiB, which GitHub does not show; it is left out.');
        return;
    }
    await (0,promises_.appendFile)(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(752);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
