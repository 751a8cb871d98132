import Type, { type Static } from 'typebox'
import { roles } from '../../kernel/actor.ts'
import { DivisionCode } from '../divisions/index.ts'
import { passwordLength, usernamePattern } from './identity.ts'

const strict = { additionalProperties: false }
/** A mobile number of mainland China, as fields of a form hold it too. */
export const phonePattern = '1[3-9][0-9]{9}'
export const Phone = Type.String({ pattern: `^${phonePattern}$` })
export const SixDigits = Type.String({ pattern: '^[0-9]{6}$' })
export const Id = Type.String({ format: 'uuid' })
const Instant = Type.String({ format: 'date-time' })

export const AskCode = Type.Object({ phone: Phone }, strict)
export const PhoneSignIn = Type.Object({ phone: Phone, code: SixDigits }, strict)
export const OfficerSignIn = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 60 }), password: Type.String({ minLength: 1, maxLength: 128 }) },
  strict,
)
export const TotpCode = Type.Object({ code: SixDigits }, strict)
export const BackupCode = Type.Object({ code: Type.String({ minLength: 6, maxLength: 40 }) }, strict)
export const Enrol = Type.Object({ password: Type.String({ minLength: 1, maxLength: 128 }) }, strict)
export const Enrolled = Type.Object({ uri: Type.String(), backupCodes: Type.Array(Type.String()) })
export const Next = Type.Object({ next: Type.Enum(['done', 'totp', 'enrol']) })

export const DutyScope = {
  divisionCode: Type.Optional(DivisionCode),
  merchantId: Type.Optional(Id),
  storeId: Type.Optional(Id),
}
export const Role = Type.Enum(roles)
export const GiveDuty = Type.Object({ accountId: Id, role: Role, ...DutyScope, toAt: Type.Optional(Instant) }, strict)
export const GivenDuty = Type.Object({ dutyId: Id })
export const DutyRow = Type.Object({
  id: Id,
  accountId: Id,
  name: Type.String(),
  role: Role,
  ...DutyScope,
  fromAt: Instant,
  toAt: Type.Optional(Instant),
})
export const DutyPage = Type.Object({ items: Type.Array(DutyRow), next: Type.Optional(Type.String()) })

const invitee = {
  phone: Type.Optional(Phone),
  username: Type.Optional(Type.String({ pattern: usernamePattern })),
}
export const Invite = Type.Object({ ...invitee, role: Role, ...DutyScope }, strict)
export const HandOver = Type.Object({ toAccountId: Type.Optional(Id), ...invitee }, strict)
export const Invited = Type.Object({ invitationId: Id, token: Type.String(), path: Type.String(), expiresAt: Instant })
export const HandedOver = Type.Object({ moved: Type.Integer(), invitation: Type.Optional(Invited) })
export const InvitationToken = Type.Object({ token: Type.String({ minLength: 20, maxLength: 64 }) })
export const InvitationPage = Type.Object({
  resets: Type.Boolean({ description: 'An account that is there already chooses a new password and second factor' }),
  by: Type.Enum(['phone', 'username']),
  acceptAt: Type.String({ description: 'The page to accept it on: people sign in by phone on the market only' }),
  username: Type.Optional(Type.String()),
  role: Type.Optional(Role),
  ...DutyScope,
  expiresAt: Instant,
})
export const AcceptInvitation = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    password: Type.Optional(Type.String(passwordLength)),
  },
  strict,
)
export type AcceptInvitation = Static<typeof AcceptInvitation>
export const Accepted = Type.Object({ accountId: Id, next: Type.Enum(['done', 'totp', 'enrol']) })

export const Me = Type.Object({
  account: Type.Optional(
    Type.Object({
      id: Id,
      name: Type.String(),
      username: Type.Optional(Type.String()),
      phone: Type.Optional(Type.String({ description: 'Masked: 138****1234' })),
      mustEnrol: Type.Boolean({ description: 'Duties of government sleep until the second factor is set up' }),
      isSample: Type.Boolean(),
    }),
  ),
  duties: Type.Array(
    Type.Object({
      role: Role,
      ...DutyScope,
      divisionName: Type.Optional(Type.String()),
      divisionNameEn: Type.Optional(Type.String()),
    }),
  ),
  language: Type.Enum(['zh', 'en']),
})

export const consentKinds = ['privacyPolicy', 'orderNotices', 'marketing', 'publicStory'] as const
export const ConsentKind = Type.Enum(consentKinds)
export const GiveConsent = Type.Object({ kind: ConsentKind }, strict)
export const Consent = Type.Object({ kind: Type.String(), givenAt: Instant, withdrawnAt: Type.Optional(Instant) })
export const Consents = Type.Array(Consent)
export const MyData = Type.Object({
  account: Type.Object({
    id: Id,
    name: Type.String(),
    username: Type.Optional(Type.String()),
    phone: Type.Optional(Type.String()),
    createdAt: Instant,
  }),
  duties: Type.Array(Type.Object({ role: Role, ...DutyScope, fromAt: Instant, toAt: Type.Optional(Instant) })),
  consents: Consents,
  sessions: Type.Array(Type.Object({ createdAt: Instant, expiresAt: Instant })),
})

export const AuditRow = Type.Object({
  id: Id,
  at: Instant,
  accountId: Type.Optional(Id),
  did: Type.String(),
  subject: Type.String(),
  divisionCode: Type.Optional(DivisionCode),
  detail: Type.Record(Type.String(), Type.Unknown()),
})
export const AuditPage = Type.Object({ items: Type.Array(AuditRow), next: Type.Optional(Type.String()) })
