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

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 6112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ awsPorts)
});

// EXTERNAL MODULE: ./lib/aws/call.js
var aws_call = __nccwpck_require__(160);
// EXTERNAL MODULE: ./lib/aws/denied.js
var denied = __nccwpck_require__(1407);
// EXTERNAL MODULE: ./lib/aws/connection.js
var aws_connection = __nccwpck_require__(5336);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
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

;// CONCATENATED MODULE: ./lib/aws/json.js



/** Asks by a plain signed request and gives the answer: a client of the SDK would add megabytes for one read. */
async function askJson(connection, service, { call, body }) {
    return (0,aws_call/* awsCall */.uF)(call, send(connection, service, { operation: call.operation, body }));
}
async function send(connection, { name, prefix, host }, { operation, body }) {
    const { AwsClient } = await __nccwpck_require__.e(/* import() */ 856).then(__nccwpck_require__.bind(__nccwpck_require__, 3856));
    const { region, endpoint = endpointOf(host(region), region), signal } = connection;
    const credentials = await sts(connection).credentials();
    const client = new AwsClient({ ...credentials, service: name, region, retries: 3 });
    const response = await client.fetch(endpoint, {
        method: 'POST',
        headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `${prefix}.${operation}`
        },
        body: JSON.stringify(body),
        ...(signal === undefined ? {} : { signal })
    });
    if (response.ok)
        return response.json();
    throw toError(response.status, await response.text());
}
function toError(status, text) {
    const { __type = `HTTP ${status}`, message = text.slice(0, 200) } = parse(text);
    return new denied/* AwsError */.Gy(__type.slice(__type.lastIndexOf('#') + 1), message, status);
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return {};
    }
}
const endpointOf = (host, region) => `https://${host}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}/`;

;// CONCATENATED MODULE: ./lib/aws/ecr.js

const ECR = {
    name: 'ecr',
    prefix: 'AmazonEC2ContainerRegistry_V20150921',
    host: (region) => `api.ecr.${region}`
};
/** ECR by its one read that is needed. */
function ecr(connection) {
    return { digestOf: (repository, tag) => digestOf(connection, repository, tag) };
}
async function digestOf(connection, repository, tag) {
    const { account, region, name } = repository;
    const call = {
        service: 'ECR',
        operation: 'DescribeImages',
        on: `image '${name}:${tag}'`,
        permission: `ecr:DescribeImages on repository/${name}`
    };
    const body = { registryId: account, repositoryName: name, imageIds: [{ imageTag: tag }] };
    try {
        const answer = (await askJson({ ...connection, region }, ECR, { call, body }));
        return answer.imageDetails?.[0]?.imageDigest;
    }
    catch (error) {
        if (error instanceof Error && error.name === 'ImageNotFoundException')
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/aws/ecs-client.js


/** Opens the client when it is first asked for; throttled calls are repeated for about a minute. */
const lazyEcs = (connection) => once(() => ecs_client_open(connection));
/** A client for whoever asks again anyway: it repeats no throttled call, for the poll's next ask does, and later. */
const lazyPolledEcs = (connection) => once(async () => leaveThrottles(await ecs_client_open(connection)));
function once(opens) {
    let client;
    return () => (client ??= opens());
}
async function ecs_client_open(connection) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    return new sdk.ECSClient({ ...(0,aws_connection/* clientOptions */.s1)(connection), maxAttempts: 8 });
}
/** What breaks on the way is repeated as before: a poll takes that for the end. */
async function leaveThrottles(client) {
    const strategy = await client.config.retryStrategy();
    if (!('refreshRetryTokenForRetry' in strategy))
        return client;
    const refresh = strategy.refreshRetryTokenForRetry.bind(strategy);
    strategy.refreshRetryTokenForRetry = async (token, about) => {
        if ((0,aws_call/* isThrottled */.B5)(about.error))
            throw about.error;
        return refresh(token, about);
    };
    return client;
}
/** Waits for a request of ECS; its error becomes a sentence. */
const ecsCall = ({ operation, on, resource }, request) => (0,aws_call/* awsCall */.uF)({ service: 'ECS', operation, on, permission: `ecs:${operation} on ${resource}` }, request);

// EXTERNAL MODULE: ./lib/ecs/names.js
var names = __nccwpck_require__(9418);
;// CONCATENATED MODULE: ./lib/aws/ecs-tasks.js



/** Tasks of ECS; the client is loaded with the first call. */
function tasks(connection, client = lazyEcs(connection)) {
    return {
        listTasks: (of) => listTasks({ client, connection }, of),
        describeTasks: async (cluster, arns) => (await askTasks({ client, connection }, cluster, arns)).map(toTask)
    };
}
async function listTasks({ client, connection }, of) {
    const { ListTasksCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const { cluster, service, desiredStatus } = of;
    const command = new ListTasksCommand({ cluster, serviceName: service, desiredStatus });
    const call = {
        operation: 'ListTasks',
        on: `service '${service}' of cluster '${cluster}'`,
        resource: `* (ecs:cluster ${(0,names/* nameOf */.Vb)(cluster)})`
    };
    const request = (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection));
    return (await ecsCall(call, request)).taskArns ?? [];
}
/** What ECS still knows of these tasks, of 100 at most. */
async function askTasks({ client, connection }, cluster, arns) {
    if (arns.length === 0)
        return [];
    const { DescribeTasksCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const command = new DescribeTasksCommand({ cluster, tasks: arns.slice(0, 100) });
    const call = {
        operation: 'DescribeTasks',
        on: `tasks of cluster '${cluster}'`,
        resource: `task/${(0,names/* nameOf */.Vb)(cluster)}/*`
    };
    const request = (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection));
    return (await ecsCall(call, request)).tasks ?? [];
}
function toTask(found) {
    const { taskArn = '', taskDefinitionArn = '', startedBy = '', lastStatus = '', desiredStatus = '' } = found;
    return {
        arn: taskArn,
        id: (0,names/* nameOf */.Vb)(taskArn),
        taskDefinition: taskDefinitionArn,
        startedBy,
        status: lastStatus,
        desiredStatus,
        ...endOf(found),
        ...timesOf(found),
        containers: (found.containers ?? []).map(toContainer)
    };
}
const endOf = ({ healthStatus = 'UNKNOWN', stopCode, stoppedReason = '' }) => ({
    health: healthStatus,
    stopCode: stopCode ?? '',
    stoppedReason
});
function timesOf({ createdAt, pullStartedAt, pullStoppedAt, startedAt, stoppedAt }) {
    const times = Object.entries({ pullStartedAt, pullStoppedAt, startedAt, stoppedAt });
    const known = times.flatMap(([name, at]) => (at === undefined ? [] : [[name, at.getTime()]]));
    return { createdAt: createdAt?.getTime() ?? 0, ...Object.fromEntries(known) };
}
const toContainer = ({ name = '', lastStatus = '', healthStatus = 'UNKNOWN', exitCode, reason }) => ({
    name,
    status: lastStatus,
    health: healthStatus,
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(reason === undefined ? {} : { reason })
});

;// CONCATENATED MODULE: ./lib/aws/ecs-one-off-tasks.js




/** Tasks of ECS that run once; the client is loaded with the first call. */
function oneOffTasks(connection, client = lazyEcs(connection)) {
    const reach = { client, connection };
    return {
        runTask: (order, token) => runTask(reach, order, token),
        stopTask: (cluster, arn, reason) => stopTask(reach, { cluster, task: arn, reason }),
        listStartedBy: (by) => listStartedBy(reach, by),
        describeOrders: async (cluster, arns) => (await askTasks(reach, cluster, arns)).map(toOrder)
    };
}
/** What ECS is told to change for this one task. */
function overridesOf({ container, command, environment, cpu, memory }) {
    const pairs = Object.entries(environment).map(([name, value]) => ({ name, value }));
    return {
        containerOverrides: [
            { name: container, command: [...command], ...(pairs.length === 0 ? {} : { environment: pairs }) }
        ],
        ...(cpu === undefined ? {} : { cpu: String(cpu) }),
        ...(memory === undefined ? {} : { memory: String(memory) })
    };
}
async function runTask({ client, connection }, order, clientToken) {
    const { RunTaskCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const { cluster, taskDefinition, placement, startedBy } = order;
    const command = new RunTaskCommand({
        cluster,
        taskDefinition,
        ...placement,
        overrides: overridesOf(order),
        startedBy,
        clientToken,
        count: 1
    });
    const family = (0,names/* nameOf */.Vb)(taskDefinition).replace(/:\d+$/, '');
    const call = {
        operation: 'RunTask',
        on: `task definition '${(0,names/* nameOf */.Vb)(taskDefinition)}' in cluster '${cluster}'`,
        resource: `task-definition/${family}:* in cluster ${(0,names/* nameOf */.Vb)(cluster)} (and iam:PassRole on its two roles)`
    };
    const request = (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection));
    const { tasks: [task] = [], failures: [failure] = [] } = await ecsCall(call, request);
    if (task?.taskArn !== undefined)
        return { kind: 'started', arn: task.taskArn, isOver: isOver(task) };
    const { reason = 'no reason', detail = '' } = failure ?? {};
    return { kind: 'refused', reason, detail };
}
const isOver = ({ desiredStatus, lastStatus }) => desiredStatus === 'STOPPED' || lastStatus === 'STOPPED';
async function stopTask({ client, connection }, { cluster, task, reason }) {
    const { StopTaskCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const command = new StopTaskCommand({ cluster, task, reason });
    const call = {
        operation: 'StopTask',
        on: `task '${(0,names/* nameOf */.Vb)(task)}' of cluster '${cluster}'`,
        resource: `task/${(0,names/* nameOf */.Vb)(cluster)}/*`
    };
    await ecsCall(call, (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection)));
}
const MOST_PAGES = 10;
async function listStartedBy({ client, connection }, by) {
    const { ListTasksCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const call = {
        operation: 'ListTasks',
        on: `tasks of cluster '${by.cluster}' that '${by.startedBy}' started`,
        resource: `* (ecs:cluster ${(0,names/* nameOf */.Vb)(by.cluster)})`
    };
    const found = [];
    let nextToken;
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const command = new ListTasksCommand({ ...by, ...(nextToken === undefined ? {} : { nextToken }) });
        const answer = await ecsCall(call, (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection)));
        found.push(...(answer.taskArns ?? []));
        nextToken = answer.nextToken;
        if (nextToken === undefined)
            break;
    }
    return found;
}
function toOrder(task) {
    const { taskArn = '', taskDefinitionArn = '', overrides = {} } = task;
    return { arn: taskArn, taskDefinition: taskDefinitionArn, isOver: isOver(task), ...toldTo(overrides) };
}
/** ECS lists every container, also those that nothing was said about. */
function toldTo({ containerOverrides = [] }) {
    const told = containerOverrides.find(({ command = [] }) => command.length > 0);
    const { name: container = '', command = [], environment = [] } = told ?? {};
    const pairs = environment.map(({ name = '', value = '' }) => [name, value]);
    return { container, command, environment: Object.fromEntries(pairs) };
}

;// CONCATENATED MODULE: ./lib/aws/ecs-services.js



/** Services of ECS; the client is loaded with the first call. */
function services(connection, client = lazyEcs(connection)) {
    return {
        describeService: (place) => describeService({ client, connection }, place),
        updateService: (place, update) => updateService({ client, connection }, place, update)
    };
}
/** What a call on a service is about. */
const callOn = (operation, { cluster, service }) => ({
    operation,
    on: `service '${service}' of cluster '${cluster}'`,
    resource: `service/${(0,names/* nameOf */.Vb)(cluster)}/${(0,names/* nameOf */.Vb)(service)}`
});
async function describeService({ client, connection }, place) {
    const { DescribeServicesCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const command = new DescribeServicesCommand({ cluster: place.cluster, services: [place.service] });
    const request = (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection));
    const { services: found = [] } = await ecsCall(callOn('DescribeServices', place), request);
    return found[0] === undefined ? undefined : toService(found[0]);
}
async function updateService({ client, connection }, place, { taskDefinition, desiredCount, force = false }) {
    const { UpdateServiceCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const command = new UpdateServiceCommand({
        ...place,
        ...(taskDefinition === undefined ? {} : { taskDefinition }),
        ...(desiredCount === undefined ? {} : { desiredCount }),
        ...(force ? { forceNewDeployment: true } : {})
    });
    const request = (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection));
    const { service } = await ecsCall(callOn('UpdateService', place), request);
    return toService(service ?? {});
}
function toService(found) {
    const { deployments = [], events = [], loadBalancers = [] } = found;
    return {
        ...identityOf(found),
        ...countsOf(found),
        ...configurationOf(found),
        hasLoadBalancer: loadBalancers.length > 0,
        deployments: deployments.map(toDeployment),
        events: events.map(toEvent),
        placement: placementOf(found)
    };
}
function identityOf(found) {
    const { serviceName = '', serviceArn = '', clusterArn = '', status = '', taskDefinition = '' } = found;
    const controller = found.deploymentController?.type ?? 'ECS';
    return {
        name: serviceName,
        arn: serviceArn,
        cluster: (0,names/* nameOf */.Vb)(clusterArn),
        status,
        controller,
        taskDefinition
    };
}
const toEvent = ({ id = '', createdAt, message = '' }) => ({
    id,
    at: createdAt?.getTime() ?? 0,
    text: message
});
const countsOf = ({ desiredCount = 0, runningCount = 0, pendingCount = 0 }) => ({
    desired: desiredCount,
    running: runningCount,
    pending: pendingCount
});
function configurationOf({ deploymentConfiguration = {} }) {
    const { minimumHealthyPercent = 100, deploymentCircuitBreaker: breaker } = deploymentConfiguration;
    return { minimumHealthyPercent, rollsBack: breaker?.enable === true && breaker.rollback === true };
}
function placementOf(found) {
    const { networkConfiguration, launchType, capacityProviderStrategy, platformVersion } = found;
    return {
        ...(networkConfiguration === undefined ? {} : { networkConfiguration }),
        ...(launchType === undefined ? {} : { launchType }),
        ...(capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy }),
        ...(platformVersion === undefined ? {} : { platformVersion })
    };
}
function toDeployment(found) {
    const { id = '', status = '', taskDefinition = '', rolloutState = '', rolloutStateReason = '' } = found;
    return {
        id,
        status,
        taskDefinition,
        rolloutState,
        reason: rolloutStateReason,
        failed: found.failedTasks ?? 0,
        ...countsOf(found),
        createdAt: found.createdAt?.getTime() ?? 0
    };
}

// EXTERNAL MODULE: ./lib/ecs/task-definition.js
var task_definition = __nccwpck_require__(1735);
;// CONCATENATED MODULE: ./lib/aws/raw-json.js
/**
 * Sends a command of the SDK with this very JSON as its body and returns the answer's JSON. The SDK's own serializer drops
 * every field that is newer than itself; signing, retries and errors stay the SDK's.
 */
async function sendRaw(command, body, send) {
    let answer;
    const replaceRequest = (next) => {
        return async (args) => {
            if (args.request !== undefined)
                args.request.body = JSON.stringify(body);
            return next(args);
        };
    };
    const keepAnswer = (next) => {
        return async (args) => {
            const result = await next(args);
            if ((result.response.statusCode ?? 500) >= 300)
                return result;
            const text = await readText(result.response.body);
            answer = JSON.parse(text);
            result.response.body = Buffer.from(text);
            return result;
        };
    };
    add(command, replaceRequest, 'serialize');
    add(command, keepAnswer, 'deserialize');
    await send(command);
    return answer;
}
/** Low priority is nearest to the wire. */
function add({ middlewareStack }, middleware, step) {
    const stack = middlewareStack;
    stack.add(middleware, { step, priority: 'low', name: `raw-${step}` });
}
async function readText(body) {
    const chunks = [];
    for await (const chunk of body)
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks).toString('utf8');
}

;// CONCATENATED MODULE: ./lib/aws/ecs-task-definitions.js





/** Task definitions, with every field that ECS has, also those that the SDK does not know yet. */
function taskDefinitions(connection, client = lazyEcs(connection)) {
    const place = { client, connection };
    return {
        describeDefinition: (name) => describeDefinition(place, name),
        registerDefinition: (definition) => registerDefinition(place, definition),
        deregisterDefinition: (arn) => deregisterDefinition(place, arn)
    };
}
/** ECS answers ClientException alone, with these words, to what does not exist. */
const ABSENT = /unable to describe task definition|does not exist/i;
async function describeDefinition({ client, connection }, name) {
    const { DescribeTaskDefinitionCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const body = { taskDefinition: name, include: ['TAGS'] };
    const command = new DescribeTaskDefinitionCommand({ taskDefinition: name });
    const call = {
        operation: 'DescribeTaskDefinition',
        on: `task definition '${(0,names/* nameOf */.Vb)(name)}'`,
        resource: '*'
    };
    const request = sendRaw(command, body, async (one) => (await client()).send(one, (0,aws_connection/* callOptions */.jp)(connection)));
    try {
        return toRevision((await ecsCall(call, request)));
    }
    catch (error) {
        if (error instanceof Error && error.name === 'ClientException' && ABSENT.test(wordsOf(error)))
            return undefined;
        throw error;
    }
}
const wordsOf = ({ cause }) => (cause instanceof Error ? cause.message : '');
async function registerDefinition({ client, connection }, definition) {
    const { RegisterTaskDefinitionCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const { family } = definition;
    const command = new RegisterTaskDefinitionCommand({ family, containerDefinitions: [] });
    const { tags, ...body } = (0,task_definition/* toRegister */.Bs)(definition);
    const call = {
        operation: 'RegisterTaskDefinition',
        on: `task definition '${family}'`,
        resource: `task-definition/${family}:* (and iam:PassRole on its two roles, ecs:TagResource where it has tags)`
    };
    // ECS refuses a list of tags that is there and empty.
    const tagged = Array.isArray(tags) && tags.length > 0 ? { ...body, tags } : body;
    const request = sendRaw(command, tagged, async (one) => (await client()).send(one, (0,aws_connection/* callOptions */.jp)(connection)));
    return toRevision((await ecsCall(call, request)));
}
async function deregisterDefinition({ client, connection }, arn) {
    const { DeregisterTaskDefinitionCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const call = {
        operation: 'DeregisterTaskDefinition',
        on: `task definition '${(0,names/* nameOf */.Vb)(arn)}'`,
        resource: '*'
    };
    const command = new DeregisterTaskDefinitionCommand({ taskDefinition: arn });
    await ecsCall(call, (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection)));
}
function toRevision({ taskDefinition, tags = [] }) {
    if (taskDefinition === undefined)
        throw new Error('ECS answered without a task definition.');
    const { taskDefinitionArn, revision } = taskDefinition;
    const arn = typeof taskDefinitionArn === 'string' ? taskDefinitionArn : '';
    const number = typeof revision === 'number' ? revision : (0,task_definition/* revisionNumber */.P7)(arn);
    return {
        arn,
        revision: `${taskDefinition.family}:${number}`,
        isActive: taskDefinition['status'] !== 'INACTIVE' && taskDefinition['status'] !== 'DELETE_IN_PROGRESS',
        definition: { ...taskDefinition, ...(tags.length === 0 ? {} : { tags }) }
    };
}

;// CONCATENATED MODULE: ./lib/aws/logs.js



/** CloudWatch Logs; its client is loaded with the first call. */
function logs(connection) {
    let client;
    const ask = async (of, window) => readEvents(await (client ??= logs_open(connection)), connection, { ...of, window });
    return {
        lastLines: async (of, limit) => (await ask(of, { limit, startFromHead: false }))?.lines ?? [],
        // AWS wants startFromHead beside every forward token too.
        readPage: (of, token) => ask(of, { startFromHead: true, ...(token === undefined ? {} : { nextToken: token }) })
    };
}
async function logs_open(connection) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(107)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1107, 19));
    return new sdk.CloudWatchLogsClient((0,aws_connection/* clientOptions */.s1)(connection));
}
async function readEvents(client, connection, { group, stream, window }) {
    const { GetLogEventsCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(107)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1107, 19));
    const command = new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, ...window });
    const call = {
        service: 'CloudWatch Logs',
        operation: 'GetLogEvents',
        on: `stream '${stream}' of log group '${group}'`,
        permission: `logs:GetLogEvents on log-group:${group}:log-stream:*`
    };
    const request = (0,aws_call/* awsCall */.uF)(call, client.send(command, (0,aws_connection/* callOptions */.jp)(connection)));
    const answer = await (0,denied/* orAbsent */.Re)(request, 'ResourceNotFoundException');
    if (answer === undefined)
        return undefined;
    const lines = (answer.events ?? []).map(({ timestamp = 0, message = '' }) => ({
        at: timestamp,
        text: message
    }));
    return { lines, token: answer.nextForwardToken ?? window.nextToken ?? '' };
}

;// CONCATENATED MODULE: ./actions/migrate/src/aws-port.js







/** Everything that is asked of AWS. */
function awsPorts(connection) {
    return {
        ecs: ecsBy(connection, lazyEcs(connection)),
        polled: ecsBy(connection, lazyPolledEcs(connection)),
        digestOf: ecr(connection).digestOf,
        readPage: logs(connection).readPage
    };
}
function ecsBy(connection, client) {
    const { signal: _signal, ...uncut } = connection;
    const { runTask, stopTask } = oneOffTasks(uncut, client);
    return {
        ...services(connection, client),
        ...taskDefinitions(connection, client),
        ...tasks(connection, client),
        ...oneOffTasks(connection, client),
        runTask,
        stopTask
    };
}


/***/ }),

/***/ 5803:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5336);
/* harmony import */ var _lib_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2442);
/* harmony import */ var _lib_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2207);
/* harmony import */ var _aws_port_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6112);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9286);
/* harmony import */ var _migrate_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(306);






await (0,_lib_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(async ({ read, env, log, signal }) => {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .T)(read);
    return (0,_migrate_js__WEBPACK_IMPORTED_MODULE_4__/* .migrate */ ._)(inputs, { ...(0,_aws_port_js__WEBPACK_IMPORTED_MODULE_2__/* .awsPorts */ .E)((0,_lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_5__/* .readConnection */ .dC)(env, signal)), clock: _lib_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m, log, signal });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2705);
/* harmony import */ var _lib_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1968);
/* harmony import */ var _lib_ecs_image_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7783);
/* harmony import */ var _lib_ecs_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9418);




const MIGRATE = ['python', 'manage.py', 'migrate', '--noinput'];
const LOOK = ['python', 'manage.py', 'migrate', '--plan'];
/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
function parseInputs(read) {
    const container = (0,_lib_ecs_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContainer */ .NJ)(read);
    const image = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(read, 'image');
    const cpu = parseCpu(read);
    const memory = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(read, 'memory', { min: 512, max: 122_880 });
    return {
        ...(0,_lib_ecs_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlace */ .De)(read),
        command: parseMigration(read),
        pendingCommand: parseWords(read, 'pending-command') ?? LOOK,
        environment: parseEnvironment(read),
        timeoutMs: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .durationWithin */ .oe)(read, 'timeout', TIMEOUT) ?? 30 * 60_000,
        logLines: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(read, 'log-lines', { min: 0, max: 1000 }) ?? 50,
        onCancel: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(read, 'on-cancel', ['leave', 'stop']),
        dryRun: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(read, 'dry-run'),
        ...(container === undefined ? {} : { container }),
        ...(image === undefined ? {} : { image: (0,_lib_ecs_image_js__WEBPACK_IMPORTED_MODULE_2__/* .requireImage */ .rt)(image, 'image') }),
        ...(cpu === undefined ? {} : { cpu }),
        ...(memory === undefined ? {} : { memory })
    };
}
const TIMEOUT = { min: 1000, max: 6 * 3_600_000, words: '1s to 6h' };
const CPUS = ['256', '512', '1024', '2048', '4096', '8192', '16384'];
function parseCpu(read) {
    const value = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(read, 'cpu');
    if (value === undefined)
        return undefined;
    if (CPUS.includes(value))
        return Number(value);
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`Input 'cpu' is '${value}', which is no size of Fargate. Write one of ${CPUS.join(', ')}.`);
}
function parseMigration(read) {
    const words = parseWords(read, 'command') ?? MIGRATE;
    if (words.length > 0)
        return words;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y("Input 'command' is an empty list, so nothing would migrate. Name the command, or leave the input out for Django's.");
}
/** A JSON array of texts; undefined when the input is empty. */
function parseWords(read, name) {
    const text = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(read, name);
    if (text === undefined)
        return undefined;
    const value = parseJson(text);
    if (Array.isArray(value) && value.every((word) => typeof word === 'string'))
        return value;
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`Input '${name}' is '${text}', which is no JSON array of texts. Write it as ["python", "manage.py", "migrate"].`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const VARIABLES = {
    line: /^([^=]+?)\s*=(.*)$/,
    written: '<NAME>=<value>',
    json: '{"DJANGO_LOG_LEVEL": "DEBUG"}'
};
function parseEnvironment(read) {
    const found = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)(read, 'environment', VARIABLES);
    const odd = found.find(([name]) => !/^[A-Za-z_]\w*$/.test(name));
    if (odd === undefined)
        return Object.fromEntries(found);
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .y(`Input 'environment' has '${odd[0]}', which is no name of a variable. Use letters, digits and _.`);
}


/***/ }),

/***/ 306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _: () => (/* binding */ migrate)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __nccwpck_require__(3806);
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

;// CONCATENATED MODULE: ./actions/migrate/src/destructive.js
const OLD = 'the version that still runs';
/** In Django's words (`Operation.describe`); backwards, `migrate --plan` writes Undo before them. */
const RULES = [
    {
        kind: 'Undo CreateModel',
        text: /^Undo Create (?:proxy )?model /i,
        risk: 'A table is dropped with its rows.'
    },
    { kind: 'Undo AddField', text: /^Undo Add field /i, risk: 'A column is dropped with its values.' },
    {
        kind: 'RemoveField',
        text: /^Remove field /i,
        risk: `A column is dropped with its values; ${OLD} still asks for it.`
    },
    {
        kind: 'DeleteModel',
        text: /^Delete model /i,
        risk: `A table is dropped with its rows; ${OLD} still asks for it.`
    },
    {
        kind: 'AlterField',
        text: /^(?:Undo )?Alter field /i,
        risk: 'A column changes: values that do not fit fail or are cut, and a large table can be locked meanwhile.'
    },
    {
        kind: 'RenameField',
        text: /^(?:Undo )?Rename field /i,
        risk: `A column changes its name; ${OLD} asks for the old one.`
    },
    {
        kind: 'RenameModel',
        text: /^(?:Undo )?Rename model /i,
        risk: `A table changes its name; ${OLD} asks for the old one.`
    },
    {
        kind: 'AlterModelTable',
        text: /^(?:Undo )?Rename table for /i,
        risk: `A table changes its name; ${OLD} asks for the old one.`
    },
    { kind: 'RunSQL', text: /^(?:Undo )?Raw SQL operation/i, risk: 'SQL of its own can do anything. Read it.' },
    {
        kind: 'RunPython',
        text: /^(?:Undo )?Raw Python operation/i,
        risk: 'A program of its own can change any row. Read it.'
    },
    {
        kind: 'SeparateDatabaseAndState',
        text: /^(?:Undo )?Custom state\/database change/i,
        risk: 'What it does to the database is not told. Read it.'
    }
];
/** The operations that somebody should have looked at before. */
function findDestructive(migrations) {
    return migrations.flatMap(({ name, operations }) => operations.flatMap((operation) => {
        const rule = RULES.find(({ text }) => text.test(operation));
        return rule === undefined ? [] : [{ migration: name, operation, kind: rule.kind, risk: rule.risk }];
    }));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./actions/migrate/src/pending.js

/** Lines as they were written, without colours. */
const plainLines = (lines) => lines.flatMap((line) => (0,external_node_util_.stripVTControlCharacters)(line).split(/\r?\n/));
/** `tenants.0002_plan`. */
const NAME = /^[A-Za-z_]\w*\.\w+$/;
/**
 * Reads what `migrate --plan` or `showmigrations --plan` has written; undefined when it is neither, so that nobody skips
 * a migration because of words that nobody understood.
 */
function parsePending(written) {
    const lines = plainLines(written);
    const head = lines.findIndex((line) => line.trim() === 'Planned operations:');
    return head < 0 ? parseList(lines) : parsePlan(lines.slice(head + 1));
}
function parsePlan(lines) {
    if (saysNone(lines))
        return [];
    const found = [];
    for (const line of lines) {
        const last = found.at(-1);
        if (NAME.test(line.trimEnd()))
            found.push({ name: line.trimEnd(), operations: [] });
        else if (last !== undefined && /^\s+\S/.test(line))
            last.operations.push(line.trim());
    }
    return found.length === 0 ? undefined : found;
}
const saysNone = (written) => plainLines(written).some((line) => line.trim() === 'No planned migration operations.');
/** `[X]  app.name` or `[ ]  app.name`, whatever stands behind it. */
const MARKED = /^\s*\[([ X])\]\s+([A-Za-z_]\w*\.\w+)/;
function parseList(lines) {
    const marked = lines.flatMap((line) => {
        const [, mark, name] = MARKED.exec(line) ?? [];
        return name === undefined ? [] : [{ name, isApplied: mark === 'X' }];
    });
    if (marked.length === 0)
        return undefined;
    return marked.filter(({ isApplied }) => !isApplied).map(({ name }) => ({ name, operations: [] }));
}
/** What a look says, by its exit code and its words; undefined when it failed. */
function judgeLook(command, { exitCode, lines }) {
    const checks = command.includes('--check');
    const migrations = parsePending(lines);
    if (exitCode !== 0 && !(checks && exitCode === 1))
        return undefined;
    if (migrations !== undefined && migrations.length > 0)
        return { kind: 'known', migrations };
    // Django's --check is 1 when something is pending, and Python's 1 after an error, which says so.
    if (exitCode === 1)
        return isTraceback(lines) ? undefined : { kind: 'unknown', note: 'Something is pending.' };
    if (checks)
        return { kind: 'known', migrations: [] };
    return judgeNone(migrations, lines);
}
/** Nothing is pending only where Django says so. */
function judgeNone(migrations, lines) {
    if (migrations === undefined)
        return { kind: 'unknown', note: STRANGE };
    return saysNone(lines) ? { kind: 'known', migrations } : { kind: 'unknown', note: LISTED };
}
const STRANGE = "What is pending is not known: the output of 'pending-command' is not that of migrate --plan or showmigrations --plan.";
/** Lines arrive late, and nothing says which is the last of a list. */
const LISTED = 'Nothing that is pending was listed, but a list can still lack its last lines.';
const isTraceback = (lines) => lines.some((line) => line.startsWith('Traceback ') || line.startsWith('CommandError'));

;// CONCATENATED MODULE: ./actions/migrate/src/django-log.js

const APPLYING = /^\s*(?:Applying|Unapplying) ([A-Za-z_]\w*\.\w+)\.\.\.(.*)$/;
/** `django.db.utils.ProgrammingError: …`, and what manage.py says without a traceback. */
const ERROR = /^(?:[A-Za-z_][\w.]*(?:Error|Exception|Warning|DoesNotExist|Interrupt)|CommandError)(?::.*)?$/;
/** Reads the log of `migrate`; of another command it tells the error at most. */
function readProgress(written) {
    const lines = plainLines(written);
    const begun = lines.flatMap((line) => {
        const [, name, rest = ''] = APPLYING.exec(line) ?? [];
        return name === undefined ? [] : [{ name, isDone: /\b(?:OK|FAKED)\b/.test(rest) }];
    });
    const error = lines.findLast((line) => ERROR.test(line));
    const last = begun.at(-1);
    return {
        applied: begun.filter(({ isDone }) => isDone).map(({ name }) => name),
        ...(last === undefined || last.isDone ? {} : { unfinished: last.name }),
        ...(error === undefined ? {} : { error })
    };
}

;// CONCATENATED MODULE: ./actions/migrate/src/conclude.js




/** All that is told of a migration that has ended. */
function conclude(outcome, { job, progress, now }) {
    const { errand, attached, deregistered, pending } = progress;
    return {
        outcome,
        ...revisionOf({ job, progress, now }),
        attached,
        deregistered,
        destructive: pending?.kind === 'known' ? findDestructive(pending.migrations) : [],
        ...seen(progress),
        lines: lastLines(progress.sight, job.inputs.logLines),
        elapsedMs: now - job.began,
        ...(errand === undefined ? {} : { errand }),
        ...(pending === undefined ? {} : { pending })
    };
}
function revisionOf({ job, progress }) {
    const revision = progress.revision ?? job.observed.target.revision;
    return {
        revision: revision?.revision ?? '',
        taskDefinition: revision?.arn ?? '',
        registered: hasRegistered(job, progress),
        ...imageOf(job)
    };
}
/** Whether this run has made the revision, and did not find it. */
const hasRegistered = ({ plan }, { revision }) => plan.register !== undefined && revision !== undefined;
/** What rollout has to be given, so that it rolls out what has migrated, wherever the tag leads by then. */
const imageOf = ({ inputs, observed }) => inputs.image === undefined ? {} : { image: observed.target.container.image };
/** The exit code is the migration's own: a look has none to tell. */
function seen({ during, sight }) {
    const containers = sight?.task?.containers ?? [];
    const exitCode = sight?.container?.exitCode;
    if (during !== 'migrate')
        return { applied: [], containers };
    const { applied } = readProgress(sight?.lines ?? []);
    return { applied, containers, ...(exitCode === undefined ? {} : { exitCode }) };
}
/** What a summary may show of a log. */
const lastLines = (sight, most) => most === 0 ? [] : (sight?.lines ?? []).slice(-most).map((line) => (0,plain_text/* logText */.kc)(hideShapes(line)));

// EXTERNAL MODULE: ./lib/aws/call.js
var call = __nccwpck_require__(160);
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
;// CONCATENATED MODULE: ./actions/migrate/src/order.js

const PREFIXES = {
    look: 'caliber-migrate-look/',
    migrate: 'caliber-migrate/'
};
/** RunTask takes no more. */
const MOST_CHARACTERS = 128;
const sha256 = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
/** By what tasks of this service and purpose are found again, whichever run started them. */
function startedBy(service, purpose) {
    const whole = `${PREFIXES[purpose]}${service}`;
    return whole.length <= MOST_CHARACTERS
        ? whole
        : `${whole.slice(0, MOST_CHARACTERS - 17)}-${sha256(whole).slice(0, 16)}`;
}
/** The task that is wanted, of a registered revision. */
function orderOf(inputs, { service, target }, { purpose, taskDefinition }) {
    const { cluster, cpu, memory, environment } = inputs;
    return {
        cluster,
        taskDefinition,
        placement: service.placement,
        container: target.container.name,
        command: purpose === 'look' ? inputs.pendingCommand : inputs.command,
        environment,
        startedBy: startedBy(service.name, purpose),
        ...(cpu === undefined ? {} : { cpu }),
        ...(memory === undefined ? {} : { memory })
    };
}
const HOUR_MS = 3_600_000;
/**
 * What makes two requests for the same order one task, also those of two runs: the order, the hour and the attempt. ECS
 * tells of stopped tasks for an hour, so every task that a token of this hour has started can be told from a new one.
 */
const tokenOf = (order, { now, attempt }) => sha256(JSON.stringify([order, Math.floor(now / HOUR_MS), attempt]));
/** Whether a task that runs does what is wanted. */
const isSameWork = (known, wanted) => known.taskDefinition === wanted.taskDefinition && workOf(known) === workOf(wanted);
const workOf = ({ container, command, environment }) => JSON.stringify([container, command, Object.entries(environment).toSorted(([a], [b]) => (a < b ? -1 : 1))]);

;// CONCATENATED MODULE: ./actions/migrate/src/launch.js



/** AWS has room later; every other reason stays. */
const PASSING = /^(?:RESOURCE:|AGENT$|CAPACITY)|capacity is unavailable|insufficient|unavailable at this time/i;
/** Attempts of one hour: old tasks of the same order, and refusals. */
const MOST_ATTEMPTS = 60;
/** Starts one task, or finds the one that the same request has started; tries again while AWS has no room. */
async function launch(order, deadlineMs, ports) {
    const { clock, ecs, polled, log, signal } = ports;
    const { cluster, startedBy } = order;
    const stopped = new Set(await ecs.listStartedBy({ cluster, startedBy, desiredStatus: 'STOPPED' }));
    const now = clock.now();
    let attempt = 0;
    let last = { kind: 'refused', reason: 'TIMEOUT', detail: 'the time was up' };
    const start = async () => {
        while (attempt < MOST_ATTEMPTS) {
            signal.throwIfAborted();
            const answer = await polled.runTask(order, tokenOf(order, { now, attempt }));
            if (answer.kind === 'started' && !answer.isOver && !stopped.has(answer.arn))
                return answer;
            attempt += 1;
            if (answer.kind === 'started')
                continue;
            if (!PASSING.test(answer.reason) && !PASSING.test(answer.detail))
                return answer;
            if (last.kind === 'refused' && last.reason !== answer.reason)
                log.info(`AWS has no room for the task (${answer.reason}): trying again.`);
            last = answer;
            return undefined;
        }
        return last;
    };
    return (await poll(start, { clock, signal, isThrottled: call/* isThrottled */.B5, deadlineMs, everyMs: 5000 })) ?? last;
}

;// CONCATENATED MODULE: ./actions/migrate/src/remains.js

/**
 * What becomes of a task that nobody waits for any longer. A look changes nothing, so it is stopped; a migration that is
 * killed can leave half of a change behind, so it is only when that is asked for.
 */
async function remainsAfter(errand, { purpose, onCancel }, { ecs, log }) {
    if (purpose === 'migrate' && onCancel === 'leave')
        return 'runs';
    try {
        await ecs.stopTask(errand.cluster, errand.arn, 'Stopped by the job that started it');
        return 'stopping';
    }
    catch (error) {
        log.warning(`Task ${errand.arn} could not be stopped. ${(0,errors/* describeError */.U)(error)}`);
        return 'not-stopped';
    }
}

;// CONCATENATED MODULE: ./lib/ecs/polled.js
/** The same ports for a poll, which costs no more requests while it is throttled. */
const polling = (ports) => ({
    ...ports,
    ecs: ports.polled
});

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

;// CONCATENATED MODULE: ./actions/migrate/src/road.js





/** Migrations of a service that run now. */
async function runningMigrations({ ecs }, { cluster, startedBy }) {
    const arns = await ecs.listStartedBy({ cluster, startedBy, desiredStatus: 'RUNNING' });
    const found = await ecs.describeOrders(cluster, arns);
    return found.filter(({ isOver }) => !isOver);
}
/** Waits until no other migration of the service runs; one that does the same is told at once. */
async function awaitRoad(order, deadlineMs, ports) {
    const { clock, log, signal } = ports;
    const began = clock.now();
    let others = [];
    const look = async () => {
        const running = await runningMigrations(polling(ports), order);
        const same = running.find((one) => isSameWork(one, order));
        if (same !== undefined)
            return { kind: 'attach', arn: same.arn };
        if (running.length === 0)
            return { kind: 'free' };
        const arns = running.map(({ arn }) => arn);
        if (arns.join() !== others.join()) {
            const what = `Another migration of this service runs: ${arns.join(', ')}`;
            log.info(`${what}. Waiting for its end (${renderElapsed(clock.now() - began)} so far).`);
        }
        others = arns;
        return undefined;
    };
    const road = await poll(look, { clock, signal, isThrottled: call/* isThrottled */.B5, deadlineMs, requests: () => 2 });
    return road ?? { kind: 'busy', arns: others };
}

;// CONCATENATED MODULE: ./lib/ecs/diagnosis.js
/** The first that matches is told: the more particular stand first. */
const CAUSES = [
    {
        text: /ResourceInitializationError.*(?:AccessDenied|not authorized).*secretsmanager|secretsmanager.*(?:AccessDenied|not authorized)/is,
        cause: 'The execution role may not read a secret of the task definition.',
        fix: 'Allow it secretsmanager:GetSecretValue on that secret, and kms:Decrypt on the key of the secret.'
    },
    {
        text: /ResourceInitializationError.*(?:AccessDenied|not authorized).*(?:ssm|kms)/is,
        cause: 'The execution role may not read a parameter of the task definition, or decrypt it.',
        fix: 'Allow it ssm:GetParameters on that parameter and kms:Decrypt on its key.'
    },
    {
        text: /ResourceNotFoundException.*(?:secret|AWSCURRENT)|can't find the specified secret|ResourceInitializationError.*AWSCURRENT/is,
        cause: 'A secret of the task definition does not exist, or has no value yet.',
        fix: 'Write its value with seed-secrets, then roll out again.'
    },
    {
        text: /retrieved secret from Secrets Manager did not contain json key|json key/i,
        cause: 'A secret does not have the JSON key that the task definition names.',
        fix: 'Correct the key behind the ARN of valueFrom (arn:…:key::), or write the key into the secret.'
    },
    {
        text: /invalid parameters|ParameterNotFound/i,
        cause: 'A parameter of the task definition does not exist.',
        fix: 'Create the parameter, or correct its name in the task definition.'
    },
    {
        text: /unable to (?:pull secrets|retrieve secrets).*(?:context deadline|timeout|timed out|i\/o timeout|RequestCanceled)/is,
        cause: 'The task does not reach Secrets Manager or Systems Manager.',
        fix: 'Give its subnets a NAT gateway or an interface endpoint for secretsmanager, whose security group lets the tasks in on port 443.'
    },
    {
        text: /failed to validate logger args|log group does not exist|ResourceNotFoundException.*log group/is,
        cause: 'The log group of the task definition does not exist, or is not reached.',
        fix: 'Create the log group (Terraform does), and let the execution role logs:CreateLogStream and logs:PutLogEvents on it.'
    },
    {
        text: /toomanyrequests|pull rate limit/i,
        cause: 'The registry limits how often images are pulled.',
        fix: 'Push the image to ECR and take it from there.'
    },
    {
        text: /CannotPullContainerError.*(?:not found|does not exist|manifest unknown)|ImageNotFound/is,
        cause: 'The image does not exist in its registry.',
        fix: 'Push it, or correct its name, tag or digest.'
    },
    {
        text: /image Manifest does not contain descriptor matching platform|no match for platform|exec format error/i,
        cause: 'The image was built for another processor than the task runs on.',
        fix: "Build it for the task definition's cpuArchitecture (docker build --platform linux/amd64 or linux/arm64)."
    },
    {
        text: /CannotPullContainerError.*(?:403|denied|not authorized|no basic auth|unauthorized)/is,
        cause: 'The execution role may not pull the image.',
        fix: 'Allow it ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability.'
    },
    {
        text: /CannotPullContainerError.*(?:no space left|disk)/is,
        cause: "The image does not fit into the task's storage.",
        fix: 'Make the image smaller, or raise ephemeralStorage in the task definition.'
    },
    {
        text: /CannotPullContainerError|CannotPullImageManifestError|CannotPullECRContainerError/i,
        cause: 'The task does not reach the registry of the image.',
        fix: 'Give its subnets a NAT gateway or endpoints for ecr.api, ecr.dkr and S3, whose security group lets the tasks in on port 443.'
    },
    {
        text: /failed ELB health checks|failed (?:container )?health checks.*target|is unhealthy in/i,
        cause: 'The load balancer found the task unhealthy.',
        fix: 'Look at the log below; compare path, port and expected status of the target group with what the application answers, and raise healthCheckGracePeriodSeconds when it needs longer to start.'
    },
    {
        text: /failed container health checks/i,
        cause: "The container's own health check failed.",
        fix: 'Look at the log below and run the healthCheck command of the task definition inside the image.'
    },
    {
        text: /OutOfMemory/i,
        cause: 'The container took more memory than it may.',
        fix: 'Raise memory in the task definition, or find what takes it (workers, a large query).'
    },
    {
        isOfAws: true,
        text: /SpotInterruption|Spot Task was interrupted/i,
        cause: 'AWS took the Spot capacity of the task back; the application is not at fault.',
        fix: 'Run this again; tasks that must not be interrupted run on FARGATE in place of FARGATE_SPOT.'
    },
    {
        isOfAws: true,
        text: /TerminationNotice|Host ?EC2|Host .*terminated|InfrastructureHealth|retirement|underlying (?:infrastructure|host)/i,
        cause: 'AWS took the task off its host; the application is not at fault.',
        fix: 'Run this again.'
    },
    {
        text: /Task stopped by user|UserInitiated/i,
        cause: 'Somebody stopped the task (StopTask).',
        fix: 'Find who in CloudTrail, then run this again.'
    },
    {
        exit: 137,
        cause: 'The container was killed: it took too much memory, or did not end within stopTimeout of SIGTERM.',
        fix: 'Raise memory in the task definition, or end on SIGTERM in time.'
    },
    {
        exit: 139,
        cause: 'The program crashed by a segmentation fault.',
        fix: 'Look for a native library that does not fit the image or the processor.'
    },
    {
        exit: 143,
        cause: 'The container was asked to end (SIGTERM) and did.',
        fix: 'Find who stopped the task: a scaling, another deployment, or a person.'
    },
    {
        exit: 127,
        text: /executable file not found|no such file or directory/i,
        cause: 'The program of the container does not exist in the image.',
        fix: 'Correct entryPoint and command of the task definition, or the PATH of the image.'
    },
    {
        exit: 126,
        text: /permission denied: unknown/i,
        cause: 'The program of the container may not be executed.',
        fix: 'Make it executable in the image (chmod +x), for the user that the container runs as.'
    },
    {
        text: /CannotStartContainerError|CannotCreateContainerError|Task failed to start/i,
        cause: 'The container could not be started.',
        fix: 'Look at the reason of the container: command, user, mounts and read-only file system of the task definition.'
    },
    {
        isOfAws: true,
        text: /RESOURCE:ENI|network interface provision|Timeout waiting for (?:EphemeralStorage|network)/i,
        cause: 'AWS could not give the task a network interface.',
        fix: 'See that its subnets have free addresses, then run this again.'
    },
    {
        isOfAws: true,
        text: /Capacity is unavailable|RESOURCE:(?:CPU|MEMORY)/i,
        cause: 'AWS had no capacity for the task at that moment.',
        fix: 'Run this again; name more subnets or zones when it goes on.'
    },
    {
        text: /Essential container in task exited/i,
        cause: 'The program ended, which ends the task.',
        fix: 'The log below says why; a service must not end by itself.'
    }
];
/** The most particular known cause of a task's end; undefined when none is known. */
function diagnose(end) {
    const found = ruleOf(end);
    return found === undefined ? undefined : { cause: found.cause, fix: found.fix };
}
/** Whether AWS ended the task for a reason of its own, which says nothing of what ran in it. */
const isOfAws = (end) => ruleOf(end)?.isOfAws === true;
function ruleOf({ stopCode, stoppedReason, containerReason = '', exitCode }) {
    const text = [stopCode, stoppedReason, containerReason].join('\n');
    return CAUSES.find((rule) => (rule.text?.test(text) ?? false) || (rule.exit !== undefined && rule.exit === exitCode));
}

;// CONCATENATED MODULE: ./actions/migrate/src/verdict.js


/** Errors of a database or of Django that have a known way out; the first that matches is told. */
const ERRORS = [
    {
        text: /password authentication failed|Authentication failed|SCRAM/i,
        cause: 'The database does not take the password.',
        fix: 'Its managed secret was rotated, or the copy is stale: run seed-secrets, then run this again.'
    },
    {
        text: /could not translate host name|Name or service not known|nodename nor servname/i,
        cause: "The database's host name is not known.",
        fix: 'Compare the endpoint in its secret or variable with the outputs of the stack; run seed-secrets.'
    },
    {
        text: /Connection refused|timeout expired|timed out|No route to host|ServerSelectionTimeout/i,
        cause: 'The database is not reached.',
        fix: "Let the tasks' security group in at the database's, on its port, and see that the database is available."
    },
    {
        text: /deadlock detected|lock timeout|canceling statement due to (?:lock|statement) timeout/i,
        cause: 'Another session held a lock that the migration needs.',
        fix: 'Find it (pg_stat_activity), then run this again when there is less traffic.'
    },
    {
        text: /already exists/i,
        cause: 'What the migration makes is there already: another migration ran beside it, or was recorded nowhere.',
        fix: 'Compare showmigrations with the database; mend it by hand or with --fake, then run this again.'
    },
    {
        text: /permission denied for|must be owner of/i,
        cause: 'The database user may not do this.',
        fix: 'Grant it what the migration needs, or migrate as the owner of the tables.'
    },
    {
        text: /NodeNotFoundError|InconsistentMigrationHistory|Conflicting migrations/i,
        cause: 'The migrations in the image do not fit the history of the database, or each other.',
        fix: 'Merge them (makemigrations --merge) or deploy an image that has all that is applied.'
    },
    {
        text: /IntegrityError|violates|contains null values/i,
        cause: 'Rows that are there do not fit what the migration wants.',
        fix: 'Mend the rows in a migration before this one, then run this again.'
    },
    {
        text: /does not exist|UndefinedColumn|UndefinedTable|no such (?:table|column)/i,
        cause: 'The migration needs a table or column that is not there.',
        fix: 'Compare showmigrations with the database: a migration was faked or a change made by hand.'
    },
    {
        text: /ModuleNotFoundError|ImportError|ImproperlyConfigured|No module named/i,
        cause: 'The application does not start in this image with these settings.',
        fix: "Look at the log; compare the task definition's variables and secrets with what the settings need."
    },
    {
        text: /CommandError|Unknown command/i,
        cause: 'Django does not know the command or its options.',
        fix: "Correct 'command' or 'pending-command'."
    }
];
/** Why the task or its container did not end with 0. */
function judge({ task, container, lines }) {
    const { unfinished, error } = readProgress(lines);
    const diagnosis = diagnoseAll(task, container, error);
    return {
        words: wordsOf(task, container),
        ...(unfinished === undefined ? {} : { migration: unfinished }),
        ...(error === undefined ? {} : { error }),
        ...(diagnosis === undefined ? {} : { diagnosis })
    };
}
function diagnoseAll(task, container, error) {
    if (task === undefined)
        return undefined;
    return diagnoseSideCar(task, container) ?? diagnoseError(error) ?? diagnoseEnd(task, container);
}
function diagnoseSideCar(task, container) {
    const culprit = culpritBeside(task, container);
    if (culprit === undefined)
        return undefined;
    return {
        cause: `Container '${culprit.name}' ended first (exit code ${culprit.exitCode}), and ECS ended the task with it.`,
        fix: 'Look at its log, or set essential to false for it in the task definition.'
    };
}
function diagnoseError(error) {
    const known = error === undefined ? undefined : ERRORS.find(({ text }) => text.test(error));
    return known === undefined ? undefined : { cause: known.cause, fix: known.fix };
}
function diagnoseEnd({ stopCode, stoppedReason }, container) {
    const { reason, exitCode } = container ?? {};
    const found = diagnose({
        stopCode,
        stoppedReason,
        ...(reason === undefined ? {} : { containerReason: reason }),
        ...(exitCode === undefined ? {} : { exitCode })
    });
    // That the program ended is how every command ends: it explains nothing.
    return found?.cause.startsWith('The program ended') === true ? undefined : found;
}
/** Exit codes of a container that ECS has ended. */
const ENDED = new Set([137, 143]);
/** A side-car that took the task with it; not where a person, a lack of memory or AWS ended it. */
function culpritBeside(task, container) {
    if (!ENDED.has(container?.exitCode ?? 0) || task.stopCode !== 'EssentialContainerExited')
        return undefined;
    if (/OutOfMemory/i.test(container?.reason ?? ''))
        return undefined;
    return task.containers.find(({ name, exitCode }) => name !== container?.name && exitCode !== undefined && !ENDED.has(exitCode));
}
function wordsOf(task, container) {
    const parts = [
        task?.stopCode ?? '',
        task?.stoppedReason ?? '',
        container?.exitCode === undefined ? '' : `container ${container.name} exited with ${container.exitCode}`,
        container?.reason ?? ''
    ];
    const words = [...new Set(parts.filter((part) => part !== ''))].join(': ');
    return words === '' ? 'ECS gives no reason' : words;
}

// EXTERNAL MODULE: ./lib/aws/denied.js
var denied = __nccwpck_require__(1407);
// EXTERNAL MODULE: ./lib/ecs/names.js
var names = __nccwpck_require__(9418);
;// CONCATENATED MODULE: ./lib/ecs/log-tail.js

/** Where a container of a task writes to CloudWatch Logs; undefined when it writes elsewhere. */
function logStreamOf(container, taskId) {
    const { logDriver, options = {} } = (container['logConfiguration'] ?? {});
    const { 'awslogs-group': group = '', 'awslogs-stream-prefix': prefix = '' } = options;
    if (logDriver !== 'awslogs' || group === '' || prefix === '')
        return undefined;
    return { group, stream: `${prefix}/${container.name}/${taskId}` };
}
const PATIENCE_MS = 30_000;
/** Lines arrive some seconds after a task has ended. */
const QUIET_MS = 5000;
const QUIET_LOOKS = 2;
const DRAIN_EVERY_MS = 1500;
/** More pages than this are left to the next look. */
const MOST_PAGES = 200;
/** A tail of a stream, which may begin only later. */
function logTail(readPage, of, sink) {
    const seen = [];
    let token;
    const take = (lines) => {
        if (lines.length === 0)
            return;
        seen.push(...lines);
        sink(lines);
    };
    const news = async (pages = MOST_PAGES) => {
        const before = seen.length;
        for (let page = 0; page < pages; page += 1) {
            const found = await readPage(of, token);
            if (found === undefined)
                break;
            const isEnd = found.token === token;
            // The token goes on with its lines, so that a fault after them repeats and loses nothing.
            token = found.token;
            take(found.lines);
            if (isEnd)
                break;
        }
        return seen.length - before;
    };
    return {
        news,
        drain: async (policy) => {
            await untilQuiet(news, { policy, hasAny: () => seen.length > 0 });
            const whole = await throttlesAside(() => readWhole(readPage, of), policy);
            take(without(whole ?? [], seen));
        },
        lines: () => seen.toSorted((a, b) => a.at - b.at)
    };
}
async function untilQuiet(news, { policy, hasAny }) {
    const { patienceMs = PATIENCE_MS, clock } = policy;
    const began = clock.now();
    let quiet = 0;
    const ask = async () => {
        quiet = (await news()) === 0 ? quiet + 1 : 0;
        const isQuiet = quiet >= QUIET_LOOKS && clock.now() - began >= QUIET_MS;
        return isQuiet && hasAny() ? true : undefined;
    };
    await poll(ask, { ...policy, everyMs: DRAIN_EVERY_MS, deadlineMs: patienceMs });
}
const throttlesAside = (ask, policy) => poll(ask, { ...policy, deadlineMs: policy.patienceMs ?? PATIENCE_MS });
async function readWhole(readPage, of) {
    const lines = [];
    let token;
    for (let page = 0; page < MOST_PAGES; page += 1) {
        const found = await readPage(of, token);
        if (found === undefined)
            break;
        lines.push(...found.lines);
        if (found.token === token)
            break;
        token = found.token;
    }
    return lines;
}
const keyOf = ({ at, text }) => `${at} ${text}`;
/** The lines of `whole` that `seen` does not have; a line that stands there twice has to be seen twice. */
function without(whole, seen) {
    const counts = new Map();
    for (const line of seen)
        counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
    return whole.filter((line) => {
        const left = counts.get(keyOf(line)) ?? 0;
        if (left > 0)
            counts.set(keyOf(line), left - 1);
        return left === 0;
    });
}

;// CONCATENATED MODULE: ./actions/migrate/src/watch.js









/** A task by its ARN. */
function errandOf(cluster, arn, container) {
    return { cluster, arn, container, stream: logStreamOf(container, (0,names/* nameOf */.Vb)(arn)) };
}
/** ECS may not know a new task for some seconds; then it has lost it. */
const UNSEEN_MS = 60_000;
/** Every so many looks, one page of the log is read as well: both together cost no more than half a request a second. */
const LOG_EVERY = 6;
/** Follows a task and its log until the container has ended, or the time is up. */
async function watch(errand, deadlineMs, ports) {
    const { clock, log, signal, polled } = ports;
    const began = clock.now();
    const tail = openTail(errand, ports);
    let seen;
    let looks = 0;
    const ask = async () => {
        const [task] = await polled.describeTasks(errand.cluster, [errand.arn]);
        const elapsed = clock.now() - began;
        if (task === undefined && seen === undefined)
            expectSoon(errand, elapsed);
        if (task !== undefined && task.status !== seen?.status)
            log.info(`Task ${task.id}: ${task.status} (${renderElapsed(elapsed)}).`);
        seen = task ?? seen;
        looks += 1;
        if (looks % LOG_EVERY === 0)
            await tail.news(1);
        return seen !== undefined && isOver(seen, errand) ? seen : undefined;
    };
    const over = await poll(ask, { clock, signal, isThrottled: call/* isThrottled */.B5, deadlineMs });
    if (over !== undefined)
        await tail.drain({ clock, signal, isThrottled: call/* isThrottled */.B5 });
    return sightOf(errand, { task: over ?? seen, isOver: over !== undefined, lines: tail.lines() });
}
function expectSoon({ arn }, elapsedMs) {
    if (elapsedMs >= UNSEEN_MS)
        throw new Error(`ECS does not know task ${arn} a minute after it was started.`);
}
/** A container of the name has an exit code as soon as it ends; AWS takes half a minute more for the task. */
const isOver = (task, { container }) => task.status === 'STOPPED' || containerIn(task, container.name)?.exitCode !== undefined;
const containerIn = ({ containers }, name) => containers.find((one) => one.name === name);
function sightOf(errand, { task, isOver: over, lines }) {
    const container = task === undefined ? undefined : containerIn(task, errand.container.name);
    return {
        errand,
        isOver: over,
        lines: lines.map(({ text }) => text),
        ...(task === undefined ? {} : { task }),
        ...(container === undefined ? {} : { container })
    };
}
/** The log as far as it may be read; a refusal is one warning. */
function openTail({ stream }, { log, readPage }) {
    if (stream === undefined)
        return { news: async () => 0, drain: async () => { }, lines: () => [] };
    const say = (lines) => {
        for (const { text } of lines)
            log.info(`│ ${(0,plain_text/* logText */.kc)(hideShapes(text)).replaceAll('\n', '\n│ ')}`);
    };
    const tail = logTail(readPage, stream, say);
    let isRefused = false;
    const unlessDenied = async (ask, otherwise) => {
        if (isRefused)
            return otherwise;
        try {
            return await ask();
        }
        catch (error) {
            if (!(0,denied/* isDenied */.GZ)(error))
                throw error;
            isRefused = true;
            log.warning(`The log of the task is not shown. ${(0,errors/* describeError */.U)(error)}`);
            return otherwise;
        }
    };
    return {
        news: (pages) => unlessDenied(() => tail.news(pages), 0),
        drain: (policy) => unlessDenied(() => tail.drain(policy), undefined),
        lines: tail.lines
    };
}

;// CONCATENATED MODULE: ./actions/migrate/src/act.js












/** Does what the plan says and follows it to its end. */
async function act(job, ports) {
    const progress = { revision: undefined, attached: false, deregistered: false };
    const course = { job, progress, ports };
    try {
        const outcome = await carryOut(course);
        if (FAILURES.has(outcome.kind))
            await retireOwn(course);
        return conclude(outcome, { job, progress, now: ports.clock.now() });
    }
    catch (error) {
        const outcome = ports.signal.aborted ? await cancelled(course) : lost(error, progress);
        return conclude(outcome, { job, progress, now: ports.clock.now() });
    }
}
/** Nothing of ours runs on after these. */
const FAILURES = new Set(['failed', 'not-started', 'busy']);
/** Takes a revision away that this run has made in vain, so that Terraform finds no newer one than what runs. */
async function retireOwn({ job, progress, ports }) {
    const { revision } = progress;
    if (revision === undefined || !hasRegistered(job, progress))
        return;
    try {
        await ports.ecs.deregisterDefinition(revision.arn);
        progress.deregistered = true;
        ports.log.info(`${revision.revision} was deregistered: it was registered for this migration.`);
    }
    catch (error) {
        ports.log.warning(`${revision.revision} stays registered. ${(0,errors/* describeError */.U)(error)}`);
    }
}
const cancelled = async (course) => ({
    kind: 'cancelled',
    ...duringOf(course.progress),
    remains: await remainsOf(course)
});
/** Where a task goes on, it has to be told how to find it; before that a fault is a fault and nothing more. */
function lost(error, progress) {
    const { during } = duringOf(progress);
    if (during === undefined)
        throw error;
    return { kind: 'lost', during, reason: (0,errors/* describeError */.U)(error) };
}
const leftMs = ({ job, ports }) => Math.max(0, job.began + job.inputs.timeoutMs - ports.clock.now());
async function carryOut(course) {
    const { job, progress, ports } = course;
    const { inputs, observed, plan } = job;
    const revision = await provide(course);
    progress.revision = revision;
    const order = orderOf(inputs, observed, { purpose: 'migrate', taskDefinition: revision.arn });
    const first = await awaitRoad(order, leftMs(course), ports);
    if (first.kind === 'busy')
        return first;
    if (first.kind === 'attach')
        return migrateBy(first.arn, course);
    if (plan.looks) {
        const end = await look(course, revision);
        if (end !== undefined)
            return end;
    }
    // Somebody else may have begun while this one looked.
    const road = await awaitRoad(order, leftMs(course), ports);
    if (road.kind === 'busy')
        return road;
    if (road.kind === 'attach')
        return migrateBy(road.arn, course);
    if (leftMs(course) === 0)
        return { kind: 'timeout', remains: 'none' };
    const started = await launch(order, leftMs(course), ports);
    if (started.kind === 'refused')
        return refused('migrate', started);
    return migrateBy(started.arn, course, false);
}
async function provide({ job: { plan, observed }, ports }) {
    if (observed.target.revision !== undefined)
        return observed.target.revision;
    if (plan.register === undefined)
        throw new errors/* UserError */.y('There is nothing to register.');
    const revision = await ports.ecs.registerDefinition(plan.register);
    ports.log.info(`Registered ${revision.revision}.`);
    return revision;
}
const refused = (during, { reason, detail }) => ({ kind: 'not-started', during, reason: detail === '' ? reason : `${reason} (${detail})` });
/** Follows a task to its end; it is told at once where it is found, whatever happens to this job. */
async function follow(arn, purpose, course) {
    const { job, progress, ports } = course;
    const { cluster } = job.inputs;
    const errand = errandOf(cluster, arn, job.observed.target.container);
    Object.assign(progress, { errand, during: purpose });
    ports.log.info(`${purpose === 'look' ? 'Looking' : 'Migrating'} by task ${arn}.`);
    if (errand.stream !== undefined)
        ports.log.info(`Its log: group ${errand.stream.group}, stream ${errand.stream.stream}.`);
    const sight = await watch(errand, leftMs(course), ports);
    progress.sight = sight;
    return sight;
}
async function look(course, revision) {
    const { job, progress, ports } = course;
    const order = orderOf(job.inputs, job.observed, { purpose: 'look', taskDefinition: revision.arn });
    const started = await launch(order, leftMs(course), ports);
    if (started.kind === 'refused')
        return refused('look', started);
    const sight = await follow(started.arn, 'look', course);
    if (!sight.isOver)
        return { kind: 'timeout', during: 'look', remains: await remainsOf(course) };
    const { container, lines } = sight;
    const found = judgeLook(job.inputs.pendingCommand, { exitCode: container?.exitCode, lines });
    if (found === undefined)
        return { kind: 'failed', during: 'look', verdict: judge(sight) };
    progress.pending = found;
    announce(found, ports);
    return found.kind === 'known' && found.migrations.length === 0 ? { kind: 'skipped' } : undefined;
}
function announce(pending, { log }) {
    if (pending.kind === 'unknown')
        return log.info(pending.note);
    const { migrations } = pending;
    log.info(migrations.length === 0 ? 'Nothing is pending.' : `${migrations.length} pending:`);
    for (const { name } of migrations)
        log.info(`  ${name}`);
    const found = findDestructive(migrations);
    if (found.length === 0)
        return;
    const listed = found.map(({ migration, operation }) => `${migration}: ${(0,plain_text/* logText */.kc)(hideShapes(operation))}`);
    log.warning(`Destructive or not to be judged from outside: ${listed.join('; ')}.`);
}
async function migrateBy(arn, course, attached = true) {
    const { progress, ports } = course;
    progress.attached = attached;
    if (attached)
        ports.log.info('A task that does the same runs already: it is followed, no second one is started.');
    const sight = await follow(arn, 'migrate', course);
    if (!sight.isOver)
        return { kind: 'timeout', during: 'migrate', remains: await remainsOf(course) };
    await endSideCars(sight, course);
    if (sight.container?.exitCode === 0)
        return { kind: 'migrated' };
    return { kind: 'failed', during: 'migrate', verdict: judge(sight) };
}
/** Where the container is not essential, the others would run on for ever. */
async function endSideCars({ task, errand }, { ports: { ecs, log } }) {
    const goesOn = errand.container['essential'] === false && task?.desiredStatus !== 'STOPPED';
    if (!goesOn)
        return;
    log.info(`Container '${errand.container.name}' is not essential: its task is stopped now that it has ended.`);
    try {
        await ecs.stopTask(errand.cluster, errand.arn, `Container ${errand.container.name} has ended`);
    }
    catch (error) {
        log.warning(`Task ${errand.arn} runs on: it could not be stopped. ${(0,errors/* describeError */.U)(error)}`);
    }
}
/** Of what runs: a task whose end was seen is over. */
function remainsOf({ job, progress, ports }) {
    const { errand } = progress;
    const { during } = duringOf(progress);
    if (errand === undefined || during === undefined)
        return Promise.resolve('none');
    return remainsAfter(errand, { purpose: during, onCancel: job.inputs.onCancel }, ports);
}
function duringOf({ during, sight, errand }) {
    const isOver = sight !== undefined && sight.errand === errand && sight.isOver;
    return during === undefined || isOver ? {} : { during };
}

;// CONCATENATED MODULE: ./actions/migrate/src/describe-plan.js
/** The plan as sentences, in the order in which it is done. */
function describePlan(inputs, { target, service }, plan) {
    const { attach, waitsFor, looks, register } = plan;
    const revision = register === undefined ? plan.target : `the new revision of ${plan.target}`;
    const words = (command) => JSON.stringify(command);
    if (attach !== undefined)
        return [`A task that does the same runs already and is followed: ${attach}.`];
    return [
        register === undefined
            ? `Revision ${plan.target} is there; nothing has to be registered.`
            : `A new revision of ${plan.target} is registered.`,
        ...(waitsFor.length === 0 ? [] : [`Another migration is waited for: ${waitsFor.join(', ')}.`]),
        ...(looks
            ? [
                `A task of ${revision} shows what is pending: container '${target.container.name}' runs ${words(inputs.pendingCommand)}. When nothing is, that is all.`
            ]
            : []),
        `A task of ${revision} migrates in the network of service '${service.name}': container '${target.container.name}' runs ${words(inputs.command)}.`
    ];
}

// EXTERNAL MODULE: ./lib/ecs/image.js
var ecs_image = __nccwpck_require__(7783);
// EXTERNAL MODULE: ./lib/ecs/task-definition.js
var task_definition = __nccwpck_require__(1735);
;// CONCATENATED MODULE: ./lib/ecs/register.js


/**
 * Plans a revision with these images on the family's newest active one: what Terraform registered since the last rollout
 * goes along, and a revision that a killed run or a migration left behind is found again.
 */
async function planRevision(port, family, images) {
    const newest = await port.describeDefinition(family);
    if (newest === undefined) {
        throw new errors/* UserError */.y(`Task definition '${family}' has no active revision. Register one, then run this again.`);
    }
    return compareRevision(newest, (0,task_definition/* withImages */.nS)(newest.definition, images));
}
/** Whether a definition has to be registered beside the family's newest. */
const compareRevision = (newest, wanted) => ({
    newest,
    wanted: (0,task_definition/* toRegister */.Bs)(wanted),
    isNew: !(0,task_definition/* sameDefinition */.uD)(newest.definition, wanted)
});
/** Registers a planned revision, if it has to be. */
async function registerPlanned(port, plan) {
    const { arn, revision } = plan.isNew ? await port.registerDefinition(plan.wanted) : plan.newest;
    return { arn, revision, registered: plan.isNew, newest: plan.newest };
}
/** Both in one: the family's revision with these images, registered only when nothing equal is there. */
async function registerRevision(port, family, images) {
    return registerPlanned(port, await planRevision(port, family, images));
}

;// CONCATENATED MODULE: ./lib/ecs/service.js


/** The service, which must exist and not be on its way out. */
async function requireService({ cluster, service: name }, { describeService }) {
    const asked = describeService({ cluster, service: name });
    const service = await (0,denied/* orAbsent */.Re)(asked, 'ClusterNotFoundException', 'ServiceNotFoundException');
    if (service === undefined || service.status === 'INACTIVE') {
        throw new errors/* UserError */.y(`Cluster '${cluster}' has no service '${name}' in this account and region. Check both names, AWS_REGION and the role, or apply the stack first.`);
    }
    if (service.status === 'ACTIVE')
        return service;
    throw new errors/* UserError */.y(`Service '${name}' is being deleted (${service.status}). Apply the stack that makes it again.`);
}

;// CONCATENATED MODULE: ./actions/migrate/src/observe.js








/** Reads all that the plan is made from; writes nothing. */
async function observe(inputs, ports) {
    const service = await findService(inputs, ports);
    const [live, running] = await Promise.all([
        ports.ecs.describeDefinition(service.taskDefinition),
        runningMigrations(ports, { cluster: inputs.cluster, startedBy: startedBy(service.name, 'migrate') })
    ]);
    if (live === undefined)
        throw new errors/* UserError */.y(`Service '${inputs.service}' has no task definition.`);
    return { service, running, target: await chooseTarget(inputs, live, ports) };
}
/** A service that something else than ECS deploys may have no task definition of its own. */
async function findService(inputs, { ecs }) {
    const service = await requireService(inputs, ecs);
    if (service.taskDefinition !== '')
        return service;
    throw new errors/* UserError */.y(`Service '${inputs.service}' is deployed by ${service.controller} and has no task definition of its own, so there is nothing to migrate with. Run the migration where it is deployed.`);
}
async function chooseTarget(inputs, live, ports) {
    const { image } = inputs;
    if (image === undefined) {
        const container = (0,task_definition/* chooseContainer */.d7)(live.definition, inputs.container);
        if (live.isActive)
            return { revision: live, definition: live.definition, container };
        throw new errors/* UserError */.y(`Revision ${live.revision}, which service '${inputs.service}' is set to, was deregistered, so no task starts from it. Name the image to migrate with.`);
    }
    const { name } = (0,task_definition/* chooseContainer */.d7)(live.definition, inputs.container);
    const resolved = await (0,ecs_image/* resolveImage */.AT)(image, { digestOf: ports.digestOf, isDenied: denied/* isDenied */.GZ });
    if (resolved.note !== undefined)
        ports.log.warning(resolved.note);
    const { newest, wanted, isNew } = await planRevision(ports.ecs, live.definition.family, {
        [name]: resolved.image
    });
    const definition = isNew ? wanted : newest.definition;
    const container = (0,task_definition/* chooseContainer */.d7)(definition, name);
    return isNew ? { definition, container } : { revision: newest, definition, container };
}

;// CONCATENATED MODULE: ./actions/migrate/src/size.js

/** MiB that Fargate has for each number of CPU units. */
const SIZES = new Map([
    [256, { from: 512, to: 2048, step: 512 }],
    [512, { from: 1024, to: 4096, step: 1024 }],
    [1024, { from: 2048, to: 8192, step: 1024 }],
    [2048, { from: 4096, to: 16_384, step: 1024 }],
    [4096, { from: 8192, to: 30_720, step: 1024 }],
    [8192, { from: 16_384, to: 61_440, step: 4096 }],
    [16_384, { from: 32_768, to: 122_880, step: 8192 }]
]);
/** Refuses a size that Fargate does not have, before a task is started in vain. */
function checkSize({ cpu, memory }, definition) {
    if (cpu === undefined && memory === undefined)
        return;
    const units = cpu ?? Number(definition['cpu']);
    const mebibytes = memory ?? Number(definition['memory']);
    const range = SIZES.get(units);
    // A task definition may say '1 vCPU': then ECS is the judge.
    if (range === undefined || Number.isNaN(mebibytes) || hasSize(range, units, mebibytes))
        return;
    throw new errors/* UserError */.y(`Fargate has no task of ${units} CPU units with ${mebibytes} MiB: it has ${range.from} to ${range.to} MiB for them, in steps of ${range.step}. Correct 'cpu' or 'memory'.`);
}
/** 256 CPU units have three sizes, of which 1536 is none. */
const hasSize = ({ from, to, step }, units, mebibytes) => mebibytes >= from &&
    mebibytes <= to &&
    (mebibytes - from) % step === 0 &&
    !(units === 256 && mebibytes === 1536);

;// CONCATENATED MODULE: ./actions/migrate/src/plan.js





/** ECS takes no longer overrides. */
const MOST_OVERRIDES = 8192;
/** Decides what to do; refuses what cannot succeed. */
function planMigration(inputs, observed) {
    const { target, running } = observed;
    checkSize(inputs, target.definition);
    checkNetwork(observed);
    const order = orderOf(inputs, observed, {
        purpose: 'migrate',
        taskDefinition: target.revision?.arn ?? ''
    });
    checkLength(order);
    const same = target.revision === undefined ? undefined : running.find((one) => isSameWork(one, order));
    return {
        register: target.revision === undefined ? target.definition : undefined,
        target: target.revision?.revision ?? target.definition.family,
        attach: same?.arn,
        waitsFor: same === undefined ? running.map(({ arn }) => arn) : [],
        looks: inputs.pendingCommand.length > 0 && same === undefined,
        warnings: warningsOf(inputs, observed)
    };
}
function checkNetwork({ service, target }) {
    const needsOne = target.definition['networkMode'] === 'awsvpc';
    if (!needsOne || service.placement.networkConfiguration !== undefined)
        return;
    throw new errors/* UserError */.y(`Service '${service.name}' has no network configuration of its own (deployed by ${service.controller}), so a task has no subnets to run in. Run the migration where the service is deployed.`);
}
function checkLength({ command, environment }) {
    const length = JSON.stringify({ command, environment }).length;
    if (length <= MOST_OVERRIDES)
        return;
    throw new errors/* UserError */.y(`Inputs 'command' and 'environment' have ${length} characters together, and ECS takes ${MOST_OVERRIDES}. Put what is long into the image or a parameter.`);
}
function warningsOf({ environment }, { target }) {
    const secret = Object.keys(environment).filter((name) => isSecretName(name));
    return [
        ...(secret.length === 0
            ? []
            : [
                `Whoever may describe tasks reads ${secret.join(', ')} of 'environment'. Put secrets into the task definition (secrets, valueFrom).`
            ]),
        ...(logStreamOf(target.container, 'task') === undefined
            ? [
                `The log of container '${target.container.name}' is not in CloudWatch Logs (no awslogs driver with a stream prefix): it cannot be shown, and what is pending cannot be read from it.`
            ]
            : [])
    ];
}

;// CONCATENATED MODULE: ./actions/migrate/src/sentence.js

/** The outcome in a sentence or two, with what to do next. */
function describeOutcome(inputs, migration) {
    const { outcome, revision } = migration;
    const what = `Service '${inputs.service}' on cluster '${inputs.cluster}'`;
    switch (outcome.kind) {
        case 'migrated':
            return `${what} is migrated with ${revision}${counted(migration)}, in ${renderElapsed(migration.elapsedMs)}.`;
        case 'skipped':
            return `${what} has nothing to migrate with ${revision}: no migration is pending.`;
        case 'busy':
            return `${what} was not migrated: another migration of it did not end in time (${outcome.arns.join(', ')}). Run this again when it has, or see: ${describeTasks(inputs, outcome.arns)}`;
        case 'not-started':
            return `${what} was not migrated: ECS did not start the task that was to ${verb(outcome.during)}. ${outcome.reason.replace(/\.$/, '')}. Run this again; when it goes on, look at the subnets' free addresses and the account's Fargate quota.`;
        case 'failed':
            return `${what} ${outcome.during === 'look' ? 'was not migrated: what is pending could not be shown' : 'was not migrated to the end'}. ${describeFault(outcome, inputs, migration)}`;
        case 'lost':
            return `${what} ${describeLoss(outcome, inputs, migration)}`;
        case 'timeout':
        case 'cancelled':
            return `${what} ${describeBreak(outcome, inputs, migration)}`;
    }
}
const verb = (purpose) => (purpose === 'look' ? 'show what is pending' : 'migrate');
const counted = ({ applied }) => applied.length === 0 ? '' : ` (${applied.length} applied)`;
function describeFault({ verdict, during }, inputs, { errand }) {
    const next = during === 'look' ? " With pending-command: '[]' nobody looks." : '';
    return `${[...reasons(verdict)].join(' ')}${next}${errand === undefined ? '' : ` See: ${logCommand(errand, inputs)}`}`;
}
function* reasons({ words, migration, error, diagnosis }) {
    const ended = words.replace(/\.$/, '');
    yield migration === undefined ? `${ended}.` : `${ended}, in migration ${migration}.`;
    if (error !== undefined)
        yield `The log says: ${error.replace(/\.$/, '')}.`;
    if (diagnosis !== undefined)
        yield `${diagnosis.cause} ${diagnosis.fix}`;
}
function describeLoss({ during, reason }, inputs, { errand }) {
    const ended = `${reason.replace(/\.$/, '')}.`;
    if (errand === undefined)
        return `is not known to be migrated. ${ended} Run this again.`;
    return `is not known to be migrated: AWS could not be asked any longer about task ${errand.arn}, which was to ${verb(during)} and goes on. ${ended} Run this again to follow it; see: ${logCommand(errand, inputs)} ; end it: ${stopCommand(errand, inputs)}`;
}
function describeBreak(outcome, inputs, { errand }) {
    const why = outcome.kind === 'timeout' ? 'in time' : 'to the end: the job was cancelled';
    if (errand === undefined || outcome.during === undefined)
        return `was not migrated ${why}, and the migration was not started. Run this again.`;
    if (outcome.during === 'look')
        return `was not migrated ${why}, while task ${errand.arn} showed what is pending (${described(outcome.remains)}). Run this again.`;
    const rest = outcome.remains === 'runs'
        ? `The migration goes on in task ${errand.arn}. Run this again to follow it; see: ${logCommand(errand, inputs)} ; end it: ${stopCommand(errand, inputs)}`
        : `Task ${errand.arn} was in the middle of it (${described(outcome.remains)}), so see what it left: ${logCommand(errand, inputs)}`;
    return `was not migrated ${why}. ${rest}`;
}
function described(remains) {
    switch (remains) {
        case 'none':
            return 'no task runs';
        case 'runs':
            return 'it goes on';
        case 'stopping':
            return 'it is being stopped';
        case 'not-stopped':
            return 'it could not be stopped';
    }
}
const logCommand = ({ arn, stream }, { cluster }) => stream === undefined
    ? `aws ecs describe-tasks --cluster ${cluster} --tasks ${arn}`
    : `aws logs get-log-events --log-group-name ${stream.group} --log-stream-name ${stream.stream} --start-from-head`;
const stopCommand = ({ arn }, { cluster }) => `aws ecs stop-task --cluster ${cluster} --task ${arn}`;
const describeTasks = ({ cluster }, arns) => `aws ecs describe-tasks --cluster ${cluster} --tasks ${arns.join(' ')}`;

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
const numbered = (steps) => steps.map((step, at) => `${at + 1}. ${(0,markdown/* escapeInline */.VV)(step)}`).join('\n');
/** A table of Markdown cells, cut after `most` rows; '' without any row. */
function table(titles, rows, most = 100) {
    if (rows.length === 0)
        return '';
    const shown = [(0,markdown/* tableHead */.PP)(titles), ...rows.slice(0, most).map((cells) => (0,markdown/* tableRow */.jD)(cells))].join('\n');
    return rows.length > most ? `${shown}\n\n… and ${rows.length - most} more.` : shown;
}

;// CONCATENATED MODULE: ./actions/migrate/src/summary.js



const ICONS = {
    migrated: '✅',
    skipped: '💤',
    failed: '❌',
    'not-started': '🚫',
    busy: '🚧',
    timeout: '⏱️',
    cancelled: '⏹️',
    lost: '❓'
};
/** The job summary of a migration: what came of it, what was pending, and the evidence. */
function renderMigration(inputs, migration, sentence) {
    const { outcome } = migration;
    const isGood = outcome.kind === 'migrated' || outcome.kind === 'skipped';
    return paragraphs([
        `## ${ICONS[outcome.kind]} ${title(inputs)}`,
        verdict(isGood, sentence),
        renderPending(migration),
        renderContainers(migration),
        renderLog(migration, isGood),
        renderTask(migration)
    ]);
}
const title = ({ service, cluster }) => `Migration of ${(0,markdown/* codeSpan */.SS)(service)} on ${(0,markdown/* codeSpan */.SS)(cluster)}`;
function renderPending({ pending, destructive, applied, outcome }) {
    if (pending === undefined || outcome.kind === 'skipped')
        return '';
    if (pending.kind === 'unknown')
        return (0,markdown/* escapeInline */.VV)(pending.note);
    const rows = pending.migrations.map(({ name, operations }) => {
        const risks = destructive.filter(({ migration }) => migration === name);
        return [
            (0,markdown/* codeSpan */.SS)(name),
            operations.map((text) => (0,markdown/* escapeInline */.VV)(hideShapes(text))).join('<br>'),
            risks.map(({ kind, risk }) => `⚠️ ${(0,markdown/* codeSpan */.SS)(kind)} ${(0,markdown/* escapeInline */.VV)(risk)}`).join('<br>'),
            applied.includes(name) ? '✅' : ''
        ];
    });
    return `### Pending before\n\n${table(['Migration', 'What it does', 'Look at', 'Applied'], rows)}`;
}
/** Shown where there is more to know than one exit code. */
function renderContainers({ containers }) {
    if (containers.length < 2)
        return '';
    const rows = containers.map(({ name, exitCode, reason = '' }) => [
        (0,markdown/* codeSpan */.SS)(name),
        exitCode === undefined ? '' : String(exitCode),
        (0,markdown/* escapeInline */.VV)(hideShapes(reason))
    ]);
    return `### Containers\n\n${table(['Container', 'Exit code', 'Reason'], rows)}`;
}
const renderLog = ({ lines }, isGood) => lines.length === 0
    ? ''
    : (0,markdown/* details */.zH)((0,markdown/* escapeHtml */.ZD)(`Last ${lines.length} lines of its log`), (0,markdown/* fence */.EU)(lines.join('\n')), !isGood);
function renderTask({ errand, revision }) {
    if (errand === undefined)
        return '';
    const { stream } = errand;
    const log = stream === undefined ? '' : `, log ${(0,markdown/* codeSpan */.SS)(stream.group)} ${(0,markdown/* codeSpan */.SS)(stream.stream)}`;
    return `Task ${(0,markdown/* codeSpan */.SS)(errand.arn)} of ${(0,markdown/* codeSpan */.SS)(revision)}${log}`;
}
/** The job summary of a dry run. */
function renderPlanned(inputs, steps, warnings) {
    return paragraphs([
        `## 📋 ${title(inputs)}`,
        'Dry run: no task was started and nothing was registered. A migration would do this:',
        numbered(steps),
        ...warnings.map((warning) => callout('WARNING', warning))
    ]);
}

;// CONCATENATED MODULE: ./actions/migrate/src/report.js





/** Outputs, summary and, where it is red, the sentence. */
function toReport(inputs, migration) {
    const { kind } = migration.outcome;
    const sentence = hideShapes(describeOutcome(inputs, migration));
    return {
        outputs: outputsOf(inputs, migration, sentence),
        summary: renderMigration(inputs, migration, sentence),
        ...(kind === 'migrated' || kind === 'skipped' ? {} : { failure: sentence })
    };
}
function outputsOf(inputs, migration, sentence) {
    const { outcome, errand, exitCode, destructive } = migration;
    const pending = pendingOf(migration);
    const names = pending?.map(({ name }) => name);
    const flagged = destructive.map(({ migration: name, operation }) => `${name}: ${hideShapes(operation)}`);
    return {
        'task-arn': errand?.arn ?? '',
        'exit-code': exitCode === undefined ? '' : String(exitCode),
        revision: migration.revision,
        'task-definition-arn': migration.taskDefinition,
        image: migration.image ?? '',
        pending: names === undefined ? '' : JSON.stringify(names),
        destructive: names === undefined ? '' : JSON.stringify(flagged),
        skipped: String(outcome.kind === 'skipped'),
        result: JSON.stringify({ ...resultOf(inputs, migration), sentence })
    };
}
const pendingOf = ({ pending }) => pending?.kind === 'known' ? pending.migrations : undefined;
function resultOf(inputs, migration) {
    const { outcome, errand, exitCode } = migration;
    const pending = pendingOf(migration);
    return {
        outcome: outcome.kind,
        cluster: inputs.cluster,
        service: inputs.service,
        revision: migration.revision,
        taskDefinitionArn: migration.taskDefinition,
        image: migration.image ?? '',
        registered: migration.registered,
        deregistered: migration.deregistered,
        taskArn: errand?.arn ?? '',
        attached: migration.attached,
        exitCode: exitCode ?? null,
        pending: pending?.map(hideOperations) ?? null,
        destructive: pending === undefined ? null : migration.destructive.map(hideOperation),
        applied: migration.applied,
        ...faultOf(migration),
        containers: migration.containers.map(({ name, exitCode: code, reason }) => ({
            name,
            exitCode: code,
            reason
        })),
        ...logOf(errand),
        elapsedMs: migration.elapsedMs
    };
}
const logOf = (errand) => ({
    logGroup: errand?.stream?.group ?? '',
    logStream: errand?.stream?.stream ?? ''
});
/** Raw SQL can hold what nobody should read. */
const hideOperation = (one) => ({
    ...one,
    operation: hideShapes(one.operation)
});
const hideOperations = (one) => ({
    ...one,
    operations: one.operations.map((text) => hideShapes(text))
});
function faultOf({ outcome }) {
    if (outcome.kind !== 'failed')
        return {};
    const { words, migration, error, diagnosis } = outcome.verdict;
    return {
        words,
        ...(migration === undefined ? {} : { failedMigration: migration }),
        ...(error === undefined ? {} : { error: hideShapes(error) }),
        ...diagnosis
    };
}
/** What a dry run leaves behind. */
function toDryReport(inputs, observed, { plan, steps }) {
    const { target, service } = observed;
    const revision = plan.register === undefined ? plan.target : '';
    return {
        outputs: {
            'task-arn': plan.attach ?? '',
            'exit-code': '',
            revision,
            'task-definition-arn': target.revision?.arn ?? '',
            image: imageOf({ inputs, observed }).image ?? '',
            pending: '',
            destructive: '',
            skipped: 'false',
            result: JSON.stringify({
                outcome: 'planned',
                cluster: inputs.cluster,
                service: inputs.service,
                revision,
                live: (0,names/* nameOf */.Vb)(service.taskDefinition),
                steps
            })
        },
        summary: renderPlanned(inputs, steps, plan.warnings)
    };
}

;// CONCATENATED MODULE: ./actions/migrate/src/migrate.js





/** The whole migration: looks, plans and, unless it is a dry run, acts. */
async function migrate(inputs, ports) {
    const began = ports.clock.now();
    const observed = await observe(inputs, ports).catch((error) => {
        ports.signal.throwIfAborted();
        throw error;
    });
    const plan = planMigration(inputs, observed);
    const steps = describePlan(inputs, observed, plan);
    for (const step of steps)
        ports.log.info(step);
    for (const warning of plan.warnings)
        ports.log.warning(warning);
    if (inputs.dryRun)
        return toDryReport(inputs, observed, { plan, steps });
    return toReport(inputs, await act({ inputs, observed, plan, began }, ports));
}


/***/ }),

/***/ 160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   uF: () => (/* binding */ awsCall)
/* harmony export */ });
/* unused harmony export AwsCallError */
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
/* harmony export */   Re: () => (/* binding */ orAbsent),
/* harmony export */   Xh: () => (/* binding */ isUnauthenticated),
/* harmony export */   xe: () => (/* binding */ credentialsAdvice)
/* harmony export */ });
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

/***/ 7783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ resolveImage),
/* harmony export */   rt: () => (/* binding */ requireImage)
/* harmony export */ });
/* unused harmony exports parseImage, renderImage, ecrRepository */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2705);

const REFERENCE = /^((?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?\/)?[a-z0-9]+(?:[._/-]+[a-z0-9]+)*)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/i;
/** Takes an image reference apart; undefined when it is none. */
function parseImage(text) {
    const [, repository, tag, digest] = REFERENCE.exec(text) ?? [];
    if (repository === undefined)
        return undefined;
    return { repository, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}
/** The same, or a sentence that names the input. */
function requireImage(text, input) {
    const image = parseImage(text);
    if (image !== undefined)
        return image;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`Input '${input}' has '${text}', which is no image. Write it as <registry>/<repository>@sha256:<digest>, or with a tag.`);
}
/** The reference as one text. A digest says it all: a tag beside it only ages. */
const renderImage = ({ repository, tag, digest }) => digest === undefined ? `${repository}${tag === undefined ? '' : `:${tag}`}` : `${repository}@${digest}`;
const ECR = /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)\/(.+)$/;
/** Which repository of ECR the image is in; undefined when it lies elsewhere. */
function ecrRepository({ repository }) {
    const [, account, region, name] = ECR.exec(repository) ?? [];
    if (account === undefined || region === undefined || name === undefined)
        return undefined;
    return { account, region, name };
}
/**
 * The image by digest where its registry is ECR and may be asked: a tag can be moved between two tasks of one deployment.
 * `isDenied` tells a refusal, after which the tag stays and the note says so. A tag that is not there is refused.
 */
async function resolveImage(image, { digestOf, isDenied }) {
    const repository = ecrRepository(image);
    if (image.digest !== undefined || repository === undefined)
        return { image: renderImage(image) };
    const tag = image.tag ?? 'latest';
    try {
        const digest = await digestOf(repository, tag);
        if (digest !== undefined)
            return { image: renderImage({ ...image, digest }) };
    }
    catch (error) {
        if (!isDenied(error))
            throw error;
        const note = `The tag of '${renderImage(image)}' stays as it is: the role may not ecr:DescribeImages on repository/${repository.name}, so it could be moved before a task pulls it.`;
        return { image: renderImage(image), note };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`Repository '${repository.name}' in ${repository.region} has no image with the tag '${tag}'. Push it first, or name one that is there.`);
}


/***/ }),

/***/ 9418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ parsePlace),
/* harmony export */   NJ: () => (/* binding */ parseContainer),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* unused harmony export REVISION */
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1968);

/** What a name or an ARN ends in. */
const nameOf = (nameOrArn) => nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
const NAME = String.raw `[A-Za-z0-9][\w-]{0,254}`;
const ECS_ARN = String.raw `arn:[\w-]+:ecs:[\w-]+:\d{12}`;
const CLUSTER = {
    pattern: new RegExp(`^(?:${ECS_ARN}:cluster/)?${NAME}$`),
    expected: "a cluster's name or ARN"
};
const SERVICE = {
    pattern: new RegExp(`^(?:${ECS_ARN}:service/(?:${NAME}/)?)?${NAME}$`),
    expected: "a service's name or ARN"
};
const CONTAINER = { pattern: new RegExp(`^${NAME}$`), expected: "a container's name" };
/** A revision as `family:7` or its ARN, for a regular expression. */
const REVISION = (/* unused pure expression or super */ null && (`(?:${ECS_ARN}:task-definition/)?${NAME}:[1-9]\\d{0,8}`));
/** The inputs `cluster` and `service`, both required. */
const parsePlace = (read) => ({
    cluster: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredMatching */ .xj)(read, 'cluster', CLUSTER),
    service: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .requiredMatching */ .xj)(read, 'service', SERVICE)
});
/** The input `container`. */
const parseContainer = (read) => (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(read, 'container', CONTAINER);


/***/ }),

/***/ 1735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ toRegister),
/* harmony export */   P7: () => (/* binding */ revisionNumber),
/* harmony export */   d7: () => (/* binding */ chooseContainer),
/* harmony export */   nS: () => (/* binding */ withImages),
/* harmony export */   uD: () => (/* binding */ sameDefinition)
/* harmony export */ });
/* unused harmony exports normalise, hasSameImages */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2705);

/** What ECS describes and does not take back; a field that it invents tomorrow is passed on. */
const DESCRIBED_ONLY = new Set([
    'taskDefinitionArn',
    'revision',
    'status',
    'requiresAttributes',
    'compatibilities',
    'registeredAt',
    'registeredBy',
    'deregisteredAt',
    'deleteRequestedAt'
]);
/** What RegisterTaskDefinition takes of a described task definition. Empty values are values. */
function toRegister(definition) {
    const entries = Object.entries(definition).filter(([name]) => !DESCRIBED_ONLY.has(name));
    return Object.fromEntries(entries);
}
/** The same task definition with other images, by container. */
function withImages(definition, images) {
    const names = definition.containerDefinitions.map(({ name }) => name);
    const unknown = Object.keys(images).find((name) => !names.includes(name));
    if (unknown !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`Task definition '${definition.family}' has no container '${unknown}'; it has ${names.join(', ')}. Name one of those.`);
    }
    return {
        ...definition,
        containerDefinitions: definition.containerDefinitions.map((container) => ({
            ...container,
            image: images[container.name] ?? container.image
        }))
    };
}
/** The container that is meant: the named one, else the only one, else the only one that tasks cannot do without. */
function chooseContainer({ family, containerDefinitions: containers }, name) {
    const essential = containers.filter((container) => container['essential'] !== false);
    const candidates = name === undefined ? essential : containers.filter((one) => one.name === name);
    const [found] = candidates;
    if (found !== undefined && candidates.length === 1)
        return found;
    const names = containers.map((container) => container.name).join(', ');
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(name === undefined
        ? `Task definition '${family}' has several containers: ${names}. Say which one with the input 'container'.`
        : `Task definition '${family}' has no container '${name}'; it has ${names}. Name one of those.`);
}
/** Whether two task definitions run the same: order, ECS's own defaults and what it only describes do not count. */
function sameDefinition(left, right) {
    return JSON.stringify(normalise(left)) === JSON.stringify(normalise(right));
}
/** A task definition in the one form that all its spellings share. */
function normalise(definition) {
    const { containerDefinitions, ...rest } = toRegister(definition);
    const isAwsvpc = rest['networkMode'] === 'awsvpc';
    return canonical({
        ...rest,
        containerDefinitions: containerDefinitions
            .map((container) => withDefaults(container, isAwsvpc))
            .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    });
}
function withDefaults(container, isAwsvpc) {
    const { portMappings } = container;
    return {
        ...container,
        cpu: container['cpu'] ?? 0,
        essential: container['essential'] ?? true,
        ...(Array.isArray(portMappings)
            ? { portMappings: portMappings.map((mapping) => mapped(mapping, isAwsvpc)) }
            : {})
    };
}
function mapped(mapping, isAwsvpc) {
    const { containerPort, hostPort } = mapping;
    return { protocol: 'tcp', ...mapping, hostPort: isAwsvpc ? containerPort : hostPort };
}
/** Lists whose order means nothing, and what their entries are told apart by. */
const UNORDERED = {
    environment: 'name',
    secrets: 'name',
    secretOptions: 'name',
    tags: 'key',
    volumes: 'name',
    systemControls: 'namespace',
    requiresCompatibilities: ''
};
function canonical(value, name = '') {
    if (Array.isArray(value))
        return canonicalList(value, name);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value)
        .map(([key, inner]) => [key, canonical(inner, key)])
        .filter(([, inner]) => !isNothing(inner));
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
function canonicalList(values, name) {
    const all = values.map((value) => canonical(value));
    const by = UNORDERED[name];
    if (by === undefined)
        return all;
    const keyOf = (value) => by === '' ? String(value) : String(value[by]);
    return all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
/** ECS describes a list or record that was never set as an empty one. */
const isNothing = (value) => value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
/** Whether two task definitions run the same images in the same containers. */
const hasSameImages = (left, right) => imagesOf(left) === imagesOf(right);
const imagesOf = ({ containerDefinitions }) => containerDefinitions
    .map(({ name, image }) => `${name}=${image}`)
    .toSorted()
    .join(' ');
/** The number behind the colon; 0 where there is none. */
const revisionNumber = (revision) => Number(/:(\d+)$/.exec(revision)?.[1] ?? 0);


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

/***/ 1968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   jO: () => (/* binding */ entries),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   oe: () => (/* binding */ durationWithin),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   xj: () => (/* binding */ requiredMatching)
/* harmony export */ });
/* unused harmony exports required, list, duration, pathWithin */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2705);


/** The input's trimmed text; refused when empty. */
function required(read, name) {
    const value = read(name).trim();
    if (value === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' is required: it is empty. Set it under 'with:'.`);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' is '${value}', which is none of ${choices.join(', ')}. Use one of those.`);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' is '${value}', which is no whole number from ${range.min} to ${range.max}. Write digits only.`);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' is '${value}', which is no duration. Write it as 90s, 10m or 1h30m.`);
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' is '${optional(read, name)}', which is not from ${bounds.words}. Name a time within.`);
}
/** Text that matches `rule`, or undefined when empty. */
function matching(read, name, rule) {
    const value = optional(read, name);
    if (value === undefined || rule.pattern.test(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' is '${value}', which is not ${rule.expected}. Correct it.`);
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' names '${twice}' twice. Remove one of the two.`);
}
function lineEntry(line, where, { line: form, written }) {
    const [, key, value] = form.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
        return [key, value];
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`${where} is not ${written}. Write one a line.`);
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' begins like JSON, but is no object of texts. Write it as ${json}.`);
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
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   jD: () => (/* binding */ tableRow),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/* unused harmony exports neutralise, inCharacters, inBytes, cutRunes, cutMarkdown, tameMarkdown */
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
    return withoutMentions((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text))
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
/******/ var __webpack_exports__ = __nccwpck_require__(5803);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
