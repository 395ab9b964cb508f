// Somebody who is there twice: the drawer that merges them, before and after who stays was chosen.
import { buy } from "../purchases.mjs"

const LAST_NAME = "Doppelmann"

/** Two members with different dates of birth, of whom the one has bought something; made once a studio. */
async function twice({ admin }) {
  const found = async (first_name) => (await admin(`members?q=${first_name}%20${LAST_NAME}`)).members[0]
  const known = await found("Doro")
  if (known) return known
  const seats = [{ classification_id: null, count: 1 }]
  await buy({ first_name: "Doro", last_name: LAST_NAME, plan: "ten-classes", seats })
  const gone = await found("Doro")
  await admin(`members/${gone.id}`, { date_of_birth: "1990-02-03", phone: "+49 30 1234" })
  await admin("members", { first_name: "Karla", last_name: LAST_NAME, date_of_birth: "1991-02-03" })
  return gone
}

const path = async (studio) => `/memberships/members/${(await twice(studio)).id}/merge`
const chosen = (label, shown) => async (page) => {
  const search = page.getByRole("combobox", { name: label })
  await search.click()
  await search.fill(`Karla ${LAST_NAME}`)
  await page.getByRole("option", { name: "Karla" }).first().click()
  await page.getByRole("switch", { name: shown }).waitFor()
}
const ready = (text) => (page) => page.getByText(text).waitFor()

export const scenes = [
  { name: "member-merge", path, ready: ready("Choose who stays.") },
  {
    name: "member-merge-chosen",
    ...{ path, ready: ready("Choose who stays.") },
    act: chosen("Who stays", "They are one person"),
  },
  {
    name: "german-member-merge",
    ...{ lang: "de", path, ready: ready("Wählen Sie, wer bleibt.") },
    act: chosen("Wer bleibt", "Es ist dieselbe Person"),
  },
]
