import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 5166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f: () => (/* binding */ dnsPort)
});

;// CONCATENATED MODULE: external "node:dns/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");
// EXTERNAL MODULE: ./actions/smoke/src/fault.js
var fault = __nccwpck_require__(1083);
;// CONCATENATED MODULE: ./actions/smoke/src/dns-port.js


const POLICY = { timeout: 2000, tries: 2 };
const MOST_SERVERS = 2;
/** DNS by Node's own means. */
const dnsPort = {
    system: async (host) => {
        try {
            const found = await (0,promises_namespaceObject.lookup)(host, { all: true });
            return toFound(found.map(({ address }) => address));
        }
        catch (error) {
            return (0,fault/* toFault */.e)(error);
        }
    },
    ask: async (host, server) => {
        const resolver = new promises_namespaceObject.Resolver(POLICY);
        resolver.setServers([server]);
        const four = resolver.resolve4(host);
        const six = resolver.resolve6(host);
        const answers = await Promise.allSettled([four, six]);
        const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
        if (addresses.length > 0)
            return toFound(addresses);
        const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [(0,fault/* toFault */.e)(answer.reason)] : []));
        const [name] = faults.every(isNoData) ? await resolver.resolveCname(host).catch(() => []) : [];
        return name === undefined ? worst(faults) : { kind: 'alias', name };
    },
    authorities
};
const toFound = (addresses) => ({
    kind: 'addresses',
    addresses: [...new Set(addresses)]
});
const isNoData = ({ code }) => code === 'ENODATA';
/** That there is no record of one type says less than any other fault. */
function worst(faults) {
    const [first] = faults;
    return faults.find((one) => !isNoData(one)) ?? first ?? (0,fault/* toFault */.e)(new Error('no answer'));
}
/** Up the labels to the zone that names its servers. */
async function authorities(host) {
    const labels = host.split('.');
    const resolver = new promises_namespaceObject.Resolver(POLICY);
    for (let at = 0; at < labels.length - 1; at += 1) {
        const names = await resolver.resolveNs(labels.slice(at).join('.')).catch(() => []);
        const some = names.toSorted().slice(0, MOST_SERVERS);
        const found = await Promise.all(some.map((name) => resolver.resolve4(name).catch(() => [])));
        if (names.length > 0)
            return found.flatMap(([address]) => (address === undefined ? [] : [`${address}:53`]));
    }
    return [];
}


/***/ }),

/***/ 1083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ describeFault),
/* harmony export */   e: () => (/* binding */ toFault)
/* harmony export */ });
/** An error of Node or OpenSSL as a value. */
function toFault(error) {
    const { code, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'fault', code: code ?? 'ERROR', words: code === 'ABORT_ERR' ? 'cancelled' : message };
}
/** Codes that a reader does not have to look up. */
const MEANINGS = {
    ETIMEDOUT: 'there was no answer in time',
    ECONNREFUSED: 'the connection was refused: nothing listens there',
    ECONNRESET: 'the connection was closed without an answer',
    EPIPE: 'the connection was closed without an answer',
    EHOSTUNREACH: 'no way leads there',
    ENETUNREACH: 'no way leads there',
    HPE_INVALID_CONSTANT: 'what came back is no HTTP',
    ENOTFOUND: 'the name does not exist (NXDOMAIN)',
    ENODATA: 'the name exists, but has neither an A nor an AAAA record',
    ESERVFAIL: 'the DNS server failed (SERVFAIL): often a broken delegation or DNSSEC',
    EREFUSED: 'the DNS server refused the question (REFUSED)',
    ETIMEOUT: 'the DNS server did not answer',
    EAI_AGAIN: 'the DNS server did not answer'
};
/** What a fault means, with its code. */
function describeFault({ code, words }) {
    const meaning = MEANINGS[code];
    return meaning === undefined ? words : `${meaning} (${code})`;
}


/***/ }),

/***/ 5083:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _lib_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2442);
/* harmony import */ var _lib_runner_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2207);
/* harmony import */ var _dns_port_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5166);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3573);
/* harmony import */ var _net_port_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4690);
/* harmony import */ var _smoke_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3342);
/* harmony import */ var _workspace_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(646);








await (0,_lib_runner_js__WEBPACK_IMPORTED_MODULE_2__/* .runAction */ .C)(async ({ read, env, log, signal }) => {
    const inputs = await (0,_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .parseInputs */ .T)(read);
    const workspace = env['GITHUB_WORKSPACE'] ?? '.';
    const ca = inputs.caFile === undefined ? undefined : await (0,_workspace_js__WEBPACK_IMPORTED_MODULE_7__/* .readAuthorities */ .G)(workspace, inputs.caFile);
    return (0,_smoke_js__WEBPACK_IMPORTED_MODULE_6__/* .smoke */ .Q)(inputs, {
        dns: _dns_port_js__WEBPACK_IMPORTED_MODULE_3__/* .dnsPort */ .f,
        net: (0,_net_port_js__WEBPACK_IMPORTED_MODULE_5__/* .netPort */ .J)(ca === undefined ? { signal } : { ca, signal }),
        writeText: (0,_workspace_js__WEBPACK_IMPORTED_MODULE_7__/* .writeInto */ .U)(workspace),
        random: () => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex'),
        clock: _lib_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .systemClock */ .m,
        log,
        signal
    });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseInputs)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./lib/input.js


/** The input's trimmed text; refused when empty. */
function required(read, name) {
    const value = read(name).trim();
    if (value === '')
        throw new UserError(`Input '${name}' is required: it is empty. Set it under 'with:'.`);
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

;// CONCATENATED MODULE: ./actions/smoke/src/checks.js
/** What is checked when nothing is said. */
const DEFAULT_CHECKS = {
    health: { status: 200, headers: {}, json: {} },
    requests: [],
    version: { path: '/version', json: 'version' },
    redirect: true,
    'security-headers': 'fail',
    certificate: { 'warn-days': 21, 'fail-days': 7 },
    assets: 'auto',
    'unknown-host': true
};

;// CONCATENATED MODULE: ./actions/smoke/src/url.js

const FAULTS = [
    { isAt: ({ protocol }) => !/^https?:$/.test(protocol), words: 'which is neither https nor http' },
    { isAt: (url) => `${url.username}${url.password}` !== '', words: 'which has a user or a password in it' },
    { isAt: ({ hash }) => hash !== '', words: 'whose part behind # no server ever sees' },
    {
        isAt: ({ hostname }) => !/^(?:\[[\da-f:.]+\]|[\da-z.-]+)$/.test(hostname),
        words: 'which has no host of its own'
    }
];
/** A line of input 'urls'; its own path, if only /, takes the place of `healthPath`. */
function parseUrl(line, healthPath) {
    const url = checkedUrl(line);
    const scheme = url.protocol === 'https:' ? 'https' : 'http';
    const hasPath = /^https?:\/\/[^/?]+\//i.test(line);
    const standard = scheme === 'https' ? 443 : 80;
    return {
        name: hasPath ? url.href : url.origin,
        scheme,
        host: url.hostname.replaceAll(/^\[|\]$/g, ''),
        port: Number(url.port === '' ? standard : url.port),
        path: hasPath ? `${url.pathname}${url.search}` : healthPath
    };
}
/** What may stand in an error: no password, and no query, which can be a token. */
const shown = (line) => line.replace(/\/\/[^/]*@/, '//…@').replace(/\?.*$/, '?…');
function checkedUrl(line) {
    const url = URL.canParse(line) ? new URL(line) : undefined;
    const fault = url === undefined ? 'which is no URL' : FAULTS.find(({ isAt }) => isAt(url))?.words;
    if (url !== undefined && fault === undefined)
        return url;
    throw new errors/* UserError */.y(`Input 'urls' has '${shown(line)}', ${fault}. Write it as https://acme-stg.hicaliber.net, with a port or a path where it has them.`);
}

;// CONCATENATED MODULE: ./actions/smoke/src/inputs.js





/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
async function parseInputs(read) {
    const urls = parseUrls(read, matching(read, 'health-path', PATH) ?? '/healthz');
    const optionals = {
        latencyBudgetMs: durationWithin(read, 'latency-budget', BUDGET),
        expectedVersion: matching(read, 'expected-version', VERSION),
        junitPath: matching(read, 'junit-path', JUNIT),
        resolver: parseResolver(optional(read, 'resolver')),
        caFile: matching(read, 'ca-file', FILE)
    };
    return {
        urls,
        attempts: integer(read, 'attempts', { min: 1, max: 100 }) ?? 3,
        timeoutMs: durationWithin(read, 'timeout', TIMEOUT) ?? 120_000,
        isolationHosts: parseHosts(list(read, 'isolation-hosts'), urls),
        dryRun: flag(read, 'dry-run'),
        checks: await parseChecks(optional(read, 'checks')),
        ...withoutUndefined(optionals)
    };
}
const PATH = { pattern: /^\/[\x21-\x22\x24-\x7E]*$/, expected: 'a path that begins with /' };
const VERSION = { pattern: /^[\x21-\x7E]{1,200}$/, expected: 'a version, in one word' };
const JUNIT = {
    pattern: /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\0\r\n\\]+\.xml$/,
    expected: 'the name of an .xml file within the workspace'
};
const FILE = {
    pattern: /^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\0\r\n\\]+$/,
    expected: 'the name of a file within the workspace'
};
const LABEL = '(?!-)[a-z0-9-]{1,63}(?<!-)';
const SUBDOMAIN = {
    pattern: new RegExp(`^${LABEL}(?:\\.${LABEL})*$`),
    expected: 'a name in lower case, such as acme-stg'
};
const DOMAIN = {
    pattern: new RegExp(`^${LABEL}(?:\\.${LABEL})+$`),
    expected: 'a domain in lower case, such as hicaliber.net'
};
const BUDGET = { min: 1, max: 60_000, words: '1ms to 1m' };
const TIMEOUT = { min: 1000, max: 3_600_000, words: '1s to 1h' };
function parseUrls(read, healthPath) {
    const lines = list(read, 'urls');
    const subdomain = matching(read, 'subdomain', SUBDOMAIN);
    const domain = matching(read, 'domain', DOMAIN);
    if (lines.length > 0 && (subdomain ?? domain) !== undefined)
        throw new errors/* UserError */.y("Input 'urls' and subdomain with domain both say what to ask. Set one of the two.");
    if ((subdomain === undefined) !== (domain === undefined)) {
        const missing = subdomain === undefined ? 'subdomain' : 'domain';
        throw new errors/* UserError */.y(`Input '${missing}' is empty, but subdomain and domain go together. Set both.`);
    }
    const all = subdomain === undefined ? lines : [`https://${subdomain}.${domain}`];
    if (all.length === 0)
        throw new errors/* UserError */.y("Input 'urls' is empty, so there is nothing to ask. Set it, or subdomain and domain.");
    if (all.length > MOST_URLS)
        throw new errors/* UserError */.y(`Input 'urls' has ${all.length} lines, more than ${MOST_URLS}. Spread them over several steps.`);
    const urls = all.map((line) => parseUrl(line, healthPath));
    const twice = urls.find(({ name }, at) => urls.findIndex((one) => one.name === name) !== at);
    if (twice !== undefined)
        throw new errors/* UserError */.y(`Input 'urls' has ${twice.name} twice. Remove one of the two.`);
    return urls;
}
const MOST_URLS = 20;
function parseHosts(hosts, urls) {
    for (const host of hosts) {
        if (!DOMAIN.pattern.test(host))
            throw new errors/* UserError */.y(`Input 'isolation-hosts' has '${host}', which is not a host in lower case, such as other-stg.hicaliber.net. Correct it.`);
        if (urls.some((url) => url.host === host))
            throw new errors/* UserError */.y(`Input 'isolation-hosts' has '${host}', which is a host of 'urls' itself. Name hosts that must be rejected.`);
    }
    return [...new Set(hosts)];
}
/** `10.0.0.2`, `10.0.0.2:5353`, `::1`, `[::1]:5353` → as Node's resolver takes it. */
function parseResolver(value) {
    if (value === undefined)
        return undefined;
    const [, address = '', port = '53'] = RESOLVER.exec((0,external_node_net_.isIP)(value) === 6 ? `[${value}]` : value) ?? [];
    const isAddress = (0,external_node_net_.isIP)(address.replaceAll(/^\[|\]$/g, '')) !== 0;
    if (isAddress && Number(port) > 0 && Number(port) < 65_536)
        return `${address}:${port}`;
    throw new errors/* UserError */.y(`Input 'resolver' is '${value}', which is not the address of a DNS server, as 10.0.0.2:53 or [::1]:53. Correct it.`);
}
const RESOLVER = /^(\[[\da-f:.]+\]|[\d.]+)(?::(\d{1,5}))?$/i;
/** The parser is loaded only where it has something to read. */
async function parseChecks(text) {
    if (text === undefined)
        return DEFAULT_CHECKS;
    const { parseChecks: parse } = await Promise.all(/* import() */[__nccwpck_require__.e(801), __nccwpck_require__.e(885)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6885));
    return parse(text);
}
function withoutUndefined(record) {
    return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 4690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  J: () => (/* binding */ netPort)
});

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
;// CONCATENATED MODULE: external "node:https"
const external_node_https_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
// EXTERNAL MODULE: ./actions/smoke/src/fault.js
var fault = __nccwpck_require__(1083);
;// CONCATENATED MODULE: ./actions/smoke/src/net-port.js





/** Real connections; nothing of them outlives its answer. */
function netPort(trust) {
    return {
        connect: (spot) => reach(spot, trust),
        handshake: (spot) => shakeHands(spot, trust),
        ask: (ask) => send(ask, trust)
    };
}
const timedOut = { kind: 'fault', code: 'ETIMEDOUT', words: 'no answer in time' };
/** Both families are pinned to the address: whatever the name says now, this machine is asked. */
const pin = (address) => (_host, options, done) => {
    const family = (0,external_node_net_.isIP)(address);
    if (options.all === true)
        done(null, [{ address, family }]);
    else
        done(null, address, family);
};
/** Of an address there is nothing to tell the server in advance. */
const named = (host) => (0,external_node_net_.isIP)(host) === 0 ? { servername: host } : {};
function reach({ address, port, timeoutMs }, { signal }) {
    const began = performance.now();
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_.connect)({ host: address, port, signal });
        const end = (result) => {
            socket.destroy();
            resolve(result);
        };
        socket.setTimeout(timeoutMs, () => end(timedOut));
        socket.on('connect', () => end({ kind: 'connected', ms: performance.now() - began }));
        socket.on('error', (error) => (signal.aborted ? reject(signal.reason) : end((0,fault/* toFault */.e)(error))));
    });
}
function shakeHands(spot, { ca, signal }) {
    const { host, address, port, timeoutMs } = spot;
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_tls_namespaceObject.connect)({
            host: address,
            port,
            ...named(host),
            ...(ca === undefined ? {} : { ca }),
            // Anything is taken here, so that what is wrong can be told; every request afterwards is strict.
            rejectUnauthorized: false,
            minVersion: 'TLSv1',
            ciphers: 'DEFAULT@SECLEVEL=0'
        });
        const onAbort = () => void socket.destroy(new Error('cancelled'));
        signal.addEventListener('abort', onAbort, { once: true });
        const end = (result) => {
            signal.removeEventListener('abort', onAbort);
            socket.destroy();
            if (signal.aborted)
                reject(signal.reason);
            else
                resolve(result);
        };
        socket.setTimeout(timeoutMs, () => end(timedOut));
        socket.on('secureConnect', () => end(describe(socket, host)));
        socket.on('error', (error) => end((0,fault/* toFault */.e)(error)));
    });
}
function describe(socket, host) {
    const certificate = socket.getPeerCertificate();
    return {
        kind: 'handshake',
        protocol: socket.getProtocol() ?? '',
        mistrust: mistrustOf(socket),
        names: namesOf(certificate),
        issuer: String(certificate.issuer?.CN ?? certificate.issuer?.O ?? ''),
        isNamed: (0,external_node_tls_namespaceObject.checkServerIdentity)(host, certificate) === undefined,
        validFrom: Date.parse(certificate.valid_from),
        validTo: Date.parse(certificate.valid_to)
    };
}
/** Its code, which Node gives as a text where its types say an error. */
function mistrustOf({ authorized, authorizationError }) {
    return authorized ? '' : String(authorizationError);
}
const namesOf = ({ subjectaltname = '' }) => subjectaltname === '' ? [] : subjectaltname.split(', ').map((name) => name.replace(/^[A-Za-z ]+:/, ''));
const LARGEST_BODY = 2 * 1024 * 1024;
function send(ask, { ca, signal }) {
    const began = performance.now();
    const { host, port, address, method, path, secure, timeoutMs, hostHeader } = ask;
    const late = AbortSignal.timeout(Math.max(1, Math.round(timeoutMs)));
    const shown = host.includes(':') ? `[${host}]` : host;
    const usual = port === (secure ? 443 : 80) ? shown : `${shown}:${port}`;
    const options = {
        host,
        port,
        method,
        path,
        agent: false,
        lookup: pin(address),
        headers: { host: hostHeader ?? usual, accept: '*/*', 'user-agent': 'caliber-smoke' },
        signal: AbortSignal.any([signal, late])
    };
    return new Promise((resolve, reject) => {
        const sent = secure
            ? (0,external_node_https_namespaceObject.request)({ ...options, ...named(host), ...(ca === undefined ? {} : { ca }) })
            : (0,external_node_http_namespaceObject.request)(options);
        const fail = (error) => {
            if (signal.aborted)
                reject(signal.reason);
            else
                resolve(late.aborted ? timedOut : (0,fault/* toFault */.e)(error));
        };
        sent.on('error', fail);
        sent.on('response', (message) => {
            readBody(message)
                .then((body) => resolve(toAnswer(message, body, performance.now() - began)))
                .catch(fail);
        });
        sent.end();
    });
}
async function readBody(message) {
    const chunks = [];
    let size = 0;
    for await (const chunk of message) {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= LARGEST_BODY)
            break;
    }
    return Buffer.concat(chunks).subarray(0, LARGEST_BODY).toString('utf8');
}
function toAnswer({ statusCode = 0, headers }, body, ms) {
    const entries = Object.entries(headers).map(([name, value = '']) => [name, String(value)]);
    return { kind: 'answer', status: statusCode, headers: Object.fromEntries(entries), body, ms };
}


/***/ }),

/***/ 3342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ smoke)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
;// CONCATENATED MODULE: ./actions/smoke/src/plan.js

/** `unknownHost` is a name that nobody has. */
function planSmoke({ urls, checks, isolationHosts }, unknownHost) {
    const plain = urls.filter(({ scheme }) => scheme === 'http');
    const secure = urls.filter(({ scheme }) => scheme === 'https');
    const strangers = checks['unknown-host'] ? [...isolationHosts, unknownHost] : isolationHosts;
    const taken = new Set();
    const courses = secure.map(({ name, host, port, path }) => {
        const named = taken.has(host) ? undefined : plain.find((one) => one.host === host)?.port;
        // Only the usual port of https says what the port of http is.
        const plainPort = named ?? (port === 443 && !taken.has(host) ? 80 : undefined);
        taken.add(host);
        return {
            url: name,
            host,
            secure: { port, path },
            strangers,
            ...(plainPort === undefined || !checks.redirect ? {} : { plainPort })
        };
    });
    const alone = plain.filter(({ host, port }) => !courses.some((one) => one.host === host && one.plainPort === port));
    return {
        courses: [
            ...courses,
            ...alone.map(({ name, host, port }) => ({ url: name, host, plainPort: port, strangers: [] }))
        ]
    };
}
/** The plan in sentences, one a URL. */
function describePlan({ courses }, inputs) {
    return courses.map((course) => `${course.url}: ${stepsOf(course, inputs).join(', ')}.`);
}
function stepsOf({ host, secure, plainPort, strangers }, inputs) {
    const { attempts, expectedVersion, latencyBudgetMs: budget, checks, resolver } = inputs;
    const where = resolver === undefined ? "the runner's resolver and the authoritative servers" : resolver;
    const names = (0,external_node_net_.isIP)(host) === 0 ? [`every address that ${where} gives`] : [];
    const redirect = plainPort === undefined ? [] : [`port ${plainPort} leads to https`];
    if (secure === undefined)
        return [...names, ...redirect];
    return [
        ...names,
        `TCP and TLS on port ${secure.port}`,
        ...redirect,
        `${secure.path} is ${checks.health.status} ${attempts} times in a row`,
        ...(budget === undefined ? [] : [`p95 within ${budget} ms`]),
        ...(expectedVersion === undefined ? [] : [`version ${expectedVersion} at ${checks.version.path}`]),
        ...checks.requests.map(({ method, path, status }) => `${method} ${path} is ${status}`),
        ...(checks.assets === 'off' ? [] : ['assets of the page, if it is one']),
        ...strangers.map((stranger) => `Host ${stranger} is rejected`)
    ];
}

// EXTERNAL MODULE: ./lib/markdown.js
var markdown = __nccwpck_require__(2859);
;// CONCATENATED MODULE: ./lib/summary.js

/** Parts of a page with a blank line between each; empty ones are left out. */
const paragraphs = (parts) => parts.filter((part) => part !== '').join('\n\n');
/** A text that nobody can overlook; it may have several lines, and none is read as Markdown. */
const callout = (kind, text) => `> [!${kind}]\n> ${(0,markdown/* escapeLines */.RQ)(text)}`;
/** What a step came to: plain where it is good. */
const summary_verdict = (isGood, sentence) => isGood ? (0,markdown/* escapeLines */.RQ)(sentence) : callout('CAUTION', sentence);
/** Sentences that come one after the other. */
const numbered = (steps) => steps.map((step, at) => `${at + 1}. ${escapeInline(step)}`).join('\n');
/** A table of Markdown cells, cut after `most` rows; '' without any row. */
function table(titles, rows, most = 100) {
    if (rows.length === 0)
        return '';
    const shown = [(0,markdown/* tableHead */.PP)(titles), ...rows.slice(0, most).map((cells) => (0,markdown/* tableRow */.jD)(cells))].join('\n');
    return rows.length > most ? `${shown}\n\n… and ${rows.length - most} more.` : shown;
}

;// CONCATENATED MODULE: ./actions/smoke/src/finding.js
/** What a request passes through, from the name to the tenant; the verdict names the first that is broken. */
const LAYERS = [
    'dns',
    'tcp',
    'tls',
    'redirect',
    'http',
    'health',
    'version',
    'assets',
    'isolation'
];
const passed = ({ url, address }, words) => ({
    ...subject(url, address),
    ...words,
    state: 'passed'
});
const skipped = ({ url, address }, words) => ({
    ...subject(url, address),
    ...words,
    state: 'skipped'
});
const warned = ({ url, address }, check, flaw) => ({
    ...subject(url, address),
    check,
    ...flaw,
    state: 'warned'
});
const failed = ({ url, address }, check, flaw) => ({
    ...subject(url, address),
    check,
    ...flaw,
    state: 'failed'
});
/** One finding for a check that may be flawed. */
function judged(about, words, flaw) {
    return flaw === undefined ? passed(about, words) : failed(about, words.check, flaw);
}
const subject = (url, address) => address === undefined ? { url } : { url, address };

;// CONCATENATED MODULE: ./actions/smoke/src/summary.js



/** The job summary: the verdict, a row an address, what is wrong with its command, and what is only odd. */
function renderSummary(outcome, sentence) {
    switch (outcome.kind) {
        case 'planned':
            return paragraphs([
                '## 📋 Smoke test',
                'Dry run: nothing was asked. A smoke test would ask this:',
                list(outcome.steps)
            ]);
        case 'cancelled':
            return paragraphs(['## ⏹️ Smoke test', callout('CAUTION', sentence)]);
        case 'judged':
            return renderJudged(outcome, sentence);
    }
}
function renderJudged({ verdict, walked }, sentence) {
    const isGood = verdict.kind === 'passed';
    const findings = walked.flatMap((one) => one.findings);
    return paragraphs([
        `## ${isGood ? '✅' : '❌'} Smoke test`,
        summary_verdict(isGood, sentence),
        renderTable(walked),
        renderWrong(findings),
        list(findings.filter(({ state }) => state === 'warned').map((one) => `⚠️ ${where(one)}: ${one.sentence}`)),
        renderAll(findings)
    ]);
}
const MARKS = {
    failed: '❌',
    warned: '⚠️',
    passed: '✅',
    skipped: '–'
};
/** The worst of a layer's findings; '' where nothing was to be looked at. */
function mark(findings, layer) {
    const states = new Set(findings.filter((one) => one.layer === layer).map(({ state }) => state));
    const worst = ['failed', 'warned', 'passed', 'skipped'].find((state) => states.has(state));
    return worst === undefined ? '' : MARKS[worst];
}
function renderTable(walked) {
    const rows = walked.flatMap(({ url, addresses, findings, latencies }) => (addresses.length === 0 ? [''] : addresses).map((address) => {
        const own = findings.filter((one) => (one.address ?? address) === address);
        const latency = latencies.find((one) => one.address === address);
        return [
            (0,markdown/* codeSpan */.SS)(url),
            address === '' ? '' : (0,markdown/* codeSpan */.SS)(address),
            ...LAYERS.map((layer) => mark(own, layer)),
            latency === undefined ? '' : `${Math.round(latency.p95)} ms`
        ];
    }));
    return table(['URL', 'Address', ...LAYERS, 'p95'], rows);
}
const where = ({ url, address }) => (address === undefined ? url : `${url} at ${address}`);
const MOST_WRONG = 20;
function renderWrong(findings) {
    const wrong = findings
        .filter(({ state }) => state === 'failed')
        .toSorted((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));
    const parts = wrong.slice(0, MOST_WRONG).map((one) => {
        const command = one.next === undefined ? '' : `\n\n${(0,markdown/* fence */.EU)(one.next, 'sh')}`;
        return `**${one.layer}** ${(0,markdown/* codeSpan */.SS)(where(one))}: ${(0,markdown/* escapeInline */.VV)(one.sentence)}${command}`;
    });
    const more = wrong.length > MOST_WRONG ? [`… and ${wrong.length - MOST_WRONG} more.`] : [];
    return wrong.length === 0 ? '' : paragraphs(['### What is wrong', ...parts, ...more]);
}
const MOST_LISTED = 300;
function renderAll(findings) {
    const rows = findings.map((one) => [
        MARKS[one.state],
        one.layer,
        (0,markdown/* codeSpan */.SS)(where(one)),
        (0,markdown/* escapeInline */.VV)(one.check),
        (0,markdown/* escapeInline */.VV)(one.sentence)
    ]);
    const shown = table(['', 'Layer', 'Where', 'Check', 'What was found'], rows, MOST_LISTED);
    return (0,markdown/* details */.zH)(`All ${findings.length} checks`, shown);
}
const list = (items) => items.map((item) => `- ${(0,markdown/* escapeInline */.VV)(item)}`).join('\n');

;// CONCATENATED MODULE: ./actions/smoke/src/report.js

/** Outputs, summary and, where the step is red, the sentence. */
function toReport(outcome) {
    const sentence = describeOutcome(outcome);
    const isGood = outcome.kind === 'planned' || (outcome.kind === 'judged' && outcome.verdict.kind === 'passed');
    return {
        outputs: outputsOf(outcome, sentence),
        summary: renderSummary(outcome, sentence),
        ...(isGood ? {} : { failure: sentence })
    };
}
function outputsOf(outcome, sentence) {
    const failedLayer = outcome.kind === 'judged' && outcome.verdict.kind === 'failed' ? outcome.verdict.layer : '';
    const passed = outcome.kind === 'judged' && outcome.verdict.kind === 'passed';
    return {
        passed: String(passed),
        'failed-layer': failedLayer,
        result: JSON.stringify({ outcome: nameOf(outcome), passed, failedLayer, sentence, ...resultOf(outcome) })
    };
}
const nameOf = (outcome) => (outcome.kind === 'judged' ? outcome.verdict.kind : outcome.kind);
const MOST_TOLD = 100;
function resultOf(outcome) {
    switch (outcome.kind) {
        case 'cancelled':
            return { rollback: false };
        case 'planned':
            return { rollback: false, steps: outcome.steps };
        case 'judged': {
            const { verdict, walked, elapsedMs } = outcome;
            const findings = walked.flatMap((one) => one.findings);
            const told = (state) => findings.filter((one) => one.state === state).slice(0, MOST_TOLD);
            return {
                rollback: verdict.kind === 'failed' && verdict.rollback,
                elapsedMs,
                checks: findings.length,
                urls: walked.map(({ url, addresses, latencies }) => ({ url, addresses, latencies })),
                failures: told('failed').map(toPublic),
                warnings: told('warned').map(toPublic)
            };
        }
    }
}
const toPublic = ({ layer, url, address, check, sentence, next }) => ({
    layer,
    url,
    address,
    check,
    sentence,
    next
});
/** The outcome in a sentence or two, with the next command. */
function describeOutcome(outcome) {
    switch (outcome.kind) {
        case 'planned':
            return 'Dry run: nothing was asked.';
        case 'cancelled':
            return 'Cancelled: nothing is proven. Nothing was changed either; run it again.';
        case 'judged':
            return describeVerdict(outcome);
    }
}
function describeVerdict({ verdict, walked, elapsedMs }) {
    if (verdict.kind === 'passed') {
        const checks = walked.reduce((sum, { findings }) => sum + findings.length, 0);
        const addresses = walked.reduce((sum, one) => sum + one.addresses.length, 0);
        const odd = verdict.warnings === 0 ? '' : ` ${verdict.warnings} warnings are below.`;
        return `All is well: ${checks} checks at ${addresses} addresses of ${walked.length} URLs in ${(elapsedMs / 1000).toFixed(1)} s.${odd}`;
    }
    const [first] = verdict.broken;
    if (first === undefined)
        return `Broken at layer ${verdict.layer}.`;
    const at = first.address === undefined ? '' : ` at ${first.address}`;
    const more = verdict.broken.length - 1 + verdict.others;
    const rest = more === 0 ? '' : ` ${more} more checks failed; the summary has them.`;
    const next = first.next === undefined ? '' : ` Next: ${first.next}`;
    return `${first.url} is broken at layer ${verdict.layer}${at}: ${first.sentence}${rest}${next}`;
}

;// CONCATENATED MODULE: ./actions/smoke/src/verdict.js

/** The verdict: the lowest broken layer explains those above it. */
function judgeFindings(findings) {
    const wrong = findings.filter(({ state }) => state === 'failed');
    const layer = LAYERS.find((one) => wrong.some((finding) => finding.layer === one));
    if (layer === undefined)
        return { kind: 'passed', warnings: findings.filter(({ state }) => state === 'warned').length };
    const broken = wrong.filter((finding) => finding.layer === layer);
    return {
        kind: 'failed',
        layer,
        rollback: wrong.some(({ byRelease }) => byRelease === true),
        broken,
        others: wrong.length - broken.length
    };
}

;// CONCATENATED MODULE: ./lib/terraform/secret-shapes.js
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

;// CONCATENATED MODULE: ./actions/smoke/src/commands.js
/** Shell commands for a person; hosts and addresses are checked, paths are quoted. */
const quoted = (text) => `'${text.replaceAll("'", String.raw `'\''`)}'`;
const digCommand = ({ host }, server) => {
    if (server === undefined)
        return `dig +trace ${host}`;
    const [, address = '', port = ''] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(server) ?? [];
    return `dig @${address} -p ${port} ${host}`;
};
const connectCommand = ({ address, port }) => `nc -vz -w 5 ${address} ${port}`;
const certificateCommand = ({ course, address, port }) => `openssl s_client -connect ${bracketed(address)}:${port} -servername ${course.host} </dev/null | openssl x509 -noout -issuer -dates -ext subjectAltName`;
/** The same request by hand: the same address, whatever the name says. */
function curlCommand({ course, address, port }, { path, scheme = 'https', hostHeader }) {
    const header = hostHeader === undefined ? '' : ` -H ${quoted(`Host: ${hostHeader}`)}`;
    const resolve = `--resolve ${bracketed(course.host)}:${port}:${bracketed(address)}`;
    return `curl -sS -i ${resolve}${header} ${quoted(`${scheme}://${bracketed(course.host)}:${port}${path}`)}`;
}
const TARGETS_COMMAND = "aws elbv2 describe-target-health --target-group-arn <the service's target group>";
const bracketed = (host) => (host.includes(':') ? `[${host}]` : host);

// EXTERNAL MODULE: ./actions/smoke/src/fault.js
var src_fault = __nccwpck_require__(1083);
;// CONCATENATED MODULE: ./actions/smoke/src/statuses.js
const http = (words, byRelease = false) => ({ layer: 'http', words, byRelease });
const GATEWAY = {
    502: 'the load balancer got no usable answer from the task: it crashed, closed the connection, listens on another port, or keeps connections for a shorter time than the load balancer',
    503: 'the load balancer has no healthy target: no task runs, or all fail their health check',
    504: 'the task did not answer within the idle timeout, or the load balancer cannot connect to it: it is overloaded, hangs, or its security group keeps the load balancer out'
};
const RULES = [
    {
        fits: (answer) => answer.status in GATEWAY && isGateways(answer),
        meaning: ({ status }) => ({ ...http(GATEWAY[status] ?? '', true), asksTargets: true })
    },
    {
        fits: ({ status }) => status >= 300 && status < 400,
        meaning: ({ headers }) => http(`it leads to '${headers['location'] ?? ''}': behind a load balancer that ends TLS the application must trust X-Forwarded-Proto, and a health path needs its final form`, true)
    },
    {
        fits: ({ status }) => status === 421,
        meaning: () => http('the distribution does not know this host as an alias')
    },
    {
        fits: ({ status, headers }) => status === 403 && /cloudfront/i.test(`${headers['server'] ?? ''} ${headers['x-cache'] ?? ''}`),
        meaning: () => http('CloudFront may not read the bucket, or the file is not there and it may not list: check the bucket policy and the origin access control')
    },
    {
        fits: ({ status, headers }) => status === 403 && /awselb/i.test(headers['server'] ?? ''),
        meaning: () => http('the load balancer or its web ACL refused the request')
    },
    {
        fits: ({ status, body }) => status === 404 && body.trim() === 'Not found',
        meaning: () => http("the load balancer's default rule answered: no rule forwards this host")
    },
    {
        fits: ({ status, body }) => status === 400 && /DisallowedHost|ALLOWED_HOSTS|Bad Request \(400\)/.test(body),
        meaning: () => ({
            layer: 'health',
            words: 'the application does not know this host (ALLOWED_HOSTS)',
            byRelease: true
        })
    }
];
/** Who gave a status that was not expected, and what it means. */
function explainStatus(answer) {
    const rule = RULES.find(({ fits }) => fits(answer));
    return rule?.meaning(answer) ?? { layer: 'health', words: 'the application answered so', byRelease: true };
}
/** A load balancer's own page, not the application's answer of the same status. */
function isGateways({ status, headers, body }) {
    return (/^(?:awselb|cloudfront)/i.test(headers['server'] ?? '') ||
        body.trim() === '' ||
        body.includes(`<title>${status}`));
}

;// CONCATENATED MODULE: ./actions/smoke/src/answer.js




/** What is wrong with an answer, the first thing only. */
function judgeAnswer(answer, expected, asked) {
    const next = curlCommand(asked.place, asked);
    if (answer.kind === 'fault')
        return { ...judgeFault(answer, asked.path), next };
    if (answer.status !== expected.status) {
        const { layer, words, asksTargets = false, byRelease } = explainStatus(answer);
        const body = asksTargets ? '' : excerpt(answer.body);
        return {
            layer,
            byRelease,
            sentence: `${asked.path} is ${answer.status}, not ${expected.status}: ${words}.${body}`,
            next: asksTargets ? TARGETS_COMMAND : next
        };
    }
    const fault = headerFault(answer, expected) ?? bodyFault(answer, expected);
    if (fault === undefined)
        return undefined;
    return {
        layer: 'health',
        sentence: `${asked.path} is ${answer.status}, but ${fault}`,
        next,
        byRelease: true
    };
}
function judgeFault(fault, path) {
    return {
        layer: 'http',
        sentence: `${path} was not answered: ${(0,src_fault/* describeFault */.Q)(fault)}.`,
        byRelease: true
    };
}
function headerFault({ headers }, expected) {
    for (const [name, wanted] of Object.entries(expected.headers)) {
        const value = headers[name.toLowerCase()];
        if (value === undefined)
            return `it has no header ${name}.`;
        if (!value.toLowerCase().includes(wanted.toLowerCase()))
            return `its header ${name} is '${hideShapes(value)}', without '${wanted}'.`;
    }
    return undefined;
}
function bodyFault({ body }, { json, contains }) {
    if (contains !== undefined && !body.includes(contains))
        return `its body does not contain '${contains}'.${excerpt(body)}`;
    const wanted = Object.entries(json);
    if (wanted.length === 0)
        return undefined;
    const value = parseJson(body);
    if (value === undefined)
        return `its body is no JSON.${excerpt(body)}`;
    for (const [path, want] of wanted) {
        const found = valueAt(value, path);
        if (found !== want)
            return `its '${path}' is ${shown(found)}, not ${shown(want)}.`;
    }
    return undefined;
}
/** JSON, or undefined for anything else. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** What a path such as `items.0.name` leads to; undefined when it leads nowhere. */
function valueAt(value, path) {
    return path.split('.').reduce((at, name) => {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name))
            return undefined;
        return at[name];
    }, value);
}
function shown(value) {
    return value === undefined ? 'not there' : hideShapes(JSON.stringify(value).slice(0, LONGEST));
}
const LONGEST = 200;
function excerpt(body) {
    const text = body.replaceAll(/\s+/g, ' ').trim();
    if (text === '')
        return '';
    return ` It says: ${hideShapes(text).slice(0, LONGEST)}${text.length > LONGEST ? '…' : ''}`;
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

;// CONCATENATED MODULE: ./actions/smoke/src/context.js


/** No single request takes longer, in milliseconds. */
const LONGEST_REQUEST_MS = 10_000;
/** Mean milliseconds between two rounds of what is waited for. */
const context_EVERY_MS = 1000;
/** Whom a finding is about. */
const subjectOf = ({ course, address }) => ({ url: course.url, address });
/** Where TLS is spoken at this address. */
const placeOf = ({ course, address }) => ({
    course,
    address,
    port: course.secure?.port ?? 443
});
/** Milliseconds that a request may still take; never nothing, so that the last one is asked. */
const patienceMs = ({ ports, deadline }) => Math.min(LONGEST_REQUEST_MS, Math.max(250, deadline - ports.clock.now()));
/** Asks again and again until there is an answer or the deadline is there: then undefined. */
function wait(look, { ports, deadline }) {
    const { clock, signal } = ports;
    return poll(look, {
        clock,
        signal,
        everyMs: context_EVERY_MS,
        deadlineMs: deadline - clock.now(),
        // Nothing of AWS is asked, so nothing has to be spared.
        requests: () => 0
    });
}
/** One request over TLS to this address, over a connection of its own. */
function askAt(visit, request) {
    const { method = 'GET', path, hostHeader, timeoutMs = LONGEST_REQUEST_MS } = request;
    const { host, address, port } = { ...placeOf(visit), host: visit.course.host };
    return visit.ports.net.ask({
        host,
        address,
        port,
        timeoutMs,
        secure: true,
        method,
        path,
        ...(hostHeader === undefined ? {} : { hostHeader })
    });
}
/** The request by hand. */
const commandFor = (visit, path, hostHeader) => curlCommand(placeOf(visit), { path, ...(hostHeader === undefined ? {} : { hostHeader }) });

;// CONCATENATED MODULE: ./actions/smoke/src/page-kind.js
/** Whether an answer is an HTML document; a bare `ok` under text/html is none. */
const isPage = ({ headers, body }) => isHtml(headers['content-type']) && /<!doctype html|<html[\s>]/i.test(body.slice(0, 1000));
/** Whether a content type is that of HTML. */
const isHtml = (type = '') => /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type);

;// CONCATENATED MODULE: ./actions/smoke/src/assets.js


const TYPES = {
    script: /^\s*(?:text|application)\/(?:javascript|ecmascript|x-javascript)\b/i,
    style: /^\s*text\/css\b/i,
    other: /^\s*(?!text\/html)[\w.+-]+\/[\w.+-]+/i
};
/** Whether the name of a file changes with its content: a hash stands in it. */
function isHashed(url) {
    const name = new URL(url).pathname.split('/').at(-1) ?? '';
    const [, hash = ''] = /[.-]([A-Za-z0-9_-]{8,})\.[A-Za-z0-9.]+$/.exec(name) ?? [];
    return /\d/.test(hash) || /[a-z][A-Z]/.test(hash);
}
/** What is wrong with a file of a page, as the end of a sentence. */
function judgeAsset({ url, kind }, answer) {
    if (answer.kind === 'fault')
        return `is not answered: ${(0,src_fault/* describeFault */.Q)(answer)}`;
    if (answer.status !== 200)
        return `is ${answer.status}`;
    const type = answer.headers['content-type'] ?? '';
    if (isHtml(type))
        return 'is a page (text/html): the file is missing, and the page stands in for it';
    if (!TYPES[kind].test(type))
        return `is '${type}', which browsers do not take for a ${kind}`;
    return judgeKept(isHashed(url), cacheControl(answer));
}
function judgeKept(hasHash, control) {
    const isImmutable = /\bimmutable\b/i.test(control);
    if (hasHash === isImmutable)
        return undefined;
    return hasHash
        ? `is not immutable (Cache-Control: ${control}), though its name has a hash`
        : 'is immutable, though its name has no hash: browsers never ask for its next version';
}
const cacheControl = ({ headers }) => headers['cache-control'] ?? 'none';
/** What is wrong with how a page may be kept. */
function judgePageCache(answer) {
    const control = cacheControl(answer);
    if (/\b(?:no-cache|no-store)\b|\bmax-age=0\b/i.test(control))
        return undefined;
    return `may be kept by browsers (Cache-Control: ${control}): they go on with the old files. It must be no-cache`;
}
/** What is wrong with the answer for a file that never was. */
function judgeMissing(answer) {
    if (answer.kind === 'fault')
        return `is not answered: ${(0,src_fault/* describeFault */.Q)(answer)}`;
    const { status, headers } = answer;
    if (status === 404 || status === 403 || status === 410)
        return undefined;
    if (status === 200 && isHtml(headers['content-type']))
        return 'is answered with the page and 200: browsers and caches keep the page as a script, and open tabs break after each deployment. Let only routes, not files, lead to the page';
    return `is ${status}, not 404`;
}

;// CONCATENATED MODULE: ./actions/smoke/src/crawl.js




const AT_ONCE = 8;
const MOST_ASSETS = 200;
const ALL_THERE = 'scripts and links of the page are there';
/** The page's cache, its files, and a file that never was. */
async function checkAssets(visit, path, answer) {
    const { checks } = visit.inputs;
    if (checks.assets === 'off')
        return [];
    if (!isPage(answer))
        return checks.assets === 'required' ? [noPage(visit, path)] : [];
    const { host } = visit.course;
    const { port } = placeOf(visit);
    const page = new URL(`https://${host.includes(':') ? `[${host}]` : host}:${port}${path}`);
    // The parser is loaded only where there is a page.
    const { readPage } = await Promise.all(/* import() */[__nccwpck_require__.e(868), __nccwpck_require__.e(264)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6264));
    const references = readPage(answer.body, page.href);
    const own = references.filter(({ url }) => new URL(url).host === page.host);
    return [
        fileFinding(visit, path, { check: 'the page is not kept', fault: judgePageCache(answer) }),
        ...(await checkFiles(visit, own, references.length - own.length)),
        ...(await Promise.all(poisoned(visit, own).map((missing) => checkMissing(visit, missing))))
    ];
}
function noPage(visit, path) {
    const sentence = `${path} is no page, so it has no assets. Name the page's path, as https://app.example.net/.`;
    return failed(subjectOf(visit), ALL_THERE, { layer: 'assets', sentence, next: commandFor(visit, path) });
}
function fileFinding(visit, path, { check, fault }) {
    const words = { layer: 'assets', check, sentence: `${path} is right.` };
    const flaw = fault === undefined
        ? undefined
        : {
            layer: 'assets',
            sentence: `${path} ${fault}.`,
            next: commandFor(visit, path),
            byRelease: true
        };
    return judged(subjectOf(visit), words, flaw);
}
async function checkFiles(visit, own, foreign) {
    const about = subjectOf(visit);
    if (own.length === 0) {
        const sentence = `The page has no script and no link of its own host (${foreign} of others).`;
        return [skipped(about, { layer: 'assets', check: ALL_THERE, sentence })];
    }
    const wrong = [];
    const asked = own.slice(0, MOST_ASSETS);
    for (let at = 0; at < asked.length; at += AT_ONCE) {
        const found = await Promise.all(asked.slice(at, at + AT_ONCE).map((one) => checkFile(visit, one)));
        wrong.push(...found.filter(({ state }) => state === 'failed'));
    }
    const left = own.length - asked.length;
    const rest = left === 0
        ? []
        : [
            warned(about, 'all files are asked for', {
                layer: 'assets',
                sentence: `${left} more files of the page were not asked for.`
            })
        ];
    if (wrong.length > 0)
        return [...wrong, ...rest];
    const sentence = `${asked.length} files are there, of the right kind; ${foreign} of other hosts were left out.`;
    return [passed(about, { layer: 'assets', check: ALL_THERE, sentence }), ...rest];
}
async function checkFile(visit, reference) {
    const { pathname, search } = new URL(reference.url);
    const path = `${pathname}${search}`;
    const fault = judgeAsset(reference, await askTwice(visit, path));
    return fileFinding(visit, path, { check: `${path} is there`, fault });
}
/** A connection that breaks once is nobody's fault. */
async function askTwice(visit, path) {
    const first = await askAt(visit, { path });
    return first.kind === 'answer' ? first : askAt(visit, { path });
}
/** Files that never were: below /assets/, and beside the first script if that is elsewhere. */
function poisoned({ ports }, own) {
    const script = own.find(({ kind }) => kind === 'script');
    const beside = script === undefined ? '/assets/' : new URL(script.url).pathname.replace(/[^/]*$/, '');
    return [...new Set(['/assets/', beside])].map((folder) => `${folder}nope-${ports.random()}.js`);
}
async function checkMissing(visit, path) {
    const folder = path.replace(/[^/]*$/, '');
    const fault = judgeMissing(await askTwice(visit, path));
    return fileFinding(visit, path, { check: `a missing file in ${folder} is missing`, fault });
}

;// CONCATENATED MODULE: ./actions/smoke/src/latency.js
/** Of some milliseconds the one that a share of them does not exceed (nearest rank); 0 of none. */
function percentile(samples, share) {
    const sorted = samples.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
/** With a budget at least so many requests are measured. */
const MEASURED = 20;
/** How many good answers in a row are asked for. */
const streakLength = (attempts, budgetMs) => budgetMs === undefined ? attempts : Math.max(attempts, MEASURED);

;// CONCATENATED MODULE: ./actions/smoke/src/health.js





/** Asks until there were enough good answers in a row, none of them slow. */
async function checkHealth(visit, path) {
    const { attempts, latencyBudgetMs, checks } = visit.inputs;
    const length = streakLength(attempts, latencyBudgetMs);
    const tally = { asked: 0, last: undefined };
    const streak = await wait(async () => {
        const run = await ask(visit, { path, length, tally });
        const slow = run === undefined ? undefined : judgeLatency(run.samples, latencyBudgetMs);
        if (slow !== undefined)
            note(visit, tally, { ...slow, next: commandFor(visit, path) });
        return slow === undefined ? run : undefined;
    }, visit);
    const check = `${path} is ${checks.health.status}, ${length} times in a row`;
    if (streak === undefined)
        return { findings: unhealthy(visit, check, tally) };
    const { samples, answer } = streak;
    const latency = { count: length, p50: percentile(samples, 0.5), p95: percentile(samples, 0.95) };
    const sentence = `${length} of the last ${length} answers were good (${tally.asked} asked), p95 ${Math.round(latency.p95)} ms.`;
    const words = { layer: 'health', check, sentence };
    const about = subjectOf(visit);
    const http = {
        layer: 'http',
        check: 'requests are answered',
        sentence: `${tally.asked} were sent.`
    };
    return { findings: [passed(about, http), passed(about, words)], answer, latency };
}
/** An application that answers, only not well, is heard: that is said beside what is wrong. */
function unhealthy(visit, check, { asked, last }) {
    const flaw = last ?? { layer: 'http', sentence: 'There was no time to ask.' };
    const seconds = Math.round(visit.inputs.timeoutMs / 1000);
    const told = { ...flaw, sentence: `${flaw.sentence} It was asked ${asked} times within ${seconds} s.` };
    const about = subjectOf(visit);
    if (flaw.layer !== 'health')
        return [failed(about, 'requests are answered', told)];
    const http = { layer: 'http', check: 'requests are answered', sentence: `${asked} were sent.` };
    return [passed(about, http), failed(about, check, told)];
}
async function ask(visit, { path, length, tally }) {
    const samples = [];
    let good;
    while (samples.length < length) {
        if (samples.length > 0 && visit.ports.clock.now() >= visit.deadline) {
            const sentence = `${path} is good, but there was time for ${samples.length} of ${length} answers in a row only.`;
            // What was wrong before says more than that time is up.
            if (tally.last === undefined)
                note(visit, tally, { layer: 'health', sentence, byRelease: true });
            return undefined;
        }
        const answer = await askAt(visit, { path, timeoutMs: patienceMs(visit) });
        tally.asked += 1;
        const flaw = judgeAnswer(answer, visit.inputs.checks.health, { place: placeOf(visit), path });
        if (flaw !== undefined || answer.kind === 'fault') {
            note(visit, tally, flaw);
            return undefined;
        }
        const odd = judgePath(answer, path);
        if (odd !== undefined) {
            note(visit, tally, { ...odd, next: commandFor(visit, path) });
            return undefined;
        }
        samples.push(answer.ms);
        good = answer;
    }
    return good === undefined ? undefined : { answer: good, samples };
}
/** Says what is wrong whenever that changes. */
function note({ course, address, ports }, tally, flaw) {
    if (flaw !== undefined && flaw.sentence !== tally.last?.sentence)
        ports.log.info(`${course.url} at ${address}: ${flaw.sentence}`);
    tally.last = flaw;
}
/** A page under a path that is none is what a single-page application answers everything with. */
function judgePath(answer, path) {
    const [name = ''] = path.split('?');
    if (!isPage(answer) || name.endsWith('/') || /\.html?$/.test(name))
        return undefined;
    return {
        layer: 'health',
        sentence: `${path} is a page, not the state of an application: what answers is a frontend, which gives its page for every path. Ask the API, or name the page's own path, as https://app.example.net/.`
    };
}
/** Whether the answers came within the budget. */
function judgeLatency(samples, budgetMs) {
    const p95 = percentile(samples, 0.95);
    if (budgetMs === undefined || p95 <= budgetMs)
        return undefined;
    return {
        layer: 'health',
        sentence: `p95 of ${samples.length} answers is ${Math.round(p95)} ms, over the budget of ${budgetMs} ms.`,
        byRelease: true
    };
}

;// CONCATENATED MODULE: ./actions/smoke/src/isolation.js



/** What is wrong with the answer for a host that has no business here, as the end of a sentence. */
function judgeStranger(answer) {
    // Who closes the connection has rejected it, too.
    if (answer.kind === 'fault')
        return answer.code === 'ECONNRESET' ? undefined : `was not answered: ${(0,src_fault/* describeFault */.Q)(answer)}`;
    const { status } = answer;
    if (status >= 400 && status < 500)
        return undefined;
    if (status < 300)
        return `is served with ${status}: whoever names it reaches this tenant`;
    if (status < 400)
        return `is led on with ${status} to '${answer.headers['location'] ?? ''}'`;
    return `is ${status}, so a rule sends it on to an application`;
}
/** One request that names another host. */
async function checkStranger(visit, stranger, path) {
    const fault = judgeStranger(await askAt(visit, { path, hostHeader: stranger }));
    const isNobody = stranger.endsWith('.invalid');
    const check = isNobody ? 'an unknown host is rejected' : `${stranger} is rejected`;
    const flaw = fault === undefined
        ? undefined
        : {
            layer: 'isolation',
            sentence: `Host ${stranger} ${fault}. Let the load balancer's rules name this tenant's hosts only, its default answer 404, and the application its ALLOWED_HOSTS.`,
            next: commandFor(visit, path, stranger),
            byRelease: true
        };
    const words = { layer: 'isolation', check, sentence: `Host ${stranger} is rejected.` };
    return judged(subjectOf(visit), words, flaw);
}

;// CONCATENATED MODULE: ./actions/smoke/src/names.js





const CHECK = 'the name leads to addresses';
const MOST_ADDRESSES = 16;
/** Looks the host up, waiting for a name that is new. */
async function lookUp(context) {
    const { course, inputs, ports } = context;
    const about = { url: course.url };
    if ((0,external_node_net_.isIP)(course.host) !== 0) {
        const sentence = `${course.host} is an address itself.`;
        return { addresses: [course.host], finding: passed(about, { layer: 'dns', check: CHECK, sentence }) };
    }
    const deadline = ports.clock.now() + inputs.timeoutMs;
    let seen = await names_ask(context);
    await wait(async () => {
        if (seen.own.kind === 'addresses')
            return seen;
        ports.log.debug(`${course.host}: ${describeSaid(seen.own)}`);
        seen = await names_ask(context);
        return seen.own.kind === 'addresses' ? seen : undefined;
    }, { ports, deadline });
    return toAddresses(context, seen);
}
async function names_ask({ course: { host }, inputs: { resolver }, ports: { dns } }) {
    if (resolver !== undefined)
        return { own: await dns.ask(host, resolver), authorities: [] };
    const own = await dns.system(host);
    // A name of one label, or one for this machine alone, is in no zone.
    if (!/\.(?!localhost$|local$|internal$|test$)[^.]+$/.test(host))
        return { own, authorities: [] };
    const servers = await dns.authorities(host);
    return { own, authorities: await Promise.all(servers.map((server) => dns.ask(host, server))) };
}
function toAddresses({ course, inputs }, seen) {
    const about = { url: course.url };
    const { flaw, warning } = judgeNames(course.host, seen);
    const next = digCommand(course, inputs.resolver);
    if (flaw !== undefined)
        return { addresses: [], finding: failed(about, CHECK, { ...flaw, next }) };
    const all = addressesOf(seen);
    const addresses = all.slice(0, MOST_ADDRESSES);
    const odd = warning ?? tellUnasked(course.host, all.length);
    if (odd !== undefined)
        return { addresses, finding: warned(about, CHECK, { layer: 'dns', sentence: odd, next }) };
    const sentence = `${course.host} is ${addresses.join(', ')}.`;
    return { addresses, finding: passed(about, { layer: 'dns', check: CHECK, sentence }) };
}
const tellUnasked = (host, count) => count > MOST_ADDRESSES
    ? `${host} has ${count} addresses, of which ${MOST_ADDRESSES} are asked: nothing is known of the others.`
    : undefined;
/** All that anybody gave, each once: load balancers and CloudFront give each asker some of theirs. */
function addressesOf({ own, authorities }) {
    const all = [own, ...authorities].flatMap((found) => (found.kind === 'addresses' ? found.addresses : []));
    return [...new Set(all)];
}
/** What is wrong with a name, and what is only odd. */
function judgeNames(host, seen) {
    const { own, authorities } = seen;
    const isKnown = authorities.some(({ kind }) => kind !== 'fault');
    const refusal = authorities.find((found) => found.kind === 'fault' && isDenial(found));
    if (own.kind !== 'addresses') {
        const rest = explain(authorities, refusal);
        return { flaw: { layer: 'dns', sentence: `${host}: ${describeSaid(own)}.${rest}` } };
    }
    if (!isKnown && refusal !== undefined) {
        return {
            warning: `${host} leads to ${own.addresses.join(', ')} here, but the servers of its zone do not know it: ${(0,src_fault/* describeFault */.Q)(refusal)}. Either it was deleted and is remembered here, or it is known only here.`
        };
    }
    return {};
}
/** What the servers of the zone say to a name that leads nowhere here. */
function explain(authorities, refusal) {
    const alias = authorities.find((said) => said.kind === 'alias');
    if (alias !== undefined)
        return ` The servers of its zone say that it is another name for ${alias.name}: look that one up.`;
    if (authorities.some(({ kind }) => kind === 'addresses'))
        return ' The servers of its zone know it, so somebody on the way remembers that it was not there: wait for the negative TTL of the zone.';
    return refusal === undefined ? '' : ' So say the servers of its zone: the record is missing.';
}
function describeSaid(said) {
    return said.kind === 'fault'
        ? (0,src_fault/* describeFault */.Q)(said)
        : `it is another name for ${said.name}, which the server that was asked does not look up`;
}
const isDenial = ({ code }) => code === 'ENOTFOUND' || code === 'ENODATA';

;// CONCATENATED MODULE: ./actions/smoke/src/certificate.js
const DAY_MS = 86_400_000;
/** OpenSSL's words for a chain that is not trusted. */
const MISTRUST = {
    DEPTH_ZERO_SELF_SIGNED_CERT: 'it signed itself',
    SELF_SIGNED_CERT_IN_CHAIN: 'its chain ends in an authority that nobody here trusts',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the server does not send the certificates between it and its authority',
    UNABLE_TO_GET_ISSUER_CERT: 'its chain is not whole',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is not trusted here, or its chain is not whole'
};
/** Whole days until it ends; negative when it has ended. */
const daysLeft = ({ validTo }, now) => Math.floor((validTo - now) / DAY_MS);
/** What is wrong with a certificate: the name first, for a wrong one says nothing by its date. */
function judgeCertificate(shown, measure) {
    const { host, now, failDays, next } = measure;
    const flaw = (sentence) => ({ layer: 'tls', sentence, next });
    if (!shown.isNamed) {
        const names = shown.names.length === 0 ? 'nothing' : shown.names.slice(0, 5).join(', ');
        return flaw(`The certificate is for ${names}, not for ${host}: the listener has another certificate, or the name leads to another load balancer.`);
    }
    if (now < shown.validFrom)
        return flaw(`The certificate is not valid before ${date(shown.validFrom)}.`);
    const days = daysLeft(shown, now);
    if (days < 0)
        return flaw(`The certificate has ended on ${date(shown.validTo)}. ${RENEW}`);
    if (shown.mistrust !== '') {
        const why = MISTRUST[shown.mistrust] ?? 'its chain is not trusted';
        return flaw(`The certificate of ${shown.issuer} is not trusted: ${why} (${shown.mistrust}).`);
    }
    if (!/^TLSv1\.[23]$/.test(shown.protocol))
        return flaw(`The server speaks ${shown.protocol}, which is older than TLS 1.2. Raise the listener's policy.`);
    if (days < failDays)
        return flaw(`The certificate ends in ${days} days, on ${date(shown.validTo)}. ${RENEW}`);
    return undefined;
}
/** What is wrong soon. */
function warnOfCertificate(shown, { now, warnDays, next }) {
    const days = daysLeft(shown, now);
    if (days >= warnDays)
        return undefined;
    return {
        layer: 'tls',
        sentence: `The certificate ends in ${days} days, on ${date(shown.validTo)}. ${RENEW}`,
        next
    };
}
const RENEW = 'ACM renews 60 days before the end, as long as the validation record is in DNS and it is in use.';
const date = (ms) => new Date(ms).toISOString().slice(0, 10);

;// CONCATENATED MODULE: ./actions/smoke/src/reach.js






/** The runners of GitHub have no IPv6: then nothing is said against the address. */
const NO_WAY = new Set(['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EHOSTUNREACH']);
/** A connection, waited for. */
async function checkTcp(visit, port) {
    const { course, address, ports } = visit;
    const check = `port ${port} takes connections`;
    let last;
    await wait(async () => {
        last = await ports.net.connect({ host: course.host, address, port, timeoutMs: patienceMs(visit) });
        return last.kind === 'connected' || isNoWay(last, address) ? last : undefined;
    }, visit);
    if (last?.kind === 'connected') {
        const sentence = `Connected in ${Math.round(last.ms)} ms.`;
        return passed(subjectOf(visit), { layer: 'tcp', check, sentence });
    }
    if (last !== undefined && isNoWay(last, address)) {
        const sentence = `This machine has no IPv6, so ${address} cannot be asked from here.`;
        return skipped(subjectOf(visit), { layer: 'tcp', check, sentence });
    }
    const why = last === undefined ? 'there was no time to ask' : (0,src_fault/* describeFault */.Q)(last);
    return failed(subjectOf(visit), check, {
        layer: 'tcp',
        sentence: `Port ${port} of ${address} takes no connection: ${why}. The load balancer has no such listener, or its security group or network ACL does not let this machine in.`,
        next: connectCommand({ course, address, port })
    });
}
const isNoWay = (last, address) => last.kind === 'fault' && (0,external_node_net_.isIP)(address) === 6 && NO_WAY.has(last.code);
const reach_CHECK = 'the certificate is right';
/** The certificate, as it is: one that is wrong does not mend itself. */
async function checkTls(visit) {
    const { course, address, ports, inputs } = visit;
    const place = placeOf(visit);
    const next = certificateCommand(place);
    let last;
    await wait(async () => {
        const { port } = place;
        last = await ports.net.handshake({ host: course.host, address, port, timeoutMs: patienceMs(visit) });
        return last.kind === 'handshake' || isFinal(last) ? last : undefined;
    }, visit);
    if (last?.kind !== 'handshake') {
        const why = last === undefined ? 'there was no time to ask' : (0,src_fault/* describeFault */.Q)(last);
        const sentence = `No TLS at port ${place.port}: ${why}. ${isFinal(last) ? 'What listens there speaks no TLS, or none that is common.' : ''}`;
        return failed(subjectOf(visit), reach_CHECK, { layer: 'tls', sentence: sentence.trim(), next });
    }
    const { 'warn-days': warnDays, 'fail-days': failDays } = inputs.checks.certificate;
    const measure = { host: course.host, now: ports.clock.now(), warnDays, failDays, next };
    return conclude(visit, last, measure);
}
const isFinal = (last) => last?.code.startsWith('ERR_SSL') === true;
function conclude(visit, shown, measure) {
    const flaw = judgeCertificate(shown, measure);
    if (flaw !== undefined)
        return failed(subjectOf(visit), reach_CHECK, flaw);
    const warning = warnOfCertificate(shown, measure);
    if (warning !== undefined)
        return warned(subjectOf(visit), reach_CHECK, warning);
    const sentence = `${shown.protocol}, ${daysLeft(shown, measure.now)} days left, by ${shown.issuer}.`;
    return passed(subjectOf(visit), { layer: 'tls', check: reach_CHECK, sentence });
}

;// CONCATENATED MODULE: ./actions/smoke/src/redirect.js




/** Redirects, and whether a browser remembers them. */
const REDIRECTS = {
    301: true,
    302: false,
    303: false,
    307: false,
    308: true
};
/** What is wrong with the answer of plain http, as the end of a sentence. */
function judgeRedirect(answer, target) {
    if (answer.kind === 'fault')
        return `is not answered: ${(0,src_fault/* describeFault */.Q)(answer)}`;
    const { status, headers } = answer;
    const isPermanent = REDIRECTS[status];
    if (isPermanent === undefined) {
        const isServed = status >= 200 && status < 300;
        return `is answered with ${status}, no redirect${isServed ? ': what is sent there can be read on the way' : ''}`;
    }
    const wrong = judgeLocation(headers['location'] ?? '', target);
    if (wrong !== undefined || isPermanent)
        return wrong;
    return `leads to https with ${status}, which browsers do not remember; 301 is meant`;
}
function judgeLocation(location, { host, securePort }) {
    const url = URL.canParse(location) ? new URL(location) : undefined;
    if (url?.protocol !== 'https:')
        return `leads to '${location}', which is not https`;
    if (url.hostname.replaceAll(/^\[|\]$/g, '') !== host)
        return `leads to another host, ${url.hostname}`;
    const port = Number(url.port === '' ? 443 : url.port);
    // A load balancer says 443 wherever its listener really is: that is no fault of its own.
    const isRight = port === 443 || securePort === undefined || port === securePort;
    return isRight ? undefined : `leads to port ${port}`;
}
/** Whether plain http leads to https at once. */
async function checkRedirect(visit, port) {
    const { course, address, ports } = visit;
    const target = {
        host: course.host,
        ...(course.secure === undefined ? {} : { securePort: course.secure.port })
    };
    let fault = 'was not asked';
    await wait(async () => {
        const answer = await ports.net.ask({
            host: course.host,
            address,
            port,
            secure: false,
            method: 'GET',
            path: '/',
            timeoutMs: patienceMs(visit)
        });
        fault = judgeRedirect(answer, target);
        // Only what was not answered may become better.
        return fault === undefined || answer.kind === 'answer' ? answer : undefined;
    }, visit);
    const check = 'http leads to https';
    const flaw = fault === undefined
        ? undefined
        : {
            layer: 'redirect',
            sentence: `http at port ${port} ${fault}. Give the listener of HTTP a redirect to HTTPS.`,
            next: curlCommand({ course, address, port }, { path: '/', scheme: 'http' })
        };
    const words = { layer: 'redirect', check, sentence: `Port ${port} leads to https.` };
    return judged(subjectOf(visit), words, flaw);
}

;// CONCATENATED MODULE: ./actions/smoke/src/security-headers.js

/** Half a year: below, a browser may meet plain http again between two visits. */
const SHORTEST_HSTS = 15_768_000;
const ALWAYS = [
    {
        isMet: ({ headers }) => hstsSeconds(headers['strict-transport-security']) >= SHORTEST_HSTS,
        words: 'has no Strict-Transport-Security of half a year or more'
    },
    {
        isMet: ({ headers }) => /^\s*nosniff\s*$/i.test(headers['x-content-type-options'] ?? ''),
        words: 'has no X-Content-Type-Options: nosniff'
    }
];
const FRAMES = {
    isMet: ({ headers }) => /frame-ancestors/i.test(headers['content-security-policy'] ?? '') ||
        /deny|sameorigin/i.test(headers['x-frame-options'] ?? ''),
    words: 'may be framed by any site (no frame-ancestors, no X-Frame-Options)'
};
const POLICY = {
    isMet: ({ headers }) => (headers['content-security-policy'] ?? '') !== '',
    words: 'has no Content-Security-Policy'
};
function hstsSeconds(value = '') {
    return Number(/max-age="?(\d+)/i.exec(value)?.[1] ?? -1);
}
/** What is missing, each as the end of a sentence; `advice` is worth a warning only. */
function judgeSecurityHeaders(answer) {
    const broken = (rules) => rules.filter(({ isMet }) => !isMet(answer)).map(({ words }) => words);
    return isPage(answer)
        ? { missing: broken([...ALWAYS, FRAMES]), advice: broken([POLICY]) }
        : { missing: broken(ALWAYS), advice: [] };
}

;// CONCATENATED MODULE: ./actions/smoke/src/version.js




/** The version that an answer tells, or why it tells none. */
function readVersion(answer, { json, header }) {
    if (answer.kind === 'fault')
        return { fault: `no answer: ${(0,src_fault/* describeFault */.Q)(answer)}` };
    if (answer.status !== 200)
        return { fault: `status ${answer.status}` };
    if (header !== undefined) {
        const value = answer.headers[header.toLowerCase()];
        return value === undefined ? { fault: `no header ${header}` } : { version: value };
    }
    const body = parseJson(answer.body);
    const text = answer.body.trim();
    if (body === undefined)
        return /^[\x21-\x7E]{1,200}$/.test(text) ? { version: text } : { fault: 'no version' };
    const value = valueAt(body, json);
    if (typeof value === 'string' || typeof value === 'number')
        return { version: String(value) };
    return typeof body === 'object' ? { fault: `no '${json}' in its JSON` } : { version: text };
}
/** Why not all answers of a round tell the expected version; undefined when they do. */
function judgeVersions(tally, expected) {
    const told = Object.keys(tally);
    if (told.length === 1 && told[0] === expected)
        return undefined;
    const list = Object.entries(tally)
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([version, count]) => `${version} (${count})`)
        .join(', ');
    const hasExpected = Object.hasOwn(tally, expected);
    const why = hasExpected
        ? 'Old and new tasks answer side by side: the deployment is not over, or does not get there.'
        : 'Nothing here runs what was deployed: the rollout went back, went elsewhere, or a cache answers.';
    return {
        layer: 'version',
        sentence: `Expected ${expected}, but the answers tell ${list}. ${why}`,
        byRelease: hasExpected
    };
}
/** Asks until a whole round tells the expected version. */
async function checkVersion(visit, expected) {
    const { attempts, checks } = visit.inputs;
    const { path } = checks.version;
    const check = `the version is ${expected}`;
    let tally = {};
    const next = commandFor(visit, path);
    const flawed = () => judgeVersions(tally, expected);
    await wait(async () => {
        tally = {};
        for (let at = 0; at < attempts; at += 1) {
            const read = readVersion(await askAt(visit, { path, timeoutMs: patienceMs(visit) }), checks.version);
            const name = 'version' in read ? read.version : read.fault;
            tally[name] = (tally[name] ?? 0) + 1;
        }
        return flawed() === undefined ? tally : undefined;
    }, visit);
    const flaw = flawed();
    if (flaw !== undefined)
        return failed(subjectOf(visit), check, { ...flaw, next });
    const sentence = `${attempts} answers in a row tell it.`;
    return passed(subjectOf(visit), { layer: 'version', check, sentence });
}

;// CONCATENATED MODULE: ./actions/smoke/src/walk.js











/** Goes through all layers, at every address at once. */
async function walkCourse(context) {
    const { course, inputs, ports } = context;
    const { addresses, finding } = await lookUp(context);
    const deadline = ports.clock.now() + inputs.timeoutMs;
    const found = await Promise.all(addresses.map((address) => walk({ ...context, address, deadline })));
    const latencies = found.flatMap(({ latency }, at) => latency === undefined ? [] : [{ address: addresses[at] ?? '', ...latency }]);
    const findings = [finding, ...found.flatMap((one) => one.findings)];
    return {
        url: course.url,
        addresses,
        latencies,
        findings: [...findings, ...unreached(context, findings), ...upper(context, addresses)]
    };
}
/** Without any address that could be asked nothing is proven. */
function unreached({ course }, findings) {
    const reached = findings.filter(({ layer }) => layer === 'tcp');
    if (reached.length === 0 || reached.some(({ state }) => state !== 'skipped'))
        return [];
    const sentence = `${course.host} has IPv6 addresses only, and this machine has no IPv6: nothing could be asked.`;
    return [failed({ url: course.url }, 'some address can be asked', { layer: 'tcp', sentence })];
}
const upper = ({ course }, addresses) => addresses.length > 0 ? [] : above('dns').map((layer) => notAsked({ url: course.url }, layer, 'dns'));
const above = (layer) => LAYERS.slice(LAYERS.indexOf(layer) + 1);
const notAsked = (about, layer, broken) => skipped(about, { layer, check: layer, sentence: `Not asked, since ${broken} is broken.` });
async function walk(visit) {
    const { secure, plainPort = 80 } = visit.course;
    const tcp = await checkTcp(visit, secure?.port ?? plainPort);
    if (tcp.state === 'skipped')
        return { findings: [tcp] };
    if (tcp.state === 'failed')
        return { findings: [tcp, ...notAskedAbove('tcp', visit)] };
    if (secure === undefined)
        return { findings: [tcp, await checkRedirect(visit, plainPort)] };
    const rest = await walkSecure(visit, secure.path);
    return { ...rest, findings: [tcp, ...rest.findings] };
}
const notAskedAbove = (broken, visit) => above(broken === 'tls' ? 'redirect' : broken).map((layer) => notAsked(subjectOf(visit), layer, broken));
async function walkSecure(visit, path) {
    const { plainPort } = visit.course;
    const [tls, redirect] = await Promise.all([
        checkTls(visit),
        plainPort === undefined ? Promise.resolve(undefined) : checkRedirect(visit, plainPort)
    ]);
    const lower = redirect === undefined ? [tls] : [tls, redirect];
    if (tls.state === 'failed')
        return { findings: [...lower, ...notAskedAbove('tls', visit)] };
    const { findings, answer, latency } = await checkHealth(visit, path);
    if (answer === undefined || latency === undefined) {
        const broken = findings.at(-1)?.layer ?? 'http';
        return { findings: [...lower, ...findings, ...notAskedAbove(broken, visit)] };
    }
    return { findings: [...lower, ...findings, ...(await checkRest(visit, path, answer))], latency };
}
/** What is asked of an application that is well. */
async function checkRest(visit, path, answer) {
    const { expectedVersion, checks } = visit.inputs;
    const all = await Promise.all([
        ...checks.requests.map((request) => checkRequest(visit, request)),
        ...(expectedVersion === undefined ? [] : [checkVersion(visit, expectedVersion)]),
        checkAssets(visit, path, answer),
        ...visit.course.strangers.map((stranger) => checkStranger(visit, stranger, path))
    ]);
    return [...checkHeaders(visit, path, answer), ...all.flat()];
}
function checkHeaders(visit, path, answer) {
    const mode = visit.inputs.checks['security-headers'];
    if (mode === 'off')
        return [];
    const { missing, advice } = judgeSecurityHeaders(answer);
    const about = subjectOf(visit);
    const check = 'security headers are set';
    const tell = (words) => ({ layer: 'health', sentence: `${path} ${words}.`, next: commandFor(visit, path) });
    const found = [
        ...missing.map((words) => (mode === 'fail' ? failed : warned)(about, check, tell(words))),
        ...advice.map((words) => warned(about, check, tell(words)))
    ];
    return found.length > 0
        ? found
        : [passed(about, { layer: 'health', check, sentence: 'They are all there.' })];
}
async function checkRequest(visit, request) {
    const { method, path, status } = request;
    const answer = await askAt(visit, { method, path });
    const flaw = judgeAnswer(answer, request, { place: placeOf(visit), path });
    const words = { layer: 'health', check: `${method} ${path} is ${status}`, sentence: 'It is.' };
    return judged(subjectOf(visit), words, flaw);
}

;// CONCATENATED MODULE: ./actions/smoke/src/smoke.js




/** The whole smoke test: plans and, unless it is a dry run, asks everything and judges. */
async function smoke(inputs, ports) {
    const plan = planSmoke(inputs, `nobody-${ports.random()}.invalid`);
    const steps = describePlan(plan, inputs);
    for (const step of steps)
        ports.log.info(step);
    if (inputs.dryRun)
        return toReport({ kind: 'planned', steps });
    const began = ports.clock.now();
    const walked = await Promise.all(plan.courses.map((course) => walkCourse({ course, inputs, ports }))).catch((error) => {
        if (ports.signal.aborted)
            return undefined;
        throw error;
    });
    if (walked === undefined)
        return toReport({ kind: 'cancelled' });
    tell(walked, ports);
    const fault = await writeJunit(inputs, walked, ports);
    const verdict = judgeFindings(walked.flatMap(({ findings }) => findings));
    const outcome = { kind: 'judged', verdict, walked, elapsedMs: ports.clock.now() - began };
    const report = toReport(outcome);
    if (fault === undefined)
        return report;
    return { ...report, failure: [report.failure, fault].filter(Boolean).join(' ') };
}
const smoke_MARKS = { passed: 'ok', warned: 'odd', failed: 'BROKEN', skipped: 'not asked' };
function tell(walked, { log }) {
    for (const { layer, url, address, state, check, sentence } of walked.flatMap(({ findings }) => findings)) {
        const where = address === undefined ? url : `${url} at ${address}`;
        log.info(`${smoke_MARKS[state].padEnd(9)} ${layer.padEnd(9)} ${where}: ${check}. ${sentence}`);
        if (state === 'warned')
            log.warning(`${where}: ${sentence}`);
    }
}
/** Why the file could not be written; undefined when it was, or is not wanted. */
async function writeJunit({ junitPath }, walked, { writeText }) {
    if (junitPath === undefined)
        return undefined;
    const { renderJunit } = await Promise.all(/* import() */[__nccwpck_require__.e(89), __nccwpck_require__.e(903)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1903));
    try {
        await writeText(junitPath, renderJunit(walked));
        return undefined;
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        return `'${junitPath}' could not be written: ${why}. Name a file of the workspace.`;
    }
}


/***/ }),

/***/ 646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ readAuthorities),
/* harmony export */   U: () => (/* binding */ writeInto)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2705);




/** Certificates of input 'ca-file', in PEM. */
async function readAuthorities(workspace, path) {
    const refuse = (why, cause) => {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`Input 'ca-file' names '${path}', ${why}. Name a file of the workspace with certificates in PEM.`, { cause });
    };
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path), 'utf8').catch((cause) => refuse('which cannot be read', cause));
    const certificates = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    if (certificates.length === 0)
        refuse('which holds no certificate');
    try {
        const parsed = certificates.map((certificate) => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate).toString());
        return parsed.join('\n');
    }
    catch (cause) {
        return refuse('in which a certificate cannot be read', cause);
    }
}
/** Writes files of the workspace, and the folders they need. */
const writeInto = (workspace) => async (path, text) => {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(workspace, path);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(file, text);
};


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
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   PP: () => (/* binding */ tableHead),
/* harmony export */   RQ: () => (/* binding */ escapeLines),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   VV: () => (/* binding */ escapeInline),
/* harmony export */   jD: () => (/* binding */ tableRow),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony exports neutralise, escapeHtml, inCharacters, inBytes, cutRunes, cutMarkdown, tameMarkdown */
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
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
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
/******/ var __webpack_exports__ = __nccwpck_require__(5083);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
