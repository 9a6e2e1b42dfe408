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

/***/ 1395:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ awsPorts)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
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

;// CONCATENATED MODULE: ./lib/aws/ecs-service-deployments.js




/** Service deployments of ECS; the client is loaded with the first call. */
function serviceDeployments(connection, client = lazyEcs(connection)) {
    const reach = { client, connection };
    return {
        listDeployments: (place, pages = 1) => listDeployments(reach, place, pages),
        describeDeployment: (place, arn) => describeDeployment(reach, place, arn),
        stopDeployment: (place, arn, type) => stopDeployment(reach, callOn('StopServiceDeployment', place), { arn, type }),
        taskDefinitionsOf: (place, revisions) => taskDefinitionsOf(reach, place, revisions)
    };
}
/** As many as DescribeServiceRevisions takes at once. */
const AT_ONCE = 20;
async function listDeployments({ client, connection }, place, pages) {
    const { ListServiceDeploymentsCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const found = [];
    let token = {};
    for (let page = 0; page < pages; page += 1) {
        const command = new ListServiceDeploymentsCommand({ ...place, maxResults: AT_ONCE, ...token });
        const request = (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection));
        const answer = await ecsCall(callOn('ListServiceDeployments', place), request);
        found.push(...(answer.serviceDeployments ?? []).map(toEntry));
        if (answer.nextToken === undefined)
            break;
        token = { nextToken: answer.nextToken };
    }
    return found.toSorted((a, b) => b.createdAt - a.createdAt);
}
async function describeDeployment({ client, connection }, place, arn) {
    const { DescribeServiceDeploymentsCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const command = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] });
    const request = (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection));
    const call = callOn('DescribeServiceDeployments', place);
    const answer = await (0,denied/* orAbsent */.Re)(ecsCall(call, request), 'ServiceDeploymentNotFoundException');
    const found = answer?.serviceDeployments?.[0];
    return found === undefined ? undefined : ecs_service_deployments_toDeployment(found);
}
async function stopDeployment({ client, connection }, call, { arn, type }) {
    const { StopServiceDeploymentCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const command = new StopServiceDeploymentCommand({ serviceDeploymentArn: arn, stopType: type });
    await ecsCall(call, (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection)));
}
async function taskDefinitionsOf({ client, connection }, place, revisions) {
    const { DescribeServiceRevisionsCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(224)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4224, 19));
    const found = {};
    for (let at = 0; at < revisions.length; at += AT_ONCE) {
        const command = new DescribeServiceRevisionsCommand({
            serviceRevisionArns: revisions.slice(at, at + AT_ONCE)
        });
        const request = (await client()).send(command, (0,aws_connection/* callOptions */.jp)(connection));
        const { serviceRevisions = [] } = await ecsCall(callOn('DescribeServiceRevisions', place), request);
        for (const { serviceRevisionArn = '', taskDefinition = '' } of serviceRevisions)
            found[serviceRevisionArn] = taskDefinition;
    }
    return found;
}
function toEntry(found) {
    const { serviceDeploymentArn = '', status = 'PENDING', statusReason = '' } = found;
    return {
        arn: serviceDeploymentArn,
        status,
        reason: statusReason,
        createdAt: found.createdAt?.getTime() ?? 0,
        targetRevision: found.targetServiceRevisionArn ?? ''
    };
}
function ecs_service_deployments_toDeployment(found) {
    const target = toTasks(found.targetServiceRevision);
    const { rollback, lifecycleStage: stage } = found;
    return {
        ...toEntry(found),
        ...timesOf(found),
        targetRevision: target.arn,
        target,
        sources: (found.sourceServiceRevisions ?? []).map(toTasks),
        ...(stage === undefined ? {} : { stage }),
        ...breakerOf(found),
        triggeredAlarms: found.alarms?.triggeredAlarmNames ?? [],
        ...(rollback?.serviceRevisionArn === undefined ? {} : { rollbackRevision: rollback.serviceRevisionArn })
    };
}
function timesOf({ startedAt, finishedAt, stoppedAt }) {
    const end = finishedAt ?? stoppedAt;
    return {
        ...(startedAt === undefined ? {} : { startedAt: startedAt.getTime() }),
        ...(end === undefined ? {} : { finishedAt: end.getTime() })
    };
}
function breakerOf({ deploymentCircuitBreaker: breaker = {} }) {
    const isOn = breaker.status !== undefined && breaker.status !== 'DISABLED';
    return { failures: breaker.failureCount ?? 0, threshold: isOn ? (breaker.threshold ?? 0) : 0 };
}
const toTasks = ({ arn = '', requestedTaskCount = 0, runningTaskCount = 0, pendingTaskCount = 0 } = {}) => ({
    arn,
    requested: requestedTaskCount,
    running: runningTaskCount,
    pending: pendingTaskCount
});

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
        ...ecs_tasks_timesOf(found),
        containers: (found.containers ?? []).map(toContainer)
    };
}
const endOf = ({ healthStatus = 'UNKNOWN', stopCode, stoppedReason = '' }) => ({
    health: healthStatus,
    stopCode: stopCode ?? '',
    stoppedReason
});
function ecs_tasks_timesOf({ createdAt, pullStartedAt, pullStoppedAt, startedAt, stoppedAt }) {
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

;// CONCATENATED MODULE: ./lib/aws/iam.js


/** IAM; its client is loaded with the first call. */
function iam(connection) {
    let client;
    const connect = () => (client ??= iam_open(connection));
    return {
        describeRole: async (name) => describeRole(await connect(), connection, name),
        describeOidcProvider: async (arn) => describeOidcProvider(await connect(), connection, arn)
    };
}
/** IAM's error code for what does not exist. */
const iam_ABSENT = ['NoSuchEntity', 'NoSuchEntityException'];
async function iam_open(connection) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(240)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 9240, 19));
    return new sdk.IAMClient((0,aws_connection/* clientOptions */.s1)(connection));
}
async function describeRole(client, connection, name) {
    const { GetRoleCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(240)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 9240, 19));
    const command = new GetRoleCommand({ RoleName: name });
    const answer = await (0,denied/* orAbsent */.Re)(client.send(command, (0,aws_connection/* callOptions */.jp)(connection)), ...iam_ABSENT);
    const role = answer?.Role;
    if (role === undefined)
        return undefined;
    const boundary = role.PermissionsBoundary?.PermissionsBoundaryArn;
    return {
        name: role.RoleName ?? name,
        arn: role.Arn ?? '',
        // IAM answers policies URL-encoded.
        trust: decodeURIComponent(role.AssumeRolePolicyDocument ?? '{}'),
        ...(boundary === undefined ? {} : { boundary })
    };
}
async function describeOidcProvider(client, connection, arn) {
    const { GetOpenIDConnectProviderCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(240)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 9240, 19));
    const command = new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn });
    const answer = await (0,denied/* orAbsent */.Re)(client.send(command, (0,aws_connection/* callOptions */.jp)(connection)), ...iam_ABSENT);
    return answer === undefined ? undefined : { url: answer.Url ?? '', audiences: answer.ClientIDList ?? [] };
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

;// CONCATENATED MODULE: ./lib/aws/parameters.js



/** Parameters; the client is loaded with the first call. */
function parameters(connection) {
    let client;
    const connect = () => (client ??= parameters_open(connection));
    return {
        readParameter: async (name) => readParameter(await connect(), connection, name),
        writeParameter: async (name, value) => writeParameter(await connect(), connection, { name, value })
    };
}
const parameters_callOn = (operation, name) => ({
    service: 'Systems Manager',
    operation,
    on: `parameter '${name}'`,
    permission: `ssm:${operation} on parameter/${name.replace(/^\//, '')}`
});
async function parameters_open(connection) {
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(28)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4028, 19));
    return new sdk.SSMClient({ ...(0,aws_connection/* clientOptions */.s1)(connection), maxAttempts: 8 });
}
async function readParameter(client, connection, name) {
    const { GetParameterCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(28)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4028, 19));
    const request = client.send(new GetParameterCommand({ Name: name }), (0,aws_connection/* callOptions */.jp)(connection));
    const answer = await (0,denied/* orAbsent */.Re)((0,aws_call/* awsCall */.uF)(parameters_callOn('GetParameter', name), request), 'ParameterNotFound');
    return answer?.Parameter?.Value;
}
async function writeParameter(client, connection, { name, value }) {
    const { PutParameterCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(28)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4028, 19));
    const command = new PutParameterCommand({ Name: name, Value: value, Overwrite: true });
    await (0,aws_call/* awsCall */.uF)(parameters_callOn('PutParameter', name), client.send(command, (0,aws_connection/* callOptions */.jp)(connection)));
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
        if ((0,denied/* isDenied */.GZ)(error))
            throw secret_errors_denied(error, action, on);
        if ((0,denied/* isUnauthenticated */.Xh)(error))
            throw new errors/* UserError */.y(`secretsmanager:${action} on ${on} ${(0,denied/* credentialsAdvice */.xe)(error.name)}`, {
                cause: error
            });
        throw new Error(`secretsmanager:${action} on ${on} failed.`, { cause: error });
    }
}
function secret_errors_denied(error, action, on) {
    const resource = on.startsWith('arn:')
        ? on
        : `arn:<partition>:secretsmanager:<region>:<account>:secret:${on}-*`;
    return new DeniedError(`AWS refuses secretsmanager:${action} on ${on}: ${error.message.trim().replace(/\.?$/, '.')} Allow the role secretsmanager:${action} on ${resource}; where the message speaks of KMS, kms:Decrypt and kms:GenerateDataKey on the secret's key.`, { cause: error });
}
/** There is no such secret, or no version with such a label. */
const isUnknown = (error) => error.name === 'ResourceNotFoundException';

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
    const { RotateSecretCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new RotateSecretCommand({ SecretId: id, ClientRequestToken: token });
    await ask({ action: 'RotateSecret', on: id }, () => client.send(command, options));
}

;// CONCATENATED MODULE: ./lib/aws/secret-values.js


/** What AWS answers when the secret is no longer as it was read: made, gone, or scheduled for deletion. */
const isTaken = (error) => error.name === 'ResourceExistsException' ||
    isUnknown(error) ||
    (error.name === 'InvalidRequestException' && /delet/i.test(error.message));
/** The version with a label, undefined when no version has it. */
async function readSecret({ client, options }, id, label) {
    const { GetSecretValueCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new GetSecretValueCommand({ SecretId: id, VersionStage: label });
    const call = { action: 'GetSecretValue', on: id, isAbsence: isUnknown };
    const answer = await ask(call, () => client.send(command, options));
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
    const { PutSecretValueCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new PutSecretValueCommand({ SecretId: name, SecretString: text, ClientRequestToken: token });
    const call = { action: 'PutSecretValue', on: name, isAbsence: isTaken };
    return (await ask(call, () => client.send(command, options))) === undefined ? 'taken' : 'written';
}
/** Makes a secret with its first version. */
async function createSecret({ client, options }, { name, text, token, description, tags, kmsKeyArn }) {
    const { CreateSecretCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new CreateSecretCommand({
        Name: name,
        SecretString: text,
        ClientRequestToken: token,
        Description: description,
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        ...(kmsKeyArn === undefined ? {} : { KmsKeyId: kmsKeyArn })
    });
    const call = { action: 'CreateSecret', on: name, isAbsence: isTaken };
    return (await ask(call, () => client.send(command, options))) === undefined ? 'taken' : 'written';
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
    const sdk = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    return new sdk.SecretsManagerClient({ ...(0,aws_connection/* clientOptions */.s1)(connection), maxAttempts: ATTEMPTS });
}
async function listContainers(client, connection, prefix) {
    const { paginateListSecrets } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const pages = paginateListSecrets({ client, pageSize: 100 }, prefix === '' ? {} : { Filters: [{ Key: 'name', Values: [prefix] }] }, (0,aws_connection/* callOptions */.jp)(connection));
    const found = [];
    for await (const { SecretList: entries = [] } of pages)
        found.push(...entries.map(secrets_manager_toContainer));
    // The service's own filter ignores case and word boundaries.
    return found
        .filter(({ name }) => name.startsWith(prefix))
        .toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
/** A version with a stage is a value; a fresh container has none. */
const secrets_manager_toContainer = ({ Name = '', ARN = '', SecretVersionsToStages = {} }) => ({
    name: Name,
    arn: ARN,
    hasValue: Object.keys(SecretVersionsToStages).length > 0
});
async function describe(client, connection, name) {
    const { DescribeSecretCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const answer = await ask({ action: 'DescribeSecret', on: name, isAbsence: isUnknown }, () => client.send(new DescribeSecretCommand({ SecretId: name }), (0,aws_connection/* callOptions */.jp)(connection)));
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
    const { ListSecretVersionIdsCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(777), __nccwpck_require__.e(494)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 5494, 19));
    const command = new ListSecretVersionIdsCommand({
        SecretId: name,
        IncludeDeprecated: true,
        MaxResults: 100
    });
    const answer = await ask({ action: 'ListSecretVersionIds', on: name }, () => client.send(command, (0,aws_connection/* callOptions */.jp)(connection)));
    const { Versions = [] } = answer ?? {};
    return Versions.map(({ CreatedDate }) => CreatedDate?.getTime() ?? 0);
}

;// CONCATENATED MODULE: ./actions/rollout/src/aws-port.js













/** Everything that is asked of AWS and of the workspace. */
function awsPorts(connection, workspace) {
    return {
        ecs: ecsBy(connection, lazyEcs(connection)),
        polled: ecsBy(connection, lazyPolledEcs(connection)),
        digestOf: ecr(connection).digestOf,
        logs: logs(connection),
        parameters: parameters(connection),
        belongings: belongings(connection),
        readText: (path) => aws_port_readText((0,external_node_path_.join)(workspace, path), path)
    };
}
const ecsBy = (connection, client) => ({
    ...services(connection, client),
    ...serviceDeployments(connection, client),
    ...taskDefinitions(connection, client),
    ...tasks(connection, client)
});
function belongings(connection) {
    const { describe } = secretsManager(connection);
    const { describeRole } = iam(connection);
    return {
        describeSecret: async (id) => stateOf(await describe(id)),
        hasRole: async (name) => (await describeRole(name)) !== undefined
    };
}
function stateOf(found) {
    if (found === undefined)
        return 'absent';
    if (found.deletedAt !== undefined)
        return 'deleted';
    return Object.values(found.versions).some((labels) => labels.includes('AWSCURRENT')) ? 'ready' : 'empty';
}
async function aws_port_readText(file, path) {
    try {
        return await (0,promises_.readFile)(file, 'utf8');
    }
    catch (cause) {
        throw new errors/* UserError */.y(`Input 'task-definition' names '${path}', which cannot be read in the workspace. Check the path and that a checkout ran before.`, { cause });
    }
}


/***/ }),

/***/ 4063:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5336);
/* harmony import */ var _lib_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2442);
/* harmony import */ var _lib_runner_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2207);
/* harmony import */ var _aws_port_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1395);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3378);
/* harmony import */ var _roll_out_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1949);






await (0,_lib_runner_js__WEBPACK_IMPORTED_MODULE_1__/* .runAction */ .C)(async ({ read, env, log, signal }) => {
    const inputs = (0,_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .parseInputs */ .T)(read);
    const ports = (0,_aws_port_js__WEBPACK_IMPORTED_MODULE_2__/* .awsPorts */ .E)((0,_lib_aws_connection_js__WEBPACK_IMPORTED_MODULE_5__/* .readConnection */ .dC)(env, signal), env['GITHUB_WORKSPACE'] ?? '.');
    return (0,_roll_out_js__WEBPACK_IMPORTED_MODULE_4__/* .rollOut */ .O)(inputs, { ...ports, run: env['GITHUB_RUN_ID'] ?? '', clock: _lib_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .m, log, signal });
});

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3378:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ LAST_SUCCESSFUL),
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2705);
/* harmony import */ var _lib_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1968);
/* harmony import */ var _lib_ecs_image_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7783);
/* harmony import */ var _lib_ecs_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9418);




const LAST_SUCCESSFUL = 'last-successful';
/** Reads and checks every input; the first fault is one sentence, before anything is asked. */
function parseInputs(read) {
    const container = (0,_lib_ecs_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parseContainer */ .NJ)(read);
    const counts = parseCounts(read);
    const imageParameter = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(read, 'image-parameter', PARAMETER);
    const change = parseChange(read, counts.desiredCount);
    if (container !== undefined && (change.kind === 'scale' || hasNamedContainers(change))) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`Input 'container' says nothing ${change.kind === 'scale' ? "when only 'desired-count' is given" : "beside 'images', which names its containers"}. Remove it.`);
    }
    return {
        ...(0,_lib_ecs_names_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePlace */ .De)(read),
        change,
        waitUntil: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(read, 'wait-until', ['healthy', 'steady']),
        timeoutMs: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .durationWithin */ .oe)(read, 'timeout', TIMEOUT) ?? 20 * 60_000,
        onTimeout: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)(read, 'on-timeout', ['fail', 'stop', 'rollback']),
        dryRun: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(read, 'dry-run'),
        onlyFirst: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(read, 'only-first'),
        ...counts,
        ...(container === undefined ? {} : { container }),
        ...(imageParameter === undefined ? {} : { imageParameter })
    };
}
const COUNT = { min: 0, max: 5000 };
function parseCounts(read) {
    const desiredCount = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(read, 'desired-count', COUNT);
    const initialCount = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)(read, 'initial-count', COUNT);
    if (desiredCount !== undefined && initialCount !== undefined) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y("Inputs 'desired-count' and 'initial-count' are both set. The first is always sent, the second only to a service without tasks: remove one.");
    }
    if (initialCount !== undefined)
        return { initialCount };
    return desiredCount === undefined ? {} : { desiredCount };
}
const TIMEOUT = { min: 1000, max: 6 * 3_600_000, words: '1s to 6h' };
const PARAMETER = {
    pattern: /^\/?[\w.-]+(?:\/[\w.-]+)*$/,
    expected: 'the name of a parameter, as /caliber/acme/prod/api-image'
};
const DATE = {
    pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/,
    expected: 'a date in UTC, as 2026-03-01T04:17:00Z'
};
const DEFINITION = {
    pattern: new RegExp(`^${_lib_ecs_names_js__WEBPACK_IMPORTED_MODULE_1__/* .REVISION */ .sP}$`),
    expected: "a revision as family:7, its ARN, or a file that ends in '.json'"
};
const ROLLBACK = {
    pattern: new RegExp(`^(?:${LAST_SUCCESSFUL}|[1-9]\\d{0,8}|${_lib_ecs_names_js__WEBPACK_IMPORTED_MODULE_1__/* .REVISION */ .sP})$`),
    expected: `'${LAST_SUCCESSFUL}' or a revision, as 7, family:7 or its ARN`
};
/** Those of the inputs that say what to deploy, and how each is read. */
const CHANGES = {
    image: (read) => {
        const image = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(read, 'image');
        return image === undefined ? undefined : { kind: 'images', images: { '': (0,_lib_ecs_image_js__WEBPACK_IMPORTED_MODULE_3__/* .requireImage */ .rt)(image, 'image') } };
    },
    images: (read) => {
        const images = parseImages(read);
        return images === undefined ? undefined : { kind: 'images', images };
    },
    'task-definition': parseDefinition,
    'force-new-deployment': (read) => ((0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)(read, 'force-new-deployment') ? { kind: 'force' } : undefined),
    'restart-if-older-than': parseRestart,
    'rollback-to': (read) => {
        const to = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(read, 'rollback-to', ROLLBACK);
        return to === undefined ? undefined : { kind: 'rollback', to };
    }
};
function parseChange(read, desiredCount) {
    const found = Object.entries(CHANGES).flatMap(([name, parse]) => {
        const change = parse(read);
        return change === undefined ? [] : [{ name, change }];
    });
    const [first, second] = found;
    if (first !== undefined && second !== undefined) {
        throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`Inputs '${first.name}' and '${second.name}' are both set, but a rollout does one of them. Remove one.`);
    }
    if (first !== undefined)
        return first.change;
    if (desiredCount !== undefined)
        return { kind: 'scale' };
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`There is nothing to roll out: none of ${Object.keys(CHANGES).join(', ')} and desired-count is set. Set one.`);
}
function parseRestart(read) {
    const date = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(read, 'restart-if-older-than', DATE);
    if (date === undefined)
        return undefined;
    const since = Date.parse(date);
    if (!Number.isNaN(since))
        return { kind: 'restart', since };
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y(`Input 'restart-if-older-than' is '${date}', a day that does not exist.`);
}
function parseDefinition(read) {
    const value = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(read, 'task-definition');
    if (value === undefined)
        return undefined;
    if (value.endsWith('.json'))
        return { kind: 'file', path: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .pathWithin */ .RY)(read, 'task-definition') ?? value };
    return { kind: 'revision', name: (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .matching */ .wC)(read, 'task-definition', DEFINITION) ?? value };
}
const IMAGES = {
    line: /^([A-Za-z0-9][\w-]*)\s*=\s*(\S+)$/,
    written: '<container>=<image>',
    json: '{"<container>": "<image>"}'
};
function parseImages(read) {
    if ((0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(read, 'images') === undefined)
        return undefined;
    const found = (0,_lib_input_js__WEBPACK_IMPORTED_MODULE_0__/* .entries */ .jO)(read, 'images', IMAGES);
    if (found.length > 0)
        return Object.fromEntries(found.map(([name, image]) => [name, (0,_lib_ecs_image_js__WEBPACK_IMPORTED_MODULE_3__/* .requireImage */ .rt)(image, 'images')]));
    throw new _lib_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .y("Input 'images' names no container. Write one <container>=<image> a line.");
}
const hasNamedContainers = (change) => change.kind === 'images' && !('' in change.images);


/***/ }),

/***/ 1949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  O: () => (/* binding */ rollOut)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(2705);
;// CONCATENATED MODULE: ./lib/ecs/polled.js
/** The same ports for a poll, which costs no more requests while it is throttled. */
const polling = (ports) => ({
    ...ports,
    ecs: ports.polled
});

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
async function poll_poll(ask, policy) {
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

;// CONCATENATED MODULE: ./actions/rollout/src/age.js
/** A version of a secret is dated in whole seconds, and by another service's clock than a task is. */
const SKEW_MS = 2000;
/**
 * Whether what began then may have read what held before `since`, both in milliseconds. A task reads its secrets after it
 * was created: one that was created later has read the new ones, one that was created before may have read either.
 */
const isOlderThan = (createdAt, since) => createdAt < since + SKEW_MS;

// EXTERNAL MODULE: ./lib/aws/denied.js
var denied = __nccwpck_require__(1407);
// EXTERNAL MODULE: ./lib/ecs/names.js
var names = __nccwpck_require__(9418);
// EXTERNAL MODULE: ./lib/ecs/task-definition.js
var task_definition = __nccwpck_require__(1735);
;// CONCATENATED MODULE: ./actions/rollout/src/history.js



/** States of a service deployment whose outcome is open. */
const ONGOING = new Set([
    'PENDING',
    'IN_PROGRESS',
    'STOP_REQUESTED',
    'ROLLBACK_REQUESTED',
    'ROLLBACK_IN_PROGRESS'
]);
/** Whether the outcome of a service deployment is open. */
const isOngoing = ({ status }) => ONGOING.has(status);
/** The service's deployments, newest first; undefined, with one warning, where the role may not list them. */
async function readHistory({ ecs, log }, place, pages = 1) {
    try {
        const entries = await ecs.listDeployments(place, pages);
        const definitions = await ecs.taskDefinitionsOf(place, entries.map(({ targetRevision }) => targetRevision).filter((arn) => arn !== ''));
        return entries.map((entry) => ({ ...entry, taskDefinition: definitions[entry.targetRevision] ?? '' }));
    }
    catch (error) {
        if (!(0,denied/* isDenied */.GZ)(error) && !isUnsupported(error))
            throw error;
        log.warning(`${error instanceof Error ? error.message : ''} Without it the rollout is followed by DescribeServices alone, which tells less.`.trim());
        return undefined;
    }
}
/** What a region or an emulator answers that has no service deployments. */
const isUnsupported = (error) => error instanceof Error &&
    /^(?:UnsupportedFeatureException|UnknownOperationException|InvalidAction|NotImplemented)/.test(error.name);
/** ARNs of the task definitions that were deployed with success, the last first, each once. */
function successes(history) {
    const arns = history
        .filter(({ status, taskDefinition }) => status === 'SUCCESSFUL' && taskDefinition !== '')
        .map(({ taskDefinition }) => taskDefinition);
    return [...new Set(arns)];
}
/** What succeeded last before this revision, and so what ECS goes back to; what the service is set to may not have. */
const previousOf = ({ live, history = [] }, arn) => successes(history).find((one) => one !== arn) ?? live.arn;
/** Whether the service went back from a revision: an older one has been deployed with success since. */
function wasLeft(arn, history) {
    const good = history.filter(({ status }) => status === 'SUCCESSFUL');
    const last = good.findIndex(({ taskDefinition }) => taskDefinition === arn);
    return good.slice(0, last).some(({ taskDefinition }) => isNewer(arn, taskDefinition));
}
/** Whether a revision is a later one of the same family. */
function isNewer(left, right) {
    const [a, b] = [(0,names/* nameOf */.Vb)(left), (0,names/* nameOf */.Vb)(right)];
    const family = (revision) => revision.slice(0, revision.lastIndexOf(':'));
    return family(a) === family(b) && (0,task_definition/* revisionNumber */.P7)(a) > (0,task_definition/* revisionNumber */.P7)(b);
}

;// CONCATENATED MODULE: ./actions/rollout/src/plan.js



/** Decides what to do; refuses what cannot succeed. */
function planRollout(inputs, observed) {
    const { service, target, faults } = observed;
    const desired = inputs.desiredCount ?? service.desired;
    if (faults.length > 0 && desired > 0) {
        throw new errors/* UserError */.y(`Nothing was deployed, because its tasks could not start. ${faults.join(' ')}`);
    }
    const attach = attachment(inputs, observed);
    const update = updateOf(inputs, observed, attach !== undefined);
    return {
        register: target.revision === undefined ? target.definition : undefined,
        target: target.revision?.revision ?? target.definition.family,
        update,
        attach,
        supersedes: begins(update) ? inFlight(observed)?.arn : undefined,
        parameterValue: parameterValue(inputs, observed),
        desired,
        retires: inputs.change.kind === 'rollback'
    };
}
const inFlight = ({ history = [] }) => history.slice(0, 1).find((entry) => isOngoing(entry));
/** Whether an update begins a deployment; a number of tasks alone does not. */
const begins = (update) => update?.taskDefinition !== undefined || update?.force === true;
function updateOf(inputs, observed, isAttached) {
    const { service } = observed;
    const { desiredCount } = inputs;
    const update = {
        ...(isAttached ? {} : deploymentOf(inputs, observed)),
        ...(desiredCount === undefined || desiredCount === service.desired ? {} : { desiredCount })
    };
    return Object.keys(update).length === 0 ? undefined : update;
}
function deploymentOf(inputs, observed) {
    const { service, target } = observed;
    const arn = target.revision?.arn ?? '';
    if (arn !== service.taskDefinition)
        return { taskDefinition: arn };
    return needsForce(inputs, observed) ? { force: true } : {};
}
/** Asked for; or the service is set to the revision already, and that was never proven to run. */
function needsForce({ change, desiredCount = 0 }, observed) {
    switch (change.kind) {
        case 'force':
            return true;
        case 'scale':
            return false;
        case 'restart':
            return isDue(change, observed);
        case 'images':
        case 'revision':
        case 'file':
        case 'rollback':
            return isUnproven(desiredCount, observed);
    }
}
function isUnproven(desiredCount, { history, service }) {
    // The first tasks of a service: only a deployment is watched by the circuit breaker.
    if (service.desired === 0 && desiredCount > 0)
        return true;
    const newest = history?.[0];
    if (newest === undefined)
        return service.deployments[0]?.rolloutState === 'FAILED';
    return newest.taskDefinition === service.taskDefinition && newest.status !== 'SUCCESSFUL';
}
/** A service without tasks has none that is too old; whatever starts next reads what is there then. */
const isDue = ({ since }, { oldestTask }) => oldestTask !== undefined && isOlderThan(oldestTask, since);
/** A deployment in flight that does already what is asked. */
function attachment({ change }, observed) {
    const wanted = observed.target.revision?.arn;
    if (wanted === undefined || change.kind === 'scale')
        return undefined;
    if (change.kind === 'restart')
        return attachedRestart(change, observed);
    const isForce = change.kind === 'force';
    if (observed.history === undefined)
        return attachedById(observed, wanted, isForce);
    const newest = inFlight(observed);
    if (newest?.taskDefinition !== wanted)
        return undefined;
    return isForce && !isRepeat(observed.history) ? undefined : { arn: newest.arn };
}
/** One in flight, of whatever this is set to, that began late enough for all its tasks to be new. */
function attachedRestart({ since }, observed) {
    const { history, service, live } = observed;
    if (history === undefined) {
        const [primary] = service.deployments;
        const isNew = primary?.rolloutState === 'IN_PROGRESS' && !isOlderThan(primary.createdAt, since);
        return isNew ? { id: primary.id } : undefined;
    }
    const newest = inFlight(observed);
    if (newest?.taskDefinition !== live.arn)
        return undefined;
    return isOlderThan(newest.createdAt, since) ? undefined : { arn: newest.arn };
}
/** Whether the newest deployment only starts the tasks anew: the one before it deployed the same. */
function isRepeat([newest, ...earlier]) {
    const before = earlier.find(({ status }) => status === 'SUCCESSFUL');
    return before !== undefined && before.taskDefinition === newest?.taskDefinition;
}
/** The same from DescribeServices alone. */
function attachedById({ service }, wanted, isForce) {
    const [primary, ...others] = service.deployments;
    if (primary?.rolloutState !== 'IN_PROGRESS' || primary.taskDefinition !== wanted)
        return undefined;
    const isRepeated = others.some(({ taskDefinition }) => taskDefinition === wanted);
    return isForce && !isRepeated ? undefined : { id: primary.id };
}
function parameterValue(inputs, { target, parameter }) {
    if (inputs.imageParameter === undefined || inputs.change.kind === 'scale')
        return undefined;
    if (target.container === undefined) {
        throw new errors/* UserError */.y("Input 'images' names several containers, so it is not clear whose image the parameter is to say. Leave 'image-parameter' out, or roll out one image.");
    }
    const image = target.definition.containerDefinitions.find(({ name }) => name === target.container)?.image;
    return image === parameter ? undefined : image;
}

// EXTERNAL MODULE: ./lib/plain-text.js
var plain_text = __nccwpck_require__(3806);
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

;// CONCATENATED MODULE: ./actions/rollout/src/trail.js


/** Nothing is known yet. */
const newTrail = (subject) => ({
    subject,
    hadOldTasks: false,
    deaths: [],
    moments: {},
    line: '',
    events: new Map(),
    failures: 0,
    vain: 0,
    seesTasks: true,
    looks: 0,
    requests: 1
});
/** The newest deployment of a described service. */
function toSubject(service) {
    const [primary] = service?.deployments ?? [];
    return { kind: 'deployment', id: primary?.id ?? '', createdAt: primary?.createdAt ?? 0 };
}
/** Tells what has changed, and when. */
function note(trail, sight, { brief, ports }) {
    const now = ports.clock.now();
    remember(trail, sight, now);
    if (sight.line === trail.line)
        return;
    trail.line = sight.line;
    ports.log.info(`[${renderElapsed(now - brief.began)}] ${(0,plain_text/* logText */.kc)(sight.line)}`);
}
function remember(trail, { requested, running, old }, now) {
    const { moments } = trail;
    trail.hadOldTasks ||= old > 0;
    if (running > 0)
        moments.running ??= now;
    if (requested > 0 && running >= requested)
        moments.complete ??= now;
    if (trail.hadOldTasks && old === 0)
        moments.oldGone ??= now;
}
/** Tells each event of this deployment once, the oldest first. */
function tellEvents(trail, { events }, { log }) {
    for (const { id, at, text } of events.toReversed()) {
        if (at < trail.subject.createdAt || trail.events.has(id))
            continue;
        trail.events.set(id, text);
        log.info(`  ${(0,plain_text/* logText */.kc)(text)}`);
    }
}

;// CONCATENATED MODULE: ./actions/rollout/src/begin.js






/** How long ECS is given to list a deployment that it has begun. */
const LISTING_MS = 30_000;
/** Tells ECS what the plan says, or finds what is in flight; returns what is to be followed. */
async function begin(about, ports) {
    const { observed, plan, inputs } = about;
    const update = filledIn(plan.update, about.taskDefinition);
    const now = ports.clock.now();
    if (update === undefined)
        return attached(plan, observed, now);
    const known = new Set(observed.history?.map(({ arn }) => arn));
    const service = await ports.ecs.updateService(inputs, update);
    if (!begins(update))
        return plan.attach === undefined ? { kind: 'count', createdAt: now } : attached(plan, observed, now);
    if (observed.history === undefined)
        return toSubject(service);
    const entry = await seekEntry(inputs, known, ports);
    return entry === undefined
        ? toSubject(service)
        : { kind: 'entry', arn: entry.arn, createdAt: entry.createdAt };
}
/** From here on ECS deploys: that it cannot be asked what it has begun is no reason to leave it unwatched. */
async function seekEntry(inputs, known, ports) {
    const { log, signal } = ports;
    try {
        const entry = await findEntry(inputs, known, polling(ports));
        if (entry === undefined)
            log.warning('ECS does not list the deployment that it began; it is followed by DescribeServices.');
        return entry;
    }
    catch (error) {
        signal.throwIfAborted();
        log.warning(`The deployment that ECS began was not found. ${(0,errors/* describeError */.U)(error)} It is followed by DescribeServices.`);
        return undefined;
    }
}
/** The plan names no task definition where it was yet to be registered. */
function filledIn(update, taskDefinition) {
    return update?.taskDefinition === undefined ? update : { ...update, taskDefinition };
}
function attached({ attach }, { history = [], service }, now) {
    if (attach === undefined)
        return { kind: 'count', createdAt: now };
    if ('id' in attach) {
        const found = service.deployments.find(({ id }) => id === attach.id);
        return { kind: 'deployment', id: attach.id, createdAt: found?.createdAt ?? now };
    }
    const found = history.find(({ arn }) => arn === attach.arn);
    return { kind: 'entry', arn: attach.arn, createdAt: found?.createdAt ?? now };
}
/** The entry that was not there before; ECS lists it a moment later. */
function findEntry({ cluster, service }, known, { ecs, clock, signal }) {
    const ask = async () => (await ecs.listDeployments({ cluster, service })).find(({ arn }) => !known.has(arn));
    return poll_poll(ask, { clock, signal, deadlineMs: LISTING_MS, isThrottled: call/* isThrottled */.B5 });
}

;// CONCATENATED MODULE: ./actions/rollout/src/breakdown.js
const ADVICE = {
    'placing tasks': 'ECS waits for capacity or a network interface: name more subnets, or look at the service’s events.',
    'pulling the image': 'A smaller image is pulled faster; keep it in ECR of the same region, with few and stable layers.',
    'starting containers': 'Start what tasks do before they listen (migrations, warm-ups) elsewhere.',
    'passing health checks': 'The target group’s interval × healthy threshold bounds this: 10 s × 2 is enough for most, and the container’s healthCheck has an interval and a startPeriod of its own.',
    'draining old tasks': 'The target group’s deregistration delay bounds this; `wait-until: healthy` does not wait for it.'
};
/** Slices below this are not worth a knob. */
const WORTH_MS = 20_000;
/** Where the time went, in order; the longest slice has its knob beside it. */
function breakDown(course, tasks) {
    const { began, sent, ended, moments } = course;
    const last = slowest(tasks);
    const complete = moments.complete ?? ended;
    const gone = Math.max(moments.oldGone ?? ended, complete);
    const slices = [
        { what: 'asking ECS', ms: sent - began },
        ...(last === undefined ? startSlices(sent, complete) : taskSlices(last)),
        { what: 'passing health checks', ms: gone - complete },
        { what: 'draining old tasks', ms: ended - gone }
    ];
    const real = slices.filter(({ ms }) => ms >= 100);
    const longest = real.toSorted((a, b) => b.ms - a.ms)[0];
    return real.map((slice) => {
        const advice = ADVICE[slice.what];
        return slice === longest && slice.ms >= WORTH_MS && advice !== undefined ? { ...slice, advice } : slice;
    });
}
/** The task that ran last: everybody waited for it. */
const slowest = (tasks) => tasks.filter(({ startedAt }) => startedAt !== undefined).toSorted(byStart)[0];
const byStart = (a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0);
/** Without a look at the tasks, their start is one piece. */
const startSlices = (sent, complete) => [
    { what: 'starting tasks', ms: complete - sent }
];
function taskSlices(task) {
    const { createdAt, startedAt = createdAt } = task;
    const pullStarted = task.pullStartedAt ?? createdAt;
    const pullStopped = task.pullStoppedAt ?? pullStarted;
    return [
        { what: 'placing tasks', ms: pullStarted - createdAt },
        { what: 'pulling the image', ms: pullStopped - pullStarted },
        { what: 'starting containers', ms: startedAt - pullStopped }
    ];
}

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

;// CONCATENATED MODULE: ./actions/rollout/src/evidence.js




const LINES = 50;
/** Lines arrive some seconds after the task has ended. */
const ATTEMPTS = 3;
const PAUSE_MS = 3000;
/** The ends of the logs of failed tasks: one for each way of dying, two at most. */
async function readTails(deaths, definition, ports) {
    const ways = [
        ...Map.groupBy(deaths, ({ container }) => `${container?.name}/${container?.exitCode}`).values()
    ];
    const samples = ways.flatMap((group) => group.slice(-1)).slice(0, 2);
    return Promise.all(samples.map((death) => readTail(death, definition, ports)));
}
async function readTail(death, definition, ports) {
    const container = containerOf(death, definition);
    const stream = container === undefined ? undefined : logStreamOf(container, death.task.id);
    const title = `task ${death.task.id}, container ${container?.name ?? '?'}`;
    if (stream === undefined) {
        return {
            title,
            lines: [],
            note: 'Its log is not in CloudWatch Logs (no awslogs driver with a stream prefix), so it cannot be shown.'
        };
    }
    try {
        const lines = await patiently(stream, ports);
        return lines.length > 0 ? { title, lines } : { title, lines, note: 'It wrote nothing.' };
    }
    catch (error) {
        if (!(0,denied/* isDenied */.GZ)(error) || !(error instanceof Error))
            throw error;
        return { title, lines: [], note: error.message };
    }
}
const containerOf = ({ container }, definition) => definition.containerDefinitions.find(({ name }) => name === container?.name) ??
    definition.containerDefinitions[0];
async function patiently(of, { logs, clock, signal }) {
    for (let attempt = 1;; attempt += 1) {
        const lines = await logs.lastLines(of, LINES);
        if (lines.length > 0 || attempt === ATTEMPTS)
            return lines.map(({ text }) => (0,plain_text/* logText */.kc)(hideShapes(text)));
        await clock.sleep(PAUSE_MS, signal);
    }
}
/** The tasks of this deployment that run, for the account of the time; none where the role may not look. */
async function runningTasks(trail, brief, { ecs }) {
    try {
        const arns = await ecs.listTasks({ ...brief.place, desiredStatus: 'RUNNING' });
        const tasks = await ecs.describeTasks(brief.place.cluster, arns);
        const { taskDefinition } = brief;
        const { createdAt } = trail.subject;
        return tasks.filter((task) => task.taskDefinition === taskDefinition && task.createdAt >= createdAt);
    }
    catch (error) {
        if (!(0,denied/* isDenied */.GZ)(error))
            throw error;
        return [];
    }
}

;// CONCATENATED MODULE: ./actions/rollout/src/finish.js




/** Leaves parameter and revisions as they belong after this outcome; what cannot be done is a problem, not an exception. */
async function finish(outcome, finished, ports) {
    const problems = [];
    const attempt = async (work) => {
        try {
            return await work();
        }
        catch (error) {
            ports.signal.throwIfAborted();
            problems.push((0,errors/* describeError */.U)(error));
            return [];
        }
    };
    const notes = [...(await attempt(() => settle(outcome, finished, ports)))];
    if (SUCCESSES.has(outcome.kind) && finished.plan.retires)
        notes.push(...(await attempt(() => retireNewer(finished.revision, ports))));
    for (const note of notes)
        ports.log.info(note);
    return { notes, problems };
}
const SUCCESSES = new Set(['success', 'scaled-to-zero']);
const FAILURES = new Set(['rolled-back', 'failed', 'stopped']);
async function settle({ kind }, finished, ports) {
    if (SUCCESSES.has(kind))
        return writeParameter(finished, ports);
    return FAILURES.has(kind) ? retireOwn(finished, ports) : [];
}
async function writeParameter({ inputs: { imageParameter }, plan: { parameterValue } }, { parameters }) {
    if (imageParameter === undefined || parameterValue === undefined)
        return [];
    await parameters.writeParameter(imageParameter, parameterValue);
    return [`Parameter ${imageParameter} says ${parameterValue} now.`];
}
/** Takes a revision away that a rollout made and that failed, so that Terraform finds no newer one than what runs. */
async function retireOwn({ inputs, observed, revision, trail }, ports) {
    if (!observed.target.isOwn)
        return [];
    const service = await ports.ecs.describeService(inputs);
    if (service !== undefined && trail !== undefined)
        tellEvents(trail, service, ports);
    if (service?.taskDefinition === revision.arn) {
        return [
            `${revision.revision} stays registered: the service is still set to it, since there was nothing to go back to.`
        ];
    }
    await ports.ecs.deregisterDefinition(revision.arn);
    return [`${revision.revision} was deregistered: it failed, and nothing runs it.`];
}
/** More than these are not looked for. */
const MOST_RETIRED = 20;
/** After a rollback, the family's newest active revision is to run the images that the service runs. */
async function retireNewer(target, { ecs }) {
    const retired = [];
    for (let count = 0; count < MOST_RETIRED; count += 1) {
        const newest = await ecs.describeDefinition(target.definition.family);
        if (newest === undefined || !isNewer(newest.arn, target.arn))
            break;
        if ((0,task_definition/* hasSameImages */.$o)(newest.definition, target.definition))
            break;
        await ecs.deregisterDefinition(newest.arn);
        retired.push(`${newest.revision} was deregistered: the service went back from it.`);
    }
    return retired;
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

;// CONCATENATED MODULE: ./actions/rollout/src/deaths.js

/** So many equal deaths say that the next task will not live either. */
const ENOUGH = 3;
/** The tasks that nobody wanted to end, the first first. */
function deathsOf(tasks, { taskDefinition, since }) {
    return tasks
        .filter((task) => task.taskDefinition === taskDefinition && task.createdAt >= since && isDeath(task))
        .toSorted((a, b) => a.createdAt - b.createdAt)
        .map(toDeath);
}
/** ECS and people stop tasks too, for reasons of their own. */
const isDeath = ({ stopCode, stoppedReason }) => stopCode !== 'UserInitiated' &&
    !/^(?:Scaling activity|Service was deleted|Deployment )/i.test(stoppedReason);
function toDeath(task) {
    const container = culprit(task);
    const end = endOf(task, container);
    const diagnosis = diagnose(end);
    return {
        task,
        isOfAws: isOfAws(end),
        words: deaths_words(task, container),
        ...(container === undefined ? {} : { container }),
        ...(diagnosis === undefined ? {} : { diagnosis })
    };
}
const endOf = ({ stopCode, stoppedReason }, container) => ({
    stopCode,
    stoppedReason,
    ...(container?.reason === undefined ? {} : { containerReason: container.reason }),
    ...(container?.exitCode === undefined ? {} : { exitCode: container.exitCode })
});
const culprit = ({ containers }) => containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0) ??
    containers.find(({ reason }) => reason !== undefined) ??
    (containers.length === 1 ? containers[0] : undefined);
function deaths_words({ stopCode, stoppedReason }, container) {
    const parts = [
        stopCode,
        stoppedReason,
        container?.exitCode === undefined ? '' : `container ${container.name} exited with ${container.exitCode}`,
        container?.reason ?? ''
    ];
    return [...new Set(parts.filter((part) => part !== ''))].join(': ');
}
/** What two deaths of the same cause have in common: their words without what is different in every task. */
const signature = ({ words: text }) => text.replaceAll(/arn:\S+|\b[0-9a-f]{8,}\b|\b\d{1,3}(?:\.\d{1,3}){3}\b|\d{4,}/gi, '…');
/** The deaths of the cause that has ended enough tasks; undefined as long as there is none. */
function commonCause(deaths) {
    const groups = Map.groupBy(deaths.filter((death) => !death.isOfAws), signature);
    return [...groups.values()].find((group) => group.length >= ENOUGH);
}

;// CONCATENATED MODULE: ./actions/rollout/src/sight.js
/** A service deployment as one line. */
function seeDeployment(deployment) {
    const { target, status, stage, failures, threshold, triggeredAlarms } = deployment;
    const old = deployment.sources.reduce((sum, { running }) => sum + running, 0);
    const line = [
        `${status}${stage === undefined ? '' : ` (${stage})`}: ${countTasks(target)}`,
        old > 0 ? `${old} old` : '',
        failures > 0
            ? `${failures} failed${threshold > 0 ? ` (the circuit breaker opens at ${threshold})` : ''}`
            : '',
        triggeredAlarms.length > 0 ? `in alarm: ${triggeredAlarms.join(', ')}` : ''
    ];
    return { line: sentence(line), requested: target.requested, running: target.running, old, failures };
}
/** The same from DescribeServices; `id` is the deployment that is followed, any when there is none. */
function seeService(service, id) {
    const ours = service.deployments.find((one) => id !== undefined && one.id === id);
    const { running, pending, desired } = ours ?? service;
    const others = ours === undefined ? [] : service.deployments.filter((one) => one !== ours);
    const old = others.reduce((sum, one) => sum + one.running, 0);
    const failures = ours?.failed ?? service.deployments[0]?.failed ?? 0;
    const line = [
        `${ours === undefined ? 'Service' : `${ours.status} ${ours.rolloutState}`}: ${countTasks({ requested: desired, running, pending })}`,
        old > 0 ? `${old} old` : '',
        failures > 0 ? `${failures} failed` : ''
    ];
    return { line: sentence(line), requested: desired, running, old, failures };
}
const countTasks = ({ requested, running, pending }) => `${running} of ${requested} tasks run${pending > 0 ? `, ${pending} start${pending === 1 ? 's' : ''}` : ''}`;
const sentence = (parts) => `${parts.filter((part) => part !== '').join('; ')}.`;

;// CONCATENATED MODULE: ./actions/rollout/src/verdict.js
const ENDS = {
    SUCCESSFUL: 'success',
    ROLLBACK_SUCCESSFUL: 'rolled-back',
    ROLLBACK_FAILED: 'failed',
    STOPPED: 'ended'
};
/** What a service deployment says; undefined while it goes on. */
function judgeDeployment(deployment, aim) {
    const kind = ENDS[deployment.status];
    if (kind === 'success')
        return { kind };
    // A breaker or an alarm that may not go back only stops.
    if (kind === 'ended' && isBroken(deployment))
        return { kind: 'failed', reason: deployment.reason };
    if (kind !== undefined)
        return { kind, reason: deployment.reason };
    return deployment.status === 'IN_PROGRESS' && isHealthy(deployment, aim) ? { kind: 'success' } : undefined;
}
const isBroken = ({ failures, threshold, triggeredAlarms }) => (threshold > 0 && failures >= threshold) || triggeredAlarms.length > 0;
/**
 * All new tasks run and no old one does any more: with at least 100 % of the tasks kept healthy, ECS takes the last old
 * task away only when every new one is healthy. What is left is their drain.
 */
function isHealthy({ target, sources, stage }, aim) {
    // Blue/green and the like keep the old tasks until the end: only ECS knows when it is over.
    if (!isTold(aim) || stage !== undefined)
        return false;
    const { requested, running, pending } = target;
    return requested > 0 && running >= requested && pending === 0 && !hasTasks(sources);
}
const isTold = ({ waitUntil, minimumHealthyPercent, hadOldTasks }) => waitUntil === 'healthy' && minimumHealthyPercent >= 100 && hadOldTasks;
/** Whether any of these has a task that runs, or is about to. */
const hasTasks = (some) => some.some(({ running, pending }) => running + pending > 0);
/** The same from DescribeServices alone, for roles and regions without service deployments. */
function judgeService(service, followed, aim) {
    const [primary] = service.deployments;
    const ours = service.deployments.find(({ id }) => id === followed.id);
    if (primary === undefined)
        return undefined;
    return ours === primary ? judgePrimary(service, primary, aim) : judgeSuccessor(followed, primary, ours);
}
function judgePrimary(service, ours, aim) {
    const { rolloutState, reason } = ours;
    if (rolloutState === 'COMPLETED')
        return { kind: 'success' };
    // With a breaker that goes back, another deployment becomes the primary one in a moment.
    const isLast = !service.rollsBack || service.deployments.length === 1;
    if (rolloutState === 'FAILED')
        return isLast ? { kind: 'failed', reason } : undefined;
    const isRunning = ours.desired > 0 && ours.running >= ours.desired && ours.pending === 0;
    return isTold(aim) && isRunning && !hasTasks(service.deployments.slice(1)) ? { kind: 'success' } : undefined;
}
function judgeSuccessor(followed, primary, ours) {
    const isReturn = primary.createdAt < followed.createdAt ||
        ours?.rolloutState === 'FAILED' ||
        /roll(?:ing|ed) back/i.test(primary.reason);
    if (!isReturn) {
        const { id, taskDefinition, createdAt } = primary;
        return { kind: 'superseded', by: { arn: id, taskDefinition, createdAt } };
    }
    if (primary.rolloutState !== 'COMPLETED')
        return undefined;
    return { kind: 'rolled-back', reason: ours?.reason ?? primary.reason };
}
/** Whether a service that is not deployed, only scaled, has the tasks that it should have. */
function judgeCount(service) {
    const isThere = service.running === service.desired && service.pending === 0;
    const [primary] = service.deployments;
    const isSettled = service.deployments.length <= 1 && primary?.rolloutState !== 'IN_PROGRESS';
    return isThere && (isSettled || service.desired === 0) ? { kind: 'success' } : undefined;
}

;// CONCATENATED MODULE: ./actions/rollout/src/follow.js









/** Follows a deployment to its end; undefined when there is none by the deadline. The trail tells what was seen. */
function follow(trail, brief, ports) {
    return poll_poll(() => look(trail, brief, ports), {
        clock: ports.clock,
        signal: ports.signal,
        deadlineMs: brief.deadlineMs,
        isThrottled: call/* isThrottled */.B5,
        requests: () => trail.requests
    });
}
/** Every so many looks, the service's events are read as well: they tell what it waits for. */
const EVENTS_EVERY = 16;
async function look(trail, brief, ports) {
    trail.requests = 1;
    trail.looks += 1;
    const verdict = await lookAt(trail, brief, ports);
    if (verdict?.kind === 'ended')
        return explainEnd(verdict, { trail, brief, ports });
    if (verdict !== undefined && verdict.kind !== 'superseded')
        return verdict;
    if (verdict?.kind === 'superseded')
        return continueWith(verdict.by, { trail, brief, ports });
    if (trail.subject.kind === 'entry' && trail.looks % EVENTS_EVERY === 0)
        await readEvents(trail, brief, ports);
    return undefined;
}
async function lookAt(trail, brief, ports) {
    const seen = trail.subject.kind === 'entry'
        ? await lookAtEntry(trail, brief, ports)
        : await lookAtService(trail, brief, ports);
    if (seen === undefined)
        return undefined;
    note(trail, seen.sight, { brief, ports });
    if (seen.verdict !== undefined)
        return seen.verdict;
    // Nobody counts the failures of a service that is only scaled.
    if (trail.subject.kind === 'count' && trail.looks % EVENTS_EVERY === 0)
        await readDeaths(trail, { brief, ports });
    await learnDeaths(trail, seen.sight.failures, { brief, ports });
    const deaths = brief.judgesDeaths ? commonCause(trail.deaths) : undefined;
    return deaths === undefined ? undefined : { kind: 'hopeless', deaths };
}
async function lookAtEntry(trail, { place, aim }, ports) {
    const { subject } = trail;
    if (subject.kind !== 'entry')
        return undefined;
    try {
        const found = await ports.ecs.describeDeployment(place, subject.arn);
        // ECS may not know at once what it has just begun.
        if (found === undefined)
            return undefined;
        const sight = seeDeployment(found);
        const hadOldTasks = trail.hadOldTasks || sight.old > 0;
        return { sight, verdict: judgeDeployment(found, { ...aim, hadOldTasks }) };
    }
    catch (error) {
        if (!(0,denied/* isDenied */.GZ)(error) || !(error instanceof Error))
            throw error;
        ports.log.warning(`${error.message} It is followed by DescribeServices instead, which tells less.`);
        trail.subject = await primaryOf(place, ports);
        return undefined;
    }
}
/** The newest deployment as DescribeServices tells it. */
async function primaryOf(place, { ecs }) {
    return toSubject(await ecs.describeService(place));
}
async function lookAtService(trail, { place, aim }, ports) {
    const { subject } = trail;
    const service = await ports.ecs.describeService(place);
    if (service === undefined)
        return undefined;
    tellEvents(trail, service, ports);
    if (subject.kind !== 'deployment')
        return { sight: seeService(service), verdict: judgeCount(service) };
    const sight = seeService(service, subject.id);
    const hadOldTasks = trail.hadOldTasks || sight.old > 0;
    return { sight, verdict: judgeService(service, subject, { ...aim, hadOldTasks }) };
}
async function readEvents(trail, { place }, ports) {
    trail.requests += 1;
    const service = await ports.ecs.describeService(place);
    if (service !== undefined)
        tellEvents(trail, service, ports);
}
/** Stopped tasks are told a moment late: they are asked for again, but not for ever. */
const MOST_VAIN_READS = 3;
/** Reads why tasks have failed, when more have than are known. */
async function learnDeaths(trail, failures, context) {
    if (failures <= trail.failures)
        return;
    await readDeaths(trail, context);
    trail.vain = trail.deaths.length >= failures ? 0 : trail.vain + 1;
    if (trail.vain === 0 || trail.vain >= MOST_VAIN_READS) {
        trail.failures = failures;
        trail.vain = 0;
    }
}
/** Reads the failed tasks of the deployment; where the role may not, that is said once. */
async function readDeaths(trail, context) {
    if (!trail.seesTasks)
        return;
    try {
        await tellDeaths(trail, context);
    }
    catch (error) {
        if (!(0,denied/* isDenied */.GZ)(error) || !(error instanceof Error))
            throw error;
        context.ports.log.warning(`${error.message} Why tasks failed is not told without it.`);
        trail.seesTasks = false;
    }
}
async function tellDeaths(trail, { brief, ports }) {
    const { place, taskDefinition } = brief;
    trail.requests += 2;
    const stopped = await ports.ecs.listTasks({ ...place, desiredStatus: 'STOPPED' });
    const tasks = await ports.ecs.describeTasks(place.cluster, stopped);
    const deaths = deathsOf(tasks, { taskDefinition, since: trail.subject.createdAt });
    const known = new Set(trail.deaths.map(({ task }) => task.arn));
    for (const { task, words } of deaths.filter((one) => !known.has(one.task.arn))) {
        const elapsed = renderElapsed(ports.clock.now() - brief.began);
        ports.log.info(`[${elapsed}] Task ${task.id} failed: ${(0,plain_text/* logText */.kc)(words)}.`);
    }
    trail.deaths = deaths;
}
/** A deployment is stopped by whoever stops it, or because a newer one began. */
async function explainEnd(verdict, along) {
    const { trail, brief, ports } = along;
    trail.requests += 2;
    const entries = await ports.ecs.listDeployments(brief.place);
    const { subject } = trail;
    const newest = entries.find((entry) => entry.createdAt > subject.createdAt);
    if (newest === undefined || subject.kind !== 'entry' || newest.arn === subject.arn)
        return verdict;
    const definitions = await ports.ecs.taskDefinitionsOf(brief.place, [newest.targetRevision]);
    const { arn, createdAt } = newest;
    return continueWith({ arn, createdAt, taskDefinition: definitions[newest.targetRevision] ?? '' }, along);
}
/** A successor that deploys the same is followed in its place; another one ends the matter. */
function continueWith(by, { trail, brief, ports }) {
    if (by.taskDefinition !== brief.taskDefinition)
        return { kind: 'superseded', by };
    ports.log.info(`A newer deployment of the same revision took its place: ${by.arn} is followed now.`);
    trail.subject =
        trail.subject.kind === 'entry'
            ? { kind: 'entry', arn: by.arn, createdAt: by.createdAt }
            : { kind: 'deployment', id: by.arn, createdAt: by.createdAt };
    return undefined;
}

;// CONCATENATED MODULE: ./actions/rollout/src/intervene.js





/** How long a stop or a rollback is watched. */
const GRACE_MS = 10 * 60_000;
/** The deadline is over, or its tasks die one like the other: the deployment is left, stopped or rolled back. */
async function intervene(ending, scene) {
    const { inputs, rollsBack, trail } = scene;
    const reason = ending === undefined ? lateness(scene) : hopelessness(ending.deaths);
    scene.ports.log.error(reason);
    // What the breaker is set to do in a while can as well be done now.
    const act = ending !== undefined && rollsBack ? 'rollback' : inputs.onTimeout;
    const left = { kind: ending === undefined ? 'timeout' : 'failed', reason };
    if (act === 'fail' || trail.subject.kind === 'count')
        return left;
    return (await (act === 'stop' ? stop(scene, reason) : rollBack(scene, reason))) ?? left;
}
function lateness({ inputs, trail }) {
    const seen = trail.line === '' ? 'ECS told nothing of it' : `last seen: ${trail.line}`;
    return `It was not deployed within ${renderElapsed(inputs.timeoutMs)} (${seen.replace(/\.$/, '')}).`;
}
function hopelessness(deaths) {
    const [first] = deaths;
    const because = first?.diagnosis === undefined ? '' : ` ${first.diagnosis.cause} ${first.diagnosis.fix}`;
    return `${deaths.length} tasks died the same way: ${(first?.words ?? '').replace(/\.$/, '')}.${because}`;
}
/** The deployment goes no further; undefined when it is not known to have stopped. */
async function stop(scene, reason) {
    if (!(await askToStop(scene, 'ABORT')))
        return undefined;
    return conclude(await watch(scene), reason);
}
async function rollBack(scene, reason) {
    if (await askToStop(scene, 'ROLLBACK'))
        return conclude(await watch(scene), reason);
    const { previous, brief, ports, trail } = scene;
    if (previous === brief.taskDefinition)
        return undefined;
    ports.log.info(`The service is set back to ${previous}.`);
    const service = await ports.ecs.updateService(brief.place, { taskDefinition: previous });
    trail.subject = toSubject(service);
    const ending = await watch({ ...scene, brief: { ...brief, taskDefinition: previous } });
    return ending?.kind === 'success' ? { kind: 'rolled-back', reason } : conclude(ending, reason);
}
/** False when ECS cannot be asked: no service deployment is followed, or the role may not stop it. */
async function askToStop({ trail, brief, ports }, type) {
    const { subject } = trail;
    if (subject.kind !== 'entry')
        return false;
    ports.log.info(`ECS is asked to ${type === 'ABORT' ? 'stop the deployment' : 'roll back'} (${subject.arn}).`);
    try {
        await ports.ecs.stopDeployment(brief.place, subject.arn, type);
        return true;
    }
    catch (error) {
        if (!(error instanceof Error))
            throw error;
        // It ends or goes back already.
        if (error.name === 'ConflictException')
            return true;
        if (!(0,denied/* isDenied */.GZ)(error) && !REFUSED.test(error.name))
            throw error;
        ports.log.warning(error.message);
        return false;
    }
}
const REFUSED = /^(?:InvalidParameter|UnsupportedFeature|ServiceDeploymentNotFound|Client)Exception$/;
function watch(scene) {
    const brief = { ...scene.brief, judgesDeaths: false, deadlineMs: GRACE_MS };
    const trail = scene.trail;
    const fresh = newTrail(trail.subject);
    Object.assign(trail, { line: fresh.line, vain: 0, looks: 0 });
    return follow(trail, brief, polling(scene.ports));
}
function conclude(ending, reason) {
    switch (ending?.kind) {
        case undefined:
        case 'hopeless':
            return undefined;
        case 'success':
            return { kind: 'success', changed: true };
        case 'rolled-back':
            return { kind: 'rolled-back', reason };
        case 'ended':
            return { kind: 'stopped', reason };
        case 'failed':
            return { kind: 'failed', reason: `${reason} ${ending.reason}`.trim() };
        case 'superseded':
            return ending;
    }
}

;// CONCATENATED MODULE: ./actions/rollout/src/run-mark.js

/**
 * Whether a revision was registered by this workflow run, in whichever attempt: ECS notes the session that did, and a
 * workflow that wants to know gives its sessions a name that ends in the run's id. `run` is '' outside of GitHub.
 */
function isRegisteredBy(run, { definition: { registeredBy } }) {
    if (!/^\d+$/.test(run) || typeof registeredBy !== 'string')
        return false;
    const [number] = /\d+$/.exec((0,names/* nameOf */.Vb)(registeredBy)) ?? [];
    return registeredBy.includes(':assumed-role/') && number === run;
}

;// CONCATENATED MODULE: ./actions/rollout/src/act.js











/** Does what the plan says and follows it to its end. */
async function act(job, ports) {
    const progress = {};
    try {
        return await carryOut(job, progress, ports);
    }
    catch (error) {
        if (ports.signal.aborted)
            return unfinished(cancellation(job, progress), { job, progress, ports });
        if (progress.trail !== undefined)
            return unfinished({ kind: 'lost', reason: (0,errors/* describeError */.U)(error) }, { job, progress, ports });
        if (progress.revision !== undefined)
            await retireOwn({ ...job, revision: progress.revision }, ports).catch(() => []);
        throw error;
    }
}
async function carryOut(job, progress, ports) {
    const { inputs, observed, plan } = job;
    const revision = await provide(plan, observed, ports);
    progress.revision = revision;
    const subject = await begin({ inputs, observed, plan, taskDefinition: revision.arn }, ports);
    progress.sent = ports.clock.now();
    announce(subject, job, { revision, ports });
    const trail = newTrail(subject);
    progress.trail = trail;
    const brief = briefOf(job, revision);
    const ending = await follow(trail, brief, polling(ports));
    const previous = previousOf(observed, revision.arn);
    const scene = { inputs, trail, brief, previous, rollsBack: observed.service.rollsBack, ports };
    const outcome = ending === undefined || ending.kind === 'hopeless'
        ? await intervene(ending, scene)
        : act_conclude(ending, job);
    return report(outcome, { job, progress: { revision, trail, sent: progress.sent }, brief, ports });
}
async function provide({ register }, { target }, { ecs, log }) {
    if (target.revision !== undefined)
        return target.revision;
    if (register === undefined)
        throw new errors/* UserError */.y('There is nothing to register.');
    const revision = await ecs.registerDefinition(register);
    log.info(`Registered ${revision.revision}.`);
    return revision;
}
function announce(subject, { inputs, plan }, { revision, ports }) {
    const what = `service '${inputs.service}' of cluster '${inputs.cluster}'`;
    const how = subject.kind === 'entry'
        ? subject.arn
        : subject.kind === 'deployment'
            ? subject.id
            : 'its number of tasks';
    const verb = plan.update === undefined ? 'Following' : 'Rolling out';
    ports.log.info(`${verb} ${revision.revision} on ${what}: ${how}.`);
}
const briefOf = ({ inputs, observed, began }, { arn }) => ({
    place: { cluster: inputs.cluster, service: inputs.service },
    aim: { waitUntil: inputs.waitUntil, minimumHealthyPercent: observed.service.minimumHealthyPercent },
    taskDefinition: arn,
    began,
    deadlineMs: inputs.timeoutMs,
    judgesDeaths: true
});
function act_conclude(ending, { plan, inputs }) {
    switch (ending.kind) {
        case 'success':
            return plan.desired === 0
                ? { kind: 'scaled-to-zero', asked: inputs.desiredCount === 0 || inputs.change.kind === 'restart' }
                : { kind: 'success', changed: plan.update !== undefined || plan.attach !== undefined };
        case 'ended':
            return { kind: 'stopped', reason: ending.reason };
        case 'rolled-back':
        case 'failed':
        case 'superseded':
            return ending;
    }
}
async function report(outcome, { job, progress, brief, ports }) {
    const { revision, trail, sent } = progress;
    const ended = ports.clock.now();
    const good = outcome.kind === 'success';
    const isNew = trail.subject.kind !== 'count';
    const tasks = good && isNew ? await orElse(() => runningTasks(trail, brief, ports), [], ports) : [];
    // The last ones may have died while it was being judged.
    if (!good)
        await orElse(() => readDeaths(trail, { brief, ports }), undefined, ports);
    const tails = good ? [] : await orElse(() => readTails(trail.deaths, revision.definition, ports), [], ports);
    const isOfThisRun = good && (outcome.changed || isRegisteredBy(ports.run, revision));
    const done = await finish(outcome, { ...job, revision, trail }, ports);
    return {
        ...identify(job, revision, trail),
        ...done,
        outcome,
        isOfThisRun,
        deaths: trail.deaths,
        tails,
        events: [...trail.events.values()],
        slices: good && isNew ? breakDown({ began: job.began, sent, ended, moments: trail.moments }, tasks) : [],
        elapsedMs: ended - job.began
    };
}
/** What only explains an outcome does not change it. */
async function orElse(work, otherwise, { log, signal }) {
    try {
        return await work();
    }
    catch (error) {
        signal.throwIfAborted();
        log.warning(`Not all evidence could be read. ${(0,errors/* describeError */.U)(error)}`);
        return otherwise;
    }
}
function identify({ observed, plan }, revision, trail) {
    const subject = trail?.subject;
    return {
        revision: revision.revision,
        taskDefinition: revision.arn,
        previous: previousOf(observed, revision.arn),
        registered: plan.register !== undefined,
        ...(subject?.kind === 'entry' ? { deployment: subject.arn } : {})
    };
}
function cancellation(job, { revision, trail }) {
    const known = revision ?? job.observed.live;
    const name = trail?.subject.kind === 'entry' ? ` (${trail.subject.arn})` : '';
    const reason = trail === undefined
        ? 'Cancelled before ECS was told, or while it was: run this again to see, it repeats nothing.'
        : `Cancelled: the deployment of ${known.revision} goes on${name}. Run this again to follow it.`;
    return { kind: 'cancelled', reason };
}
/** Nothing is undone: somebody may want to look, and the next run finds all of it again. */
function unfinished(outcome, { job, progress, ports: { clock } }) {
    const { revision, trail } = progress;
    return {
        ...identify(job, revision ?? job.observed.live, trail),
        outcome,
        isOfThisRun: false,
        deaths: trail?.deaths ?? [],
        tails: [],
        events: [...(trail?.events.values() ?? [])],
        slices: [],
        elapsedMs: clock.now() - job.began,
        notes: [],
        problems: []
    };
}

;// CONCATENATED MODULE: ./actions/rollout/src/describe-plan.js


/** The plan as sentences, in the order in which it is done. */
function describePlan(inputs, observed, plan) {
    return [
        plan.register === undefined
            ? `Revision ${plan.target} is there; nothing has to be registered.`
            : `A new revision of ${plan.target} is registered.`,
        ...describeUpdate(observed, plan),
        ...when(plan.parameterValue, (value) => `After success, parameter ${inputs.imageParameter} says ${value}.`),
        ...(plan.retires ? ['After success, newer revisions with other images are deregistered.'] : [])
    ];
}
function describeUpdate({ live, service }, plan) {
    const { update, attach } = plan;
    const target = plan.register === undefined ? plan.target : `the new revision of ${plan.target}`;
    const how = update?.force === true ? ' anew, by new tasks' : '';
    const said = [
        ...when(plan.supersedes, (arn) => `The deployment in flight, ${arn}, is superseded.`),
        ...when(attach, (one) => `A deployment of it is in flight: it is followed, not repeated (${'arn' in one ? one.arn : one.id}).`),
        ...(begins(update) ? [`The service goes from ${(0,names/* nameOf */.Vb)(live.arn)} to ${target}${how}.`] : []),
        ...when(update?.desiredCount, (count) => `The number of tasks goes from ${service.desired} to ${count}.`)
    ];
    return said.length === 0 ? [`The service is not changed: it is set to ${target} already.`] : said;
}
const when = (value, say) => value === undefined ? [] : [say(value)];

;// CONCATENATED MODULE: ./actions/rollout/src/keep.js

/**
 * Whether a service is to be left as it is: it is only deployed while nothing that was deployed with success runs. A
 * deployment in flight of what is asked for is an earlier attempt's, and goes on; one of anything else is somebody's.
 */
function isKept({ onlyFirst }, observed) {
    const { service, history = [] } = observed;
    if (!onlyFirst || service.desired === 0 || service.running === 0)
        return false;
    const [newest] = history;
    return newest === undefined ? isProvenByService(observed) : isProven(newest, observed);
}
function isProven(newest, { live, target, history = [] }) {
    if (isOngoing(newest))
        return newest.taskDefinition !== target.revision?.arn;
    if (newest.taskDefinition === live.arn)
        return newest.status === 'SUCCESSFUL';
    return successes(history).includes(live.arn);
}
/** The same from DescribeServices alone. */
function isProvenByService({ service, target }) {
    const [primary] = service.deployments;
    if (primary?.rolloutState === 'IN_PROGRESS')
        return primary.taskDefinition !== target.revision?.arn;
    return primary?.rolloutState === 'COMPLETED';
}
/** What is told of a service that was left alone. */
const keptRollout = (observed, elapsedMs) => ({
    outcome: { kind: 'kept' },
    revision: observed.live.revision,
    taskDefinition: observed.live.arn,
    previous: previousOf(observed, observed.live.arn),
    registered: false,
    isOfThisRun: false,
    deaths: [],
    tails: [],
    events: [],
    slices: [],
    elapsedMs,
    notes: [],
    problems: []
});

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

;// CONCATENATED MODULE: ./actions/rollout/src/belongings.js


/** Reads what a task definition refers to. */
function belongingsOf(definition) {
    const references = definition.containerDefinitions.flatMap(({ name, secrets, repositoryCredentials }) => {
        const credentials = (repositoryCredentials ?? {});
        const values = (secrets ?? []).map(({ valueFrom = '' }) => valueFrom);
        return [...values, credentials.credentialsParameter ?? ''].map((valueFrom) => ({
            container: name,
            valueFrom
        }));
    });
    const secrets = {};
    for (const { container, valueFrom } of references) {
        const id = secretOf(valueFrom);
        if (id !== undefined)
            secrets[id] = [...new Set([...(secrets[id] ?? []), container])];
    }
    return { secrets, roles: rolesOf(definition) };
}
/** `arn:…:secret:name-suffix` without JSON key, label and version; undefined for a parameter of Systems Manager. */
const secretOf = (valueFrom) => /^arn:[\w-]+:secretsmanager:[\w-]+:\d{12}:secret:[^:]+/.exec(valueFrom)?.[0];
function rolesOf({ executionRoleArn, taskRoleArn }) {
    const roles = Object.entries({ 'execution role': executionRoleArn, 'task role': taskRoleArn });
    return Object.fromEntries(roles.flatMap(([use, arn]) => (typeof arn === 'string' ? [[use, (0,names/* nameOf */.Vb)(arn)]] : [])));
}
/** Why tasks could not start, a sentence each. What the role may not look at is left out, with one warning. */
async function findFaults(definition, { belongings: port, log }) {
    const { secrets, roles } = belongingsOf(definition);
    const denied = new Set();
    const answers = await Promise.all([
        ...Object.entries(secrets).map(([id, containers]) => orDenied(() => secretFault(port, id, containers), () => denied.add('secretsmanager:DescribeSecret'))),
        ...Object.entries(roles).map(([use, name]) => orDenied(() => roleFault(port, use, name), () => denied.add('iam:GetRole')))
    ]);
    if (denied.size > 0) {
        log.warning(`Not all of what the tasks need was looked at: the role of this job may not ${[...denied].join(' and ')} on it. What is missing shows when a task fails to start.`);
    }
    return answers.filter((answer) => answer !== undefined);
}
async function orDenied(ask, note) {
    try {
        return await ask();
    }
    catch (error) {
        if (!(0,denied/* isDenied */.GZ)(error) && !(error instanceof Error && (0,denied/* isDenied */.GZ)(error.cause)))
            throw error;
        note();
        return undefined;
    }
}
const WHY = {
    absent: 'does not exist. Apply the stack that makes it, or correct its ARN in the task definition.',
    empty: 'has no value yet. Write it with seed-secrets, then roll out again.',
    deleted: 'waits for its deletion. Restore it (aws secretsmanager restore-secret), then roll out again.'
};
async function secretFault(port, id, containers) {
    const state = await port.describeSecret(id);
    if (state === 'ready')
        return undefined;
    return `Secret '${id.slice(id.lastIndexOf(':') + 1)}', which container ${containers.join(' and ')} reads, ${WHY[state]}`;
}
async function roleFault(port, use, name) {
    if (await port.hasRole(name))
        return undefined;
    return `Role '${name}', the ${use} of the task definition, does not exist. Apply the stack that makes it.`;
}

// EXTERNAL MODULE: ./lib/ecs/image.js
var ecs_image = __nccwpck_require__(7783);
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

// EXTERNAL MODULE: ./actions/rollout/src/inputs.js
var src_inputs = __nccwpck_require__(3378);
;// CONCATENATED MODULE: ./actions/rollout/src/target.js







/** What the inputs ask to deploy; refuses what is not there. */
async function chooseTarget(inputs, situation, ports) {
    const { change } = inputs;
    switch (change.kind) {
        case 'images':
            return { target: await imagesTarget(inputs, { change, situation, ports }), isRolledBack: false };
        case 'file':
            return { target: await fileTarget(inputs, change.path, { situation, ports }), isRolledBack: false };
        case 'revision':
            return { target: existing(inputs, await activeRevision(ports, change.name)), isRolledBack: false };
        case 'force':
            return { target: existing(inputs, await newestAlike(situation, ports)), isRolledBack: false };
        case 'restart':
        case 'scale':
            return { target: existing(inputs, situation.live), isRolledBack: false };
        case 'rollback':
            return rollbackTarget(inputs, change.to, { situation, ports });
    }
}
async function imagesTarget(inputs, { change, situation, ports }) {
    const images = {};
    for (const [name, image] of Object.entries(change.images)) {
        const container = name === '' ? (0,task_definition/* chooseContainer */.d7)(situation.live.definition, inputs.container).name : name;
        const resolved = await (0,ecs_image/* resolveImage */.AT)(image, { digestOf: ports.digestOf, isDenied: denied/* isDenied */.GZ });
        if (resolved.note !== undefined)
            ports.log.warning(resolved.note);
        images[container] = resolved.image;
    }
    const plan = await planRevision(ports.ecs, situation.live.definition.family, images);
    const [only, ...others] = Object.keys(images);
    const container = others.length === 0 ? only : inputs.container;
    return toTarget(plan, { situation, images, ...(container === undefined ? {} : { container }) });
}
async function fileTarget(inputs, path, { situation, ports }) {
    const wanted = parseDefinition(path, await ports.readText(path));
    const newest = await ports.ecs.describeDefinition(wanted.family);
    const images = Object.fromEntries(wanted.containerDefinitions.map(({ name, image }) => [name, image]));
    if (newest === undefined)
        return { definition: wanted, isOwn: true, ...target_containerOf(inputs, wanted) };
    return toTarget(compareRevision(newest, wanted), { situation, images, ...target_containerOf(inputs, wanted) });
}
function parseDefinition(path, text) {
    const value = parseJson(text);
    const containers = value?.containerDefinitions;
    if (typeof value?.family === 'string' && Array.isArray(containers) && containers.length > 0)
        return value;
    throw new errors/* UserError */.y(`'${path}' is no task definition: it needs 'family' and 'containerDefinitions'. Write what 'aws ecs describe-task-definition' shows under 'taskDefinition'.`);
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A new revision; or the family's newest, which a rollout has made when it runs an image that the service does not. */
function toTarget({ newest, wanted, isNew }, about) {
    const { situation, images, container } = about;
    const named = container === undefined ? {} : { container };
    if (isNew)
        return { definition: wanted, isOwn: true, ...named };
    const running = Object.fromEntries(situation.live.definition.containerDefinitions.map(({ name, image }) => [name, image]));
    const isOther = Object.entries(images).some(([name, image]) => running[name] !== image);
    const isOwn = isOther && isNewer(newest.arn, situation.live.arn) && !hasSucceeded(newest.arn, situation);
    return { revision: newest, definition: newest.definition, isOwn, ...named };
}
/**
 * The same images as they were defined last: what Terraform has registered since goes along, as with an image. A revision
 * that was deployed before, and is not what runs, failed or was gone back from.
 */
async function newestAlike({ live, history = [] }, { ecs }) {
    const newest = await ecs.describeDefinition(live.definition.family);
    if (newest === undefined || !isNewer(newest.arn, live.arn))
        return live;
    const wasDeployed = history.some(({ taskDefinition }) => taskDefinition === newest.arn);
    return !wasDeployed && (0,task_definition/* hasSameImages */.$o)(newest.definition, live.definition) ? newest : live;
}
const hasSucceeded = (arn, { history = [] }) => successes(history).includes(arn);
const existing = (inputs, revision) => ({
    revision,
    definition: revision.definition,
    isOwn: false,
    ...target_containerOf(inputs, revision.definition)
});
/** Only the parameter needs to know which container is meant. */
const target_containerOf = (inputs, definition) => inputs.imageParameter === undefined ? {} : { container: (0,task_definition/* chooseContainer */.d7)(definition, inputs.container).name };
async function activeRevision({ ecs }, name) {
    const found = await ecs.describeDefinition(name);
    if (found?.isActive === true)
        return found;
    throw new errors/* UserError */.y(`Task definition '${name}' ${found === undefined ? 'does not exist' : 'was deregistered, so nothing can be started from it'}. Name an active revision, or deploy its image.`);
}
async function rollbackTarget(inputs, to, { situation, ports }) {
    if (to !== src_inputs/* LAST_SUCCESSFUL */.I) {
        const name = /^\d+$/.test(to) ? `${situation.live.definition.family}:${to}` : to;
        return { target: existing(inputs, await activeRevision(ports, name)), isRolledBack: false };
    }
    const { live, history } = situation;
    if (history === undefined) {
        throw new errors/* UserError */.y("Which revision was deployed last with success is not known without ecs:ListServiceDeployments and ecs:DescribeServiceRevisions on the service. Allow them, or name the revision in 'rollback-to'.");
    }
    if (await isUnderWay({ live, history }, ports))
        return { target: existing(inputs, live), isRolledBack: true };
    const last = (await candidate(live, history, ports)) ?? (await olderCandidate(inputs, live, ports));
    if (last !== undefined)
        return { target: existing(inputs, last), isRolledBack: false };
    throw new errors/* UserError */.y(`Service '${inputs.service}' has no other revision that was deployed with success and is still active: there is nothing to go back to. Deploy an image that is good.`);
}
/**
 * Whether the newest deployment goes back already: to a revision older than one that succeeded. What was left is
 * deregistered at the end, where its images are others: while that is active, or the deployment in flight, the rollback
 * is not over.
 */
async function isUnderWay({ live, history }, ports) {
    const [newest] = history;
    if (newest === undefined)
        return false;
    // ECS itself goes back from it, to what the service is set to by now.
    if (newest.taskDefinition !== live.arn)
        return newest.status === 'ROLLBACK_IN_PROGRESS';
    const left = successes(history).filter((arn) => isNewer(arn, live.arn));
    if (isOngoing(newest))
        return left.length > 0;
    const active = await activeOnes(ports, left.slice(0, AT_ONCE));
    return active.some((one) => !(0,task_definition/* hasSameImages */.$o)(one.definition, live.definition));
}
/** What succeeded last of all that is neither running nor was gone back from, and can still be deployed. */
async function candidate(live, history, ports) {
    const others = successes(history).filter((arn) => arn !== live.arn && !wasLeft(arn, history));
    for (let at = 0; at < others.length; at += AT_ONCE) {
        const [last] = await activeOnes(ports, others.slice(at, at + AT_ONCE));
        if (last !== undefined)
            return last;
    }
    return undefined;
}
/** The first page of the history may be full of restarts, or of revisions that are gone. */
async function olderCandidate(inputs, live, ports) {
    const whole = await readHistory(ports, inputs, target_MOST_PAGES);
    return whole === undefined ? undefined : candidate(live, whole, ports);
}
/** Those of these revisions that can still be deployed. */
async function activeOnes({ ecs }, arns) {
    const found = await Promise.all(arns.map((arn) => ecs.describeDefinition(arn)));
    return found.filter((one) => one?.isActive === true);
}
/** So many revisions are described at once, and so many pages of the history are read. */
const AT_ONCE = 5;
const target_MOST_PAGES = 10;

;// CONCATENATED MODULE: ./actions/rollout/src/observe.js





/** Reads all that the plan is made from; writes nothing. */
async function observe(inputs, ports) {
    const service = await findService(inputs, ports);
    const [live, history, parameter, oldestTask] = await Promise.all([
        ports.ecs.describeDefinition(service.taskDefinition),
        readHistory(ports, inputs),
        readParameter(inputs, ports),
        inputs.change.kind === 'restart' ? findOldestTask(inputs, ports) : undefined
    ]);
    if (live === undefined)
        throw new errors/* UserError */.y(`Service '${inputs.service}' has no task definition.`);
    const situation = { live, ...(history === undefined ? {} : { history }) };
    const { target, isRolledBack } = await chooseTarget(inputs, situation, ports);
    const faults = inputs.change.kind === 'scale' && inputs.desiredCount === 0
        ? []
        : await findFaults(target.definition, ports);
    return {
        service,
        ...situation,
        target,
        faults,
        isRolledBack,
        ...(oldestTask === undefined ? {} : { oldestTask }),
        ...(parameter === undefined ? {} : { parameter })
    };
}
async function findService(inputs, { ecs }) {
    const service = await requireService(inputs, ecs);
    if (service.controller === 'ECS')
        return service;
    throw new errors/* UserError */.y(`Service '${inputs.service}' is deployed by ${service.controller}, not by ECS itself. Deploy it there, or set its deployment controller to ECS.`);
}
/** Those that are on their way out do not count. */
async function findOldestTask(place, { ecs }) {
    const arns = await ecs.listTasks({ ...place, desiredStatus: 'RUNNING' });
    const tasks = await ecs.describeTasks(place.cluster, arns);
    const wanted = tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING');
    return wanted.length === 0 ? undefined : Math.min(...wanted.map(({ createdAt }) => createdAt));
}
async function readParameter({ imageParameter: name, change }, { parameters }) {
    if (name === undefined || change.kind === 'scale')
        return undefined;
    const value = await parameters.readParameter(name);
    if (value !== undefined)
        return value;
    throw new errors/* UserError */.y(`Parameter '${name}' does not exist. Apply the stack that makes it, or correct 'image-parameter'.`);
}

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

;// CONCATENATED MODULE: ./actions/rollout/src/definition-diff.js


/** What differs between two task definitions, by path (`api.image`, `api.environment.LOG_LEVEL`, `cpu`). */
function compareDefinitions(before, after) {
    const [old, new_] = [leaves((0,task_definition/* normalise */.j7)(before), ''), leaves((0,task_definition/* normalise */.j7)(after), '')];
    const paths = [...new Set([...Object.keys(old), ...Object.keys(new_)])].toSorted();
    return paths
        .filter((path) => old[path] !== new_[path])
        .map((path) => ({ path, before: shown(path, old[path]), after: shown(path, new_[path]) }));
}
function leaves(value, path) {
    if (Array.isArray(value))
        return Object.assign({}, ...value.map((one, at) => leaves(one, join(path, definition_diff_keyOf(one, at)))));
    if (typeof value !== 'object' || value === null)
        return { [path]: String(value) };
    const { name, value: text, valueFrom } = value;
    // A variable or a secret reference is one thing under its name.
    if (typeof name === 'string' && (typeof text === 'string' || typeof valueFrom === 'string'))
        return { [path]: String(text ?? valueFrom) };
    return Object.assign({}, ...Object.entries(value).map(([key, inner]) => leaves(inner, join(path, named(key)))));
}
const named = (key) => (key === 'containerDefinitions' ? '' : key);
const join = (path, key) => [path, key].filter((part) => part !== '').join('.');
function definition_diff_keyOf(one, at) {
    const { name, key } = (typeof one === 'object' && one !== null ? one : {});
    return name ?? key ?? String(at);
}
/** Values of the environment are shown only where neither their name nor they themselves look like a secret. */
function shown(path, value) {
    if (value === undefined)
        return '';
    const name = path.slice(path.lastIndexOf('.') + 1);
    const isHidden = path.includes('.environment.') && isSecretName(name) && !isReferenceName(name) && !isHarmlessValue(value);
    return isHidden ? '(hidden)' : value;
}

;// CONCATENATED MODULE: ./actions/rollout/src/summary.js






const ICONS = {
    success: '✅',
    kept: '✅',
    'scaled-to-zero': '💤',
    'rolled-back': '↩️',
    failed: '❌',
    superseded: '⏭️',
    stopped: '⛔',
    timeout: '⏱️',
    cancelled: '⏹️',
    lost: '❓'
};
/** The job summary of a rollout: what came of it, the evidence, and where the time went. */
function renderRollout(inputs, rollout, sentence) {
    const { outcome } = rollout;
    const isGood = /^(?:success|kept)$/.test(outcome.kind) || (outcome.kind === 'scaled-to-zero' && outcome.asked);
    return paragraphs([
        `## ${ICONS[outcome.kind]} ${title(inputs)}`,
        outcome.kind === 'scaled-to-zero' && !isGood ? callout('WARNING', sentence) : verdict(isGood, sentence),
        ...rollout.problems.map((problem) => callout('CAUTION', problem)),
        rollout.notes.map((note) => `- ${(0,markdown/* escapeInline */.VV)(note)}`).join('\n'),
        renderDeaths(rollout),
        ...rollout.tails.map(renderTail),
        renderEvents(rollout, isGood),
        renderSlices(rollout),
        consoleLink(inputs, rollout.taskDefinition)
    ]);
}
/** Where a person goes on looking; other partitions have consoles of their own. */
function consoleLink({ cluster, service }, arn) {
    const [, partition, , region = ''] = arn.split(':');
    if (partition !== 'aws' || !/^[a-z0-9-]+$/.test(region))
        return '';
    const path = `clusters/${(0,names/* nameOf */.Vb)(cluster)}/services/${(0,names/* nameOf */.Vb)(service)}/deployments`;
    return `[Its deployments in the console](https://${region}.console.aws.amazon.com/ecs/v2/${path}?region=${region})`;
}
const title = ({ service, cluster }) => `${(0,markdown/* codeSpan */.SS)(service)} on ${(0,markdown/* codeSpan */.SS)(cluster)}`;
const MOST_DEATHS = 10;
function renderDeaths({ deaths }) {
    if (deaths.length === 0)
        return '';
    const rows = deaths.map(({ task, words, diagnosis }) => [
        (0,markdown/* codeSpan */.SS)(task.id),
        (0,markdown/* escapeInline */.VV)(hideShapes(words)),
        diagnosis === undefined ? '' : (0,markdown/* escapeInline */.VV)(`${diagnosis.cause} ${diagnosis.fix}`)
    ]);
    return `### Failed tasks\n\n${table(['Task', 'What ECS says', 'What it means'], rows, MOST_DEATHS)}`;
}
const renderTail = ({ title: of, lines, note }) => lines.length === 0
    ? `Log of ${(0,markdown/* escapeInline */.VV)(of)}: ${(0,markdown/* escapeInline */.VV)(note ?? '')}`
    : (0,markdown/* details */.zH)(`Last ${lines.length} lines of ${(0,markdown/* escapeHtml */.ZD)(of)}`, (0,markdown/* fence */.EU)(lines.join('\n')), true);
const MOST_EVENTS = 20;
function renderEvents({ events }, isGood) {
    if (events.length === 0)
        return '';
    const lines = events.slice(-MOST_EVENTS).join('\n');
    return (0,markdown/* details */.zH)(`Events of the service (${events.length})`, (0,markdown/* fence */.EU)(lines), !isGood);
}
function renderSlices({ slices, elapsedMs }) {
    if (slices.length === 0)
        return '';
    const rows = slices.map(({ what, ms, advice = '' }) => [what, renderElapsed(ms), advice]);
    return `### Where ${renderElapsed(elapsedMs)} went\n\n${table(['Part', 'Time', 'What shortens it'], rows)}`;
}
/** The job summary of a dry run: what would be done, and what differs. */
function renderPlanned(inputs, observed, { plan, steps }) {
    return paragraphs([
        `## 📋 ${title(inputs)}`,
        'Dry run: nothing was changed. A rollout would do this:',
        numbered(steps),
        ...observed.faults.map((fault) => callout('WARNING', fault)),
        renderChanges(observed, plan)
    ]);
}
function renderChanges({ live, target }, { register, target: name }) {
    const rows = compareDefinitions(live.definition, target.definition).map(({ path, before, after }) => [
        (0,markdown/* codeSpan */.SS)(path),
        before === '' ? '' : (0,markdown/* codeSpan */.SS)(before),
        after === '' ? '' : (0,markdown/* codeSpan */.SS)(after)
    ]);
    const after = register === undefined ? name : 'the new revision';
    return table(['Field', (0,markdown/* escapeInline */.VV)(live.revision), (0,markdown/* escapeInline */.VV)(after)], rows);
}

;// CONCATENATED MODULE: ./actions/rollout/src/report.js




/** Outcomes after which the step is red. */
const RED = new Set([
    'rolled-back',
    'failed',
    'superseded',
    'stopped',
    'timeout',
    'cancelled',
    'lost'
]);
/** Outputs, summary and, where it is red, the sentence. */
function toReport(inputs, rollout) {
    const { outcome, problems } = rollout;
    const sentence = describeOutcome(inputs, rollout);
    const isRed = RED.has(outcome.kind) || problems.length > 0;
    return {
        outputs: outputsOf(inputs, rollout, sentence),
        summary: renderRollout(inputs, rollout, sentence),
        ...(isRed ? { failure: [sentence, ...problems].join(' ') } : {})
    };
}
function outputsOf(inputs, rollout, sentence) {
    const { outcome, revision, taskDefinition, deployment = '' } = rollout;
    const previous = (0,names/* nameOf */.Vb)(rollout.previous);
    return {
        outcome: outcome.kind,
        revision,
        'previous-revision': previous,
        'task-definition-arn': taskDefinition,
        'deployment-arn': deployment,
        result: JSON.stringify({
            outcome: outcome.kind,
            sentence,
            cluster: inputs.cluster,
            service: inputs.service,
            revision,
            previousRevision: previous,
            taskDefinitionArn: taskDefinition,
            deploymentArn: deployment,
            registered: rollout.registered,
            changed: changes(outcome),
            isOfThisRun: rollout.isOfThisRun,
            elapsedMs: rollout.elapsedMs,
            slices: rollout.slices,
            failedTasks: rollout.deaths.map(({ task, words, diagnosis }) => ({ id: task.id, words, ...diagnosis })),
            notes: rollout.notes,
            problems: rollout.problems
        })
    };
}
const changes = (outcome) => outcome.kind === 'success' ? outcome.changed : outcome.kind !== 'kept';
/** The outcome in a sentence or two, with what to do next. */
function describeOutcome(inputs, rollout) {
    const { outcome, revision } = rollout;
    const what = `Service '${inputs.service}' on cluster '${inputs.cluster}'`;
    if (isState(outcome))
        return `${what} ${describeState(outcome, revision, inputs)}`;
    switch (outcome.kind) {
        case 'rolled-back':
            return `${what} was rolled back from ${revision} to ${(0,names/* nameOf */.Vb)(rollout.previous)}. ${why(outcome.reason, rollout)}`;
        case 'cancelled':
            return `${outcome.reason} See: ${command(inputs, rollout)}`;
        case 'lost':
            return `${what} is not known to run ${revision}: ECS could not be asked any longer about its deployment, which goes on. ${outcome.reason.replace(/\.$/, '')}. Run this again to follow it, or see: ${command(inputs, rollout)}`;
        case 'timeout':
            return `${what} does not run ${revision} yet. ${outcome.reason} The deployment goes on; see: ${command(inputs, rollout)}`;
        case 'failed':
        case 'stopped':
        case 'superseded':
            return `${what} does not run ${revision}${describeEnd(outcome, inputs, rollout)}`;
    }
}
/** Whether the service is as it should be, which is told by what it is. */
const isState = (outcome) => outcome.kind === 'success' || outcome.kind === 'kept' || outcome.kind === 'scaled-to-zero';
function describeState(outcome, revision, { change }) {
    if (outcome.kind === 'kept')
        return `is left alone: it runs ${revision}, which was deployed with success, and only a first deployment was asked for.`;
    if (outcome.kind === 'success')
        return `runs ${revision}${outcome.changed ? '.' : ` already: ${describeCalm(change)}.`}`;
    const rest = outcome.asked ? '.' : ' and nothing is proven. Set desired-count to start it.';
    return `is set to ${revision} and to no tasks, so nothing runs${rest}`;
}
const describeCalm = (change) => change.kind === 'restart'
    ? `no task is older than ${new Date(change.since).toISOString()}, so nothing was restarted`
    : 'nothing was changed';
function describeEnd(outcome, inputs, rollout) {
    switch (outcome.kind) {
        case 'failed':
            return `, and nothing was rolled back. ${why(outcome.reason, rollout)} Deploy an image that is good, or see: ${command(inputs, rollout)}`;
        case 'stopped':
            return `: its deployment was stopped. ${why(outcome.reason, rollout)} See: ${command(inputs, rollout)}`;
        case 'superseded':
            return `: another deployment took its place, ${outcome.by.arn} of ${(0,names/* nameOf */.Vb)(outcome.by.taskDefinition) || 'a revision that ECS has forgotten'}. Follow that one, or run this again when it is over.`;
    }
}
function why(reason, { deaths }) {
    const [first] = deaths;
    const said = reason === '' ? 'ECS gives no reason.' : `${reason.replace(/\.$/, '')}.`;
    if (first === undefined || said.includes(first.words))
        return said;
    const diagnosis = first.diagnosis === undefined ? '' : ` ${first.diagnosis.cause} ${first.diagnosis.fix}`;
    return `${said} ${deaths.length === 1 ? '1 task' : `${deaths.length} tasks`} failed, the first with: ${first.words.replace(/\.$/, '')}.${diagnosis}`;
}
const command = ({ cluster, service }, { deployment }) => deployment === undefined
    ? `aws ecs describe-services --cluster ${cluster} --services ${service}`
    : `aws ecs describe-service-deployments --service-deployment-arns ${deployment}`;
/** What a dry run leaves behind. */
function toDryReport(inputs, observed, plan) {
    const steps = describePlan(inputs, observed, plan);
    const { target, history = [] } = observed;
    const [newest] = history;
    return {
        outputs: {
            outcome: 'planned',
            revision: plan.register === undefined ? plan.target : '',
            'previous-revision': (0,names/* nameOf */.Vb)(previousOf(observed, target.revision?.arn ?? '')),
            'task-definition-arn': target.revision?.arn ?? '',
            'deployment-arn': newest !== undefined && isOngoing(newest) ? newest.arn : '',
            result: JSON.stringify({ outcome: 'planned', cluster: inputs.cluster, service: inputs.service, steps })
        },
        summary: renderPlanned(inputs, observed, { plan, steps })
    };
}

;// CONCATENATED MODULE: ./actions/rollout/src/roll-out.js






/** The whole rollout: looks, plans and, unless it is a dry run, acts. */
async function rollOut(given, ports) {
    const began = ports.clock.now();
    const observed = await observe(given, ports).catch((error) => {
        ports.signal.throwIfAborted();
        throw error;
    });
    if (isKept(given, observed))
        return toReport(given, keptRollout(observed, ports.clock.now() - began));
    const inputs = withInitialCount(given, observed);
    const plan = planRollout(inputs, observed);
    for (const step of describePlan(inputs, observed, plan))
        ports.log.info(step);
    if (inputs.dryRun)
        return toDryReport(inputs, observed, plan);
    for (const fault of observed.faults)
        ports.log.warning(fault);
    const rollout = await act({ inputs, observed, plan, began }, ports);
    const { outcome } = rollout;
    const report = toReport(inputs, rollout);
    if (outcome.kind === 'scaled-to-zero' && !outcome.asked)
        ports.log.warning(`Service '${inputs.service}' has no tasks: what was deployed does not run.`);
    return report;
}
/** A service that has tasks keeps its number of them. */
function withInitialCount(inputs, { service }) {
    const { initialCount: desiredCount } = inputs;
    return desiredCount === undefined || service.desired > 0 ? inputs : { ...inputs, desiredCount };
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
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   sP: () => (/* binding */ REVISION)
/* harmony export */ });
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
const REVISION = `(?:${ECS_ARN}:task-definition/)?${NAME}:[1-9]\\d{0,8}`;
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
/* harmony export */   $o: () => (/* binding */ hasSameImages),
/* harmony export */   Bs: () => (/* binding */ toRegister),
/* harmony export */   P7: () => (/* binding */ revisionNumber),
/* harmony export */   d7: () => (/* binding */ chooseContainer),
/* harmony export */   j7: () => (/* binding */ normalise),
/* harmony export */   nS: () => (/* binding */ withImages),
/* harmony export */   uD: () => (/* binding */ sameDefinition)
/* harmony export */ });
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
/* harmony export */   RY: () => (/* binding */ pathWithin),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   jO: () => (/* binding */ entries),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   oe: () => (/* binding */ durationWithin),
/* harmony export */   wC: () => (/* binding */ matching),
/* harmony export */   xj: () => (/* binding */ requiredMatching)
/* harmony export */ });
/* unused harmony exports required, list, duration */
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
    const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(value.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
    if (!node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(path) && path !== '..' && !path.startsWith('../'))
        return path;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`Input '${name}' is '${path}', which is outside the repository. Name a path relative to its root.`);
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
/******/ var __webpack_exports__ = __nccwpck_require__(4063);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
