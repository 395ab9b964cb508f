import { refusal } from "../../plans/__tests__/fixtures"
import { assertAcceptable, type Invitation, seatToInviteTo } from "../invitation"
import { ends, facts, membership, seat } from "./fixtures"

const today = "2027-02-10"
const now = "2027-02-10T12:00:00.000Z"
const of = (audience: "shared" | "household" | "corporate") =>
  membership(
    [seat(1), seat(2, { member_id: null }), seat(3, { member_id: null, cancellation: ends(today) })],
    {
      audience,
    }
  )

it.each(["shared", "corporate"] as const)(
  "SEAT-1: somebody is invited to an empty seat of a plan that is %s",
  (audience) => {
    expect(seatToInviteTo(facts(of(audience)), "s2").id).toBe("s2")
  }
)

it.each([
  ["a plan for one household", "household", "s2", "household_only"],
  ["a seat that somebody holds", "shared", "s1", "seat_taken"],
  ["a seat that has ended", "shared", "s3", "not_found"],
  ["a seat that there is not", "shared", "s9", "not_found"],
] as const)("SEAT-1, SEAT-2: nobody is invited to %s", (_what, audience, seat_id, code) => {
  expect(refusal(() => seatToInviteTo(facts(of(audience)), seat_id)).code).toBe(code)
})

it.each([
  ["void", { is_void: true }],
  ["over", { membership: { ...of("shared"), ends_on: today } }],
])("SEAT-1: nobody is invited to what is %s", (_what, change) => {
  expect(refusal(() => seatToInviteTo(facts(of("shared"), change), "s2")).code).toBe("membership_ended")
})

it("PLAN-6: what renews goes on after the end that is paid", () => {
  const renewing = { membership: { ...of("shared"), ends_on: today }, renews: true }
  expect(seatToInviteTo(facts(of("shared"), renewing), "s2").id).toBe("s2")
})

const open: Invitation = {
  ...{
    email: "rosa@example.test",
    expires_at: "2027-02-24T12:00:00.000Z",
    accepted_at: null,
    revoked_at: null,
  },
}

it.each([
  ["there is none", null, "rosa@example.test"],
  ["it was used", { ...open, accepted_at: now }, "rosa@example.test"],
  ["it was taken back", { ...open, revoked_at: now }, "rosa@example.test"],
  ["it expires at this instant", { ...open, expires_at: now }, "rosa@example.test"],
  ["it is somebody else's", open, "jane@example.test"],
])("PEOPLE-6: an invitation is refused in the same words where %s", (_why, invitation, email) => {
  const error = refusal(() => assertAcceptable(invitation, { email, now }))
  expect(error).toMatchObject({ code: "invitation_invalid", details: {} })
  expect(error.message).toBe(refusal(() => assertAcceptable(null, { email: "", now })).message)
})

it("SEAT-1: the account of that address accepts, however the address is written", () => {
  expect(() => assertAcceptable(open, { email: "Rosa@Example.test", now })).not.toThrow()
})
