import { ageBand, type ClassificationDraft, validateClassification } from "../classifications"

const draft = (changes: Partial<ClassificationDraft> = {}): ClassificationDraft => ({
  name: "Adult",
  min_age: null,
  max_age: null,
  requires_proof: false,
  ...changes,
})

describe("classifications", () => {
  it.each<[Partial<ClassificationDraft>, string]>([
    [{}, "a name is enough"],
    [{ min_age: 0 }, "from birth"],
    [{ min_age: 18 }, "no maximum"],
    [{ max_age: 17 }, "no minimum"],
    [{ min_age: 7, max_age: 7 }, "one year of age"],
    [{ requires_proof: true }, "proof alone"],
  ])("PEOPLE-3: takes %j: %s", (changes) => {
    expect(validateClassification(draft(changes))).toEqual(draft(changes))
  })

  it("PEOPLE-3: trims the name", () => {
    expect(validateClassification(draft({ name: "  Senior " })).name).toBe("Senior")
  })

  it.each<[Partial<ClassificationDraft>, string, string]>([
    [{ name: "" }, "name", "no name"],
    [{ name: "  " }, "name", "only spaces"],
    [{ min_age: -1 }, "min_age", "negative"],
    [{ min_age: 5.5 }, "min_age", "fractional"],
    [{ max_age: Number.NaN }, "max_age", "no number"],
    [{ min_age: 18, max_age: 17 }, "max_age", "minimum above maximum"],
  ])("PEOPLE-3: refuses %j, naming %s: %s", (changes, field) => {
    expect(() => validateClassification(draft(changes))).toThrow(
      expect.objectContaining({ code: "classification_invalid", details: { field } })
    )
  })

  it.each([
    [18, null, "18+"],
    [5, 8, "5–8"],
    [null, 12, "up to 12"],
    [7, 7, "7"],
    [0, null, "0+"],
    [null, null, null],
  ])("PEOPLE-3: ages from %j to %j read %j", (min_age, max_age, expected) => {
    expect(ageBand({ min_age, max_age })).toBe(expected)
  })
})
