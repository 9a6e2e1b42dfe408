import { expect, test } from '@jest/globals'
import { ecrRepository, parseImage, requireImage, resolveImage } from '../../../lib/ecs/image.ts'

const DIGEST = `sha256:${'c'.repeat(64)}`
const ECR = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/caliber/api'
const denied = new Error('denied')
const ask = (answer: string | undefined | Error) => ({
  digestOf: async () => {
    if (answer instanceof Error) throw answer
    return answer
  },
  isDenied: (error: unknown) => error === denied
})

test.each([
  ['nginx', { repository: 'nginx' }],
  ['ghcr.io/acme/api:v1.2', { repository: 'ghcr.io/acme/api', tag: 'v1.2' }],
  [`${ECR}:v1@${DIGEST}`, { repository: ECR, tag: 'v1', digest: DIGEST }],
  ['localhost:5000/api', { repository: 'localhost:5000/api' }]
])('%s is an image', (text, image) => {
  expect(parseImage(text)).toEqual(image)
})

test.each(['', 'a b', 'https://x/y', 'app@sha256:1', 'app:', '-x'])("'%s' is none", (text) => {
  expect(() => requireImage(text, 'image')).toThrow(`Input 'image' has '${text}', which is no image`)
})

test('a repository of ECR has an account and a region', () => {
  expect(ecrRepository({ repository: ECR })).toEqual({
    account: '123456789012',
    region: 'eu-central-1',
    name: 'caliber/api'
  })
  expect(ecrRepository({ repository: 'ghcr.io/acme/api' })).toBeUndefined()
})

test('a tag in ECR becomes its digest; elsewhere, and where nobody may ask, it stays', async () => {
  const tagged = { repository: ECR, tag: 'v1' }
  expect(await resolveImage(tagged, ask(DIGEST))).toEqual({ image: `${ECR}@${DIGEST}` })
  expect(await resolveImage({ ...tagged, digest: DIGEST }, ask(new Error('not asked')))).toEqual({
    image: `${ECR}@${DIGEST}`
  })
  expect(await resolveImage({ repository: 'nginx', tag: '1' }, ask(DIGEST))).toEqual({ image: 'nginx:1' })
  expect(await resolveImage(tagged, ask(denied))).toEqual({
    image: `${ECR}:v1`,
    note: expect.stringContaining('ecr:DescribeImages on repository/caliber/api')
  })
  await expect(resolveImage(tagged, ask(undefined))).rejects.toThrow("has no image with the tag 'v1'")
  await expect(resolveImage(tagged, ask(new Error('network')))).rejects.toThrow('network')
})
