import { handle } from "../../../../http/handler"
import { pageOf } from "../../../../http/read"
import { ownCredits, storeCredits, storeEntries } from "../../own-credits"

export const GET = handle(async (req, res) => {
  const page = pageOf(req)
  const read = await ownCredits(req, page)
  res.json({ credits: storeCredits(read), entries: storeEntries(read), count: read.count, ...page })
})
