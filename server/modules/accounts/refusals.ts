import { refusal } from '../../kernel/errors.ts'

/** One answer for an unknown name and a wrong password, so that nobody can find out who has an account. */
export const wrongPassword = refusal('accounts.wrong_password', 401, 'The name or the password is not right')
/** One answer for no code, a wrong one, a used one and an expired one. */
export const wrongCode = refusal('accounts.wrong_code', 401, 'This code is not right or has expired')
export const signInAgain = refusal('accounts.sign_in_again', 401, 'This sign-in took too long; please start again')
export const alreadyEnrolled = refusal('accounts.already_enrolled', 409, 'The second factor is already set up')
export const weakPassword = refusal('accounts.weak_password', 422, 'The password needs 10 to 128 characters')
export const smsNotSetUp = refusal('accounts.sms_not_set_up', 503, 'Text messages cannot be sent at the moment')
export const unknownAccount = refusal('accounts.unknown_account', 404, 'There is no such account')
export const unknownDuty = refusal('accounts.unknown_duty', 404, 'There is no such duty, or it has ended')
export const wrongScope = refusal<{ role: string }>(
  'accounts.wrong_scope',
  422,
  'This duty needs another kind of scope',
)
export const invitationGone = refusal(
  'accounts.invitation_gone',
  410,
  'This invitation has expired or was already used',
)
export const invitedSomeoneElse = refusal('accounts.invited_someone_else', 403, 'This invitation is for another person')
export const usernameTaken = refusal('accounts.username_taken', 409, 'This username is taken')
export const nothingToHandOver = refusal('accounts.nothing_to_hand_over', 409, 'This person holds no duty here')
export const toOneself = refusal('accounts.to_oneself', 422, 'An office is handed over to another person')
export const noPassword = refusal('accounts.no_password', 409, 'This person signs in by phone and has no password')
export const dutiesFirst = refusal('accounts.duties_first', 409, 'Hand over or end your duties first')
export const unknownConsent = refusal('accounts.unknown_consent', 404, 'This consent was not given')
