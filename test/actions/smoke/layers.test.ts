import { expect, test } from '@jest/globals'
import { casesOf, expectBroken, type Row } from './broken.ts'
import { answer, fault, found, NOW, run, shown } from './world.ts'

test('what is well passes at every address, with one address asked three times in a row', async () => {
  const { report, asked, result } = await run({
    system: found('192.0.2.1', '192.0.2.2'),
    inputs: { 'isolation-hosts': 'other.acme.net' }
  })
  expect(report.failure).toBeUndefined()
  expect(report.outputs).toMatchObject({ passed: 'true', 'failed-layer': '' })
  expect(result).toMatchObject({ outcome: 'passed', rollback: false, failures: [] })
  const sent = asked
    .filter(({ address }) => address === '192.0.2.2')
    .map(({ secure, port, path, hostHeader }) => [secure, port, path, hostHeader])
  expect(sent).toEqual([
    [false, 80, '/', undefined],
    [true, 443, '/healthz', undefined],
    [true, 443, '/healthz', undefined],
    [true, 443, '/healthz', undefined],
    [true, 443, '/healthz', 'other.acme.net'],
    [true, 443, '/healthz', 'nobody-abc123.invalid']
  ])
})

const BROKEN: readonly Row[] = [
  ['dns', 'the name does not exist (NXDOMAIN)', false, { system: fault('ENOTFOUND') }],
  [
    'dns',
    'The servers of its zone know it, so somebody on the way remembers',
    false,
    { system: fault('ENOTFOUND'), authorities: [found('192.0.2.1')] }
  ],
  [
    'dns',
    'So say the servers of its zone: the record is missing',
    false,
    { system: fault('ENODATA'), authorities: [fault('ENOTFOUND')] }
  ],
  [
    'dns',
    'The servers of its zone say that it is another name for lb.acme.net: look that one up.',
    false,
    { system: fault('ENOTFOUND'), authorities: [{ kind: 'alias', name: 'lb.acme.net' }] }
  ],
  [
    'dns',
    'it is another name for lb.acme.net, which the server that was asked does not look up',
    false,
    { inputs: { resolver: '192.0.2.53' }, resolved: { kind: 'alias', name: 'lb.acme.net' } }
  ],
  ['tcp', 'nothing listens there', false, { connect: () => fault('ECONNREFUSED') }],
  [
    'tcp',
    'IPv6 addresses only, and this machine has no IPv6',
    false,
    { system: found('2001:db8::1'), connect: () => fault('ENETUNREACH') }
  ],
  [
    'tls',
    'The certificate is for other.acme.net, not for api.acme.net',
    false,
    { handshake: () => shown({ isNamed: false, names: ['other.acme.net'] }) }
  ],
  [
    'tls',
    'its authority is not trusted here',
    false,
    { handshake: () => shown({ mistrust: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }) }
  ],
  [
    'tls',
    'The certificate ends in 3 days',
    false,
    { handshake: () => shown({ validTo: NOW + 3.5 * 86_400_000 }) }
  ],
  [
    'tls',
    'The certificate has ended on 2025-12-31',
    false,
    { handshake: () => shown({ validTo: NOW - 1000 }) }
  ],
  ['tls', 'older than TLS 1.2', false, { handshake: () => shown({ protocol: 'TLSv1.1' }) }],
  [
    'tls',
    'What listens there speaks no TLS',
    false,
    { handshake: () => fault('ERR_SSL_WRONG_VERSION_NUMBER') }
  ],
  [
    'redirect',
    'can be read on the way',
    false,
    { answer: ({ secure }) => (secure ? undefined : answer(200)) }
  ],
  [
    'redirect',
    'browsers do not remember',
    false,
    {
      answer: ({ secure }) =>
        secure ? undefined : answer(302, { headers: { location: 'https://api.acme.net/' } })
    }
  ],
  [
    'redirect',
    'leads to another host, acme.net',
    false,
    {
      answer: ({ secure }) =>
        secure ? undefined : answer(301, { headers: { location: 'https://acme.net/' } })
    }
  ],
  ...(
    [
      [502, 'it crashed, closed the connection'],
      [503, 'no healthy target'],
      [504, 'did not answer within the idle timeout']
    ] as const
  ).map(
    ([status, words]) =>
      [
        'http',
        words,
        true,
        {
          answer: ({ secure }: { secure: boolean }) =>
            secure ? answer(status, { body: `<html><head><title>${status} …` }) : undefined
        }
      ] as const
  ),
  [
    'http',
    'no rule forwards this host',
    false,
    { answer: ({ secure }) => (secure ? answer(404, { body: 'Not found' }) : undefined) }
  ],
  [
    'http',
    'closed without an answer',
    true,
    { answer: ({ secure }) => (secure ? fault('ECONNRESET') : undefined) }
  ],
  [
    'http',
    'must trust X-Forwarded-Proto',
    true,
    {
      answer: ({ secure }) =>
        secure ? answer(301, { headers: { location: 'https://api.acme.net/healthz' } }) : undefined
    }
  ]
]

test.each(casesOf(BROKEN))('$layer: $words', async (one) => {
  await expectBroken(one)
})
