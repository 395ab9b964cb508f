import { moveMember, movedOf, orderOf } from "../move-members"
import { aSeat, heldBy } from "./fixtures"

const order = orderOf([aSeat(1, heldBy("Jane")), aSeat(2, heldBy("Tom")), aSeat(3)])
const people = (of: typeof order) => of.map(({ member_id }) => member_id)

describe("moveMember", () => {
  it("SEAT-7: changes places with the neighbor, a person or nobody", () => {
    expect(people(moveMember(order, 1, -1))).toEqual(["mmemb_Tom", "mmemb_Jane", null])
    expect(people(moveMember(order, 1, 1))).toEqual(["mmemb_Jane", null, "mmemb_Tom"])
  })

  it("does nothing at the edges", () => {
    expect(moveMember(order, 0, -1)).toEqual(order)
    expect(moveMember(order, 2, 1)).toEqual(order)
  })

  it("tells the server only of seats that change hands", () => {
    const moved = moveMember(order, 1, -1)
    expect(movedOf(order, moved).map(({ seat_id }) => seat_id)).toEqual(["mseat_1", "mseat_2"])
    expect(movedOf(order, moveMember(moved, 0, 1))).toEqual([])
  })
})
