import { CreatePlan } from "../../../../plans/create/create-plan"

export default CreatePlan
