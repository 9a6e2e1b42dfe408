import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

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

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 8980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ seed)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: ./lib/secrets/documentdb-uri.js
var documentdb_uri = __nccwpck_require__(8088);
;// CONCATENATED MODULE: ./lib/secrets/managed-secret.js

/** Reads the JSON that RDS and DocumentDB keep of their master user; a refusal never quotes it. */
function parseManagedSecret(text, id) {
    const { username, password } = readObject(text);
    if (typeof username === 'string' && username !== '' && typeof password === 'string' && password !== '')
        return { username, password };
    throw new errors/* UserError */.y(`The secret ${id} is no JSON object with 'username' and 'password'. Name the output with the ARN of the secret that AWS made for the database's master user.`);
}
function readObject(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/observed.js
/** Since when the last of all present values holds, in milliseconds; undefined where there is none. */
function newestOf({ containers }) {
    const times = [...containers.values()].flatMap((one) => (one.kind === 'filled' ? [one.createdAt] : []));
    return times.length === 0 ? undefined : Math.max(...times);
}
/** Earlier keys, newest first; undefined when the text is no JSON list of texts. */
function parseKeys(text) {
    try {
        const keys = JSON.parse(text);
        return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./actions/seed-secrets/src/tokens.js

/**
 * Tokens of requests, which become ids of versions. A write's holds the run and the version that it replaces: the same
 * write twice is one version, A→B→A is three, and the attempts of a run know each other's writes. It holds the round where
 * an earlier one was no use: whoever moves AWSCURRENT back leaves a version that the same token would only repeat. None
 * holds the value, since ids can be read by people who may not read values.
 */
function writeToken({ run, round }, secret, replaced) {
    return uuid(['write', run, secret, replaced ?? 'nothing', ...(round === 1 ? [] : [String(round)])]);
}
/** The same for a run's every attempt, whatever the key is by then: a run rotates a key once. */
function rotationToken(run, secret) {
    return uuid(['rotate', run, secret]);
}
/** The same for every run, so that of two first keys AWS takes one; `arn` differs when Terraform makes the secret anew. */
function firstKeyToken(secret, arn) {
    return uuid(['first', secret, arn]);
}
/** The same for every run before the same date of AWS's: whoever asks again, asks for the same rotation. */
function aheadToken(arn, endsAt) {
    return uuid(['ahead', arn, String(endsAt)]);
}
/** A UUID of version 8 (RFC 9562: of one's own making). */
function uuid(parts) {
    const hex = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
    return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `8${hex.slice(13, 16)}`,
        `a${hex.slice(17, 20)}`,
        hex.slice(20, 32)
    ].join('-');
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/observe.js





/** Reads every secret that is to be written and those of the databases; each value is masked before anything else happens. */
async function observe(sources, path, ports) {
    const names = sources.flatMap(lookedAt);
    const ids = sources.flatMap(managedBy);
    const [containers, credentials] = await Promise.all([
        Promise.all(names.map(async (one) => [one.name, await look(one, path, ports)])),
        Promise.all([...new Set(ids)].map(async (id) => [id, await fetchCredentials(id, ports)]))
    ]);
    return { containers: new Map(containers), credentials: new Map(credentials) };
}
/** The secrets of AWS's own that a source depends on. */
function managedBy(source) {
    if (source.kind === 'uri')
        return [source.secretId];
    return source.kind === 'text' && source.follows !== undefined ? [source.follows] : [];
}
const lookedAt = (source) => source.kind === 'random' && source.fallbacks !== undefined
    ? [source, { kind: 'earlier', name: source.fallbacks }]
    : [source];
async function look({ kind, name }, path, ports) {
    const { secrets, hide, run } = ports;
    const full = `${path}${name}`;
    const described = await secrets.describe(full);
    if (described === undefined)
        return { kind: 'missing' };
    const { arn, versions, deletedAt } = described;
    if (deletedAt !== undefined)
        return { kind: 'leaving', at: deletedAt };
    const current = await secrets.read(full);
    if (current === undefined)
        return { kind: 'empty', arn };
    for (const value of secretParts(kind, current.text))
        hide(value);
    const { text, id, createdAt } = current;
    const filled = { kind: 'filled', arn, text, id, createdAt, versions };
    if (kind !== 'random' || id !== rotationToken(run, full))
        return filled;
    const before = await secrets.read(full, 'AWSPREVIOUS');
    if (before === undefined)
        return filled;
    hide(before.text);
    return { ...filled, previous: before.text };
}
/** What of a value is secret. A copied output is not: Terraform's state and log have it in clear. */
function secretParts(kind, text) {
    switch (kind) {
        case 'text':
            return [];
        case 'uri':
            return [text, (0,documentdb_uri/* credentialsOf */.YN)(text)?.password ?? text];
        case 'random':
            return [text];
        case 'earlier':
            return parseKeys(text) ?? [text];
    }
}
async function fetchCredentials(id, { secrets, hide }) {
    const version = await secrets.read(id);
    if (version === undefined) {
        throw new errors/* UserError */.y(`The secret ${id} of the database's master user does not exist, or has no value. Apply the stack, or give its present outputs. Nothing was written.`);
    }
    const credentials = parseManagedSecret(version.text, id);
    hide(credentials.password);
    return { ...credentials, since: version.createdAt };
}

;// CONCATENATED MODULE: ./lib/secrets/placeholder.js
/** What people and programs write where a value is to come. */
const WORDS = /^(?:change[ _-]?(?:me|it)|replace[ _-]?(?:me|this|it)|place[ _-]?holder|to[ _-]?do|tbd|dummy|example|fill[ _-]?(?:me|in)|insert[ _-]?here|unknown|undefined|null|none|nil|n\/a|x{3,}|\*{3,}|\.{3,}|-+|your[ _-].*|\(known after apply\)|\(sensitive(?: value)?\)|\(hidden\)|<[^<>]*>|\$\{[^}]*\}|\{\{[^}]*\}\})$/i;
/** `***` is what a masked value turns into. */
const TEMPLATES = /<[^<>]*>|\$\{|\{\{|\*{3}/;
/** Whether a text as a whole stands for a value and is none: `CHANGEME`, `<key>`, `***`. Random keys never do. */
function isPlaceholder(text) {
    return WORDS.test(text.trim().replaceAll(/^["'_]+|["'_]+$/g, ''));
}
/** Whether something in a text that is not random, such as a host, is still to be filled in: `<host>:5432`, `${host}`. */
const holdsPlaceholder = (text) => isPlaceholder(text) || TEMPLATES.test(text);

;// CONCATENATED MODULE: ./actions/seed-secrets/src/step.js


/** Reading again finds nothing left to write, but for somebody who writes at the same time; and they have an end, too. */
const ROUNDS = 5;
/** The secret of this name, as it was observed. */
function itemOf(name, { containers }, { path }) {
    return { name, full: `${path}${name}`, container: containers.get(name) ?? { kind: 'missing' } };
}
/** A known text: written when the secret holds another, or one that is stale for another reason. */
function planText(item, { text, reason, isStale = false }, wish) {
    const { name, full, container } = item;
    const problem = problemOf(item, wish);
    if (problem !== undefined)
        return { problem };
    const write = { name, full, value: { text }, isStale, isMissing: container.kind === 'missing' };
    if (container.kind !== 'filled')
        return { step: { ...write, change: 'created', token: writeToken(wish, full, undefined), reason } };
    const { id, createdAt: replaces } = container;
    if (container.text === text && !isStale)
        return { kept: { name, change: writtenBy(wish, item), reason: 'holds this already' } };
    const why = isPlaceholder(container.text) ? `${reason}; it held a placeholder` : reason;
    return {
        step: { ...write, change: 'updated', token: writeToken(wish, full, id), reason: why, replaces }
    };
}
/** Why nothing can be written into a secret. */
function problemOf({ full, container }, { createContainers }) {
    if (container.kind === 'missing' && !createContainers)
        return `The secret ${full} does not exist. Apply the tenant's stack, which makes it, or set create-containers to true.`;
    if (container.kind !== 'leaving')
        return undefined;
    const date = container.at.toISOString().slice(0, 10);
    return `The secret ${full} is scheduled for deletion on ${date}: until AWS has deleted it, it takes no value and its name is not free. Either bring it back (aws secretsmanager restore-secret --secret-id ${full}) and run this again, or wait until after ${date} and let Terraform make it anew; another name in the mapping works at once.`;
}
/** What this run did to a secret already, by the id of its version. */
function writtenBy({ run }, { full, container }) {
    if (container.kind !== 'filled')
        return 'unchanged';
    const [previous] = Object.entries(container.versions).find(([, labels]) => labels.includes('AWSPREVIOUS')) ?? [];
    const tokens = Array.from({ length: ROUNDS }, (_, at) => writeToken({ run, round: at + 1 }, full, previous));
    if (!tokens.includes(container.id))
        return 'unchanged';
    return previous === undefined ? 'created' : 'updated';
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/plan-key.js




/**
 * A random key and its earlier ones. The earlier ones are written first: a run that ends in between leaves the present
 * key in both, which does no harm, and the next attempt goes on from there.
 */
function planKey(item, source, { observed, wish }) {
    const key = planNewest(item, source, wish);
    if (source.fallbacks === undefined)
        return [key];
    const earlier = itemOf(source.fallbacks, observed, wish);
    const replaced = 'step' in key && key.step.change === 'rotated' ? textOf(item.container) : leftBehind(item, wish);
    return [planEarlier(earlier, { replaced, keep: source.keep }, wish), key];
}
const textOf = (container) => container.kind === 'filled' ? container.text : undefined;
/** The key that this run's rotation replaced, while its new key is the current one. */
function leftBehind({ full, container }, { run }) {
    if (container.kind !== 'filled' || container.id !== rotationToken(run, full))
        return undefined;
    return container.previous;
}
function planNewest(item, { bytes }, wish) {
    const { name, full, container } = item;
    const problem = problemOf(item, wish);
    if (problem !== undefined)
        return { problem };
    const write = {
        name,
        full,
        value: { bytes },
        isStale: false,
        isMissing: container.kind === 'missing'
    };
    if (container.kind !== 'filled') {
        const arn = container.kind === 'empty' ? container.arn : 'to be made';
        const reason = 'a random key, made once';
        return { step: { ...write, change: 'created', token: firstKeyToken(full, arn), reason } };
    }
    const replaces = container.createdAt;
    if (isPlaceholder(container.text)) {
        const token = writeToken(wish, full, container.id);
        return {
            step: { ...write, change: 'updated', token, reason: 'a random key; it held a placeholder', replaces }
        };
    }
    const token = rotationToken(wish.run, full);
    const isRotated = Object.hasOwn(container.versions, token);
    if (wish.rotate.includes(name) && !isRotated)
        return { step: { ...write, change: 'rotated', token, reason: 'rotated on request', replaces } };
    return { kept: keptKey(item, wish, isRotated) };
}
function keptKey(item, wish, isRotated) {
    const { name } = item;
    if (isRotated)
        return { name, change: 'rotated', reason: 'this run has rotated it already' };
    return { name, change: writtenBy(wish, item), reason: 'made once and kept' };
}
function planEarlier(item, { replaced, keep }, wish) {
    const { full, container } = item;
    const had = container.kind === 'filled' ? keysOf(container) : [];
    if (had === undefined) {
        return {
            problem: `The secret ${full} keeps earlier keys, but it holds no JSON list of texts. Put [] into it, or the keys that are still to be accepted.`
        };
    }
    const wanted = replaced === undefined ? had : [...new Set([replaced, ...had])].slice(0, keep);
    const isSame = container.kind === 'filled' && JSON.stringify(wanted) === JSON.stringify(parseKeys(container.text));
    const text = isSame ? container.text : JSON.stringify(wanted);
    const reason = replaced === undefined ? 'no earlier keys yet' : 'keeps the key before the rotation';
    return planText(item, { text, reason }, wish);
}
/** A placeholder counts as an empty list. */
const keysOf = ({ text }) => isPlaceholder(text) ? [] : parseKeys(text);

;// CONCATENATED MODULE: ./actions/seed-secrets/src/plan.js



/** What is to be written so that every secret is right; nothing at all when one of them cannot be. */
function planSeeding(sources, observed, wish) {
    const planned = sources.flatMap((source) => planSource(source, observed, wish));
    const problems = planned.flatMap((one) => ('problem' in one ? [one.problem] : []));
    if (problems.length > 0)
        return { kind: 'refused', problems };
    return {
        kind: 'ready',
        steps: planned.flatMap((one) => ('step' in one ? [one.step] : [])),
        kept: planned.flatMap((one) => ('kept' in one ? [one.kept] : []))
    };
}
function planSource(source, observed, wish) {
    const item = itemOf(source.name, observed, wish);
    switch (source.kind) {
        case 'text':
            return [planOutput(item, source, { observed, wish })];
        case 'uri':
            return [planUri(item, source, { observed, wish })];
        case 'random':
            return planKey(item, source, { observed, wish });
    }
}
function planOutput(item, { text, from, follows }, { observed, wish }) {
    const { container } = item;
    const since = follows === undefined ? undefined : observed.credentials.get(follows)?.since;
    const isStale = since !== undefined && container.kind === 'filled' && since > container.createdAt;
    const reason = isStale ? `stale: AWS changed the password beside it (${minute(since)})` : `output ${from}`;
    return planText(item, { text, reason, isStale }, wish);
}
const minute = (time) => `${new Date(time).toISOString().slice(0, 16)}Z`;
function planUri(item, { uri, secretId }, { observed, wish }) {
    const now = observed.credentials.get(secretId);
    if (now === undefined)
        return { problem: `The credentials for ${item.full} were not read.` };
    const text = (0,documentdb_uri/* withCredentials */.tE)(uri, now);
    const copy = item.container.kind === 'filled' ? (0,documentdb_uri/* credentialsOf */.YN)(item.container.text) : undefined;
    const isStale = copy !== undefined && (copy.password !== now.password || copy.username !== now.username);
    const reason = isStale
        ? `stale: AWS changed the credentials (${minute(now.since)})`
        : "output and the database's own credentials";
    return planText(item, { text, reason, isStale }, wish);
}

;// CONCATENATED MODULE: ./lib/elapsed.js
/** Milliseconds for a reader: 4.2s, 58s, 3m 05s, 1h 02m. */
function renderElapsed(ms) {
    const seconds = Math.max(0, ms) / 1000;
    if (seconds < 10)
        return `${(Math.round(seconds * 10) / 10).toString()}s`;
    const whole = Math.round(seconds);
    if (whole < 60)
        return `${whole}s`;
    const two = (number) => String(number).padStart(2, '0');
    if (whole < 3600)
        return `${Math.floor(whole / 60)}m ${two(whole % 60)}s`;
    return `${Math.floor(whole / 3600)}h ${two(Math.floor((whole % 3600) / 60))}m`;
}

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

;// CONCATENATED MODULE: ./actions/seed-secrets/src/rotate-ahead.js





/** AWS: "typically completes within one minute". */
const LONGEST_MS = 5 * 60_000;
/**
 * Rotates the databases' passwords that AWS would rotate within a time, one after the other, so that the copies and the restart
 * follow within minutes and not hours. What cannot be rotated is told and left to AWS: it keeps nobody from refreshing the rest.
 */
async function rotateAhead(sources, wanted, ports) {
    const found = [];
    for (const one of managedIn(sources)) {
        const became = await lookAfter(one, wanted, ports);
        if (became !== undefined)
            found.push({ ...one, ...became });
    }
    return found;
}
function managedIn(sources) {
    const ids = [...new Set(sources.flatMap(managedBy))];
    const namesOf = (id) => sources.filter((source) => managedBy(source).includes(id)).map(({ name }) => name);
    return ids.map((secret) => ({ secret, names: namesOf(secret) }));
}
async function lookAfter(one, wanted, ports) {
    const { signal, log } = ports;
    try {
        return await bringForward(one, wanted, ports);
    }
    catch (error) {
        signal.throwIfAborted();
        const sentence = `${(0,errors/* describeError */.U)(error)} AWS rotates it at its own time, and the next run copies it. To have it done now: aws secretsmanager rotate-secret --secret-id ${one.secret}; then run this again.`;
        log.warning(`${one.secret} was not rotated ahead. ${sentence}`);
        return { kind: 'failed', sentence };
    }
}
async function bringForward({ secret, names }, { within, dryRun }, ports) {
    const { secrets, clock, log } = ports;
    const before = await secrets.describe(secret);
    if (before === undefined)
        return undefined;
    const isDue = isDueAt(clock.now(), before, within);
    if (dryRun)
        return isDue ? { kind: 'due' } : undefined;
    // A rotation under way, of a run that was killed or of AWS's own, is not begun again but waited for.
    const isUnderWay = hasPending(before);
    if (!isDue && !isUnderWay)
        return undefined;
    if (!isUnderWay) {
        log.info(`The password behind ${names.join(', ')} is due: AWS is asked to rotate ${secret} now.`);
        await secrets.rotate({ id: secret, token: tokenOf(before) });
    }
    await settle(secret, before, ports);
    return { kind: 'rotated' };
}
/** Whether the time before AWS's own rotation has begun, and none was made in it. */
function isDueAt(now, described, within) {
    const { rotation } = described;
    if (rotation === undefined) {
        throw new errors/* UserError */.y('Its rotation is turned off. Turn it on again: apply the stack, whose rotation_days says how often.');
    }
    const { opensAt, lastAt = 0 } = rotation;
    const dueFrom = opensAt - within;
    return now >= dueFrom && lastAt < dueFrom && currentOf(described) !== tokenOf(described);
}
const tokenOf = ({ arn, rotation }) => aheadToken(arn, rotation?.endsAt ?? 0);
const currentOf = ({ versions }) => Object.entries(versions).find(([, labels]) => labels.includes('AWSCURRENT'))?.[0];
/** A pending version that is not the current one: AWS takes no other rotation meanwhile. */
const hasPending = ({ versions }) => Object.values(versions).some((labels) => labels.includes('AWSPENDING') && !labels.includes('AWSCURRENT'));
async function settle(secret, before, ports) {
    const { secrets, clock, signal } = ports;
    const settled = await poll(async () => {
        const now = await secrets.describe(secret);
        return now !== undefined && currentOf(now) !== currentOf(before) && !hasPending(now) ? true : undefined;
    }, { clock, signal, deadlineMs: LONGEST_MS });
    if (settled !== true)
        throw new errors/* UserError */.y(`AWS has not ended its rotation within ${renderElapsed(LONGEST_MS)}.`);
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/sources.js



const SECRET_ARN = /^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$/;
const ENDPOINT = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?:([1-9]\d{0,4})$/;
/** What every secret is made of, random keys last; all faults of the outputs at once when one does not do. */
function resolveSources(mapping, outputs) {
    const resolved = Object.entries(mapping).map(([name, entry]) => resolve(name, entry, outputs));
    const faults = resolved.flatMap((one) => ('faults' in one ? one.faults : []));
    if (faults.length > 0)
        throw new errors/* UserError */.y(`${faults.join('\n')}\nNothing was written.`);
    const sources = resolved.filter((one) => !('faults' in one));
    return sources.toSorted((left, right) => Number(left.kind === 'random') - Number(right.kind === 'random'));
}
/** The secrets that a source fills, in the order in which they are written. */
const namesOf = (source) => source.kind === 'random' && source.fallbacks !== undefined ? [source.fallbacks, source.name] : [source.name];
function resolve(name, entry, outputs) {
    switch (entry.kind) {
        case 'random':
            return { ...entry, name };
        case 'output':
            return resolveText(name, entry, outputs);
        case 'documentdb-uri':
            return resolveUri(name, entry, outputs);
    }
}
function resolveText(name, { output, form, follows }, outputs) {
    const text = readOutput(output, name, outputs);
    const secretId = follows === undefined ? undefined : readArn(follows, name, outputs);
    const faults = [text, secretId].flatMap((one) => (typeof one === 'object' ? one.faults : []));
    if (form === 'endpoint' && typeof text === 'string' && !isEndpoint(text))
        faults.push(`Output '${output}', the source of ${name}, is not <host>:<port>.`);
    if (typeof text !== 'string' || typeof secretId === 'object' || faults.length > 0)
        return { faults };
    return { kind: 'text', name, text, from: output, ...(secretId === undefined ? {} : { follows: secretId }) };
}
function resolveUri(name, entry, outputs) {
    const uri = readOutput(entry.uri, name, outputs);
    const secretId = readArn(entry.credentials, name, outputs);
    const faults = [uri, secretId].flatMap((one) => (typeof one === 'string' ? [] : one.faults));
    if (typeof uri === 'string')
        faults.push(...(0,documentdb_uri/* lintDocumentDbUri */.F7)(uri).map((fault) => `Output '${entry.uri}', the source of ${name}: ${fault}`));
    if (typeof uri !== 'string' || typeof secretId !== 'string' || faults.length > 0)
        return { faults };
    return { kind: 'uri', name, uri, secretId };
}
function readArn(output, name, outputs) {
    const arn = readOutput(output, name, outputs);
    if (typeof arn !== 'string' || SECRET_ARN.test(arn))
        return arn;
    return { faults: [`Output '${output}', the source of ${name}, is not the ARN of a secret.`] };
}
const isEndpoint = (text) => Number(ENDPOINT.exec(text)?.[1] ?? 65_536) < 65_536;
function readOutput(output, name, outputs) {
    const value = outputs.get(output)?.value;
    const text = ['number', 'boolean'].includes(typeof value) ? String(value) : value;
    const fault = faultOf(text);
    if (fault === undefined)
        return text;
    const known = outputs.has(output) ? '' : ` The outputs are: ${[...outputs.keys()].join(', ')}.`;
    return { faults: [`Output '${output}', the source of ${name}, ${fault}.${known}`] };
}
function faultOf(value) {
    if (value === undefined)
        return 'does not exist';
    if (value === null)
        return 'is null';
    if (typeof value !== 'string')
        return 'is no text but a list or an object';
    if (value.trim() === '')
        return 'is empty';
    return holdsPlaceholder(value) ? 'is a placeholder in place of a value' : undefined;
}
/** Refuses outputs that tell of another tenant's or another region's secrets. */
function checkTenant(outputs, { path }, region) {
    const arns = Object.values(outputs.get('secret_arns')?.value ?? {}).filter((one) => typeof one === 'string' && SECRET_ARN.test(one));
    for (const arn of arns) {
        const [, , , where = '', , , secret = ''] = arn.split(':');
        if (!secret.startsWith(path)) {
            throw new errors/* UserError */.y(`These outputs are not of ${path}: their secret_arns name ${secret.replace(/-\w{6}$/, '')}. Give the outputs of this tenant and environment.`);
        }
        if (where !== region) {
            throw new errors/* UserError */.y(`These outputs tell of secrets in ${where}, but AWS_REGION is ${region}. Configure the credentials for ${where}.`);
        }
    }
}

// EXTERNAL MODULE: ./lib/aws/secret-errors.js + 1 modules
var secret_errors = __nccwpck_require__(7037);
;// CONCATENATED MODULE: ./actions/seed-secrets/src/write-rate.js

const MINUTE_MS = 60_000;
/** AWS asks for no more than one version in ten minutes, sustained: it keeps every version for a day, and 100 of them. */
const INTERVAL_MS = 10 * MINUTE_MS;
const WINDOW_MS = 60 * MINUTE_MS;
const LARGEST_COUNT = WINDOW_MS / INTERVAL_MS;
/** Sentences on the secrets that were written too often of late; asks AWS only about those whose value is minutes old. */
async function checkWriteRate(steps, ports) {
    const now = ports.clock.now();
    const young = steps.filter(({ replaces }) => replaces !== undefined && now - replaces < INTERVAL_MS);
    const problems = await Promise.all(young.map((step) => check(step, now, ports)));
    return problems.filter((problem) => problem !== undefined);
}
async function check({ full }, now, { secrets, log }) {
    let times;
    try {
        times = await secrets.versionTimes(full);
    }
    catch (error) {
        if (!(error instanceof secret_errors/* DeniedError */.iC))
            throw error;
        log.warning(`How often ${full} was written is not checked. ${error.message}`);
        return undefined;
    }
    const recent = times.filter((time) => now - time < WINDOW_MS).toSorted((left, right) => left - right);
    if (recent.length < LARGEST_COUNT)
        return undefined;
    const free = new Date((recent.at(-LARGEST_COUNT) ?? now) + WINDOW_MS).toISOString().slice(11, 16);
    return `The secret ${full} got ${recent.length} versions within an hour. AWS keeps each for a day and takes 100 in all, so one more is refused until ${free} UTC. Find out who else writes it: two seeds with different sources undo each other.`;
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/write.js
/** Writes one secret after the other, in the plan's order; what somebody else was faster at is left to the next round. */
async function write(steps, course, ports) {
    for (const step of steps) {
        ports.signal.throwIfAborted();
        const how = await send(step, course, ports);
        course.done.set(step.name, { step, how });
        ports.log.info(how === 'written'
            ? `${step.change}: ${step.full} (${step.reason})`
            : `${step.full} was changed by somebody else meanwhile; it is read again.`);
    }
}
async function send(step, { inputs: { tenant }, kmsKey }, { secrets, random, hide }) {
    const { full, value, token } = step;
    const text = 'text' in value ? value.text : random(value.bytes);
    // An endpoint is no secret; everything else was masked when it was read.
    if (!('text' in value) || text.startsWith('mongodb:'))
        hide(text);
    if (!step.isMissing)
        return secrets.put({ name: full, text, token });
    return secrets.create({
        name: full,
        text,
        token,
        description: `Written by seed-secrets: ${step.reason}`,
        tags: { Project: 'Caliber', Client: tenant.client, Env: tenant.env, ManagedBy: 'seed-secrets' },
        ...(kmsKey === undefined ? {} : { kmsKeyArn: kmsKey })
    });
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/act.js









/** Reads, compares, writes and reads again, until every secret's AWSCURRENT is what it should be. */
async function seed(inputs, outputs, ports) {
    const { tenant, mapping } = inputs;
    checkTenant(outputs, tenant, ports.region);
    const sources = resolveSources(mapping, outputs);
    const kmsKey = outputs.get('kms_key_arn')?.value;
    const done = new Map();
    const course = { inputs, sources, done, ...(typeof kmsKey === 'string' ? { kmsKey } : {}) };
    let ahead = [];
    try {
        ahead = await goAhead(course, ports);
        return { ...(await rounds(course, ports)), ahead };
    }
    catch (error) {
        const cause = ports.signal.aborted ? ports.signal.reason : error;
        // Before the first write a fault is a fault and nothing more.
        if (!hasWritten(done) && !ahead.some(({ kind }) => kind === 'rotated'))
            throw cause;
        return { kind: 'failed', sentence: (0,errors/* describeError */.U)(cause), rows: rowsAfter(sources, done), ahead };
    }
}
/** Rotates what AWS is about to rotate; nothing whose copy could not be written afterwards. */
async function goAhead(course, ports) {
    const { inputs, sources } = course;
    if (inputs.rotateAhead === undefined)
        return [];
    const observed = await observe(sources, inputs.tenant.path, ports);
    const plan = planSeeding(sources, observed, { ...wishOf(course, ports), round: 1 });
    return plan.kind === 'refused' ? [] : rotateAhead(sources, { ...inputs, within: inputs.rotateAhead }, ports);
}
async function rounds(course, ports) {
    const { inputs, sources, done } = course;
    const { path } = inputs.tenant;
    for (let round = 1; round <= ROUNDS; round += 1) {
        const observed = await observe(sources, path, ports);
        const plan = planSeeding(sources, observed, { ...wishOf(course, ports), round });
        if (plan.kind === 'refused')
            return refuse(plan.problems, course);
        if (inputs.dryRun)
            return { kind: 'planned', rows: rowsOf(plan, new Map(), observed) };
        if (plan.steps.length === 0)
            return { kind: 'seeded', rows: rowsOf(plan, done, observed), newestAt: newestOf(observed) };
        const problems = await checkWriteRate(plan.steps, ports);
        if (problems.length > 0)
            return refuse(problems, course);
        await write(plan.steps, course, ports);
    }
    throw new errors/* UserError */.y(`Somebody else writes other values into ${path} at the same time: after ${ROUNDS} rounds AWSCURRENT is still not what it should be. End the other run, then run this again.`);
}
const hasWritten = (done) => [...done.values()].some(({ how }) => how === 'written');
/** A refusal after something was written is a failure: the outputs tell what was. */
function refuse(problems, { sources, done }) {
    if (!hasWritten(done))
        return { kind: 'refused', problems };
    return { kind: 'failed', sentence: problems.join('\n'), rows: rowsAfter(sources, done) };
}
function wishOf({ inputs, done }, { run }) {
    // AWS said that this run's rotation is a version already, if one without a label: it is not tried again.
    const isSettled = (name) => done.get(name)?.step.change === 'rotated';
    return {
        path: inputs.tenant.path,
        run,
        rotate: inputs.rotate.filter((name) => !isSettled(name)),
        createContainers: inputs.createContainers
    };
}
/** What was done in this attempt comes before what is told by the versions' ids. */
function rowsOf(plan, done, observed) {
    const rows = [
        ...plan.steps.map(rowOf),
        ...plan.kept.map(({ name, change, reason }) => {
            const written = done.get(name);
            const container = observed.containers.get(name);
            const isCurrent = container?.kind === 'filled' && container.id === written?.step.token;
            if (written !== undefined && (written.how === 'written' || isCurrent))
                return rowOf(written.step);
            return { name, change, isStale: false, reason: isLate(written, change) ? LATE : reason };
        })
    ];
    return rows.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
const LATE = 'this run rotated it earlier, and other runs have since';
const isLate = (written, change) => written?.step.change === 'rotated' && change === 'unchanged';
const rowOf = ({ name, change, isStale, reason }) => ({ name, change, isStale, reason });
function rowsAfter(sources, done) {
    return sources.flatMap(namesOf).map((name) => {
        const written = done.get(name);
        if (written?.how === 'written')
            return rowOf(written.step);
        return { name, change: 'pending', isStale: false, reason: 'not reached, or not known to be right' };
    });
}


/***/ }),

/***/ 2385:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(5336);
/* harmony import */ var _lib_aws_secrets_manager_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3070);
/* harmony import */ var _lib_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2442);
/* harmony import */ var _lib_runner_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5455);
/* harmony import */ var _lib_secrets_masks_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9227);
/* harmony import */ var _lib_secrets_stack_outputs_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(1757);
/* harmony import */ var _act_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8980);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9118);
/* harmony import */ var _read_outputs_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9174);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3159);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6659);












await (0,_lib_runner_js__WEBPACK_IMPORTED_MODULE_3__/* .runAction */ .C)(async (runner) => {
    const inputs = await (0,_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .parseInputs */ .T)(runner.read);
    const ports = openPorts(runner);
    const outputs = await (0,_read_outputs_js__WEBPACK_IMPORTED_MODULE_9__/* .readOutputs */ .T)(inputs.from, ports);
    return (0,_report_js__WEBPACK_IMPORTED_MODULE_7__/* .toReport */ .c)(inputs, { outcome: await (0,_act_js__WEBPACK_IMPORTED_MODULE_5__/* .seed */ .c)(inputs, outputs, ports), stack: (0,_lib_secrets_stack_outputs_js__WEBPACK_IMPORTED_MODULE_10__/* .openOutputs */ .tS)(outputs) });
});
function openPorts(runner) {
    const { env, log, mask, signal } = runner;
    const connection = (0,_lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_11__/* .readConnection */ .dC)(env, signal);
    const { GITHUB_REPOSITORY_ID: repository = '', GITHUB_RUN_ID: run = '' } = env;
    return {
        ...(0,_workspace_js__WEBPACK_IMPORTED_MODULE_8__/* .workspacePort */ .N)(runner),
        secrets: (0,_lib_aws_secrets_manager_js__WEBPACK_IMPORTED_MODULE_1__/* .secretsManager */ .R)(connection),
        hide: (text) => {
            for (const form of (0,_lib_secrets_masks_js__WEBPACK_IMPORTED_MODULE_4__/* .maskForms */ .y)(text))
                mask(form);
        },
        random: (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(bytes).toString('base64url'),
        run: run === '' ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() : `${repository}/${run}`,
        region: connection.region,
        clock: _lib_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .m,
        log,
        signal
    };
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
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
        throw new UserError(`Input '${name}' is '${value}', which is no whole number from ${range.min} to ${range.max}. Write digits only.`);
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
    const path = posix.normalize(value.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
    if (!posix.isAbsolute(path) && path !== '..' && !path.startsWith('../'))
        return path;
    throw new UserError(`Input '${name}' is '${path}', which is outside the repository. Name a path relative to its root.`);
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
    throw new UserError(`Input '${name}' names '${twice}' twice. Remove one of the two.`);
}
function lineEntry(line, where, { line: form, written }) {
    const [, key, value] = form.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
        return [key, value];
    throw new UserError(`${where} is not ${written}. Write one a line.`);
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
    throw new UserError(`Input '${name}' begins like JSON, but is no object of texts. Write it as ${json}.`);
}

// EXTERNAL MODULE: ./lib/terraform/secret-shapes.js
var secret_shapes = __nccwpck_require__(214);
;// CONCATENATED MODULE: ./lib/backend-config.js



/** Names that sound secret and are not, and the other way round. */
const HARMLESS = /^(?:key|kms_key_id|shared_credentials_files?|use_lockfile|dynamodb_table)$/;
const SECRET = /^(?:sse_customer_key|conn_str|credentials|headers?)$/;
/** The backend's settings, name=value; credentials are refused, since Terraform writes them into the plan file. */
function parseBackendConfig(read) {
    return list(read, 'backend-config').map(checkLine);
}
function checkLine(line) {
    const [, name = ''] = /^([A-Za-z_][\w.-]*)\s*=/.exec(line) ?? [];
    if (name === '') {
        throw new errors/* UserError */.y("Input 'backend-config' has a line that is not name=value. Write one setting a line, such as key=caliber/acme.tfstate; files are not taken.");
    }
    if (SECRET.test(name) || (!HARMLESS.test(name) && (0,secret_shapes/* isSecretName */.eh)(name))) {
        throw new errors/* UserError */.y(`Input 'backend-config' sets '${name}', a credential, which Terraform would write into the plan file. Leave it out and give credentials through the environment.`);
    }
    checkValue(name, line.slice(line.indexOf('=') + 1).trim());
    return line;
}
/** Credentials inside a value: a URL's user and password, a token's shape, a name within an object. */
function checkValue(name, value) {
    const names = [...value.matchAll(/([A-Za-z_]\w*)\s*[=:]/g)].map(([, inner = '']) => inner);
    const inner = names.find((one) => SECRET.test(one) || (!HARMLESS.test(one) && (0,secret_shapes/* isSecretName */.eh)(one)));
    if (inner === undefined && !/:\/\/[^/?#]*@/.test(value) && (0,secret_shapes/* hideShapes */.v)(value) === value)
        return;
    throw new errors/* UserError */.y(`Input 'backend-config' sets '${name}' to a value that holds ${inner === undefined ? 'a credential' : `'${inner}', a credential`}, which Terraform would write into the plan file. Give credentials through the environment.`);
}

// EXTERNAL MODULE: ./lib/secrets/mapping.js
var secrets_mapping = __nccwpck_require__(4956);
// EXTERNAL MODULE: ./lib/secrets/stack-outputs.js
var stack_outputs = __nccwpck_require__(1757);
;// CONCATENATED MODULE: ./actions/seed-secrets/src/inputs.js





const CLIENT = {
    pattern: /^(?!.*(?:--|-$))[A-Za-z][A-Za-z0-9-]{1,12}$/,
    expected: "a tenant's name: 2 to 13 letters, digits and single hyphens, a letter first"
};
const HOUR_MS = 3_600_000;
const AHEAD = { min: 1000, max: 30 * 24 * HOUR_MS, words: '1s to 720h, which are 30 days' };
const ENV = { pattern: /^(?:dev|stg|prod)$/, expected: 'one of dev, stg and prod' };
/** All inputs, or one sentence on the first that is wrong. */
async function parseInputs(read) {
    const client = requiredMatching(read, 'client', CLIENT).toLowerCase();
    const env = requiredMatching(read, 'env', ENV);
    const tenant = { client, env, path: `caliber/${client}/${env}/` };
    const mapping = optional(read, 'mapping');
    const inputs = {
        tenant,
        mapping: mapping === undefined ? secrets_mapping/* CALIBER_MAPPING */.s : await parse(mapping),
        rotate: list(read, 'rotate').map((name) => name.replace(tenant.path, '')),
        rotateAhead: durationWithin(read, 'rotate-ahead', AHEAD),
        createContainers: flag(read, 'create-containers'),
        dryRun: flag(read, 'dry-run'),
        from: parseSource(read)
    };
    for (const name of inputs.rotate)
        checkRotatable(name, inputs.mapping);
    return inputs;
}
/** The parsers are loaded only for a mapping of one's own. */
async function parse(mapping) {
    const { parseMapping } = await Promise.all(/* import() */[__nccwpck_require__.e(801), __nccwpck_require__.e(162)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7162));
    return parseMapping(mapping);
}
function parseSource(read) {
    const json = optional(read, 'outputs');
    const file = optional(read, 'outputs-file');
    const folder = optional(read, 'working-directory');
    const backendConfig = parseBackendConfig(read);
    const given = [json, file, folder].filter((one) => one !== undefined).length;
    if (given !== 1) {
        const fault = given === 0 ? 'none is' : `${given} are`;
        throw new errors/* UserError */.y(`Exactly one of the inputs 'outputs', 'outputs-file' and 'working-directory' says where the stack's outputs are, but ${fault} given. Set one.`);
    }
    if (folder !== undefined)
        return { kind: 'folder', path: folder, backendConfig };
    if (backendConfig.length > 0) {
        throw new errors/* UserError */.y("Input 'backend-config' is only for 'working-directory': nothing else asks Terraform. Leave it out.");
    }
    return file === undefined
        ? { kind: 'json', outputs: (0,stack_outputs/* parseOutputs */.Q8)(json ?? '', "Input 'outputs'") }
        : { kind: 'file', path: file };
}
function checkRotatable(name, mapping) {
    const entry = Object.hasOwn(mapping, name) ? mapping[name] : undefined;
    if (entry?.kind === 'random')
        return;
    const random = Object.keys(mapping).filter((one) => mapping[one]?.kind === 'random');
    const why = entry === undefined
        ? 'which the mapping does not have'
        : 'which is copied from elsewhere and rotates where it comes from';
    throw new errors/* UserError */.y(`Input 'rotate' names '${name}', ${why}. What can be rotated: ${random.join(', ') || 'nothing'}.`);
}


/***/ }),

/***/ 9174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ readOutputs)
/* harmony export */ });
/* harmony import */ var _lib_secrets_stack_outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1757);

/** The stack's outputs, the sensitive ones masked. */
async function readOutputs(from, ports) {
    const outputs = await read(from, ports);
    for (const text of (0,_lib_secrets_stack_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .sensitiveTexts */ .bl)(outputs))
        ports.hide(text);
    return outputs;
}
async function read(from, ports) {
    switch (from.kind) {
        case 'json':
            return from.outputs;
        case 'file':
            return (0,_lib_secrets_stack_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseOutputs */ .Q8)(await ports.readText(from.path), `The file ${from.path} of input 'outputs-file'`);
        case 'folder': {
            const terraform = await ports.terraformIn(from.path);
            const { backendConfig } = from;
            if (backendConfig.length > 0)
                await terraform.init({ backendConfig });
            return (0,_lib_secrets_stack_outputs_js__WEBPACK_IMPORTED_MODULE_0__/* .parseOutputs */ .Q8)(await terraform.output(), `The state of ${from.path}`);
        }
    }
}


/***/ }),

/***/ 3159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ toReport)
});

// UNUSED EXPORTS: needsRollout

// EXTERNAL MODULE: ./lib/markdown.js
var markdown = __nccwpck_require__(2859);
;// CONCATENATED MODULE: ./lib/summary.js

/** Parts of a page with a blank line between each; empty ones are left out. */
const paragraphs = (parts) => parts.filter((part) => part !== '').join('\n\n');
/** A text that nobody can overlook; it may have several lines, and none is read as Markdown. */
const callout = (kind, text) => `> [!${kind}]\n> ${escapeLines(text)}`;
/** What a step came to: plain where it is good. */
const verdict = (isGood, sentence) => isGood ? escapeLines(sentence) : callout('CAUTION', sentence);
/** Sentences that come one after the other. */
const numbered = (steps) => steps.map((step, at) => `${at + 1}. ${escapeInline(step)}`).join('\n');
/** A table of Markdown cells, cut after `most` rows; '' without any row. */
function table(titles, rows, most = 100) {
    if (rows.length === 0)
        return '';
    const shown = [(0,markdown/* tableHead */.PP)(titles), ...rows.slice(0, most).map((cells) => (0,markdown/* tableRow */.jD)(cells))].join('\n');
    return rows.length > most ? `${shown}\n\n… and ${rows.length - most} more.` : shown;
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/summary.js


/** The job summary: what became of each secret and why, and what comes next. Never a value. */
function renderSummary({ tenant: { path } }, outcome) {
    const title = `## ${ICONS[outcome.kind]} Secrets of ${(0,markdown/* codeSpan */.SS)(path)}`;
    const rows = outcome.kind === 'refused' ? [] : outcome.rows;
    return paragraphs([
        title,
        describe(outcome),
        ...outcome.ahead.map(renderAhead),
        renderRows(rows),
        next(outcome)
    ]);
}
const ICONS = {
    seeded: '🔑',
    planned: '📋',
    refused: '⛔',
    failed: '❌'
};
function describe(outcome) {
    switch (outcome.kind) {
        case 'seeded':
            return counts(outcome.rows);
        case 'planned':
            return `Dry run, nothing was written. What would be: ${counts(outcome.rows)}`;
        case 'refused':
            return `> [!CAUTION]\n> **Nothing was written.** ${(0,markdown/* escapeLines */.RQ)(outcome.problems.join('\n'))}`;
        case 'failed':
            return `> [!CAUTION]\n> **The seeding stopped part-way.** ${(0,markdown/* escapeLines */.RQ)(outcome.sentence)}`;
    }
}
/** What became of a database's password that AWS is about to rotate. */
function renderAhead(one) {
    const of = one.names.map(markdown/* codeSpan */.SS).join(', ');
    switch (one.kind) {
        case 'rotated':
            return `The database's password behind ${of} was rotated ahead of AWS's own time.`;
        case 'due':
            return `The database's password behind ${of} would be rotated now, ahead of AWS's own time.`;
        case 'failed':
            return `> [!WARNING]\n> The database's password behind ${of} was not rotated ahead. ${(0,markdown/* escapeLines */.RQ)(one.sentence)}`;
    }
}
function counts(rows) {
    const kinds = ['created', 'updated', 'rotated', 'unchanged'];
    const told = kinds.map((kind) => [kind, rows.filter(({ change }) => change === kind).length]);
    const words = told.filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`);
    return `${words.join(', ')}.`;
}
const renderRows = (rows) => table(['Secret', 'Change', 'Why'], rows.map(({ name, change, reason }) => [(0,markdown/* codeSpan */.SS)(name), change, (0,markdown/* escapeInline */.VV)(reason)]));
function next(outcome) {
    if (outcome.kind === 'refused')
        return '';
    if (outcome.kind === 'failed')
        return 'Running this again goes on from here; nothing is done twice.';
    const changed = outcome.rows.some(({ change }) => change !== 'unchanged');
    if (!changed)
        return '';
    const verb = outcome.kind === 'planned' ? 'would keep' : 'keep';
    return `Running tasks ${verb} the values that they started with. Restart them next: action \`rollout\` with \`restart-if-older-than\`.`;
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/report.js

const CHANGES = ['created', 'updated', 'unchanged', 'rotated'];
/** Outputs, summary and the sentence that makes the step red. */
function toReport(inputs, { outcome, stack }) {
    const failure = failureOf(outcome);
    return {
        outputs: { ...toOutputs(inputs, outcome), 'stack-outputs': JSON.stringify(stack) },
        summary: renderSummary(inputs, outcome),
        ...(failure === undefined ? {} : { failure })
    };
}
function failureOf(outcome) {
    switch (outcome.kind) {
        case 'seeded':
        case 'planned':
            return undefined;
        case 'refused':
            return `${outcome.problems.join('\n')}\nNothing was written.`;
        case 'failed':
            return `${outcome.sentence}\nWritten before that: ${writtenIn(outcome.rows).join(', ') || 'nothing'}. Running this again goes on from there.`;
    }
}
const writtenIn = (rows) => rows.filter(({ change }) => change !== 'pending' && change !== 'unchanged').map(({ name }) => name);
/** The outputs, none of which holds a value. */
function toOutputs({ tenant, dryRun }, outcome) {
    const rows = outcome.kind === 'refused' ? [] : outcome.rows;
    const lists = Object.fromEntries(CHANGES.map((wanted) => [wanted, rows.filter(({ change }) => change === wanted).map(({ name }) => name)]));
    const stale = rows.filter(({ isStale }) => isStale).map(({ name }) => name);
    const rotatedAhead = outcome.ahead.flatMap(({ kind, names }) => (kind === 'failed' ? [] : names));
    const rolloutNeeded = needsRollout(outcome);
    const newestAt = outcome.kind === 'seeded' ? outcome.newestAt : undefined;
    const newestVersionAt = newestAt === undefined ? '' : new Date(newestAt).toISOString();
    const { client, env, path } = tenant;
    return {
        ...Object.fromEntries(Object.entries(lists).map(([name, names]) => [name, JSON.stringify(names)])),
        'rotated-ahead': JSON.stringify(rotatedAhead),
        stale: JSON.stringify(stale),
        'rollout-needed': String(rolloutNeeded),
        'newest-version-at': newestVersionAt,
        result: JSON.stringify({
            outcome: outcome.kind,
            client,
            env,
            path,
            dryRun,
            ...lists,
            rotatedAhead,
            ahead: outcome.ahead,
            stale,
            rolloutNeeded,
            newestVersionAt,
            secrets: rows,
            ...(outcome.kind === 'refused' ? { problems: outcome.problems } : {}),
            ...(outcome.kind === 'failed' ? { sentence: outcome.sentence } : {})
        })
    };
}
/** Whether running tasks hold values that are no longer right. */
function needsRollout(outcome) {
    return outcome.kind !== 'refused' && writtenIn(outcome.rows).length > 0;
}


/***/ }),

/***/ 6659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ workspacePort)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_.dirname(filePath);
                        const upperName = external_path_.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function exec_getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(1421);
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./lib/process.js



/** After a cancellation: an interrupt, this long to finish properly (Terraform gives its lock back), then the end. */
const GRACE_MS = 60_000;
/** For what may run long and must be told of a cancellation: no shell, no input, bytes decoded once they are complete. */
const process_exec = (command, args, options) => new Promise((resolve, reject) => {
    const { cwd, env, signal, apart: detached = false } = options;
    if (signal.aborted)
        return reject(signal.reason);
    const child = (0,external_node_child_process_.spawn)(command, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached });
    const stdout = collect(child.stdout, options.onStdout);
    const stderr = collect(child.stderr, options.onStderr);
    const stopListening = interruptOnAbort(child, signal);
    child.once('error', (cause) => {
        stopListening();
        reject(new Error(`The command '${command}' cannot be started in ${cwd}.`, { cause }));
    });
    child.once('close', (code) => {
        stopListening();
        if (signal.aborted)
            return reject(signal.reason);
        resolve({ code: code ?? 1, stdout: stdout(), stderr: stderr() });
    });
});
/** For what ends by itself within moments, such as a question for a version: through the toolkit, and not interrupted. */
const execBriefly = async (command, args, { cwd, env, signal }) => {
    signal.throwIfAborted();
    const known = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    const { exitCode, stdout, stderr } = await getExecOutput(`"${command}"`, [...args], {
        cwd,
        env: Object.fromEntries(known),
        ignoreReturnCode: true,
        silent: true
    });
    return { code: exitCode, stdout, stderr };
};
function interruptOnAbort(child, signal) {
    let timer;
    const interrupt = () => {
        child.kill('SIGINT');
        timer = setTimeout(() => child.kill('SIGTERM'), GRACE_MS);
    };
    signal.addEventListener('abort', interrupt, { once: true });
    return () => {
        signal.removeEventListener('abort', interrupt);
        clearTimeout(timer);
    };
}
/** Keeps every byte and hands on whole lines; a character split between two chunks stays one character. */
function collect(stream, onLine) {
    const chunks = [];
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let rest = '';
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        if (onLine === undefined)
            return;
        const lines = (rest + decoder.write(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
    });
    stream.on('end', () => {
        if (onLine !== undefined && rest + decoder.end() !== '')
            onLine(rest);
    });
    return () => Buffer.concat(chunks).toString('utf8');
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __nccwpck_require__(3806);
;// CONCATENATED MODULE: ./lib/terraform/arguments.js
/** What the file of variables that come with a job, not with the checkout, is called. */
const GIVEN_VARIABLES = 'given.tfvars.json';
/** The same arguments with one more file of variables, which is read last. */
function withVariables(args, file) {
    return file === undefined ? args : { ...args, varFiles: [...args.varFiles, file] };
}
/** The command line of `terraform plan` for these arguments. */
function planCommand(args) {
    return [
        'plan',
        '-json',
        '-input=false',
        '-lock=true',
        `-out=${args.out}`,
        ...args.varFiles.map((file) => `-var-file=${file}`),
        ...args.targets.map((address) => `-target=${address}`),
        ...args.replace.map((address) => `-replace=${address}`),
        ...(args.refreshOnly ? ['-refresh-only'] : []),
        ...(args.destroy ? ['-destroy'] : []),
        ...tuning(args)
    ];
}
/** The command line of `terraform apply` for a saved plan: no variables, which the plan already holds. */
function applyCommand(args) {
    return ['apply', '-json', '-input=false', '-lock=true', ...tuning(args), args.file];
}
/** The command line that takes addresses out of the state. */
function forgetCommand({ addresses, lockTimeout }) {
    const patience = lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`];
    return ['state', 'rm', '-lock=true', ...patience, ...addresses];
}
function tuning(args) {
    return [
        ...(args.parallelism === undefined ? [] : [`-parallelism=${args.parallelism}`]),
        ...(args.lockTimeout === undefined ? [] : [`-lock-timeout=${args.lockTimeout}`])
    ];
}
/** The command line of `terraform init`; a different backend than an earlier one in the same folder simply replaces it. */
function initCommand({ backend = true, backendConfig = [], lockfileReadonly = false }) {
    return [
        'init',
        '-input=false',
        '-no-color',
        ...(backend
            ? ['-reconfigure', ...backendConfig.map((line) => `-backend-config=${line}`)]
            : ['-backend=false']),
        ...(lockfileReadonly ? ['-lockfile=readonly'] : [])
    ];
}

// EXTERNAL MODULE: ./lib/terraform/secret-shapes.js
var secret_shapes = __nccwpck_require__(214);
;// CONCATENATED MODULE: ./lib/terraform/diagnostics.js

/** A line of the machine-readable output, or undefined when it is something else. */
function parseUiLine(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        const { type = '', diagnostic, '@message': message = '' } = JSON.parse(line);
        return {
            type,
            message: (0,secret_shapes/* hideShapes */.v)(message),
            ...(diagnostic === undefined ? {} : { diagnostic: toDiagnostic(diagnostic) })
        };
    }
    catch {
        return undefined;
    }
}
/** The diagnostics in the output of `terraform validate -json`; undefined when the text is not that. */
function parseValidation(text) {
    try {
        const value = JSON.parse(text);
        return (value.diagnostics ?? []).map(toDiagnostic);
    }
    catch {
        return undefined;
    }
}
/** `Summary: detail (on main.tf line 3)` in one paragraph. */
function describeDiagnostic({ summary, detail, file, startLine, address }) {
    const place = file === undefined ? (address ?? '') : `${file}${startLine === undefined ? '' : ` line ${startLine}`}`;
    const text = [summary, detail].filter((part) => part !== '').join(': ');
    return place === ''
        ? text
        : `${text} (${address === undefined || file === undefined ? '' : `${address}, `}${place})`;
}
/** Values in a snippet are left out: only the sentence and the place are kept, without secrets that show by their shape. */
function toDiagnostic({ severity, summary = '', detail = '', address, range }) {
    return {
        severity: severity === 'warning' ? 'warning' : 'error',
        summary: (0,secret_shapes/* hideShapes */.v)(summary),
        detail: (0,secret_shapes/* hideShapes */.v)(detail),
        ...(address === undefined ? {} : { address }),
        ...toPlace(range)
    };
}
function toPlace(range) {
    if (range?.filename === undefined)
        return {};
    const { filename: file, start, end } = range;
    return {
        file,
        ...(start?.line === undefined ? {} : { startLine: start.line }),
        ...(end?.line === undefined ? {} : { endLine: end.line })
    };
}

;// CONCATENATED MODULE: ./lib/terraform/environment.js

const REFUSED = [
    {
        pattern: /^TF_WORKSPACE$/,
        why: "a saved plan would count as stale; give each stack a state 'key' of its own instead"
    },
    { pattern: /^TF_LOG(?:_|$)/, why: "Terraform's debug log prints secrets; unset it" },
    {
        pattern: /^TF_CLI_ARGS(?:_|$)/,
        why: "it changes every command unseen; use this action's inputs instead"
    },
    { pattern: /^TF_DATA_DIR$/, why: "modules are looked up in the stack's own .terraform folder; unset it" }
];
/** Refuses variables that would change what Terraform does behind the action's back. */
function checkEnvironment(env) {
    for (const [name, value] of Object.entries(env)) {
        const rule = REFUSED.find(({ pattern }) => pattern.test(name));
        if (rule !== undefined && value !== undefined && value !== '') {
            throw new errors/* UserError */.y(`The environment variable ${name} is set, which is not allowed here: ${rule.why}.`);
        }
    }
}
/**
 * What Terraform, its providers and its programs get to see: not the action's inputs (the seal key among them), not the
 * runner's tokens and command files.
 */
function terraformEnvironment(env) {
    const kept = Object.entries(env).filter(([name]) => !/^(?:INPUT_|ACTIONS_|STATE_|RUNNER_TRACKING_ID$)/.test(name) && !COMMAND_FILES.has(name));
    return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
}
const COMMAND_FILES = new Set([
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_ARTIFACTS'
]);
/** The same without `TF_VAR_*`: a saved plan holds its variables, and Terraform would print what it is given again. */
function withoutVariables(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TF_VAR_')));
}

;// CONCATENATED MODULE: ./lib/terraform/lock.js
/** The lock's holder out of Terraform's error text; undefined when the text tells of no lock held by somebody. */
function parseLockInfo(text) {
    const at = text.indexOf('Lock Info:');
    if (at === -1)
        return undefined;
    const part = (name) => new RegExp(`^[ \\t│]*${name}:[ \\t]*(.*)$`, 'm').exec(text.slice(at))?.[1]?.trim() ?? '';
    const id = part('ID');
    if (id === '')
        return undefined;
    const [who, operation, created, path] = [part('Who'), part('Operation'), part('Created'), part('Path')];
    return { id, who, operation: operation.replace(/^OperationType/, '').toLowerCase(), created, path };
}
/** Names the holder, and what to type when it is gone and left its lock behind; for logs, comments and errors. */
function describeLock(lock) {
    const what = /^[aeiou]/.test(lock.operation) ? `an ${lock.operation}` : `a ${lock.operation || 'command'}`;
    const holder = `The state is locked by ${what} of ${lock.who || 'somebody'} since ${lock.created || 'an unknown time'} (lock ${lock.id}).`;
    // The id stands in the bucket: what is no word must not get into a command that people copy.
    if (!/^[\w-]+$/.test(lock.id))
        return holder;
    return `${holder} If that process is gone, give the lock back in the stack's folder: terraform force-unlock ${lock.id}.`;
}

;// CONCATENATED MODULE: ./lib/terraform/endings.js

/** Where Terraform leaves a state that it could not save, in the stack's folder. */
const UNSAVED_STATE = 'errored.tfstate';
/** Who holds the lock that an error tells of. */
function lockOf(errors) {
    return errors.map(({ detail }) => parseLockInfo(detail)).find((lock) => lock !== undefined);
}
/** Somebody else's lock stood in the way (412) and was gone when Terraform asked whose it is (404). */
const isLockRace = (errors) => errors.some(({ summary, detail }) => summary === 'Error acquiring the state lock' &&
    parseLockInfo(detail) === undefined &&
    /PreconditionFailed|StatusCode: 412/.test(detail) &&
    /NoSuchKey|StatusCode: 404/.test(detail));
/** Nothing failed but giving the lock back. */
const isOnlyUnreleased = (errors) => errors.length > 0 && errors.every(({ summary }) => summary === 'Error releasing the state lock');
/** The state could not be written; Terraform says so once, and once more where it has left it. */
const isUnsaved = ({ summary, detail }) => summary === 'Failed to save state' || detail.includes(UNSAVED_STATE);

;// CONCATENATED MODULE: ./lib/terraform/cli.js











/** Terraform as a record of functions; refuses an environment that would change it behind the action's back. */
function terraformCli(options) {
    checkEnvironment(options.env);
    const session = { ...options, env: terraformEnvironment(options.env) };
    return {
        version: () => version(session),
        init: (args) => init(session, args),
        validate: () => validate(session),
        unformatted: async () => lines((await quiet(session, ['fmt', '-check', '-recursive', '-no-color'])).stdout),
        plan: (args) => plan(session, args),
        showPlan: async (file) => succeed(await quiet(session, ['show', '-json', file]), 'show'),
        apply: (args) => apply({ ...session, env: withoutVariables(session.env) }, args),
        saveState: () => saveState(session),
        forget: (args) => forget(session, args),
        output: async () => succeed(await quiet(session, ['output', '-json']), 'output')
    };
}
async function version(session) {
    const text = succeed(await quiet(session, ['version', '-json']), 'version');
    const start = text.indexOf('{');
    return JSON.parse(text.slice(start)).terraform_version;
}
async function init(session, args) {
    const result = await aloud(session, initCommand(args), secret_shapes/* hideShapes */.v);
    if (result.code === 0)
        return;
    const words = (0,secret_shapes/* hideShapes */.v)((result.stderr || result.stdout).trim().slice(-2000));
    throw new errors/* UserError */.y(`terraform init failed: ${words}\nNothing was changed. Mend the cause; if the backend only did not answer, run the job again.`);
}
async function validate(session) {
    const result = await quiet(session, ['validate', '-json', '-no-color']);
    return parseValidation(result.stdout) ?? [failure(result, 'validate')];
}
async function plan(session, args) {
    const { result, diagnostics } = await speakInTurn(session, planCommand(args));
    if (result.code === 0)
        return { kind: 'planned', warnings: diagnostics };
    const errors = errorsOf(result, diagnostics, 'plan');
    const lock = lockOf(errors);
    return lock === undefined
        ? { kind: 'failed', message: describeAll(errors), diagnostics: errors }
        : { kind: 'locked', lock };
}
async function apply(session, args) {
    const { result, diagnostics } = await speakInTurn(session, applyCommand(args));
    if (result.code === 0)
        return { kind: 'applied' };
    const errors = errorsOf(result, diagnostics, 'apply');
    if (errors.some(({ summary }) => summary === 'Saved plan is stale'))
        return { kind: 'stale' };
    const lock = lockOf(errors);
    const message = describeAll(errors);
    if (isOnlyUnreleased(errors))
        return { kind: 'unreleased', message, ...(lock === undefined ? {} : { lock }) };
    const unsaved = errors.filter(isUnsaved);
    if (unsaved.length > 0)
        return { kind: 'unsaved', message, isWhole: unsaved.length === errors.length };
    return lock === undefined ? { kind: 'failed', message } : { kind: 'locked', lock };
}
async function saveState(session) {
    succeed(await quiet(session, ['state', 'push', UNSAVED_STATE]), 'state push');
    await (0,promises_.rm)((0,external_node_path_.join)(session.cwd, UNSAVED_STATE), { force: true });
}
async function forget(session, args) {
    const result = await aloud(session, forgetCommand(args), secret_shapes/* hideShapes */.v);
    if (result.code === 0)
        return { kind: 'forgotten' };
    const lock = parseLockInfo(result.stderr);
    return lock === undefined
        ? { kind: 'failed', message: describeDiagnostic(failure(result, 'state rm')) }
        : { kind: 'locked', lock };
}
const TURNS = 3;
/** Runs a command that takes the lock; asks again when it was given back between being refused and being looked at. */
async function speakInTurn(session, args) {
    for (let turn = 1;; turn += 1) {
        const spoken = await speak(session, args);
        if (spoken.result.code === 0 || turn === TURNS || !isLockRace(spoken.diagnostics))
            return spoken;
        session.log.info('The lock was given back while it was asked for: asking again.');
    }
}
/** Message types whose words hold addresses and counts, never attribute values. */
const SPOKEN = new Set([
    'version',
    'planned_change',
    'change_summary',
    'resource_drift',
    'apply_start',
    'apply_progress',
    'apply_complete',
    'apply_errored',
    'provision_start',
    'provision_complete',
    'provision_errored',
    'diagnostic',
    'log',
    'action_start',
    'action_complete'
]);
/** Runs a command with `-json` and prints what it says, but none of the values it would print. */
async function speak(session, args) {
    const diagnostics = [];
    const result = await aloud(session, args, (line) => {
        const ui = parseUiLine(line);
        if (ui === undefined)
            return (0,secret_shapes/* hideShapes */.v)(line);
        if (ui.diagnostic !== undefined)
            diagnostics.push(ui.diagnostic);
        if (ui.diagnostic !== undefined)
            return `${ui.diagnostic.severity}: ${describeDiagnostic(ui.diagnostic)}`;
        return SPOKEN.has(ui.type) ? ui.message : undefined;
    });
    return { result, diagnostics };
}
/** Prints each line that `render` makes of the output, with workflow commands switched off around it. */
async function aloud(session, args, render) {
    const token = (0,external_node_crypto_.randomUUID)();
    const print = (line) => {
        const text = render(line);
        if (text !== undefined)
            session.log.info((0,plain_text/* logText */.kc)(text));
    };
    session.log.info(`::stop-commands::${token}`);
    try {
        return await run(session, args, { onStdout: print, onStderr: print });
    }
    finally {
        session.log.info(`::${token}::`);
    }
}
function quiet(session, args) {
    return run(session, args, {});
}
function run({ binary = 'terraform', cwd, env, signal, exec }, args, listeners) {
    return exec(binary, args, { cwd, env, signal, ...listeners });
}
function succeed(result, command) {
    if (result.code === 0)
        return result.stdout;
    throw new errors/* UserError */.y(describeDiagnostic(failure(result, command)));
}
function failure({ code, stderr, stdout }, command) {
    const words = (0,secret_shapes/* hideShapes */.v)((stderr.trim() || stdout.trim()).slice(-2000));
    return { severity: 'error', summary: `terraform ${command} failed with exit code ${code}`, detail: words };
}
function errorsOf(result, diagnostics, command) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? errors : [failure({ ...result, stdout: '' }, command)];
}
function describeAll(errors) {
    return errors.map(describeDiagnostic).join('\n');
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./actions/seed-secrets/src/workspace.js





/** The checkout: its files, and Terraform in one of its folders. */
function workspacePort({ env, log, signal }) {
    const root = env['GITHUB_WORKSPACE'] || process.cwd();
    return {
        readText: async (path) => {
            try {
                return await (0,promises_.readFile)((0,external_node_path_.resolve)(root, path), 'utf8');
            }
            catch (cause) {
                throw new errors/* UserError */.y(`Input 'outputs-file' names '${path}', which cannot be read. Write it with 'terraform output -json' in an earlier step.`, { cause });
            }
        },
        terraformIn: async (folder) => {
            const cwd = (0,external_node_path_.resolve)(root, folder);
            const found = await (0,promises_.stat)(cwd).catch(() => undefined);
            if (found?.isDirectory() !== true) {
                throw new errors/* UserError */.y(`Input 'working-directory' names '${folder}', which is no folder of the repository. Give the folder of the stack.`);
            }
            return terraformCli({ cwd, log, exec: process_exec, signal, env });
        }
    };
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

/***/ 7037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  iC: () => (/* binding */ DeniedError),
  kA: () => (/* binding */ ask),
  t8: () => (/* binding */ isUnknown)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: ./lib/aws/denied.js
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

;// CONCATENATED MODULE: ./lib/aws/secret-errors.js


/** AWS does not let the role do this. */
class DeniedError extends errors/* UserError */.y {
    name = 'DeniedError';
}
/** The answer; undefined where AWS says that nothing is there; a refusal or fault that names operation and secret otherwise. */
async function ask({ action, on, isAbsence = () => false }, send) {
    try {
        return await send();
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        if (isAbsence(error))
            return undefined;
        if (isDenied(error))
            throw denied(error, action, on);
        if (isUnauthenticated(error))
            throw new errors/* UserError */.y(`secretsmanager:${action} on ${on} ${credentialsAdvice(error.name)}`, {
                cause: error
            });
        throw new Error(`secretsmanager:${action} on ${on} failed.`, { cause: error });
    }
}
function denied(error, action, on) {
    const resource = on.startsWith('arn:')
        ? on
        : `arn:<partition>:secretsmanager:<region>:<account>:secret:${on}-*`;
    return new DeniedError(`AWS refuses secretsmanager:${action} on ${on}: ${error.message.trim().replace(/\.?$/, '.')} Allow the role secretsmanager:${action} on ${resource}; where the message speaks of KMS, kms:Decrypt and kms:GenerateDataKey on the secret's key.`, { cause: error });
}
/** There is no such secret, or no version with such a label. */
const isUnknown = (error) => error.name === 'ResourceNotFoundException';


/***/ }),

/***/ 3070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  R: () => (/* binding */ secretsManager)
});

// EXTERNAL MODULE: ./lib/aws/connection.js
var aws_connection = __nccwpck_require__(5336);
// EXTERNAL MODULE: ./lib/aws/secret-errors.js + 1 modules
var secret_errors = __nccwpck_require__(7037);
;// CONCATENATED MODULE: ./lib/aws/secret-rotation.js

const HOUR_MS = 3_600_000;
/** The next rotation by AWS; undefined where rotation is off. */
function rotationOf({ RotationEnabled, NextRotationDate, LastRotatedDate, RotationRules }) {
    if (RotationEnabled !== true || NextRotationDate === undefined)
        return undefined;
    const endsAt = NextRotationDate.getTime();
    return {
        opensAt: endsAt - windowMs(RotationRules),
        endsAt,
        ...(LastRotatedDate === undefined ? {} : { lastAt: LastRotatedDate.getTime() })
    };
}
/** The next date is the end of a window: of an hour for schedules in hours, of a whole day (UTC) for others, unless it is given. */
function windowMs({ Duration = '', ScheduleExpression = '' } = {}) {
    const hours = /^(\d+)h$/.exec(Duration)?.[1];
    if (hours !== undefined)
        return Number(hours) * HOUR_MS;
    return /^rate\(\d+ hours?\)$/.test(ScheduleExpression) ? HOUR_MS : 24 * HOUR_MS;
}
/** Has AWS begin a rotation; its version is AWSPENDING until the database has it, then AWSCURRENT. */
async function rotateSecret(client, options, { id, token }) {
    const { RotateSecretCommand } = await __nccwpck_require__.e(/* import() */ 494).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new RotateSecretCommand({ SecretId: id, ClientRequestToken: token });
    await (0,secret_errors/* ask */.kA)({ action: 'RotateSecret', on: id }, () => client.send(command, options));
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: ./lib/aws/secret-values.js


/** What AWS answers when the secret is no longer as it was read: made, gone, or scheduled for deletion. */
const isTaken = (error) => error.name === 'ResourceExistsException' ||
    (0,secret_errors/* isUnknown */.t8)(error) ||
    (error.name === 'InvalidRequestException' && /delet/i.test(error.message));
/** The version with a label, undefined when no version has it. */
async function readSecret({ client, options }, id, label) {
    const { GetSecretValueCommand } = await __nccwpck_require__.e(/* import() */ 494).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new GetSecretValueCommand({ SecretId: id, VersionStage: label });
    const call = { action: 'GetSecretValue', on: id, isAbsence: secret_errors/* isUnknown */.t8 };
    const answer = await (0,secret_errors/* ask */.kA)(call, () => client.send(command, options));
    if (answer === undefined)
        return undefined;
    if (answer.SecretString === undefined) {
        throw new errors/* UserError */.y(`The secret ${id} holds bytes, not text. Put text into it, or leave it out of the mapping.`);
    }
    return {
        id: answer.VersionId ?? '',
        text: answer.SecretString,
        createdAt: answer.CreatedDate?.getTime() ?? 0
    };
}
/** Makes a version; AWS labels it AWSCURRENT. */
async function putSecret({ client, options }, { name, text, token }) {
    const { PutSecretValueCommand } = await __nccwpck_require__.e(/* import() */ 494).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new PutSecretValueCommand({ SecretId: name, SecretString: text, ClientRequestToken: token });
    const call = { action: 'PutSecretValue', on: name, isAbsence: isTaken };
    return (await (0,secret_errors/* ask */.kA)(call, () => client.send(command, options))) === undefined ? 'taken' : 'written';
}
/** Makes a secret with its first version. */
async function createSecret({ client, options }, { name, text, token, description, tags, kmsKeyArn }) {
    const { CreateSecretCommand } = await __nccwpck_require__.e(/* import() */ 494).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new CreateSecretCommand({
        Name: name,
        SecretString: text,
        ClientRequestToken: token,
        Description: description,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        ...(kmsKeyArn === undefined ? {} : { KmsKeyId: kmsKeyArn })
    });
    const call = { action: 'CreateSecret', on: name, isAbsence: isTaken };
    return (await (0,secret_errors/* ask */.kA)(call, () => client.send(command, options))) === undefined ? 'taken' : 'written';
}

;// CONCATENATED MODULE: ./lib/aws/secrets-manager.js




/** Throttled calls are repeated, more slowly, for about two minutes before they fail. */
const ATTEMPTS = 10;
/** Secrets Manager; its client is loaded with the first call. */
function secretsManager(connection) {
    let opened;
    const connect = () => (opened ??= secrets_manager_open(connection));
    const session = async () => ({ client: await connect(), options: (0,aws_connection/* callOptions */.jp)(connection) });
    return {
        listContainers: async (prefix) => listContainers(await connect(), connection, prefix),
        describe: async (name) => describe(await connect(), connection, name),
        read: async (id, label = 'AWSCURRENT') => readSecret(await session(), id, label),
        put: async (version) => putSecret(await session(), version),
        create: async (secret) => createSecret(await session(), secret),
        rotate: async (rotation) => rotateSecret(await connect(), (0,aws_connection/* callOptions */.jp)(connection), rotation),
        versionTimes: async (name) => versionTimes(await connect(), connection, name)
    };
}
async function secrets_manager_open(connection) {
    const sdk = await __nccwpck_require__.e(/* import() */ 494).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    return new sdk.SecretsManagerClient({ ...(0,aws_connection/* clientOptions */.s1)(connection), maxAttempts: ATTEMPTS });
}
async function listContainers(client, connection, prefix) {
    const { paginateListSecrets } = await __nccwpck_require__.e(/* import() */ 494).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const pages = paginateListSecrets({ client, pageSize: 100 }, prefix === '' ? {} : { Filters: [{ Key: 'name', Values: [prefix] }] }, (0,aws_connection/* callOptions */.jp)(connection));
    const found = [];
    for await (const { SecretList: entries = [] } of pages)
        found.push(...entries.map(toContainer));
    // The service's own filter ignores case and word boundaries.
    return found
        .filter(({ name }) => name.startsWith(prefix))
        .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
/** A version with a stage is a value; a fresh container has none. */
const toContainer = ({ Name = '', ARN = '', SecretVersionsToStages = {} }) => ({
    name: Name,
    arn: ARN,
    hasValue: Object.keys(SecretVersionsToStages).length > 0
});
async function describe(client, connection, name) {
    const { DescribeSecretCommand } = await __nccwpck_require__.e(/* import() */ 494).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const answer = await (0,secret_errors/* ask */.kA)({ action: 'DescribeSecret', on: name, isAbsence: secret_errors/* isUnknown */.t8 }, () => client.send(new DescribeSecretCommand({ SecretId: name }), (0,aws_connection/* callOptions */.jp)(connection)));
    if (answer === undefined)
        return undefined;
    const { ARN = '', VersionIdsToStages = {}, DeletedDate } = answer;
    const rotation = rotationOf(answer);
    return {
        arn: ARN,
        versions: VersionIdsToStages,
        ...(DeletedDate === undefined ? {} : { deletedAt: DeletedDate }),
        ...(rotation === undefined ? {} : { rotation })
    };
}
async function versionTimes(client, connection, name) {
    const { ListSecretVersionIdsCommand } = await __nccwpck_require__.e(/* import() */ 494).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new ListSecretVersionIdsCommand({
        SecretId: name,
        IncludeDeprecated: true,
        MaxResults: 100
    });
    const answer = await (0,secret_errors/* ask */.kA)({ action: 'ListSecretVersionIds', on: name }, () => client.send(command, (0,aws_connection/* callOptions */.jp)(connection)));
    const { Versions = [] } = answer ?? {};
    return Versions.map(({ CreatedDate }) => CreatedDate?.getTime() ?? 0);
}


/***/ }),

/***/ 2442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ systemClock)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/clock.js

const systemClock = {
    now: Date.now,
    sleep: (ms, signal) => (0,promises_namespaceObject.setTimeout)(ms, undefined, signal === undefined ? {} : { signal })
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
/* harmony export */   jD: () => (/* binding */ tableRow)
/* harmony export */ });
/* unused harmony exports neutralise, escapeHtml, fence, details, inCharacters, inBytes, cutRunes, cutMarkdown, tameMarkdown */
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
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   kc: () => (/* binding */ logText)
/* harmony export */ });
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

/***/ 5455:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// UNUSED EXPORTS: SUMMARY_LIMIT_BYTES

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
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
    process.stdout.write(cmd.toString() + external_os_.EOL);
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
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
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
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
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
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
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
    process.stdout.write(external_os_.EOL);
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
    process.stdout.write(message + external_os_.EOL);
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


/***/ }),

/***/ 8088:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ lintDocumentDbUri),
/* harmony export */   YN: () => (/* binding */ credentialsOf),
/* harmony export */   am: () => (/* binding */ encodeUserinfo),
/* harmony export */   tE: () => (/* binding */ withCredentials)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2705);

/** Up to the last @ before the path, as the drivers read it. */
const SHAPE = /^mongodb:\/\/(?:([^/?#]*)@)?([^@/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/;
const HOST = /^(?=.{1,253}:)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?:(\d{1,5})$/;
/** Options without which a driver cannot work with DocumentDB, and why. */
const REQUIRED = {
    tls: ['true', 'the cluster takes TLS only'],
    replicaset: ['rs0', "the cluster's replica set is named so"],
    retrywrites: ['false', 'DocumentDB has no retryable writes']
};
const SPELLED = { replicaset: 'replicaSet', retrywrites: 'retryWrites' };
const INSECURE = new Set(['tlsinsecure', 'tlsallowinvalidcertificates', 'tlsallowinvalidhostnames']);
function split(uri) {
    const found = SHAPE.exec(uri);
    if (found === null)
        return undefined;
    const [, userinfo, hosts = '', path = '', query = ''] = found;
    return { userinfo, hosts, path, query };
}
/** What is wrong with a URI of DocumentDB that must hold no credentials, one sentence a fault; none of them quotes it. */
function lintDocumentDbUri(uri) {
    if (uri.startsWith('mongodb+srv:'))
        return ['It begins with mongodb+srv://, but DocumentDB has no SRV record.'];
    if (/[\s\p{Cc}]/u.test(uri))
        return ['It holds a blank or a control character.'];
    const parts = split(uri);
    if (parts === undefined)
        return ['It is not mongodb://<host>:<port>/?<options>.'];
    const isOpen = parts.userinfo === undefined;
    return [
        ...(isOpen ? [] : ["It holds a user or a password, which is then in Terraform's state in clear."]),
        ...lintHosts(parts.hosts),
        ...lintOptions(parts.query)
    ];
}
function lintHosts(hosts) {
    const isRight = hosts.split(',').every((host) => {
        const port = Number(HOST.exec(host)?.[1] ?? 0);
        return port > 0 && port < 65_536;
    });
    return isRight ? [] : ['Its host is not <host>:<port>.'];
}
function lintOptions(query) {
    const options = query.split('&').map((option) => {
        const [name = '', value = ''] = option.split('=');
        return [name.toLowerCase(), value];
    });
    const names = options.map(([name]) => name).filter((name) => name !== '');
    const doubled = names.find((name, at) => names.indexOf(name) !== at);
    const insecure = options.find(([name, value]) => INSECURE.has(name) && value !== 'false');
    return [
        ...Object.entries(REQUIRED).flatMap(([name, [wanted, why]]) => {
            const has = options.some(([given, value]) => given === name && value === wanted);
            return has ? [] : [`It lacks ${SPELLED[name] ?? name}=${wanted}: ${why}.`];
        }),
        ...(doubled === undefined ? [] : [`It gives the option ${doubled} twice.`]),
        ...(insecure === undefined ? [] : [`Its option ${insecure[0]} lets anybody answer for the database.`]),
        ...(options.some(([name, value]) => name === 'ssl' && value !== 'true')
            ? ['It turns TLS off by ssl.']
            : [])
    ];
}
/** Everything escaped but letters, digits, - . _ ~; so every driver reads the same password. */
function encodeUserinfo(text) {
    if (!text.isWellFormed()) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y('The password is no valid Unicode text and cannot be part of a URI. Rotate it.');
    }
    return encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** The URI with its credentials in place; one that has some already gets these instead. */
function withCredentials(uri, { username, password }) {
    const parts = split(uri);
    if (parts === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y('The URI of DocumentDB is none. Correct the output.');
    const { hosts, path, query } = parts;
    const userinfo = `${encodeUserinfo(username)}:${encodeUserinfo(password)}`;
    return `mongodb://${userinfo}@${hosts}${path === '' ? '/' : path}${query === '' ? '' : `?${query}`}`;
}
/** The credentials that a URI holds; undefined when it holds none, or is none. */
function credentialsOf(uri) {
    const userinfo = split(uri)?.userinfo;
    if (userinfo === undefined || !userinfo.includes(':'))
        return undefined;
    const at = userinfo.indexOf(':');
    try {
        return {
            username: decodeURIComponent(userinfo.slice(0, at)),
            password: decodeURIComponent(userinfo.slice(at + 1))
        };
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 4956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ companionOf),
/* harmony export */   s: () => (/* binding */ CALIBER_MAPPING)
/* harmony export */ });
/** Caliber's secrets, from the outputs of stacks/caliber. */
const CALIBER_MAPPING = {
    'docdb-uri': {
        kind: 'documentdb-uri',
        uri: 'documentdb_uri',
        credentials: 'documentdb_master_secret_arn'
    },
    'postgres-endpoint': {
        kind: 'output',
        output: 'postgresql_endpoint',
        form: 'endpoint',
        follows: 'postgresql_master_secret_arn'
    },
    'django-secret-key': { kind: 'random', bytes: 48, fallbacks: 'django-secret-key-fallbacks', keep: 2 }
};
/** The secret that keeps earlier keys of this one. */
function companionOf(entry) {
    return entry.kind === 'random' && entry.fallbacks !== undefined ? [entry.fallbacks] : [];
}


/***/ }),

/***/ 9227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ maskForms)
/* harmony export */ });
/* harmony import */ var _documentdb_uri_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8088);

/** Every form in which a value may turn up in a log; the runner adds base64 and masks each line, but nothing under 8 characters. */
function maskForms(value) {
    const escaped = JSON.stringify(value).slice(1, -1);
    const encoded = value.isWellFormed() ? [(0,_documentdb_uri_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeUserinfo */ .am)(value), formEncoded(value)] : [];
    return [...new Set([value, ...encoded, escaped, JSON.stringify(escaped).slice(1, -1)])];
}
const formEncoded = (value) => new URLSearchParams([['', value]]).toString().slice(1);


/***/ }),

/***/ 1757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q8: () => (/* binding */ parseOutputs),
/* harmony export */   bl: () => (/* binding */ sensitiveTexts),
/* harmony export */   tS: () => (/* binding */ openOutputs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2705);

/**
 * Outputs as `terraform output -json` prints them, or a plain map from name to value (`outputs` of apply-gated). What a
 * wrapper of Terraform prints around the object is passed over. `what` begins the refusal, which never quotes the text.
 */
function parseOutputs(text, what) {
    const entries = Object.entries(readObject(text, what));
    if (entries.length === 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${what} holds no outputs. Apply the stack first, or name the right stack.`);
    }
    const isTerraforms = entries.every(([, one]) => isOutput(one));
    return new Map(entries.map(([name, one]) => [
        name,
        isTerraforms && isOutput(one)
            ? { value: one['value'], sensitive: one['sensitive'] === true }
            : { value: one, sensitive: false }
    ]));
}
function readObject(text, what) {
    const start = /^\s*\{/m.exec(text)?.index ?? -1;
    try {
        const value = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1));
        if (start >= 0 && typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // The parser's own words would quote the text.
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${what} is no JSON object. Give what 'terraform output -json' prints, unchanged.`);
}
const isOutput = (one) => typeof one === 'object' && one !== null && 'value' in one && ('sensitive' in one || 'type' in one);
/** Account ids and regions: no secrets, and a mask of them would blank half the job's outputs. */
const HARMLESS = /^(?:\d{12}|[a-z]{2}(?:-[a-z]+)+-\d)$/;
/** Every text inside the sensitive outputs: what must be masked. */
function sensitiveTexts(outputs) {
    const sensitive = [...outputs.values()].filter((output) => output.sensitive);
    return sensitive.flatMap(({ value }) => leaves(value)).filter((text) => !HARMLESS.test(text));
}
/** Values under this many characters are in too many texts to say where they come from, and the runner masks none of them. */
const TELLING = 8;
/**
 * The outputs that are not sensitive, as they are. One that holds a sensitive one's text is left out: GitHub would drop the
 * whole job's output for it.
 */
function openOutputs(outputs) {
    const hidden = sensitiveTexts(outputs).filter(({ length }) => length >= TELLING);
    const isOpen = ({ sensitive, value }) => !sensitive && !leaves(value).some((leaf) => hidden.some((text) => leaf.includes(text)));
    return Object.fromEntries([...outputs].filter(([, output]) => isOpen(output)).map(([name, { value }]) => [name, value]));
}
function leaves(value) {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}


/***/ }),

/***/ 214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   v: () => (/* binding */ hideShapes)
/* harmony export */ });
/* unused harmony exports HIDDEN, isReferenceName, isHarmlessValue */
/** What stands in a text where a secret was recognised by its shape or its name. */
const HIDDEN = '(hidden)';
/** Shapes that are secret wherever they stand. Quantifiers are bounded, so that a hostile text costs linear time. */
const SHAPES = [
    {
        pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
        replacement: HIDDEN
    },
    { pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, replacement: HIDDEN },
    { pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g, replacement: HIDDEN },
    {
        pattern: /\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64}|npm_\w{30,64})/g,
        replacement: HIDDEN
    },
    { pattern: /\bxox[a-z]-[\w-]{10,255}/g, replacement: HIDDEN },
    { pattern: /(hooks\.slack\.com\/(?:services|workflows)\/)[\w/-]{10,255}/g, replacement: `$1${HIDDEN}` },
    { pattern: /\b(?:sk|rk|whsec)_(?:live_|test_)?\w{16,255}/g, replacement: HIDDEN },
    { pattern: /\bsk-[\w-]{20,255}/g, replacement: HIDDEN },
    { pattern: /\bAIza[\w-]{35}/g, replacement: HIDDEN },
    { pattern: /\bSG\.[\w-]{16,64}\.[\w-]{16,64}/g, replacement: HIDDEN },
    {
        pattern: /([?&](?:X-Amz-Signature|X-Amz-Security-Token|sig|signature)=)[\w%.+/=-]{8,}/gi,
        replacement: `$1${HIDDEN}`
    },
    // A password in a URI, up to the last @ before the next ://; a port followed by a path is none.
    {
        pattern: /(\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/?#@]{0,128}:)(?!\d{1,5}(?:[/?#,\s]|$))(?:(?!:\/\/)[^\s"]){1,512}@/gi,
        replacement: `$1${HIDDEN}@`
    },
    { pattern: /(\b[a-z][a-z0-9+.-]{0,40}:\/\/)[^\s:/?#@]{20,255}@/gi, replacement: `$1${HIDDEN}@` },
    {
        pattern: /(\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer)\s+)[^\s"',]{6,}/gi,
        replacement: `$1${HIDDEN}`
    },
    // password=…, --token …, "api_key": "…" inside a longer text such as a command line or a script.
    {
        pattern: /((?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret)["']?(?:\s*=\s*|:\s+|\s+(?=["']))["']?)(?!\(hidden\))[^\s"'&;,)}\]]{4,}/gi,
        replacement: `$1${HIDDEN}`
    }
];
/** A cheap look before the shapes are tried: a text with none of these has none of them. */
const SUSPICIOUS = /-----BEGIN|eyJ|AKIA|ASIA|ABIA|ACCA|gh[pousr]_|github_pat_|glpat-|npm_|xox|hooks\.slack|sk[_-]|rk_|whsec_|AIza|SG\.|:\/\/|sig|pass|pwd|secret|token|key|authorization/i;
/** The text with every secret that can be told by its shape replaced; the rest of it stays. */
function hideShapes(text) {
    if (!SUSPICIOUS.test(text))
        return text;
    return SHAPES.reduce((rest, { pattern, replacement }) => rest.replace(pattern, replacement), text);
}
/** Words of a name, whatever its case: dbPassword, DB_PASSWORD and db-password are all [db, password]. */
function words(name) {
    return name
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '');
}
const SECRET_WORDS = new Set([
    'password',
    'passwd',
    'passwords',
    'pwd',
    'pass',
    'passphrase',
    'secret',
    'secrets',
    'token',
    'tokens',
    'apikey',
    'credential',
    'credentials',
    'privatekey',
    'secretkey',
    'accesskey',
    'dsn',
    'salt',
    'pepper',
    'jwt',
    'psk'
]);
const SECRET_PAIRS = /\b(?:api|access|private|secret|encryption|signing|master|shared|auth|session|license|service account) keys?\b|\bconnection string\b|\bauth header\b/;
/** A name that ends so speaks about a secret, it does not hold one. */
const HARMLESS_ENDINGS = new Set([
    'arn',
    'arns',
    'id',
    'ids',
    'name',
    'names',
    'length',
    'ttl',
    'path',
    'paths',
    'policy',
    'version',
    'versions',
    'type',
    'types',
    'enabled',
    'required',
    'days',
    'hours',
    'minutes',
    'seconds',
    'expiration',
    'expires',
    'expiry',
    'validity',
    'units',
    'count',
    'rotation',
    'prefix',
    'size',
    'usage',
    'spec',
    'mode',
    'status',
    'state',
    'alias',
    'region',
    'endpoint',
    'file',
    'url',
    'uri',
    'from',
    'at',
    'change',
    'algorithm'
]);
const WHOLLY_HIDDEN = new Set([
    'user_data',
    'user_data_base64',
    'custom_data',
    'userdata'
]);
const verdicts = new Map();
/** True when a text under this name is a secret by all appearance. */
function isSecretName(name) {
    const known = verdicts.get(name);
    if (known !== undefined)
        return known;
    const verdict = WHOLLY_HIDDEN.has(name.toLowerCase()) || looksSecret(words(name));
    // Names repeat thousands of times in a plan; a hostile plan must not make the memory of them grow without end.
    if (verdicts.size < 10_000)
        verdicts.set(name, verdict);
    return verdict;
}
/** True for a name that speaks about something instead of holding it: `name`, `secret_arn`, `valueFrom`. */
function isReferenceName(name) {
    return name === 'key' || HARMLESS_ENDINGS.has(words(name).at(-1) ?? '');
}
function looksSecret(parts) {
    if (HARMLESS_ENDINGS.has(parts.at(-1) ?? ''))
        return false;
    return parts.some((part) => SECRET_WORDS.has(part)) || SECRET_PAIRS.test(parts.join(' '));
}
/** What a secret name may still show: references to a secret, switches and numbers, empty texts. */
function isHarmlessValue(value) {
    return value === '' || /^arn:aws[\w-]*:/.test(value) || /^(?:true|false|null|none|\d{1,5})$/i.test(value);
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
/******/ var __webpack_exports__ = __nccwpck_require__(2385);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
