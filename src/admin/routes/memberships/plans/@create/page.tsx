import { lazily } from "../../../../parts/lazily"

const CreatePlan = lazily(async () => (await import("../../../../plans/create/create-plan.js")).CreatePlan)

export default CreatePlan
