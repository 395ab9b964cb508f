import { staffCredits, staffEntries } from "../../../../http/credits"
import { handle, membershipModule } from "../../../../http/handler"
import { pageOf } from "../../../../http/read"
import { withActorNames } from "../../with-actor-names"

export const GET = handle(async (req, res) => {
  const page = pageOf(req)
  const read = await membershipModule(req).readCredits({ membership_id: req.params.id!, ...page })
  const { entries: _entries, count, ...credits } = read
  const entries = await withActorNames(req, staffEntries(read))
  res.json({ credits: staffCredits(credits), entries, count, ...page })
})
