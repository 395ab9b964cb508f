import { createInSteps, type PlanMaker } from "../create-in-steps"

const ROW = {
  label: "One",
  classification_id: null,
  required: false,
  unlimited: false,
  prices: [],
  tax_rate: null,
}

/** Writes down what it is asked for, and refuses one of it. */
function maker(refused?: keyof PlanMaker) {
  const asked: string[] = []
  const does =
    <Answer>(name: keyof PlanMaker, answer: Answer) =>
    async () => {
      asked.push(name)
      if (name === refused) throw new Error("no")
      return Promise.resolve(answer)
    }
  const plans: PlanMaker = {
    createPlan: does("createPlan", { id: "mplan_1", name: "Gold" }),
    createChart: does("createChart", "mchart_1"),
    finalize: does("finalize", undefined),
    publish: does("publish", undefined),
    activate: does("activate", undefined),
  }
  return { asked, plans }
}

describe("making a plan in steps", () => {
  it("a draft has its prices, and nothing more", async () => {
    const { asked, plans } = maker()
    expect(await createInSteps({ body: {}, rows: [ROW], ending: "draft" }, plans)).toMatchObject({
      failed: null,
    })
    expect(asked).toEqual(["createPlan", "createChart"])
  })

  it("a draft without prices begins no version", async () => {
    const { asked, plans } = maker()
    await createInSteps({ body: {}, rows: [], ending: "draft" }, plans)
    expect(asked).toEqual(["createPlan"])
  })

  it("PLAN-14: on sale is set last, when the prices are published", async () => {
    const { asked, plans } = maker()
    await createInSteps({ body: {}, rows: [ROW], ending: "sale" }, plans)
    expect(asked).toEqual(["createPlan", "createChart", "finalize", "publish", "activate"])
  })

  it.each([
    ["createChart", "prices"],
    ["finalize", "finalize"],
    ["publish", "publish"],
    ["activate", "activate"],
  ] as const)("a refused %s tells of it, and the plan is there", async (refused, step) => {
    const { asked, plans } = maker(refused)
    const { plan, failed } = await createInSteps({ body: {}, rows: [ROW], ending: "sale" }, plans)
    expect([plan.id, failed?.step, asked.at(-1)]).toEqual(["mplan_1", step, refused])
  })

  it("a plan that was not made throws", async () => {
    const { plans } = maker("createPlan")
    await expect(createInSteps({ body: {}, rows: [ROW], ending: "sale" }, plans)).rejects.toThrow("no")
  })
})
