/** A plan of `count` changes as a provider with many attributes makes them, a third each created, updated and replaced. */
export function largePlan(count: number): string {
  const changes = Array.from({ length: count }, (_, index) => makeChange(index))
  return JSON.stringify({ format_version: '1.2', terraform_version: '1.13.1', resource_changes: changes })
}

function makeChange(index: number): object {
  const actions = [['create'], ['update'], ['delete', 'create']][index % 3]
  const values = (version: number): object => ({
    ...Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [`attribute_${at}`, `value ${at} of ${index}`])
    ),
    image: `example/app:${version}`,
    tags: { Name: `thing-${index}`, Environment: 'staging', Version: String(version) },
    policy: JSON.stringify({
      Statement: [
        { Sid: 'Read', Action: ['s3:GetObject'], Resource: `arn:aws:s3:::bucket-${index}/${version}` }
      ]
    }),
    password: `secret-${index}-${version}-0123456789`
  })
  const created = index % 3 === 0
  return {
    address: `module.m.aws_thing.this[${index}]`,
    mode: 'managed',
    type: 'aws_thing',
    name: 'this',
    change: {
      actions,
      before: created ? null : values(1),
      after: values(2),
      after_unknown: { id: true, arn: true },
      before_sensitive: created ? false : { password: true },
      after_sensitive: { password: true },
      ...(index % 3 === 2 ? { replace_paths: [['image']] } : {})
    }
  }
}
