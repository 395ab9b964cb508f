import { remembered } from "../remembered"

describe("what is remembered of a pure function", () => {
  it("is computed once for each different argument, also when it is more than is kept", () => {
    let computed = 0
    const square = remembered(
      (n: number) => {
        computed += 1
        return n * n
      },
      (n) => `${n}`
    )
    for (let time = 0; time < 3; time++) for (let n = 0; n < 100; n++) expect(square(n)).toBe(n * n)
    expect(computed).toBe(100)
    for (let n = 0; n < 10_000; n++) expect(square(n)).toBe(n * n)
    expect(square(1)).toBe(1)
  })

  it("is no failure: what throws is asked again", () => {
    let fails = true
    const name = remembered(
      (id: string) => {
        if (fails) throw new Error("not yet")
        return `name of ${id}`
      },
      (id) => id
    )
    expect(() => name("a")).toThrow("not yet")
    fails = false
    expect(name("a")).toBe("name of a")
  })
})
