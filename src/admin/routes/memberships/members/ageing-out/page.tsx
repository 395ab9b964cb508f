import { AgeingOutName } from "../../../../people/breadcrumbs"
import { AgeingOutTable } from "../../../../people/members/ageing-out/ageing-out-table"

const AgeingOutPage = () => <AgeingOutTable />

export const handle = { breadcrumb: () => <AgeingOutName /> }

export default AgeingOutPage
