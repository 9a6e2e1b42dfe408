/** How a task ended, as far as ECS says. */
export type TaskEnd = Readonly<{
  stopCode: string
  stoppedReason: string
  /** Of the container in question. */
  containerReason?: string
  exitCode?: number
}>

/** Why a task ended and what to do about it, each one sentence. */
export type Diagnosis = Readonly<{ cause: string; fix: string }>

type Rule = Readonly<{
  text?: RegExp
  exit?: number
  /** AWS took a host, Spot capacity or room away, as it can from any task. */
  isOfAws?: true
}> &
  Diagnosis

/** The first that matches is told: the more particular stand first. */
const CAUSES: readonly Rule[] = [
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
]

/** The most particular known cause of a task's end; undefined when none is known. */
export function diagnose(end: TaskEnd): Diagnosis | undefined {
  const found = ruleOf(end)
  return found === undefined ? undefined : { cause: found.cause, fix: found.fix }
}

/** Whether AWS ended the task for a reason of its own, which says nothing of what ran in it. */
export const isOfAws = (end: TaskEnd): boolean => ruleOf(end)?.isOfAws === true

function ruleOf({ stopCode, stoppedReason, containerReason = '', exitCode }: TaskEnd): Rule | undefined {
  const text = [stopCode, stoppedReason, containerReason].join('\n')
  return CAUSES.find(
    (rule) => (rule.text?.test(text) ?? false) || (rule.exit !== undefined && rule.exit === exitCode)
  )
}
