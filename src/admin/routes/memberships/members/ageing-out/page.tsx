import { AgeingOutName } from "../../../../people/breadcrumbs"
import { lazily } from "../../../../parts/lazily"

const AgeingOutTable = lazily(
  async () => (await import("../../../../people/members/ageing-out/ageing-out-table.js")).AgeingOutTable
)

const AgeingOutPage = () => <AgeingOutTable />

export const handle = { breadcrumb: () => <AgeingOutName /> }

export default AgeingOutPage
